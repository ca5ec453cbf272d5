"""The invented notices: always the same, of every base, field, link, state and situation, and of
no place, person or work that exists."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from pop.demonstration.generating import places
from pop.demonstration.generating.collection import collection
from pop.demonstration.generating.entries import Entry
from pop.demonstration.generating.rare_fields import FAULTS
from pop.model import catalogue
from pop.model.checking import Checker
from pop.model.protection import State, protection
from pop.notices.producers import first_producers
from pop.notices.store import CLOSED
from pop.places import communes, departements
from pop.places.folding import fold
from tests.demonstration.conftest import SMALL


def texts(entry: Entry) -> Iterator[tuple[str, str]]:
    for code, value in entry.values.items():
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str):
                yield code, text
    for picture in entry.pictures:
        yield "POP_IMAGES", picture.caption


def test_the_same_seed_gives_the_same_notices(entries: list[Entry]) -> None:
    again = collection(1, SMALL)
    assert again == entries


def test_another_seed_gives_others(entries: list[Entry]) -> None:
    other = collection(2, SMALL)
    same = {(e.base, e.ref, str(e.values)) for e in entries} & {
        (e.base, e.ref, str(e.values)) for e in other
    }
    assert len(same) < len(entries) / 20


def test_it_counts_as_many_notices_as_asked_in_every_base(entries: list[Entry]) -> None:
    counts = Counter(entry.base for entry in entries)
    assert counts.keys() == catalogue.bases().keys()
    assert abs(len(entries) - SMALL) < SMALL / 20


def test_references_are_unique_and_well_formed(entries: list[Entry]) -> None:
    assert len({(entry.base, entry.ref) for entry in entries}) == len(entries)
    for entry in entries:
        assert Checker(catalogue.base(entry.base)).reference(entry.ref) is None


@pytest.mark.parametrize("base", list(catalogue.bases()))
def test_every_field_is_filled_somewhere(base: str, entries: list[Entry]) -> None:
    filled = {
        code
        for entry in entries
        if entry.base == base
        for code, value in entry.values.items()
        if value not in ("", [])
    }
    fields = catalogue.base(base).fields
    expected = {code for code, field in fields.items() if not field.generated} - {"REF"}
    assert expected - filled == set()
    assert filled - fields.keys() <= {CLOSED}


def test_repeated_fields_hold_lists_and_others_texts(entries: list[Entry]) -> None:
    for entry in entries:
        fields = catalogue.base(entry.base).fields
        for code, value in entry.values.items():
            if code in fields:
                assert isinstance(value, list) is fields[code].many, (entry.base, code)


def test_no_place_is_real(entries: list[Entry]) -> None:
    for departement in places.DEPARTEMENTS:
        assert departements.by_code(departement.code) is None
        assert departements.find(departement.name) is None
    assert departements.find_region(places.REGION) is None
    for entry in entries:
        for code in ("DPT", "DPT_LETTRE", "REGION", "REG"):
            value = entry.values.get(code, [])
            for text in value if isinstance(value, list) else [value]:
                assert not text or not departements.successors(text), (entry.ref, text)


def test_no_commune_bears_the_name_of_a_real_one() -> None:
    known = communes.current()
    assert known is not None, "set-up builds the list of communes"
    real = {fold(name) for one in known for name in (one.name, *one.old_names)}
    ours = {fold(one.name) for one in places.communes()}
    assert ours & real == set()
    assert all(known.find(one.insee) is None for one in places.communes())


def test_every_point_is_in_the_open_sea(entries: list[Entry]) -> None:
    points = 0
    for entry in entries:
        try:
            latitude = float(entry.values["POP_COORDONNEES.lat"])
            longitude = float(entry.values["POP_COORDONNEES.lon"])
        except (KeyError, ValueError):
            continue
        points += 1
        assert not departements.in_france(latitude, longitude, margin=0.5), entry.ref
        assert places.SOUTH - 0.1 <= latitude <= places.NORTH + 0.1
        assert places.WEST - 0.1 <= longitude <= places.EAST + 0.1
    assert points > len(entries) / 3


def test_every_producer_whose_references_are_known_has_notices() -> None:
    producers = first_producers()
    found = {
        (entry.base, producers.of(entry.base, entry.ref, entry.values))
        for entry in collection(1, 4000)
    }
    expected = {
        "merimee": {
            "Monuments Historiques", "Inventaire", "État", "AUTRE",
            "Sites patrimoniaux remarquables", "Label Maisons des illustres",
            "Label Jardin remarquable",
            "Label Architecture contemporaine remarquable", "Jeu de Paume",
        },
        "palissy": {"Monuments Historiques", "Inventaire", "État", "Jeu de Paume"},
        "memoire": {"ARCH", "CRMH", "CAOA", "UDAP", "INV", "MPP"},
        "autor": {"Inventaire", "MPP", "Corpus Vitrearum"},
    }  # fmt: skip
    for base, labels in expected.items():
        assert labels <= {label for key, label in found if key == base}


def test_protections_are_met_in_every_state(entries: list[Entry]) -> None:
    for base, producer in (
        ("merimee", "Monuments Historiques"),
        ("palissy", "Monuments Historiques"),
    ):
        states = {
            shown.state
            for entry in entries
            if entry.base == base
            and entry.ref.startswith(("PA", "PM"))
            and (shown := protection(base, entry.ref, producer, entry.values))
        }
        assert states >= set(State), base


def test_links_of_every_kind_lead_to_notices_that_exist(entries: list[Entry]) -> None:
    refs = {(entry.base, entry.ref) for entry in entries}
    led: set[tuple[str, str]] = set()
    for entry in entries:
        for link in catalogue.base(entry.base).links:
            value = entry.values.get(link.field) or []
            for ref in value if isinstance(value, list) else [value]:
                if any((base, ref) in refs for base in link.to):
                    led.add((entry.base, link.field))
    expected = {
        (base.key, link.field)
        for base in catalogue.bases().values()
        for link in base.links
        if not base.fields[link.field].generated
    }
    assert expected - led == set()


def test_links_that_lead_nowhere_are_the_few_that_are_meant() -> None:
    whole = collection(1, 3000)
    refs = {(entry.base, entry.ref) for entry in whole}
    lost = Counter(
        (entry.base, link.field, ref)
        for entry in whole
        for link in catalogue.base(entry.base).links
        for ref in _list(entry.values.get(link.field))
        if not any((base, ref) in refs for base in link.to)
    )
    assert 0 < len(lost) < 40
    assert all(re.search("99[0-9]", ref) for _, _, ref in lost), lost


def _list(value: object) -> list[str]:
    return value if isinstance(value, list) else [value] if isinstance(value, str) and value else []


def test_only_the_faults_that_are_meant_are_found(entries: list[Entry]) -> None:
    meant = {(base, code) for base, faults in FAULTS.items() for code, _ in faults}
    # A point in the open sea is told apart, as it should; a name without its companion too.
    meant |= {
        ("merimee", "COOR"),
        ("palissy", "COOR"),
        ("merimee", "COM"),
    }
    met = set()
    for entry in entries:
        for finding in Checker(catalogue.base(entry.base)).check(
            {**entry.values, "REF": entry.ref}
        ):
            assert (entry.base, finding.field) in meant, (entry.ref, finding.message)
            met.add((entry.base, finding.flag))
    assert len(met) > 35


def test_every_situation_is_met(entries: list[Entry]) -> None:
    closed = {entry.values[CLOSED]["cause"] for entry in entries if CLOSED in entry.values}
    assert closed >= {"radiation", "déclassement", "restitution", "destruction", "doublon"}
    palissy = [entry.values for entry in entries if entry.base == "palissy"]
    assert {"manquant", "volé"} <= {text for v in palissy for text in v.get("MANQUANT", [])}
    assert any("retrouvé" in values.get("VOLS", "") for values in palissy)
    masked = [values for values in palissy if values.get("EDIF2")]
    assert masked
    for values in masked:
        assert not any(values.get(code) for code in ("COM", "INSEE", "EDIF", "POP_COORDONNEES.lat"))
    assert any(entry.values.get("POP_ANCIENNE_REF") for entry in entries if entry.base == "memoire")
    assert any("reste humain" in entry.values.get("DENO", []) for entry in entries)
    assert any(entry.values.get("HIST4") for entry in entries if entry.base == "mnr")


def test_the_living_have_a_year_of_birth_alone() -> None:
    living = [
        e.values for e in collection(1, 6000) if e.base == "autor" and not e.values.get("DMORT")
    ]
    for values in living:
        if values.get("DNAISS", "").isdigit():
            assert not values.get("ADRS") and not values.get("LNAISS")
        else:
            assert values["DNAISS"] == "un matin"  # the fault that is meant


def test_no_history_of_rose_valland_tells_a_spoliation_or_names_an_owner(
    entries: list[Entry],
) -> None:
    for entry in entries:
        if entry.base == "mnr":
            said = fold(" ".join(text for _, text in texts(entry)))
            assert not re.search(
                "spolie|vol[ée]|confisqu|pill|juif|juive|nazi|gestapo|err |munich", said
            )
            assert "inventee" in said


@pytest.mark.parametrize(
    ("fault", "pattern"),
    [
        ("two spaces", r"  "),
        ("a straight apostrophe", r"\w'\w"),
        ("a space before a comma or a full stop", r" [,.]"),
        ("no elision", r"\b(?:de|le|la|que|ne|se|je) (?=[aeiouéèêâîôûœAEIOUÉÈÊÂÎÔÛŒ])"),
        ("no contraction", r"\b(?:à le|à les|de le|de les|du le)\b"),
        ("a word twice", r"\b([A-Za-zÀ-ÿ]+) \1\b"),
        ("two marks together", r",,|\.\.(?!\.)|, ;|,\."),
        ("no space inside the quotes", r"«\S|\S»"),
    ],
)
def test_texts_are_written_with_care(fault: str, pattern: str, entries: list[Entry]) -> None:
    wrong = re.compile(pattern)
    for entry in entries:
        for code, text in texts(entry):
            assert not wrong.search(text), f"{fault}: {entry.base} {entry.ref} {code}: {text}"


def test_what_has_pictures_comes_first(entries: list[Entry]) -> None:
    with_pictures = [rank for rank, entry in enumerate(entries) if entry.pictures]
    assert with_pictures
    assert with_pictures[-1] < len(entries) / 4
    assert {"joconde", "memoire", "palissy", "enluminures", "mnr", "museo"} <= {
        entries[rank].base for rank in with_pictures
    }


def test_texts_vary() -> None:
    histories = [
        e.values["HIST"]
        for e in collection(1, 3000)
        if e.values.get("HIST") and e.base == "merimee"
    ]
    assert len(set(histories)) > 0.75 * len(histories)
