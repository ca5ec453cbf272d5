"""The projections in which notices give coordinates, and their conversion to WGS84.

ZONE names one of them, in many spellings. Conversions are those of PROJ without its grids,
which are not on every machine: each zone states the accuracy that leaves, in metres.
Sources: EPSG registry through pyproj; IGN, « Systèmes géodésiques et projections ».
"""

import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pyproj import Transformer
from pyproj.exceptions import ProjError

from pop.places import departements
from pop.places.bounds import Bounds

MAINLAND = Bounds(41.18, -9.62, 51.54, 10.3)
"""Where the Lambert zones may lead: the box by which POP has always judged them."""

WORLD = Bounds(-90.0, -180.0, 90.0, 180.0)

WGS84 = "wgs84"
LAMBERT = "lambert"
"""Lambert without a number: the first digit of a seven-digit northing tells it (see `convert`)."""
GAUSS_LABORDE = "gauss laborde"
GAUSS_LABORDE_TRANSPOSED = "gauss laborde transposé"
UTM = "utm"
"""UTM without a number: only the territory can tell it."""

# NTF to WGS84 by one translation instead of IGN's grid; the error reaches 4 to 5 m in places.
LAMBERT_ACCURACY_M = _NTF_M = 5.0
_RGF93_M = 1.0
# UTM overseas names no datum: the old ones (Sainte-Anne, Fort-Desaix, CSG67, Combani, 1950) lie
# 300 to 600 m away from WGS84, which is assumed.
_UTM_M = 600.0
_REUNION_1947_M = 44.0


@dataclass(frozen=True, slots=True)
class Zone:
    """One projection.

    `box`: where it may lead. `accuracy_m`: of the conversion, in metres. `prefix_m`: what
    people drop at the head of its northings, in metres (« 143 662 » for « 1 143 662 »), or 0.
    """

    code: str
    label: str
    crs: str
    box: Bounds
    accuracy_m: float
    prefix_m: float = 0.0


def _conic(number: int) -> Zone:
    """One of the nine conformal conic zones, CC42 to CC50.

    Each is made for one degree on both sides of its parallel; a département uses one throughout.
    """
    box = Bounds(number - 2, MAINLAND.west, number + 2, MAINLAND.east)
    prefix = (number - 41) * 1e6
    return Zone(f"cc{number}", f"CC{number}", f"EPSG:{3900 + number}", box, _RGF93_M, prefix)


_REUNION = Bounds(-21.45, 55.1, -20.8, 55.95)
_GAUSS_LABORDE = (
    "+proj=tmerc +lat_0=-21.1166666666667 +lon_0=55.5333333333333 +k=1 +x_0=50000 +y_0=160000 "
    "+ellps=intl +towgs84=94,-948,-1262 +units=m +type=crs"
)

_ZONES = {
    zone.code: zone
    for zone in (
        Zone("lambert1", "Lambert I", "EPSG:27571", MAINLAND, _NTF_M, 1e6),
        Zone("lambert2", "Lambert II étendu", "EPSG:27572", MAINLAND, _NTF_M, 2e6),
        Zone("lambert3", "Lambert III", "EPSG:27573", MAINLAND, _NTF_M, 3e6),
        Zone("lambert4", "Lambert IV", "EPSG:27574", MAINLAND, _NTF_M, 4e6),
        Zone("lambert93", "Lambert-93", "EPSG:2154", MAINLAND, _RGF93_M, 6e6),
        *(_conic(number) for number in range(42, 51)),
        Zone(GAUSS_LABORDE, "Gauss-Laborde Réunion", "EPSG:3727", _REUNION, _REUNION_1947_M),
        # False origin transposed, as EPSG:2990 had it before its withdrawal and as POP kept it.
        Zone(
            GAUSS_LABORDE_TRANSPOSED,
            "Gauss-Laborde Réunion (origine transposée)",
            _GAUSS_LABORDE,
            _REUNION,
            _REUNION_1947_M,
        ),
        Zone(
            "lambert nc",
            "Lambert Nouvelle-Calédonie",
            "EPSG:3163",
            Bounds(-23.0, 158.0, -19.0, 169.0),
            _RGF93_M,
        ),
        Zone(WGS84, "WGS84", "EPSG:4326", WORLD, 0.0),
    )
}

_UTM_CODE = re.compile(r"utm(?P<number>[1-9]|[1-5]\d|60)(?P<side>[ns])")


@cache
def zone(code: str) -> Zone:
    """The zone of a code that `declared` gave; KeyError for any other."""
    band = _UTM_CODE.fullmatch(code)
    if not band:
        return _ZONES[code]
    number, north = int(band["number"]), band["side"] == "n"
    middle = number * 6 - 183
    box = Bounds(0.0 if north else -80.0, middle - 4.5, 84.0 if north else 0.0, middle + 4.5)
    label = f"UTM {number} {'Nord' if north else 'Sud'}"
    return Zone(code, label, f"EPSG:{(32600 if north else 32700) + number}", box, _UTM_M)


def label(code: str) -> str:
    """What people read: « Lambert II étendu », « UTM 20 Nord », « Lambert »."""
    return {LAMBERT: "Lambert", UTM: "UTM"}.get(code) or zone(code).label


_SPELLINGS = (
    (re.compile(r"(?:ntf)?(?:paris)?lambert(?:zone)?(?:1|i|nord)(?:carto)?"), "lambert1"),
    (
        re.compile(r"(?:ntf)?(?:paris)?lambert(?:zone)?(?:0|2|ii|centre)(?:e|etendu|carto)?|l2e"),
        "lambert2",
    ),
    (re.compile(r"(?:ntf)?(?:paris)?lambert(?:zone)?(?:3|iii|sud)(?:carto)?"), "lambert3"),
    (re.compile(r"(?:ntf)?(?:paris)?lambert(?:zone)?(?:4|iv|corse)(?:carto)?"), "lambert4"),
    (re.compile(r"(?:rgf93)?(?:l|lambert)(?:rgf)?93|rgf93"), "lambert93"),
    (re.compile(r"lambert|ntf"), LAMBERT),
    (re.compile(r"gausslaborde(?:reunion)?"), GAUSS_LABORDE),
    (re.compile(r"lambert(?:nc|nouvellecaledonie)"), "lambert nc"),
    (re.compile(r"wgs84|gps|latlon|longlat|lonlat"), WGS84),
    (re.compile(r"utm|mtu"), UTM),
)
_CONIC_SPELLING = re.compile(r"(?:rgf93|lambert)*(?:cc|coniqueconforme)(?:zone)?(?P<n>4[2-9]|50)")
_UTM_SPELLING = re.compile(
    r"(?:wgs84|rg\w+?)?(?:utm|mtu)(?:zone|fuseau)?0?(?P<n>\d{1,2})(?P<s>[ns])?"
)
_CONJUNCTION = re.compile(r"[;,/+|]| et | ou ")


def declared(text: str) -> tuple[str, ...]:
    """The codes of the zones that a text of ZONE names, usually one; () when it names none.

    « lambert0 » is Lambert II étendu. LAMBERT and UTM stand for a zone without its number.
    """
    codes = (_declared_once(part) for part in _CONJUNCTION.split(text))
    return tuple(dict.fromkeys(code for code in codes if code))


def _declared_once(text: str) -> str | None:
    decomposed = unicodedata.normalize("NFKD", text.lower())
    key = "".join(c for c in decomposed if c.isascii() and c.isalnum())
    for spelling, code in _SPELLINGS:
        if spelling.fullmatch(key):
            return code
    conic = _CONIC_SPELLING.fullmatch(key)
    if conic:
        return f"cc{conic['n']}"
    band = _UTM_SPELLING.fullmatch(key.replace("nord", "n").replace("sud", "s"))
    if band and 1 <= int(band["n"]) <= 60:
        number = int(band["n"])
        return f"utm{number}{band['s'] or _french_side(number)}"
    epsg = key.removeprefix("epsg")
    for known in _ZONES.values():
        if known.crs == f"EPSG:{epsg}":
            return known.code
    return None


def _french_side(number: int) -> str:
    """The hemisphere of a UTM band given without it: the south only for our southern lands."""
    return "s" if number in (1, 5, 6, 7, 8, 38, 39, 40, 42, 43, 57, 58, 59) else "n"


def codes_for(bounds: Bounds | None) -> Iterator[str]:
    """The codes worth trying for a place within these bounds, or anywhere in France.

    LAMBERT comes after the zones I to IV, for polygons that lie on two of them.
    """
    for code, known in _ZONES.items():
        if bounds is None or _meet(known.box, bounds):
            yield code
    yield LAMBERT
    territories = (
        [bounds]
        if bounds
        else [box for one in departements.all_departements() for box in one.boxes]
    )
    yield from dict.fromkeys(code for box in territories for code in _utm_over(box))


def _meet(one: Bounds, other: Bounds) -> bool:
    return (
        one.south <= other.north
        and other.south <= one.north
        and one.west <= other.east
        and other.west <= one.east
    )


def _utm_over(box: Bounds) -> Iterator[str]:
    first = max(1, math.floor((box.west + 180) / 6) + 1)
    last = min(60, math.floor((box.east + 180) / 6) + 1)
    side = "n" if box.south + box.north >= 0 else "s"
    for number in range(first, last + 1):
        yield f"utm{number}{side}"


# Northings of the Lambert zones, in metres, as their « carte » versions number them. Zone II is
# extended to the whole country.
_BY_NORTHING = (
    (1.0e6, 1.45e6, "lambert1"),
    (1.55e6, 2.75e6, "lambert2"),
    (3.0e6, 3.5e6, "lambert3"),
    (4.0e6, 4.4e6, "lambert4"),
)


def resolved(code: str, northing: float) -> str | None:
    """The zone itself; for LAMBERT, the one whose northings hold this one, None when none does."""
    if code != LAMBERT:
        return code
    for low, high, lambert in _BY_NORTHING:
        if low <= northing <= high:
            return lambert
    return None


def convert(code: str, x: float, y: float) -> tuple[float, float] | None:
    """(latitude, longitude) in degrees of x (east) and y (north) in metres, or degrees in WGS84.

    None when the projection has no such place. It does not judge whether the place is likely.
    """
    exact = resolved(code, y)
    if exact is None:
        return None
    if exact == WGS84:
        return (y, x) if abs(y) <= 90 and abs(x) <= 180 else None
    try:
        longitude, latitude = _to_wgs84(zone(exact).crs).transform(x, y, errcheck=True)
    except ProjError:
        return None
    if not (math.isfinite(latitude) and math.isfinite(longitude)):
        return None
    return latitude, longitude


def project(code: str, latitude: float, longitude: float) -> tuple[float, float]:
    """(x, y) in metres of a place in degrees: the way back of `convert`, for one exact zone."""
    if code == WGS84:
        return longitude, latitude
    x, y = _from_wgs84(zone(code).crs).transform(longitude, latitude)
    return x, y


@cache
def _to_wgs84(crs: str) -> Transformer:
    return Transformer.from_crs(crs, "EPSG:4326", always_xy=True)


@cache
def _from_wgs84(crs: str) -> Transformer:
    return Transformer.from_crs("EPSG:4326", crs, always_xy=True)
