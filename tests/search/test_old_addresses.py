"""Addresses of the former sites, as links, courses and encyclopedias still carry them.

Each is tried as browsers show it and as they send it. The references are invented, or public
identifiers of well-known works.
"""

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from django.http import QueryDict
from hypothesis import given, settings
from hypothesis import strategies as st

from pop.model import catalogue
from pop.search.asking.address import read, to_address
from pop.search.asking.old_addresses import Found, from_path, parse
from pop.search.asking.query import Query
from pop.search.asking.tree import All, Criterion, Either, Node, Operator
from tests.search.strategies import HOSTILE, texts

HOSTS = (
    "https://www.pop.culture.gouv.fr",
    "https://pop.culture.gouv.fr",
    "http://www.pop.culture.gouv.fr",
    "http://pop.culture.gouv.fr",
    "www.pop.culture.gouv.fr",
    "pop.culture.gouv.fr",
    "https://pop-general.production.culture.fr",
)
SITE = HOSTS[0]


def criterion(codes: str, operator: Operator, value: str = "", base: str = "merimee") -> Criterion:
    return Criterion(tuple(codes.split()), operator, value, base)


def advanced(node: Node | None, base: str = "merimee") -> Query:
    return Query(bases=(base,) if base else (), criteria=node)


def search(text: str = "", *bases: str, page: int = 1, **filters: str | list[str]) -> Query:
    pairs = tuple(
        (key, value)
        for key, values in filters.items()
        for value in ([values] if isinstance(values, str) else values)
    )
    return Query(text=text, bases=bases, filters=pairs, page=page)


def notices() -> Iterator[tuple[str, Found]]:
    """Pages of notices: every host, every base, with or without the search they came from."""
    named = {
        "joconde": "000PE025604", "merimee": "PA00088801", "palissy": "PM35000123",
        "memoire": "AP62N00001", "autor": "AW00123", "mnr": "MNR00123", "museo": "M5031",
        "enluminures": "D-012345",
    }  # fmt: skip
    for base, ref in named.items():
        for host in HOSTS[:6]:
            yield f"{host}/notice/{base}/{ref}", (base, ref)
        yield (
            f'{SITE}/notice/{base}/{ref}?base=["X"]&mainSearch="pont"&idQuery=1a2b-3c',
            (base, ref),
        )
    yield f"{SITE}/notice/Merimee/pa00088801", ("merimee", "PA00088801")
    yield f"{SITE}/notice/MERIMEE/PA00088801/", ("merimee", "PA00088801")
    yield f"{SITE}/notice/rose-valland/MNR00123", ("mnr", "MNR00123")
    yield f"{SITE}/notice/museofile/M5031", ("museo", "M5031")
    yield f"{SITE}/notice/joconde/50350123823#images", ("joconde", "50350123823")
    yield f"{SITE}/notice/merimee/ACR0000001", ("merimee", "ACR0000001")
    yield f"{SITE}/notice/memoire/MHR93_20169301234", ("memoire", "MHR93_20169301234")
    yield f"{SITE}/notice/palissy/PM35000123?utm_source=x&fbclid=abc", ("palissy", "PM35000123")
    yield f"{SITE}/notice/ailleurs/PA00088801", Query(text="PA00088801")


def filed(name: str) -> str:
    """A search in a base, by the name that its notices had."""
    return f'{SITE}/search/list?base=["{name}"]'


MISTRAL = "http://www.culture.gouv.fr/public/mistral"
BY_REFERENCE = "ACTION=CHERCHER&FIELD_1=REF&VALUE_1"

FORMER: list[tuple[str, Found | None]] = [
    # Mistral, before 2018.
    (f"{MISTRAL}/joconde_fr?{BY_REFERENCE}=000PE025604", ("joconde", "000PE025604")),
    (f"{MISTRAL}/joconde_fr?ACTION=CHERCHER&FIELD_98=REF&VALUE_98=000PE025604",
     ("joconde", "000PE025604")),
    (f"{MISTRAL}/mersri_fr?{BY_REFERENCE}=PA00088801", ("merimee", "PA00088801")),
    (f"{MISTRAL}/merimee_fr?{BY_REFERENCE}=PA00088801", ("merimee", "PA00088801")),
    (f"{MISTRAL}/palsri_fr?{BY_REFERENCE}=PM35000123", ("palissy", "PM35000123")),
    (f"{MISTRAL}/palissy_fr?{BY_REFERENCE}=PM35000123", ("palissy", "PM35000123")),
    (f"{MISTRAL}/memoire_fr?{BY_REFERENCE}=AP62N00001", ("memoire", "AP62N00001")),
    (f"{MISTRAL}/memsmn_fr?{BY_REFERENCE}=AP62N00001", ("memoire", "AP62N00001")),
    (f"{MISTRAL}/autor_fr?{BY_REFERENCE}=AW00123", ("autor", "AW00123")),
    (f"{MISTRAL}/museo_fr?{BY_REFERENCE}=M5031", ("museo", "M5031")),
    (f"{MISTRAL}/mnrbis_fr?{BY_REFERENCE}=MNR00123", Query(text="MNR00123")),
    (f"{MISTRAL}/mnr_fr?{BY_REFERENCE}=MNR00123", ("mnr", "MNR00123")),
    (f"{MISTRAL}/enlumine_fr?{BY_REFERENCE}=D-012345", ("enluminures", "D-012345")),
    ("http://www2.culture.gouv.fr/public/mistral/mersri_fr?" + BY_REFERENCE + "=PA00088801",
     ("merimee", "PA00088801")),
    ("https://www.culture.gouv.fr/public/mistral/mersri_fr?" + BY_REFERENCE + "=pa00088801",
     ("merimee", "PA00088801")),
    ("www.culture.gouv.fr/public/mistral/MERSRI_FR?action=chercher&field_1=ref&value_1=PA00088801",
     ("merimee", "PA00088801")),
    ("http://www.culture.fr/public/mistral/mersri_fr?" + BY_REFERENCE + "=PA00088801",
     ("merimee", "PA00088801")),
    (f"{MISTRAL}/merimee_fr?ACTION=CHERCHER&FIELD_1=Cmer1&VALUE_1=moulin&FIELD_2=COM&VALUE_2=Brest",
     search("moulin Brest", "merimee")),
    (f"{MISTRAL}/joconde_fr?ACTION=CHERCHER&FIELD_1=TOUT&VALUE_1=vinci",
     search("vinci", "joconde")),
    (f"{MISTRAL}/merimee_fr?ACTION=NOUVEAU&USRNAME=nobody&USRPWD=4$%2534P", search("", "merimee")),
    (f"{MISTRAL}/merimee_fr", search("", "merimee")),
    (f"{MISTRAL}/inconnu_fr?ACTION=CHERCHER&FIELD_1=TOUT&VALUE_1=pont", search("pont")),
    (f"{MISTRAL}/inconnu_fr", None),
    (f"{MISTRAL}/mersri_fr?ACTION=CHERCHER&FIELD_1=REF&VALUE_1=", search("", "merimee")),
    # Simple search, 2018 to 2024: every value is JSON.
    (f"{SITE}/search/list", search()),
    (f"{SITE}/search/mosaic", search()),
    (f"{SITE}/search/map", search()),
    (f'{SITE}/search/list?mainSearch="moulin"', search("moulin")),
    (f'{SITE}/search/mosaic?mainSearch="moulin à vent"', search("moulin à vent")),
    (f'{SITE}/search/list?mainSearch="l\'église"&base=["Mérimée"]', search("l'église", "merimee")),
    (f'{SITE}/search/list?mainSearch="\\"pont du gard\\""', search('"pont du gard"')),
    (f"{SITE}/search/list?mainSearch=moulin", search("moulin")),
    (f"{SITE}/search/list?mainSearch=1889", search("1889")),
    (f'{SITE}/search/list?mainSearch=""', search()),
    (f"{SITE}/search/list?mainSearch=", search()),
    (f'{SITE}/search/list?mainSearch="PA00088801"', search("PA00088801")),
    (filed("Collections des musées de France (Joconde)"), search("", "joconde")),
    (filed("Patrimoine architectural (Mérimée)"), search("", "merimee")),
    (filed("Patrimoine mobilier (Palissy)"), search("", "palissy")),
    (filed("Photographies (Mémoire)"), search("", "memoire")),
    (filed("Répertoire des Musées de France (Muséofile)"), search("", "museo")),
    (filed("Rose Valland (MNR-Jeu de Paume)"), search("", "mnr")),
    (filed("Enluminures (Enluminures)"), search("", "enluminures")),
    (filed("Ressources biographiques (Autor)"), search("", "autor")),
    (f'{SITE}/search/list?base=["joconde","mnr"]', search("", "joconde", "mnr")),
    (f'{SITE}/search/list?base="joconde"', search("", "joconde")),
    (f'{SITE}/search/list?base=["Base perdue"]', search()),
    (f"{SITE}/search/list?base=[]", search()),
    (f'{SITE}/search/mosaic?base=["Patrimoine architectural (Mérimée)"]&image=[]',
     search("", "merimee")),
    (f'{SITE}/search/list?auteur=["POUSSIN Nicolas"]', search(auteur="POUSSIN Nicolas")),
    (f'{SITE}/search/list?auteur=["Lévin, Sam","LEVIN Sam"]',
     search(auteur=["Lévin, Sam", "LEVIN Sam"])),
    (f'{SITE}/search/list?auteur=["O\'HARA (l\'aîné), J."]', search(auteur="O'HARA (l'aîné), J.")),
    (f'{SITE}/search/list?domn=["peinture"]', search(domaine="peinture")),
    (f'{SITE}/search/list?tech=["huile sur toile"]', search(technique="huile sur toile")),
    (f'{SITE}/search/list?periode=["18e siècle"]', search(siecle="18e siècle")),
    (f'{SITE}/search/list?type=["église"]', search(denomination="église")),
    (f'{SITE}/search/list?image=["oui"]', search(image="oui")),
    (f'{SITE}/search/list?image=["non"]', search(image="non")),
    (f'{SITE}/search/map?geolocalisation=["oui"]', search(localise="oui")),
    (f'{SITE}/search/list?manquant=["Volé"]', search(situation="Volé")),
    (f'{SITE}/search/list?producteur=["Inventaire"]', search(producteur="Inventaire")),
    (f'{SITE}/search/list?ou=["Caylus"]', search("Caylus")),
    (f'{SITE}/search/list?ou=["Caylus"]&mainSearch="moulin"', search("moulin Caylus")),
    (f'{SITE}/search/list?museo=["M5031"]', search(museo="M5031")),
    (f'{SITE}/search/list?deno=["moulin"]', search(deno="moulin")),
    (f'{SITE}/search/list?serie=["Studio Valserre"]', search(serie="Studio Valserre")),
    (f'{SITE}/search/list?repr=["moisson"]', search(repr="moisson")),
    (f'{SITE}/search/list?util=["rituel"]', search(util="rituel")),
    (f'{SITE}/search/list?loca=["Bretagne, 29, Brest"]', search(loca="Bretagne, 29, Brest")),
    (f'{SITE}/search/list?etud=["recensement"]', search(etud="recensement")),
    (f'{SITE}/search/list?expo=["Salon de 1889"]', search(expo="Salon de 1889")),
    (f'{SITE}/search/list?ref=["PA00088801"]', search("PA00088801")),
    (f'{SITE}/search/list?import=["5f0c"]', search()),
    (f'{SITE}/search/list?gallery="5e7ca"', search()),
    (f'{SITE}/search/list?mainSearch="pont"&resPage=2', search("pont", page=2)),
    (f'{SITE}/search/list?mainSearch="pont"&resPage="3"', search("pont", page=3)),
    (f'{SITE}/search/mosaic?mainSearch="pont"&mosaicPage=4', search("pont", page=4)),
    (f'{SITE}/search/list?mainSearch="pont"&resPage=99999', search("pont", page=400)),
    (f'{SITE}/search/list?mainSearch="pont"&resPage=-1', search("pont")),
    (f'{SITE}/search/list?mainSearch="pont"&last_view="list"&idQuery="1a2b"', search("pont")),
    (f'{SITE}/search/list?base=["joconde"]&domn=["dessin","peinture"]&image=["oui"]&resPage=2',
     search("", "joconde", page=2, domaine=["dessin", "peinture"], image="oui")),
    # Advanced search: rows of criteria.
    (f"{SITE}/advanced-search/list/merimee", advanced(None)),
    (f"{SITE}/advanced-search/list", advanced(None, "")),
    (f"{SITE}/advanced-search/mosaic/museo?qb=[]", advanced(None, "museo")),
    (f'{SITE}/advanced-search/list/merimee?qb=[{{"field":["DENO.keyword"],"operator":"*",'
     '"value":"pont","combinator":"AND","index":0}]',
     advanced(criterion("DENO", Operator.CONTAINS, "pont"))),
    (f'{SITE}/advanced-search/map/merimee?qb=[{{"field":"DENO.keyword","operator":"*",'
     '"value":"pont"}]', advanced(criterion("DENO", Operator.CONTAINS, "pont"))),
    (f'{SITE}/advanced-search/list/merimee?qb=[{{"field":"COM.keyword,WCOM.keyword",'
     '"operator":"==","value":"Brest"}]',
     advanced(criterion("COM WCOM", Operator.EQUALS, "Brest"))),
    (f'{SITE}/advanced-search/list/merimee?qb=[{{"field":["COM.keyword","WCOM.keyword"],'
     '"operator":"^","value":"Br"}]', advanced(criterion("COM WCOM", Operator.BEGINS, "Br"))),
    *(
        (f'{SITE}/advanced-search/list/merimee?qb=[{{"field":["TICO.keyword"],"operator":"{sign}",'
         '"value":"pont"}]', advanced(criterion("TICO", operator, "pont")))
        for sign, operator in (
            ("*", Operator.CONTAINS), ("==", Operator.EQUALS), ("^", Operator.BEGINS),
            ("!*", Operator.CONTAINS_NOT), ("!=", Operator.DIFFERS),
            ("===*", Operator.CONTAINS_EXACTLY), ("===", Operator.EQUALS_EXACTLY),
            ("===^", Operator.BEGINS_EXACTLY), ("!==*", Operator.CONTAINS_NOT_EXACTLY),
            ("!==", Operator.DIFFERS_EXACTLY), (">=", Operator.AT_LEAST), ("<=", Operator.AT_MOST),
            (">", Operator.ABOVE), ("<", Operator.BELOW),
        )
    ),
    *(
        (f'{SITE}/advanced-search/list/merimee?qb=[{{"field":["PROT.keyword"],"operator":"{sign}",'
         '"value":""}]', advanced(criterion("PROT", operator)))
        for sign, operator in (("∃", Operator.EXISTS), ("!∃", Operator.MISSING))
    ),
    (f'{SITE}/advanced-search/list/merimee?qb=[{{"field":["DENO.keyword"],"operator":"*",'
     '"value":"pont","combinator":"AND"},{"field":["DPT.keyword"],"operator":"==","value":"29",'
     '"combinator":"AND"}]',
     advanced(All((criterion("DENO", Operator.CONTAINS, "pont"),
                   criterion("DPT", Operator.EQUALS, "29"))))),
    (f'{SITE}/advanced-search/list/merimee?qb=[{{"field":["DENO.keyword"],"operator":"*",'
     '"value":"pont","combinator":"AND"},{"field":["DPT.keyword"],"operator":"==","value":"29",'
     '"combinator":"OR"},{"field":["PROT.keyword"],"operator":"∃","value":"",'
     '"combinator":"AND"}]',
     advanced(Either((criterion("DENO", Operator.CONTAINS, "pont"),
                      All((criterion("DPT", Operator.EQUALS, "29"),
                           criterion("PROT", Operator.EXISTS))))))),
    (f'{SITE}/advanced-search/list/palissy?qb=[{{"field":["COM2.keyword"],"operator":"*",'
     '"value":"x"}]', advanced(None, "palissy")),
    (f'{SITE}/advanced-search/list/merimee?qb=[{{"field":["DENO.keyword"],"operator":"~",'
     '"value":"x"}]', advanced(None)),
    (f'{SITE}/advanced-search/list/merimee?qb=[{{"field":["DENO.keyword"],"operator":"*"}}]',
     advanced(None)),
    (f'{SITE}/advanced-search/list/joconde?qb=[{{"field":["INSC.keyword","PINS.keyword"],'
     '"operator":"*","value":"1889"}]',
     advanced(criterion("INSC PINS", Operator.CONTAINS, "1889", "joconde"), "joconde")),
    # The first advanced search.
    (f"{SITE}/search/list?q[0][combinator]=ET&q[0][key]=DENO&q[0][operator]=*&q[0][value]=pont"
     '&base=["Patrimoine architectural (Mérimée)"]',
     advanced(criterion("DENO", Operator.CONTAINS, "pont"))),
    (f"{SITE}/search/list?q[0][key]=DENO&q[0][operator]=*&q[0][value]=pont&q[1][combinator]=OU"
     "&q[1][key]=DPT&q[1][operator]===&q[1][value]=29&base=merimee",
     advanced(Either((criterion("DENO", Operator.CONTAINS, "pont"),
                      criterion("DPT", Operator.EQUALS, "29"))))),
    (f"{SITE}/search/list?q[0][key]=PROT&q[0][operator]=<>&q[0][value]=&base=merimee",
     advanced(criterion("PROT", Operator.EXISTS))),
    (f"{SITE}/search/list?q[0][key]=PROT&q[0][operator]=><&q[0][value]=&base=merimee",
     advanced(criterion("PROT", Operator.MISSING))),
    # Galleries cannot be followed: what they held was in the former database only.
    (f"{SITE}/gallery/5e7ca2a1b3b6d40004a1f2aa", None),
    # Pages of the site that are no search.
    (f"{SITE}/", None), (f"{SITE}/apropos", None), (f"{SITE}/opendata", None),
    (f"{SITE}/bucket", None), (f"{SITE}/recherche?q=pont", None), (f"{SITE}/notice", None),
    (f"{SITE}/notice/merimee", None), (f"{SITE}/notice/merimee/", None),
    # Other sites, and words that only look like addresses.
    ("https://fr.wikipedia.org/wiki/Notre-Dame", None),
    ("https://example.org/notice/merimee/PA00088801", None),
    ("https://pop.culture.gouv.fr.example.org/notice/merimee/PA00088801", None),
    ("https://example.org/?u=https://www.pop.culture.gouv.fr/", None),
    ("pop culture", None), ("notice merimee PA00088801", None), ("mistral", None), ("", None),
    # Damaged on the way.
    (f"{SITE}/notice/merimee/PA00088801.", ("merimee", "PA00088801")),
    (f"{SITE}/notice/merimee/PA00088801).", ("merimee", "PA00088801")),
    (f"{SITE}/notice/merimee/PA00088801»", ("merimee", "PA00088801")),
    (f"{SITE}/notice/merimee/...", None), (f"{SITE}/notice/merimee/<b>", None),
    (f'{SITE}/search/list?base=["joconde', search()),
    (f'{SITE}/search/list?mainSearch="moulin', search('"moulin')),
    (f'{SITE}/search/list?auteur=["POUSSIN', search()),
    (f"{SITE}/advanced-search/list/merimee?qb=[{{", advanced(None)),
    (f"{SITE}/advanced-search/list/merimee?qb=3", advanced(None)),
    (f'{SITE}/advanced-search/list/merimee?qb=["x",null,{{}}]', advanced(None)),
    (f"{SITE}/advanced-search/list/nulle?qb=[]", advanced(None, "")),
]  # fmt: skip

TABLE: list[tuple[str, Found | None]] = [*notices(), *FORMER]


def test_the_table_is_large_enough() -> None:
    assert len({address for address, _ in TABLE}) >= 150
    led = [expected for _, expected in TABLE if isinstance(expected, tuple)]
    assert {base for base, _ in led} == set(catalogue.bases())


@pytest.mark.parametrize(("address", "expected"), TABLE, ids=[address for address, _ in TABLE])
def test_an_old_address_leads_where_it_led(address: str, expected: Found | None) -> None:
    assert parse(address) == expected, "as browsers show it"
    path, mark, query = address.partition("?")
    names_and_values = (part.split("=", 1) for part in query.split("&"))
    sent = "&".join(
        "=".join(quote(part, safe="$%" if "%" in part else "") for part in pair)
        for pair in names_and_values
    )
    assert parse(f"{quote(path, safe='/:#')}{mark}{sent}") == expected, "as browsers send it"


def test_a_value_encoded_twice_is_read_all_the_same() -> None:
    twice = quote(quote('["POUSSIN Nicolas"]'))
    assert parse(f"{SITE}/search/list?auteur={twice}") == search(auteur="POUSSIN Nicolas")


def test_a_request_is_read_as_a_pasted_address_is() -> None:
    assert from_path("/search/list", {"mainSearch": '"moulin"'}) == search("moulin")
    assert from_path("/search/list", {"mainSearch": ['"moulin"']}) == search("moulin")


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(["/notice/merimee/", "/search/list?", "/advanced-search/list/merimee?qb=",
                     "/search/list?q[0][key]=", "/public/mistral/mersri_fr?", "/gallery/"]),
    st.lists(HOSTILE | texts(20) | st.sampled_from(['qb=[{"field":', "base=", '["', "REF=", "/"]),
             max_size=10).map("".join),
)  # fmt: skip
def test_no_old_address_is_too_hostile(path: str, tail: str) -> None:
    found = parse(SITE + path + tail)
    if isinstance(found, Query):
        _, remarks = read(dict(QueryDict(to_address(found)).lists()))
        assert remarks == []
