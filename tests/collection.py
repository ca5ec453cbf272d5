"""An invented collection: the Valserre and its neighbours, in the eight bases.

Accents, several authors, masked objects, datings of all kinds, coordinates, links. Nothing in it
is a real notice; some places are real, since communes and régions of today are worked out.
"""

from typing import Any

from tests.loading import load_rows

Row = dict[str, Any]

MERIMEE: list[Row] = [
    {"REF": "PA00990001", "TICO": "Abbatiale Notre-Dame-des-Orges", "DENO": ["église", "abbaye"],
     "DPT": ["10"], "COM": ["Aix-en-Othe"], "INSEE": ["10003"], "DPRO": "1862 : classé MH",
     "PROT": ["classé MH"], "AUTR": ["LESTRANGE Adèle (architecte)", "CARVIN Toussaint (maçon)"],
     "SCLE": ["12e siècle", "4e quart 13e siècle"], "REFO": ["PM00990001"],
     "HIST": "L’œuvre d'un maître ; la chapelle détruite en 1789.", "STAT": "propriété de l’État",
     "POP_COORDONNEES.lat": "48.23", "POP_COORDONNEES.lon": "3.73", "DMAJ": "2021-03-04"},
    {"REF": "PA00990002", "TICO": "Chapelle de l'Hôtel-Dieu", "DENO": ["chapelle"], "DPT": ["29"],
     "COM": ["Brest"], "INSEE": ["29019"], "SCLE": ["18e siècle"], "DATE": ["1742"],
     "DPRO": "1942/05/12 : inscrit MH", "PROT": ["inscrit MH"], "DMAJ": "2020-01-01",
     "POP_COORDONNEES.lat": "48.39", "POP_COORDONNEES.lon": "-4.48"},
    {"REF": "IA00990003", "TICO": "Moulin à eau de la Combe", "DENO": ["moulin à farine"],
     "DPT": ["00"], "COM": ["Sainte-Orne"], "SCLE": ["18e siècle"], "DATE": ["1642", "vers 1750"],
     "HIST": "Près de l’église d'Orne, un pont. " + "Le bief fut curé maintes fois. " * 5,
     "AUTR": ["D'ORMESSON J. (charpentier)"]},
    {"REF": "PA00990004", "TICO": "Églises rurales", "DENO": ["église"], "DPT": ["2A"],
     "COM": ["Ajaccio"], "INSEE": ["2A004"], "SCLE": ["19e siècle", "20e siècle"],
     "DPRO": "2001/02/03 : inscription par arrêté", "PROT": ["inscrit MH"]},
    {"REF": "IA00990005", "TICO": "Eau-Vive (lavoir)", "DENO": ["lavoir"], "DPT": ["29"],
     "COM": ["Quimper"], "INSEE": ["29232"], "SCLE": ["2e moitié 19e siècle"]},
    {"REF": "IA00990006", "TICO": "Élan (manoir d’)", "DENO": ["manoir"], "SCLE": ["16e siècle"],
     "DPT": ["08"], "COM": ["Élan"]},
    {"REF": "IA00990007", "TICO": "Été (maison d')", "DENO": ["maison"], "DATE": ["1889"]},
    {"REF": "IA00990008", "TICO": "Œuvre des sœurs", "DENO": ["couvent"], "SCLE": ["17e siècle"]},
    {"REF": "IA00990009", "TICO": "oeil-de-boeuf (villa)", "DENO": ["villa"],
     "SCLE": ["1er quart 20e siècle"], "DATE": ["1912"]},
    {"REF": "PA00990010", "TICO": "Menhir dit \"la Pierre-au-Coq\"", "DENO": ["menhir"],
     "SCLE": ["Néolithique"], "DPRO": "9999/99/99 : inscrit MH", "DPT": ["29"]},
    {"REF": "PA00990011", "TICO": "Oppidum du Mont-Gris", "DENO": ["oppidum"],
     "SCLE": ["1er siècle av. J.-C.", "1er siècle"], "DPT": ["10"]},
    {"REF": "PA00990012", "TICO": "Eglise Saint-Sylvain", "DENO": ["église"], "DPT": ["10"],
     "COM": ["Troyes"], "INSEE": ["10387"], "SCLE": ["XVIIe siècle"], "PROT": ["classé MH"],
     "DPRO": "1910/06/07 : classé MH ; 1912/01/01 : classé MH",
     "AUTR": ["lestrange adele (entrepreneur)"], "ADRS": "3 rue de la Houblonnière"},
    {"REF": "IA00990013", "TICO": "Pont des Orges", "DENO": ["pont"], "DATE": ["1846"],
     "HIST": "Pont suspendu (détruit) : « l'ouvrage » de M. [Quévert] {sic} ^ 50 % + 1.",
     "AUTR": ["QUÉVERT Luc (ingénieur)"], "DESC": "Deux piles.\nUne arche\tunique.",
     "DIMS": "h = 12 ; la = 40.5"},
    {"REF": "IA00990014", "TICO": "Ferme", "DENO": ["ferme"], "COM": ["Herbiers (Les)"],
     "DPT": ["85"], "INSEE": ["85109"], "SCLE": ["19e siècle"], "ETAG": ["2 vaisseaux"]},
    {"REF": "IA00990015", "TICO": "Ferme", "DENO": ["FERME"], "SCLE": ["3e quart 19e siècle"],
     "DPT": ["29"], "COM": ["Brest"], "INSEE": ["29019"]},
    {"REF": "IA00990016", "TICO": "Halle", "COLL": ["10 halles repérées"], "ETAG": ["10"]},
    {"REF": "IA00990017", "TICO": "Halle aux grains", "COLL": ["9 halles"], "ETAG": ["9"],
     "DENQ": "1999"},
]  # fmt: skip

PALISSY: list[Row] = [
    {"REF": "PM00990001", "TICO": "Calice dit « le Gobelet des moissonneurs »", "DENO": ["calice"],
     "DPT": ["10"], "COM": ["Aix-en-Othe"], "INSEE": ["10003"], "REFA": ["PA00990001"],
     "CATE": ["orfèvrerie"], "MATR": ["argent : doré", "émail"], "AUTR": ["VARASSE Odilon"],
     "SCLE": ["4e quart 13e siècle"], "DPRO": "1907/05/13 : classé au titre objet",
     "PROT": "classé au titre objet", "MANQUANT": ["Volé"], "INSC": ["ORA ET LABORA"]},
    {"REF": "PM00990002", "TICO": "Cloche dite « Marie-Orge »", "DENO": ["cloche"],
     "MATR": ["Bronze"], "SCLE": ["15e siècle"], "DATE": ["1468"], "DPT": ["10"],
     "DPRO": "1943/02/02 : classé au titre objet", "PROT": "classé au titre objet"},
    {"REF": "PM00990003", "TICO": "Statue : Vierge à l’Enfant", "DENO": ["statue"], "DPT": ["29"],
     "COM2": ["Caché-sur-Mer"], "ADRS2": "rue Dissimulée", "COM": ["Brest"], "INSEE": ["29019"],
     "EDIF": "château Dissimulé", "REFA": ["PA00990002"], "SCLE": ["17e siècle"],
     "POP_COORDONNEES.lat": "48.40", "POP_COORDONNEES.lon": "-4.49", "MATR": ["bois"]},
    {"REF": "IM00990004", "TITR": "Bannière des moissonneurs", "DENO": ["bannière"],
     "MATR": ["soie", "fil d'or"], "SCLE": ["18e siècle"], "NINV": "2003.0.6039 ; 1008"},
    {"REF": "IM00990005", "TICO": "Meule dormante", "DENO": ["meule"], "MATR": ["silex"],
     "REFA": ["IA00990003"]},
]  # fmt: skip

MUSEO: list[Row] = [
    {"REF": "M9901", "NOMOFF": "musée des Orges", "VILLE_M": "Brest", "DPT": "Finistère",
     "REGION": "Bretagne", "DOMPAL": ["Ethnologie", "Arts décoratifs"], "AN_CREAT": "1923",
     "POP_COORDONNEES.lat": "48.38", "POP_COORDONNEES.lon": "-4.49", "CATEG": "Musée de site",
     "PHOTO": "m9901.jpg"},
    {"REF": "M9902", "NOMOFF": "Musée du Moulin", "VILLE_M": "Sainte-Orne",
     "REFMER": ["IA00990003"], "HIST": "Fondé près du moulin."},
]  # fmt: skip

JOCONDE: list[Row] = [
    {"REF": "00990000001", "INV": "D.2024.1.1 ; 17", "TITR": "Moisson à Montclar",
     "AUTR": ["VARENCHON Odile", "Lestrange Adèle (atelier de)"], "DOMN": ["peinture"],
     "DENO": ["tableau"], "TECH": ["peinture à l'huile"], "PERI": ["2e moitié 17e siècle"],
     "MUSEO": "M9901", "IMG": ["a.jpg"], "STAT": ["propriété de la commune"],
     "DACQ": "1998", "DMAJ": "2022-06-07", "INSC": ["signé"]},
    {"REF": "00990000002", "INV": "RF 1972 23", "TITR": "Étude d’orge", "DENO": ["dessin"],
     "AUTR": ["VARENCHON Odile"], "DOMN": ["dessin"], "PERI": ["18e siècle"], "MUSEO": "M9901"},
    {"REF": "000PE990003", "TITR": "Les Gerbes", "DOMN": ["peinture"], "AUTR": ["anonyme"],
     "PERI": ["19e siècle (?)"], "EPOQ": ["gothique"]},
]  # fmt: skip

MEMOIRE: list[Row] = [
    {"REF": "AP99N00001", "LEG": "Vue de l'abbatiale", "EDIF": "abbatiale", "DPT": ["10"],
     "LBASE": ["PA00990001"], "IMG": "ap1.jpg", "AUTP": ["Nadaud, Félix"], "DATPV": "1912",
     "COM": ["Aix-en-Othe"], "INSEE": ["10003"], "TYPDOC": "Négatif noir et blanc",
     "TECHN": "Verre", "POP_ANCIENNE_REF": "APMH00990001", "DOM": ["Architecture"]},
    {"REF": "AP99N00002", "LEG": "Statue photographiée chez son propriétaire",
     "LBASE": ["PM00990003"], "AUTP": ["Nadaud, Félix"], "DATPV": "1930", "IMG": "ap2.jpg"},
    {"REF": "AP99N00003", "TICO": "Portrait d’actrice", "SERIE": ["Studio Valserre"],
     "MCPER": ["Blanche Dorval"], "DATPV": "vers 1950", "PAYS": ["France"]},
]  # fmt: skip

AUTOR: list[Row] = [
    {"REF": "AW99001", "NOM": "Lestrange", "PREN": "Adèle", "FONC": ["architecte"],
     "SCLE": ["17e siècle"], "DNAISS": "1612", "DMORT": "1671"},
    {"REF": "AW99002", "NOM": "Varenchon", "PREN": "Odile", "FONC": ["peintre"],
     "SCLE": ["17e siècle"], "BIO": "Elle peignit les moissons."},
    {"REF": "AW99003", "NOM": "Quévert", "PREN": "Luc", "FONC": ["ingénieur"], "DNAISS": "1801"},
]  # fmt: skip

MNR: list[Row] = [
    {"REF": "MNR99001", "INV": "MNR 99001", "TITR": "Moisson au crépuscule", "DOMN": ["peinture"],
     "AUTR": ["VARENCHON Odile"], "DENO": ["tableau"], "SCLE": ["17e siècle"],
     "TECH": ["huile sur toile"], "AFFE": "Musée du Louvre", "NUMS": "Mü 12/3"},
    {"REF": "OAR99002", "INV": "OAR 99002", "DENO": ["coupe"], "SCLE": ["18e siècle"]},
]  # fmt: skip

ENLUMINURES: list[Row] = [
    {"REF": "D-099001", "TITR": "Psautier des Orges", "SUJET": "David jouant de la harpe",
     "AUTR": "Maître des Orges", "DATE": "15e siècle", "TYPE": "manuscrit", "LOCA": "Troyes",
     "ETAB": "Bibliothèque municipale", "REFD": "ms. 0012", "VIDEO": ["d1.jpg"]},
    {"REF": "D-099002", "TITR": "Bible", "SUJET": "Création", "DATE": "12e siècle",
     "TYPE": "manuscrit"},
]  # fmt: skip

ROWS: dict[str, list[Row]] = {
    "merimee": MERIMEE, "palissy": PALISSY, "museo": MUSEO, "joconde": JOCONDE,
    "memoire": MEMOIRE, "autor": AUTOR, "mnr": MNR, "enluminures": ENLUMINURES,
}  # fmt: skip


def load() -> None:
    """All of it, indexed."""
    for base, rows in ROWS.items():
        load_rows(base, *rows, index=base == "enluminures")
