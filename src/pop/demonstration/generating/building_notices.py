"""Notices of Mérimée: protected buildings, those of the Inventaire with their parts, labels."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from pop.demonstration.generating import dates, people, places, protections
from pop.demonstration.generating.building_texts import description, history
from pop.demonstration.generating.buildings import Building, building
from pop.demonstration.generating.chance import Dice, dice
from pop.demonstration.generating.entries import Entry
from pop.demonstration.generating.french import capital, of_the, the

SHARE = 0.16
_LABELS = ("EA", "ACR", "MI", "JAR", "SPR", "DN", "SJDP", "ZZ")
_WALLS = {
    "calcaire": ["calcaire", "pierre de taille"], "tuffeau": ["tuffeau", "moyen appareil"], "granite": ["granite", "moellon"],
    "grès": ["grès", "pierre de taille"], "brique": ["brique", "appareil mixte"], "enduit": ["moellon", "enduit"],
    "enduit rose": ["moellon", "enduit partiel"], "béton": ["béton armé"],
}  # fmt: skip
_ROOFS = {
    "ardoise": ["ardoise"],
    "tuile": ["tuile creuse"],
    "tuile plate": ["tuile plate"],
    "lauze": ["lauze"],
    "zinc": ["zinc en couverture"],
    "chaume": ["végétal en couverture"],
}


def prefix(b: Building) -> str:
    """By whom it is described: PA (Monuments historiques), IA (Inventaire), or another."""
    if b.rank % 23 == 5:
        return _LABELS[b.rank // 23 % len(_LABELS)]
    return "IA" if b.rank % 5 in (1, 3) else "PA"


def reference(b: Building) -> str:
    """Ten characters, with the département in the place of those that exist: PA9A000012."""
    begins = f"{prefix(b)}{b.commune.departement.code}"
    return begins + str(b.rank + 1).zfill(10 - len(begins))


def part_reference(b: Building, rank: int) -> str:
    return f"IA{b.commune.departement.code}{500_000 + b.rank * 4 + rank:06d}"


def place(b: Building, d: Dice) -> dict[str, Any]:
    """Where it is, in the fields that Mérimée and Palissy share."""
    c = b.commune
    insee = c.insee
    com = c.sorted_name
    if c.before and b.rank % 4 == 0:
        insee, com = c.before
    values: dict[str, Any] = {
        "REG": [places.REGION], "DPT": [c.departement.code], "DPT_LETTRE": [c.departement.name], "COM": [com], "INSEE": [insee],
        "ADRS": b.address[0], "CANT": c.canton,
        "POP_COORDONNEES.lat": f"{b.latitude}", "POP_COORDONNEES.lon": f"{b.longitude}",
    }  # fmt: skip
    values["WCOM"] = [c.name if com == c.sorted_name else com]
    values["WADRS"] = b.address[1]
    if b.lieu_dit:
        values["LIEU"] = b.lieu_dit
    if d.maybe(0.12):
        values["PLOC"] = d.choice(
            (
                "à l’ouest du bourg",
                "au confluent des deux rivières",
                "en limite de commune",
                "sur la crête",
                "face au port",
            )
        )
    return values


@cache
def count(seed: int, size: int) -> int:
    """How many buildings make that share of the collection, their parts counted."""
    wanted, rank, notices = size * SHARE, 0, 0
    while notices < wanted:
        notices += 1 + len(building(seed, rank).parts)
        rank += 1
    return rank


def entries(seed: int, size: int) -> Iterator[Entry]:
    for rank in range(count(seed, size)):
        b = building(seed, rank)
        yield _main(seed, b)
        for number, part in enumerate(b.parts):
            yield _part(seed, b, number, part)


def title(b: Building, whose: str) -> str:
    """As the Monuments historiques write it, with a capital; as the Inventaire does, without."""
    name = b.name
    if whose == "IA" and b.is_sacred:
        return name.replace("église ", f"{b.kind.noun} ", 1)
    return capital(name)


def _main(seed: int, b: Building) -> Entry:
    d = dice(seed, "merimee", b.rank)
    whose = prefix(b)
    noun = b.kind.noun.split(" ")[0]
    values: dict[str, Any] = {
        "TICO": title(b, whose), "DENO": [b.kind.term], "DOMN": [b.kind.domain], **place(b, d),
        "SCLE": [dates.part(b.year, d)], "HIST": history(b, d), "DESC": description(b, d),
        "COPY": [f"© {'Monuments historiques' if whose == 'PA' else 'Inventaire général'}, {d.randint(1994, 2018)}. Notice inventée"],
        "ETUD": [d.choice(("recensement immeubles MH", "enquête thématique régionale (patrimoine rural)", "inventaire topographique"))],
        "DOSS": d.choice(("dossier individuel", "dossier individuel", "dossier avec sous-dossier", "dossier collectif")),
        "CONTACT": "demonstration@pop.example", **dates.life(d, b.rank),
    }  # fmt: skip
    if b.is_sacred:
        values["VOCA"] = b.name.split(" ", 1)[1].removeprefix("de ")
        values["GENR"] = (
            [d.choice(("de chanoines", "de bénédictins", "de confrérie"))]
            if b.kind.noun == "abbaye"
            else []
        )
    if b.second:
        values["SCLD"] = [dates.part(b.second, d)]
    if d.maybe(0.6):
        values["DATE"] = [dates.about(b.year, d)]
        values["JDAT"] = [
            d.choice(
                (
                    "daté par source",
                    "porte la date",
                    "daté par travaux historiques",
                    "daté par dendrochronologie",
                )
            )
        ]
    if b.author:
        values["AUTR"] = [f"{b.author.sorted_name} ({b.author.trade_said})"]
        values["JATT"] = [
            d.choice(("attribution par source", "signature", "attribution par tradition orale"))
        ]
    if b.restorer:
        values.setdefault("AUTR", []).append(f"{b.restorer.sorted_name} ({b.restorer.trade_said})")
    if d.maybe(0.3) and b.year < 1850:
        values["PERS"] = [f"{people.family(d)} (commanditaire)"]
    if b.kind.noun != "jardin d’agrément":
        values["MURS"] = _WALLS[b.stone]
        values["TOIT"] = _ROOFS[b.roof]
    parcel = f"{d.choice('ABCDE')} {d.randint(4, 890)}"
    values["CADA"] = [f"{d.choice((1834, 1983, 1998, 2012))} {parcel}"]
    if whose == "PA":
        extent = d.choice(
            (
                f"les façades et toitures {of_the(noun, b.kind.gender)}",
                "le portail et son décor sculpté",
                "l’escalier intérieur avec sa rampe",
                f"la partie ancienne {of_the(noun, b.kind.gender)}",
            )
        )
        # Each state is met among the first, then as often as it is in life.
        state = (
            protections.STATES[b.rank // 5 % 6]
            if b.rank < 60
            else d.weighted(tuple(zip(protections.STATES, (80, 9, 2, 2, 2, 5), strict=True)))
        )
        if b.rank % 97 != 40:
            values |= protections.of_building(
                d, state, the(noun, b.kind.gender), extent, parcel, b.year
            )
        values["STAT"] = d.choice(
            (
                "propriété de la commune",
                "propriété d’une personne privée",
                "propriété de l’État",
                "propriété d’une société privée",
                "propriété du département",
            )
        )
        values["DENQ"] = str(d.randint(1993, 2019))
    elif whose == "IA":
        values |= _studied(b, d)
    else:
        values |= _labelled(b, d, whose)
    if len(b.parts) > 0:
        values["REFP"] = [part_reference(b, k) for k in range(len(b.parts))]
        values["PART"] = list(b.parts)
    return Entry("merimee", reference(b), values)


def _studied(b: Building, d: Dice) -> dict[str, Any]:
    """What the Inventaire describes more finely."""
    return {
        "AIRE": d.choice(("Vallée de la Valsère", "Côte du Ponant", "Monts d’Ambre")), "IMPL": [d.choice(("en village", "en écart", "isolé", "en ville"))],
        "HYDR": b.commune.river.removeprefix("la ").removeprefix("le ").removeprefix("l’").capitalize() if d.maybe(0.3) else "",
        "PLAN": d.choice(("plan allongé", "plan massé", "plan rectangulaire régulier", "plan en croix latine")),
        "ETAG": [d.choice(("1 étage carré", "2 étages carrés", "en rez-de-chaussée", "1 vaisseau", "3 vaisseaux"))],
        "VOUT": [d.choice(("voûte d’ogives", "voûte en berceau", "charpente en bois apparente", "voûte d’arêtes"))],
        "ELEV": [d.choice(("élévation à travées", "élévation ordonnancée", "élévation ordonnancée sans travées"))],
        "COUV": [d.choice(("toit à longs pans", "croupe", "flèche polygonale", "pignon couvert"))],
        "ESCA": [d.choice(("escalier dans-œuvre", "escalier hors-œuvre", "escalier en vis"))],
        "COLL": [f"{d.randint(4, 380)} repérées", f"{d.randint(1, 40)} étudiées"] if b.rank % 9 == 1 else [],
        "ETAT": [d.choice(("bon état", "restauré", "mauvais état", "vestiges", "état moyen"))],
        "TECH": d.some(("sculpture", "peinture", "vitrail", "menuiserie", "céramique", "ferronnerie"), 0, 2),
        "REPR": d.choice(("", "", "ordre toscan", "rinceau", "pilastre", "écu")),
        "NOMS": [people.writer(d)], "DBOR": str(d.randint(1994, 2018)), "INTE": ["à signaler"] if d.maybe(0.1) else [],
        "DOSADRS": "Haute-Valserre, service de l’inventaire du patrimoine, 1 quai des Gabares, Montclar-sur-Valsère",
        "DOSURL": f"https://inventaire.haute-valserre.example/dossier/IA{b.rank + 1:06d}", "STAT": d.choice(("propriété privée", "propriété publique")),
    }  # fmt: skip


def _labelled(b: Building, d: Dice, whose: str) -> dict[str, Any]:
    if whose in ("EA", "ZZ"):
        return {
            "STAT": "propriété de l’État",
            "AFFE": "ministère (démonstration)",
            "PSTA": "dépendance d’un service",
        }
    day = dates.day(d, 2001, 2019)
    if whose in ("SPR", "DN"):
        kind = "site patrimonial remarquable" if whose == "SPR" else "domaine national"
        return {"PROT": [kind], "DPRO": f"{day} : créé", "SITE": kind}
    names = {
        "ACR": "label Architecture contemporaine remarquable",
        "MI": "label Maison des illustres",
        "JAR": "label Jardin remarquable",
        "SJDP": "",
    }
    return {
        "DLAB": f"{day} : {names[whose]}" if names[whose] else day,
        "OBS": "Label donné pour la démonstration.",
    }


def _part(seed: int, b: Building, number: int, part: str) -> Entry:
    d = dice(seed, "merimee part", b.rank, number)
    year = (b.second or b.year) if d.maybe(0.5) else b.year
    whole = (
        of_the(b.kind.noun.split(" ")[0], b.kind.gender)
        if not b.name[0].isupper()
        else "de l’ensemble"
    )
    return Entry(
        "merimee", part_reference(b, number),
        {
            "TICO": f"{part} {of_name(b)}", "DENO": [part.split(" ")[0]], "PDEN": part if " " in part else "", "DOMN": [b.kind.domain],
            **place(b, d), "EDIF": b.name, "REFE": [reference(b)], "SCLE": [dates.part(year, d)],
            "HIST": d.choice((
                f"Cette partie {whole} est contemporaine du reste ; elle n’a reçu que des reprises d’entretien.",
                f"Mentionnée dans un état des lieux de {max(year + 20, 1540)}, cette partie {whole} a gardé sa distribution.",
                f"Un devis de {year + 2} décrit cette partie {whole} presque telle qu’on la voit.",
            )),
            "DESC": d.choice((
                "De plan rectangulaire, l’ouvrage est couvert d’un toit à deux pans.",
                "On y entre par une porte en plein cintre à clef saillante.",
                "Les maçonneries, en moellon, laissent voir deux états successifs.",
            )),
            "MURS": _WALLS[b.stone], "TOIT": _ROOFS[b.roof], "COPY": ["© Inventaire général. Notice inventée"],
            "ETUD": ["inventaire topographique"], "DOSS": "sous-dossier", "CONTACT": "demonstration@pop.example", **dates.life(d, b.rank + number),
        },
    )  # fmt: skip


def of_name(b: Building) -> str:
    """« de l’église Saint-Aubran », « du château fort », « de la villa Les Embruns »."""
    first = b.name.split(" ")[0]
    if first[:1].isupper():
        return f"({b.name})"
    return of_the(b.name, "m" if first in _MASCULINE else "f")


_MASCULINE = {
    "château",
    "vieux",
    "manoir",
    "moulin",
    "immeuble",
    "jardin",
    "parc",
    "lavoir",
    "théâtre",
    "phare",
    "feu",
    "colombier",
    "hôtel",
}
