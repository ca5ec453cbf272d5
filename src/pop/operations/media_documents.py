"""`pop media documents`: the documents of a notice, and which of them everybody may read."""

import argparse
from typing import TYPE_CHECKING

from pop.operations.program import DONE, FAILED, Refusal
from pop.operations.screen import Screen

if TYPE_CHECKING:
    from pop.notices.documents import Document

SHORTEST = 8
"""Characters of a checksum that name a document."""


def manage(options: argparse.Namespace, screen: Screen) -> int:
    """List them; declare some public, or internal again, as a batch that can be undone."""
    from pop.model import catalogue
    from pop.notices import documents, reading

    try:
        base = catalogue.base(options.base).key
    except KeyError:
        known = ", ".join(catalogue.bases())
        raise Refusal(f"base inconnue « {options.base} » ; bases connues : {known}.") from None
    notice = reading.get(base, options.ref.upper())
    if notice is None:
        raise Refusal(f"aucune notice {options.ref} dans cette base.")
    held = documents.of(notice.values)
    batch = None
    if options.publish or options.withdraw:
        wanted = _declared(held, options.publish, True)
        wanted = _declared(wanted, options.withdraw, False)
        batch = _change(notice.base, notice.ref, wanted, screen)
        if batch is None:
            return FAILED
        held = wanted
    if options.json:
        screen.answer({"batch": batch, "documents": documents.serialise(held)})
    for one in held:
        state = "public" if one.public else "interne"
        screen.say(f"{one.file}  {state}  {one.title or 'sans titre'} ({one.kind})")
    if not held:
        screen.say("Cette notice n’a pas de document.")
    return DONE


def _declared(
    held: "tuple[Document, ...]", named: list[str], public: bool
) -> "tuple[Document, ...]":
    from msgspec.structs import replace

    for name in named:
        found = [one for one in held if one.file.startswith(name.lower())]
        if len(name) < SHORTEST or len(found) != 1:
            raise Refusal(
                f"« {name} » ne désigne pas un document de cette notice : donnez sa somme SHA-256, "
                f"ou ses {SHORTEST} premiers signes au moins."
            )
    starts = tuple(name.lower() for name in named)
    return tuple(
        replace(one, public=public) if one.file.startswith(starts) else one for one in held
    )


def _change(base: str, ref: str, wanted: "tuple[Document, ...]", screen: Screen) -> int | None:
    """The batch that did it; None when it is refused, which is said."""
    from pop.accounts.permissions import Deed
    from pop.changes import applying, planning
    from pop.changes.planning import Origin
    from pop.changes.recovery import forget
    from pop.changes.rows import Row
    from pop.notices import documents
    from pop.operations.actors import operator

    origin = Origin(operator(), Deed.FORM, "Documents déclarés publics ou internes")
    batch = planning.open_batch(origin)
    row = Row(1, base, ref, {documents.CODE: documents.serialise(wanted)})
    report = planning.plan(batch, origin, [row])
    if report.refused:
        forget(batch)
        screen.error(report.refused[0][2])
        return None
    applying.apply(batch)
    return int(batch.pk)
