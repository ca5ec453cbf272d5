"""Invented people: makers, photographers, owners of long ago. No name is that of a known person."""

from dataclasses import dataclass
from functools import cache

from pop.demonstration.generating.chance import Dice, dice

_MEN = {
    15: ("Guillemot", "Jehan", "Perrin", "Colin", "Aymeri", "Thibaud", "Gauvain", "Oudin"),
    16: ("Antoine", "Claude", "Étienne", "Gaspard", "Nicolas", "Robin", "Toussaint", "Mathurin"),
    17: ("Barthélemy", "Imbert", "Jacques", "Louis", "Noël", "Philibert", "Simon", "Urbain"),
    18: ("Augustin", "Blaise", "Denis", "Fulcran", "Hyacinthe", "Jean-Baptiste", "Marc", "Pierre-Ange"),
    19: ("Anselme", "Célestin", "Edmond", "Félix", "Gustave", "Hippolyte", "Léonce", "Victor"),
    20: ("André", "Bernard", "Étienne", "Gabriel", "Lucien", "Marcel", "Paul", "Raymond"),
}  # fmt: skip
_WOMEN = {
    15: ("Alix", "Isabeau", "Marion", "Perrine"), 16: ("Anne", "Claudine", "Jacquette", "Marguerite"),
    17: ("Catherine", "Élisabeth", "Françoise", "Madeleine"), 18: ("Adélaïde", "Geneviève", "Marie-Rose", "Sophie"),
    19: ("Adèle", "Clémence", "Eugénie", "Odile"), 20: ("Denise", "Geneviève", "Hélène", "Suzanne"),
}  # fmt: skip
_SURNAMES = (
    "Lestrevant", "Saroy", "Varenchon", "Ambrelin", "Tarsigneau", "Morvelle", "Ombrédanne-Roc", "Valserin", "Quincerot",
    "Brumelet", "Arvandier", "Corvancel", "Dorvallon", "Escalgrain", "Fontarcy", "Gravelotin", "Hauteverne", "Isservel",
    "Launoriau", "Mauventier", "Noirvalier", "Orcivaud", "Pervalin", "Rivarolet", "Salvandrin", "Trescléac", "Turquelin",
    "Vaurinel", "Vernazel", "Chantorin", "Clarvelet", "Combrelou", "Contrevert", "Ferrolier", "Grisolin", "Marvialet",
    "Montarcel", "Murelin", "Pommevert-Lys", "Roquevaud", "Sauvrenat", "Servaldrin", "Sorbevat", "Varenzac", "Aubranchet",
    "Beauvorain", "Bellorant", "Ardonel", "Melairot", "Ourinel", "Tarsibault", "Valènois", "Ambrinat", "Ornevaud", "Castelvoy",
    "Roche-Ambre", "Bréhivel", "Coquevent", "Danrémoy", "Épinasse-Bois", "Flavécourt", "Guivarne", "Hédouville-Lande", "Jaumevert",
    "Kervalsoy", "Lormavent", "Mirandol-Vent", "Nivarolet", "Orivelac", "Pivardane", "Quatrevaux", "Rosnevert", "Sénaverdin",
    "Torcevent", "Ussarelle", "Vidalouze", "Yverdaille", "Zévalin", "Bastavel", "Cormevalin", "Danvalot", "Estivalin",
)  # fmt: skip
TRADES = {
    "architecte": (16, 20), "maître maçon": (15, 18), "peintre": (15, 20), "sculpteur": (15, 20), "orfèvre": (15, 19),
    "maître verrier": (15, 20), "fondeur de cloches": (15, 20), "ébéniste": (17, 20), "photographe": (19, 20),
    "facteur d’orgues": (16, 19), "faïencier": (16, 20), "graveur": (16, 20), "ingénieur": (18, 20), "enlumineur": (15, 15),
    "menuisier": (15, 19), "brodeur": (16, 19), "dessinateur": (18, 20), "lissier": (16, 20), "horloger": (17, 19),
    "architecte-paysagiste": (17, 20), "médailleur": (18, 20), "affichiste": (19, 20), "céramiste": (19, 20),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody invented. `died` is None for the living, whose year of birth alone is said."""

    rank: int
    first: str
    last: str
    woman: bool
    trade: str
    born: int
    died: int | None

    @property
    def sorted_name(self) -> str:
        return f"{self.last} {self.first}"

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}"

    @property
    def years(self) -> str:
        return f"{self.born}-{self.died}" if self.died else f"{self.born}"

    @property
    def trade_said(self) -> str:
        """« architecte », « photographe » are said of both; others agree."""
        agreed = {
            "orfèvre": "orfèvre", "sculpteur": "sculptrice", "maître verrier": "maîtresse verrière",
            "dessinateur": "dessinatrice", "graveur": "graveuse", "faïencier": "faïencière", "brodeur": "brodeuse",
            "enlumineur": "enlumineuse", "lissier": "lissière", "médailleur": "médailleuse", "horloger": "horlogère",
            "menuisier": "menuisière",
        }  # fmt: skip
        return agreed.get(self.trade, self.trade) if self.woman else self.trade

    def active_in(self, year: int) -> bool:
        return self.born + 20 <= year <= (self.died or 2020)


@cache
def people(seed: int, count: int = 460) -> tuple[Person, ...]:
    """Everybody, by rank: some families have several members in one trade."""
    found: list[Person] = []
    names: set[tuple[str, str]] = set()
    trades = list(TRADES)
    rank = 0
    while len(found) < count:
        d = dice(seed, "people", rank)
        rank += 1
        trade = trades[len(found) % len(trades)]
        first_century, last_century = TRADES[trade]
        century = d.randint(first_century, last_century)
        woman = d.maybe(0.16 if century < 19 else 0.3)
        first = d.choice((_WOMEN if woman else _MEN)[century])
        last = d.choice(_SURNAMES)
        if (first, last) in names:
            continue
        names.add((first, last))
        born = (century - 1) * 100 + d.randint(0, 72)
        died: int | None = born + d.randint(34, 84)
        if born > 1925 and d.maybe(0.5):
            died = None
        elif died and died > 2015:
            died = d.randint(born + 40, 2016) if born < 1975 else None
        found.append(Person(len(found), first, last, woman, trade, born, died))
    return tuple(found)


@cache
def _of_trade(seed: int, trade: str) -> tuple[Person, ...]:
    return tuple(one for one in people(seed) if one.trade == trade)


def maker(seed: int, d: Dice, trade: str, year: int) -> Person | None:
    """Somebody of that trade who was at work that year, or nobody known."""
    able = [one for one in _of_trade(seed, trade) if one.active_in(year)]
    return d.choice(able) if able else None


def photographer(seed: int, d: Dice, year: int) -> Person | None:
    return maker(seed, d, "photographe", year)


def writer(d: Dice) -> str:
    """Who wrote a notice: a public credit."""
    return f"{d.choice(_SURNAMES)} {d.choice((*_WOMEN[20], *_MEN[20]))}"


def family(d: Dice) -> str:
    """A family of former owners."""
    return d.choice(_SURNAMES)
