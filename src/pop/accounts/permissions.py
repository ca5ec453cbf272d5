"""Every « may » of the product: pure rules over an actor, without database nor sign-in.

A rule gives None when the thing may be done, or a Refusal that says why not and what to do. The
rules are those of the former platform, mended (production-2024.md §5), under those of the domain
(rules-of-the-domain.md §1 and §3), which outrank them: regulatory fields are written by the
competent producer or by the ministry's own copy, and by nothing else.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from pop.model.schema import Base, Field
from pop.model.values import dates
from pop.model.values.typography import typeset


class Kind(StrEnum):
    """What sort of actor."""

    OPERATOR = "operator"
    """Whoever runs the program `pop`."""
    MINISTRY = "ministry copy"
    """The ministry's own files, loaded as they are."""
    PRODUCER = "producer"
    """A producing service, without a person's name (`pop load --as-producer`)."""
    SOURCE = "source"
    """A remote source that is harvested."""
    PERSON = "person"
    """Someone who signed in."""


class Role(StrEnum):
    """What an actor may do beyond its own notices."""

    ADMINISTRATOR = "administrator"
    """Of the whole platform."""
    MANAGER = "manager"
    """Of all the notices of its producers, without limit of museum."""


class Deed(StrEnum):
    """The sort of act by which a change comes."""

    IMPORT = "import"
    FORM = "form"
    HARVEST = "harvest"
    TERM_CHANGE = "term change"
    CLEAN_UP = "clean-up"
    MINISTRY_COPY = "ministry copy"


class Cause(StrEnum):
    """Why a notice is closed; its page stays and says so."""

    STRUCK_OFF = "radiation"
    DELISTED = "déclassement"
    GIVEN_BACK = "restitution"
    DESTROYED = "destruction"
    DOUBLE = "doublon"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts. producers: labels of the producers it may write for; museums: Muséofile codes."""

    kind: Kind
    name: str
    producers: frozenset[str] = frozenset()
    museums: frozenset[str] = frozenset()
    roles: frozenset[Role] = frozenset()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something may not be done. message: a French sentence that says what to do."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Version:
    """What of a notice decides of rights: its producer and its values, as they are or will be."""

    producer: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Closure:
    """The closing of a notice; the date is a date expression."""

    cause: Cause | None
    date: str


_UNATTENDED: Final = (Deed.HARVEST, Deed.TERM_CHANGE, Deed.CLEAN_UP)
_DEEDS_SHOWN: Final = {
    Deed.HARVEST: "un moissonnage",
    Deed.TERM_CHANGE: "un changement de terme",
    Deed.CLEAN_UP: "un nettoyage automatique",
}
# Shared by all: removing one of these is felt far from who does it.
_DELETED_BY_MANAGERS: Final = frozenset(("autor", "enluminures"))


def is_regulatory(base: Base, ref: str, producer: str) -> bool:
    """Whether the law weighs on this notice, hence on the fields flagged `regulatory`."""
    return base.regulatory is not None and base.regulatory.holds(ref, producer)


def may_write(actor: Actor, base: Base, producer: str, values: Mapping[str, Any]) -> Refusal | None:
    """The operator, the ministry and the platform's administrators write any notice; others only
    those of their producers, and without a manager's role only those of their museums in Joconde
    and their own notices in Muséofile. Fields have their own rule, `may_write_field`."""
    if _answers_for_all(actor):
        return None
    if producer not in actor.producers:
        return _refusal(
            "NOT_YOUR_PRODUCER",
            f"Cette notice relève du producteur « {producer or 'inconnu'} », pour lequel "
            f"« {actor.name} » n’écrit pas ; adressez-vous à ce producteur ou à l’administrateur "
            "de la plateforme.",
        )
    if Role.MANAGER in actor.roles:
        return None
    if base.key == "joconde":
        return _in_own_museum(actor, _text(values.get("MUSEO")))
    if base.key == "museo" and _text(values.get("REF")) not in actor.museums:
        return _refusal(
            "NOT_YOUR_MUSEUM",
            f"« {actor.name} » ne modifie que la notice de son musée ; signalez l’erreur au "
            "service qui tient Muséofile.",
        )
    return None


def may_update(actor: Actor, base: Base, before: Version, after: Version) -> Refusal | None:
    """A change needs the right to write on the notice as it is and on what it becomes, so that
    none is taken from a producer nor given to another."""
    return may_write(actor, base, before.producer, before.values) or may_write(
        actor, base, after.producer, after.values
    )


def may_write_field(
    actor: Actor,
    deed: Deed,
    base: Base,
    code: str,
    *,
    ref: str,
    producer: str,
    reason: str = "",
) -> Refusal | None:
    """A regulatory field is written only by the competent producer, saying why, or by the
    ministry's own copy; never by a harvest, a term change carried through or an automatic
    clean-up. To be asked of the fields that change, once `may_write` agreed."""
    field = base.fields.get(code)
    if field is None or not field.regulatory or not is_regulatory(base, ref, producer):
        return None
    shown = _shown(base, code, field)
    if deed in _UNATTENDED:
        return _refusal(
            "REGULATORY_UNATTENDED",
            f"{shown} a valeur réglementaire : {_DEEDS_SHOWN[deed]} ne l’écrit jamais ; "
            f"proposez le changement au producteur « {producer} ».",
        )
    if actor.kind is Kind.MINISTRY and deed is Deed.MINISTRY_COPY:
        return None
    if deed is Deed.MINISTRY_COPY or not _competent(actor, base, producer):
        return _refusal(
            "REGULATORY_NOT_COMPETENT",
            f"{shown} a valeur réglementaire : seul le producteur « {producer} » l’écrit ; "
            "signalez-lui l’erreur.",
        )
    if not reason.strip():
        return _refusal(
            "REGULATORY_NO_REASON",
            f"{shown} a valeur réglementaire ; dites pourquoi vous la changez "
            "(arrêté, erreur de saisie…).",
        )
    return None


def may_create(
    actor: Actor, deed: Deed, base: Base, ref: str, producer: str, values: Mapping[str, Any]
) -> Refusal | None:
    """A notice is created by whoever may write it; a regulatory one by the competent producer or
    the ministry's own copy. A term change or a clean-up creates nothing."""
    if deed in (Deed.TERM_CHANGE, Deed.CLEAN_UP):
        return _refusal(
            "NOT_BY_THIS_DEED",
            f"{_capital(_DEEDS_SHOWN[deed])} ne crée pas de notice ; passez par un import ou par "
            "la saisie.",
        )
    refusal = may_write(actor, base, producer, values)
    if refusal or not is_regulatory(base, ref, producer):
        return refusal
    if _speaks_for(actor, deed, base, producer):
        return None
    return _refusal(
        "REGULATORY_NOT_COMPETENT",
        f"Une notice réglementaire est créée par le producteur « {producer} » seul ; "
        "envoyez-lui ce qui doit l’être.",
    )


def may_close(
    actor: Actor,
    deed: Deed,
    base: Base,
    ref: str,
    version: Version,
    closure: Closure,
) -> Refusal | None:
    """A notice is closed by whoever may write it, with a cause and a date; a regulatory one by the
    competent producer or the ministry's own copy. Its page stays and says so."""
    refusal = may_write(actor, base, version.producer, version.values)
    if refusal:
        return refusal
    if is_regulatory(base, ref, version.producer) and not _speaks_for(
        actor, deed, base, version.producer
    ):
        return _refusal(
            "REGULATORY_NOT_COMPETENT",
            f"Une notice réglementaire est fermée par le producteur « {version.producer} » seul ; "
            "signalez-lui ce qui a changé.",
        )
    if closure.cause is None:
        causes = ", ".join(Cause)
        return _refusal("NO_CAUSE", f"La cause manque ; choisissez-en une : {causes}.")
    date = dates.parse(closure.date) if closure.date.strip() else None
    if date is None or date.unknown:
        return _refusal(
            "NO_DATE",
            "La date de la fermeture manque ou n’est pas comprise ; écrivez-la par exemple "
            "« 2024/05/02 » ou « 2024 ».",
        )
    return None


def may_delete(
    actor: Actor,
    deed: Deed,
    base: Base,
    ref: str,
    version: Version,
    *,
    undoes_creation: bool = False,
) -> Refusal | None:
    """A regulatory notice is never deleted, it is closed. Undoing the batch that created a notice
    is no deletion: whoever may write it may undo it. Other notices are deleted by whoever may
    write them, those of Autor and Enluminures by a manager."""
    refusal = may_write(actor, base, version.producer, version.values)
    if refusal or undoes_creation:
        return refusal
    if is_regulatory(base, ref, version.producer):
        return _refusal(
            "REGULATORY_NEVER_DELETED",
            f"La notice {ref} a valeur réglementaire et ne se supprime pas ; fermez-la en donnant "
            "la cause et la date, sa page restera et le dira.",
        )
    if deed in (Deed.TERM_CHANGE, Deed.CLEAN_UP):
        return _refusal(
            "NOT_BY_THIS_DEED",
            f"{_capital(_DEEDS_SHOWN[deed])} ne supprime pas de notice ; supprimez-la à la main "
            "si elle doit l’être.",
        )
    if base.key in _DELETED_BY_MANAGERS and not (
        _answers_for_all(actor) or Role.MANAGER in actor.roles
    ):
        return _refusal(
            "ONLY_MANAGERS",
            f"Une notice de la base {base.short} est supprimée par un administrateur du "
            "producteur ; demandez-le-lui.",
        )
    return None


def may_expurge(actor: Actor, reason: str) -> Refusal | None:
    """Only an administrator of the platform removes a value or an image from everywhere for good,
    and says why: nothing brings it back."""
    attended = actor.kind in (Kind.OPERATOR, Kind.PERSON)
    if not attended or Role.ADMINISTRATOR not in actor.roles:
        return _refusal(
            "ONLY_ADMINISTRATORS",
            "Seul un administrateur de la plateforme peut expurger ; adressez-lui la demande et "
            "son motif.",
        )
    if not reason.strip():
        return _refusal(
            "NO_REASON",
            "Expurger est définitif ; écrivez le motif (demande d’une personne, droit d’auteur, "
            "décision de justice…).",
        )
    return None


def _answers_for_all(actor: Actor) -> bool:
    """The operator, the ministry's copy, and the people who administer the platform."""
    return actor.kind in (Kind.OPERATOR, Kind.MINISTRY) or (
        actor.kind is Kind.PERSON and Role.ADMINISTRATOR in actor.roles
    )


def _competent(actor: Actor, base: Base, producer: str) -> bool:
    """A producer, or one of its people. A museum has its inventory, but neither its official name
    nor its appellation: in Muséofile, only who manages the base does."""
    if actor.kind not in (Kind.PRODUCER, Kind.PERSON) or producer not in actor.producers:
        return False
    return base.key != "museo" or Role.MANAGER in actor.roles


def _speaks_for(actor: Actor, deed: Deed, base: Base, producer: str) -> bool:
    if deed is Deed.MINISTRY_COPY:
        return actor.kind is Kind.MINISTRY
    return deed not in _UNATTENDED and _competent(actor, base, producer)


def _in_own_museum(actor: Actor, museum: str) -> Refusal | None:
    if museum and museum in actor.museums:
        return None
    if not museum:
        return _refusal(
            "NO_MUSEUM",
            "La notice ne dit pas de quel musée elle relève ; indiquez le code Muséofile (MUSEO).",
        )
    return _refusal(
        "NOT_YOUR_MUSEUM",
        f"Cette notice relève du musée {museum}, et « {actor.name} » n’écrit pas pour lui ; "
        "adressez-vous à ce musée.",
    )


def _shown(base: Base, code: str, field: Field) -> str:
    return f"« {field.label} » ({code})" if field.label else f"Le champ {code} de {base.short}"


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _refusal(code: str, message: str) -> Refusal:
    return Refusal(code, typeset(message))
