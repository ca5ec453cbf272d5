"""Notices in JSON: one, a list, JSON Lines, answers of APIs, GeoJSON."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from pop.imports import json_stream
from pop.imports.sources import NotRecognised, Unreadable, open_source
from tests.imports.conftest import Opened, Written

CALICE = {
    "REF": "PM00990001",
    "BASE": "Patrimoine mobilier (Palissy)",
    "TICO": "Calice",
    "DPT": ["00"],
    "AUTR": ["Lestrange Adèle ; dite la Jeune", " ", "Carvin"],
    "POP_COORDONNEES": {"lat": 48.850, "lon": 2.35},
}
STALLES = {**CALICE, "REF": "PM00990002", "TICO": "Stalles"}


def dumped(found: Any) -> bytes:
    return json.dumps(found, ensure_ascii=False, indent=1).encode()


def hits(*notices: dict[str, Any], index: str = "palissy1641337046672") -> dict[str, Any]:
    """What the former API answered to a search."""
    held = [{"_index": index, "_id": "5b68", "_source": notice} for notice in notices]
    return {"took": 2, "hits": {"total": len(held), "max_score": 2.0, "hits": held}, "status": 200}


SHAPES = {
    "one notice": dumped(CALICE) + b"\n" + dumped(STALLES),
    "a list": dumped([CALICE, STALLES]),
    "JSON Lines": json.dumps(CALICE).encode() + b"\n" + json.dumps(STALLES).encode() + b"\n",
    "an answer": dumped(hits(CALICE, STALLES)),
    "several answers": dumped({"responses": [hits(CALICE), hits(), hits(STALLES)]}),
    "answers of now": dumped({"took": 1, "hits": [{"_source": CALICE}, {"_source": STALLES}]}),
    "records": dumped({"records": [{"recordid": "1", "fields": n} for n in (CALICE, STALLES)]}),
    "results": dumped({"total_count": 2, "results": [CALICE, STALLES]}),
    "GeoJSON": dumped(
        {
            "type": "FeatureCollection",
            "features": [
                {"type": "Feature", "geometry": None, "properties": notice}
                for notice in (CALICE, STALLES)
            ],
        }
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_notices_are_found_in_whatever_holds_them(shape: str, opened: Opened) -> None:
    source = opened(SHAPES[shape])
    rows = list(source.rows())
    assert [(row.number, row.ref, row.base) for row in rows] == [
        (1, "PM00990001", "palissy"), (2, "PM00990002", "palissy"),
    ]  # fmt: skip
    assert (source.count, source.unit, source.unknown) == (2, "notice", ())


def test_values_are_texts_and_arrays_are_kept(opened: Opened) -> None:
    [row] = opened(dumped(CALICE)).rows()
    assert row.values == {
        "TICO": "Calice",
        "DPT": ["00"],
        # What stands in one element stays one value, with its « ; ».
        "AUTR": ["Lestrange Adèle ; dite la Jeune", "Carvin"],
        "POP_COORDONNEES.lat": "48.85",
        "POP_COORDONNEES.lon": "2.35",
    }


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"lat": 0, "lon": 0}, ("", "")),
        ({"lat": 48.85, "lon": 2.35}, ("48.85", "2.35")),
        ({"lon": "2.35", "lat": "48.85"}, ("48.85", "2.35")),
        ([48.85, 2.35], ("48.85", "2.35")),
        ("48.85, 2.35", ("48.85", "2.35")),
        ({"type": "Point", "coordinates": [2.35, 48.85]}, ("48.85", "2.35")),
        (None, ("", "")),
    ],
)
def test_a_point_however_it_is_written(
    given: Any, expected: tuple[str, str], opened: Opened
) -> None:
    [row] = opened(dumped({**CALICE, "POP_COORDONNEES": given})).rows()
    assert (row.values["POP_COORDONNEES.lat"], row.values["POP_COORDONNEES.lon"]) == expected


def test_the_point_of_a_feature_places_the_notice(opened: Opened) -> None:
    feature = {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [2.35, 48.85]},
        "properties": {"reference": "PA00990001", "denomination_de_l_edifice": "église"},
    }
    source = opened(dumped({"type": "FeatureCollection", "features": [feature]}))
    [row] = source.rows()
    assert row.values == {
        "DENO": ["église"], "POP_COORDONNEES.lat": "48.85", "POP_COORDONNEES.lon": "2.35",
    }  # fmt: skip
    assert source.form == "GeoJSON, UTF-8"


def test_numbers_come_as_they_were_written_and_empty_is_empty(opened: Opened) -> None:
    content = (
        b'{"REF": "PM00990001", "BASE": "Palissy", "DENQ": [1989, 2003.50], "VOLS": true,'
        b' "TICO": null, "DPT": [], "NART": 1e3, "HIST": ["un", "deux"]}'
    )
    [row] = opened(content).rows()
    assert row.values == {
        "DENQ": ["1989", "2003.50"], "VOLS": "oui", "TICO": "", "DPT": [], "NART": "1e3",
        "HIST": "un ; deux",
    }  # fmt: skip


def test_what_is_worked_out_and_the_log_are_never_read(opened: Opened) -> None:
    given = {
        **CALICE,
        "HISTORIQUE": [{"nom": "Orge", "email": "m.orge@example.org"}],
        "PRODUCTEUR": "Moi",
        "CONTIENT_IMAGE": "oui",
        "POP_FLAGS": ["X"],
        "MEMOIRE": [{"ref": "AP1"}],
        "POP_COORDINATES_POLYGON": {"type": "Polygon", "coordinates": []},
        "_id": "5b68",
        "__v": 1,
        "POP_COMMENTAIRES": ["x"],
    }
    source = opened(dumped(given))
    [row] = source.rows()
    assert set(row.values) == {
        "TICO", "DPT", "AUTR", "POP_COORDONNEES.lat", "POP_COORDONNEES.lon",
    }  # fmt: skip
    assert source.unknown == ("POP_COMMENTAIRES",)
    assert "example.org" not in repr(row)


@pytest.mark.parametrize(
    ("given", "base"),
    [
        ({"REF": "X1234", "BASE": "Patrimoine architectural (Mérimée)"}, "merimee"),
        ({"REF": "X1234", "BASE": "patrimoine mobilier (palissy) "}, "palissy"),
        ({"REF": "X1234", "BASE": "MERIMEE"}, "merimee"),
        ({"REF": "MNR00001", "BASE": "Rose Valland (MNR-Jeu de Paume)"}, "mnr"),
        ({"REF": "PM00990001", "TICO": "Calice"}, "palissy"),
        ({"REF": "APD0004328", "LEG": "Vue"}, "memoire"),
        ({"REF": "00000000055", "INV": "12", "DOMN": ["peinture"], "MUSEO": "M0324"}, "joconde"),
    ],
)
def test_the_base_of_a_notice_is_told_by_its_label_its_reference_or_its_fields(
    given: dict[str, Any], base: str, opened: Opened
) -> None:
    source = opened(dumped(given))
    assert [one.key for one in source.bases] == [base]
    assert [row.base for row in source.rows()] == [base]


def test_the_index_of_an_answer_tells_the_base(opened: Opened) -> None:
    source = opened(dumped(hits({"REF": "X1234", "TICO": "?"}, index="merimee1641337046672")))
    assert [base.key for base in source.bases] == ["merimee"]


def test_a_base_that_nothing_tells_is_asked_for(written: Written) -> None:
    path = written(dumped([{"REF": "X1234", "CONTACT": "x"}]))
    with pytest.raises(NotRecognised, match="--base"):
        open_source(path)
    [source] = open_source(path, "palissy")
    assert [row.base for row in source.rows()] == ["palissy"]


def test_one_text_may_hold_several_bases(opened: Opened) -> None:
    church = {"REF": "PA00990001", "TICO": "Église", "STRU": "x"}
    source = opened(dumped([CALICE, church, STALLES]))
    assert [base.key for base in source.bases] == ["palissy", "merimee"]
    assert [row.base for row in source.rows()] == ["palissy", "merimee", "palissy"]
    assert source.unknown == ("STRU",), "a field of Palissy alone"


def test_encodings_and_mending_are_those_of_tables(opened: Opened) -> None:
    text = '{"REF": "PM00990001", "TICO": "L\x92église d’été"}'
    source = opened(text.encode())
    [row] = source.rows()
    assert row.values["TICO"] == "L’église d’été"
    assert sum(source.repairs.values()) == 1
    [row] = opened('{"REF": "PM00990001", "TICO": "L’église d’été"}'.encode("cp1252")).rows()
    assert row.values["TICO"] == "L’église d’été"


# -- What is broken


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (dumped([CALICE, STALLES])[:-40], "le texte s’arrête avant sa fin"),
        (b'[{"REF": "PM00990001"}\n{"REF": "PM00990002"}]', "ligne 2 : ce n’est pas du JSON"),
        (b'{"REF": "PM00990001",\n "TICO": Calice}', "ligne 2 : ce n’est pas du JSON"),
        (b'[{"REF": "PM00990001"},\n{"REF": oui}]', "une faute devant « oui}] »"),
        (b"[" * 100_000, "JSON"),
        (b'[{"REF": "un"}, {"REF": "deux !"}, {"REF": "trois !"}]', "--base"),
    ],
)
def test_json_that_is_broken_is_refused_whole_with_its_line(
    content: bytes, said: str, written: Written
) -> None:
    with pytest.raises(Unreadable) as caught:
        open_source(written(content))
    assert said in str(caught.value)


def test_references_that_are_none_refuse_the_text(written: Written) -> None:
    path = written(dumped([{"REF": "deux !", "BASE": "Palissy"}] * 3))
    with pytest.raises(Unreadable, match="notice 1 : « deux ! » n’est pas une référence"):
        open_source(path)


# -- Streaming


@pytest.mark.parametrize("size", [1, 2, 3, 7, 64, 10_000])
@pytest.mark.parametrize("shape", SHAPES)
def test_where_the_text_is_cut_in_parts_changes_nothing(shape: str, size: int) -> None:
    text = SHAPES[shape].decode()
    parts = (text[place : place + size] for place in range(0, len(text), size))
    whole = list(json_stream.items(iter([text])))
    assert list(json_stream.items(parts)) == whole
    assert len(whole) == 2


def test_a_list_is_never_held_whole() -> None:
    asked = 0

    def parts() -> Iterator[str]:
        nonlocal asked
        yield "["
        for number in range(1_000):
            asked = number
            yield f'{{"REF": "PM{number:08}"}},'
        yield '{"REF": "PM99999999"}]'

    first = next(json_stream.items(parts()))
    assert first == {"REF": "PM00000000"}
    assert asked < 3
