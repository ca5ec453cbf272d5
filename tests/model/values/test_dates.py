"""Date expressions: what each way of writing means, and what is refused."""

import pytest

from pop.model.values import dates
from pop.model.values.dates import Certainty, DateExpression
from pop.model.values.verbs import Indexed

EXACT, ABOUT, UNCERTAIN = Certainty.EXACT, Certainty.ABOUT, Certainty.UNCERTAIN


def read(text: str) -> DateExpression:
    found = dates.parse(text)
    assert found is not None, text
    return found


def years(text: str) -> list[tuple[int | None, int | None]]:
    return [(interval.start, interval.end) for interval in read(text).intervals]


# One interval, stated without reserve.
EXACTLY = {
    # centuries and their parts
    "19e siècle": (1801, 1900),
    "4e quart 19e siècle": (1876, 1900),
    "1ère moitié du 14e siècle": (1301, 1350),
    "3e quart du XVIIe siècle": (1651, 1675),
    "2e tiers 17e siècle": (1634, 1666),
    "2e décennie du 20e siècle": (1911, 1920),
    "dernier quart du 15e siècle": (1476, 1500),
    "2nde moitié du XVIIIe s.": (1751, 1800),
    "seconde moitié du dix-neuvième siècle": (1851, 1900),
    "XIXe s.": (1801, 1900),
    "XIXᵉ siècle": (1801, 1900),
    "XVIIIème": (1701, 1800),
    "19e": (1801, 1900),
    "19 e siècle": (1801, 1900),
    "13e siécle": (1201, 1300),
    "18E SIECLE": (1701, 1800),
    "1er quart 20è siècle": (1901, 1925),
    "1ère moitié 19e siècle.": (1801, 1850),
    "1er siècle": (1, 100),
    "Ier siècle": (1, 100),
    "2e millénaire": (1001, 2000),
    "19e siècle (2e moitié)": (1851, 1900),
    "19e siècle, 2e moitié": (1851, 1900),
    "17e-18e siècle": (1601, 1800),
    "XVIIe-XVIIIe siècle": (1601, 1800),
    "12-13e siècle": (1101, 1300),
    "entre le 12e et le 13e siècle": (1101, 1300),
    # before our era, without a year zero
    "1er siècle av. J.-C.": (-100, -1),
    "1er siècle av. JC": (-100, -1),
    "2e millénaire av. J.-C.": (-2000, -1001),
    "1er quart 20e siècle av JC": (-2000, -1976),
    "27 siècle av JC": (-2700, -2601),
    "2e-1er siècle avant Jésus-Christ": (-200, -1),
    "6e siècle av. J.-C. - 4e siècle": (-600, -301),
    "1er siècle av. - 1er siècle apr. J.-C.": (-100, 100),
    "52-50 av. J.-C.": (-52, -50),
    "-52": (-52, -52),
    "-500 à -450": (-500, -450),
    "-500/-450": (-500, -450),
    "10 000 av. J.-C.": (-10000, -10000),
    "8e siècle après J.-C.": (701, 800),
    # years, days, months
    "1883": (1883, 1883),
    "daté 1883": (1883, 1883),
    "800": (800, 800),
    "an 1000": (1000, 1000),
    "1642-1645": (1642, 1645),
    "1642/1645": (1642, 1645),
    "1642 à 1645": (1642, 1645),
    "1642 – 1645": (1642, 1645),
    "de 1834 à 1850": (1834, 1850),
    "1914-18": (1914, 1918),
    "1914/18": (1914, 1918),
    "28 janvier 1975": (1975, 1975),
    "1er janvier 1988": (1988, 1988),
    "28-29 août 1944": (1944, 1944),
    "lundi 12 mai 1913": (1913, 1913),
    "juin 1936": (1936, 1936),
    "2007/09": (2007, 2007),
    "11/1984": (1984, 1984),
    "1950/1": (1950, 1950),
    "2004/99/99": (2004, 2004),
    "1925/12/00": (1925, 1925),
    "1880 /04 /27": (1880, 1880),
    "2006//09/15": (2006, 2006),
    "14 thermidor an II": (1794, 1794),
    "nivôse an II": (1793, 1794),
    "an XII": (1803, 1804),
    "Années 1970": (1970, 1979),
    "années 1930-1940": (1930, 1949),
    # « entre … et » as the museums' software writes it
    "1870 entre,1875 et": (1870, 1875),
    "1870 et,1852 entre": (1852, 1870),
    "1870 entre,1900": (1870, 1900),
    "1809 entre,1819 avant": (1809, 1819),
    "1804 entre,1815 entre": (1804, 1815),
    "entre 1870 et 1875": (1870, 1875),
    # open ends
    "avant 1789": (None, 1789),
    "1805 avant": (None, 1805),
    "jusqu'en 1850": (None, 1850),
    "jusqu’au 16e siècle": (None, 1600),
    "avant le 16e siècle": (None, 1500),
    "après 1789": (1789, None),
    "1867 après": (1867, None),
    "Actif à partir de 1834": (1834, None),
    "dès 1834": (1834, None),
    "après le 16e siècle": (1601, None),
    "1880 - aujourd’hui": (1880, None),
    "depuis 1834 jusqu'en 1850": (1834, 1850),
    # half of an « entre … et », the other half being in another value
    "1800 entre": (1800, None),
    "1820 et": (None, 1820),
    # named periods
    "Néolithique": (-6000, -2300),
    "Age du fer 1": (-800, -450),
    "premier âge du fer": (-800, -450),
    "GALLO ROMAIN": (-50, 476),
    "Haut Moyen Âge": (500, 1000),
    "Haut Moyen-Age": (500, 1000),
    "Fin du Moyen Age": (1300, 1500),
    "temps modernes": (1500, 1789),
    "époque Second Empire": (1852, 1870),
    "IIe Empire": (1852, 1870),
    "époque époque troisième République": (1870, 1940),
    "règne de Louis XIV": (1643, 1715),
    "Directoire": (1795, 1799),
    "1er Empire-Restauration": (1804, 1830),
    "époque Restauration": (1814, 1830),
    "Dynastie Quing": (1644, 1912),
    "XVIIIe dynastie": (-1550, -1295),
    "époque contemporaine": (1789, None),
    "époque Meiji (1868 - 1912)": (1868, 1912),
    # two statements of the same thing: what they have in common
    "Gallo-romain 2e siècle": (101, 200),
    "époque Edo 1700-1750": (1700, 1750),
    "1600 / 1800  (XVIIe-XVIIIe siècle)": (1601, 1800),
    "-2700 / -2195 (Ancien Empire)": (-2686, -2195),
}


@pytest.mark.parametrize(("text", "expected"), EXACTLY.items(), ids=EXACTLY)
def test_one_exact_interval(text: str, expected: tuple[int | None, int | None]) -> None:
    (interval,) = read(text).intervals
    assert (interval.start, interval.end) == expected
    assert interval.certainty == EXACT
    assert dates.check(text) == ()


RESERVED = {
    "vers 1880": (1875, 1885, ABOUT),
    "1880 vers": (1875, 1885, ABOUT),
    "1520 VERS": (1515, 1525, ABOUT),
    "1890\xa0vers": (1885, 1895, ABOUT),
    "1900 (vers)": (1895, 1905, ABOUT),
    "ca 1900": (1895, 1905, ABOUT),
    "v. 1880": (1875, 1885, ABOUT),
    "vers 1250": (1240, 1260, ABOUT),
    "vers 3000 av. J.-C.": (-3050, -2950, ABOUT),
    "vers 1830-1840": (1825, 1845, ABOUT),
    "1830-1840 vers": (1825, 1845, ABOUT),
    "début 16e siècle": (1501, 1525, ABOUT),
    "Milieu 12e siècle": (1141, 1160, ABOUT),
    "mi-19e siècle": (1841, 1860, ABOUT),
    "fin 15e siècle": (1476, 1500, ABOUT),
    "début des années 1970": (1970, 1972, ABOUT),
    "XIXe siècle (fin)": (1876, 1900, ABOUT),
    "fin 15e - début 16e siècle": (1476, 1525, ABOUT),
    "limite 18e siècle 19e siècle": (1791, 1810, ABOUT),
    "limite 17e-18e siècle": (1691, 1710, ABOUT),
    "fin 1er siècle av. J.-C. - début 1er siècle ap. J.-C.": (-25, 25, ABOUT),
    "1er quart 20e siècle (?)": (1901, 1925, UNCERTAIN),
    "Gallo-romain (?)": (-50, 476, UNCERTAIN),
    "1883 (incertitude)": (1883, 1883, UNCERTAIN),
    "peut-être 1900": (1900, 1900, UNCERTAIN),
    "1850 vers (?)": (1845, 1855, UNCERTAIN),
    "1950 avant (?)": (None, 1950, UNCERTAIN),
    "1861 acquis, avant (?)": (None, 1861, UNCERTAIN),
    "18..": (1800, 1899, UNCERTAIN),
    "187?": (1870, 1879, UNCERTAIN),
    "années 20": (1920, 1929, UNCERTAIN),
    # October 1905, or 1905 to 1910: the longer reading holds both.
    "1905-10": (1905, 1910, UNCERTAIN),
}


@pytest.mark.parametrize(("text", "expected"), RESERVED.items(), ids=RESERVED)
def test_one_interval_with_a_reserve(
    text: str, expected: tuple[int | None, int | None, Certainty]
) -> None:
    (interval,) = read(text).intervals
    assert (interval.start, interval.end, interval.certainty) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15e siècle ; 16e siècle", [(1401, 1500), (1501, 1600)]),
        ("17e siècle, 18e siècle", [(1601, 1700), (1701, 1800)]),
        ("12e siècle : 13e siècle", [(1101, 1200), (1201, 1300)]),
        ("12e siècle. 16e siècle", [(1101, 1200), (1501, 1600)]),
        ("15e, 16e et 17e siècles", [(1401, 1500), (1501, 1600), (1601, 1700)]),
        ("3e et 4e quarts 19e siècle", [(1851, 1875), (1876, 1900)]),
        ("4e quart 18e siècle, 2e quart 19e siècle", [(1776, 1800), (1826, 1850)]),
        ("1830,1909", [(1830, 1830), (1909, 1909)]),
        ("1876 entre,1900 et,1950", [(1876, 1900), (1950, 1950)]),
        ("1642 et 1645", [(1642, 1642), (1645, 1645)]),
        ("époque Restauration époque Louis-Philippe", [(1814, 1830), (1830, 1848)]),
        ("800 / 1000  (IXe siècle ; Xe siècle)", [(801, 900), (901, 1000)]),
    ],
)
def test_several_intervals(text: str, expected: list[tuple[int, int]]) -> None:
    assert years(text) == expected
    assert {interval.certainty for interval in read(text).intervals} == {EXACT}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7e ou 8e siècle après J.-C.", [(601, 700), (701, 800)]),
        ("1er ou 2e quart du 19e siècle", [(1801, 1825), (1826, 1850)]),
        (
            "7ï¿½me ou 8ï¿½me siï¿½cle aprï¿½s J.C. ? ou ï¿½poque moderne ?",
            [(601, 700), (701, 800), (1500, 1789)],
        ),
        # years and century that contradict each other
        ("1723 / 1735  (XIXe siècle", [(1723, 1735), (1801, 1900)]),
    ],
)
def test_alternatives_are_uncertain(text: str, expected: list[tuple[int, int]]) -> None:
    assert years(text) == expected
    assert {interval.certainty for interval in read(text).intervals} == {UNCERTAIN}


@pytest.mark.parametrize(
    "text",
    ["9999/99/99", "9999", "0000/00/00", "s.d.", "sans date", "date d'acquisition inconnue", "(?)"],
)
def test_an_unknown_date_is_understood_as_unknown(text: str) -> None:
    assert read(text).unknown
    assert read(text).intervals == ()
    assert dates.check(text) == ()
    assert dates.index(text).years is None


@pytest.mark.parametrize(
    ("text", "note", "day"),
    [
        ("1862 : classé MH", "classé MH", None),
        ("1975/01/28 : inscrit MH", "inscrit MH", "1975-01-28"),
        ("1987/11/06:inscrit MH", "inscrit MH", "1987-11-06"),
        ("9999/99/99 : inscrit MH", "inscrit MH", None),
        ("date inconnue : inscrit MH", "inscrit MH", None),
        ("1975-01-28", "", "1975-01-28"),
        ("25/10/2019", "", "2019-10-25"),
        ("14e siècle (détruit)", "détruit", None),
        ("1864 dépôt légal", "dépôt légal", None),
        ("1880 à Paris", "à Paris", None),
        ("1880 (restauration)", "restauration", None),
        ("10/06/1992 (date d'acquisition)", "date d'acquisition", "1992-06-10"),
        ("1975/01/28 : inscrit MH, cad. A 123, 2500 m2", "inscrit MH, cad. A 123, 2500 m2", "*"),
        (
            "1978/03/30:classé MH partiellement:2017/05/10:inscrit MH",
            "classé MH partiellement ; inscrit MH",
            "1978-03-30",
        ),
    ],
)
def test_what_follows_the_date_is_kept(text: str, note: str, day: str | None) -> None:
    found = read(text)
    assert found.note == note
    assert found.day == ("1975-01-28" if day == "*" else day)


def test_a_style_is_no_date() -> None:
    assert read("style Louis XVI").style
    assert read("style Louis XVI").intervals == ()
    assert not read("époque Louis XVI").style
    assert dates.check("style Louis XVI") == ()


NOT_DATES = [
    "",
    "   ",
    "acquis",
    "détruit)",
    "mode du pays d'Arles",
    "Paris",
]
NOT_UNDERSTOOD = [
    "11e régiment",
    "1000 ans",
    "1500 francs",
    "n° 1234",
    "5e siècle de l'hégire",
    "12000 BP",
    # a Bronze Age, a Neolithic, a period that are not those of the table
    "âge du bronze chypriote",
    "Néolithique à céramique peignée",
    "hellénistique étrusque",
    "minoen récent III",
    "19e siècle voir notice de 1990",
]


@pytest.mark.parametrize("text", NOT_DATES)
def test_what_holds_no_date_is_neither_understood_nor_a_fault(text: str) -> None:
    assert dates.parse(text) is None
    assert dates.check(text) == ()
    assert dates.index(text) == Indexed(words=text)


@pytest.mark.parametrize("text", NOT_UNDERSTOOD)
def test_half_a_date_is_not_understood(text: str) -> None:
    assert dates.parse(text) is None
    if text != "12000 BP":
        assert [fault.code for fault in dates.check(text)] == ["UNREADABLE_DATE"]


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("1914/19/21 : classé MH", "INVALID_DATE", "mois 19"),
        ("30 février 1900", "INVALID_DATE", "30 février 1900"),
        ("1900/02/29", "INVALID_DATE", "jour 29"),
        ("20015/01/19 acquis", "INVALID_DATE", "20015"),
        ("25e siècle", "INVALID_DATE", "25e"),
        ("5e quart 19e siècle", "INVALID_DATE", "5e quart"),
        ("1645-1642", "REVERSED_DATE", "1642"),
        ("1890-15", "REVERSED_DATE", "1815"),
    ],
)
def test_impossible_dates(text: str, code: str, said: str) -> None:
    assert dates.parse(text) is None
    (fault,) = dates.check(text)
    assert fault.code == code
    assert said in fault.message
    assert fault.message.endswith(".")
    assert "'" not in fault.message


def test_leap_days_follow_the_calendar_of_their_time() -> None:
    assert read("1500/02/29").day == "1500-02-29"
    assert read("2000/02/29").day == "2000-02-29"


def test_index() -> None:
    assert dates.index("1975/01/28 : inscrit MH") == Indexed(
        words="28 janvier 1975 : inscrit MH", keys=("1975-01-28",), years=(1975, 1975)
    )
    assert dates.index("15e siècle ; 1er quart 17e siècle").years == (1401, 1625)
    assert dates.index("avant 1789, 1850").years == (None, 1850)
    assert "9999" not in dates.index("9999/99/99 : inscrit MH").words
