"""Broader terms of broader terms, worked out once: loops cut, distances, order of usefulness."""

from collections import defaultdict, deque
from collections.abc import Iterator
from typing import NamedTuple

from pop.model.values.typography import quoted
from pop.vocabulary.scheme import Scheme, Unusable

MOST_LINKS = 2_000_000
ORPHAN = "terme générique absent du fichier"
LOOP = "boucle dans la hiérarchie, coupée"


class Below(NamedTuple):
    """One concept below another; places are those of the scheme's entries."""

    broader: int
    concept: int
    distance: int
    rank: int


def parents(scheme: Scheme) -> list[list[int]]:
    """The direct broader concepts of each entry, as places; orphans and loops said and left."""
    places = {entry.identifier: place for place, entry in enumerate(scheme.entries)}
    found: list[list[int]] = []
    for entry in scheme.entries:
        own: list[int] = []
        for name in entry.broader:
            if name in places:
                own.append(places[name])
            else:
                term = quoted(entry.preferred(scheme.language))
                scheme.say(ORPHAN, entry.line, f"{quoted(name)}, pour {term}")
        found.append(own)
    _cut_loops(scheme, found)
    return found


def _cut_loops(scheme: Scheme, above: list[list[int]]) -> None:
    """Remove the links that lead back to where one comes from, each said."""
    done = bytearray(len(above))
    for start in range(len(above)):
        if done[start]:
            continue
        path = [start]
        on_path = {start: 0}
        waiting = [list(above[start])]
        while path:
            if waiting[-1]:
                upper = waiting[-1].pop()
                if upper in on_path:
                    above[path[-1]].remove(upper)
                    loop = [*path[on_path[upper] :], upper]
                    names = [scheme.entries[place].preferred(scheme.language) for place in loop]
                    line = scheme.entries[path[-1]].line
                    scheme.say(LOOP, line, " → ".join(map(quoted, names[:6])))
                elif not done[upper]:
                    on_path[upper] = len(path)
                    path.append(upper)
                    waiting.append(list(above[upper]))
            else:
                waiting.pop()
                last = path.pop()
                del on_path[last]
                done[last] = 1


def closure(above: list[list[int]]) -> Iterator[Below]:
    """Every pair of a concept and one below it. Raises Unusable when there are too many.

    Those below one concept are ranked: the nearest first, then in the order of the file.
    """
    below: list[list[tuple[int, int]]] = [[] for _ in above]
    links = 0
    for place in range(len(above)):
        for upper, distance in _ancestors(above, place).items():
            below[upper].append((distance, place))
            links += 1
            if links > MOST_LINKS:
                raise Unusable(
                    f"plus de {MOST_LINKS} liens hiérarchiques : vérifiez les termes génériques."
                )
    for broader, concepts in enumerate(below):
        concepts.sort()
        for rank, (distance, concept) in enumerate(concepts, 1):
            yield Below(broader, concept, distance, rank)


def check(scheme: Scheme) -> None:
    """Say what is odd in the hierarchy, and raise Unusable, as loading would."""
    for _ in closure(parents(scheme)):
        pass


def _ancestors(above: list[list[int]], place: int) -> dict[int, int]:
    """All that is broader than a concept, with the shortest distance."""
    distances: dict[int, int] = {}
    queue = deque((upper, 1) for upper in above[place])
    while queue:
        upper, distance = queue.popleft()
        if upper not in distances:
            distances[upper] = distance
            queue.extend((each, distance + 1) for each in above[upper])
    return distances


def branches(above: list[list[int]], roots: set[int]) -> set[int]:
    """Those concepts and all below them."""
    children: dict[int, list[int]] = defaultdict(list)
    for place, own in enumerate(above):
        for upper in own:
            children[upper].append(place)
    found: set[int] = set()
    waiting = list(roots)
    while waiting:
        place = waiting.pop()
        if place not in found:
            found.add(place)
            waiting += children[place]
    return found
