"""`pop status`: what is in the store and in the index."""

import argparse

from pop.operations.preparing import prepare
from pop.operations.program import DONE
from pop.operations.screen import Screen, number

HELP = "dire ce que contient la plateforme : notices par base, lots, index"


def add_options(parser: argparse.ArgumentParser) -> None:
    """No option of its own."""


def run(options: argparse.Namespace, screen: Screen) -> int:
    prepare()
    from pop.changes.models import Batch, State
    from pop.media import fixity
    from pop.model import catalogue
    from pop.notices import reading
    from pop.search.engine import generations
    from pop.search.upkeep import marks

    counts = reading.counts()
    engine = generations.open_living()
    read = fixity.state()
    answer = {
        "notices": counts,
        "batches": {
            "total": Batch.objects.count(),
            "unfinished": Batch.objects.exclude(state__in=(State.APPLIED, State.CANCELLED)).count(),
        },
        "index": {
            "generation": generations.living(),
            "notices": engine.size() if engine else 0,
            "lag": marks.lag(),
            "current": generations.is_current(),
        },
        "originals": {
            "read_on": read.on.isoformat() if read.on else None,
            "checked": read.checked,
            "damaged": read.damaged,
            "missing": read.missing,
        },
    }
    if options.json:
        screen.answer(answer)
        return DONE
    for key, count in counts.items():
        screen.say(f"{catalogue.base(key).name:<42} {number(count):>12}")
    screen.say(f"{'Total':<42} {number(sum(counts.values())):>12}")
    screen.say(
        f"Index : génération {generations.living() or 'aucune'}, "
        f"{number(marks.lag())} notices en attente."
    )
    last = f"{number(read.checked)} relus le {read.on:%d/%m/%Y}" if read.on else "pas encore relus"
    screen.say(
        f"Originaux : {last}, abîmés : {number(len(read.damaged))}, "
        f"absents : {number(len(read.missing))}."
    )
    for name in (*read.damaged, *read.missing):
        screen.say(f"  {name} : reprenez-le d’une sauvegarde, puis lancez pop media check")
    return DONE
