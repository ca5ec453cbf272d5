"""Repeated values taken back: what a batch added, took away, changed or moved, and only that.

Three lists are joined: what the value was before the batch, what the batch made of it, what it
is now. Items are told apart by what they are; pictures by their file, so that a caption that
changed does not make another picture.
"""

from collections.abc import Hashable, Iterable
from typing import Any

Items = dict[Hashable, Any]


def taken_back(old: list[Any], new: list[Any], now: list[Any]) -> list[Any] | None:
    """The list of now without what turned `old` into `new`; None when an item that the batch
    changed has been changed again since, or one that it added has."""
    before, after, current = _told_apart(old), _told_apart(new), _told_apart(now)
    result: Items = {}
    for key, item in current.items():
        if key not in after or item in (before.get(key), after[key]):
            undone = before.get(key) if key in after else item
        elif before.get(key) == after[key]:
            undone = item  # edited later, and not by the batch
        else:
            return None
        if undone is not None:
            result[key] = undone
    result.update({k: v for k, v in before.items() if k not in after and k not in current})
    kept = [key for key in before if key in after and key in current]
    if _among(current, kept) != _among(after, kept):
        # Someone ordered the list since: that stays.
        order = _woven(_among(current, result), _among(before, result))
    else:
        order = _woven(_among(before, result), _among(current, result))
        if _among(before, kept) != _among(after, kept):
            # The batch moved things: what came at the end later has nothing else to follow.
            order = _with_end(order, _among(current, result), before)
    return [result[key] for key in order]


def _told_apart(items: list[Any]) -> Items:
    """Each item under what it is, and its rank among those that are the same."""
    found: Items = {}
    for item in items:
        key: Hashable = item.get("file") if isinstance(item, dict) else item
        rank = 0
        while (key, rank) in found:
            rank += 1
        found[key, rank] = item
    return found


def _among(items: Iterable[Hashable], chosen: Iterable[Hashable]) -> list[Hashable]:
    allowed = set(chosen)
    return [key for key in items if key in allowed]


def _woven(first: list[Hashable], then: list[Hashable]) -> list[Hashable]:
    """The keys of both: in the order of the first, each other one after what it followed."""
    result = list(first)
    place = 0
    for key in then:
        if key in result:
            place = result.index(key) + 1
        else:
            result.insert(place, key)
            place += 1
    return result


def _with_end(order: list[Hashable], now: list[Hashable], before: Items) -> list[Hashable]:
    """The order with the later items that are now at the end put there again."""
    end: list[Hashable] = []
    for key in reversed(now):
        if key in before:
            break
        end.insert(0, key)
    return [*(key for key in order if key not in end), *end]
