"""`pop media looks` and `pop media duplicates`: what the program sees of pictures by itself."""

import argparse

from pop.operations.program import DONE
from pop.operations.screen import Screen, number

SHOWN = 20


def look(options: argparse.Namespace, screen: Screen) -> int:
    from pop.notices.models import Notice
    from pop.search.looks import likeness, looking
    from pop.search.upkeep import indexer

    total = Notice.objects.filter(has_image=True).count()
    told = looking.look(looking.pictured(), lambda n: screen.progress("Regard", n, total))
    if told.pictures:
        indexer.drain(lambda done, of: screen.progress("Indexation", done, of))
    compared = likeness.update(lambda n: screen.progress("Ressemblances", n, total))
    if options.json:
        screen.answer({"looked": told.pictures, "failed": told.failed, "compared": compared})
    screen.say(
        f"Images regardées : {number(told.pictures)}, illisibles : {number(told.failed)}. "
        f"Images comparées entre elles : {number(compared)}."
    )
    return DONE


def duplicates(options: argparse.Namespace, screen: Screen) -> int:
    from pop.media import duplicates as nearly
    from pop.notices import images
    from pop.search.looks import looking

    groups = nearly.groups()
    wanted = {checksum for group in groups for checksum in group}
    holders: dict[str, list[dict[str, str]]] = {checksum: [] for checksum in wanted}
    for some in looking.pictured():
        for row in some:
            for checksum in images.checksums(row.values[images.CODE]) & wanted:
                holders[checksum].append({"base": row.base, "ref": row.ref})
    said = [[{"checksum": one, "notices": holders[one]} for one in group] for group in groups]
    if options.json:
        screen.answer({"groups": said})
    screen.say(f"Groupes d’images presque identiques : {number(len(groups))}.")
    for group in groups[:SHOWN]:
        refs = [f"{one['base']} {one['ref']}" for c in group for one in holders[c]]
        screen.say(f"  {len(group)} images : {', '.join(refs) or 'sans notice'}")
    if len(groups) > SHOWN:
        screen.say(f"  … et {number(len(groups) - SHOWN)} autres (--json les donne tous)")
    return DONE
