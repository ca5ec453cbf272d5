"""The data dictionary: every public field of every base, said in words."""

from dataclasses import dataclass
from functools import cache

from pop.model import catalogue
from pop.model.schema import Base, Field, Need, Type

TYPE_NAMES = {
    Type.TEXT: "texte",
    Type.TERM: "terme ou nom",
    Type.DATE: "datation",
    Type.DAY: "date (jour)",
    Type.REFERENCE: "référence",
    Type.INVENTORY: "numéro d’inventaire",
    Type.EMAIL: "adresse de courriel",
    Type.URL: "adresse web",
    Type.FILE: "fichier",
    Type.DIMENSIONS: "dimensions",
    Type.COORDINATES: "coordonnées",
    Type.NUMBER: "nombre",
    Type.YES_NO: "oui ou non",
    Type.RECORD: "donnée composée",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One field, as the dictionary says it."""

    base: str
    code: str
    label: str
    other_labels: tuple[str, ...]
    type: str
    traits: tuple[str, ...]
    help: str
    section: str
    vocabulary: str
    vocabulary_uri: str
    vocabulary_note: str
    columns: tuple[str, ...]
    dublin_core: tuple[str, ...]
    public: bool

    @property
    def text(self) -> str:
        """What a search in the dictionary reads."""
        return " ".join(
            (self.code, self.label, *self.other_labels, self.type, self.help, self.section,
             self.vocabulary, *self.columns, *self.traits)
        )  # fmt: skip


@cache
def entries(base: str | None = None, internal: bool = False) -> tuple[Entry, ...]:
    """The fields of one base or of all; internal ones only when they are asked for."""
    keys = [base] if base else list(catalogue.bases())
    return tuple(
        _entry(catalogue.base(key), code, field)
        for key in keys
        for code, field in catalogue.base(key).fields.items()
        if field.public or internal
    )


def _entry(base: Base, code: str, field: Field) -> Entry:
    vocabulary = field.vocabulary
    return Entry(
        base=base.key,
        code=code,
        label=field.label or "(sans libellé connu)",
        other_labels=tuple(f"{other.label} ({_condition(other)})" for other in field.labels),
        type=TYPE_NAMES[field.type],
        traits=tuple(_traits(field)),
        help=field.help,
        section=_section(base, code, field),
        vocabulary=vocabulary.name if vocabulary else "",
        vocabulary_uri=vocabulary.uri if vocabulary else "",
        vocabulary_note=_vocabulary_note(field),
        columns=field.columns,
        dublin_core=field.dublin_core,
        public=field.public,
    )


def _condition(other: object) -> str:
    when = other.when  # type: ignore[attr-defined]
    if when.producer:
        return "producteur " + ", ".join(when.producer)
    return "références " + ", ".join(f"{start}…" for start in (*when.ref, *when.ref_not))


def _traits(field: Field) -> list[str]:
    traits = []
    if field.many:
        traits.append("plusieurs valeurs")
    if field.required is Need.REFUSE:
        traits.append("obligatoire")
    elif field.required is Need.WARN:
        traits.append("à remplir")
    if field.generated:
        traits.append("calculé par la plateforme")
    if field.regulatory:
        traits.append("valeur réglementaire")
    if field.confidential:
        traits.append("confidentiel")
    if field.staff:
        traits.append("usage interne")
    if field.legacy:
        traits.append("ancien champ, conservé")
    if field.open_data:
        traits.append("données ouvertes")
    if field.living_people:
        traits.append("peut nommer des personnes vivantes")
    return traits


def _section(base: Base, code: str, field: Field) -> str:
    if field.section:
        return field.section
    for section in base.page.main:
        if any(line.field == code for line in section.lines):
            return section.title
    return ""


def _vocabulary_note(field: Field) -> str:
    vocabulary = field.vocabulary
    if vocabulary is None:
        return ""
    notes = []
    if vocabulary.opentheso:
        notes.append(f"Opentheso {vocabulary.opentheso}")
    notes.append("termes contrôlés" if vocabulary.checked else "termes non contrôlés")
    if vocabulary.doubtful:
        notes.append(f"lien à vérifier : {vocabulary.doubtful}")
    return ", ".join(notes)
