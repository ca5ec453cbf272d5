"""Days, addresses, files, numbers, yes or no, records; and what every type owes to any text."""

import csv
import datetime
import string
import time
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pop.model.values import (
    day,
    dimensions,
    email,
    file,
    folding,
    inventory,
    number,
    record,
    reference,
    term,
    text,
    typography,
    url,
    yes_no,
)
from pop.model.values.verbs import Fault, Indexed, ValueType

TYPES: tuple[ValueType, ...] = (
    text,
    term,
    day,
    reference,
    inventory,
    email,
    url,
    file,
    dimensions,
    number,
    yes_no,
    record,
)
ANY_TEXT = st.text() | st.text(alphabet=string.printable + "éœ’«»\u00a0\ufeff\ud800\x92")


@pytest.mark.parametrize("module", TYPES)
@given(any_text=ANY_TEXT)
def test_every_verb_takes_any_text(module: ModuleType, any_text: str) -> None:
    module.parse(any_text)
    faults = module.check(any_text)
    assert isinstance(module.display(any_text), str)
    assert isinstance(module.index(any_text), Indexed)
    for fault in faults:
        assert isinstance(fault, Fault)
        assert fault.code == fault.code.upper()
        assert fault.message.endswith(".")
        assert " ; " in fault.message
        assert "\n" not in fault.message


@pytest.mark.parametrize("module", TYPES)
def test_nothing_written_is_no_fault(module: ModuleType) -> None:
    assert module.check("") == module.check("  ") == ()
    assert module.parse("") is None


@pytest.mark.parametrize("module", TYPES)
@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "(",
        ")",
        "((a)",
        "a@",
        "a.",
        "<a href=",
        "L. 1 ",
        "L 1 x ",
        "H.1(",
        " ",
        ";",
        "1",
        "0.",
        "«",
        "'",
        "&",
        "&;",
        "://",
        "a:",
        "#",
        "https://#",
        "?",
        "-",
        "é",
        "[",
        "\x92",
        "e\u0301",
    ],
)
def test_long_texts_take_linear_time(module: ModuleType, piece: str) -> None:
    """Forty thousand characters, built to make a bad regular expression explode."""
    long_text = piece * (40_000 // len(piece))
    started = time.perf_counter()
    for verb in (module.parse, module.check, module.display, module.index):
        verb(long_text)
    text.mend(long_text, unquote=True)
    text.paragraphs(long_text, "#")
    folding.fold(long_text)
    typography.typeset(long_text)
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize("written", ["2025-10-13", "2025/10/13", "13/10/2025", " 2025-10-13 "])
def test_day(written: str) -> None:
    assert day.parse(written) == datetime.date(2025, 10, 13)
    assert day.display(written) == "13 octobre 2025"
    assert day.check(written) == ()
    indexed = day.index(written)
    assert (indexed.keys, indexed.years) == (("2025-10-13",), (2025, 2025))


def test_first_of_the_month() -> None:
    assert day.display("2024-05-01") == "1er mai 2024"


@pytest.mark.parametrize(
    "written", ["9999/99/99", "2023-02-29", "2025/10-13", "hier", "2025", "²025-01-01"]
)
def test_no_day(written: str) -> None:
    assert day.parse(written) is None
    assert day.display(written) == written
    assert [fault.code for fault in day.check(written)] == ["INVALID_DATE"]


@given(st.dates())
def test_every_day_is_read_back(date: datetime.date) -> None:
    assert day.parse(date.isoformat()) == date
    assert day.parse(f"{date.day:02}/{date.month:02}/{date.year:04}") == date


@pytest.mark.parametrize(
    ("written", "addresses"),
    [
        ("contact@example.org", ("contact@example.org",)),
        ("a.b-c+d@sous.musée.fr ; x@y.fr", ("a.b-c+d@sous.musée.fr", "x@y.fr")),
        ("a@b.fr,c@d.fr", ("a@b.fr", "c@d.fr")),
        ("mailto:photo@musee.fr", ("photo@musee.fr",)),
    ],
)
def test_email(written: str, addresses: tuple[str, ...]) -> None:
    assert email.parse(written) == addresses
    assert email.check(written) == ()
    assert email.display(written) == written


@pytest.mark.parametrize(
    "written",
    [
        "e",
        "lol",
        "a@b",
        "a@@b.fr",
        "a b@c.fr",
        ".a@b.fr",
        "a..b@c.fr",
        "é@b.fr",
        "a@-b.fr",
        "a@b-.fr",
        "a@b..fr",
        "a@b.f",
        "@b.fr",
        "a@",
        "a@b.12",
        "<a@b.fr>",
    ],
)
def test_no_email(written: str) -> None:
    assert email.parse(written) is None
    (fault,) = email.check(written)
    assert fault.code == "INVALID_EMAIL"
    assert fault.message.endswith("écrivez-la comme nom@domaine.fr.")


def test_one_fault_for_each_bad_address() -> None:
    assert len(email.check("a@b.fr ; lol ; mdr")) == 2


@pytest.mark.parametrize(
    ("written", "shown", "href"),
    [
        ("https://x.fr/a?b=c#d", "https://x.fr/a?b=c#d", "https://x.fr/a?b=c#d"),
        ("HTTP://www.X.fr", "HTTP://www.X.fr", "http://www.X.fr"),
        (
            "www.musee-foliemarco.com",
            "www.musee-foliemarco.com",
            "https://www.musee-foliemarco.com",
        ),
        ("museepompiers.com/", "museepompiers.com/", "https://museepompiers.com/"),
        ("x.fr:8080/a", "x.fr:8080/a", "https://x.fr:8080/a"),
        ("//x.fr/a", "//x.fr/a", "https://x.fr/a"),
        ("/www.lecompa.fr/", "/www.lecompa.fr/", "https://www.lecompa.fr/"),
        ('x.fr/é"<', 'x.fr/é"<', "https://x.fr/%C3%A9%22%3C"),
        ("x.fr/%C3%A9", "x.fr/%C3%A9", "https://x.fr/%C3%A9"),
        (
            '<a href="https://x.fr/a?b&amp;c">Dossier</a>',
            "https://x.fr/a?b&c",
            "https://x.fr/a?b&c",
        ),
        ("<A HREF='http://x.fr/a' target=_blank", "http://x.fr/a", "http://x.fr/a"),
        ("<a href=www.x.fr>Dossier</a>", "www.x.fr", "https://www.x.fr"),
    ],
)
def test_url(written: str, shown: str, href: str) -> None:
    parsed = url.parse(written)
    assert parsed is not None
    assert parsed.href == href
    assert url.display(written) == shown
    assert url.check(written) == ()


@pytest.mark.parametrize(
    "written",
    [
        "a",
        "htp://ds.de",
        "javascript:alert(1)",
        " JavaScript://x.fr/%0aalert(1)",
        "data:text/html,x",
        "java\nscript:alert(1)",
        "https://culture.gouv.fr@evil.com",
        "http://x",
        "dossier.pdf",
        "1.2.3.4",
        "http://",
        "https:x.fr",
        "x.fr y.fr",
        "https://a.fr ; https://b.fr",
        "http://x.fr\\@evil.com",
        "http://x.fr/\u202egpj",
        "http://x.fr:port/",
        "<a>x</a>",
        '<a href="javascript:alert(1)">x</a>',
        "-x.fr",
        "ftp://x.fr",
        "\ud800.fr/",
        "http://x.fr/\ud800",
    ],
)
def test_no_url(written: str) -> None:
    assert url.parse(written) is None
    assert [fault.code for fault in url.check(written)] == ["INVALID_URL"]


@pytest.mark.real_data
def test_every_address_of_museofile_but_a_broken_one_can_be_linked(real_data: Path) -> None:
    path = real_data / "museofile" / "museofile-2025-10.csv"
    with path.open(encoding="utf-8-sig", newline="") as rows:
        addresses = [row["URL"] for row in csv.DictReader(rows, delimiter="|") if row["URL"]]
    assert len(addresses) > 1_000
    assert [address for address in addresses if url.parse(address) is None] == ["html#.YFtE-ZvjLZ4"]


@given(ANY_TEXT | st.from_regex(r"(https?://|www\.|<a href=\")[a-z.]{1,9}(/[\s\S]{0,12})?"))
def test_links_are_always_safe(written: str) -> None:
    parsed = url.parse(written)
    if parsed is not None:
        assert parsed.href.startswith(("http://", "https://"))
        assert not set(parsed.href) & set(' "<>\\`\n\t{}')


def test_file() -> None:
    key = "memoire/AP15R004778/15R004778 (vue d’été).JPG"
    parsed = file.parse(key)
    assert parsed is not None
    assert (parsed.key, parsed.base, parsed.ref, parsed.name) == (key, *key.split("/"))
    assert file.display(key) == "15R004778 (vue d’été).JPG"
    assert file.check(key) == ()


@pytest.mark.parametrize(
    "written",
    [
        "a.jpg",
        "/etc/passwd",
        "memoire/../x.jpg",
        "memoire/AP/..",
        "memoire/AP/.",
        "a/b/c/d.jpg",
        "memoire//x.jpg",
        "memoire/AP/",
        "memoire/AP/x\x00.jpg",
        "c:\\a/b/c",
        "a/b/c\\d",
        "a/ b/c",
        "http://x.fr/a.jpg",
        "a/b/\u202egpj.exe",
        "a/b/\ud800",
        "a/b/" + "x" * 300,
    ],
)
def test_no_file(written: str) -> None:
    assert file.parse(written) is None
    assert [fault.code for fault in file.check(written)] == ["INVALID_FILE"]


@pytest.mark.parametrize(
    ("written", "value", "shown"),
    [
        ("48.410166", 48.410166, "48,410166"),
        ("-1,5", -1.5, "-1,5"),
        (" +3 ", 3, " +3 "),
        ("\u22120.25", -0.25, "\u22120,25"),
        ("1e-05", 0.00001, "1e-05"),
        (".5", 0.5, ",5"),
    ],
)
def test_number(written: str, value: float, shown: str) -> None:
    assert number.parse(written) == value
    assert number.display(written) == shown
    assert number.check(written) == ()


@pytest.mark.parametrize(
    "written", ["nan", "inf", "1 2", "1,2,3", "0x1", "1e999", "١٢", "-", ".", "4°"]
)
def test_no_number(written: str) -> None:
    assert number.parse(written) is None
    assert [fault.code for fault in number.check(written)] == ["NOT_RIGHT"]


@pytest.mark.parametrize(
    ("written", "value", "shown"),
    [("oui", True, "Oui"), (" NON", False, "Non"), ("Oui", True, "Oui")],
)
def test_yes_no(written: str, value: bool, shown: str) -> None:
    assert yes_no.parse(written) is value
    assert yes_no.display(written) == shown
    assert yes_no.index(written).keys == (shown.lower(),)


@pytest.mark.parametrize("written", ["o", "true", "1", "oui ?"])
def test_neither_yes_nor_no(written: str) -> None:
    assert yes_no.parse(written) is None
    assert yes_no.display(written) == written
    assert [fault.code for fault in yes_no.check(written)] == ["INVALID_YES_NO"]


def test_record() -> None:
    written = '{"nom": "X", "date": "2020-01-01 10:00"}'
    assert record.parse(written) == {"nom": "X", "date": "2020-01-01 10:00"}
    assert record.check(written) == ()
    assert record.display(written) == ""
    assert record.index(written) == Indexed()


@pytest.mark.parametrize("written", ["{", "nom", "[" * 100_000, '"\ud800"', "NaN"])
def test_no_record(written: str) -> None:
    assert record.parse(written) is None
    assert [fault.code for fault in record.check(written)] == ["INVALID_RECORD"]
