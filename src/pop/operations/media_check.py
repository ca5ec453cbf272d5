"""`pop media check`: the originals read again, and held against their checksums."""

import argparse
import random
from collections.abc import Iterator
from datetime import date

from pop.operations.program import DONE, FAILED, Refusal
from pop.operations.screen import Screen, number


def check(options: argparse.Namespace, screen: Screen) -> int:
    """All of them, some, or those that are due; which ones are damaged or missing."""
    from pop.media import fixity, originals

    checked = 0
    try:
        if options.daily:
            while fixity.step(_today(), float("inf")):
                pass
            found = fixity.state()
            checked, faulty = found.checked, sorted({*found.damaged, *found.missing})
        else:
            faulty = []
            for name, is_sound in _read(options.sample):
                checked += 1
                screen.progress("Contrôle", checked)
                if not is_sound:
                    faulty.append(name)
    except originals.Failed as error:
        raise Refusal(f"contrôle interrompu : {error}.") from None
    missing = [name for name in faulty if not originals.has(name)]
    damaged = [name for name in faulty if name not in missing]
    if options.json:
        screen.answer({"checked": checked, "damaged": damaged, "missing": missing})
    screen.say(
        f"Originaux relus : {number(checked)}, abîmés : {number(len(damaged))}, "
        f"absents : {number(len(missing))}."
    )
    for name in faulty:
        screen.say(f"  {name} : reprenez-le d’une sauvegarde")
    return FAILED if faulty else DONE


def _read(sample: int) -> Iterator[tuple[str, bool]]:
    from pop.media import fixity

    if sample > 0:
        return fixity.read_some(sample, f"{random.randrange(1 << 32):08x}")  # noqa: S311
    return fixity.read_all()


def _today() -> date:
    from django.utils import timezone

    return timezone.localdate()
