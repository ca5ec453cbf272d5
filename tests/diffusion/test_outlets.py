"""Nothing hidden leaves by any address of the site; a new address must say here how it is asked."""

import pytest
from django.test import Client

from pop.diffusion.addresses import notice_address
from pop.diffusion.editorial import PAGES
from pop.model import catalogue
from pop.search.facets import FACETS
from tests.bundle import BUILDING, MARKER, MASKED, PHOTO, load_bundle
from tests.routes import routes

pytestmark = pytest.mark.django_db

NOTICES = [
    *((base.key, base.reference.example) for base in catalogue.bases().values()),
    ("palissy", MASKED), ("merimee", BUILDING), ("memoire", PHOTO),
]  # fmt: skip
QUERIES = ("", "q=reliquaire", "base=merimee&tri=lieu", "cadre=48,3,49,4")
VIEWS = ("mosaique", "liste", "tableau")
PRODUCERS = ("monuments-historiques", "inventaire", "musee", "mnr", "enluminures", "autre", "mpp")
# How each address is asked, by its pattern.
ASKED: dict[str, list[str]] = {
    "": ["/"],
    "hasard": ["/hasard"],
    "recherche": [f"/recherche?{query}&vue={view}" for query in QUERIES for view in VIEWS],
    "recherche/filtre/{key}": [
        f"/recherche/filtre/{key}?q={text}"
        for key in FACETS
        if key != "base"
        for text in ("", "manoir")
    ],
    "suggestions": [f"/suggestions?q={letters}" for letters in ("rel", "man", "aix", "zzq")],
    "notice/{base}/{ref}": [
        address
        for base, ref in NOTICES
        for address in (notice_address(base, ref), f"{notice_address(base, ref)}?codes&rang=1")
    ],
    "images/{base}/{ref}/{checksum}-{width}.jpg": [f"/images/palissy/{MASKED}/{'0' * 64}-480.jpg"],
    "robots.txt": ["/robots.txt"],
    "sitemap.xml": ["/sitemap.xml"],
    "sitemap-pages.xml": ["/sitemap-pages.xml"],
    "sitemap-{number}.xml": ["/sitemap-1.xml"],
    "search": ["/search"],
    "search/{rest}": ['/search/list?mainSearch="reliquaire"'],
    "advanced-search": ["/advanced-search"],
    "advanced-search/{rest}": ["/advanced-search/list/palissy"],
    "public/mistral/{rest}": ["/public/mistral/palissy_fr"],
    "gallery/{rest}": ["/gallery/1"],
    "dictionnaire": ["/dictionnaire", "/dictionnaire?q=adresse"],
    "dictionnaire/{base}": [f"/dictionnaire/{base}" for base in catalogue.bases()],
    "statistiques": ["/statistiques"],
    "producteurs": ["/producteurs", "/producteurs?q=mon"],
    "producteurs/{slug}": [f"/producteurs/{slug}" for slug in PRODUCERS],
    "musees": ["/musees", "/musees?q=zzq", "/musees?departement=Aube"],
    "plan-du-site": ["/plan-du-site"],
    "composants": ["/composants"],
    **{name: [f"/{name}"] for name in PAGES},
}


@pytest.fixture(scope="module", autouse=True)
def _bundle(own_platform: None) -> None:
    load_bundle()


def test_every_address_is_asked() -> None:
    assert set(ASKED) == set(routes())


@pytest.mark.parametrize("pattern", ASKED)
def test_nothing_hidden_leaves(pattern: str, client: Client) -> None:
    for address in ASKED[pattern]:
        response = client.get(address, follow=True)
        body = b"".join(response) if response.streaming else response.content
        assert MARKER not in body.decode(errors="replace").lower(), address


@pytest.mark.parametrize("view", VIEWS)
def test_a_masked_object_is_placed_by_no_page(view: str, client: Client) -> None:
    pages = (notice_address("palissy", MASKED), f"/recherche?q=reliquaire&vue={view}")
    for address in pages:
        said = client.get(address).content.decode()
        assert "Reliquaire" in said
        assert "Aix-en-Othe" not in said, address
    assert MASKED not in client.get("/recherche?cadre=48,3,49,4").content.decode()
