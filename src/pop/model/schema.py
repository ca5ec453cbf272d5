"""What a base file may say: the typed, immutable objects behind `bases/*.yaml`.

Every attribute here is a key of the YAML. Unknown keys are refused by the loader, so a
typing fault in a base file is an error that names the file, the base and the field.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

from pop.model.values.folding import fold

Code = Annotated[str, Meta(pattern=r"^[A-Z][A-Z0-9_]*(-[A-Z0-9]+)?(\.[a-z]+)?$")]
Key = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9-]*$")]
Sentence = Annotated[str, Meta(min_length=1)]


class Type(StrEnum):
    """The type of a value; each has a module of the same subject in `values/`."""

    TEXT = "text"
    TERM = "term"
    DATE = "date"
    DAY = "day"
    REFERENCE = "reference"
    INVENTORY = "inventory"
    EMAIL = "email"
    URL = "url"
    FILE = "file"
    DIMENSIONS = "dimensions"
    COORDINATES = "coordinates"
    NUMBER = "number"
    YES_NO = "yes_no"
    RECORD = "record"


class Need(StrEnum):
    """What happens when a field is left empty: a flag, or the refusal of the notice."""

    WARN = "warn"
    REFUSE = "refuse"


class When(Struct, frozen=True, forbid_unknown_fields=True):
    """A condition on the notice: its producer, or the beginning of its reference."""

    producer: tuple[str, ...] = ()
    ref: tuple[str, ...] = ()
    ref_not: tuple[str, ...] = ()

    def holds(self, ref: str, producer: str) -> bool:
        return (
            (not self.producer or producer in self.producer)
            and (not self.ref or ref.startswith(self.ref))
            and not (self.ref_not and ref.startswith(self.ref_not))
        )


class Label(Struct, frozen=True, forbid_unknown_fields=True):
    """Another label of a field, for some notices only."""

    when: When
    label: Sentence


class Vocabulary(Struct, frozen=True, forbid_unknown_fields=True):
    """The controlled list a field draws from.

    `doubtful` says why the link between field and list is not certain: the control then
    only ever warns, and says so.
    """

    name: Sentence
    uri: str = ""
    opentheso: str = ""
    checked: bool = False
    separators: str = ""
    doubtful: str = ""


class Checks(Struct, frozen=True, forbid_unknown_fields=True):
    """Rules on the value of a field, beyond those of its type. All only warn but `refuse`.

    expected_with: this field should be filled when that one is; min/exact_length: of each
    value, in characters; max_length: announced to producers, never enforced by cutting;
    starts_with: each value begins with a value of that field (INSEE with DPT);
    among: the closed list of what may be written.
    """

    expected_with: Code | None = None
    min_length: int | None = None
    exact_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    starts_with: Code | None = None
    among: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()


class Field(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One field of one base. The same code in another base is another field."""

    label: str = ""
    labels: tuple[Label, ...] = ()
    help: str = ""
    type: Type = Type.TEXT
    many: bool = False
    required: Need | None = None
    generated: str = ""
    regulatory: bool = False
    confidential: bool = False
    staff: bool = False
    legacy: bool = False
    open_data: bool = False
    living_people: bool = False
    section: str = ""
    form: str = ""
    vocabulary: Vocabulary | None = None
    checks: Checks = Checks()
    facet: Key | None = None
    search_key: Key | None = None
    weight: int | None = None
    searched: bool = True
    columns: tuple[str, ...] = ()
    dublin_core: tuple[str, ...] = ()

    @property
    def public(self) -> bool:
        """Whether any outlet may show, count or search this field for the public."""
        return bool(self.label) and not (self.confidential or self.staff or self.legacy)

    def label_for(self, ref: str, producer: str) -> str:
        """The label to show on that notice."""
        for other in self.labels:
            if other.when.holds(ref, producer):
                return other.label
        return self.label


Part = Annotated[str, Meta(pattern=r"^[^ |()]+(\|[^ |()]+)*( \([^ |()]+\))?$")]


class Composed(Struct, frozen=True, forbid_unknown_fields=True):
    """Several fields said in one line.

    A part is « A », « A|B » (the first that is filled) or « A (B) » (B in parentheses,
    value by value when both are repeated); empty parts vanish with their separator.
    """

    compose: tuple[Part, ...]
    join: str = " ; "


class Line(Struct, frozen=True, forbid_unknown_fields=True):
    """One line of the notice page: a field or a composed line, and how it is shown."""

    field: Code | None = None
    compose: tuple[Part, ...] = ()
    join: str = " ; "
    label: str = ""
    link_text: str = ""
    link_to: str = ""
    fixed: str = ""
    when: When | None = None


class Section(Struct, frozen=True, forbid_unknown_fields=True):
    """A titled group of lines; shown when one of its lines is filled."""

    title: str
    lines: tuple[Line, ...] = ()
    when: When | None = None


class Page(Struct, frozen=True, forbid_unknown_fields=True):
    """The public notice page: the main column, then the two side blocks."""

    main: tuple[Section, ...]
    about: tuple[Section, ...]
    see_also: tuple[Line, ...] = ()


class Link(Struct, frozen=True, forbid_unknown_fields=True):
    """References of one field to notices of other bases.

    reciprocal: the field of the other base that says the same from the other side (kept
    symmetric, never typed twice); relation and inverse: how the group of linked notices is
    titled on this page and on the other one; tree: whether the notice named is a « whole » of
    which this one is a part, or a « part » of it.
    """

    field: Code
    to: tuple[Key, ...]
    relation: Sentence
    reciprocal: Code | None = None
    inverse: str = ""
    images: bool = False
    tree: Literal["", "whole", "part"] = ""


class Status(Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence that must stand beside every picture, card and export of some notices."""

    text: Sentence
    when: When = When()


class Masking(Struct, frozen=True, forbid_unknown_fields=True):
    """What hides where a thing is, and by what else the place could be found out."""

    fields: tuple[Code, ...]
    inferred_by: tuple[Code, ...] = ()
    inferred_by_links_from: tuple[str, ...] = ()
    reason: Sentence = "—"

    def hides(self, values: Mapping[str, Any]) -> bool:
        """Whether the place of this notice is masked: one of the masking fields is filled."""
        return any(values.get(code) for code in self.fields)


class Person(Struct, frozen=True, forbid_unknown_fields=True):
    """In a base of people, the fields that tell whether one may be living."""

    birth: Code
    death: Code
    active: tuple[Code, ...] = ()


class Licence(Struct, frozen=True, forbid_unknown_fields=True):
    """Under which licence descriptive data may be reused, for which notices."""

    name: Sentence
    uri: Sentence
    when: When | None = None


class RightsRow(Struct, frozen=True, forbid_unknown_fields=True):
    """A row of the table of rights: when that field says one of these values, that statement.

    says: compared folded; « … » at the end stands for any end. anything_but: any value but these.
    statement: a key of `rights.yaml`. always: holds even when the picture says its own rights.
    review: what a person of the ministry has to confirm.
    """

    field: Code
    statement: Key
    says: tuple[Sentence, ...] = ()
    anything_but: tuple[Sentence, ...] = ()
    always: bool = False
    review: str = ""

    def holds(self, text: str) -> bool:
        """Whether a value of the field is one that this row speaks of."""
        folded = fold(text).strip(" .")
        if self.anything_but:
            return folded not in map(fold, self.anything_but)
        return any(
            folded.startswith(fold(said[:-1])) if said.endswith("…") else folded == fold(said)
            for said in self.says
        )


class Rights(Struct, frozen=True, forbid_unknown_fields=True):
    """Where the rights of data and of pictures are said, in this base.

    The photographer and the author of the work depicted have two distinct rights. Without
    a field that says otherwise, a picture is « droits non vérifiés »
    (rules of the domain, §6). table: what its fields say of them (model/rights.py); contact: whom
    people are told to ask; the first fixed_credit is that of pictures without any.
    """

    data: tuple[Licence, ...] = ()
    statement: Code | None = None
    photographer: tuple[str, ...] = ()
    work_author: tuple[str, ...] = ()
    credit: tuple[str, ...] = ()
    fixed_credit: tuple[Line, ...] = ()
    contact: Sentence = "le service qui a produit cette notice"
    table: tuple[RightsRow, ...] = ()


class Care(Struct, frozen=True, forbid_unknown_fields=True):
    """What calls for care in this base (model/care.py).

    kept_out: the whole base is shown to nobody who did not ask; read: by kind of `care.yaml`, the
    fields whose words tell it.
    """

    kept_out: bool = False
    read: dict[Key, tuple[Code, ...]] = {}


class Geography(Struct, frozen=True, forbid_unknown_fields=True):
    """Which fields say where: measured coordinates, and the administrative place."""

    latitude: Code | None = None
    longitude: Code | None = None
    flag: Code | None = None
    polygon: Code | None = None
    point_given: Code | None = None
    polygon_given: Code | None = None
    zone: Code | None = None
    insee: Code | None = None
    departement: Code | None = None
    commune: tuple[Code, ...] = ()
    columns: tuple[str, ...] = ()


class Group(Struct, frozen=True, forbid_unknown_fields=True):
    """Fields asked together under one human name in the advanced search."""

    label: Sentence
    fields: tuple[Code, ...]


class Reference(Struct, frozen=True, forbid_unknown_fields=True):
    """How a reference is written: what is malformed, and an example to show people."""

    pattern: Sentence
    example: Sentence
    expected: str = ""
    pad_to: int | None = None


class Base(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One of the eight bases, whole.

    key: in data and commands; address: in the addresses of its notices, when it is not the
    key; aliases: other names accepted in addresses. former_name: the BASE constant that old
    data carries. schema_org: what a notice describes, for search engines (a type of schema.org).
    producer: who is answerable when no prefix tells. status_otherwise: what is true of every
    notice, where it is not known which status holds.
    """

    key: Key
    aliases: tuple[Key, ...] = ()
    address: Key | None = None
    name: Sentence
    short: Sentence
    former_name: Sentence
    about: Sentence
    thing: Sentence
    things: Sentence
    producer: Sentence | None = None
    regulatory: When | None = None
    owner_may_be_named: bool = True
    schema_org: str = "CreativeWork"
    keeper: tuple[Code, ...] = ()
    status: tuple[Status, ...] = ()
    status_otherwise: str = ""
    contact: str = ""
    contact_label: str = "Signaler une erreur"
    line_break: str = ""
    capitalise: bool = True
    reference: Reference
    title: tuple[Composed, ...]
    subtitle: tuple[Composed, ...] = ()
    place_line: tuple[Composed, ...] = ()
    date_line: tuple[Composed, ...] = ()
    card: tuple[Composed, ...] = ()
    images: Code | None = None
    images_from: tuple[str, ...] = ()
    geography: Geography = Geography()
    links: tuple[Link, ...] = ()
    groups: tuple[Group, ...] = ()
    masking: Masking | None = None
    person: Person | None = None
    rights: Rights = Rights()
    care: Care = Care()
    fields: dict[Code, Field]
    page: Page
