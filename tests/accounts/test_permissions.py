"""Who may do what, as a table a person can read."""

import pytest

from pop.accounts.permissions import (
    Actor,
    Cause,
    Closure,
    Deed,
    Kind,
    Role,
    Version,
    may_close,
    may_create,
    may_delete,
    may_expurge,
    may_update,
    may_write,
    may_write_field,
)
from pop.model import catalogue

MH, INVENTAIRE, MUSEE = "Monuments Historiques", "Inventaire", "MUSEE"

OPERATOR = Actor(Kind.OPERATOR, "pop")
MINISTRY = Actor(Kind.MINISTRY, "data.culture.gouv.fr")
ADMINISTRATOR = Actor(Kind.PERSON, "Claire Exemple", roles=frozenset({Role.ADMINISTRATOR}))
MONUMENTS = Actor(Kind.PRODUCER, "CRMH d’essai", frozenset({MH, "CRMH", "AUTRE"}))
REGION = Actor(Kind.PRODUCER, "Région d’essai", frozenset({INVENTAIRE, "INV"}))
MUSEUM = Actor(Kind.PRODUCER, "Musée d’essai", frozenset({MUSEE}), frozenset({"M9999"}))
MUSEUMS_OFFICE = Actor(
    Kind.PERSON, "Paul Exemple", frozenset({MUSEE}), roles=frozenset({Role.MANAGER})
)
SOURCE = Actor(Kind.SOURCE, "Gertrude d’essai", frozenset({INVENTAIRE, MH}))
LIBRARY = Actor(Kind.PRODUCER, "IRHT d’essai", frozenset({"Enluminures"}))

OWN_WORK = {"REF": "09999000001", "MUSEO": "M9999"}
OTHER_WORK = {"REF": "08888000001", "MUSEO": "M8888"}


@pytest.mark.parametrize(
    ("actor", "base", "producer", "values", "code"),
    [
        # Whoever answers for the whole platform writes everywhere.
        (OPERATOR, "merimee", MH, {}, None),
        (OPERATOR, "joconde", MUSEE, OTHER_WORK, None),
        (MINISTRY, "palissy", INVENTAIRE, {}, None),
        (ADMINISTRATOR, "joconde", MUSEE, OTHER_WORK, None),
        # A producer writes its own notices, in every base it has some in.
        (MONUMENTS, "merimee", MH, {}, None),
        (MONUMENTS, "palissy", MH, {}, None),
        (MONUMENTS, "memoire", "CRMH", {}, None),
        (MONUMENTS, "merimee", INVENTAIRE, {}, "NOT_YOUR_PRODUCER"),
        (REGION, "merimee", INVENTAIRE, {}, None),
        (REGION, "merimee", MH, {}, "NOT_YOUR_PRODUCER"),
        (REGION, "joconde", MUSEE, OWN_WORK, "NOT_YOUR_PRODUCER"),
        # A museum writes its own works and its own notice.
        (MUSEUM, "joconde", MUSEE, OWN_WORK, None),
        (MUSEUM, "joconde", MUSEE, OTHER_WORK, "NOT_YOUR_MUSEUM"),
        (MUSEUM, "joconde", MUSEE, {}, "NO_MUSEUM"),
        (MUSEUM, "museo", MUSEE, {"REF": "M9999"}, None),
        (MUSEUM, "museo", MUSEE, {"REF": "M8888"}, "NOT_YOUR_MUSEUM"),
        # Who manages the museums' notices is not limited to one museum.
        (MUSEUMS_OFFICE, "joconde", MUSEE, OTHER_WORK, None),
        (MUSEUMS_OFFICE, "museo", MUSEE, {"REF": "M8888"}, None),
        (MUSEUMS_OFFICE, "mnr", "MNR", {}, "NOT_YOUR_PRODUCER"),
        # A source harvests for the producers it was declared for.
        (SOURCE, "merimee", INVENTAIRE, {}, None),
        (SOURCE, "memoire", "ARCH", {}, "NOT_YOUR_PRODUCER"),
    ],
)
def test_who_writes_which_notice(
    actor: Actor, base: str, producer: str, values: dict[str, str], code: str | None
) -> None:
    refusal = may_write(actor, catalogue.base(base), producer, values)
    assert (refusal.code if refusal else None) == code


def test_a_work_is_neither_taken_from_a_museum_nor_given_to_another() -> None:
    joconde = catalogue.base("joconde")
    own, other = Version(MUSEE, OWN_WORK), Version(MUSEE, OTHER_WORK)
    assert may_update(MUSEUM, joconde, own, own) is None
    for before, after in ((own, other), (other, own)):
        refusal = may_update(MUSEUM, joconde, before, after)
        assert refusal is not None
        assert refusal.code == "NOT_YOUR_MUSEUM"


UNATTENDED, NOT_COMPETENT, NO_REASON = (
    "REGULATORY_UNATTENDED",
    "REGULATORY_NOT_COMPETENT",
    "REGULATORY_NO_REASON",
)
WHY = "arrêté du 2 mai 2024"


@pytest.mark.parametrize(
    ("actor", "deed", "base", "producer", "field", "reason", "code"),
    [
        # The protection of a building: its producer, saying why, or the ministry's copy.
        (MONUMENTS, Deed.FORM, "merimee", MH, "DPRO", WHY, None),
        (MONUMENTS, Deed.IMPORT, "merimee", MH, "DPRO", WHY, None),
        (MONUMENTS, Deed.FORM, "merimee", MH, "DPRO", " ", NO_REASON),
        (MINISTRY, Deed.MINISTRY_COPY, "merimee", MH, "DPRO", "", None),
        (MINISTRY, Deed.IMPORT, "merimee", MH, "DPRO", WHY, NOT_COMPETENT),
        (OPERATOR, Deed.IMPORT, "merimee", MH, "DPRO", WHY, NOT_COMPETENT),
        (OPERATOR, Deed.MINISTRY_COPY, "merimee", MH, "DPRO", WHY, NOT_COMPETENT),
        (ADMINISTRATOR, Deed.FORM, "merimee", MH, "DPRO", WHY, NOT_COMPETENT),
        (REGION, Deed.IMPORT, "merimee", MH, "DPRO", WHY, NOT_COMPETENT),
        # Never by a harvest, a term carried through, a clean-up, whoever asks for it.
        (SOURCE, Deed.HARVEST, "merimee", MH, "DPRO", WHY, UNATTENDED),
        (MONUMENTS, Deed.HARVEST, "merimee", MH, "COM", WHY, UNATTENDED),
        (MONUMENTS, Deed.TERM_CHANGE, "merimee", MH, "PROT", WHY, UNATTENDED),
        (MONUMENTS, Deed.CLEAN_UP, "merimee", MH, "PPRO", WHY, UNATTENDED),
        (MINISTRY, Deed.CLEAN_UP, "palissy", MH, "DPRO", WHY, UNATTENDED),
        (OPERATOR, Deed.TERM_CHANGE, "joconde", MUSEE, "STAT", WHY, UNATTENDED),
        # Other fields of a regulatory notice are free.
        (SOURCE, Deed.HARVEST, "merimee", MH, "HIST", "", None),
        (OPERATOR, Deed.TERM_CHANGE, "merimee", MH, "DENO", "", None),
        # The Inventaire studies and protects nothing: its notices are not regulatory.
        (SOURCE, Deed.HARVEST, "merimee", INVENTAIRE, "COM", "", None),
        (REGION, Deed.CLEAN_UP, "palissy", INVENTAIRE, "DPRO", "", None),
        # A museum keeps its inventory; its official name and its appellation are not its own.
        (MUSEUM, Deed.IMPORT, "joconde", MUSEE, "INV", "récolement", None),
        (MUSEUM, Deed.FORM, "museo", MUSEE, "NOMOFF", "nouveau nom", NOT_COMPETENT),
        (MUSEUM, Deed.FORM, "museo", MUSEE, "ADRL1_M", "", None),
        (MUSEUMS_OFFICE, Deed.FORM, "museo", MUSEE, "NOMOFF", "arrêté", None),
        # Bases without legal weight, and columns that no base knows.
        (OPERATOR, Deed.CLEAN_UP, "memoire", "CRMH", "LEG", "", None),
        (OPERATOR, Deed.IMPORT, "merimee", MH, "XYZ", "", None),
    ],
)
def test_who_writes_which_field(
    actor: Actor, deed: Deed, base: str, producer: str, field: str, reason: str, code: str | None
) -> None:
    refusal = may_write_field(
        actor,
        deed,
        catalogue.base(base),
        field,
        ref="PA00990001",
        producer=producer,
        reason=reason,
    )
    assert (refusal.code if refusal else None) == code


@pytest.mark.parametrize("key", sorted(catalogue.bases()))
def test_every_regulatory_field_refuses_what_nobody_attends(key: str) -> None:
    base = catalogue.base(key)
    producer = {"joconde": MUSEE, "museo": MUSEE, "mnr": "MNR"}.get(key, MH)
    for code, field in base.fields.items():
        for deed in (Deed.HARVEST, Deed.TERM_CHANGE, Deed.CLEAN_UP):
            refusal = may_write_field(MINISTRY, deed, base, code, ref="X", producer=producer)
            assert bool(refusal) == (field.regulatory and base.regulatory is not None), code


@pytest.mark.parametrize(
    ("actor", "deed", "base", "producer", "values", "code"),
    [
        (MONUMENTS, Deed.FORM, "merimee", MH, {}, None),
        (MINISTRY, Deed.MINISTRY_COPY, "merimee", MH, {}, None),
        (OPERATOR, Deed.IMPORT, "merimee", MH, {}, NOT_COMPETENT),
        (SOURCE, Deed.HARVEST, "merimee", MH, {}, NOT_COMPETENT),
        (SOURCE, Deed.HARVEST, "merimee", INVENTAIRE, {}, None),
        (REGION, Deed.IMPORT, "merimee", MH, {}, "NOT_YOUR_PRODUCER"),
        (MUSEUM, Deed.IMPORT, "joconde", MUSEE, OWN_WORK, None),
        (MUSEUM, Deed.IMPORT, "joconde", MUSEE, OTHER_WORK, "NOT_YOUR_MUSEUM"),
        (MUSEUM, Deed.FORM, "museo", MUSEE, {"REF": "M9999"}, NOT_COMPETENT),
        (OPERATOR, Deed.TERM_CHANGE, "autor", "AUTRE", {}, "NOT_BY_THIS_DEED"),
        (OPERATOR, Deed.CLEAN_UP, "memoire", "AUTRE", {}, "NOT_BY_THIS_DEED"),
    ],
)
def test_who_creates_a_notice(
    actor: Actor,
    deed: Deed,
    base: str,
    producer: str,
    values: dict[str, str],
    code: str | None,
) -> None:
    refusal = may_create(actor, deed, catalogue.base(base), "X", producer, values)
    assert (refusal.code if refusal else None) == code


@pytest.mark.parametrize(
    ("actor", "deed", "producer", "closure", "code"),
    [
        (MONUMENTS, Deed.FORM, MH, Closure(Cause.STRUCK_OFF, "2016/03/02"), None),
        (MONUMENTS, Deed.IMPORT, MH, Closure(Cause.DESTROYED, "vers 1950"), None),
        (MINISTRY, Deed.MINISTRY_COPY, MH, Closure(Cause.DELISTED, "1967"), None),
        (MONUMENTS, Deed.FORM, MH, Closure(None, "2016/03/02"), "NO_CAUSE"),
        (MONUMENTS, Deed.FORM, MH, Closure(Cause.DOUBLE, ""), "NO_DATE"),
        (MONUMENTS, Deed.FORM, MH, Closure(Cause.DOUBLE, "9999/99/99"), "NO_DATE"),
        (MONUMENTS, Deed.FORM, MH, Closure(Cause.DOUBLE, "un jour"), "NO_DATE"),
        (MONUMENTS, Deed.CLEAN_UP, MH, Closure(Cause.DOUBLE, "2024"), NOT_COMPETENT),
        (OPERATOR, Deed.FORM, MH, Closure(Cause.DOUBLE, "2024"), NOT_COMPETENT),
        (SOURCE, Deed.HARVEST, MH, Closure(Cause.DOUBLE, "2024"), NOT_COMPETENT),
        (REGION, Deed.FORM, MH, Closure(Cause.DOUBLE, "2024"), "NOT_YOUR_PRODUCER"),
        (REGION, Deed.FORM, INVENTAIRE, Closure(Cause.DOUBLE, "2024"), None),
    ],
)
def test_a_notice_is_closed_with_a_cause_and_a_date(
    actor: Actor, deed: Deed, producer: str, closure: Closure, code: str | None
) -> None:
    base = catalogue.base("merimee")
    refusal = may_close(actor, deed, base, "PA00990001", Version(producer, {}), closure)
    assert (refusal.code if refusal else None) == code


NEVER = "REGULATORY_NEVER_DELETED"


@pytest.mark.parametrize(
    ("actor", "deed", "base", "producer", "undoes", "code"),
    [
        # A regulatory notice: by nobody, except by undoing the batch that created it.
        (MONUMENTS, Deed.FORM, "merimee", MH, False, NEVER),
        (MINISTRY, Deed.MINISTRY_COPY, "merimee", MH, False, NEVER),
        (ADMINISTRATOR, Deed.FORM, "palissy", MH, False, NEVER),
        (OPERATOR, Deed.IMPORT, "mnr", "MNR", False, NEVER),
        (MONUMENTS, Deed.IMPORT, "merimee", MH, True, None),
        (OPERATOR, Deed.IMPORT, "merimee", MH, True, None),
        (REGION, Deed.IMPORT, "merimee", MH, True, "NOT_YOUR_PRODUCER"),
        # The others: whoever may write them.
        (REGION, Deed.FORM, "merimee", INVENTAIRE, False, None),
        (SOURCE, Deed.HARVEST, "merimee", INVENTAIRE, False, None),
        (REGION, Deed.TERM_CHANGE, "merimee", INVENTAIRE, False, "NOT_BY_THIS_DEED"),
        (LIBRARY, Deed.FORM, "enluminures", "Enluminures", False, "ONLY_MANAGERS"),
        (ADMINISTRATOR, Deed.FORM, "enluminures", "Enluminures", False, None),
    ],
)
def test_who_deletes_a_notice(
    actor: Actor, deed: Deed, base: str, producer: str, undoes: bool, code: str | None
) -> None:
    refusal = may_delete(
        actor,
        deed,
        catalogue.base(base),
        "PA00990001",
        Version(producer, {}),
        undoes_creation=undoes,
    )
    assert (refusal.code if refusal else None) == code


def test_only_an_administrator_expurges_and_says_why() -> None:
    operator = Actor(Kind.OPERATOR, "pop", roles=frozenset({Role.ADMINISTRATOR}))
    posing = Actor(Kind.SOURCE, "moisson", roles=frozenset({Role.ADMINISTRATOR}))
    for actor in (ADMINISTRATOR, operator):
        assert may_expurge(actor, "demande d’une personne") is None
        refusal = may_expurge(actor, "  ")
        assert refusal is not None
        assert refusal.code == "NO_REASON"
    for actor in (OPERATOR, MONUMENTS, MUSEUMS_OFFICE, MINISTRY, posing):
        refusal = may_expurge(actor, "demande d’une personne")
        assert refusal is not None
        assert refusal.code == "ONLY_ADMINISTRATORS"


def test_a_refusal_says_in_french_why_and_what_to_do() -> None:
    merimee, joconde = catalogue.base("merimee"), catalogue.base("joconde")
    work = Version(MH, {})
    refusals = [
        may_write(REGION, merimee, MH, {}),
        may_write(MUSEUM, joconde, MUSEE, OTHER_WORK),
        may_write(MUSEUM, joconde, MUSEE, {}),
        may_write_field(SOURCE, Deed.HARVEST, merimee, "DPRO", ref="PA1", producer=MH),
        may_write_field(OPERATOR, Deed.FORM, merimee, "DPRO", ref="PA1", producer=MH),
        may_write_field(MONUMENTS, Deed.FORM, merimee, "DPRO", ref="PA1", producer=MH),
        may_create(OPERATOR, Deed.CLEAN_UP, merimee, "PA1", MH, {}),
        may_create(OPERATOR, Deed.FORM, merimee, "PA1", MH, {}),
        may_delete(MONUMENTS, Deed.FORM, merimee, "PA1", work),
        may_close(MONUMENTS, Deed.FORM, merimee, "PA1", work, Closure(None, "")),
        may_expurge(MUSEUM, ""),
    ]
    for refusal in refusals:
        assert refusal is not None
        assert refusal.message.endswith(".")
        assert "\u202f; " in refusal.message or "\u202f: " in refusal.message
    field = refusals[3]
    assert field is not None
    assert field.message == (
        "«\u202fDate et niveau de protection de l’édifice\u202f» (DPRO) a valeur réglementaire"
        "\u202f: un moissonnage ne l’écrit jamais\u202f; proposez le changement au producteur "
        "«\u202fMonuments Historiques\u202f»."
    )
