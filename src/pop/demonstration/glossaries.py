"""The small vocabularies of the demonstration, brought and taken away with it."""

from dataclasses import dataclass
from pathlib import Path

from pop.changes.gate import writing
from pop.vocabulary import loading, opening
from pop.vocabulary.models import Expands

FOLDER = Path(__file__).with_name("vocabularies")


@dataclass(frozen=True, slots=True)
class Glossary:
    """A file of `vocabularies/`; its title is the name by which fields know their vocabulary."""

    file: str
    title: str

    @property
    def key(self) -> str:
        return f"demonstration-{self.file.removesuffix('.csv')}"


GLOSSARIES = (
    Glossary(
        "edifices.csv",
        "Thésaurus de la désignation des œuvres architecturales et des espaces aménagés",
    ),
    Glossary("objets.csv", "Thésaurus de la désignation des objets mobiliers"),
    Glossary("denominations.csv", "Liste d’autorités Dénomination – Joconde"),
    Glossary("techniques.csv", "Liste d’autorités Technique"),
)


def bring() -> None:
    """Load them; what is already there and the same is left alone."""
    for glossary in GLOSSARIES:
        scheme = opening.read(FOLDER / glossary.file)
        settings = loading.Settings(
            key=glossary.key,
            title=glossary.title,
            source="collection de démonstration",
            licence="Licence MIT",
            expands=Expands.NARROWER,
        )
        loading.load(scheme, settings, turn=writing)


def take_away() -> None:
    """Remove them."""
    for glossary in GLOSSARIES:
        loading.remove(glossary.key, writing)
