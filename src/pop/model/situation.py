"""Missing, stolen and found things: what a location says of it, and what may be shown.

    from_location("Ville-Exemple ; musée fictif ; disparu")
    → location « Ville-Exemple ; musée fictif », MANQUANT « manquant », comment « disparu »

Producers of Joconde write the situation after the location; it goes to MANQUANT and MANQUANT_COM.
« Disparu » is an improper word for « manquant »: the field takes the proper one, the comment
keeps what was written. « Retrouvé » clears the situation and keeps the comment.
Sources: production-2024.md §2.2 (Joconde), rules-of-the-domain.md §2 and §7.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pop.model.values.folding import fold
from pop.model.values.typography import typeset

MISSING: Final = "manquant"
STOLEN: Final = "volé"
FOUND: Final = "retrouvé"

_SEPARATOR: Final = " ; "
# What may follow the word and tell more of it: « volé en 1972 », « manquant (récolement de 2005) ».
_MORE: Final = (
    r"(?P<more>\s*\(.*|\s+(?:en|le|la|depuis|lors|au|aux|a|avant|apres|par|pendant|vers|entre"
    r"|partiellement)\b.*)?"
)
# « manquant », « manquante », « manquants », « manquant(e)(s) ».
_ENDING: Final = r"(?:e|\(e\))?(?:s|\(s\))?"
_SITUATIONS: Final = tuple(
    (re.compile(rf"(?:(?:oeuvre|objet|piece|bien)s? )?{words}{_MORE}[ .]*"), value, improper)
    for words, value, improper in (
        (rf"manquant{_ENDING}", MISSING, False),
        (rf"vole{_ENDING}", STOLEN, False),
        (rf"disparu{_ENDING}", MISSING, True),
        (r"localisation inconnue", MISSING, True),
        (rf"pille{_ENDING}", MISSING, True),
        (rf"presume{_ENDING} detruit{_ENDING}", MISSING, True),
        (rf"retrouve{_ENDING}", FOUND, False),
    )
)
_LOCATION_UNKNOWN: Final = "localisation inconnue"
_IN_PART: Final = re.compile(r"\bpartiel|\ben partie\b|\bpour partie\b")


@dataclass(frozen=True, slots=True)
class Situation:
    """A location without what it said of a loss, and the two fields that say it.

    loca: of the same shape as what was given, one text or several; manquant and comment: what
    MANQUANT and MANQUANT_COM become.
    """

    loca: str | tuple[str, ...]
    manquant: tuple[str, ...]
    comment: str


@dataclass(frozen=True, slots=True)
class Status:
    """What people read of a loss.

    words: « Volé »; detail: the producer's precisions, verbatim; present_place: whether a place
    may be shown as that of today; doubt: a French sentence when fields contradict each other.
    """

    words: str
    present_place: bool
    detail: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class _Piece:
    """One situation read: the value it gives, and the text its comment keeps, maybe none."""

    value: str
    kept: str


def from_location(
    loca: str | Sequence[str], manquant: Iterable[str] = (), comment: str = ""
) -> Situation:
    """Take the situation out of the end of a location, completing the two fields that say it.

    Only the last pieces are read, in any case, with or without accents: a museum may have
    « disparu » in its name. A comment is completed with « ; » and never repeats itself. Doing it
    again changes nothing.
    """
    texts = (loca,) if isinstance(loca, str) else tuple(loca)
    values = [value for value in dict.fromkeys(manquant) if value.strip()]
    cleaned = []
    for text in texts:
        kept, pieces = _taken_apart(text)
        cleaned.append(kept)
        for rank, piece in enumerate(pieces):
            found_after = any(later.value == FOUND for later in pieces[rank + 1 :])
            said = piece.kept or (piece.value if found_after else "")
            comment = _completed(comment, said)
            if piece.value == FOUND:
                values.clear()
            elif piece.value and piece.value not in values:
                values.append(piece.value)
    if isinstance(loca, str):
        return Situation(cleaned[0], tuple(values), comment)
    return Situation(tuple(text for text in cleaned if text), tuple(values), comment)


def _taken_apart(text: str) -> tuple[str, list[_Piece]]:
    """The location, verbatim when it says no situation, and the situations of its end."""
    parts = text.split(";")
    pieces: list[_Piece] = []
    while parts:
        if not parts[-1].strip():
            parts.pop()
            continue
        piece = _read(parts[-1])
        lexicon = len(parts) == 1 and fold(parts[0]).strip(" .") == _LOCATION_UNKNOWN
        # Alone, « localisation inconnue » is a place of the authority list, not a situation.
        if piece is None or lexicon:
            break
        pieces.insert(0, piece)
        parts.pop()
    if not pieces:
        return text, []
    return ";".join(parts).strip(), pieces


def _read(part: str) -> _Piece | None:
    folded = fold(part)
    for pattern, value, improper in _SITUATIONS:
        found = pattern.fullmatch(folded)
        if found is None:
            continue
        written = " ".join(part.split()).rstrip(" .")
        if value == FOUND and _IN_PART.search(folded):
            # The rest is still missing: nothing is cleared.
            return _Piece("", written)
        return _Piece(value, written if improper or found["more"] or value == FOUND else "")
    return None


def _completed(comment: str, said: str) -> str:
    known = {fold(part) for part in comment.split(";")}
    if not said or fold(said) in known:
        return comment
    return f"{comment.strip()}{_SEPARATOR}{said}" if comment.strip() else said


# In Palissy, DEPL says the same where MANQUANT was left empty (« œuvre volée »).
_DETAILS: Final = ("MANQUANT_COM", "VOLS")
_MOVED: Final = "DEPL"
_SHOWN: Final = {STOLEN: "Volé", MISSING: "Manquant", FOUND: "Retrouvé"}


def stated(values: Mapping[str, Any]) -> Status | None:
    """What a notice says of a loss, or None when it says none.

    Nothing missing or stolen has a place of today: its location is where it is expected. A thing
    found has its place again.
    """
    written = _texts(values.get("MANQUANT"))
    detail = next((text for code in _DETAILS for text in _texts(values.get(code))), "")
    moved = next((piece for text in _texts(values.get(_MOVED)) if (piece := _read(text))), None)
    if written:
        return _from_field(written, detail, moved)
    said = (
        _read(part) for code in _DETAILS for part in ";".join(_texts(values.get(code))).split(";")
    )
    if any(piece.value == FOUND for piece in said if piece):
        return Status(_SHOWN[FOUND], True, detail)
    if moved is None or not moved.value:
        return None
    words = _SHOWN[moved.value]
    if _IN_PART.search(fold(moved.kept)):
        words += " en partie"
    return Status(words, moved.value == FOUND, detail)


def _from_field(written: tuple[str, ...], detail: str, moved: _Piece | None) -> Status:
    read = [(text, _read(text)) for text in written]
    found = {piece.value for _, piece in read if piece}
    value = next((value for value in (STOLEN, MISSING, FOUND) if value in found), "")
    words = _SHOWN.get(value, written[0][:1].upper() + written[0][1:])
    doubt = ""
    if moved is not None and moved.value == FOUND and value != FOUND:
        doubt = typeset(f"Un autre champ de la notice dit : « {moved.kept} ».")
    return Status(words, value == FOUND, detail, doubt)


def _texts(value: Any) -> tuple[str, ...]:
    several = value if isinstance(value, list | tuple) else (value,)
    return tuple(text.strip() for text in several if isinstance(text, str) and text.strip())
