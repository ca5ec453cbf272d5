"""A table written in any dialect, encoding and quoting reads back the same values."""

import gzip
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pop.imports.sources import open_source
from pop.imports.splitting import Quoting, split
from tests.imports.conftest import Opened

HEADER = ("REF", "TICO", "HIST", "DESC", "OBS")
# Every row carries some accents, as real ones do: they tell the encoding.
PROOF = "L'été, à l'église, fête près du chœur dévoilé"
WORDS = "abc éèàçôÉÀœ’«»°€n°12"
SEPARATORS = "|;,\t"
ENCODINGS = ("utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be")

Row = tuple[str, ...]


def texts(extra: str = "", most: int = 20) -> st.SearchStrategy[str]:
    """Values as they are kept: without blanks at the ends."""
    return st.text(alphabet=WORDS + extra, max_size=most).map(str.strip)


def tables(values: st.SearchStrategy[str]) -> st.SearchStrategy[list[Row]]:
    return st.lists(st.tuples(values, values, values), min_size=1, max_size=30).map(
        lambda rows: [(f"PA{number:08}", *row, PROOF) for number, row in enumerate(rows, 1)]
    )


def doubled(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'


def write(header: Row, rows: list[Row], separator: str, quote: Callable[[str], str]) -> str:
    lines = [separator.join(header)]
    lines += [separator.join(map(quote, row)) for row in rows]
    return "".join(f"{line}\n" for line in lines)


def read(content: bytes) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table"
        path.write_bytes(content)
        [source] = open_source(path, "merimee")
        rows = list(source.rows())
    assert source.count == len(rows)
    assert not any(row.findings for row in rows)
    return [(row.ref, *(row.values[code] for code in HEADER[1:])) for row in rows]


@settings(max_examples=100, deadline=None)
@given(
    st.data(),
    st.sampled_from(SEPARATORS),
    st.sampled_from(ENCODINGS),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
)
def test_values_all_in_quotes(
    data: st.DataObject, separator: str, encoding: str, end: str, bare_header: bool
) -> None:
    rows = data.draw(tables(texts(extra='"\n' + SEPARATORS)))
    header = HEADER if bare_header else tuple(map(doubled, HEADER))
    text = write(header, rows, separator, doubled).replace("\n", end)
    expected = [tuple(cell.replace("\n", end) for cell in row) for row in rows]
    assert read(text.encode(encoding)) == expected


@settings(max_examples=100, deadline=None)
@given(st.data(), st.sampled_from(SEPARATORS), st.sampled_from(ENCODINGS))
def test_values_in_quotes_only_where_they_must(
    data: st.DataObject, separator: str, encoding: str
) -> None:
    # Both in one value may make, by accident, two lines as wide as the header.
    rows = data.draw(tables(texts(extra='"\n') | texts(extra='"' + separator)))

    def sparing(cell: str) -> str:
        return doubled(cell) if set(cell) & {'"', "\n", separator} else cell

    assert read(write(HEADER, rows, separator, sparing).encode(encoding)) == rows


@pytest.mark.parametrize("quoting", [Quoting.SPARING, Quoting.LOOSE])
def test_the_end_of_a_value_before_one_with_a_separator_is_no_row(quoting: Quoting) -> None:
    lines = ['PA1|"a\n', 'b"|"c|d"|x|proof\n', "PA2|y|z|t|proof\n"]
    first, second = split(iter(lines), "|", quoting, 5)
    assert first == (1, ["PA1", "a\nb", "c|d", "x", "proof"])
    assert second == (3, ["PA2", "y", "z", "t", "proof"])


def test_quotes_that_look_like_characters_are_read_by_the_rules_when_these_explain_them() -> None:
    # Lines inside values begin and end with quotes, or have as many separators as a row.
    rows: list[Row] = [
        ("PA00000001", 'c\n"', "", 'É"«€|Àô°', PROOF),
        ("PA00000002", '°"«2a’', "’ àa|É»1", "n’naàÉç°a\n°\n««»b\n\nn’", PROOF),
        ("PA00000003", '|"œ|èœ"1', "ç€°«é» €", "", PROOF),
        ("PA00000004", "«»°œ", "", 'œ\n€°°°"À', PROOF),
        ("PA00000005", 'à€ b’’2\n€"«\nbaÀ°€"èa', '|"ç"', '’aa°°°c °À€"è€ôé1"éÀ', PROOF),
    ]

    def sparing(cell: str) -> str:
        return doubled(cell) if set(cell) & set('"\n|') else cell

    assert read(write(HEADER, rows, "|", sparing).encode()) == rows


@settings(max_examples=100, deadline=None)
@given(st.data(), st.sampled_from(SEPARATORS), st.sampled_from(ENCODINGS))
def test_values_filled_in_quotes_and_empty_ones_not(
    data: st.DataObject, separator: str, encoding: str
) -> None:
    rows = data.draw(tables(texts(extra='"' + SEPARATORS)))
    text = write(HEADER, rows, separator, lambda cell: doubled(cell) if cell else "")
    assert read(text.encode(encoding)) == rows


@settings(max_examples=100, deadline=None)
@given(
    st.data(),
    st.sampled_from("|\t"),
    st.sampled_from(ENCODINGS),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_no_quotes_at_all_and_quotes_that_are_characters(
    data: st.DataObject, separator: str, encoding: str, end: str
) -> None:
    word = st.text(alphabet="abcéà", min_size=1, max_size=8)
    quoted = st.builds('{} "{}"'.format, word, word) | st.builds('"{}" {}'.format, word, word)
    rows = data.draw(tables(texts() | quoted))
    assert read(write(HEADER, rows, separator, str).replace("\n", end).encode(encoding)) == rows


@settings(max_examples=100, deadline=None)
@given(st.data(), st.sampled_from(SEPARATORS), st.sampled_from(ENCODINGS))
def test_values_in_quotes_whose_own_quotes_are_not_doubled(
    data: st.DataObject, separator: str, encoding: str
) -> None:
    word = st.text(alphabet="abcéà", min_size=1, max_size=8)
    cited = st.builds('{} "{}" {}'.format, word, word, word)
    held = st.builds(f"{{}} {separator} {{}}".format, word, word)
    rows = data.draw(tables(word | cited | held))
    text = write(HEADER, rows, separator, lambda cell: f'"{cell}"')
    assert read(text.encode(encoding)) == rows


@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize("encoding", [*ENCODINGS, "latin-1", "mac_roman", "cp850"])
def test_separator_and_encoding_are_found_out(
    separator: str, encoding: str, opened: Opened
) -> None:
    row = ("PA00990001", "Église d'Orne", "12e siècle")
    source = opened(separator.join(("REF", "TICO", "SCLE")), separator.join(row), encoding=encoding)
    [found] = source.rows()
    assert found.values == {"TICO": "Église d'Orne", "SCLE": ["12e siècle"]}


def test_what_compresses_and_the_name_change_nothing(opened: Opened) -> None:
    text = "REF|TICO|COM\nPA00990001|Église|Orne\n".encode()
    source = opened(gzip.compress(text), name="export.csv")
    [row] = source.rows()
    assert (source.name, row.values["TICO"]) == ("export.csv", "Église")


def test_the_first_line_of_excel_that_names_the_separator_is_passed_over(opened: Opened) -> None:
    source = opened("sep=;", "REF;TICO;COM", "PA00990001;Église, nef;Orne")
    [row] = source.rows()
    assert (row.number, row.values["TICO"]) == (3, "Église, nef")
