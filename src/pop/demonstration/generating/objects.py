"""Notices of Palissy: what is kept in churches, castles, town halls and works."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from pop.demonstration.drawing.recipes import Recipe
from pop.demonstration.generating import building_notices, dates, people, protections
from pop.demonstration.generating.buildings import SAINTS, Building, building
from pop.demonstration.generating.chance import Dice, dice
from pop.demonstration.generating.entries import Entry, Picture
from pop.demonstration.generating.french import capital, in_letters, of

SHARE = 0.15
PICTURES = 0.0058


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of object; `family` and `parameters` draw it, `where` it stands."""

    term: str
    gender: str
    category: str
    matter: tuple[str, ...]
    years: tuple[int, int]
    trade: str
    where: str
    size: str
    family: str
    parameters: tuple[tuple[str, Any], ...] = ()
    titles: tuple[str, ...] = ()


_SAINTS = tuple(f"{kind.lower()} {name}" for kind, name in SAINTS)
DRAWN = (
    Kind("calice", "m", "orfèvrerie", ("argent : doré",), (1420, 1880), "orfèvre", "sacristie", "h = {a} ; d = {b}", "vessel", (("shape", "calice"), ("metal", "or"))),
    Kind("ciboire", "m", "orfèvrerie", ("argent",), (1560, 1890), "orfèvre", "tabernacle", "h = {a} ; d = {b}", "vessel", (("shape", "ciboire"), ("metal", "argent"))),
    Kind("ostensoir", "m", "orfèvrerie", ("argent", "verre"), (1640, 1890), "orfèvre", "sacristie", "h = {c}", "monstrance", (("metal", "or"),)),
    Kind("croix de procession", "f", "orfèvrerie", ("cuivre : doré", "verre"), (1280, 1620), "orfèvre", "chœur", "h = {c}", "cross", (("metal", "or"),)),
    Kind("châsse", "f", "orfèvrerie", ("cuivre : doré, émail champlevé",), (1180, 1320), "orfèvre", "trésor", "h = {b} ; la = {a}", "reliquary", (("metal", "or"),), tuple(f"châsse de {s}" for s in _SAINTS)),
    Kind("cloche", "f", "fonderie de cloches", ("bronze : fondu",), (1420, 1910), "fondeur de cloches", "clocher", "d = {e}", "vessel", (("shape", "cloche"), ("metal", "bronze")), ("cloche dite « la Grande-Marchande »", "cloche dite « Valène »", "cloche dite « la Clameuse »", "cloche", "cloche dite « Marie-Ambrine »")),
    Kind("chandelier d’autel", "m", "dinanderie", ("laiton : fondu",), (1600, 1860), "orfèvre", "maître-autel", "h = {c}", "vessel", (("shape", "chandelier"), ("metal", "laiton"))),
    Kind("verrière", "f", "vitrail", ("verre transparent : grisaille, taillé", "plomb : réseau"), (1230, 1560), "maître verrier", "chœur, baie 0", "h = {g} ; la = {e}", "window", (("kind", "baie"),), ("verrière : vie de {s}", "verrière à médaillons : miracles de {s}")),
    Kind("rose", "f", "vitrail", ("verre transparent : taillé", "plomb : réseau"), (1230, 1500), "maître verrier", "façade, baie 101", "d = {g}", "window", (("kind", "rose"),), ("rose : la Création", "rose : les Travaux des mois", "rose : les Saints protecteurs")),
    Kind("verrière", "f", "vitrail", ("verre transparent : soufflé", "plomb : réseau"), (1946, 1985), "maître verrier", "nef, baie 7", "h = {g} ; la = {e}", "window", (("kind", "moderne"),), ("verrière non figurée : l’Aube", "verrière non figurée : le Ponant", "verrière non figurée : les Eaux")),
    Kind("tableau", "m", "peinture", ("toile (support) : peinture à l’huile",), (1580, 1860), "peintre", "nef, mur nord", "h = {e} ; la = {d}", "portrait", (), ("tableau : portrait d’un donateur", "tableau : portrait d’une donatrice")),
    Kind("tableau", "m", "peinture", ("toile (support) : peinture à l’huile",), (1640, 1880), "peintre", "salle du conseil", "h = {d} ; la = {e}", "landscape", (), ("tableau : vue de la vallée", "tableau : le naufrage de la gabare", "tableau : vue du port")),
    Kind("ex-voto", "m", "peinture", ("bois (support) : peinture à l’huile",), (1680, 1880), "peintre", "chapelle", "h = {b} ; la = {c}", "landscape", (("subject", "naufrage"), ("technique", "huile ancienne")), ("ex-voto : navire dans la tempête",)),
    Kind("bas-relief", "m", "sculpture", ("pierre : taillé",), (1380, 1700), "sculpteur", "chapelle nord", "h = {d} ; la = {c}", "carved", (("scene", "niche"), ("matter", "pierre")), tuple(f"bas-relief : {s}" for s in _SAINTS)),
    Kind("panneau sculpté", "m", "menuiserie", ("chêne : taillé",), (1520, 1720), "menuisier", "chœur", "h = {c} ; la = {d}", "carved", (("scene", "rinceaux"), ("matter", "chêne")), ("panneau sculpté : rinceaux à l’oiseau",)),
    Kind("relief armorié", "m", "sculpture", ("noyer : taillé",), (1540, 1760), "sculpteur", "grande salle", "h = {c} ; la = {d}", "carved", (("scene", "armes"), ("matter", "noyer")), ("relief aux armes de la ville", "relief aux armes parlantes")),
    Kind("stalles", "f", "menuiserie", ("chêne : mouluré, sculpté",), (1480, 1780), "menuisier", "chœur", "h = {g} ; la = {g}", "furniture", (("kind", "stalles"),), ("stalles", "ensemble des stalles")),
    Kind("orgue de tribune", "m", "facture d’orgue", ("chêne : mouluré, sculpté", "étain"), (1620, 1880), "facteur d’orgues", "tribune", "h = {g}", "furniture", (("kind", "orgue"),), ("orgue de tribune", "buffet d’orgue")),
    Kind("armoire de sacristie", "f", "menuiserie", ("noyer : mouluré",), (1640, 1820), "menuisier", "sacristie", "h = {f} ; la = {e}", "furniture", (("kind", "armoire"),)),
    Kind("commode", "f", "ébénisterie", ("bois : placage, marqueterie", "marbre"), (1725, 1800), "ébéniste", "salon", "h = {d} ; la = {e}", "furniture", (("kind", "commode"),)),
    Kind("horloge de parquet", "f", "horlogerie", ("noyer : mouluré", "laiton"), (1740, 1880), "horloger", "vestibule", "h = {f}", "furniture", (("kind", "horloge"),)),
    Kind("fauteuil de célébrant", "m", "menuiserie", ("noyer : sculpté", "velours"), (1660, 1880), "menuisier", "chœur", "h = {d}", "furniture", (("kind", "fauteuil"),)),
    Kind("tapisserie", "f", "tissage", ("laine : tapisserie", "soie"), (1480, 1620), "lissier", "grande salle", "h = {f} ; la = {g}", "textile", (("kind", "millefleurs"),), ("tapisserie aux mille fleurs", "tapisserie : la Chasse au bois d’Ambre", "tapisserie aux lapins")),
    Kind("tapisserie", "f", "tissage", ("laine : tapisserie", "soie"), (1580, 1740), "lissier", "salon", "h = {f} ; la = {g}", "textile", (("kind", "verdure"),), ("tapisserie : verdure à la clairière", "verdure aux animaux")),
    Kind("chasuble", "f", "broderie", ("soie : damas, broderie", "fil métal"), (1580, 1900), "brodeur", "sacristie", "h = {e} ; la = {d}", "textile", (("kind", "chasuble"),), ("chasuble", "ornement : chasuble, étole")),
    Kind("antependium", "m", "tissage", ("soie : damas",), (1620, 1820), "brodeur", "maître-autel", "h = {d} ; la = {e}", "textile", (("kind", "damas"),), ("devant d’autel",)),
    Kind("carreaux de pavement", "m", "céramique", ("terre cuite : glaçure, estampé",), (1240, 1480), "faïencier", "chapelle axiale", "la = {a} ; l = {a}", "tiles", (("kind", "médiéval"),), ("carreaux de pavement à décor estampé",)),
    Kind("mosaïque de pavement", "f", "mosaïque", ("pierre : mosaïque",), (1860, 1935), "céramiste", "hall", "la = {f} ; l = {e}", "tiles", (("kind", "mosaïque"),), ("mosaïque aux poissons", "mosaïque à l’oiseau", "pavement de mosaïque")),
    Kind("sceau", "m", "orfèvrerie", ("cire",), (1220, 1480), "graveur", "salle des archives", "d = {a}", "medal", (("kind", "sceau"),), ("sceau de la ville", "sceau du chapitre")),
    Kind("plan", "m", "dessin", ("toile : encre",), (1780, 1910), "dessinateur", "bureau du maire", "h = {d} ; la = {e}", "map", (), ("plan manuscrit de l’île", "carte de la seigneurie")),
    Kind("aiguière", "f", "orfèvrerie", ("argent : repoussé",), (1640, 1820), "orfèvre", "sacristie", "h = {b}", "vessel", (("shape", "aiguière"), ("metal", "argent"))),
)  # fmt: skip
_PLAIN = (
    # Term, gender, category, matter, years, trade, where, size.
    ("fonts baptismaux", "m", "taille de pierre", ("granite : taillé",), (1180, 1780), "sculpteur", "nef, revers de la façade", "h = {d} ; d = {d}"),
    ("bénitier", "m", "taille de pierre", ("marbre : taillé",), (1480, 1860), "sculpteur", "entrée", "h = {d}"),
    ("chaire à prêcher", "f", "menuiserie", ("chêne : mouluré, sculpté",), (1640, 1860), "menuisier", "nef", "h = {g}"),
    ("confessionnal", "m", "menuiserie", ("chêne : mouluré",), (1680, 1890), "menuisier", "bas-côté", "h = {f} ; la = {f}"),
    ("lutrin", "m", "menuiserie", ("noyer : taillé",), (1660, 1850), "menuisier", "chœur", "h = {e}"),
    ("banc d’œuvre", "m", "menuiserie", ("chêne : mouluré",), (1680, 1870), "menuisier", "nef", "la = {f}"),
    ("retable", "m", "sculpture", ("bois : taillé, peint, doré",), (1580, 1780), "sculpteur", "maître-autel", "h = {g} ; la = {f}"),
    ("tabernacle", "m", "menuiserie", ("bois : taillé, doré",), (1620, 1820), "menuisier", "maître-autel", "h = {d}"),
    ("statue", "f", "sculpture", ("bois : taillé, polychrome",), (1340, 1880), "sculpteur", "bas-côté nord", "h = {e}"),
    ("groupe sculpté", "m", "sculpture", ("pierre : taillé",), (1420, 1620), "sculpteur", "chapelle sud", "h = {e}"),
    ("encensoir", "m", "orfèvrerie", ("argent : repoussé",), (1680, 1900), "orfèvre", "sacristie", "h = {b}"),
    ("navette à encens", "f", "orfèvrerie", ("argent : fondu",), (1680, 1900), "orfèvre", "sacristie", "h = {a}"),
    ("plat de quête", "m", "dinanderie", ("laiton : repoussé",), (1480, 1760), "orfèvre", "sacristie", "d = {c}"),
    ("lustre d’église", "m", "bronze d’art", ("bronze : fondu", "verre"), (1760, 1900), "orfèvre", "nef", "h = {e}"),
    ("bannière de procession", "f", "broderie", ("soie : broderie",), (1780, 1930), "brodeur", "sacristie", "h = {e} ; la = {d}"),
    ("chemin de croix", "m", "peinture", ("toile : peinture à l’huile",), (1820, 1920), "peintre", "nef", "h = {d} ; la = {c}"),
    ("dalle funéraire", "f", "taille de pierre", ("calcaire : taillé, gravé",), (1320, 1720), "sculpteur", "chœur, sol", "la = {d} ; l = {f}"),
    ("cadran solaire", "m", "taille de pierre", ("ardoise : gravé",), (1620, 1860), "graveur", "façade sud", "h = {c} ; la = {c}"),
    ("antiphonaire", "m", "enluminure", ("parchemin",), (1480, 1700), "graveur", "salle des archives", "h = {c}"),
    ("machine à vapeur", "f", "construction mécanique", ("fonte",), (1850, 1930), "ingénieur", "hall", "l = {g}"),
    ("pompe à incendie", "f", "construction mécanique", ("cuivre", "bois"), (1790, 1900), "ingénieur", "vestibule", "l = {f}"),
    ("métier à tisser", "m", "construction mécanique", ("bois", "fonte"), (1820, 1940), "ingénieur", "hall", "l = {f}"),
    ("horloge d’édifice", "f", "horlogerie", ("fer", "laiton"), (1740, 1920), "horloger", "clocher", "la = {e}"),
    ("cheminée", "f", "marbrerie", ("marbre : taillé",), (1580, 1820), "sculpteur", "grande salle", "h = {e} ; la = {f}"),
    ("gabare", "f", "construction navale", ("chêne",), (1890, 1950), "menuisier", "vestibule", "l = {g}"),
)  # fmt: skip
PLAIN = tuple(
    Kind(term, gender, category, matter, years, trade, where, size, "")
    for term, gender, category, matter, years, trade, where, size in _PLAIN
)
_SIZES = {
    "a": (9, 26),
    "b": (18, 44),
    "c": (36, 78),
    "d": (66, 120),
    "e": (90, 170),
    "f": (180, 290),
    "g": (320, 680),
}


@dataclass(frozen=True, slots=True)
class Thing:
    """One object, and the building that keeps it."""

    rank: int
    kind: Kind
    keeper: Building
    year: int
    title: str
    situation: str
    masked: bool


@cache
def _keepers(seed: int, size: int, sacred: bool) -> tuple[int, ...]:
    found = [
        rank
        for rank in range(building_notices.count(seed, size))
        if building(seed, rank).is_sacred is sacred
        and building(seed, rank).kind.noun
        not in ("croix de chemin", "lavoir", "fontaine", "colombier")
    ]
    return tuple(found)


@cache
def thing(seed: int, size: int, rank: int) -> Thing:
    d = dice(seed, "object", rank)
    # Most of what a church keeps has no photograph yet.
    kind = DRAWN[rank % len(DRAWN)] if rank < 5 * len(DRAWN) or d.maybe(0.14) else d.choice(PLAIN)
    civil = kind.where in (
        "salle du conseil",
        "grande salle",
        "salon",
        "vestibule",
        "hall",
        "salle des archives",
        "bureau du maire",
        "façade sud",
    )
    able = _keepers(seed, size, not civil) or _keepers(seed, size, civil)
    keeper = building(seed, d.choice(able))
    year = d.randint(*kind.years)
    if civil is False and year < keeper.year < kind.years[1]:
        year = d.randint(keeper.year, kind.years[1])
    title = d.choice(kind.titles).replace("{s}", d.choice(_SAINTS)) if kind.titles else kind.term
    situation = {7: "manquant", 13: "volé", 19: "retrouvé"}.get(rank % 67, "")
    return Thing(rank, kind, keeper, year, title, situation, rank % 41 == 17)


def count(size: int) -> int:
    return round(size * SHARE)


def reference(t: Thing) -> str:
    begins = {3: "IM", 8: "IM", 11: "EM"}.get(t.rank % 13, "PM")
    if t.rank % 311 == 200:
        begins = "JDP"
    begins += t.keeper.commune.departement.code
    return begins + str(t.rank + 1).zfill(10 - len(begins))


def recipe(seed: int, t: Thing) -> Recipe:
    """How the object is drawn: as its title and its century say."""
    parameters = dict(t.kind.parameters)
    if t.kind.family == "portrait":
        parameters |= {
            "century": min(max(dates_century(t.year), 15), 19),
            "woman": "donatrice" in t.title,
            "technique": "huile ancienne",
        }
    if t.kind.family == "landscape" and "subject" not in parameters:
        subject = "naufrage" if "naufrage" in t.title else "port" if "port" in t.title else "vallée"
        parameters |= {
            "subject": subject,
            "technique": "huile ancienne",
            "hour": ("matin", "soir", "orage")[t.rank % 3],
        }
    return Recipe(t.kind.family, dice(seed, "draw object", t.rank).getrandbits(31), parameters)


def dates_century(year: int) -> int:
    return (year - 1) // 100 + 1


def entries(seed: int, size: int) -> Iterator[Entry]:
    pictured = round(size * PICTURES)
    for rank in range(count(size)):
        t = thing(seed, size, rank)
        entry = Entry("palissy", reference(t), _values(seed, size, t))
        if rank < pictured:
            entry.pictures.append(
                Picture(recipe(seed, t), f"{capital(t.title)}, {dates.part(t.year)}")
            )
        yield entry


def _values(seed: int, size: int, t: Thing) -> dict[str, Any]:
    d = dice(seed, "palissy", t.rank)
    author = (
        people.maker(seed, d, t.kind.trade, t.year) if t.year > 1500 and d.maybe(0.55) else None
    )
    sizes = {key: str(d.randint(*span)) for key, span in _SIZES.items()}
    values: dict[str, Any] = {
        "TICO": t.title, "DENO": [t.kind.term], "DOMN": "Mobilier", "CATE": [t.kind.category], "MATR": list(t.kind.matter),
        "SCLE": [dates.part(t.year, d)], "DIMS": t.kind.size.format(**sizes), "STAT": [d.choice(("propriété de la commune", "propriété de la commune", "propriété d’une association", "propriété de l’État"))],
        "DESC": _description(t, d), "ETUD": d.choice(("recensement objets MH", "enquête thématique", "inventaire topographique")),
        "DOSS": [d.choice(("dossier individuel", "sous-dossier"))], "CONTACT": "demonstration@pop.example",
        "COPY": f"© Monuments historiques, {d.randint(1996, 2019)}. Notice inventée", **dates.life(d, t.rank),
    }  # fmt: skip
    if d.maybe(0.75):
        values["HIST"] = _history(t, d, author)
    if author:
        values["AUTR"] = [f"{author.sorted_name} ({author.trade_said})"]
        if author.trade == "orfèvre":
            values["INSC"] = ["poinçon de maître", "poinçon de jurande"]
            values["PINS"] = (
                f"Poinçon de maître : {author.first[0]}{author.last[0]}, une étoile ; poinçon de jurande {of('Montclar')}."
            )
    elif d.maybe(0.4):
        values["AUTR"] = ["auteur inconnu"]
    if d.maybe(0.4):
        values["DATE"] = [dates.about(t.year, d)]
        values["JDAT"] = [d.choice(("daté par source", "porte la date", "daté par analogie"))]
    if ":" in t.title:
        values["REPR"] = [t.title.split(": ", 1)[1].split(",")[0]]
        values["TITR"] = capital(t.title.split(": ", 1)[1])
    if t.kind.term == "cloche":
        values["INSC"] = ["date", "inscription donnant le nom de l’auteur"]
        values["PINS"] = (
            f"Sur le vase : « VOCO CLARA AD FESTUM {t.year} », suivi du nom du fondeur."
        )
    if reference(t)[:2] == "PM":
        state = (
            ("en vigueur", "partielle", "levée", "à vérifier", "date inconnue")[t.rank % 5]
            if t.rank < 40
            else d.weighted(
                (
                    ("en vigueur", 88),
                    ("partielle", 4),
                    ("levée", 3),
                    ("à vérifier", 2),
                    ("date inconnue", 3),
                )
            )
        )
        values |= protections.of_object(d, state)
    else:
        values["NOMS"] = [people.writer(d)]
        values["STAD"] = [d.choice(("", "série", "modèle"))]
        values["IMPL"] = d.choice(("en ville", "en village", "isolé"))
        values["AIRE"] = d.choice(("Vallée de la Valsère", "Côte du Ponant", "Monts d’Ambre"))
    values["ETAT"] = [
        d.choice(("bon état", "état moyen", "mauvais état", "restauré", "œuvre restaurée"))
    ]
    if d.maybe(0.3):
        values["PETA"] = d.choice(
            (
                "Une fêlure ancienne a été consolidée.",
                "La dorure est usée sur les arêtes.",
                "Quelques manques, repris à la cire.",
                "Restauration récente, bien documentée.",
            )
        )
    values |= _place(t, d)
    values |= _situation(t, d)
    if t.rank % 29 == 10 and t.rank + 1 < count(size):
        values["REFE"] = [reference(thing(seed, size, t.rank + 1))]
        values["PAPP"] = "ensemble du mobilier liturgique"
    if t.rank % 29 == 11 and t.rank:
        values["REFP"] = [reference(thing(seed, size, t.rank - 1))]
        values["PART"] = [thing(seed, size, t.rank - 1).kind.term]
    if t.rank % 53 == 30:
        other = thing(seed, size, (t.rank * 3) % count(size))
        values["RENV"] = [reference(other)]
    return values


def _place(t: Thing, d: Dice) -> dict[str, Any]:
    """Where it is; in other fields, never published, when the place is masked."""
    b = t.keeper
    c = b.commune
    common = {
        "REG": ["Haute-Valserre"],
        "DPT": [c.departement.code],
        "DPT_LETTRE": [c.departement.name],
    }
    if t.masked:
        return {
            **common, "COM2": [c.sorted_name], "INSEE2": [c.insee], "EDIF2": b.name, "EMPL2": t.kind.where, "ADRS2": b.address[0],
            "LBASE2": building_notices.reference(b), "REFA": [building_notices.reference(b)], "STAT": ["propriété d’une personne privée"],
        }  # fmt: skip
    return {
        **common, "COM": [c.sorted_name], "WCOM": [c.name], "WADRS": b.address[1], "INSEE": [c.insee], "EDIF": b.name, "EMPL": t.kind.where, "ADRS": b.address[0],
        "REFA": [building_notices.reference(b)], "POP_COORDONNEES.lat": f"{b.latitude}", "POP_COORDONNEES.lon": f"{b.longitude}",
    }  # fmt: skip


def _situation(t: Thing, d: Dice) -> dict[str, Any]:
    year = d.randint(1968, 2009)
    if t.situation == "manquant":
        return {"MANQUANT": ["manquant"], "VOLS": f"Manquant au récolement de {year}."}
    if t.situation == "volé":
        return {"MANQUANT": ["volé"], "VOLS": f"Volé en {year} ; une description a été diffusée."}
    if t.situation == "retrouvé":
        return {
            "VOLS": f"Volé en {year}, retrouvé en {year + d.randint(1, 9)} et rendu à la commune."
        }
    return {}


def _description(t: Thing, d: Dice) -> str:
    gender = t.kind.gender
    e = "e" if gender == "f" else ""
    first = {
        "vessel": (
            "Le pied, de plan circulaire, porte une frise de feuilles d’eau ; le nœud est orné de cabochons.",
            f"La surface, en {t.kind.matter[0].split(' :')[0]}, est gravée de rinceaux affrontés entre deux filets.",
            "Le décor, repoussé puis ciselé, alterne godrons et palmettes.",
        ),
        "window": (
            "Les pièces de verre bleu et rouge, serties de plomb, dessinent une suite de médaillons.",
            "Le réseau de pierre commande la composition ; les verres les plus anciens occupent le haut.",
            "Les tons clairs laissent passer une lumière égale.",
        ),
        "furniture": (
            "Le bâti, assemblé à tenons et mortaises, est mouluré ; les panneaux portent un décor de losanges.",
            "La façade, rythmée de pilastres, se termine par une corniche en forte saillie.",
            "Les ferrures sont d’origine.",
        ),
        "textile": (
            "Le fond, semé de fleurs, est animé de petits animaux.",
            "Le décor se répète à l’identique, en quinconce.",
            "La bordure, étroite, court sur les quatre côtés.",
        ),
        "carved": (
            "Le relief, peu saillant, est cerné d’un cadre mouluré.",
            "Des traces de polychromie subsistent dans les creux.",
            "La taille, franche, laisse voir l’outil.",
        ),
    }.get(
        t.kind.family,
        (
            "La composition est équilibrée de part et d’autre d’un axe.",
            "Le fond, uni, met en valeur le motif principal.",
            "L’exécution est soignée dans les parties basses.",
        ),
    )
    second = (
        f"L’ensemble mesure un peu plus de {in_letters(d.randint(2, 9))} pieds de haut.",
        "Une réparation ancienne est visible au revers.",
        f"L’œuvre a été démonté{'e'} puis remonté{'e'} lors de la restauration de {d.randint(1962, 2014)}.",
        f"{'Elle' if e else 'Il'} est posé{e} sur un socle plus récent.",
    )
    return f"{d.choice(first)} {d.choice(second)}"


def _history(t: Thing, d: Dice, author: people.Person | None) -> str:
    by = f" à {author.name}" if author else " à un atelier de la région"
    e = "e" if t.kind.gender == "f" else ""
    pronoun = "Elle" if e else "Il"
    return " ".join(
        (
            d.choice(
                (
                    f"Commandé{e}{by} en {t.year} par la fabrique, pour la somme de {d.randint(2, 60) * 10} livres.",
                    f"Les comptes de {t.year} mentionnent un paiement fait{by}.",
                    f"Le style et la facture situent l’œuvre vers {t.year} ; elle peut être attribuée{by}.",
                    f"Donné{e} en {t.year} par la confrérie des {d.choice(('gabariers', 'tanneurs', 'drapiers', 'vignerons'))}.",
                )
            ),
            d.choice(
                (
                    f"{pronoun} figure dans l’inventaire dressé en {d.randint(1790, 1794) if t.year < 1790 else d.randint(1905, 1906) if t.year < 1904 else 1988}.",
                    f"{pronoun} a été restauré{e} en {d.randint(1955, 2017)}.",
                    f"{pronoun} a figuré à l’exposition des trésors de l’île en {d.randint(1958, 2012)}.",
                    "Sa provenance exacte reste à préciser.",
                )
            ),
        )
    )
