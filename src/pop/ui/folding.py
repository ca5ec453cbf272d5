"""Where a long text of a notice folds, so that a page stays readable and nothing is lost."""

import re
from dataclasses import dataclass
from math import ceil

LINES = 10
LINE_LENGTH = 70
# Hiding two lines would cost more attention than it saves.
SPARED = 3

_SENTENCE_END = re.compile(r"(?<=\w{3}[.!?…])\s+(?=[A-ZÀ-ÖØ-Þ«])")


@dataclass(frozen=True)
class Folded:
    head: list[str]
    tail: list[str]
    # The first hidden paragraph goes on with the last one shown, in the middle of a sentence.
    cut: bool = False

    @property
    def inline(self) -> bool:
        """Short enough to stand beside other values on a line."""
        return not self.tail and len(self.head) == 1 and _lines(self.head[0]) <= SPARED


def fold(paragraphs: list[str]) -> Folded:
    """Some ten lines shown, the rest folded; a short text is left whole."""
    paragraphs = [paragraph for paragraph in paragraphs if paragraph.strip()]
    if sum(map(_lines, paragraphs)) <= LINES + SPARED:
        return Folded(paragraphs, [])
    head: list[str] = []
    room = LINES
    for index, paragraph in enumerate(paragraphs):
        if _lines(paragraph) <= room:
            head.append(paragraph)
            room -= _lines(paragraph)
            continue
        if head and room <= SPARED:
            return Folded(head, paragraphs[index:])
        shown, hidden, cut = _split(paragraph, room * LINE_LENGTH)
        if hidden:
            return Folded([*head, shown], [hidden, *paragraphs[index + 1 :]], cut)
        head.append(paragraph)
        room = 0
    return Folded(head, [])


def _lines(paragraph: str) -> int:
    return ceil(len(paragraph) / LINE_LENGTH)


def _split(paragraph: str, length: int) -> tuple[str, str, bool]:
    """Cut at the end of the last sentence that fits, else between two words."""
    ends = [m for m in _SENTENCE_END.finditer(paragraph) if length // 3 <= m.start() <= length]
    if ends:
        return paragraph[: ends[-1].start()], paragraph[ends[-1].end() :], False
    space = paragraph.rfind(" ", 1, length + 1)
    if space < 0:
        return paragraph, "", False
    return paragraph[:space], paragraph[space + 1 :], True
