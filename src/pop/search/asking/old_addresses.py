"""Addresses of the former sites, followed or pasted whole in the box: a notice, or a search.

    https://www.pop.culture.gouv.fr/notice/merimee/PA00088801?…
    https://www.pop.culture.gouv.fr/search/list?base=["Joconde"]&auteur=["POUSSIN Nicolas"]
    …/advanced-search/list/merimee?qb=[{"field":["DENO.keyword"],"operator":"*","value":"pont"…}]
    http://www.culture.gouv.fr/public/mistral/mersri_fr?ACTION=CHERCHER&FIELD_1=REF&VALUE_1=PA…

Sources: diffusion-2024.md §1, §2.6; new-pop-and-users.md §1, §5.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import msgspec

from pop.model import catalogue
from pop.search.asking.criteria import Misunderstood, bases_of, checked, operator
from pop.search.asking.query import LONGEST_TEXT, MOST_FILTERS, Query, filter_keys
from pop.search.asking.tree import All, Criterion, Either, Node

Found = Query | tuple[str, str]
"""A search, or the (base, reference) of a notice."""

# The bases of Mistral, by the beginning of the name of their script.
_MISTRAL = {"joconde": "joconde", "mersri": "merimee", "merimee": "merimee", "palsri": "palissy",
            "palissy": "palissy", "memoire": "memoire", "memsmn": "memoire", "autor": "autor",
            "mnr": "mnr", "rosevalland": "mnr", "museo": "museo", "enlumine": "enluminures",
            "archidoc": "memoire"}  # fmt: skip

# Facets of the former site whose key is another one here.
_RENAMED = {
    "ou": "lieu", "type": "denomination", "domn": "domaine", "tech": "technique",
    "periode": "siecle", "manquant": "situation", "geolocalisation": "localise",
}  # fmt: skip
_PLACES = ("commune", "departement", "region")
_OF_THE_HOUSE = re.compile(r"(?:^|//|\.)(?:pop\.)?culture\.(?:gouv\.)?fr(?:/|$)|/mistral/", re.I)
# What the sentence around a pasted address leaves at its end.
_AROUND = ".,;:!?…»\"'’"
_REFERENCE = re.compile(r"[A-Za-z0-9][\w.()-]{2,40}")


def parse(text: str) -> Found | None:
    """What an address of the former sites leads to; None when the text is not one."""
    text = text.strip()
    if len(text) > 8000 or " " in text[:12]:
        return None
    if not _OF_THE_HOUSE.search(text):
        return None
    parts = urlsplit(text if "//" in text else f"https://{text}")
    parameters = parse_qs(parts.query, max_num_fields=200) if parts.query else {}
    return from_path(parts.path, parameters)


def from_path(path: str, parameters: Mapping[str, Sequence[str]]) -> Found | None:
    """The same, from the path and the parameters of a request; values may be lists or not."""
    steps = [unquote(step) for step in path.split("/") if step]
    lists = {k: [v] if isinstance(v, str) else list(v) for k, v in parameters.items()}
    for place, step in enumerate(steps):
        following = steps[place + 1 :]
        match step.lower():
            case "notice" | "notices" if len(following) >= 2:
                return _notice(following[0], following[1])
            case "advanced-search":
                return _advanced(following, lists)
            case "search":
                return _simple(lists)
            case "recherche":
                return None
            case "mistral" if following:
                return _mistral(following[0], lists)
    return None


def _notice(base: str, ref: str) -> Found | None:
    ref = ref.rstrip(_AROUND)
    if ref.endswith(")") and "(" not in ref:
        ref = ref.rstrip(_AROUND + ")")
    if not _REFERENCE.fullmatch(ref):
        return None
    try:
        return catalogue.base(base).key, ref.upper()
    except KeyError:
        return Query(text=ref)


def _mistral(script: str, lists: Mapping[str, list[str]]) -> Found | None:
    """`…_fr?ACTION=CHERCHER&FIELD_98=REF&VALUE_98=PA…`: any number of fields and values."""
    name = script.lower().split("_")[0].split(".")[0]
    base = _MISTRAL.get(name, "")
    upper = {key.upper(): values for key, values in lists.items()}
    words = []
    for key, values in sorted(upper.items()):
        if not key.startswith("FIELD_") or not values:
            continue
        value = " ".join(upper.get(f"VALUE_{key[6:]}", [])).strip()
        if not value:
            continue
        if values[0].upper() == "REF" and base and _REFERENCE.fullmatch(value):
            return base, value.upper()
        words.append(value)
    text = " ".join(words)[:LONGEST_TEXT]
    if not text and not base:
        return None
    return Query(text=text, bases=(base,) if base else ())


def _simple(lists: Mapping[str, list[str]]) -> Query:
    """`/search/{view}?mainSearch="…"&base=["…"]&auteur=["A","B"]`: every value is JSON."""
    if any(key.startswith("q[") for key in lists):
        return _oldest(lists)
    text = " ".join(_values(lists.get("mainSearch", [])))[:LONGEST_TEXT].strip()
    bases = [key for name in _values(lists.get("base", [])) if (key := _base(name))]
    known = filter_keys()
    filters: list[tuple[str, str]] = []
    place: list[str] = []
    for key, given in lists.items():
        renamed = _RENAMED.get(key, key)
        for value in _values(given):
            value = value.strip()[:LONGEST_TEXT]
            if renamed == "lieu":
                place.append(value)
            elif renamed in known and value:
                filters.append((renamed, value))
            elif key == "ref":
                text = f"{text} {value}".strip()
    if place:
        # One key for places of all sizes, there; the words find them all, here.
        text = f"{text} {' '.join(place)}".strip()[:LONGEST_TEXT]
    page = _page([*lists.get("resPage", []), *lists.get("mosaicPage", [])])
    kept = tuple(dict.fromkeys(filters))[:MOST_FILTERS]
    return Query(text=text, bases=tuple(dict.fromkeys(bases)), filters=kept, page=page)


def _advanced(steps: Sequence[str], lists: Mapping[str, list[str]]) -> Query:
    """`/advanced-search/{view}/{base}?qb=[{field, operator, value, combinator}]`: flat rows."""
    base = next((key for step in steps if (key := _base(step))), "")
    rows: list[dict[str, Any]] = []
    for text in lists.get("qb", []):
        decoded = _decoded(text)
        if isinstance(decoded, list):
            rows += [row for row in decoded if isinstance(row, dict)]
    return _of_rows(rows, base)


def _oldest(lists: Mapping[str, list[str]]) -> Query:
    """`q[0][key]=…&q[0][operator]=…&q[0][value]=…`: the rows of the first advanced search."""
    rows: dict[int, dict[str, Any]] = {}
    for name, values in lists.items():
        found = re.fullmatch(r"q\[(\d{1,3})\]\[(\w+)\]", name)
        if found and values:
            rows.setdefault(int(found[1]), {})[found[2]] = values[0]
    renamed = []
    for number in sorted(rows):
        row = rows[number]
        sign = {"<>": "∃", "><": "!∃"}.get(str(row.get("operator")), row.get("operator"))
        joined = {"ET": "AND", "OU": "OR"}.get(str(row.get("combinator")), row.get("combinator"))
        renamed.append({**row, "field": row.get("key"), "operator": sign, "combinator": joined})
    return _of_rows(
        renamed, next((k for n in _values(lists.get("base", [])) if (k := _base(n))), "")
    )


def _of_rows(rows: Sequence[Mapping[str, Any]], base: str) -> Query:
    """Rows joined by AND or OR, without parentheses: OR separates, as SQL reads it."""
    alternatives: list[list[Node]] = [[]]
    for row in rows[:64]:
        node = _criterion(row, base)
        if node is None:
            continue
        if str(row.get("combinator", "AND")).upper() == "OR" and alternatives[-1]:
            alternatives.append([])
        alternatives[-1].append(node)
    groups = [g[0] if len(g) == 1 else All(tuple(g)) for g in alternatives if g]
    bases = (base,) if base else ()
    if not groups:
        return Query(bases=bases)
    tree = groups[0] if len(groups) == 1 else Either(tuple(groups))
    try:
        return Query(bases=bases, criteria=checked(tree))
    except Misunderstood:
        return Query(bases=bases)


def _criterion(row: Mapping[str, Any], base: str) -> Criterion | None:
    given = row.get("field") or row.get("key") or ()
    names = given if isinstance(given, list) else str(given).split(",")
    codes = tuple(
        code
        for name in names
        if (code := str(name).strip().partition(".")[0]) and bases_of(code, base)
    )
    asked = operator(str(row.get("operator", "*")))
    value = str(row.get("value") or "").strip()
    if not codes or asked is None or (asked.takes_value and not value):
        return None
    return Criterion(codes, asked, value if asked.takes_value else "", base)


def _values(texts: Sequence[str]) -> Iterator[str]:
    """The texts of JSON values: strings, lists of strings, words without quotes.

    Half a list, cut on the way, is left aside: no value is half of another.
    """
    for text in texts:
        decoded = _decoded(text)
        if isinstance(decoded, list):
            yield from (str(one) for one in decoded if isinstance(one, str | int) and str(one))
        elif isinstance(decoded, str | int | float):
            yield str(decoded)


def _decoded(text: str) -> Any:
    for tried in (text, unquote(text)):
        try:
            return msgspec.json.decode(tried)
        except (msgspec.DecodeError, ValueError, RecursionError):
            continue
    return text if not text.startswith(("[", "{")) else None


def _base(name: str) -> str:
    """The base of a name: a key, an alias, or the BASE constant that old links carry."""
    try:
        return catalogue.base(name.strip()).key
    except KeyError:
        pass
    folded = name.strip().casefold()
    for base in catalogue.bases().values():
        if folded in (base.former_name.casefold(), base.name.casefold(), base.short.casefold()):
            return base.key
    return ""


def _page(given: Sequence[str]) -> int:
    text = given[-1].strip('"') if given else ""
    return min(max(int(text), 1), 400) if text.isascii() and text.isdigit() and len(text) < 6 else 1
