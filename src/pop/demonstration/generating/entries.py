"""What a generator gives: one notice, and the recipes of its pictures."""

from dataclasses import dataclass, field
from typing import Any

from pop.demonstration.drawing.recipes import Recipe

DRAWN = "Image dessinée par programme pour la démonstration"
FREE = "Vous pouvez réutiliser cette image sans demander (CC0) : elle ne montre rien qui existe"
ASK = "Réutilisation soumise à l’accord du service (exemple de démonstration)"
ASK_ARTIST = "Réutilisation soumise à l’accord de l’artiste ou de ses ayants droit (exemple)"
NOT_CHECKED = ""
"""What nothing is said of: shown as « Droits non vérifiés »."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture to draw, and what is said beside it."""

    recipe: Recipe
    caption: str
    credit: str = DRAWN
    rights: str = FREE


@dataclass(slots=True)
class Entry:
    """A notice to come: its values by code, its reference apart, its pictures."""

    base: str
    ref: str
    values: dict[str, Any]
    pictures: list[Picture] = field(default_factory=list)
