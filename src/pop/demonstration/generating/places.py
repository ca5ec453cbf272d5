"""The island of Valserre: four départements whose numbers do not exist, their communes, where
they are: in the open Atlantic, far from any French land, so that no point can be taken for real."""

from dataclasses import dataclass
from functools import cache

from pop.demonstration.generating.chance import Dice, dice
from pop.places import imagined
from pop.places.bounds import Bounds
from pop.places.communes import Commune as KnownCommune
from pop.places.departements import Departement as KnownDepartement
from pop.places.departements import Region

REGION = "Haute-Valserre"
NORTH, WEST, SOUTH, EAST = 46.35, -8.1, 45.25, -6.5
"""The island, in degrees: some 120 km across, four hundred kilometres west of the coast."""


@dataclass(frozen=True, slots=True)
class Departement:
    """A département of the island. Its number is one that France does not give."""

    code: str
    name: str


DEPARTEMENTS = (
    Departement("9A", "Valserre"),
    Departement("9B", "Outre-Vent"),
    Departement("9C", "Basse-Ombre"),
    Departement("9D", "Isles-d’Ambre"),
)
_NAMES = {
    "9A": (
        "Montclar-sur-Valsère", "Valmorne", "Castelvalsère", "Saint-Aubran", "Bourg-Valserre", "Clarveleil",
        "Contrevières", "Ombrevanges-le-Haut", "Montaray-sur-Valsère", "Combrelard-sur-Valsère", "Arvandeil-en-Valserre",
        "Les Hautes-Valsères", "La Roche-Aubran", "Le Clos-Valserre", "Murelac", "Dorvaleil", "Varenzières",
        "Rivarolence-en-Valserre", "Quinceveil-sur-Valsère", "Corvancilhac-sur-Valsère", "Launoray", "Sainte-Valène",
        "Noirveuil-en-Valserre", "Vernazain-en-Valserre", "Bellorines-le-Vieux", "Marvialigny-le-Haut", "Gravelmont",
        "Saint-Tarsis", "Pervalmont", "Chantorence",
    ),
    "9B": (
        "Port-Ambrine", "Fort-Melaire", "Saint-Melaire-des-Grèves", "La Grève-Noire-en-Valserre", "Escalges-du-Phare",
        "Beauvorelles", "Ferrolges-du-Phare", "Ambrelay-du-Phare", "Mauventard", "Salvandières-du-Phare", "Orcivalain-Bourg",
        "Clarveloux-du-Phare", "Pommevières", "Isservanges", "Turquelard", "Aubrancigny", "Brumelines-Bourg", "Roquevoux-Bourg",
        "Sorbevoux", "Ardonelles-les-Étangs", "Gravelard-les-Étangs", "Lestravmont", "Combrelay-les-Étangs", "Servalilles",
        "Sainte-Ambrine-des-Bois",
    ),
    "9C": (
        "Pont-Mourne", "Saint-Ourin-sur-Mourne", "Brumelilles-sur-Mourne", "Chantorac-sur-Mourne", "Combreligny-sur-Mourne",
        "Dorvaloux-sur-Mourne", "Isservges-sur-Mourne", "Marvialain-sur-Mourne", "Noirvain-sur-Mourne", "Quincevelles",
        "Tresclain-Bourg", "Mournilhac", "Ferrolence-l’Abbaye", "Salvandard-l’Abbaye", "Fontarcilles-les-Moulins",
        "Hauteroux-les-Moulins", "Lestravigny-les-Moulins", "Trescleuil-les-Moulins", "Montarcelles-la-Forêt",
        "Bellorines-la-Forêt", "Launorigny-la-Forêt", "Sauvrenoux-la-Forêt", "Corvancay-la-Forêt", "Saint-Ferrols",
        "Tarsinges", "Rivaroleuil-sur-Mourne", "Grisolcourt", "Ardoneuil",
    ),
    "9D": (
        "Villeneuve-d’Ambre", "Monts-d’Ambre", "Sainte-Orne-le-Haut", "Tarsineuil-sous-Ambre", "Escaloux-sous-Ambre",
        "Pervalières-sous-Ambre", "Rivarolac-sous-Ambre", "Varenzon-sous-Ambre", "Corvanceuil-sous-Ambre", "Arvandilhac-sur-Ombrelle",
        "Contrevain-sur-Ombrelle", "Ferroligny-sur-Ombrelle", "Murelières-sur-Ombrelle", "Noirvoux-sur-Ombrelle", "Sauvreneuil-sur-Ombrelle",
        "Beauvorines", "Grisolières-le-Vieux", "Servalges-le-Vieux", "Valmorières-le-Vieux", "Pommevilhac-le-Vieux", "Vaurinanges",
        "Chantoron-le-Haut", "Roquevard-le-Haut", "Sauvrenilhac", "Montareuil", "Arvandanges",
    ),
}  # fmt: skip
RIVERS = {"9A": "la Valsère", "9B": "le Tarsin", "9C": "la Mourne", "9D": "l’Ombrelle"}
LANDS = {"9A": ("pays de Valserre", "haute vallée"), "9B": ("côte du Ponant", "pays des Étangs"),
         "9C": ("bas pays de Mourne", "grande forêt"), "9D": ("monts d’Ambre", "plateau d’Ombrelle")}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune: its INSEE number, its département, its centre in degrees, its stone and roofs.

    `before`: a smaller commune that it took in, with the number that one had.
    """

    insee: str
    name: str
    departement: Departement
    latitude: float
    longitude: float
    stone: str
    roof: str
    canton: str
    before: tuple[str, str] | None = None

    @property
    def river(self) -> str:
        return RIVERS[self.departement.code]

    @property
    def sorted_name(self) -> str:
        """As lists write it: « Hautes-Valsères (Les) »."""
        for article in ("Les ", "Le ", "La "):
            if self.name.startswith(article):
                return f"{self.name[len(article) :]} ({article.strip()})"
        return self.name


_STONES = {"9A": ("calcaire", "tuffeau", "enduit"), "9B": ("granite", "enduit", "grès"),
           "9C": ("brique", "enduit", "enduit rose"), "9D": ("grès", "calcaire", "enduit rose")}  # fmt: skip
_ROOFS = {
    "9A": ("ardoise", "tuile plate"),
    "9B": ("ardoise", "zinc"),
    "9C": ("tuile", "tuile plate"),
    "9D": ("lauze", "tuile"),
}


@cache
def communes() -> tuple[Commune, ...]:
    """The hundred and nine communes; always the same, whatever the seed."""
    found = []
    d = dice(0, "communes")
    for departement in DEPARTEMENTS:
        code = departement.code
        south, west = _CORNERS[code]
        names = _NAMES[code]
        for rank, name in enumerate(names):
            row, column = divmod(rank, 6)
            latitude = south + 0.07 + row * 0.088 + d.uniform(-0.025, 0.025)
            longitude = west + 0.08 + column * 0.115 + d.uniform(-0.03, 0.03)
            before = None
            if rank % 11 == 7:
                before = (f"{code}{rank + 500}", f"{names[rank - 1].split('-')[0]}-la-Petite")
            found.append(
                Commune(
                    f"{code}{rank + 1:03d}",
                    name,
                    departement,
                    round(latitude, 5),
                    round(longitude, 5),
                    d.choice(_STONES[code]),
                    d.choice(_ROOFS[code]),
                    names[rank // 6 * 6].split("-sur-")[0],
                    before,
                )
            )
    return tuple(found)


_CORNERS = {"9A": (45.85, -7.9), "9B": (45.32, -8.05), "9C": (45.3, -7.25), "9D": (45.83, -7.15)}


def town(d: Dice) -> Commune:
    """A commune; the first of each département are larger, and come more often."""
    known = communes()
    return d.choices(
        known, [9 if int(c.insee[2:]) == 1 else 3 if int(c.insee[2:]) < 7 else 1 for c in known]
    )[0]


def imagine() -> None:
    """Tell the island to the room `places`, so that its notices have a place like others."""
    region = Region("9", REGION)
    for departement in DEPARTEMENTS:
        south, west = _CORNERS[departement.code]
        box = Bounds(south, west, south + 0.55, west + 0.8)
        told = KnownDepartement(departement.code, departement.name, region, region, (box,))
        of_today: list[tuple[str, KnownCommune, str | None]] = []
        for one in communes():
            if one.departement == departement:
                centre = (one.latitude, one.longitude)
                commune = KnownCommune(one.insee, one.name, centre)
                of_today.append((one.insee, commune, None))
                if one.before:
                    code, name = one.before
                    of_today.append((code, commune, name))
        imagined.imagine(told, of_today)


_STREETS = (
    "Grande-Rue", "rue de l’Église", "place du Marché", "rue des Tanneurs", "rue du Pont", "place de la Halle",
    "rue de la Fontaine", "quai des Gabares", "rue Haute", "rue Basse", "rue des Orfèvres", "chemin du Moulin",
    "rue du Four", "place Notre-Dame", "rue de la Poterne", "cours des Tilleuls", "rue du Puits-Vert",
    "rue des Trois-Maillets", "impasse du Colombier", "avenue de la Gare", "boulevard du Ponant",
)  # fmt: skip
LIEUX_DITS = (
    "la Haute-Borne", "le Champ-du-Puits", "les Quatre-Vents", "la Combe", "le Grand-Pré", "la Bruyère",
    "les Essarts", "le Moulin-Vieux", "la Croix-Rousse-Pierre", "Bel-Air", "la Garenne", "le Bois-Joli",
)  # fmt: skip


def address(d: Dice) -> tuple[str, str]:
    """(as lists write it: « Marché (place du) 12 », as one reads it: « 12 place du Marché »)."""
    street = d.choice(_STREETS)
    number = str(d.randint(1, 48)) if d.maybe(0.7) and not street.startswith("place") else ""
    read = f"{number} {street}".strip()
    if street == "Grande-Rue":
        return f"Grande-Rue {number}".strip(), read
    kind, rest = street.split(" ", 1)
    for article in ("de la ", "de l’", "du ", "des "):
        if rest.startswith(article):
            return f"{rest[len(article) :]} ({kind} {article.strip()}) {number}".strip(), read
    return f"{rest} ({kind}) {number}".strip(), read
