"""Invented notices for the page of components. No such place, work or person exists."""

from typing import Any

from django.templatetags.static import static

from pop.ui.samples_criteria import criteria

_BASES = (
    ("joconde", "Collections des musées (Joconde)", "Œuvres et objets des musées.", 4120, "œuvres"),
    (
        "museo",
        "Musées de France (Muséofile)",
        "Les musées qui portent l’appellation.",
        12,
        "musées",
    ),
    (
        "merimee",
        "Architecture (Mérimée)",
        "Édifices protégés, étudiés ou labellisés.",
        410,
        "édifices",
    ),
    ("palissy", "Mobilier (Palissy)", "Objets protégés ou étudiés.", 32, "objets"),
    (
        "memoire",
        "Photographies (Mémoire)",
        "Photographies et dessins des services du patrimoine.",
        1182,
        "photographies",
    ),
    ("autor", "Biographies (Autor)", "Architectes, artistes, artisans.", 86, "personnes"),
    (
        "mnr",
        "MNR et Jeu de Paume (Rose-Valland)",
        "Œuvres à la garde des Musées nationaux.",
        24,
        "œuvres",
    ),
    ("enluminures", "Enluminures", "Décors de manuscrits médiévaux.", 96, "enluminures"),
)
BASES: list[dict[str, Any]] = [
    {"key": key, "name": name, "about": about, "count": count, "things": things, "url": "#"}
    for key, name, about, count, things in _BASES
]
_BASE = {base["key"]: base for base in BASES}

_HISTORY = [
    "La chapelle est citée pour la première fois en 1312, quand les habitants de Valmorne "
    "obtiennent d’y faire sonner la cloche du marché. L’édifice actuel remonte au siècle "
    "suivant : le chœur est voûté vers 1460, la nef couverte d’une charpente dont deux fermes "
    "subsistent.",
    "Le clocher, abattu par l’orage de 1689, est reconstruit dix ans plus tard sur les plans "
    "d’un maître maçon de la vallée, Imbert Saroy, qui reçoit pour ce travail cent vingt "
    "livres et le droit de pêche dans l’étang. Le marché passé devant notaire décrit chaque "
    "pierre à reprendre, de la corniche jusqu’aux marches du perron ; il impose que les "
    "anciens corbeaux soient remis en place. Deux d’entre eux, taillés en forme de chouettes, "
    "se voient encore sous la gouttière du nord.",
    "Vendue en 1794, elle sert de grange à foin puis d’atelier de tonnelier. La commune la "
    "rachète en 1887 et confie la restauration à l’architecte Odile Varenchon.",
]


def _value(text: str, url: str = "") -> dict[str, Any]:
    return {"text": text, "url": url}


def gallery() -> dict[str, Any]:
    """The context of ui/components_page.html."""
    return {
        "home_url": "/",
        "search": {
            "action": "#",
            "value": "chapelle",
            "more": {"label": "Recherche avancée", "url": "#", "current": False},
        },
        "nav_links": [
            {"label": "Explorer", "url": "#"},
            {"label": "Bases", "url": "#", "current": True},
            {"label": "Aide", "url": "#"},
        ],
        "footer_links": [
            {"label": label, "url": "#"}
            for label in (
                "Aide",
                "Contact",
                "Accessibilité : non conforme",
                "Données ouvertes",
                "Conditions d’utilisation",
                "Mentions légales",
                "Données personnelles",
                "À propos",
                "Plan du site",
            )
        ],
        "trail": [
            {"label": "Accueil", "url": "#"},
            {"label": "Architecture (Mérimée)", "url": "#"},
            {"label": "Chapelle Saint-Orens-du-Marché"},
        ],
        "bases": BASES,
        "search_in_base": {
            "action": "#",
            "id": "recherche-mobilier",
            "label": "Chercher dans Mobilier (Palissy)",
            "placeholder": "Dénomination, matériau, lieu",
            "base": "palissy",
        },
        "criteria": criteria(),
        "cards": _cards(),
        "section": _section(),
        "statuses": _statuses(),
        "chips": [
            {"label": "Architecture (Mérimée)", "url": "#"},
            {"label": "Valmorne-sur-Isse", "url": "#"},
            {"label": "Bleu", "url": "#", "swatch": "bleu"},
        ],
        "palette": [
            {"label": "Bleu", "url": "#", "swatch": "bleu"},
            {"label": "Beige", "url": "#", "swatch": "beige"},
            {"label": "Noir et blanc", "url": "#", "swatch": "noir-et-blanc"},
            {"label": "Sépia", "url": "#", "swatch": "sepia"},
        ],
        "facets": _facets(),
        "sorts": _sorts(),
        "views": _views(),
        "years": _years(),
        "base_counts": [{**base, "about": ""} for base in BASES[2:5]],
        "bars": _bars(),
        "pager": {
            "previous_url": "#",
            "next_url": "#",
            "pages": [
                {"number": 1, "url": "#"},
                {"number": None},
                {"number": 6, "url": "#"},
                {"number": 7, "url": "#", "current": True},
                {"number": 8, "url": "#"},
                {"number": None},
                {"number": 1284, "url": "#"},
            ],
        },
        "messages": _messages(),
        "table": _table(),
        "form_fields": _form_fields(),
        "tree": _tree(),
        "wall": _cards()[:1] * 3,
        "empty": {
            "title": "Aucune notice pour « chapele romanne »",
            "text": "Vérifiez l’orthographe, ou élargissez la recherche :",
            "suggestions": [
                {"label": "Chercher « chapelle romane »", "url": "#", "count": 214},
                {"label": "Retirer le filtre « 21e siècle »", "url": "#", "count": 3},
                {"label": "Chercher dans les huit bases", "url": "#", "count": 12840},
            ],
        },
    }


def _cards() -> list[dict[str, Any]]:
    return [
        {
            "base": _BASE["merimee"],
            "url": "#",
            "title": "Chapelle Saint-Orens-du-Marché",
            "lines": ["Valmorne-sur-Isse (00)", "15e siècle ; 17e siècle", "Inscrit MH en 1931"],
            "image": {
                "url": static("ui/sample.svg"),
                "alt": "Chapelle à clocher pointu au pied d’une colline",
                "width": 320,
                "height": 240,
                "shape": "r135",
                "tone": "tone red-6 green-5 blue-4",
            },
        },
        {
            "base": _BASE["palissy"],
            "url": "#",
            "title": "Cloche dite « la Grande Marchande »",
            "thing": "cloche",
            "lines": ["Chapelle Saint-Orens-du-Marché, Valmorne-sur-Isse (00)", "Bronze, 1702"],
        },
        {
            "base": _BASE["autor"],
            "url": "#",
            "title": "VARENCHON, Odile",
            "lines": ["Architecte", "Née en 1841, morte en 1919"],
        },
    ]


def _section() -> dict[str, Any]:
    return {
        "id": "historique",
        "title": "Historique",
        "lines": [
            {
                "label": "Siècle de la campagne principale de construction",
                "code": "SCLE",
                "values": [_value("15e siècle", "#"), _value("4e quart 17e siècle", "#")],
            },
            {"label": "Année", "code": "DATE", "values": [_value("1460"), _value("1699")]},
            {
                "label": "Auteur de l’édifice",
                "code": "AUTR",
                "values": [
                    _value("Saroy, Imbert (maître maçon)", "#"),
                    _value("Varenchon, Odile (architecte)", "#"),
                ],
            },
            {
                "label": "Description historique",
                "code": "HIST",
                "values": [{"text": "\n".join(_HISTORY), "paragraphs": _HISTORY}],
            },
        ],
    }


def _statuses() -> list[dict[str, Any]]:
    return [
        {
            "kind": "success",
            "word": "En vigueur",
            "text": "La chapelle est inscrite au titre des monuments historiques "
            "depuis le 3 mars 1931.",
            "note": "Copie du 22 novembre 2026, ne fait pas foi.",
            "link": {"label": "Voir l’arrêté", "url": "#"},
        },
        {
            "kind": "warning",
            "word": "À vérifier",
            "text": "Protection partielle : le clocher seul est cité par l’arrêté.",
        },
        {"kind": "error", "word": "Levée", "text": "L’inscription a été annulée en 1974."},
        {
            "text": "Œuvre provisoirement à la garde des Musées nationaux, "
            "dans l’attente de sa restitution éventuelle.",
        },
    ]


def _facets() -> list[dict[str, Any]]:
    counts = {"memoire": 1182, "merimee": 410, "palissy": 32, "autor": 1}
    return [
        {
            "title": "Bases",
            "open": True,
            "values": [
                {
                    "label": _BASE[key]["name"],
                    "count": count,
                    "url": "#",
                    "base": key,
                    "selected": key == "merimee",
                }
                for key, count in counts.items()
            ],
        },
        {
            "title": "Couleurs de l’image",
            "open": True,
            "values": [
                {"label": "Bleu", "count": 96, "url": "#", "swatch": "bleu", "selected": True},
                {"label": "Noir et blanc", "count": 12, "url": "#", "swatch": "noir-et-blanc"},
            ],
        },
        {
            "title": "Matériaux",
            "open": True,
            "values": [
                {"label": "calcaire", "count": 96, "url": "#"},
                {
                    "label": "pierre de taille, moyen appareil, joints repris",
                    "count": 12,
                    "url": "#",
                },
            ],
            "more": {"label": "64 autres matériaux", "url": "#"},
        },
        {"title": "Protection", "values": [{"label": "Inscrit", "count": 7, "url": "#"}]},
    ]


def _sorts() -> list[dict[str, Any]]:
    labels = ("Pertinence", "Du plus ancien", "Du plus récent", "Titre")
    return [{"label": label, "url": "#", "current": label == "Titre"} for label in labels]


def _views() -> list[dict[str, Any]]:
    ways = (("mosaic", "Mosaïque"), ("list", "Liste"), ("table", "Tableau"))
    return [{"icon": i, "label": n, "url": "#", "current": i == "mosaic"} for i, n in ways]


def _bars() -> dict[str, Any]:
    counts = (("16e siècle", 34), ("17e siècle", 120), ("18e siècle", 1182))
    values = [
        {"label": label, "count": count, "url": "#", "bar": max(count * 100 // 1182, 1)}
        for label, count in counts
    ]
    return {"key": "siecles", "title": "Siècles", "values": values, "width": 100}


def _years() -> dict[str, Any]:
    heights = (6, 12, 30, 64, 100, 82, 44, 18)
    return {
        "bars": [{"x": 10 * n, "y": 100 - h, "height": h} for n, h in enumerate(heights)],
        "width": 160,
        "height": 100,
        "from": 1201,
        "to": 1400,
        "first": "1250",
        "last": "",
        "kept": [],
        "action": "#",
    }


def _messages() -> list[dict[str, Any]]:
    return [
        {"kind": "info", "text": "Les photographies de cette notice sont en cours de versement."},
        {"kind": "success", "text": "12 notices ont été importées."},
        {
            "kind": "warning",
            "title": "3 notices citent un édifice inconnu",
            "text": "Elles sont gardées ; le lien sera fait quand l’édifice sera versé.",
            "links": [{"label": "Voir ces 3 notices", "url": "#"}],
        },
        {"kind": "error", "text": "Le fichier n’a pas de colonne « REF » : rien n’a été importé."},
    ]


def _table() -> dict[str, Any]:
    return {
        "id": "tableau-edifices",
        "caption": "Édifices de Valmorne-sur-Isse",
        "columns": [
            {"label": "Édifice", "url": "#", "sort": "ascending"},
            {"label": "Dénomination", "url": "#"},
            {"label": "Commune"},
            {"label": "Année", "numeric": True},
            {"label": "Photographies", "numeric": True, "url": "#"},
        ],
        "rows": [
            [
                _value("Chapelle Saint-Orens-du-Marché", "#"),
                _value("chapelle"),
                _value("Valmorne-sur-Isse"),
                {"text": "1460", "numeric": True},
                {"text": "24", "numeric": True},
            ],
            [
                _value("Halle aux tonneaux", "#"),
                _value("halle"),
                _value("Valmorne-sur-Isse"),
                {"text": "1768", "numeric": True},
                {"text": "7", "numeric": True},
            ],
        ],
    }


def _form_fields() -> list[dict[str, Any]]:
    return [
        {
            "id": "champ-objet",
            "name": "objet",
            "label": "Ce que concerne l’erreur",
            "kind": "select",
            "options": [{"value": "lieu", "label": "Le lieu"}],
            "value": "lieu",
            "required": True,
        },
        {
            "id": "champ-texte",
            "name": "texte",
            "label": "L’erreur, et ce qui serait juste",
            "help": "Si vous connaissez une source, donnez-la.",
            "kind": "textarea",
            "value": "La halle est de 1768.",
            "required": True,
        },
        {
            "id": "champ-courriel",
            "name": "courriel",
            "label": "Votre adresse électronique",
            "kind": "email",
            "value": "lectrice@",
            "error": "Cette adresse n’est pas complète ; exemple : nom@exemple.fr.",
        },
    ]


def _tree() -> dict[str, Any]:
    def one(title: str, date: str = "", parts: int = 0) -> dict[str, Any]:
        return {"title": title, "url": "#", "place": "", "date": date, "parts": parts}

    return {
        "wholes": [one("Bourg de Valmorne")],
        "parts": [one("Clocher", "1699"), one("Cimetière", "19e siècle", 12)],
        "all": {"url": "#", "count": 31},
        "more": True,
    }
