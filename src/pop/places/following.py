"""Follow communes through mergers, divisions and moves, up to those of today."""

from collections import defaultdict
from dataclasses import dataclass

from pop.places.communes import Kind
from pop.places.folding import fold

# Changes that INSEE's list of movements does not tell as such.
# Saint-Barthélemy and Saint-Martin left Guadeloupe in 2007 (loi organique n° 2007-223);
# the communes of Mayotte were 985xx until 2011.
_LEFT = {"97123": "97701", "97127": "97801"}
_OLD_MAYOTTE, _MAYOTTE = "985", "976"
# In 1976 the communes of Corsica changed 20 for 2A or 2B, and kept their three figures.
_OLD_CORSICA, _CORSICAS = "20", ("2A", "2B")


@dataclass(frozen=True, slots=True)
class Former:
    """A code that is not, or no longer, that of a commune, and the communes it leads to."""

    code: str
    name: str
    kind: Kind
    successors: tuple[str, ...]


class History:
    """What the sources tell, put together, then resolved."""

    def __init__(self) -> None:
        self.names_today: dict[str, str] = {}
        self._parts: dict[str, tuple[str, Kind, str]] = {}
        # Of each code: the changes that led it elsewhere, and the names it bore as a commune.
        self._moves: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        self._names: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)

    def today(self, code: str, name: str) -> None:
        """A commune of today."""
        self.names_today[code] = name

    def part(self, code: str, name: str, kind: Kind, parent: str) -> None:
        """A code that belongs to a commune of today (arrondissement, delegated, merged)."""
        if name and code in self.names_today:
            self._names[code].append(("", name))
        if code not in self._parts:
            self._parts[code] = (name, kind, parent)

    def change(self, date: str, before: tuple[str, str, str], after: tuple[str, str]) -> None:
        """A movement: (type, code, name) before and (type, code) after, "" when nothing is."""
        kind, code, name = before
        kind_after, code_after = after
        if kind == "COM":
            self._names[code].append((date, name))
        if kind_after == "COM" and code_after != code:
            self._moves[code].append((date, code_after))

    def old_names(self, code: str) -> list[str]:
        """The names a commune of today bore, the latest first, without that of today."""
        told = [name for _, name in sorted(self._names[code], key=lambda one: one[0], reverse=True)]
        return [name for name in dict.fromkeys(told) if name != self.names_today.get(code)]

    def resolved(self) -> list[Former]:
        """All the codes that lead to communes of today without being one, in their order."""
        codes = (set(self._moves) | set(self._parts) | set(_LEFT)) - set(self.names_today)
        found = {}
        for code in codes:
            former = self._resolve(code)
            if former:
                found[code] = former
        for code in (*self.names_today, *list(found)):
            for older in _older_codes(code):
                if older not in found:
                    found[older] = self._aged(older, code, found)
        return [found[code] for code in sorted(found)]

    def _resolve(self, code: str) -> Former | None:
        name, kind, parent = self._parts.get(code, ("", "ancienne", ""))
        if not name:
            name = next(iter(self.old_names(code)), "")
        successors = (parent,) if parent in self.names_today else self._follow(code)
        if not successors:
            return None
        return Former(code, name, kind, self._likeliest_first(name, successors))

    def _follow(
        self, code: str, since: str = "", seen: frozenset[str] = frozenset()
    ) -> tuple[str, ...]:
        """The communes of today that a code led to by its last change after a date."""
        if code in self.names_today:
            return (code,)
        if code in seen:
            return ()
        moves = [move for move in self._moves[code] if move[0] >= since]
        if not moves:
            left = _LEFT.get(code, "")
            return (left,) if left in self.names_today else ()
        last = max(date for date, _ in moves)
        targets = (target for date, target in moves if date == last)
        found = [one for target in targets for one in self._follow(target, last, seen | {code})]
        return tuple(dict.fromkeys(found))

    def _likeliest_first(self, name: str, codes: tuple[str, ...]) -> tuple[str, ...]:
        """Of several successors, first one of the same name, then one whose name is within it."""
        folded = fold(name)

        def likeness(code: str) -> int:
            other = fold(self.names_today[code])
            return 0 if other == folded else 1 if other in folded else 2

        return tuple(sorted(codes, key=likeness))

    def _aged(self, older: str, code: str, found: dict[str, Former]) -> Former:
        if code in self.names_today:
            return Former(older, self.names_today[code], "ancienne", (code,))
        former = found[code]
        return Former(older, former.name, "ancienne", former.successors)


def _older_codes(code: str) -> tuple[str, ...]:
    if code[:2] in _CORSICAS:
        return (_OLD_CORSICA + code[2:],)
    if code[:3] == _MAYOTTE:
        return (_OLD_MAYOTTE + code[3:],)
    return ()
