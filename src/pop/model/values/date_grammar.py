"""The grammar of date expressions: points in time, what qualifies them, what is said beside.

    expression = point { link point | note }        link = « , ; . : et ou - / à jusqu'à »
    point      = { « vers avant après entre limite … » } date { « ? vers avant … » }
    note       = words that are not a date, kept as they are

A reader goes through the tokens once, from left to right. Words it does not know before the
first date, or right after a period (« âge du bronze chypriote » is not our Bronze Age), make
the whole text not understood: half a date understood would be a false date.
"""

from pop.model.values.date_expression import DateExpression, Interval, NotUnderstood
from pop.model.values.date_merge import merged
from pop.model.values.date_point import OpenSpan, Point
from pop.model.values.date_readings import LATEST_YEAR, UNKNOWN_YEAR, point
from pop.model.values.date_text import Token, folded, mended, tokens
from pop.model.values.date_words import (
    EPOCH_WORDS,
    LEADING,
    LINK_STRENGTH,
    LINKING,
    LINKS,
    MONTHS,
    NOT_A_NOTE,
    OTHER_CALENDARS,
    PARTS,
    QUALIFIERS,
    QUIET,
    SEPARATORS,
    TAILS,
    UNITS,
    UNKNOWN,
    VERBS,
)
from pop.model.values.date_years import straight

LONGEST = 1000
"""Characters; a longer text is no date expression."""

_DATED = frozenset(("day", "dmy", "ym", "my", "hole", "bc", "ad"))


def read(text: str) -> DateExpression:
    """The meaning of the text.

    Raises NotUnderstood, or ImpossibleDate when it is a date that no calendar has. Time is
    bounded: at most `LONGEST` characters, each token being read a small number of times.
    """
    if len(text) > LONGEST:
        raise NotUnderstood
    source = mended(text).strip()
    plain = folded(source)
    line = tokens(source, plain)
    unknown = UNKNOWN.match(plain)
    if unknown:
        line = [token for token in line if token.start >= unknown.end()]
    reader = _Reader(source, line)
    if unknown:
        reader.points.append(Point("unknown"))
    reader.run()
    intervals = reader.intervals()
    note = " ; ".join(dict.fromkeys(note for note in reader.notes if note))
    dated = [found for found in reader.points if found.kind != "unknown"]
    if dated and not intervals:
        raise NotUnderstood
    return DateExpression(
        text,
        intervals,
        unknown=bool(reader.points) and not dated,
        style=reader.style and not intervals,
        note=note,
        day=next((found.iso for found in dated if found.iso), None),
    )


class _Reader:
    """One pass over the tokens of a text; `points`, `notes` and `style` are what it found."""

    def __init__(self, source: str, line: list[Token], nested: bool = False) -> None:
        self.source = source
        self.line = line
        self.nested = nested
        self.points: list[Point] = []
        self.notes: list[str] = []
        self.style = False

    def intervals(self) -> tuple[Interval, ...]:
        return merged(self.points)

    def run(self) -> None:
        line, at = self.line, 0
        while at < len(line):
            before = at
            at, link, spoken = self._links(at)
            if at >= len(line):
                break
            kind = line[at].kind
            if kind in "([" and (self.points or self.notes):
                at = self._parenthesis(at)
            elif kind == "?" and self.points:
                self.points[-1].uncertain = True
                at += 1
            elif line[at].text == "style":
                at = self._style(at)
            elif self.points and (tail := self._tail(at, self.points[-1])):
                _apply(self.points[-1], tail)
                at += 1
            elif found := self._point(at, marked=link == "range" and self._after_a_period()):
                self._add(found[0], link, marked=line[at].text in EPOCH_WORDS)
                at = found[1]
            else:
                at = self._note(at, before, link, spoken)
        if not self.points and not self.style:
            raise NotUnderstood

    def _add(self, found: Point, link: str, marked: bool) -> None:
        if not link and not marked and self.points and found.finished:
            before = self.points[-1]
            if "period" in (found.kind, before.kind):
                if found.kind == before.kind:
                    # « hellénistique étrusque » is a third period, which we do not know.
                    raise NotUnderstood
                link = "same"
        found.link = link or "list"
        self.points.append(found)

    def _links(self, at: int) -> tuple[int, str, int]:
        """Position after what links to the next point, the kind of link, and where its words
        begin (they belong to the note when no point follows)."""
        line, link, spoken = self.line, "", -1
        while at < len(line):
            token = line[at]
            if token.kind in QUIET:
                at += 1
                continue
            found = LINKS.get(token.text)
            if found is None or (not self.points and found == "range"):
                if self.points or token.kind not in "([":
                    break
                at += 1
                continue
            if token.kind == "word":
                if (
                    not self.points
                    or self._tail(at, self.points[-1])
                    or self._text(at + 1) in ("partir", "compter")
                ):
                    break
                spoken = at if spoken < 0 else spoken
            elif token.kind == "-" and self._negative(at):
                break
            link = max(link, found, key=LINK_STRENGTH.index)
            at += 1
        return at, link, spoken

    def _negative(self, at: int) -> bool:
        """Whether the dash is the sign of a year before our era rather than a link."""
        line = self.line
        if at + 1 >= len(line) or line[at + 1].kind != "num" or at == 0:
            return False
        glued = line[at + 1].start == line[at].end
        apart = line[at].start > line[at - 1].end or line[at - 1].kind in "-/"
        return glued and apart and self.points[-1].before_our_era

    def _text(self, at: int) -> str:
        return self.line[at].text if at < len(self.line) else ""

    def _ends(self, at: int) -> bool:
        """Whether nothing but a sign stands at `at`: the word before it closes the point."""
        return at >= len(self.line) or self.line[at].kind in ",;.:)]?(["

    def _tail(self, at: int, read: Point | None) -> str:
        """What a word that follows its date says of it: « 1880 vers », « 1875 et »."""
        action = TAILS.get(self.line[at].text, "")
        if action in ("from", "to") and read and read.kind == "period":
            # « Nagada II A »
            return ""
        return action if action and self._ends(at + 1) else ""

    def _after_a_period(self) -> bool:
        """« 1er Empire-Restauration »: the everyday word is a period beside another one."""
        return bool(self.points) and self.points[-1].kind == "period"

    def _point(self, at: int, marked: bool = False) -> tuple[Point, int] | None:
        """A point with all that qualifies it, before and after; None if there is none here."""
        line, said = self.line, []
        found = None
        while at < len(line):
            token = line[at]
            if token.text in ("c", "v") and self._text(at + 1) == ".":
                # « v. 1880 », « c. 1880 », not the numeral
                said.append("about")
                at += 2
                continue
            found = point(line, at, marked)
            if found:
                break
            action = QUALIFIERS.get(token.text, "")
            if action:
                said.append(action)
            elif token.text not in LEADING and not (
                token.kind in "-.([" and at > 0 and line[at - 1].kind in ("word", "roman")
            ):
                return None
            marked = token.text in EPOCH_WORDS or (marked and token.text in LINKING)
            at += 1
        if not found:
            return None
        read, at = found
        for action in said:
            _apply(read, action)
        while at < len(line):
            if line[at].kind == "?":
                read.uncertain = True
            elif tail := self._tail(at, read):
                _apply(read, tail)
            else:
                break
            at += 1
        if not read.finished and not self._continues(at, read):
            return None
        return read, at

    def _continues(self, at: int, read: Point) -> bool:
        """Whether an unfinished point may be: something near will finish it, or it stands alone.

        « 19e » alone is a century, « 11e régiment » is not.
        """
        if read.kind == "part":
            return True
        if at >= len(self.line):
            # A numeral without ending (« minoen I ») says too little.
            return read.written[-1:] == "e" or bool(self.points and read.kind == "number")
        return self.line[at].kind in ",;-/()?" or LINKS.get(self.line[at].text) is not None

    def _style(self, at: int) -> int:
        """« style Louis XVI »: a manner, which may be of any later date."""
        self.style = True
        while at < len(self.line) and self.line[at].kind not in ",;:":
            at += 1
        return at

    def _parenthesis(self, at: int) -> int:
        """What is between brackets: a doubt, a more precise date, or a note."""
        line, start, depth = self.line, at + 1, 1
        while depth and at + 1 < len(line):
            at += 1
            depth += (line[at].kind in "([") - (line[at].kind in ")]")
        end = at if not depth else at + 1
        inner = line[start:end]
        after = end + (not depth)
        action = QUALIFIERS.get(inner[0].text, "") if inner else ""
        last = self.points[-1] if self.points else None
        if last and all(token.kind == "?" for token in inner):
            last.uncertain = last.uncertain or bool(inner)
        elif last and action and all(token.kind in "?." for token in inner[1:]):
            _apply(last, action)
            last.uncertain = last.uncertain or any(token.kind == "?" for token in inner)
        elif inner and not (last and self._refine(last, inner)):
            self.notes.append(self.source[inner[0].start : inner[-1].end])
        return after

    def _refine(self, last: Point, inner: list[Token]) -> bool:
        """« époque Meiji (1868-1912) », « 19e siècle (fin) »: the brackets date the same thing."""
        if self.nested or inner[0].text in VERBS:
            return False
        reader = _Reader(self.source, inner, nested=True)
        try:
            reader.run()
        except NotUnderstood:
            return False
        found = reader.points
        if reader.notes or not found:
            return False
        if len(found) == 1 and found[0].kind == "part":
            found[0].link = "list"
            self.points.append(found[0])
            return True
        try:
            bounds = [_straight(interval) for interval in reader.intervals()]
        except NotUnderstood:
            return False
        last.refined += [bounds] if bounds else []
        last.uncertain = last.uncertain or any(each.uncertain for each in found)
        return True

    def _note(self, at: int, before: int, link: str, spoken: int) -> int:
        """Keeps the words up to the next date; refuses them when they may change its meaning."""
        line = self.line
        if not self.points and not self.style:
            raise NotUnderstood
        start = spoken if spoken >= 0 else at
        separators = {token.kind for token in line[before:start]} & SEPARATORS
        bracketed = 0
        while at < len(line):
            bracketed += (line[at].kind in "([") - (line[at].kind in ")]")
            if line[at].kind in SEPARATORS and bracketed <= 0 and self._starts(at + 1):
                break
            at += 1
        words = line[start:at]
        if not words:
            raise NotUnderstood
        if not separators and self.points:
            self._refuse_direct(words)
        if ":" not in separators and self._dated(words):
            raise NotUnderstood
        if any(token.text in OTHER_CALENDARS for token in words):
            raise NotUnderstood
        self.notes.append(self.source[words[0].start : words[-1].end].strip())
        return at

    def _refuse_direct(self, words: list[Token]) -> None:
        """Words without a sign between them and the date: only some dates stand it."""
        last = self.points[-1]
        named = last.kind in ("day", "century", "unknown") or (
            last.kind == "year" and len(last.written) == 4
        )
        if not named or words[0].text in NOT_A_NOTE or words[0].kind in "%/":
            raise NotUnderstood

    def _dated(self, words: list[Token]) -> bool:
        """Whether a note still holds what looks like a date, which would then be lost."""
        if self.points and self.points[-1].iso:
            return False
        return any(
            token.kind in _DATED
            or (token.kind == "num" and 100 <= token.value <= LATEST_YEAR)
            or (token.text in UNITS and token.text != "s")
            for token in words
        )

    def _starts(self, at: int) -> bool:
        """Whether a date starts here, looking only where one may."""
        line = self.line
        while at < len(line) and line[at].kind in SEPARATORS:
            at += 1
        if at >= len(line):
            return False
        token = line[at]
        if token.kind == "word":
            if token.text == "style" or self._tail(at, None):
                return True
            if token.text in LINKING or token.text in ("a", "et"):
                return False
        elif token.kind == "num":
            following = self._text(at + 1)
            if token.value < 1000:
                return following in MONTHS or following in UNITS
            # After a day, figures are more often a plot of land than another year.
            closed = following in ("", ":") or not (self.points and self.points[-1].iso)
            return closed and (token.value <= LATEST_YEAR or token.value == UNKNOWN_YEAR)
        elif token.kind in ("ord", "roman"):
            following = self._text(at + 1)
            if following not in UNITS and following not in PARTS and following not in MONTHS:
                return bool(point(line, at)) and self._point(at) is not None
        return self._point(at) is not None


def _straight(interval: Interval) -> OpenSpan:
    start, end = interval.start, interval.end
    return None if start is None else straight(start), None if end is None else straight(end)


def _apply(read: Point, action: str) -> None:
    """Sets on a point what a word says of it."""
    if action == "about":
        read.about = True
    elif action == "uncertain":
        read.uncertain = True
    elif action == "limit":
        read.limit = True
    elif action == "between":
        read.half = "from"
    elif action in ("from", "to"):
        read.half = action
    else:
        read.bound = action
