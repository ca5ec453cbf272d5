"""The words of the crowd: invented, French-like, seeded, as unevenly used as real ones.

A few come back all the time, most hardly ever (Zipf): the first places are words of the trade,
written here; the tail is made of syllables. Nothing comes from real notices, but the names of
communes, which are those of the program.
"""

import random
from bisect import bisect
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

from pop.places import communes, departements

T = TypeVar("T")


class Skewed(Generic[T]):
    """Values drawn by Zipf's law: the n-th comes as often as 1 / (n + shift) ** power."""

    def __init__(self, values: Sequence[T], power: float = 1.0, shift: float = 1.0) -> None:
        self.values = values
        self._reached = list(
            accumulate(1.0 / (rank + shift) ** power for rank in range(len(values)))
        )
        self._total = self._reached[-1]

    def at(self, chance: float) -> T:
        """The value that a number between 0 and 1 falls upon."""
        return self.values[bisect(self._reached, chance * self._total)]


_HOLDING = """de la et le à du les en des un une par sur dans avec au est il pour qui son sa aux
d’une d’un ce cette sont plus sous ou entre ses ont été deux comme trois""".split()

_TRADE = """église château nef façade pierre chœur bâtiment décor étage toiture portail tour baie
voûte siècle chapelle élévation corps mur aile saint figure personnage vierge droite gauche fond
ange main tête buste drapé marbre bois bronze peinture toile huile dessin plume lavis encre papier
gravure estampe photographie négatif épreuve verre plaque vue intérieur extérieur ensemble détail
angle escalier rampe pilier colonne chapiteau arc arcade clocher flèche charpente comble ardoise
tuile brique moellon enduit taille maison ferme moulin pont fontaine jardin parc cour logis hôtel
usine atelier manoir abbaye prieuré couvent cloître cathédrale retable autel tableau statue calice
ciboire ostensoir croix chandelier cloche orgue buffet stalle chaire confessionnal vitrail verrière
bannière chasuble étole dentelle broderie soie velours laine lin coton faïence porcelaine céramique
émail ivoire argent vermeil cuivre étain fer fonte plomb noyer chêne tilleul sapin acajou ébène
portrait paysage scène bataille marine nature morte fleurs fruits animal cheval lion aigle serpent
oiseau poisson arbre feuille rinceau guirlande médaillon blason armoiries inscription signature
monogramme cachet marque poinçon date commande donateur évêque abbé roi reine empereur ministre
général soldat paysan bourgeois marchand architecte sculpteur peintre graveur orfèvre menuisier
ébéniste maçon charpentier verrier fondeur facteur restauration reconstruction agrandissement
destruction incendie vente saisie legs don achat dépôt collection inventaire catalogue exposition
salon musée bibliothèque archives manuscrit enluminure initiale bordure feuillet parchemin folio
psautier missel bréviaire livre heures évangile prophète apôtre martyr miracle annonciation nativité
adoration fuite baptême cène crucifixion résurrection ascension assomption couronnement jugement
enfer paradis vertu vice saison mois zodiaque lune soleil étoile mer rivière montagne forêt village
ville rue place quai port gare canal route mairie école hôpital théâtre halle marché lavoir phare
fort
remparts caserne cimetière tombeau stèle monument mort guerre tranchée ruines convoi camp""".split()

_STARTS = """b c d f g l m n p r s t v br cl cr dr fl gr pl pr tr ch qu j""".split()
_VOWELS = "a e i o u é è ai au eau ou oi eu an en in on".split()
_ENDS = """r s t l n x nt rd rt lle tte sse nne ge che re gne ine ière age eur eux ier ard ois
ault and ot et in on is ac ay y""".split()

GIVEN = """Adèle Albert Alphonse André Antoine Auguste Baptiste Benoît Camille Charles Claire
Claude Émile Étienne Eugène Félix Fernand François Gabriel Gaspard Georges Guillaume Gustave Henri
Hippolyte Honoré Jacques Jean Jeanne Joseph Jules Laurent Léon Louis Louise Lucien Marc Marie
Mathieu Michel Nicolas Noël Paul Philippe Pierre René Robert Simon Théodore Victor""".split()

PARTS = ("peintre", "sculpteur", "architecte", "maître de l’œuvre", "graveur", "photographe",
         "orfèvre", "dessinateur", "auteur du modèle", "éditeur", "verrier", "menuisier",
         "attribué", "d’après", "atelier")  # fmt: skip

_MATERIALS = """bois chêne noyer tilleul marbre calcaire grès granite bronze fer cuivre laiton étain
argent or vermeil plomb verre faïence porcelaine grès terre soie velours lin laine coton papier
carton toile parchemin vélin cuir ivoire os corne nacre émail plâtre stuc huile tempera aquarelle
gouache pastel encre mine fusain sanguine gélatine collodion""".split()
_WAYS = """taillé sculpté peint doré polychrome gravé fondu ciselé repoussé martelé tourné découpé
assemblé moulé émaillé brodé tissé imprimé lavé estampé incrusté plaqué verni patiné poli""".split()

DOMAINS = """peinture sculpture dessin estampe photographie céramique verrerie orfèvrerie mobilier
textile costume numismatique archéologie ethnologie armes instruments jouets imprimé
manuscrit vitrail horlogerie ferronnerie tapisserie médailles bijoux sciences industrie histoire
afrique océanie amérique asie égypte grèce rome gaule médiéval religion théâtre transport""".split()

_THINGS = """tableau statue retable calice vitrail verrière chandelier cloche bannière église
chapelle château maison ferme moulin pont fontaine croix hôtel manoir lavoir usine école mairie
abbaye couvent tombeau monument dessin estampe photographie portrait paysage assiette plat vase
coupe bouteille robe chapeau chaussure médaille monnaie épée fusil outil masque fauteuil table
armoire commode pendule tapisserie dentelle livre affiche carte plan maquette""".split()

CENTURIES = tuple(f"{n}e siècle" for n in (19, 18, 17, 20, 16, 15, 13, 12, 14, 11, 10, 2, 3, 6))
PORTIONS = ("1er quart ", "2e quart ", "3e quart ", "4e quart ", "1ère moitié ", "2e moitié ",
            "limite ", "milieu ", "fin ")  # fmt: skip


class Lexicon:
    """All there is to draw from, made once from a seed and shared by processes."""

    def __init__(self, seed: int = 1) -> None:
        draw = random.Random(f"lexicon {seed}")
        rare = _invented(draw, 300_000)
        function = list(_HOLDING)
        trade = list(_TRADE)
        draw.shuffle(trade)
        # The tail begins among the words of the trade, so that no step is seen in the law.
        known = [*trade[:150], *_mixed(trade[150:], rare[:1200], draw), *rare[1200:]]
        content = Skewed(known, 0.95, 8.0)
        holding = Skewed(function, 0.9)
        self.content = content
        self.rare = rare
        self.stream = _stream(draw, content, holding, 3_000_000)
        self.surnames = Skewed([word.capitalize() for word in rare[:60_000]], 0.7)
        self.authors = Skewed(_spelt(draw, self.surnames, 120_000), 0.85, 3.0)
        self.people = Skewed(_spelt(draw, self.surnames, 60_000), 0.6, 3.0)
        self.techniques = Skewed(_pairs(draw, _MATERIALS, _WAYS, 8000), 1.0, 1.0)
        self.denominations = Skewed(_pairs(draw, _THINGS, trade, 5000), 1.0, 1.0)
        self.subjects = Skewed(_pairs(draw, trade, trade, 15_000), 0.9, 5.0)
        self.domains = Skewed(DOMAINS, 0.8)
        self.centuries = Skewed(CENTURIES, 0.8)
        self.communes = Skewed(_communes(draw), 0.6, 10.0)
        self.museums = Skewed(_museums(draw, self.communes, trade, 1222), 0.9, 3.0)


def _invented(draw: random.Random, count: int) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < count:
        syllables = draw.choices((1, 2, 3), (1, 6, 4))[0]
        word = "".join(draw.choice(_STARTS) + draw.choice(_VOWELS) for _ in range(syllables))
        found[word + draw.choice(_ENDS)] = None
    return list(found)


def _mixed(some: list[str], others: list[str], draw: random.Random) -> list[str]:
    together = [*some, *others]
    draw.shuffle(together)
    return together


def _stream(
    draw: random.Random, content: Skewed[str], holding: Skewed[str], length: int
) -> list[str]:
    """A long text, any piece of which reads like a description; elided where French elides."""
    words = []
    chance = draw.random
    for _ in range(length):
        kind = chance()
        if kind < 0.42:
            words.append(holding.at(chance()))
            continue
        word = content.at(chance())
        if word[0] in "aeiouyéè" and kind < 0.75:
            word = ("l’", "d’", "l'", "d'")[int(chance() * 4)] + word
        if kind > 0.93:
            word += ","
        words.append(word)
    return words


def _spelt(draw: random.Random, surnames: Skewed[str], count: int) -> list[str]:
    """Names as producers spell them: one person has several spellings."""
    found: dict[str, None] = {}
    while len(found) < count:
        name, given = surnames.at(draw.random()), draw.choice(GIVEN)
        if draw.random() < 0.15:
            given += f"-{draw.choice(GIVEN)}"
        spellings = (f"{name} {given}", f"{name.upper()} {given}", f"{name}, {given}",
                     f"{name} {given[0]}.")  # fmt: skip
        found[spellings[min(int(draw.expovariate(1.2)), 3)]] = None
    return list(found)


def _pairs(
    draw: random.Random, first: Sequence[str], second: Sequence[str], count: int
) -> list[str]:
    """Terms of one word first, then of two to five, as in a vocabulary."""
    found = dict.fromkeys(first)
    while len(found) < count:
        more = min(int(draw.expovariate(0.7)) + 1, 4)
        found[" ".join([draw.choice(first), *draw.choices(second, k=more)])] = None
    return list(found)[:count]


Place = tuple[str, str, str, str, str, float, float]
"""INSEE, commune, number and name of the département, région, latitude, longitude."""


def _communes(draw: random.Random) -> list[Place]:
    known = communes.current()
    if known is None:
        raise SystemExit("The list of communes is missing: run `make setup`.")
    found = []
    for commune in known:
        departement = departements.of_insee(commune.code)
        if departement and departement.region:
            # The program knows no centre of communes: anywhere in the département will do.
            box = departement.boxes[0]
            point = draw.uniform(box.south, box.north), draw.uniform(box.west, box.east)
            found.append((commune.code, commune.name, departement.code, departement.name,
                          departement.region.name, *point))  # fmt: skip
    draw.shuffle(found)
    return found


Museum = tuple[str, str, Place]
"""Reference, name, place."""


def _museums(
    draw: random.Random, places: Skewed[Place], trade: Sequence[str], count: int
) -> list[Museum]:
    return [
        (
            f"M{number:04d}",
            f"musée {draw.choice(('municipal', 'd’art', 'd’histoire', 'de la', 'des'))} "
            f"{draw.choice(trade)} {draw.choice(GIVEN)}",
            places.at(draw.random()),
        )
        for number in range(1, count + 1)
    ]


def several(
    draw: Callable[[], float], pool: Skewed[str], most: int, none: float = 0.0
) -> list[str]:
    """None, one or a few distinct values of a pool, one most of the time."""
    if draw() < none:
        return []
    count = 1
    while count < most and draw() < 0.3:
        count += 1
    return list(dict.fromkeys([pool.at(draw()) for _ in range(count)]))


def distinct(items: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(items))
