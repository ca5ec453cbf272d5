"""The Image API of a running site: the official validator, both versions, and what HTTP asks."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

import pytest
import pyvips

from pop.iiif.identifiers import identifier, parse
from tests.programs import platform

pytestmark = pytest.mark.no_database

CHART = "67352ccc-d1b0-11e1-89ae-279075081939.png"
MNR = "MNR 12/3 (BIS)"
# What the validator refuses and the specification asks for (Image API 3.0, 4.2: « as large as
# possible, but not larger than the extracted region »); IIIF/image-validator#100.
EXCEPTED = {"3.0": {"size_noup"}, "2.0": set[str]()}


class Site(NamedTuple):
    """A running site, and the identifiers of its pictures, by reference."""

    origin: str
    pictures: dict[str, str]


@pytest.fixture(scope="module")
def site(real_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("pictures")
    chart = (real_data / "schemas/iiif" / CHART).read_bytes()
    (folder / "PA00990001.png").write_bytes(chart)
    wide = pyvips.Image.xyz(1700, 1301).bandjoin(9) % 256
    wide.cast("uchar").copy(interpretation="srgb").jpegsave(str(folder / "large.jpg"))
    notices = folder / "notices.csv"
    notices.write_text("REF;TICO\nPA00990001;Carrés\nPA00990002;Sans image\n")
    works = folder / "works.csv"
    works.write_text(f"REF;TITR\n{MNR};Grand paysage\n")
    table = folder / "table.csv"
    table.write_text(f"fichier;base;ref\nlarge.jpg;mnr;{MNR}\nPA00990001.png;merimee;PA00990001\n")
    with platform(tmp_path_factory.mktemp("site")) as own:
        for base, file in (("merimee", notices), ("mnr", works)):
            assert own.pop("load", str(file), "--base", base).code == 0
        attached = own.pop("media", "attach", str(folder), "--table", str(table), "--json")
        assert json.loads(attached.out)["tied"] == 2
        pictures = {
            ref: identifier(base, ref, hashlib.sha256((folder / name).read_bytes()).hexdigest())
            for base, ref, name in (
                ("merimee", "PA00990001", "PA00990001.png"), ("mnr", MNR, "large.jpg"),
            )
        }  # fmt: skip
        with own.serve("--no-indexer") as server:
            yield Site(server.origin, pictures)


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


class _NoRedirection(HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


def ask(address: str, method: str = "GET", **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request = Request(address, method=method, headers=named)
    try:
        with build_opener(_NoRedirection).open(request) as got:
            return Answer(got.status, {k.lower(): v for k, v in got.headers.items()}, got.read())
    except HTTPError as error:
        with error:
            found = {name.lower(): value for name, value in error.headers.items()}
            return Answer(error.code, found, error.read())


@pytest.mark.parametrize("version", ["3.0", "2.0"])
def test_the_official_validator_is_content(site: Site, version: str) -> None:
    script = Path(sys.executable).with_name("iiif-validate.py")
    command = [
        sys.executable, str(script), "-s", site.origin.removeprefix("http://"),
        "-p", f"iiif/{version[0]}", "-i", site.pictures["PA00990001"],
        f"--version={version}", "--level=2",
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    results = {
        words[2]: words[3]
        for line in (done.stdout + done.stderr).splitlines()
        if len(words := line.split()) == 4 and words[1] == "test"
    }
    assert len(results) == {"3.0": 33, "2.0": 30}[version]
    failed = {name for name, result in results.items() if result != "PASS"}
    assert failed == EXCEPTED[version]


def test_a_reference_with_anything_in_it_is_reached(site: Site) -> None:
    address = f"{site.origin}/iiif/3/{site.pictures[MNR]}"
    said = json.loads(ask(f"{address}/info.json").body)
    assert said["id"] == address
    assert (said["width"], said["height"]) == (1700, 1301)
    assert said["type"] == "ImageService3"
    assert {"width": 850, "height": 651} in said["sizes"]
    assert ask(f"{address}/full/850,651/0/default.jpg").status == 200
    found = parse(f"mnr-{MNR}-0123456789abcdef")
    assert found is not None
    assert found.ref == MNR


def test_the_description_is_json_or_linked_data_as_one_prefers(site: Site) -> None:
    for version, context in ((3, "image/3"), (2, "image/2")):
        address = f"{site.origin}/iiif/{version}/{site.pictures['PA00990001']}/info.json"
        assert ask(address).headers["content-type"] == "application/json"
        linked = ask(address, Accept="application/ld+json").headers["content-type"]
        assert linked.startswith("application/ld+json;profile=")
        assert context in linked


def test_the_bare_address_leads_to_the_description(site: Site) -> None:
    path = f"/iiif/3/{site.pictures[MNR]}"
    answer = ask(site.origin + path)
    assert answer.status == 303
    assert answer.headers["location"] == f"{path}/info.json"


def test_what_was_sent_is_not_sent_again(site: Site) -> None:
    address = f"{site.origin}/iiif/3/{site.pictures[MNR]}/0,0,512,512/512,512/0/default.jpg"
    first = ask(address)
    assert first.status == 200
    assert "max-age" in first.headers["cache-control"]
    again = ask(address, If_None_Match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    head = ask(address, "HEAD")
    assert head.headers["content-length"] == str(len(first.body))
    assert head.body == b""


def test_other_sites_may_show_it(site: Site) -> None:
    address = f"{site.origin}/iiif/3/{site.pictures[MNR]}"
    for path in ("/info.json", "/full/200,/0/default.jpg", "/full/200,/0/default.tif", ""):
        assert ask(address + path).headers["access-control-allow-origin"] == "*"
    before = ask(f"{address}/info.json", "OPTIONS")
    assert before.status == 204
    assert "GET" in before.headers["access-control-allow-methods"]
    assert ask(f"{address}/info.json", "POST").status == 405


@pytest.mark.parametrize(
    "path",
    [
        "merimee-PA00990001-0000000000000000", "merimee-PA00990002-0123456789abcdef", "inconnu",
        "merimee-PA00999999-0123456789abcdef", "autre-PA00990001-0123456789abcdef", "%2e%2e",
        "merimee-PA00990001-", "merimee-PA00990001", "%00", "%ff", "a/b/c/d/e/f/g",
    ],
)  # fmt: skip
@pytest.mark.parametrize("rest", ["/info.json", "/full/max/0/default.jpg", ""])
def test_nothing_else_is_reached(site: Site, path: str, rest: str) -> None:
    answer = ask(f"{site.origin}/iiif/3/{path}{rest}")
    assert answer.status == 404
    assert "image" in answer.body.decode()


def test_the_start_of_another_sum_names_nothing(site: Site) -> None:
    shown = site.pictures["PA00990001"]
    other = f"{shown[:-16]}{site.pictures[MNR][-16:]}"
    assert ask(f"{site.origin}/iiif/3/{other}/info.json").status == 404


def test_what_cannot_be_done_is_told_in_french(site: Site) -> None:
    answer = ask(f"{site.origin}/iiif/3/{site.pictures[MNR]}/full/9000,/0/default.jpg")
    assert answer.status == 400
    assert "agrandissement" in answer.body.decode()


def test_pages_are_still_there(site: Site) -> None:
    assert ask(f"{site.origin}/").status == 200
    assert ask(f"{site.origin}/iiif/4/x").status == 404
