"""Reports of errors: taken in, given a receipt, kept for the producer.

Robots are held off without asking people for anything: the form is dated and signed, a field that
nobody sees must stay empty, and one machine sends only so many in an hour.
"""

import secrets
from dataclasses import dataclass
from datetime import date, timedelta

from django.core import signing
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils import timezone

from pop.model import catalogue
from pop.notices import generated
from pop.notices.derived import derive
from pop.notices.models import Notice
from pop.visitors.models import Report, Subject

MOST_AN_HOUR = 10
SHORTEST, LONGEST = 10, 4000
# A person reads before writing; a page left open overnight is still good.
QUICKEST, OLDEST = timedelta(seconds=3), timedelta(hours=24)
EMAILS_KEPT = timedelta(days=365)

_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_SIGNER = signing.TimestampSigner(salt="pop.visitors.reports")


@dataclass(frozen=True, slots=True)
class Draft:
    """What the form said. `trap`: the field that nobody sees."""

    token: str = ""
    subject: str = ""
    text: str = ""
    email: str = ""
    trap: str = ""


class Faults(Exception):
    """Why a report is not taken, in sentences; `fields` by field, `whole` for all of it."""

    def __init__(self, fields: dict[str, str], whole: str = "", too_many: bool = False) -> None:
        super().__init__(whole, fields)
        self.fields, self.whole, self.too_many = fields, whole, too_many


def new_token() -> str:
    """What a new form bears: unique, dated, signed."""
    return _SIGNER.sign(secrets.token_urlsafe(16))


def file(notice: Notice, title: str, address: str, draft: Draft, sender: str) -> Report:
    """Take a report in. The same form sent again gives the same report.

    title, address: of the notice, as its page says them. Raises Faults, after which nothing is
    written and the draft can be shown again.
    """
    token = _checked(draft)
    if known := Report.objects.filter(token=token).first():
        return known
    hour_ago = timezone.now() - timedelta(hours=1)
    if Report.objects.filter(sender=sender, at__gt=hour_ago).count() >= MOST_AN_HOUR:
        raise Faults(
            {},
            "Vous avez déjà envoyé beaucoup de signalements depuis une heure. "
            "Gardez votre texte et revenez un peu plus tard.",
            too_many=True,
        )
    report = Report(
        receipt=_receipt(),
        token=token,
        base=notice.base,
        ref=notice.ref,
        version=notice.version,
        title=title[:300],
        address=address,
        producer=notice.producer,
        subject=draft.subject,
        text=draft.text.strip(),
        email=draft.email.strip(),
        recipient=recipient(notice),
        sender=sender,
    )
    try:
        with transaction.atomic():
            report.save(force_insert=True)
    except IntegrityError:
        # The other of two clicks came first.
        return Report.objects.get(token=token)
    return report


def recipient(notice: Notice) -> str:
    """The functional address of the service that holds a notice, "" when none is known.

    It serves here even where it is out of public sight (rules of the domain, §5).
    """
    fields = catalogue.base(notice.base).fields
    values = generated.whole(notice, derive([notice])[notice.pk])
    for code in ("CONTACT", "CONTACT_GENERIQUE"):
        given = values.get(code) if code in fields else None
        for address in given if isinstance(given, list) else [given]:
            if isinstance(address, str) and _is_email(address.strip()):
                return address.strip()
    return ""


def of_receipt(receipt: str) -> Report | None:
    """The report of that receipt, however it is spelt."""
    return Report.objects.filter(receipt=receipt.strip().upper()).first()


def forget(today: date) -> int:
    """Erase what is no longer needed of old reports: addresses after a year, marks the day after.

    How many reports it touched.
    """
    now = timezone.now()
    old = Report.objects.filter(at__lt=now - EMAILS_KEPT).exclude(email="").update(email="")
    marked = Report.objects.filter(at__date__lt=today).exclude(sender="").update(sender="")
    return old + marked


def _checked(draft: Draft) -> str:
    """The token of a draft that has no fault; raises Faults."""
    faults = {}
    if draft.subject not in Subject.values:
        faults["subject"] = "Choisissez ce que concerne le signalement."
    length = len(draft.text.strip())
    if length < SHORTEST:
        faults["text"] = (
            "Décrivez l’erreur en quelques mots : ce qui est écrit, et ce qui serait juste."
        )
    elif length > LONGEST:
        faults["text"] = (
            f"Le texte a {length} signes, {LONGEST} au plus : raccourcissez-le, "
            "vous pourrez donner le reste au producteur quand il vous répondra."
        )
    if draft.email.strip() and not _is_email(draft.email.strip()):
        faults["email"] = "Cette adresse n’est pas complète ; exemple : nom@exemple.fr."
    if draft.trap:
        faults["trap"] = "Laissez ce champ vide, puis renvoyez."
    whole = ""
    if not _is_signed(draft.token):
        whole = "Ce formulaire n’est plus valable : relisez-le et renvoyez-le."
    elif _is_signed(draft.token, QUICKEST):
        whole = "C’était très rapide : relisez votre texte, puis renvoyez-le."
    elif not _is_signed(draft.token, OLDEST):
        whole = "Ce formulaire était ouvert depuis longtemps : relisez-le et renvoyez-le."
    if faults or whole:
        raise Faults(faults, whole)
    return _SIGNER.unsign(draft.token)


def _is_signed(token: str, within: timedelta | None = None) -> bool:
    """Whether we signed it, and not longer ago than that."""
    try:
        _SIGNER.unsign(token, max_age=within)
    except signing.BadSignature:
        return False
    return True


def _receipt() -> str:
    """« SIG-7KQ4M-3TDXW »: easy to dictate, not to be guessed."""
    drawn = "".join(secrets.choice(_LETTERS) for _ in range(10))
    return f"SIG-{drawn[:5]}-{drawn[5:]}"


def _is_email(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return len(text) <= 254
