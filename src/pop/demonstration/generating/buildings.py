"""Buildings: what each is, where, since when, by whom; the same one whoever asks.

Their notices are in `building_notices.py`, their texts in `building_texts.py`.
"""

from dataclasses import dataclass
from functools import cache

from pop.demonstration.generating import people, places
from pop.demonstration.generating.chance import Dice, dice
from pop.demonstration.generating.french import of
from pop.demonstration.generating.people import Person
from pop.demonstration.generating.places import Commune

SAINTS = (
    ("Saint", "Aubran"), ("Saint", "Melaire"), ("Saint", "Tarsis"), ("Saint", "Ourin"), ("Saint", "Ferrols"),
    ("Sainte", "Orne"), ("Sainte", "Valène"), ("Sainte", "Ambrine"),
)  # fmt: skip
VOCABLES = (
    *(f"{kind}-{name}" for kind, name in SAINTS),
    "Notre-Dame",
    "Notre-Dame-des-Grèves",
    "Notre-Dame-de-l’Orée",
    "la Trinité-des-Vents",
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of building: `drawn` are the ways to draw it, `years` when it is built."""

    noun: str
    gender: str
    term: str
    drawn: tuple[str, ...]
    years: tuple[int, int]
    weight: float
    trade: str
    sacred: bool = False
    stone: str = ""
    parts: tuple[str, ...] = ()
    domain: str = "architecture domestique"


KINDS = (
    Kind("église paroissiale", "f", "église paroissiale", ("église", "église de flanc"), (1090, 1880), 14, "maître maçon", True, parts=("clocher", "chœur", "sacristie", "cimetière"), domain="architecture religieuse"),
    Kind("abbaye", "f", "abbaye", ("abbatiale",), (1120, 1520), 2, "maître maçon", True, parts=("cloître", "salle capitulaire", "réfectoire", "colombier"), domain="architecture religieuse"),
    Kind("chapelle", "f", "chapelle", ("chapelle",), (1150, 1890), 9, "maître maçon", True, parts=("enclos", "fontaine"), domain="architecture religieuse"),
    Kind("église paroissiale", "f", "église paroissiale", ("église moderne",), (1951, 1972), 1.5, "architecte", True, "béton", ("clocher",), "architecture religieuse"),
    Kind("croix de chemin", "f", "croix de chemin", ("croix",), (1500, 1890), 6, "sculpteur", domain="architecture religieuse"),
    Kind("château", "m", "château", ("château",), (1480, 1880), 7, "architecte", parts=("parc", "communs", "orangerie", "colombier", "escalier")),
    Kind("château fort", "m", "château fort", ("donjon",), (1180, 1420), 3, "maître maçon", parts=("donjon", "enceinte", "basse-cour"), domain="architecture militaire"),
    Kind("manoir", "m", "manoir", ("manoir",), (1450, 1690), 6, "maître maçon", parts=("logis", "grange", "puits")),
    Kind("maison", "f", "maison", ("maison à pans de bois",), (1440, 1640), 10, "maître maçon", parts=("cave", "cour")),
    Kind("maison", "f", "maison", ("rue",), (1660, 1890), 9, "maître maçon", stone="enduit"),
    Kind("hôtel de ville", "m", "hôtel de ville", ("palais",), (1720, 1905), 4, "architecte", parts=("salle du conseil", "escalier d’honneur"), domain="architecture de l’administration"),
    Kind("théâtre", "m", "théâtre", ("palais",), (1780, 1910), 2, "architecte", parts=("foyer", "scène"), domain="architecture de culture recherche sport ou loisir"),
    Kind("halle", "f", "halle", ("halle",), (1420, 1820), 4, "maître maçon", domain="architecture commerciale"),
    Kind("moulin à vent", "m", "moulin à vent", ("moulin à vent",), (1600, 1850), 3, "maître maçon", parts=("maison de meunier",), domain="architecture agricole"),
    Kind("moulin à farine", "m", "moulin", ("moulin à eau",), (1580, 1880), 4, "maître maçon", parts=("bief", "roue hydraulique"), domain="architecture agricole"),
    Kind("phare", "m", "phare", ("phare",), (1780, 1935), 2, "ingénieur", parts=("lanterne", "logement de gardien"), domain="génie civil"),
    Kind("porte de ville", "f", "porte de ville", ("porte de ville",), (1260, 1560), 3, "maître maçon", domain="architecture militaire"),
    Kind("gare", "f", "gare", ("gare",), (1855, 1932), 3, "architecte", parts=("halle à marchandises", "abri de quai"), domain="génie civil"),
    Kind("filature", "f", "usine", ("usine",), (1835, 1925), 4, "ingénieur", stone="brique", parts=("atelier de fabrication", "cheminée", "logement de contremaître"), domain="architecture industrielle"),
    Kind("ferme", "f", "ferme", ("ferme",), (1680, 1900), 8, "maître maçon", parts=("grange", "four à pain", "puits"), domain="architecture agricole"),
    Kind("colombier", "m", "colombier", ("colombier",), (1480, 1760), 3, "maître maçon", domain="architecture agricole"),
    Kind("lavoir", "m", "lavoir", ("lavoir",), (1790, 1905), 5, "architecte", domain="génie civil"),
    Kind("fontaine", "f", "fontaine", ("fontaine",), (1560, 1890), 4, "sculpteur", domain="génie civil"),
    Kind("immeuble", "m", "immeuble", ("immeuble",), (1952, 1978), 3, "architecte", stone="béton"),
    Kind("villa", "f", "villa", ("villa",), (1924, 1939), 3, "architecte", stone="enduit", parts=("jardin", "garage")),
    Kind("jardin d’agrément", "m", "jardin d’agrément", ("jardin",), (1640, 1990), 3, "architecte-paysagiste", parts=("bassin", "orangerie"), domain="architecture de jardin"),
)  # fmt: skip
_NAMED = {
    "château": ("château {de}", "château de la Combe", "château des Essarts", "Château-Vieux", "château du Clos"),
    "château fort": ("château fort {de}", "tour de Guet", "vieux château {de}"),
    "manoir": ("manoir de la Bruyère", "manoir du Grand-Pré", "manoir de la Haute-Borne", "manoir des Essarts", "manoir {de}"),
    "moulin à vent": ("moulin des Quatre-Vents", "moulin de la Butte", "moulin Saroy", "moulin de Bel-Air"),
    "moulin à farine": ("moulin du Pont", "Moulin-Neuf", "moulin des Gabares", "moulin {de}"),
    "filature": ("filature Varenchon", "filature du Ponant", "filature Ambrelin et fils", "filature de la Combe"),
    "ferme": ("ferme de la Garenne", "ferme du Champ-du-Puits", "ferme des Essarts", "ferme du Bois-Joli", "ferme de la Combe"),
    "villa": ("villa Les Embruns", "villa Aubépine", "villa Le Ponant", "villa Marvialet", "villa Bel-Horizon"),
    "maison": ("maison dite des Tanneurs", "maison dite du Drapier", "maison", "maison dite des Trois-Maillets", "maison", "maison dite de l’Apothicaire", "maison"),
    "immeuble": ("immeuble Le Grand-Large", "immeuble Les Tilleuls", "résidence du Ponant", "cité des Étangs"),
    "jardin d’agrément": ("jardin du Clos", "parc des Tilleuls", "jardin de l’Évêché", "jardin {de}"),
    "fontaine": ("fontaine des Quatre-Dauphins", "Grande-Fontaine", "fontaine Sainte-Valène", "fontaine publique"),
    "lavoir": ("lavoir communal", "lavoir du Puits-Vert", "lavoir de la Combe"),
    "porte de ville": ("porte du Ponant", "porte Haute", "porte des Gabares", "porte de Mourne"),
    "théâtre": ("théâtre municipal", "théâtre de la Redoute"),
    "phare": ("phare {de}", "phare de la Pointe-Noire", "feu du Ponant"),
    "croix de chemin": ("croix de la Haute-Borne", "croix des Essarts", "croix de chemin", "croix du Cimetière-Vieux"),
    "colombier": ("colombier de la Garenne", "colombier", "colombier du Clos"),
    "halle": ("halle aux Grains", "halle", "vieille halle"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Building:
    """One building, and all that its notices, photographs and objects have to agree on."""

    rank: int
    kind: Kind
    name: str
    commune: Commune
    address: tuple[str, str]
    lieu_dit: str
    year: int
    second: int | None
    author: Person | None
    restorer: Person | None
    stone: str
    roof: str
    latitude: float
    longitude: float
    parts: tuple[str, ...]

    @property
    def drawn(self) -> str:
        return self.kind.drawn[self.rank % len(self.kind.drawn)]

    @property
    def is_sacred(self) -> bool:
        return self.kind.sacred


@cache
def building(seed: int, rank: int) -> Building:
    """The building of that rank."""
    d = dice(seed, "building", rank)
    # The first ones show every kind, then chance decides.
    kind = KINDS[rank] if rank < len(KINDS) else d.weighted([(k, k.weight) for k in KINDS])
    commune = places.communes()[(rank * 7) % 109] if rank < 40 else places.town(d)
    year = d.randint(*kind.years)
    second = d.randint(year + 40, 1920) if year < 1860 and d.maybe(0.6) else None
    author = people.maker(seed, d, kind.trade, year) if year > 1500 and d.maybe(0.5) else None
    restorer = people.maker(seed, d, "architecte", second) if second and second > 1820 else None
    spread = 0.02
    return Building(
        rank, kind, _name(kind, commune, d), commune, places.address(d),
        d.choice(places.LIEUX_DITS) if d.maybe(0.4) else "", year, second, author, restorer,
        kind.stone or (commune.stone if not (kind.noun == "maison" and kind.drawn[0] != "rue") else "enduit"), commune.roof,
        round(commune.latitude + d.uniform(-spread, spread), 6), round(commune.longitude + d.uniform(-spread, spread), 6),
        tuple(d.some(kind.parts, 0, 2)) if d.maybe(0.34) else (),
    )  # fmt: skip


def _name(kind: Kind, commune: Commune, d: Dice) -> str:
    if kind.sacred:
        vocable = d.choice(VOCABLES)
        if kind.noun == "abbaye":
            return f"abbaye {vocable}" if not vocable.startswith("la ") else f"abbaye de {vocable}"
        noun = "église" if kind.noun.startswith("église") else kind.noun
        return f"{noun} {vocable}" if not vocable.startswith("la ") else f"{noun} de {vocable}"
    forms = _NAMED.get(kind.noun, (kind.noun,))
    return d.choice(forms).replace("{de}", of(commune.name))
