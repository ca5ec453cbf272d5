"""Nothing hidden leaves by any address of the site; a new address must say here how it is asked."""

import io

import pytest
from django.test import Client
from pypdf import PdfReader

from pop.diffusion.addresses import notice_address
from pop.diffusion.editorial import PAGES
from pop.model import catalogue
from pop.search.asking.facets import FACETS
from pop.visitors.models import Basket
from tests.bundle import (
    BLANK,
    BUILDING,
    DOCUMENT,
    HOLDER,
    MARKER,
    MASKED,
    NOT_SHOWN,
    NOT_SHOWN_PHOTO,
    PHOTO,
    PICTURE,
    load_bundle,
    load_files,
    picture_masked,
)
from tests.images import image_of
from tests.routes import routes

pytestmark = pytest.mark.django_db

NOTICES = [
    *((base.key, base.reference.example) for base in catalogue.bases().values()),
    ("palissy", MASKED), ("merimee", BUILDING), ("memoire", PHOTO), ("merimee", HOLDER),
    ("joconde", NOT_SHOWN), ("memoire", NOT_SHOWN_PHOTO),
]  # fmt: skip
QUERIES = ("", "q=reliquaire", "base=merimee&tri=lieu", "cadre=48,3,49,4")
VIEWS = ("mosaique", "liste", "tableau")
# A basket of all of them, and one of the masked object alone.
BASKET, MASKED_BASKET = "abcdefghijkl", "mnopqrstuvwx"
PRODUCERS = ("monuments-historiques", "inventaire", "musee", "mnr", "enluminures", "autre", "mpp")


def manifest_of(base: str, ref: str) -> str:
    """The manifest of a notice: its address has the shape of that of its page."""
    return f"{notice_address(base, ref).replace('/notice/', '/iiif/', 1)}/manifest.json"


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
    "recherche-avancee": [
        "/recherche-avancee",
        "/recherche-avancee?codes&q=reliquaire",
        *(
            f"/recherche-avancee?base={base}&criteres={base}.REF existe"
            for base in catalogue.bases()
        ),
        "/recherche-avancee?champ-1=palissy.COM2&operateur-1=existe&valeur-1=x",
        "/recherche-avancee?champ-1=partout&operateur-1=mot&valeur-1=reliquaire&faire=chercher",
    ],
    "recherche-avancee/valeurs": [
        f"/recherche-avancee/valeurs?champ={name}&q={letters}"
        for base, described in catalogue.bases().items()
        for code in described.fields
        for name in (code, f"{base}.{code}")
        for letters in ("zzq", "12")
    ],
    "suggestions": [f"/suggestions?q={letters}" for letters in ("rel", "man", "aix", "zzq")],
    "notice/{base}/{ref}": [
        address
        for base, ref in NOTICES
        for address in (notice_address(base, ref), f"{notice_address(base, ref)}?codes&rang=1")
    ],
    "notice/{base}/{ref}.json": [f"{notice_address(base, ref)}.json" for base, ref in NOTICES],
    "notice/{base}/{ref}.pdf": [f"{notice_address(base, ref)}.pdf" for base, ref in NOTICES],
    "notice/{base}": ["/notice/palissy"],
    "notice/{base}/": ["/notice/palissy/"],
    "panier": ["/panier"],
    "panier/{public}": [f"/panier/{BASKET}"],
    "panier/{public}.csv": [f"/panier/{BASKET}.csv"],
    "panier/{public}.pdf": [f"/panier/{BASKET}.pdf"],
    "signaler/{base}/{ref}": [
        f"/signaler/{base}/{ref}" for base, ref in NOTICES if base in ("palissy", "merimee")
    ],
    "signalement/{receipt}": ["/signalement/SIG-AAAAA-AAAAA"],
    "iiif/ouvrir": [
        f"/iiif/ouvrir?iiif-content=http://testserver{manifest_of(base, ref)}"
        for base, ref in NOTICES
    ],
    "iiif/collection/recherche": [
        f"/iiif/collection/recherche?{query}{page}" for query in QUERIES for page in ("", "&page=1")
    ],
    "iiif/collection/musee/{ref}": ["/iiif/collection/musee/M1128"],
    "iiif/{base}/{ref}/manifest.json": [manifest_of(base, ref) for base, ref in NOTICES],
    "iiif/{base}/{ref}/canvas/{named}": [
        f"/iiif/palissy/{MASKED}/canvas/palissy-{MASKED}-{BLANK[:16]}",
        f"/iiif/memoire/{PHOTO}/canvas/memoire-{PHOTO}-{BLANK[:16]}",
        f"/iiif/palissy/{MASKED}/canvas/memoire-{PHOTO}-{BLANK[:16]}",
    ],
    "telecharger/{identifier}.jpg": [
        f"/telecharger/palissy-{MASKED}-{'0' * 16}.jpg",
        f"/telecharger/merimee-{HOLDER}-{PICTURE[:16]}.jpg",
    ],
    "documents/{base}/{ref}/{checksum}.pdf": [f"/documents/merimee/{HOLDER}/{DOCUMENT}.pdf"],
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
    "favicon.ico": ["/favicon.ico"],
    **{name: [f"/{name}"] for name in PAGES},
}


@pytest.fixture(scope="module", autouse=True)
def _bundle(own_platform: None) -> None:
    load_bundle()
    picture_masked()
    load_files()
    Basket.objects.create(digest="0" * 64, public=BASKET, items=[[*key] for key in NOTICES])
    Basket.objects.create(digest="1" * 64, public=MASKED_BASKET, items=[["palissy", MASKED]])


def test_every_address_is_asked() -> None:
    assert set(ASKED) == set(routes())


@pytest.mark.parametrize("pattern", ASKED)
def test_nothing_hidden_leaves(pattern: str, client: Client) -> None:
    for address in ASKED[pattern]:
        response = client.get(address, follow=True)
        body = b"".join(response) if response.streaming else response.content
        said = _text(body)
        assert MARKER not in said.lower(), address
        # Nor the sums that name the pictures which may not be shown.
        assert "a" * 16 not in said and "b" * 16 not in said, address


def test_pictures_that_may_not_be_shown_are_served_by_nothing() -> None:
    for named in (
        f"palissy-{MASKED}-{'0' * 16}",
        f"joconde-{NOT_SHOWN}-{'a' * 16}",
        f"memoire-{NOT_SHOWN_PHOTO}-{'b' * 16}",
    ):
        for asked in ("info.json", "full/max/0/default.jpg"):
            status, body = image_of(f"/iiif/3/{named}/{asked}")
            assert status == 404
            assert MARKER not in body.decode()
    served = image_of(f"/iiif/3/merimee-{HOLDER}-{PICTURE[:16]}/full/max/0/default.jpg")
    assert served[0] == 200
    assert MARKER.encode() not in served[1]


def _text(body: bytes) -> str:
    """What an answer says; the texts of a PDF are packed in it."""
    if not body.startswith(b"%PDF"):
        return body.decode(errors="replace")
    document = PdfReader(io.BytesIO(body))
    return f"{document.metadata} " + "".join(page.extract_text() for page in document.pages)


@pytest.mark.parametrize("view", VIEWS)
def test_a_masked_object_is_placed_by_no_page(view: str, client: Client) -> None:
    notice = notice_address("palissy", MASKED)
    pages = (
        notice, f"{notice}.json", f"{notice}.pdf", f"/panier/{MASKED_BASKET}.csv",
        f"/panier/{MASKED_BASKET}.pdf",
        f"/recherche?q=reliquaire&vue={view}",
        manifest_of("palissy", MASKED), "/iiif/collection/recherche?q=reliquaire&page=1",
    )  # fmt: skip
    for address in pages:
        said = _text(client.get(address).content)
        assert "Reliquaire" in said
        assert "Aix-en-Othe" not in said, address
    for address in ("/recherche?", "/iiif/collection/recherche?page=1&"):
        assert MASKED not in client.get(f"{address}cadre=48,3,49,4").content.decode()


def test_the_picture_is_served_and_the_internal_document_is_not(client: Client) -> None:
    for address in ASKED["telecharger/{identifier}.jpg"][1:]:
        assert client.get(address).status_code == 200
    for address in ASKED["documents/{base}/{ref}/{checksum}.pdf"]:
        assert client.get(address).status_code == 404
