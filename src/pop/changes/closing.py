"""Closing a notice: with a cause and a date, rather than deleting it. Its page stays and says so.

The closing is a value of the notice like another: it has its revision, and can be undone.
"""

from pop.accounts.permissions import Actor, Closure, Deed, Version, may_close
from pop.changes import at_once
from pop.changes.models import Batch
from pop.changes.planning import Origin
from pop.changes.rows import Row
from pop.model import catalogue
from pop.notices import store
from pop.notices.store import CLOSED


class CannotClose(Exception):
    """Why this notice cannot be closed, in French."""


def close(
    actor: Actor, deed: Deed, base: str, ref: str, closure: Closure, successor: str = ""
) -> Batch:
    """Close a notice; `successor` is the reference that takes its place, if any.

    Raises CannotClose.
    """
    stored = store.stored(base, [ref]).get(ref)
    if stored is None:
        raise CannotClose(f"La notice {ref} est inconnue dans cette base.")
    version = Version(stored.producer, stored.values)
    refusal = may_close(actor, deed, catalogue.base(base), ref, version, closure)
    if refusal:
        raise CannotClose(refusal.message)
    told = {"cause": str(closure.cause), "on": closure.date}
    if successor:
        told["successor"] = successor.strip().upper()
    origin = Origin(actor, deed, f"Fermeture : {closure.cause}")
    batch, _ = at_once.change(origin, [Row(1, base, ref, {CLOSED: told})])
    return batch
