"""Every sensible way to read numbers as places, and the choice among them.

A text of coordinates may name no zone or the wrong one, give y before x, kilometres, or
northings without the figure of their zone. Each such departure from what is written has a cost;
of the readings that land where they should, the cheapest is taken, and what it assumes is said.
A number is never changed to make it land: typing errors stay errors.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from pop.model.values import zones
from pop.model.values.coordinate_text import Shape, Written, shapes
from pop.places import departements
from pop.places.bounds import Bounds

Place = tuple[float, float]
Judge = Callable[[str, Place], bool]
"""Whether a place, found in a zone, is where it should be."""

# What each departure costs. Only their order matters: a text without zone is common, a wrong zone
# is rarer than swapped axes, and two departures are less likely than one.
_ZONE_MISSING = 1
_BAND_MISSING = 1
_PREFIX_DROPPED = 1
_SWAPPED = 2
_OTHER_UNIT = 2
_WRONG_ZONE = 3
_TRANSPOSED = 2

# Beyond this, chance alone would begin to place points (docs/reference/coordinates.md).
_MOST = 5

# Two readings of the same cost that fall nearer than this are one, in degrees (about 1 km).
_SAME_PLACE = 0.01

_UNITS = (
    (1.0, float("inf"), ""),
    (1e3, 1e4, "Valeurs lues en kilomètres."),
    (1e2, 1e5, "Valeurs lues en hectomètres."),
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading: the places of the vertices, and what it departs from.

    `corrections`: short codes of the departures, for counting; `assumed`: French sentences.
    """

    zone: str
    places: tuple[Place, ...]
    corners: bool
    unit: float
    cost: int
    corrections: tuple[str, ...]
    assumed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    """The zone of a candidate, before any number is looked at."""

    code: str
    cost: int = 0
    corrections: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()


def degrees_as_written(text: Written) -> Candidate | None:
    """The numbers as degrees in the order of the text, wherever they lead; None beyond 90, 180."""
    plain = (one for shape in shapes(text) for one in _degrees(_Frame(zones.WGS84), shape, text))
    return next((one for one in plain if "swapped" not in one.corrections), None)


def best(text: Written, declared: tuple[str, ...], bounds: Bounds | None) -> tuple[Candidate, ...]:
    """The cheapest readings that land within the bounds: one, none, or several far apart.

    Without bounds, a declared zone must lead where it is used, and a zone that has to be guessed
    must lead to France without any other departure.
    """
    if bounds is None and _vague(declared):
        return plainest(text, declared, None)
    if bounds is None:
        return _cheapest(_landed(_frames(declared, None), text, _where_used))
    return _cheapest(
        _landed(
            _frames(declared, bounds),
            text,
            lambda code, place: bounds.contains(*place) and _within_zone(code, place),
        )
    )


def plainest(
    text: Written, declared: tuple[str, ...], bounds: Bounds | None
) -> tuple[Candidate, ...]:
    """The readings in France, with one departure at most, whatever the bounds.

    The bounds only serve to choose the zones worth trying.
    """
    landed = _landed(_frames(declared, bounds), text, _in_france)
    return _cheapest(candidate for candidate in landed if candidate.cost <= 1)


def _vague(declared: tuple[str, ...]) -> bool:
    return not declared or zones.UTM in declared


def _landed(frames: Iterable[_Frame], text: Written, judge: Judge) -> Iterator[Candidate]:
    """The candidates that the judge accepts, none of a frame dearer than one already found."""
    least = _MOST
    for frame in frames:
        for candidate in _read_in(frame, text) if frame.cost <= least else ():
            if candidate.cost <= _MOST and all(
                judge(candidate.zone, place) for place in _extremes(candidate)
            ):
                least = min(least, candidate.cost)
                yield candidate


def _cheapest(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    landed = list(candidates)
    least = min((candidate.cost for candidate in landed), default=0)
    chosen: list[Candidate] = []
    for candidate in landed:
        if candidate.cost == least and not any(_same(candidate, one) for one in chosen):
            chosen.append(candidate)
    return tuple(chosen)


def _in_france(code: str, place: Place) -> bool:
    return _within_zone(code, place) and departements.in_france(*place)


def _where_used(code: str, place: Place) -> bool:
    """Within the zone; for those which reach far beyond our lands, in France as well."""
    worldwide = code == zones.WGS84 or code.startswith(zones.UTM)
    return _in_france(code, place) if worldwide else _within_zone(code, place)


def _within_zone(code: str, place: Place) -> bool:
    box = zones.MAINLAND if code == zones.LAMBERT else zones.zone(code).box
    return box.contains(*place)


def _frames(declared: tuple[str, ...], bounds: Bounds | None) -> Iterator[_Frame]:
    """The zones to try: those declared, then, when something can judge, all the others.

    A declared zone is only given up when bounds are there to show that it is wrong.
    """
    for code in declared:
        if code == zones.UTM:
            yield from (
                _Frame(
                    band,
                    _BAND_MISSING,
                    ("band_missing",),
                    (f"Fuseau non indiqué : lu comme {zones.label(band)}.",),
                )
                for band in zones.codes_for(bounds)
                if band.startswith(zones.UTM)
            )
        else:
            yield _Frame(code)
        if code == zones.GAUSS_LABORDE:
            sentence = f"Lue comme {zones.label(zones.GAUSS_LABORDE_TRANSPOSED)}."
            yield _Frame(zones.GAUSS_LABORDE_TRANSPOSED, _TRANSPOSED, ("transposed",), (sentence,))
    if declared and bounds is None:
        return
    for code in zones.codes_for(bounds):
        label = zones.label(code)
        if code in declared or (zones.UTM in declared and code.startswith(zones.UTM)):
            continue
        if code == zones.GAUSS_LABORDE_TRANSPOSED:
            continue
        if declared:
            said = " ; ".join(zones.label(one) for one in declared)
            sentence = f"Zone indiquée : {said}, mais le lieu se lit en {label}."
            yield _Frame(code, _WRONG_ZONE, ("zone_wrong",), (sentence,))
        else:
            sentence = f"Zone absente ou inconnue : lue comme {label}."
            yield _Frame(code, _ZONE_MISSING, ("zone_missing",), (sentence,))


def _read_in(frame: _Frame, text: Written) -> Iterator[Candidate]:
    for shape in shapes(text):
        if frame.code == zones.WGS84:
            yield from _degrees(frame, shape, text)
        else:
            yield from _metres(frame, shape, text)


def _degrees(frame: _Frame, shape: Shape, text: Written) -> Iterator[Candidate]:
    """« lon;lat » is the order of COOR, « lat, lon » that of everyone else; then the reverse."""
    for swapped in (False, True):
        latitude_first = text.semicolon == swapped
        places = tuple(
            zones.convert(zones.WGS84, *(reversed(pair) if latitude_first else pair))
            for pair in shape.vertices
        )
        if None not in places:
            yield _candidate(frame, shape, text, places, swapped, 1.0, "", False)


def _metres(frame: _Frame, shape: Shape, text: Written) -> Iterator[Candidate]:
    prefix = 0.0 if frame.code == zones.LAMBERT else zones.zone(frame.code).prefix_m
    highest = max(abs(number) for pair in shape.vertices for number in pair)
    for unit, limit, sentence in _UNITS:
        if highest >= limit:
            continue
        for swapped in (False, True):
            pairs = [
                (pair[1] * unit, pair[0] * unit) if swapped else (pair[0] * unit, pair[1] * unit)
                for pair in shape.vertices
            ]
            for added in (0.0, prefix) if prefix else (0.0,):
                if added and max(y for _, y in pairs) >= 1e6:
                    continue
                places = tuple(zones.convert(frame.code, x, y + added) for x, y in pairs)
                if None not in places:
                    exact = replace(frame, code=_exact(frame.code, [y for _, y in pairs]))
                    yield _candidate(
                        exact, shape, text, places, swapped, unit, sentence, bool(added)
                    )


def _exact(code: str, northings: list[float]) -> str:
    """The one Lambert zone of these northings, or LAMBERT when they are of several."""
    exact = {zones.resolved(code, northing) for northing in northings}
    return exact.pop() or code if len(exact) == 1 else code


def _candidate(
    frame: _Frame,
    shape: Shape,
    text: Written,
    places: tuple[Place | None, ...],
    swapped: bool,
    unit: float,
    unit_sentence: str,
    prefixed: bool,
) -> Candidate:
    degrees = frame.code == zones.WGS84
    departures = [
        (text.mended, 1, "letter_for_zero", "La lettre O est lue comme un zéro."),
        (bool(shape.assumed), shape.cost, "shape", shape.assumed or ""),
        (bool(unit_sentence), _OTHER_UNIT, "unit", unit_sentence),
        (
            swapped,
            _SWAPPED,
            "swapped",
            "Latitude et longitude lues dans l’ordre inverse."
            if degrees
            else "Axes lus dans l’ordre inverse : y avant x.",
        ),
        (
            prefixed,
            _PREFIX_DROPPED,
            "prefix",
            "Ordonnée lue sans le chiffre des millions de sa zone, rétabli.",
        ),
    ]
    taken = [departure for departure in departures if departure[0]]
    return Candidate(
        frame.code,
        tuple(place for place in places if place is not None),
        shape.corners,
        unit,
        frame.cost + sum(cost for _, cost, _, _ in taken),
        frame.corrections + tuple(code for _, _, code, _ in taken),
        frame.assumed + tuple(sentence for _, _, _, sentence in taken if sentence),
    )


def _extremes(candidate: Candidate) -> Iterator[Place]:
    yield from candidate.places
    if candidate.corners:
        (south, west), (north, east) = candidate.places
        yield from ((south, east), (north, west))


def _same(one: Candidate, other: Candidate) -> bool:
    return len(one.places) == len(other.places) and all(
        abs(a - b) <= _SAME_PLACE
        for mine, theirs in zip(one.places, other.places, strict=True)
        for a, b in zip(mine, theirs, strict=True)
    )
