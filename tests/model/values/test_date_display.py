"""Date expressions as they are displayed, and what holds for every text whatever it is."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pop.model.values import dates
from pop.model.values.date_expression import DateExpression
from pop.model.values.date_grammar import LONGEST


def read(text: str) -> DateExpression:
    found = dates.parse(text)
    assert found is not None, text
    return found


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1975/01/28 : inscrit MH", "28\u00a0janvier 1975\u202f: inscrit MH"),
        ("1987/11/06:inscrit MH", "6\u00a0novembre 1987\u202f: inscrit MH"),
        ("2014/03/25 :classé MH", "25\u00a0mars 2014\u202f: classé MH"),
        ("1988-01-01", "1er\u00a0janvier 1988"),
        ("25/10/2019", "25\u00a0octobre 2019"),
        ("2007/09", "septembre 2007"),
        ("1925/99/99", "1925"),
        ("9999/99/99", "date inconnue"),
        ("9999/99/99 : classé MH", "date inconnue\u202f: classé MH"),
        ("1880 vers", "vers 1880"),
        ("1850 vers (?)", "vers 1850 (?)"),
        ("1870 entre,1875 et", "entre 1870 et 1875"),
        ("1870 et,1852 entre", "entre 1852 et 1870"),
        ("19 e siècle", "19e\u00a0siècle"),
        ("1ère moitié 14e siècle", "1ère\u00a0moitié 14e\u00a0siècle"),
        ("3e siècle av. JC", "3e\u00a0siècle av.\u00a0J.-C."),
        ("1802 dépôt légal,1817", "1802 dépôt légal, 1817"),
        ("17e siècle ?", "17e\u00a0siècle\u202f?"),
        ("1973 date d'acquisition", "1973 date d’acquisition"),
        # what is not understood keeps its figures
        ("1914/19/21 : classé MH", "1914/19/21\u202f: classé MH"),
        ("inv. 1975/01/28", "inv. 1975/01/28"),
    ],
)
def test_display(text: str, shown: str) -> None:
    assert dates.display(text) == shown


WORDS = """1880 1642 52 9999 1975/01/28 28/01/1975 2007/09 19e XIXe V I 1er 2e dernier quart moitié
tiers siècle s. millénaire début milieu fin vers avant après entre et ou à de du au limite années
jusqu'en depuis Néolithique gallo-romain époque style Louis XIV Restauration ( ) [ ] ? ; , . : /
- – av. J.-C. apr. classé MH (?) janvier août an II 18.. 187? ï¿½"""
PIECES = st.sampled_from(WORDS.split())
EXPRESSIONS = st.builds(" ".join, st.lists(PIECES, max_size=12)) | st.builds(
    "".join, st.lists(PIECES, max_size=12)
)


@given(st.text() | EXPRESSIONS)
def test_every_text_has_an_answer_and_intervals_are_in_order(text: str) -> None:
    found = dates.parse(text)
    faults = dates.check(text)
    indexed = dates.index(text)
    assert found is None or not faults
    if found is None:
        assert indexed.years is None
        return
    assert found.text == text
    assert found.intervals or found.unknown or found.style
    for interval in found.intervals:
        assert (interval.start, interval.end) != (None, None)
        assert 0 not in (interval.start, interval.end)
        if interval.start is not None and interval.end is not None:
            assert interval.start <= interval.end
    if found.years:
        start, end = found.years
        assert all(
            start is None or each.start is None or start <= each.start for each in found.intervals
        )
        assert all(end is None or each.end is None or end >= each.end for each in found.intervals)


@given(st.text() | EXPRESSIONS)
def test_display_loses_no_word(text: str) -> None:
    shown = dates.display(text)
    if dates.parse(text) is None:
        assert _letters(shown) == _letters(text)
    # « 19 e » is joined, « av JC » is written « av. J.-C. »
    assert _words(text) - {"e", "jc", "j", "c", "ap"} <= _words(shown)


EXAMPLES = """19e siècle|1ère moitié du 14e siècle|limite 18e siècle 19e siècle|1880 vers|187?
1870 entre,1875 et|Années 1970|avant 1789|1867 après|2e millénaire av. JC|19 e siècle|1900 (vers)
époque Meiji (1868 - 1912)|1850 vers (?)|1975/01/28|2007/09|11/1984|2004/99/99|1830,1909|18..
7e ou 8e siècle après J.-C.|52-50 av. J.-C.|1978/03/30:classé MH:2017/05/10:inscrit MH"""


@pytest.mark.parametrize("text", EXAMPLES.replace("\n", "|").split("|"))
def test_what_is_displayed_means_the_same_and_needs_no_more_setting(text: str) -> None:
    shown = dates.display(text)
    assert read(shown).intervals == read(text).intervals
    assert read(shown).day == read(text).day
    assert dates.display(shown) == shown


@given(
    st.integers(1000, 2100), st.integers(1, 12), st.integers(1, 28), st.text("abc é:", max_size=9)
)
def test_a_day_is_displayed_with_its_year_and_means_the_same(
    year: int, month: int, day: int, words: str
) -> None:
    text = f"{year}/{month:02d}/{day:02d} : {words}x"
    shown = dates.display(text)
    assert str(year) in shown
    assert read(shown).day == read(text).day == f"{year}-{month:02d}-{day:02d}"
    assert _letters(words) in _letters(shown)


@given(st.integers(1, 20), st.sampled_from(["1er quart", "2e moitié", "3e tiers", "fin", "milieu"]))
def test_a_part_lies_inside_its_century(rank: int, part: str) -> None:
    inner, outer = read(f"{part} {rank}e siècle").years, read(f"{rank}e siècle").years
    assert inner is not None and outer is not None
    assert outer == (100 * rank - 99, 100 * rank)
    assert inner[0] is not None and inner[1] is not None
    assert 100 * rank - 99 <= inner[0] <= inner[1] <= 100 * rank


NASTY = """1|1 |a |mi |1er quart |(|((1880) |? |- |1880-|1880 : x, |av. |d'|la date d'|époque
|x, a a a |annees |19e ou |ï¿½|peut-etre |inconnue |1880/|18..|Tène """


@pytest.mark.parametrize("piece", NASTY.split("|"))
def test_long_and_nested_texts_are_read_quickly(piece: str) -> None:
    text = (piece * LONGEST)[:LONGEST]
    began = time.perf_counter()
    dates.parse(text)
    dates.display(text)
    assert time.perf_counter() - began < 1
    assert dates.parse(text + piece) is None


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


def _words(text: str) -> set[str]:
    spaced = "".join(sign if sign.isalpha() else " " for sign in text)
    return {word.lower() for word in spaced.split()}
