"""The lexicons of Joconde (2014) and thesauri of archives, as they are."""

from pathlib import Path

import pytest

from pop.model.values.words import normal
from pop.vocabulary import hierarchy, known, loading, opening
from pop.vocabulary.expanding import Expansion, expand
from pop.vocabulary.models import Expands

pytestmark = pytest.mark.real_data

COUNTS = {
    "lexautr": 32_344,
    "lexautrole": 231,
    "lexdecv": 2_683,
    "lexdeno": 5_227,
    "lexdomn": 142,
    "lexecol": 447,
    "lexepoq": 812,
    "lexgene": 145,
    "lexinsc": 260,
    "lexlieux": 3_310,
    "lexperi": 343,
    "lexpers": 16_402,
    "lexrepr": 15_650,
    "lexsrep": 1_761,
    "lexstat": 89,
    "lextech": 3_066,
    "lexutil": 1_242,
}


def lexicon(real_data: Path, name: str) -> Path:
    path = real_data / "thesauri" / "joconde-lex" / f"{name}.txt"
    if not path.is_file():
        pytest.skip(f"{path.name} is not here")
    return path


@pytest.mark.parametrize("name", COUNTS)
def test_every_line_is_a_term_the_preamble_or_said(name: str, real_data: Path) -> None:
    path = lexicon(real_data, name)
    scheme = opening.read(path)
    assert len(scheme.entries) == COUNTS[name]
    lines = path.read_text("utf-8").split("\n")
    first = scheme.entries[0].line
    written = sum(bool(line.strip()) for line in lines[first - 1 :])
    merged = scheme.counted().get("terme répété au même endroit, réuni", 0)
    assert len(scheme.entries) + merged == written
    hierarchy.parents(scheme)
    assert hierarchy.LOOP not in scheme.counted()
    assert hierarchy.ORPHAN not in scheme.counted()
    row = known.by_file(name)
    assert row
    assert known.fields_for(row.key)


def test_skos_of_ginco(real_data: Path) -> None:
    for name, count, labels in (("Actions", 71, 115), ("Typologie", 238, 303)):
        path = real_data / "thesauri" / "skos" / f"{name}.rdf"
        if not path.is_file():
            pytest.skip(f"{path.name} is not here")
        scheme = opening.read(path)
        assert len(scheme.entries) == count
        assert sum(len(entry.labels) for entry in scheme.entries) == labels
        assert scheme.title
        assert scheme.uri.startswith("http://data.culture.fr/")
        assert scheme.language == "fr"


@pytest.mark.django_db
def test_expansions_are_sane(real_data: Path) -> None:
    for name in ("lexautr", "lexdeno", "lextech", "lexrepr", "lexecol"):
        row = known.by_file(name)
        assert row
        path = lexicon(real_data, name)
        settings = loading.Settings(
            row.key, row.title, path.name, expands=Expands(row.expands), closed=row.closed
        )
        loading.load(opening.read(path), settings)

    def found(text: str) -> dict[str, Expansion]:
        return {each.vocabulary: each for each in expand([normal(text)])}

    ware = found("Faïences")["joconde-techniques"]
    assert {"faïence stannifère", "grès anglais"} <= {name.text for name in ware.narrower}
    assert not ware.cut
    altar = found("retables")["joconde-denominations"]
    assert [name.text for name in altar.narrower] == ["retable à panneaux compartimentés"]
    assert found("caricature")["joconde-sujets"].preferred.text == "portrait charge"
    poussin = found("Poussin")
    assert poussin["joconde-auteurs"].preferred.text == "POUSSIN Nicolas"
    assert sum(len(each.narrower) for each in poussin.values()) == 0
    burgundy = found("Bourgogne")
    assert [name.text for name in burgundy["joconde-ecoles"].alternatives] == ["bourguignonne"]
    assert burgundy["joconde-sujets"].narrower == ()
    assert found("Le Corbusier")["joconde-auteurs"].preferred.words == "jeanneret charles edouard"
    assert expand([normal("huile sur toile")]) == []
    assert found("animaux")["joconde-sujets"].cut
