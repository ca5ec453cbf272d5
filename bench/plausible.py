"""Any number of plausible notices of Mérimée: seeded, skewed, French-like, invented."""

import csv
import random
from pathlib import Path

KINDS = ("église", "chapelle", "château", "maison", "moulin", "ferme", "pont", "fontaine")
NAMES = ("Saint-Aubran", "Notre-Dame-des-Orges", "des Valserins", "de la Combe", "du Haut-Mercy")
TOWNS = ("Valserine", "Montclar-sur-Orne", "Les Hautes-Rives", "Aubrac-le-Vieux", "Mercy-la-Rive")
WORDS = [
    "nef",
    "couverte",
    "d’une",
    "voûte",
    "en",
    "berceau",
    "chœur",
    "à",
    "chevet",
    "plat",
    "façade",
    "remaniée",
    "élévation",
    "ordonnancée",
    "portail",
    "en",
    "plein",
    "cintre",
    "pierre",
    "de",
    "taille",
    "moellon",
    "enduit",
    "toiture",
    "à",
    "longs",
    "pans",
    "tuile",
    "creuse",
    "ardoise",
    "clocher",
    "carré",
    "flèche",
    "baies",
    "en",
    "arc",
    "brisé",
    "décor",
    "sculpté",
    "chapiteaux",
    "feuillages",
]
CENTURIES = (11, 12, 12, 13, 13, 14, 15, 15, 16, 16, 17, 17, 18, 18, 18, 19, 19, 19, 20)
HEADER = ("REF", "DPT", "COM", "INSEE", "TICO", "DENO", "ADRS", "STAT", "DPRO", "PPRO", "SCLE",
          "AUTR", "HIST", "DESC")  # fmt: skip


def write_merimee(path: Path, count: int, seed: int = 1) -> None:
    """Write `count` notices in the ministry's own shape (« | », no quotes)."""
    draw = random.Random(seed)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="|", quoting=csv.QUOTE_NONE, quotechar=None)
        writer.writerow(HEADER)
        for number in range(count):
            writer.writerow(_notice(number, draw))


def _notice(number: int, draw: random.Random) -> tuple[str, ...]:
    kind = KINDS[min(int(draw.expovariate(0.6)), len(KINDS) - 1)]
    town = f"{draw.choice(TOWNS)}-{min(int(draw.expovariate(0.002)), 5000)}"
    year = draw.randint(1862, 2020)
    centuries = " ; ".join(f"{c}e siècle" for c in draw.sample(CENTURIES, draw.randint(1, 3)))
    text = " ".join(draw.choices(WORDS, k=draw.randint(20, 160)))
    return (
        f"PA{number:08d}",
        "00",
        town,
        f"00{number % 1000:03d}",
        f"{kind.capitalize()} {draw.choice(NAMES)}",
        kind,
        f"{draw.randint(1, 80)} rue de {draw.choice(TOWNS)}",
        draw.choice(("propriété de la commune", "propriété d’une personne privée")),
        f"{year}/{draw.randint(1, 12):02d}/{draw.randint(1, 28):02d} : inscrit MH",
        f"{kind.capitalize()} en totalité : inscription par arrêté de {year}",
        centuries,
        f"Lestrange-{draw.randint(1, 4000)} Adèle (architecte)" if draw.random() < 0.4 else "",
        text,
        " ".join(draw.choices(WORDS, k=30)),
    )
