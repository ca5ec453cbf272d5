"""Baskets: notices kept without an account, named, shared by their address.

The browser holds a secret, the store only its digest; another address, public, is for sharing.
"""

import hashlib
import secrets
import string
from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from pop.visitors.models import Basket

MOST = 500
NAME_LENGTH = 100
KEPT = timedelta(days=3 * 365)

Item = tuple[str, str]


class Full(Exception):
    """The basket holds as many notices as it may."""


def items(basket: Basket | None) -> list[Item]:
    """(base, reference) of what it holds, in the order they came."""
    return [(base, ref) for base, ref in basket.items] if basket else []


def own(secret: str) -> Basket | None:
    """The basket of whoever holds that secret."""
    return Basket.objects.filter(digest=_digest(secret)).first() if secret else None


def shared(public: str) -> Basket | None:
    """The basket that is read at that public address."""
    return Basket.objects.filter(public=public).first()


def add(secret: str, added: Iterable[Item]) -> tuple[str, Basket]:
    """Put notices in, those already there staying where they are. A new basket when the secret
    opens none; the secret of the one that now holds them. Raises Full, and then adds nothing."""
    with transaction.atomic():
        basket = _locked(secret)
        if basket is None:
            secret = secrets.token_urlsafe(24)
            basket = Basket(digest=_digest(secret), public=_public())
        kept = list(dict.fromkeys([*items(basket), *added]))
        if len(kept) > MOST:
            raise Full
        basket.items = kept
        basket.save()
    return secret, basket


def take_out(secret: str, gone: Iterable[Item] | None = None) -> Basket | None:
    """Take these notices out, all of them when not said which; `give_back` undoes it."""
    with transaction.atomic():
        basket = _locked(secret)
        if basket is None:
            return None
        before = items(basket)
        leaving = set(before if gone is None else gone)
        if leaving.intersection(before):
            basket.taken_out = before
            basket.items = [item for item in before if item not in leaving]
            basket.save()
    return basket


def give_back(secret: str) -> Basket | None:
    """Undo the last removal: what it took comes back in its place, what came since stays.
    Raises Full, and then changes nothing."""
    with transaction.atomic():
        basket = _locked(secret)
        if basket is None:
            return None
        before = [(base, ref) for base, ref in basket.taken_out]
        kept = list(dict.fromkeys([*before, *items(basket)]))
        if len(kept) > MOST:
            raise Full
        basket.items = kept
        basket.taken_out = []
        basket.save()
    return basket


def rename(secret: str, name: str) -> Basket | None:
    """Give it a name, cut at its longest."""
    with transaction.atomic():
        basket = _locked(secret)
        if basket is not None:
            basket.name = " ".join(name.split())[:NAME_LENGTH]
            basket.save()
    return basket


def forget() -> int:
    """Remove baskets that nobody has changed for three years; how many."""
    old = Basket.objects.filter(changed_at__lt=timezone.now() - KEPT)
    return old.delete()[0]


def _locked(secret: str) -> Basket | None:
    if not secret:
        return None
    return Basket.objects.select_for_update().filter(digest=_digest(secret)).first()


def _public() -> str:
    """Short enough to be read aloud, too long to be guessed."""
    return "".join(secrets.choice(string.ascii_letters + string.digits) for _ in range(12))


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
