"""Coordinates: the readings chosen, what is said of them, and what is refused."""

import csv
import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pop.model.values import coordinates, zones
from pop.model.values.coordinates import check, display, index, parse, read
from pop.places import departements
from pop.places.departements import Departement

# The first use of a projection opens PROJ's database, which takes longer than the rest.
_UNHURRIED = settings(deadline=None)


def _departement(code: str) -> Departement:
    found = departements.by_code(code)
    assert found
    return found


def _metres_apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Upper bound of the distance: a degree of longitude counted as at the equator."""
    return 111_320 * float(((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)


# The origin of a projection is known by its definition (IGN), whatever the software.
@pytest.mark.parametrize(
    ("zone", "coor", "latitude", "longitude", "metres"),
    [
        ("lambert93", "700000 ; 6600000", 46.5, 3.0, 1),
        ("lambert1", "600000 ; 1200000", 49.5, 2.337229, 100),
        ("lambert0", "600000 ; 2200000", 46.8, 2.337229, 100),
        ("lambert2", "600000 ; 2200000", 46.8, 2.337229, 100),
        ("Lambert II étendu", "600000 ; 2200000", 46.8, 2.337229, 100),
        ("lambert3", "600000 ; 3200000", 44.1, 2.337229, 100),
        ("lambert4", "234.358 ; 4185861.369", 42.165, 2.337229, 100),
        ("gauss laborde", "160000 ; 50000", -21.116667, 55.533333, 1700),
        ("UTM20N", "669000 ; 1796000", 16.239, -61.419, 300),
        *((f"CC{n}", f"1700000 ; {n - 41}200000", float(n), 3.0, 1) for n in range(42, 51)),
    ],
)
def test_the_origin_of_each_zone_is_where_its_definition_says(
    zone: str, coor: str, latitude: float, longitude: float, metres: float
) -> None:
    reading = read(coor, zone)
    assert reading.point
    assert _metres_apart(reading.point, (latitude, longitude)) < metres
    assert reading.faults == ()
    assert reading.assumed is None
    assert reading.accuracy_m is not None
    assert reading.accuracy_m > 0


_EXACT = [
    *((code, "58") for code in ("lambert1", "lambert2", "lambert3", "lambert93", "cc47")),
    *((f"cc{n}", "58") for n in (46, 48)),
    ("lambert4", "2A"),
    ("utm20n", "971"),
    ("utm20n", "972"),
    ("utm22n", "973"),
    ("utm38s", "976"),
    ("utm40s", "974"),
    ("gauss laborde", "974"),
    ("utm21n", "975"),
    ("lambert nc", "988"),
    ("wgs84", "34"),
]


@pytest.mark.parametrize(("zone", "code"), _EXACT)
@_UNHURRIED
@given(data=st.data())
def test_a_place_projected_then_read_comes_back(zone: str, code: str, data: st.DataObject) -> None:
    box = _departement(code).bounds
    latitude = data.draw(st.floats(box.south, box.north))
    longitude = data.draw(st.floats(box.west, box.east))
    x, y = zones.project(zone, latitude, longitude)
    decimals = 7 if zone == "wgs84" else 2
    reading = read(f"{x:.{decimals}f} ; {y:.{decimals}f}", zone, box)
    assert reading.point
    assert _metres_apart(reading.point, (latitude, longitude)) < 0.05
    assert reading.faults == ()
    assert reading.corrections == ()
    assert reading.zone == zone


@_UNHURRIED
@given(st.text(), st.text(max_size=12))
def test_any_text_gives_a_reading(text: str, zone: str) -> None:
    for bounds in (None, _departement("58").bounds):
        reading = read(text, zone, bounds)
        assert reading.point is None or reading.point != (0, 0)
        assert reading.point or reading.faults or not any(c in text for c in "123456789")
    assert isinstance(display(text), str)
    assert isinstance(check(text), tuple)
    assert (parse(text) is None) == (index(text).point is None)


@_UNHURRIED
@given(st.text(alphabet="0123456789 ;,./-XY=O°'\"NSEW", max_size=60))
def test_texts_that_look_like_coordinates_never_fail(text: str) -> None:
    read(text)
    read(text, "lambert93", _departement("2B").bounds)
    if not parse(text):
        assert display(text) == text


# The convention each follows, as real files show it (coordinates-and-dates-rejected-2018.csv).
@pytest.mark.parametrize(
    ("coor", "zone", "code", "used", "corrections"),
    [
        ("1453033 ; 8226213", "", "14", "cc49", ("zone_missing",)),
        ("723126 ; 1607248", "UTM", "972", "utm20n", ("band_missing",)),
        ("723126 ; 1607248", "MTU", "972", "utm20n", ("band_missing",)),
        ("707774 ; 1615 350", "UTM", "972", "utm20n", ("band_missing",)),
        ("0360.170 ; 0541.180", "MTU", "973", "utm22n", ("band_missing", "unit")),
        ("545.920 ; 352.099", "MTU", "973", "utm22n", ("band_missing", "unit", "swapped")),
        ("605536 ; 143662", "", "95", "lambert1", ("zone_missing", "prefix")),
        ("1665278 ; 165819", "", "91", "cc49", ("zone_missing", "prefix")),
        ("O369544 ; 2087216", "", "17", "lambert2", ("zone_missing", "letter_for_zero")),
        ("0299400 ; 2157000", "Lambert2 ; Lambert3", "17", "lambert2", ()),
        ("X=691090 , Y=1636380", "", "972", "utm20n", ("zone_missing",)),
        ("519681, 53 , 2171901, 08", "", "36", "lambert2", ("zone_missing",)),
        ("0813450;3237000;0813450", "", "26", "lambert3", ("zone_missing", "shape")),
        ("0596000 ; 2200000", "lambert93", "18", "lambert2", ("zone_wrong",)),
        ("6862305 ; 652381", "lambert93", "75", "lambert93", ("swapped",)),
        ("600000 ; 200000", "lambert2", "18", "lambert2", ("prefix",)),
    ],
)
def test_the_departement_tells_which_convention_was_meant(
    coor: str, zone: str, code: str, used: str, corrections: tuple[str, ...]
) -> None:
    departement = _departement(code)
    reading = read(coor, zone, departement.bounds)
    assert reading.point
    assert departement.holds(*reading.point)
    assert (reading.zone, reading.corrections) == (used, corrections)
    assert reading.faults == ()
    assert (reading.assumed is None) == (not corrections)


def test_what_lands_elsewhere_in_france_keeps_its_place_and_says_so() -> None:
    reading = read("652381 ; 6862305", "lambert93", _departement("13").bounds)
    assert reading.point
    assert _departement("75").holds(*reading.point)
    assert [fault.code for fault in reading.faults] == ["NOT_IN_BOUNDS"]


@pytest.mark.parametrize("coor", ["13508651 ; 7222775", "16437652 ; 691347", "4993 ;4333"])
def test_a_slip_of_the_keyboard_is_not_guessed(coor: str) -> None:
    for code in ("35", "972", "08"):
        reading = read(coor, "", _departement(code).bounds)
        assert reading.point is None
        assert [fault.code for fault in reading.faults] == ["NOT_IN_FRANCE"]


def test_without_zone_nor_bounds_only_one_possible_place_will_do() -> None:
    certain = read("1453033 ; 8226213")
    assert certain.zone == "cc49"
    assert certain.assumed
    either = read("639750 ; 1772750")  # Carcassonne in Lambert II, or Guadeloupe in UTM 20 Nord
    assert either.point is None
    assert "UTM 20 Nord" in either.faults[0].message
    assert "Lambert II étendu" in either.faults[0].message


@pytest.mark.parametrize("text", ["0 ; 0", "0, 0", "{0,0}", "0.0 ; 0,00", "0;0/0;0"])
@pytest.mark.parametrize("zone", ["", "wgs84", "lambert93"])
def test_zero_zero_is_no_place_and_no_fault(text: str, zone: str) -> None:
    reading = read(text, zone)
    assert reading.point is None
    assert reading.faults == ()
    assert parse(text) is None


def test_overseas_is_in_france() -> None:
    for code in ("971", "972", "973", "974", "975", "976", "977", "978", "986", "987", "988"):
        box = _departement(code).bounds
        text = f"{(box.south + box.north) / 2:.5f}, {(box.west + box.east) / 2:.5f}"
        assert check(text) == (), code


def test_a_polygon_is_valid_geojson() -> None:
    clockwise = "700000;6600000/700000;6601000/701000;6601000/701000;6600000"
    for coorm in (
        clockwise,
        "/".join(reversed(clockwise.split("/"))),
        clockwise + "/700000;6600000",
    ):
        reading = read(coorm, "lambert93")
        assert reading.geojson
        assert reading.geojson["type"] == "Polygon"
        (ring,) = reading.geojson["coordinates"]
        assert len(ring) == 5
        assert ring[0] == ring[-1]
        assert all(2.9 < longitude < 3.1 and 46 < latitude < 47 for longitude, latitude in ring)
        area = sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(ring))
        assert area > 0, "exterior rings turn counter-clockwise (RFC 7946, 3.1.6)"
        assert reading.point
        middle = read("700500;6600500", "lambert93").point
        assert middle
        assert _metres_apart(reading.point, middle) < 2
        assert reading.faults == ()


def test_a_contour_that_crosses_itself_is_kept_and_noticed() -> None:
    bow = read("700000;6600000/701000;6601000/701000;6600000/700000;6601000", "lambert93")
    assert bow.geojson
    assert [fault.code for fault in bow.faults] == ["SELF_INTERSECTS"]
    assert bow.point
    middle = read("700500;6600500", "lambert93").point
    assert middle
    assert _metres_apart(bow.point, middle) < 2


@_UNHURRIED
@given(
    st.lists(
        st.tuples(st.integers(600_000, 900_000), st.integers(6_300_000, 6_800_000)),
        min_size=1,
        max_size=9,
    )
)
def test_polygons_are_read_whatever_their_shape(corners: list[tuple[int, int]]) -> None:
    reading = read(" / ".join(f"{x} ; {y}" for x, y in corners), "lambert93")
    assert reading.point
    assert zones.MAINLAND.contains(*reading.point)
    if reading.geojson:
        ring = reading.geojson["coordinates"][0]
        assert ring[0] == ring[-1]
        assert len(ring) >= 4
    elif len(set(corners)) > 2:
        (x0, y0), *others = corners
        assert all(
            (x1 - x0) * (y2 - y0) == (x2 - x0) * (y1 - y0) for x1, y1 in others for x2, y2 in others
        ) or any(a == b for a, b in zip(corners, [*others, corners[0]], strict=True))


def test_two_points_give_their_middle_and_an_extent_gives_its_rectangle() -> None:
    pair = read("700000 ; 6600000 ; 700000 ; 6602000", "lambert93")
    assert pair.geojson is None
    assert pair.accuracy_m is not None
    assert 900 < pair.accuracy_m < 1100
    assert "milieu" in (pair.assumed or "")
    extent = read("0406500 ; 0409000 ; 1146000 ; 1143500", "", _departement("14").bounds)
    assert extent.geojson
    assert extent.corrections == ("zone_missing", "shape")
    assert "emprise" in (extent.assumed or "")


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("45.790491, 4.797411", (45.790491, 4.797411)),
        ("45,790491 ; 4,797411", (45.790491, 4.797411)),
        ("4,797411 ; 45,790491", (45.790491, 4.797411)),
        ("45,790491, 4,797411", (45.790491, 4.797411)),
        ("-21.3393, 55.4781", (-21.3393, 55.4781)),
        ("14.6, -61", (14.6, -61.0)),
        ("48°51'30\" N, 2°17'40\" E", (48.8583333, 2.2944444)),
        ("16,24° N, 61,53° O", (16.24, -61.53)),
        ("N 48.8584 E 2.2945", (48.8584, 2.2945)),
        ("652381 ; 6862305", None),
        ("91, 12", None),
        ("12.5", None),
        ("Paris", None),
        ("", None),
    ],
)
def test_degrees_are_understood_alone(text: str, point: tuple[float, float] | None) -> None:
    assert parse(text) == point
    assert index(text).point == point


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("45.790491, 4.797411", []),
        ("45,790491 ; 4,797411", []),
        ("4.797411, 45.790491", ["NOT_RIGHT"]),
        ("41.9028, 12.4964", ["NOT_IN_FRANCE"]),
        ("652381 ; 6862305", []),
        ("700000;6600000/700000;6601000/701000;6601000", []),
        ("652381", ["NOT_RIGHT"]),
        ("près du pont", ["NOT_RIGHT"]),
        ("", []),
    ],
)
def test_form_is_checked_without_the_zone(text: str, codes: list[str]) -> None:
    assert [fault.code for fault in check(text)] == codes


def test_display_is_french_and_keeps_the_figures() -> None:
    assert display("48.8584, 2.2945") == "48,8584°\u00a0N, 2,2945°\u00a0E"
    assert display("-21.10, 55.5") == "21,10°\u00a0S, 55,5°\u00a0E"
    assert display("16.2, -61.50") == "16,2°\u00a0N, 61,50°\u00a0O"
    assert display("652381 ; 6862305") == "652381 ; 6862305"
    assert display("près du pont") == "près du pont"


@_UNHURRIED
@given(st.floats(-89, 89), st.floats(-179, 179))
def test_what_is_displayed_can_be_read_again(latitude: float, longitude: float) -> None:
    text = f"{latitude:.6f}, {longitude:.6f}"
    assert parse(display(text)) == parse(text) or "swapped" in read(text, "wgs84").corrections


def test_accuracy_counts_the_conversion_and_the_figures() -> None:
    fine = read("652381 ; 6862305", "lambert93").accuracy_m
    ntf = read("600000 ; 2200000", "lambert2").accuracy_m
    rough = read("6523 ; 68623", "lambert93", _departement("75").bounds).accuracy_m
    degrees = read("48.85, 2.35", "wgs84").accuracy_m
    assert fine == 1.5
    assert ntf == 5.5
    assert rough == 51.0
    assert degrees == 556.6
    assert read("723126 ; 1607248", "UTM20N").accuracy_m == 600.5


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("lambert0", ("lambert2",)),
        ("LAMBERT 93", ("lambert93",)),
        ("Lambert III", ("lambert3",)),
        ("RGF93 / CC49", ("cc49", "lambert93")),
        ("CC 42", ("cc42",)),
        ("EPSG:3950", ("cc50",)),
        ("UTM 20 Nord", ("utm20n",)),
        ("utm40", ("utm40s",)),
        ("MTU", ("utm",)),
        ("Gauss Laborde", ("gauss laborde",)),
        ("WGS84", ("wgs84",)),
        ("Lambert2 ; Lambert3", ("lambert2", "lambert3")),
        ("carte d'état-major", ()),
        ("", ()),
    ],
)
def test_zones_are_known_in_any_spelling(text: str, codes: tuple[str, ...]) -> None:
    assert sorted(zones.declared(text)) == sorted(codes)


@pytest.mark.real_data
def test_every_museum_has_its_point(real_data: Path) -> None:
    path = real_data / "museofile" / "museofile-2025-10.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file, delimiter="|"):
            text = row["Coordonnees"]
            assert check(text) == (), text
            latitude, _, longitude = text.partition(",")
            assert parse(text) == coordinates.Point(float(latitude), float(longitude))
