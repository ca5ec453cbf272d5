"""Where a notice is, administratively: région > département > commune.

Derived from the INSEE code and the département, never from REG, whose texts mix three generations
of régions.
"""

from dataclasses import dataclass

from pop.places import communes, departements, imagined
from pop.places.communes import Commune, Communes, Found
from pop.places.departements import Departement, Region


@dataclass(frozen=True, slots=True)
class Place:
    """A place of today. Any part may be unknown; a finer part never contradicts a larger one.

    `commune_then`: the name of the commune in the INSEE code of the notice, when it is another.
    `divided`: that commune was since divided, and `commune` is only the likeliest.
    """

    region: Region | None = None
    departement: Departement | None = None
    commune: Commune | None = None
    commune_then: str | None = None
    divided: bool = False
    centre: tuple[float, float] | None = None

    @property
    def region_before_2016(self) -> Region | None:
        """The région that the département belonged to until 31 December 2015."""
        return self.departement.region_before_2016 if self.departement else None

    @property
    def path(self) -> tuple[str, ...]:
        """The names from the largest to the finest, as far as they are known."""
        parts = (self.region, self.departement, self.commune)
        return tuple(part.name for part in parts if part)


def derive(insee: str = "", departement: str = "", known: Communes | None = None) -> Place:
    """The place of an INSEE code and a département (code or name), either of which may be empty.

    The code leads: it is the finer. When nothing is known of it, the département leads; when
    they disagree, that is for the checks of the notice to say. `known`: the communes to use,
    those of the program by default.
    """
    known = known or communes.current()
    found = known.find(insee) if known and insee.strip() else None
    if found:
        return _of_commune(found)
    possible = departements.possible_for_insee(insee) if len(insee.strip()) >= 5 else ()
    if len(possible) != 1 and departement.strip():
        possible = departements.successors(departement)
    if not possible and (invented := imagined.find(insee, departement)):
        return _of_imagined(invented)
    regions = {one.region for one in possible}
    return Place(
        region=regions.pop() if len(regions) == 1 else None,
        departement=possible[0] if len(possible) == 1 else None,
    )


def _of_imagined(found: imagined.Imagined) -> Place:
    return Place(
        found.departement.region,
        found.departement,
        found.commune,
        found.name_then,
        centre=found.commune.centre if found.commune else None,
    )


def _of_commune(found: Found) -> Place:
    # The code of a commune of today is in the département it belongs to today.
    departement = departements.of_insee(found.commune.code)
    return Place(
        departement.region if departement else None,
        departement,
        found.commune,
        found.name_then,
        found.divided,
        found.centre,
    )
