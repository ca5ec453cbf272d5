"""Coordinates: where a thing is, from what its notice says.

`read` takes the text of COOR (a point) or COORM (a polygon) with its ZONE, in any projection used
by French heritage services. The four verbs take a text alone: it means something by itself only
when it is in WGS84 degrees (« 45.790491, 4.797411 »); metres wait for their zone.
Sources: facts/production-2024.md §1.1; docs/reference/coordinates.md.
"""

from dataclasses import dataclass
from typing import Any, NamedTuple

from pop.model.values import coordinate_readings, polygons, zones
from pop.model.values.coordinate_readings import Candidate
from pop.model.values.coordinate_text import Written, degrees, shapes, written
from pop.model.values.verbs import Fault, Indexed
from pop.places import departements
from pop.places.bounds import Bounds

__all__ = ["Bounds", "Point", "Reading", "check", "display", "index", "parse", "read"]

_METRES_PER_DEGREE = 111_320.0

# Of computed degrees: one centimetre. Degrees that are given stay as given.
_DECIMALS = 7

_NOT_RIGHT = Fault(
    "NOT_RIGHT",
    "Coordonnées illisibles : écrivez deux nombres, « x ; y », ou « x1 ; y1 / x2 ; y2 / … » pour"
    " un polygone.",
)
_NOT_IN_FRANCE = Fault(
    "NOT_IN_FRANCE",
    "Ces coordonnées ne tombent pas en France : vérifiez les nombres, leur ordre et la zone.",
)
_NOT_IN_BOUNDS = Fault(
    "NOT_IN_BOUNDS",
    "Ces coordonnées tombent hors du département indiqué : vérifiez les nombres, la zone et le"
    " département.",
)
_CROSSED = Fault(
    "SELF_INTERSECTS",
    "Le contour se croise lui-même : donnez les sommets dans l’ordre où l’on en fait le tour.",
)
_REVERSED = Fault(
    "NOT_RIGHT",
    "Latitude et longitude semblent inversées : écrivez la latitude d’abord.",
)


class Point(NamedTuple):
    """A place in WGS84 degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood of a text of coordinates; the text itself is kept by the caller.

    `point`: the place, or the middle of the polygon, None when there is none.
    `geojson`: a GeoJSON Polygon when three vertices or an extent are given.
    `zone`: code of the zone used, None when nothing was read.
    `accuracy_m`: metres by which conversion and rounding of the figures may be wrong; it knows
    nothing of how the place was measured.
    `assumed`: French sentences, one after the other, on what was taken for granted;
    `corrections`: the same as codes, for counting.
    """

    point: Point | None = None
    geojson: dict[str, Any] | None = None
    zone: str | None = None
    accuracy_m: float | None = None
    faults: tuple[Fault, ...] = ()
    assumed: str | None = None
    corrections: tuple[str, ...] = ()


def read(coor: str, zone: str | None = None, bounds: Bounds | None = None) -> Reading:
    """Read a text of COOR or COORM, in the zone it names, or the likeliest that suits.

    `bounds`: where the place is known to be, usually those of its département; the margin of
    `pop.places.bounds` is allowed around. They let a zone be found or mended, axes or units be
    set right; without them, a text without zone is only read when a single place in France
    suits. Any text gives a Reading: what cannot be read has faults, never an exception. (0, 0)
    is no place, and no fault either: it is how the former base wrote « nothing ».
    """
    around = bounds.widened() if bounds else None
    angles = degrees(coor)
    if angles:
        return _read_degrees(angles, around)
    text = written(coor)
    if text is None:
        return Reading(faults=(_NOT_RIGHT,)) if coor.strip() else Reading()
    if not any(text.numbers):
        return Reading()
    declared = zones.declared(zone or "")
    found = coordinate_readings.best(text, declared, around)
    if len(found) == 1:
        return _reading(found[0], text)
    if found:
        return Reading(faults=(_ambiguous(found),))
    return _elsewhere(text, declared, around)


def _elsewhere(text: Written, declared: tuple[str, ...], around: Bounds | None) -> Reading:
    """Nothing lands where it should: keep the place as it was given, when there is one."""
    if around:
        found = coordinate_readings.plainest(text, declared, around)
        if len(found) == 1:
            return _reading(found[0], text, _NOT_IN_BOUNDS)
    if declared == (zones.WGS84,):
        given = coordinate_readings.degrees_as_written(text)
        return _reading(given, text, _NOT_IN_FRANCE) if given else Reading(faults=(_NOT_RIGHT,))
    sensible = bool(shapes(text))
    return Reading(faults=(_NOT_IN_FRANCE if sensible and (declared or around) else _NOT_RIGHT,))


def _reading(candidate: Candidate, text: Written, *faults: Fault) -> Reading:
    vertices = candidate.places
    if candidate.corners:
        (lat1, lon1), (lat2, lon2) = vertices
        vertices = ((lat1, lon1), (lat1, lon2), (lat2, lon2), (lat2, lon1))
    assumed = list(candidate.assumed)
    geojson = None
    spread = 0.0
    if len(vertices) == 2:
        assumed.append("Deux points donnés : leur milieu est retenu.")
        (lat1, lon1), (lat2, lon2) = vertices
        spread = _METRES_PER_DEGREE * ((lat1 - lat2) ** 2 + (lon1 - lon2) ** 2) ** 0.5 / 2
    elif len(vertices) > 2:
        geojson = polygons.geojson(vertices)
        if geojson and polygons.crosses_itself(vertices):
            faults = (*faults, _CROSSED)
    latitude, longitude = polygons.centroid(vertices)
    if candidate.zone != zones.WGS84 or len(vertices) > 1:
        latitude, longitude = round(latitude, _DECIMALS), round(longitude, _DECIMALS)
    return Reading(
        Point(latitude, longitude),
        geojson,
        candidate.zone,
        round(_accuracy(candidate, text) + spread, 1),
        faults,
        " ".join(assumed) or None,
        candidate.corrections,
    )


def _accuracy(candidate: Candidate, text: Written) -> float:
    """Of the conversion, and half the last figure written; zeros at the end may lie."""
    unit = _METRES_PER_DEGREE if candidate.zone == zones.WGS84 else candidate.unit
    conversion = (
        zones.LAMBERT_ACCURACY_M
        if candidate.zone == zones.LAMBERT
        else zones.zone(candidate.zone).accuracy_m
    )
    return conversion + unit * 10.0**-text.decimals / 2


def _read_degrees(angles: tuple[float, float, int], around: Bounds | None) -> Reading:
    """Angles that name their side leave nothing to guess."""
    latitude, longitude, decimals = angles
    if abs(latitude) > 90 or abs(longitude) > 180:
        return Reading(faults=(_NOT_RIGHT,))
    if not latitude and not longitude:
        return Reading()
    faults: tuple[Fault, ...] = ()
    if not departements.in_france(latitude, longitude):
        faults = (_NOT_IN_FRANCE,)
    elif around and not around.contains(latitude, longitude):
        faults = (_NOT_IN_BOUNDS,)
    accuracy = round(_METRES_PER_DEGREE * 10.0**-decimals / 2, 1)
    point = Point(round(latitude, _DECIMALS), round(longitude, _DECIMALS))
    return Reading(point, None, zones.WGS84, accuracy, faults)


def _ambiguous(found: tuple[Candidate, ...]) -> Fault:
    labels = ", ".join(dict.fromkeys(zones.label(one.zone) for one in found))
    return Fault("NOT_RIGHT", f"Plusieurs lieux sont possibles ({labels}) : indiquez la zone.")


def _in_degrees(text: str) -> Reading | None:
    """The reading of a text that can be degrees: two of them at most in size, else None."""
    numbers = written(text)
    if numbers and (len(numbers.numbers) != 2 or max(map(abs, numbers.numbers)) > 180):
        return None
    if numbers is None and degrees(text) is None:
        return None
    return read(text, zones.WGS84)


def parse(text: str) -> Point | None:
    """The place of a text in WGS84 degrees; None for metres, for (0, 0) and for anything else.

    Latitude first after a comma, longitude first before « ; »; the reverse when only the
    reverse is in France.
    """
    reading = _in_degrees(text)
    return reading.point if reading else None


def check(text: str) -> tuple[Fault, ...]:
    """NOT_RIGHT when no coordinates can be read, NOT_IN_FRANCE when degrees lead abroad.

    Metres are only judged on their form: their zone stands in another field.
    """
    if not text.strip():
        return ()
    reading = _in_degrees(text)
    numbers = written(text)
    if reading and numbers and "swapped" in reading.corrections:
        # Beside « ; » both orders have their custom: only after a comma is one of them a slip.
        return () if numbers.semicolon else (_REVERSED,)
    if reading:
        return reading.faults
    return () if numbers and shapes(numbers) else (_NOT_RIGHT,)


def display(text: str) -> str:
    """« 48,8584° N, 2,2945° E » with the decimals of the source; metres stay as written."""
    place = parse(text)
    if place is None:
        return text
    numbers = written(text)
    angles = degrees(text)
    figures = dict(zip(numbers.numbers, numbers.figures, strict=True)) if numbers else {}
    decimals = angles[2] if angles else _DECIMALS
    latitude = _angle(place.latitude, figures.get(place.latitude, decimals), "N", "S")
    longitude = _angle(place.longitude, figures.get(place.longitude, decimals), "E", "O")
    return f"{latitude}, {longitude}"


def _angle(angle: float, decimals: int, positive: str, negative: str) -> str:
    figures = f"{abs(angle):.{decimals}f}".replace(".", ",")
    return f"{figures}°\u00a0{negative if angle < 0 else positive}"


def index(text: str) -> Indexed:
    """The point of a text in WGS84 degrees; its words are numbers nobody searches."""
    place = parse(text)
    return Indexed(point=(place.latitude, place.longitude) if place else None)
