"""What a search finds, in which order; the index follows the store."""

import pytest

from pop.model.values.words import normal
from pop.notices.models import Notice, Stamp
from pop.search.answers.searching import facets, search
from pop.search.asking.address import from_address, to_address
from pop.search.asking.query import Query
from pop.search.engine import generations
from pop.search.upkeep import rebuilding
from tests.loading import load_rows

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_index(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POP_DATA", str(tmp_path_factory.mktemp("data")))


@pytest.fixture
def _valserine() -> None:
    load_rows(
        "merimee",
        {"REF": "PA00990001", "TICO": "Abbatiale Notre-Dame-des-Orges", "DENO": ["église"],
         "COM": ["Montclar-sur-Valserre"], "DPT": ["00"], "AUTR": ["LESTRANGE Adèle (architecte)"],
         "HIST": "L’œuvre d'un maître ; la chapelle détruite."},
        {"REF": "PA00990002", "TICO": "Chapelle de l'Hôtel-Dieu", "COM": ["Sainte-Orne"]},
        {"REF": "IA00990003", "TICO": "Moulin", "HIST": "Près de l’église d'Orne.",
         "SCLE": ["18e siècle"]},
        {"REF": "PA00990004", "TICO": "Églises rurales"},
    )  # fmt: skip
    load_rows("museo", {"REF": "M9901", "NOMOFF": "musée des orges"}, index=True)


def refs(text: str, **options: object) -> list[str]:
    return [notice.ref for notice in search(Query(text=text, **options)).notices]  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["PA00990001", "pa 00990001", "PA-00990001", "Pa00990001"])
@pytest.mark.usefixtures("_valserine")
def test_a_reference_in_any_shape_finds_its_notice_first(text: str) -> None:
    assert refs(text)[0] == "PA00990001"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("notre dame", ["PA00990001"]),
        ("Notre-Dame", ["PA00990001"]),
        ("hotel dieu", ["PA00990002"]),
        ("l’hôtel-dieu", ["PA00990002"]),
        ("oeuvre", ["PA00990001"]),
        ("maître chapelle", ["PA00990001"]),
        ("Lestrange", ["PA00990001"]),
        ("moulin église", ["IA00990003"]),
        ("introuvable", []),
    ],
)
@pytest.mark.usefixtures("_valserine")
def test_accents_elision_hyphens_and_plural_do_not_matter(text: str, expected: list[str]) -> None:
    assert refs(text) == expected


@pytest.mark.usefixtures("_valserine")
def test_a_word_of_the_title_comes_before_a_word_of_the_text() -> None:
    assert refs("chapelle") == ["PA00990002", "PA00990001"]


@pytest.mark.usefixtures("_valserine")
def test_the_exact_word_comes_before_its_stem() -> None:
    assert refs("églises")[0] == "PA00990004"
    assert set(refs("eglises")) == {"PA00990004", "PA00990001", "IA00990003"}


@pytest.mark.parametrize("text", ["château d’Amboise", "le château d'Amboise", "chateau amboise"])
def test_a_thing_at_its_place_comes_before_the_name_of_the_place_elsewhere(text: str) -> None:
    others = ({"REF": f"PA0099{n:04d}", "TICO": f"Château {n}"} for n in range(100, 400))
    load_rows(
        "merimee",
        *others,
        {"REF": "PA00990001", "TICO": "Hôtel d'Amboise", "COM": ["Blois"],
         "HIST": "Près du château."},
        {"REF": "PA00990002", "TICO": "Pont d'Amboise, près du château de la ville",
         "COM": ["Amboise"]},
        {"REF": "PA00990003", "TICO": "Château", "COM": ["Amboise"]},
        index=True,
    )  # fmt: skip
    assert refs(text)[0] == "PA00990003"


@pytest.mark.usefixtures("_valserine")
def test_a_base_and_a_filter_narrow_the_search() -> None:
    assert refs("orges", bases=("museo",)) == ["M9901"]
    assert refs("", filters=(("auteur", "lestrange adele (ARCHITECTE)"),)) == ["PA00990001"]
    assert refs("", filters=(("siecle", "18e siècle"), ("siecle", "12e siècle"))) == ["IA00990003"]
    counted = facets(Query(text="orges", bases=("museo",))).facets["base"].values
    assert {value.key: (value.count, value.selected) for value in counted} == {
        "museo": (1, True),
        "merimee": (1, False),
    }


@pytest.mark.usefixtures("_valserine")
def test_a_changed_notice_is_found_as_it_is_now() -> None:
    load_rows("merimee", {"REF": "PA00990002", "TICO": "Oratoire"}, index=True)
    assert refs("oratoire") == ["PA00990002"]
    assert refs("hôtel-dieu") == []
    assert not Stamp.objects.filter(pending=True).exists()


@pytest.mark.usefixtures("_valserine")
def test_a_rebuild_gives_a_new_generation_that_answers_the_same() -> None:
    before, generation = refs("église"), generations.living()
    rebuilding.rebuild()
    assert generations.living() != generation
    assert refs("église") == before
    engine = generations.open_living()
    assert engine is not None
    assert engine.size() == Notice.objects.count()


def test_what_is_confidential_cannot_be_found() -> None:
    load_rows(
        "palissy",
        {"REF": "PM00990001", "TICO": "Calice", "COM2": ["Villecachee"], "ADRS2": "rue Cachee"},
        index=True,
    )
    assert refs("calice") == ["PM00990001"]
    assert refs("villecachee") == refs("cachee") == []


@pytest.mark.usefixtures("_valserine")
def test_pages_follow_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    load_rows(
        "merimee", *({"REF": f"PA0077{n:04d}", "TICO": "Ferme"} for n in range(60)), index=True
    )
    pages = [refs("ferme", page=page) for page in (1, 2, 3, 4)]
    assert [len(page) for page in pages] == [25, 25, 10, 0]
    assert len({ref for page in pages for ref in page}) == 60


@pytest.mark.parametrize(
    "text",
    [
        "(",
        '"',
        "a AND",
        "l'",
        "*",
        "[1 TO",
        "\x00",
        "\\",
        "é" * 2000,
        "mot " * 500,
        "'; DROP TABLE",
    ],
)
@pytest.mark.usefixtures("_valserine")
def test_no_text_is_too_hostile(text: str) -> None:
    search(from_address({"q": [text]}))


@pytest.mark.parametrize(
    "query",
    [
        Query(),
        Query(text="l’église & le « moulin »", page=3),
        Query(bases=("merimee", "museo")),
        Query(text="a", filters=(("auteur", "LESTRANGE Adèle"), ("siecle", "12e siècle"))),
    ],
)
def test_the_address_bar_says_the_whole_search(query: Query) -> None:
    from django.http import QueryDict

    assert from_address(dict(QueryDict(to_address(query)).lists())) == query


def test_what_an_address_holds_of_unknown_is_left_aside() -> None:
    query = from_address({"q": ["x"], "base": ["nulle"], "foo": ["bar"], "page": ["-3"]})
    assert query == Query(text="x")
    assert from_address({"page": ["99999999999999999999"]}).page == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L’Église d'Orléans", "eglise orleans"),
        ("aujourd'hui", "aujourd hui"),
        ("Cœur-de-Lion", "coeur de lion"),
        ("D. Martin", "d martin"),
        ("qu’il", "il"),
    ],
)
def test_words_of_the_index(text: str, expected: str) -> None:
    assert normal(text) == expected
