"""The notices of a JSON text, one by one, whatever holds them and however large it is.

One notice, a list, one a line (JSON Lines), or the answer of an API: the lists in `hits`,
`responses`, `features`… are gone through without reading the rest at once.
"""

import json
from collections.abc import Generator, Iterator
from typing import Any, Final

from pop.imports.refusals import Unreadable
from pop.model.values.typography import quoted

# Keys of an answer that hold notices, or hold what holds them.
HOLDERS: Final = frozenset(
    {
        "responses", "hits", "features", "notices", "notice", "records", "results", "documents",
        "docs",
    }
)  # fmt: skip
# One notice, at most. Beyond, the text is no list of notices, or a brace is never closed.
_LONGEST: Final = 32 * 2**20
# What an empty answer says beside its lists.
_FIGURES: Final = frozenset({"total", "max_score", "took", "timed_out", "status", "_shards"})
_BLANKS: Final = " \t\r\n\ufeff\x1e"


def items(chunks: Iterator[str]) -> Iterator[Any]:
    """What the lists of a JSON text hold, in order; numbers as they are written.

    Raises Unreadable, with the line, when the text is not well-formed.
    """
    text = _Text(chunks)
    holder = True
    while character := text.peek():
        # After a first notice come others, one a line: read whole, much faster.
        if character == "{" and holder:
            holder = yield from _object(text)
        elif character == "[":
            yield from _list(text)
        else:
            yield text.value()
        if text.peek() == ",":
            text.skip()


def _list(text: "_Text", *, of_answers: bool = False) -> Iterator[Any]:
    text.skip()
    while text.peek() != "]":
        if of_answers and text.peek() == "{":
            yield from _object(text)
        else:
            yield text.value()
        if text.peek() == ",":
            text.skip()
        elif text.peek() != "]":
            raise text.fault("une virgule ou la fin de la liste est attendue ici")
    text.skip()


def _object(text: "_Text") -> Generator[Any, None, bool]:
    """An object met outside a list: an answer, gone through key by key, or a notice.

    Gives back whether it was an answer.
    """
    text.skip()
    kept: dict[str, Any] = {}
    holder = False
    while text.peek() != "}":
        key = text.value()
        if not isinstance(key, str) or text.peek() != ":":
            raise text.fault("un nom suivi de « : » est attendu ici")
        text.skip()
        character = text.peek()
        if key in HOLDERS and character and character in "[{":
            holder = True
            if character == "[":
                yield from _list(text, of_answers=key == "responses")
            else:
                yield from _object(text)
        else:
            kept[key] = text.value()
        if text.peek() == ",":
            text.skip()
        elif text.peek() != "}":
            raise text.fault("une virgule ou la fin de l’objet est attendue ici")
    text.skip()
    # What stands beside the lists of an answer (« total », « took ») is no notice.
    if not holder and "REF" not in kept and kept.keys() <= _FIGURES:
        return True
    if not holder and kept:
        yield kept
    return holder


class _Text:
    """A JSON text that comes by parts, read from left to right."""

    def __init__(self, chunks: Iterator[str]) -> None:
        self._chunks = chunks
        self._text, self._place, self._line = "", 0, 1
        self._decode = json.JSONDecoder(
            strict=False, parse_int=str, parse_float=str, parse_constant=str
        ).raw_decode

    def peek(self) -> str:
        """The next character that is not blank; nothing at the end."""
        while True:
            while self._place < len(self._text):
                character = self._text[self._place]
                if character not in _BLANKS:
                    return character
                self._place += 1
            if not self._more():
                return ""

    def skip(self) -> None:
        """Pass over the character seen."""
        self._place += 1

    def value(self) -> Any:
        """The next value, read whole."""
        if not self.peek():
            raise self.fault("le texte s’arrête avant sa fin ; le fichier est incomplet")
        while True:
            try:
                found, end = self._decode(self._text, self._place)
            except json.JSONDecodeError as error:
                if len(self._text) - self._place < _LONGEST and self._more():
                    continue
                raise self._broken(error) from error
            except RecursionError as error:
                raise self.fault("des listes sont emboîtées sans fin") from error
            if not self._may_go_on(end) or not self._more():
                self._place = end
                return found

    def _may_go_on(self, end: int) -> bool:
        """Whether a value read up to there may be a number that the next part completes."""
        rest = self._text[end : end + 8]
        number = self._text[self._place] in "-0123456789"
        return not rest or (number and len(rest) < 8 and rest[0] not in ",]} \t\r\n")

    def fault(self, what: str) -> Unreadable:
        """What is wrong here, with the line."""
        if not self.peek():
            what = "le texte s’arrête avant sa fin ; le fichier est incomplet"
        return Unreadable(f"ce n’est pas du JSON bien formé : {what}.", self._line_at(self._place))

    def _broken(self, error: json.JSONDecodeError) -> Unreadable:
        if error.pos >= len(self._text.rstrip()) or error.msg.startswith("Unterminated"):
            what = "le texte s’arrête avant sa fin ; le fichier est incomplet"
        else:
            seen = quoted(self._text[error.pos : error.pos + 20])
            what = f"il y a une faute devant {seen}"
        return Unreadable(f"ce n’est pas du JSON bien formé : {what}.", self._line_at(error.pos))

    def _line_at(self, place: int) -> int:
        return self._line + self._text.count("\n", 0, place)

    def _more(self) -> bool:
        """Read the next part, letting go of what was passed over."""
        part = next(self._chunks, "")
        if not part:
            return False
        self._line += self._text.count("\n", 0, self._place)
        self._text = self._text[self._place :] + part
        self._place = 0
        return True
