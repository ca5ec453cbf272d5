"""Dimensions: « H. 45.5 ; L. 30 cm », « h = 45 ; la = 23 (en cm) », « 61,5 x 50 cm ».

Producers follow several conventions and often none. A text is understood whole or not at all,
never half: a measure that is guessed is worse than a text to read. Not being understood is
no fault. Conventions seen in the real files of Joconde (H., L. longueur, l. largeur, Pds.) and
of Palissy (h =, l = longueur, la = largeur, pr =, d =).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from pop.model.values import text as texts
from pop.model.values import typography
from pop.model.values.folding import fold
from pop.model.values.verbs import Fault, Indexed

_KINDS = {
    "hauteur": ("h", "ha", "haut", "hauteur"),
    "longueur": ("lo", "long", "longueur"),
    "largeur": ("la", "larg", "largeur"),
    "profondeur": ("pr", "prof", "profondeur"),
    "épaisseur": ("e", "ep", "epaisseur"),
    "diamètre": ("d", "di", "dia", "diam", "diametre"),
    "circonférence": ("circ", "circonference"),
    "poids": ("pds", "poids"),
    "volume": ("vol", "volum", "volume"),
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words}
_WEIGHTS = {"g": "g", "gr": "g", "grs": "g", "kg": "kg"}
_NO_LENGTH = ("poids", "volume")

_NUMBER = r"(?:[0-9]{1,7}(?:[.,][0-9]{1,6}|\.\ [0-9]{1,2}(?![0-9]))?|[.,][0-9]{1,6})(?![.,]?[0-9])"
_UNIT = r"(?:mm|cm|dm|m|kg|grs?|g)(?![^\W_])"
_NOTE = r"\((?:[^()]++|\([^()]*+\))*+\)"
_UNIT_FOR_ALL = r"\((?:en\ )?(?:mm|cm|dm|m)\)[\ ;,.]*\Z"
_MEASURE = re.compile(
    rf"""
    (?:(?P<part>[^\W\d_][^;/:=()0-9]{{0,80}}?)\ ?:\ ?)?
    (?P<kind>[^\W\d_]++)\.?
    (?:\ (?P<extent>totale?|max(?:imum|imale?|\.)|min(?:imum|imale?|\.)))?
    (?:\ ?(?P<note_1>{_NOTE}))?
    (?:\ (?:en\ )?(?P<unit_before>{_UNIT}))?
    (?:\ ?(?P<note_2>{_NOTE}))?
    \ ?(?P<sign>[=:])?\ ?
    (?P<number>{_NUMBER})
    (?:\ ?(?P<unit>{_UNIT}))?
    (?:\ ?(?!{_UNIT_FOR_ALL})(?P<note_3>{_NOTE}))?
    """,
    re.X,
)
_SERIES = re.compile(
    rf"""
    (?:(?P<kinds>[^\W\d_]{{1,2}}\.?(?:\ ?[x×]\ ?[^\W\d_]{{1,2}}\.?)+)
       (?:\ (?:en\ )?(?P<unit_before>{_UNIT}))?\ ?[=:]?\ ?)?
    (?P<numbers>{_NUMBER}(?:\ ?{_UNIT})?(?:\ ?[x×]\ ?{_NUMBER}(?:\ ?{_UNIT})?)+)
    (?:\ ?(?P<note>{_NOTE}))?
    """,
    re.X,
)
_ONE_OF_SERIES = re.compile(rf"(?P<number>{_NUMBER})(?:\ ?(?P<unit>{_UNIT}))?", re.X)
_HEADER = re.compile(
    r"(?:dimensions?|mesures?)(?: hors tout)?(?: en (?P<unit>mm|cm|dm|m)\b)? ?:? ?", re.I
)
_END = re.compile(r"[ ;,]*(?:\(?(?:en )?(?P<unit>mm|cm|dm|m)\)?)?[ ;,.]*\Z")
_SEPARATOR = re.compile(r" ?(?:[;,/]|[x×](?![^\W\d_]{3}))? ?")

# One or two decimals, any number after a zero; never in a date or a number in groups.
_DECIMAL_POINT = re.compile(
    r"(?<![0-9.,])(?:0\.(?=[0-9])|[0-9]{1,7}\.(?=[0-9]{1,2}(?![0-9])))(?![0-9]{1,7}[.,][0-9])"
)
_BEFORE_UNIT = re.compile(r"(?<=[0-9])[ \u00a0]+(?=(?:mm|cm|dm|m|kg|g)(?![^\W_]))")


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure.

    `kind` is a French word (« hauteur »), empty when the text does not say (« 61 x 50 »);
    `unit` is empty when nothing says it; `note` is what stands in parentheses or before.
    """

    kind: str
    value: float
    unit: str = ""
    note: str = ""


def parse(text: str) -> list[Measure] | None:
    """The measures in their order, or None when any part of the text is not clear.

    A unit said once at the head or after the last measure holds for those before it.
    """
    line = " ".join(text.split())
    header = _HEADER.match(line)
    position = header.end() if header else 0
    head = (header["unit"] or "") if header else ""
    spelled_out = "ong" in line
    found: list[Measure] = []
    while (end := _END.match(line, position)) is None:
        read = _read_series(line, position) or _read_measure(line, position)
        if read is None:
            return None
        measures, position = read
        if not spelled_out and _is_length_twice(found, measures):
            return None
        found += measures
        if _END.match(line, position) is None:
            separator = _SEPARATOR.match(line, position)
            position = separator.end() if separator else position
    if not found:
        return None
    return _with_shared_units(found, head, end["unit"] or "")


def _read_measure(line: str, position: int) -> tuple[list[Measure], int] | None:
    found = _MEASURE.match(line, position)
    if found is None:
        return None
    kind = _kind(found["kind"], found["sign"] == "=")
    value = _value(found["number"])
    if kind is None or value is None or (found["unit"] and found["unit_before"]):
        return None
    unit = found["unit"] or found["unit_before"] or ""
    if (unit in _WEIGHTS) != (kind == "poids") and unit:
        return None
    notes = found.group("part", "extent", "note_1", "note_2", "note_3")
    note, said = _note_or_unit(notes)
    unit = unit or said
    return [Measure(kind, value, _WEIGHTS.get(unit, unit), note)], found.end()


def _read_series(line: str, position: int) -> tuple[list[Measure], int] | None:
    """« 61,5 x 50 cm », « H x L x P en cm 114 x 124 x 10 »."""
    found = _SERIES.match(line, position)
    if found is None:
        return None
    numbers = list(_ONE_OF_SERIES.finditer(found["numbers"]))
    kinds: list[str | None] = [""] * len(numbers)
    if found["kinds"]:
        kinds = [_kind(word.strip(" ."), False) for word in re.split("[x×]", found["kinds"])]
    note, said = _note_or_unit([found["note"]])
    if len(kinds) != len(numbers):
        return None
    measures = []
    for kind, number in zip(kinds, numbers, strict=True):
        value = _value(number["number"])
        unit = number["unit"] or found["unit_before"] or said
        if kind is None or value is None or unit in _WEIGHTS:
            return None
        measures.append(Measure(kind, value, unit, note))
    return _with_shared_units(measures, "", measures[-1].unit), found.end()


def _kind(word: str, with_sign: bool) -> str | None:
    """The French word for an abbreviation, whose capital or « = » may decide."""
    if word == "L":
        return "longueur"
    if word == "l":
        return "longueur" if with_sign else "largeur"
    if word == "P" and not with_sign:
        return "profondeur"
    return _KIND_OF.get(fold(word))


def _value(number: str) -> float | None:
    """The number; None for « 1.200 », which is 1.2 or 1200."""
    plain = number.replace(" ", "")
    whole, point, decimals = plain.partition(".")
    if point and len(decimals) == 3 and whole.strip("0"):
        return None
    return float(plain.replace(",", "."))


def _note_or_unit(notes: Iterable[str | None]) -> tuple[str, str]:
    """Notes in one, and the unit when one of them says nothing else: « (en cm) »."""
    said = ""
    kept = []
    for given in notes:
        note = (given or "").removeprefix("(").removesuffix(")").strip()
        bare = note.removeprefix("en ")
        if bare in ("mm", "cm", "dm", "m"):
            said = bare
        elif note:
            kept.append(note)
    return ", ".join(kept), said


def _is_length_twice(found: list[Measure], measures: list[Measure]) -> bool:
    """« H. 9 ; L. 9 ; L. 9 »: the second L. is a width with the wrong capital, or not."""
    return bool(found) and found[-1].kind == measures[0].kind == "longueur" and not found[-1].note


def _with_shared_units(measures: list[Measure], head: str, last: str) -> list[Measure]:
    """Lengths without a unit take the one said for all, or else the one said after them.

    Not so for metres, which « H. 45 ; D. 0,017 m » says of one measure alone.
    """
    said = {m.unit for m in measures if m.unit and m.kind not in _NO_LENGTH}
    unit = last or head
    completed = []
    for measure in reversed(measures):
        if measure.kind in _NO_LENGTH:
            completed.append(measure)
            continue
        if said == {measure.unit} and measure.unit != "m":
            unit = measure.unit
        completed.append(measure if measure.unit else replace(measure, unit=unit))
    return completed[::-1]


def check(text: str) -> tuple[Fault, ...]:
    """ENCODING, as for any text: dimensions that are not understood are no fault."""
    return texts.check(text)


def display(text: str) -> str:
    """The text with decimal commas, units held to their number, and French typography."""
    with_commas = _DECIMAL_POINT.sub(lambda found: found.group()[:-1] + ",", text)
    return typography.typeset(_BEFORE_UNIT.sub(typography.NO_BREAK, with_commas))


def index(text: str) -> Indexed:
    """Every word."""
    return Indexed(words=text)
