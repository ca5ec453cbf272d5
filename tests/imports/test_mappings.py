"""Files of other houses, read through a small mapping file."""

from pathlib import Path

import pytest

from pop.imports import mappings
from tests.imports.conftest import Opened

INVENTAIRE = "\t".join(
    (
        "identifiant", "nom", "appellation", "datation/0", "datation/1", "commune",
        "departement", "insee", "code_departement", "localisation/lon", "localisation/lat",
        "appartient_a", "chercheur/0", "chercheur/1", "copyright",
    )
)  # fmt: skip
BRIDGE = "\t".join(
    (
        "IA99000001", "Pont des Orges", "pont", "19e siècle", "20e siècle", "Orne",
        "Valserre", "00001", "00", "-0.95", "46.32",
        '"dit ""le Pont"""', "Yannis Orge", "Marie Blé", "(c) Région;(c) Ville",
    )
)  # fmt: skip


def test_several_columns_feed_one_repeated_field(opened: Opened) -> None:
    source = opened(INVENTAIRE, BRIDGE)
    [row] = source.rows()
    assert (row.ref, row.base, row.findings) == ("IA99000001", "merimee", ())
    assert row.values == {
        "TICO": "Pont des Orges",
        "DENO": ["pont"],
        "SCLE": ["19e siècle", "20e siècle"],
        "COM": ["Orne"],
        "DPT_LETTRE": ["Valserre"],
        "INSEE": ["00001"],
        "DPT": ["00"],
        "POP_COORDONNEES.lon": "-0.95",
        "POP_COORDONNEES.lat": "46.32",
        "NOMS": ["Yannis Orge", "Marie Blé"],
        "COPY": ["(c) Région", "(c) Ville"],
    }
    assert source.unknown == ("appartient_a",)
    assert "correspondance « Inventaire des Pays de la Loire »" in source.form


def test_a_place_that_slipped_is_kept_and_flagged(opened: Opened) -> None:
    slipped = BRIDGE.replace("00001\t00", "17\t85").replace("Orne\tValserre", "Ain\tVendée")
    [row] = opened(INVENTAIRE, slipped).rows()
    assert (row.values["COM"], row.values["INSEE"]) == (["Ain"], ["17"])
    [finding] = row.findings
    assert finding.flag == "PLACE_SHIFTED"
    assert "« 17 » est un département" in finding.message


def test_another_base_asked_for_leaves_the_mapping_aside(opened: Opened) -> None:
    header = "identifiant\tappellation\tdatation/0\tcode_departement\tlocalisation/lat\tREF"
    source = opened(header, "1\t2\t3\t4\t5\tPM00990001", base="palissy")
    assert "correspondance" not in source.form


def test_photographs_on_a_map(opened: Opened) -> None:
    feature = """{"type": "Feature", "geometry": {"type": "Point", "coordinates": [3.2, 49.7]},
      "properties": {"ref": "APD0009999", "cpost": "02440", "region": "", "dep": "2",
        "commune": "Orne", "text": "Vue", "author": "Opérateur D ; Orge, Édouard",
        "date": "1917/06/16", "copy": "©", "img": "http://example.org/wave/1599/sap_v.jpg"}}"""
    source = opened(f'\ufeff{{"type": "FeatureCollection", "features": [{feature}]}}')
    [row] = source.rows()
    assert (row.ref, row.base) == ("APD0009999", "memoire")
    assert row.values == {
        "REG": [],
        "DPT": ["02"],
        "COM": ["Orne"],
        "LEG": "Vue",
        "AUTP": ["Opérateur D", "Orge, Édouard"],
        "DATPV": "1917/06/16",
        "COPY": "©",
        "NOMSN": "sap_v.jpg",
    }
    assert source.unknown == ("cpost", "geometry")
    assert source.repairs == {"départements mis en code": 1}


# -- The files themselves


@pytest.mark.parametrize("path", sorted(mappings.FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_mapping_is_right(path: Path) -> None:
    mapped = mappings.load(path)
    assert mapped.name
    assert set(mapped.treatments) <= set(mapped.fields)
    assert not set(mapped.left_out) & set(mapped.fields)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ("base: nulle", "no base 'nulle'"),
        ("fields: {ref: REF, nom: ZORGLUB}", "nom: no field ZORGLUB in merimee"),
        ("fields: {nom: TICO}", "no column feeds REF"),
        ("colour: blue", "unknown field `colour`"),
    ],
)
def test_a_mapping_that_is_wrong_says_what(changed: str, said: str, tmp_path: Path) -> None:
    lines = {
        "name": "name: x",
        "about": "about: x",
        "base": "base: merimee",
        "recognised_by": "recognised_by: [ref, nom]",
        "fields": "fields: {ref: REF}",
    }
    lines[changed.partition(":")[0]] = changed
    path = tmp_path / "m.yaml"
    path.write_text("\n".join(lines.values()), "utf-8")
    with pytest.raises(mappings.MappingError) as caught:
        mappings.load(path)
    assert said in str(caught.value)
