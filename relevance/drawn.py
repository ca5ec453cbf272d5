"""Queries drawn by lot from the real notices: what nobody wrote with the search in mind.

Somebody knows a notice and types what they remember of it. Wanted: it, and those that are called
the same in the same commune. Harder than what people ask (most titles are « Église » or
« Maison »), and blind: a lot is measured once, then another seed is another lot.
"""

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from relevance.judged import Judged
from relevance.records import Key, Library, Record, plain

# Fields of the title, the author and the commune, by base.
_FIELDS = {"merimee": ("TICO", "AUTR", "COM"), "museo": ("NOMOFF", "", "VILLE_M")}
_SHORTEST_MISTAKEN = 6
_LETTERS = "abcdefghijklmnopqrstuvwxyz"

Known = tuple[str, str, str]
"""Title, author and commune of a notice."""


def draw(library: Library, seed: int, count: int) -> list[Judged]:
    """That many queries, as many of each category as can be."""
    lot = Random(seed)
    known: dict[Key, Known] = {
        key: one for key, record in library.by_key.items() if (one := _known(record))
    }
    alike: dict[tuple[str, str, str], set[Key]] = {}
    for key, (title, author, commune) in known.items():
        for kind, name in (("title", title), ("author", author)):
            alike.setdefault((kind, plain(name), plain(commune)), set()).add(key)
    keys = list(known)
    found: list[Judged] = []
    for category, way in _WAYS.items():
        asked: dict[str, set[Key]] = {}
        for _ in range(20 * count):
            if len(asked) == count // len(_WAYS):
                break
            key = lot.choice(keys)
            title, author, commune = known[key]
            text = way(lot, key[1] if way is _reference else known[key])
            what = ("author", plain(author)) if way is _author else ("title", plain(title))
            if text:
                asked[text] = {key} if way is _reference else alike[(*what, plain(commune))]
        for text, wanted in asked.items():
            grades = dict.fromkeys(sorted(wanted), 3)
            found.append(Judged(text, category, grades, grades=dict(grades)))
    return found


def _known(record: Record) -> Known | None:
    fields = _FIELDS.get(record.base)
    if fields is None:
        return None
    title, author, commune = (next(_texts(record.values.get(code)), "") for code in fields)
    return (title, author, commune) if title and commune else None


def _texts(value: object) -> Iterator[str]:
    for text in value if isinstance(value, list) else [value]:
        if isinstance(text, str) and text:
            yield text


def _as_written(lot: Random, known: Known) -> str:
    return f"{known[0]} {known[2]}"


def _plain(lot: Random, known: Known) -> str:
    return plain(f"{known[0]} {known[2]}")


def _in_disorder(lot: Random, known: Known) -> str:
    words = plain(known[0]).split()
    lot.shuffle(words)
    return f"{plain(known[2])} {' '.join(words)}"


def _mistaken(lot: Random, known: Known) -> str:
    words = plain(known[0]).split()
    longest = max(words, key=len, default="")
    if len(longest) < _SHORTEST_MISTAKEN:
        return ""
    at = lot.randrange(1, len(longest))
    before, letter, after = longest[:at], longest[at], longest[at + 1 :]
    wrong = lot.choice((
        before + after, before + letter * 2 + after, before + lot.choice(_LETTERS) + after,
        before[:-1] + letter + before[-1] + after,
    ))  # fmt: skip
    return " ".join([*(wrong if word == longest else word for word in words), plain(known[2])])


def _author(lot: Random, known: Known) -> str:
    name = known[1].partition("(")[0].strip()
    return f"{name} {known[2]}" if name else ""


def _reference(lot: Random, ref: str) -> str:
    spaced = f"{ref[:2]} {ref[2:]}"
    return lot.choice((ref.lower(), spaced, f"notice {ref}", spaced.replace(" ", "-")))


_WAYS: dict[str, Callable[[Random, Any], str]] = {
    "titre et commune": _as_written,
    "sans accents": _plain,
    "en désordre": _in_disorder,
    "faute de frappe": _mistaken,
    "auteur et commune": _author,
    "référence": _reference,
}
