"""A search as a sentence: names of fields rather than codes, groups that cannot be misread."""

import re

import pytest
from hypothesis import given, settings

from pop.search.asking.criteria import read
from pop.search.asking.query import Query
from pop.search.asking.tree import Node
from pop.search.asking.wording import said, sentence
from tests.search.strategies import trees


@pytest.mark.parametrize(
    ("criteria", "meant"),
    [
        ('merimee.DENO contient "pont"', "Dénomination de l’édifice (Mérimée) contient « pont »"),
        ('DENO egale "pont"', "Dénomination est égal à « pont »"),
        ('AUTR+AUTP contient "Adèle"', "Auteur contient « Adèle »"),
        ('merimee.SCLE+SCLD+DATE contient "1889"', "Époque (Mérimée) contient « 1889 »"),
        ('LOCA contient "x"', "Localisation ou Localisation complète ou équivalent contient « x »"),
        ("pont et PROT existe", "la notice contient les mots « pont » et Protection existe"),
        ("a ou (b et c)", "A ou (B et C)"),
        ("a et (b ou c) et non d", "A et (B ou C), sauf si D"),
        ("non a", "tout, sauf si A"),
        ("a ou non (b ou c)", "A ou (tout, sauf si (B ou C))"),
        ('dans titre "pont du gard"', "un titre contient l’expression « pont du gard »"),
        ("dans lieu debut bre", "un nom de lieu contient un mot qui commence par « bre »"),
    ],
)
def test_criteria_are_said_in_words(criteria: str, meant: str) -> None:
    found = sentence(read(criteria)).replace("\u202f", " ")
    # One letter stands for a word looked for anywhere.
    assert re.sub(r"la notice contient les mots « ([a-d]) »", _capital, found) == meant


def _capital(found: re.Match[str]) -> str:
    return found[1].upper()


def test_a_search_says_its_bases_and_its_words() -> None:
    query = Query(text="pont", bases=("merimee", "palissy"), criteria=read("REF existe ou a"))
    assert said(query, codes=True).replace("\u202f", " ") == (
        "Architecture (Mérimée) et Mobilier (Palissy) où la notice contient « pont » et "
        "(Référence [REF] existe ou la notice contient les mots « a »)"
    )
    assert said(Query()) == "Les huit bases"


@settings(max_examples=100, deadline=None)
@given(trees())
def test_any_criteria_can_be_said(node: Node) -> None:
    assert sentence(node)
    assert sentence(node, codes=True)
