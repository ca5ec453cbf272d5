"""Places that do not exist, of an invented collection: apart from the real tables, which they can
never contradict, since their numbers are given to no place of France.

    imagine(departement, [(commune, None), (commune, "former name")])

What is told here is only asked once the real tables know nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from pop.places.communes import Commune
from pop.places.departements import Departement
from pop.places.folding import fold


@dataclass(frozen=True, slots=True)
class Imagined:
    """What an invented code stands for; `name_then` when the code is that of a former commune."""

    departement: Departement
    commune: Commune | None = None
    name_then: str | None = None


_known: dict[str, Imagined] = {}


def imagine(departement: Departement, communes: Iterable[tuple[str, Commune, str | None]]) -> None:
    """Tell an invented département and its communes: (code, commune of today, name then)."""
    for key in (departement.code, departement.name):
        _known[fold(key)] = Imagined(departement)
    for code, commune, name_then in communes:
        _known[fold(code)] = Imagined(departement, commune, name_then)


def find(insee: str, departement: str) -> Imagined | None:
    """The invented place of that code of commune, else of that département (code or name)."""
    return _known.get(fold(insee.strip())) or _known.get(fold(departement.strip()))
