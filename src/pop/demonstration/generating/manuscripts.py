"""Notices of Enluminures: manuscripts, then their decorations, folio by folio."""

from collections.abc import Iterator
from typing import Any

from pop.demonstration.drawing.letters import LETTERS
from pop.demonstration.drawing.recipes import Recipe
from pop.demonstration.generating import dates, places
from pop.demonstration.generating.buildings import SAINTS
from pop.demonstration.generating.chance import dice
from pop.demonstration.generating.entries import Entry, Picture
from pop.demonstration.generating.french import capital, of

SHARE = 0.046
PICTURES = 0.0045
# Folios described in one manuscript, beside the notice of the manuscript itself.
_FOLIOS = 9

_BOOKS = (
    ("Heures à l’usage de Valserre", "Livre d’heures", "Liturgie et dévotion"), ("Psautier de Salvandard", "Psautier", "Liturgie et dévotion"),
    ("Missel de Montclar", "Missel", "Liturgie et dévotion"), ("Antiphonaire de Ferrolence", "Antiphonaire", "Liturgie et dévotion"),
    ("Vie de saint Aubran", "Vies de saints", "Hagiographie"), ("Chronique de l’isle", "Chronique", "Histoire"),
    ("Livre des simples et des racines", "Herbier", "Sciences"), ("Roman de la Clameuse", "Roman en vers", "Littérature"),
    ("Coutumes de Valserre", "Coutumier", "Droit"), ("Bréviaire de Sainte-Valène", "Bréviaire", "Liturgie et dévotion"),
    ("Traité des vents et des marées", "Traité", "Sciences"), ("Bestiaire de l’Ombrelle", "Bestiaire", "Sciences"),
)  # fmt: skip
_SUBJECTS = {
    "annonciation": ("Annonciation", "Matines"), "saint": ("{s}", "Suffrages"), "ange": ("Ange musicien", "Psaume"), "château": ("Vue d’une ville fortifiée", "Prologue"),
    "chasse": ("Chasse au bois d’Ambre", "Calendrier, mai"), "semailles": ("Semailles", "Calendrier, octobre"), "navire": ("Navire sur les flots", "Livre III"),
    "dragon": ("Dragon", "Livre II"), "arbre": ("Arbre de vie", "Psaume 1"),
}  # fmt: skip
_DECORS = {
    "lettrine": ("initiale historiée", "Initiale {l} : {s}"), "page": ("initiale ornée / bordure", "Initiale {l}, bordure fleurie"), "miniature": ("miniature", "{s}"),
    "calendrier": ("calendrier / médaillons", "Calendrier : {s}"), "encadrement": ("encadrement / initiale ornée", "Frontispice armorié, initiale {l}"),
    "lettre filigranée": ("initiale filigranée", "Initiale filigranée {l}"),
}  # fmt: skip


def count(size: int) -> int:
    return round(size * SHARE)


def book_reference(rank: int) -> str:
    return f"9A-CM{rank + 1:07d}"


def folio_reference(book: int, folio: int) -> str:
    return f"9A-D{book * 20 + folio + 1:07d}"


def entries(seed: int, size: int) -> Iterator[Entry]:
    left, notices, book = round(size * PICTURES), 0, 0
    while notices < count(size):
        number = min(_FOLIOS, max(count(size) - notices - 1, 1))
        yield _book(seed, book, number)
        for folio in range(number):
            entry = _folio(seed, book, folio)
            # One picture in two of the first books: a mosaic of several hands.
            if left > 0 and folio % 3 != 2:
                left -= 1
            else:
                entry.pictures.clear()
            yield entry
        notices += 1 + number
        book += 1


def _common(seed: int, book: int) -> tuple[dict[str, Any], str]:
    """What a manuscript and its folios share, and which sort of book it is."""
    d = dice(seed, "book", book)
    title, kind, domain = _BOOKS[book % len(_BOOKS)]
    town = places.communes()[(book * 11) % 109]
    year = d.randint(1210, 1530)
    values = {
        "TITR": title, "DATE": dates.part(year, d), "ORIGG": d.choice(("France (Valserre)", "France (Outre-Vent)", "France")), "LANGOUV": d.choice(("latin", "latin", "français")),
        "LOCA": town.name, "ETAB": f"Bibliothèque municipale {of(town.name)}", "REFD": f"Ms. {book + 1:04d}", "NOMENC": [domain, kind],
        "ATTRIB": d.choice(("Maître de la Grève-Noire", "Maître aux Palmettes", "Maître de Salvandard", "Atelier de Montclar")),
        "POP_COORDONNEES.lat": f"{town.latitude}", "POP_COORDONNEES.lon": f"{town.longitude}", "DROIT": "Démonstration POP (image dessinée par programme)",
        "COPY": "Démonstration POP, notice inventée",
    }  # fmt: skip
    return values, kind


def _book(seed: int, book: int, folios: int) -> Entry:
    d = dice(seed, "codex", book)
    common, kind = _common(seed, book)
    saint = " ".join(SAINTS[book % len(SAINTS)])
    values = {
        **common, "TYPE": "manuscrit", "TYPCOD": "codex", "DIMS": f"{d.randint(140, 380)} x {d.randint(100, 280)} mm", "FOLIOS": f"{d.randint(60, 320)} f.",
        "NOTES": d.choice(("Reliure de veau brun sur ais de bois, réparée.", "Quelques feuillets manquent en tête.", "Réglure à la mine de plomb ; deux copistes.", "Mentions marginales d’une main plus récente.")),
        "POSS": [f"Abbaye {of('Salvandard')}", "couvent supprimé"], "ORIGH": f"Exécuté pour la confrérie de {saint.lower().split()[0]} {saint.split()[1]}",
        "REFDE": [folio_reference(book, k) for k in range(folios)], "CONTXT": kind, **dates.life(d, book, 2000),
    }  # fmt: skip
    if book % 7 == 3:
        values["AUTR"] = "Anonyme (auteur inconnu)"
        values["AUTS"] = "Guillemot de Valserre (traducteur)"
    if book % 9 == 4:
        values["RENV"] = [book_reference(book - 1)]
    return Entry("enluminures", book_reference(book), values)


def _folio(seed: int, book: int, folio: int) -> Entry:
    d = dice(seed, "folio", book, folio)
    common, kind = _common(seed, book)
    decor = list(_DECORS)[(folio * 5 + book) % len(_DECORS)]
    scene = list(_SUBJECTS)[(folio * 2 + book) % len(_SUBJECTS)]
    letter = d.choice(LETTERS)
    saint = " ".join(SAINTS[(book + folio) % len(SAINTS)])
    about, context = _SUBJECTS[scene]
    typology, said = _DECORS[decor]
    subject = said.format(
        l=letter, s=about.format(s=capital(saint.lower().split()[0]) + " " + saint.split()[1])
    )
    values = {
        **common, "SUJET": subject, "TYPDEC": typology, "CONTXT": f"{kind}, {context.lower()}", "FOLIOS": f"f. {d.randint(1, 220)}{d.choice(('', 'v'))}",
        "REFC": [book_reference(book)], "TYPE": "manuscrit", **dates.life(d, book + folio, 2000),
    }  # fmt: skip
    if d.maybe(0.3):
        values["NOTDEC"] = d.choice(
            (
                "Or bruni, usé par endroits.",
                "Repeints anciens dans le fond bleu.",
                "Bordure rognée à la reliure.",
                "Décor inachevé : le dessin à la plume est visible.",
            )
        )
    if folio == 8 and book % 5 == 2:
        values["RENV"] = ["9A-D9999999"]
    recipe = Recipe(
        "manuscript",
        dice(seed, "draw folio", book, folio).getrandbits(31),
        {"kind": decor, "scene": scene, "letter": letter},
    )
    return Entry(
        "enluminures",
        folio_reference(book, folio),
        values,
        [Picture(recipe, subject, "Démonstration POP ; image dessinée par programme")],
    )
