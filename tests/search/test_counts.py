"""Every count of every facet is the store's own, on random searches over an index in pieces."""

import random
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from pop.changes import applying, undoing
from pop.changes.models import Batch
from pop.model.values.words import normal
from pop.notices import pictured
from pop.notices.derived import derive
from pop.notices.generated import shown_point, whole
from pop.notices.models import Notice
from pop.search.answers import counting, landing
from pop.search.answers.counting import count, search_values
from pop.search.answers.searching import search
from pop.search.asking.asked import ASKING, HOLDING
from pop.search.asking.facets import FACETS, value_key
from pop.search.asking.query import Box, Query
from pop.search.asking.tree import Criterion, Operator
from pop.search.content import document
from pop.search.content.document import BANDS, STEMMED
from pop.search.content.one_value import filter_term
from pop.search.content.stems import stemmed
from pop.search.engine import generations
from pop.search.engine.index import Snapshot
from pop.search.meaning.understanding import understand
from tests.loading import OPERATOR, load_rows
from tests.search import oracle

pytestmark = pytest.mark.django_db

MANY = 10_000
KEYS = [key for key in FACETS if key != "base"]

WORDS = """abbatiale grange moulin oratoire pigeonnier halle lavoir cloître fontaine beffroi
    gerbe moisson calice retable étude paysage église églises Orge Montclar""".split()
AUTHORS = ["LESTRANGE Adèle (architecte)", "Lestrange adele", "CARVIN Toussaint", "Quévert Luc",
           "D'ORMESSON J.", "anonyme", "VARENCHON Odile (attribué à)"]  # fmt: skip
DATES = ["12e siècle", "4e quart 13e siècle", "1642", "1742 ; 1750", "vers 1889", "1846/05/02",
         "Néolithique", "1er siècle av. J.-C.", "XVIIe siècle", "19e siècle ; 20e siècle",
         "illisible"]  # fmt: skip
CREDITS = ["", "Jean Exemple", "Jean Exemple CC BY-SA 4.0", "© Musée, tous droits réservés"]
PLACES = [("10", "Troyes", "10387"), ("29", "Brest", "29019"), ("29", "Quimper", "29232"),
          ("2A", "Ajaccio", "2A004"), ("00", "Sainte-Orne", ""), ("", "", "")]  # fmt: skip


def _notices(draw: random.Random) -> Iterator[tuple[str, dict[str, Any]]]:
    """(base, values) of invented notices; the same reference may come twice, changed."""
    while True:
        number = draw.randrange(400)
        title = " ".join(draw.sample(WORDS, draw.choice((1, 2, 3)))).capitalize()
        departement, commune, insee = draw.choice(PLACES)
        authors = draw.sample(AUTHORS, draw.choice((0, 1, 1, 2)))
        dates = draw.sample(DATES, draw.choice((0, 1, 1, 2)))
        kind = draw.choice(WORDS)
        place = {"DPT": [departement], "COM": [commune], "INSEE": [insee]} if commune else {}
        match number % 5:
            case 0 | 1:
                protected = {"DPRO": draw.choice(["1910/06/07 : classé MH", "2001 : inscrit MH"])}
                yield "merimee", {
                    "REF": f"PA0099{number:04d}", "TICO": title, "AUTR": authors, "SCLE": dates,
                    "DENO": [kind, kind.upper()], "HIST": f"Près de {draw.choice(WORDS)}.",
                    **place, **(protected if draw.random() < 0.5 else {}),
                    **({"POP_COORDONNEES.lat": str(draw.uniform(42, 50)),
                        "POP_COORDONNEES.lon": str(draw.uniform(-5, 8))}
                       if draw.random() < 0.5 else {}),
                }  # fmt: skip
            case 2:
                yield "palissy", {
                    "REF": f"PM0099{number:04d}", "TICO": title, "AUTR": authors, "SCLE": dates,
                    "DENO": [kind], "MATR": [draw.choice(["bois", "Bois", "émail"])], **place,
                    **({"COM2": ["Cachée"]} if draw.random() < 0.3 else {}),
                    **({"MANQUANT": ["Volé"]} if draw.random() < 0.3 else {}),
                }  # fmt: skip
            case 3:
                yield "joconde", {
                    "REF": f"0099000{number:04d}", "TITR": title, "AUTR": authors, "PERI": dates,
                    "DOMN": draw.sample(["peinture", "Peinture", "dessin"], 1), "DENO": [kind],
                    "IMG": ["a.jpg"] if draw.random() < 0.5 else [],
                    "DIFFU": draw.choice(["", "oui", "non"]), "PHOT": draw.choice(CREDITS),
                    "MUSEO": draw.choice(["M9901", "M9902", "M0000"]),
                }  # fmt: skip
            case _:
                yield "memoire", {
                    "REF": f"AP99N{number:05d}", "LEG": title, "AUTP": authors, "IMG": "x.jpg",
                    "DIFF": draw.choice(["", "tous droits réservés", "reproduction interdite"]),
                    "DATPV": draw.choice(DATES), "LBASE": [f"PA0099{draw.randrange(400):04d}"],
                    **place,
                }  # fmt: skip


@dataclass
class Store:
    """What the store holds, as documents, with the values for criteria."""

    contents: dict[str, dict[str, Any]]
    values: oracle.Stored
    refs_of_words: dict[str, set[str]]

    @classmethod
    def read(cls) -> "Store":
        notices = list(Notice.objects.all())
        given = derive(notices)
        contents = {
            n.ref: document.build(
                n.base,
                n.ref,
                n.producer,
                whole(n, given[n.pk]),
                shown_point(n, given[n.pk]),
                reuse=pictured.reuse(n, given[n.pk]),
            ).content
            for n in notices
        }
        words: dict[str, set[str]] = {}
        for ref, content in contents.items():
            for name in BANDS:
                for word in " ".join(content[name]).split():
                    words.setdefault(word, set()).add(ref)
                    if name in STEMMED:
                        words.setdefault(f"~{stemmed(word)}", set()).add(ref)
        return cls(contents, oracle.stored(), words)

    def has(self, word: str, ref: str) -> bool:
        return any(
            ref in self.refs_of_words.get(w, ())
            for w in (normal(word), f"~{stemmed(normal(word))}")
        )

    def answering(self, query: Query) -> list[Mapping[str, Any]]:
        return [
            content for ref, content in self.contents.items() if self._answers(query, ref, content)
        ]

    def _answers(self, query: Query, ref: str, content: Mapping[str, Any]) -> bool:
        base, values = self.values[ref]
        if query.bases and base not in query.bases:
            return False
        if not all(self.has(word, ref) for word in query.text.split()):
            return False
        for key in {key for key, _ in query.filters}:
            chosen = [value for k, value in query.filters if k == key]
            if not any(_has(content, key, value) for value in chosen):
                return False
        if query.years:
            first, last = query.years
            if "first_year" not in content:
                return False
            if first is not None and content["last_year"] < first:
                return False
            if last is not None and content["first_year"] > last:
                return False
        if query.box:
            box = query.box
            if "latitude" not in content:
                return False
            if not (
                box.south <= content["latitude"] <= box.north
                and box.west <= content["longitude"] <= box.east
            ):
                return False
        return query.criteria is None or oracle.answers(query.criteria, base, values)


def _has(content: Mapping[str, Any], key: str, value: str) -> bool:
    there = content.get(f"facet_{key}", ())
    return value_key(key, value) in there or filter_term(key, value) in content["filters"]


@pytest.fixture(scope="module")
def snapshot(own_platform: None) -> Snapshot:
    """A few hundred notices in several commits: created, changed, taken away again."""
    draw = random.Random(44)
    rows = _notices(draw)
    load_rows(
        "museo",
        {"REF": "M9901", "NOMOFF": "Musée des Orges", "VILLE_M": "Brest", "DPT": "Finistère",
         "REGION": "Bretagne"},
        {"REF": "M9902", "NOMOFF": "musée du Moulin", "VILLE_M": "Sainte-Orne"},
    )  # fmt: skip
    for turn in range(6):
        by_base: dict[str, dict[str, dict[str, Any]]] = {}
        for base, row in (next(rows) for _ in range(110)):
            by_base.setdefault(base, {})[row["REF"]] = row
        for place, (base, found) in enumerate(by_base.items()):
            load_rows(base, *found.values(), index=place == len(by_base) - 1)
            if turn in (3, 4):
                undo, _ = undoing.plan_undo(Batch.objects.latest("pk"), OPERATOR)
                applying.apply(undo)
    load_rows("autor", {"REF": "AW99001", "NOM": "Lestrange", "PREN": "Adèle"}, index=True)
    found_snapshot = generations.snapshot()
    assert found_snapshot is not None
    return found_snapshot


@pytest.fixture(scope="module")
def store(snapshot: Snapshot) -> Store:
    return Store.read()


def test_the_index_is_in_several_pieces_with_things_taken_away(
    snapshot: Snapshot, store: Store
) -> None:
    assert snapshot._searcher.num_segments > 1
    assert snapshot.size == len(store.contents) > 200


def random_query(draw: random.Random, store: Store) -> Query:
    """A search that finds something by its words, narrowed in some ways."""
    text = ""
    words = [word for word in WORDS if normal(word) not in HOLDING | ASKING]
    if draw.random() < 0.6:
        text = " ".join(draw.sample(words, draw.choice((1, 1, 2))))
        if not store.answering(Query(text=text)):
            text = ""
    filters: dict[tuple[str, str], None] = {}
    contents = list(store.contents.values())
    for _ in range(draw.choice((0, 0, 1, 2, 3))):
        key = draw.choice(KEYS)
        some = draw.choice(contents).get(f"facet_{key}")
        if some:
            filters[key, draw.choice(some)] = None
    bases = draw.sample(["merimee", "palissy", "joconde", "memoire"], draw.choice((0, 0, 0, 1, 2)))
    first = draw.choice([None, -5000, 1100, 1642, 1800])
    years = draw.choice([None, None, (first or 1, None), (None, 1700), (first, 1899)])
    box = Box(43, -5, draw.uniform(44, 50), 6) if draw.random() < 0.15 else None
    criteria = None
    if draw.random() < 0.2:
        code = draw.choice(["DENO", "TICO", "AUTR", "HIST", "COM", "DPRO"])
        operator = draw.choice([Operator.CONTAINS, Operator.MISSING, Operator.DIFFERS])
        criteria = Criterion((code,), operator, draw.choice(WORDS) if operator.takes_value else "")
    return Query(text, tuple(bases), tuple(filters), years, box, (), criteria)


def test_counts_are_those_of_the_store_on_random_searches(
    snapshot: Snapshot, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Counts made ahead may be a minute late; here nothing is.
    monkeypatch.setattr(landing, "OLDEST", 0.0)
    monkeypatch.setattr(counting, "MANY", MANY - 1)
    draw = random.Random(45)
    totals = set()
    for _ in range(40):
        query = random_query(draw, store)
        answering = store.answering(query)
        if query.text and not answering:
            continue
        assert search(query, snapshot).total == len(answering), query
        totals.add(len(answering))
        # Counted in one pass, or by halves at the same time.
        shown = count(
            query, snapshot, keys=list(FACETS), expected=draw.choice((None, 0, MANY))
        ).facets
        for key in FACETS:
            aside = store.answering(query.without_key(key))
            expected = Counter(
                value for content in aside for value in content.get(f"facet_{key}", ())
            )
            whole_facet = search_values(query, snapshot, key, "", MANY)
            counted = {v.key: v.count for v in whole_facet.values if v.count}
            assert counted == dict(expected), (query, key)
            first = {v.key: v.count for v in shown[key].values if not v.selected}
            assert all(expected[value] == number for value, number in first.items())
            there = {v.key for v in shown[key].values}
            left_out = [number for value, number in expected.items() if value not in there]
            assert not left_out or max(left_out) <= min(first.values()), (query, key)
        quarters = Counter(
            start for content in store.answering(query.without_key("annees"))
            for start in content["quarters"]
        )  # fmt: skip
        page = count(query, snapshot, expected=draw.choice((None, 0, MANY)))
        assert dict(page.years) == dict(quarters), query
    assert len(totals) > 15


def test_a_choice_that_finds_nothing_stays_among_the_values_with_nought(
    snapshot: Snapshot,
) -> None:
    query = Query(bases=("joconde",), filters=(("siecle", "12e siècle"), ("siecle", "3e siècle")))
    values = count(query, snapshot).facets["siecle"].values
    assert {(v.key, v.count) for v in values if v.selected and not v.count} == {("3e siecle", 0)}


def test_counts_ready_beforehand_are_those_counted_now(snapshot: Snapshot) -> None:
    counting.count_ahead(snapshot)
    for query in landing.queries():
        ready = landing.counts(query, snapshot)
        assert ready is not None
        understood = understand(query, snapshot)
        assert ready == counting._Counting(query, snapshot, understood).counts(None, True)
