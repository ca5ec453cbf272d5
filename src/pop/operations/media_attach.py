"""`pop media attach`: a folder of pictures and documents tied to notices, as one batch."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from pop.operations.program import DONE, Refusal
from pop.operations.screen import Screen, number

if TYPE_CHECKING:
    from pop.imports.pictures import Attached

SHOWN = 10


def attach(options: argparse.Namespace, screen: Screen) -> int:
    """Tie what can be tied; what cannot is told, file by file."""
    from pop.changes import applying, planning
    from pop.changes.recovery import cancel, forget
    from pop.imports import pictures
    from pop.imports.refusals import Unreadable
    from pop.media import originals
    from pop.model import catalogue
    from pop.operations.loading import ministry
    from pop.search.upkeep import indexer

    folder: Path = options.folder
    if not folder.is_dir():
        raise Refusal(f"{folder} n’est pas un dossier.")
    found = [path for path in pictures.files(folder) if path != options.table]
    try:
        if options.table:
            ties = pictures.by_table(found, options.table, folder)
        elif options.names:
            ties = pictures.by_names(found, catalogue.base(options.names).key)
        else:
            ties = pictures.by_reference(found)
    except Unreadable as error:
        raise Refusal(str(error)) from None
    except KeyError:
        known = ", ".join(catalogue.bases())
        raise Refusal(f"base inconnue « {options.names} » ; bases connues : {known}.") from None
    told = pictures.Attached(unknown=[pictures.name(p, folder) for p in found if p not in ties])
    origin = ministry(f"images de {folder.name}")
    batch = planning.open_batch(origin)
    try:
        planning.plan(
            batch, origin, pictures.rows(ties, folder, not options.dry_run, told),
            lambda n: screen.progress("Images", told.tied, len(ties)),
        )  # fmt: skip
    except originals.Failed as error:
        cancel(batch)
        raise Refusal(f"rien n’est rattaché : {error}.") from None
    except BaseException:
        cancel(batch)
        raise
    if options.dry_run:
        forget(batch)
    else:
        applying.apply(batch)
        indexer.drain(lambda n, total: screen.progress("Indexation", n, total))
    if options.json:
        screen.answer(
            {
                "batch": None if options.dry_run else batch.pk,
                "tied": told.tied,
                "documents": told.documents,
                "unknown": told.unknown,
                "twice": told.twice,
                "refused": told.refused,
            }
        )
    _tell(told, screen, options.dry_run)
    return DONE


def _tell(told: "Attached", screen: Screen, dry_run: bool) -> None:
    screen.say(f"Images {'à rattacher' if dry_run else 'rattachées'} : {number(told.tied)}.")
    if told.documents:
        screen.say(
            f"Documents : {number(told.documents)} (internes ; « pop media documents » les "
            "déclare publics)."
        )
    _list(screen, "Sans notice connue", told.unknown)
    _list(screen, "Déjà là, ou en double", told.twice)
    _list(screen, "Refusées", [f"{one['file']} : {one['reason']}" for one in told.refused])


def _list(screen: Screen, title: str, names: list[str]) -> None:
    if names:
        screen.say(f"{title} : {number(len(names))}")
        for one in names[:SHOWN]:
            screen.say(f"  {one}")
        if len(names) > SHOWN:
            screen.say(f"  … et {number(len(names) - SHOWN)} autres (--json les donne tous)")
