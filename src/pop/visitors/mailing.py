"""Reports mailed to producers: those that wait are tried again, later each time, never lost."""

from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import F, Q
from django.utils import timezone

from pop.notices import demonstration
from pop.visitors.models import Report, Subject

MOST_AT_ONCE = 50
# Minutes before another try: 2, 4, 8… a day at most.
LONGEST_WAIT = timedelta(days=1)


def is_set_up() -> bool:
    """Whether mail can leave; never from a demonstration, whose producers do not exist."""
    return bool(settings.EMAIL_HOST) and demonstration.held() is None


def send_waiting() -> tuple[int, int]:
    """Mail the reports whose time has come: how many left, how many failed.

    Each is claimed before it is sent, so that two processes never send the same. A crash in
    between sends it again later: twice rather than never.
    """
    if not is_set_up():
        return 0, 0
    sent = failed = 0
    now = timezone.now()
    due = Q(retry_at=None) | Q(retry_at__lte=now)
    unsent = Report.objects.filter(due, sent_at=None)
    if not settings.CONTACT:
        unsent = unsent.exclude(recipient="")
    waiting = list(unsent.order_by("pk")[:MOST_AT_ONCE])
    if not waiting:
        return 0, 0
    server = get_connection()
    try:
        server.open()
    except OSError:
        # Nobody there: none of them has been tried.
        return 0, len(waiting)
    try:
        for report in waiting:
            if not _claim(report):
                continue
            try:
                _message(report, server).send()
            except OSError:
                # SMTP errors are OSError too: the report waits for its next try.
                failed += 1
                continue
            Report.objects.filter(pk=report.pk).update(sent_at=timezone.now())
            sent += 1
    finally:
        server.close()
    return sent, failed


def _claim(report: Report) -> bool:
    wait = min(timedelta(minutes=2 ** min(report.attempts + 1, 12)), LONGEST_WAIT)
    mine = Report.objects.filter(pk=report.pk, attempts=report.attempts, sent_at=None)
    return bool(mine.update(attempts=F("attempts") + 1, retry_at=timezone.now() + wait))


def _message(report: Report, server: BaseEmailBackend) -> EmailMessage:
    reply = (
        f"Pour répondre à l’auteur du signalement, répondez à ce message ({report.email}).\n"
        if report.email
        else "L’auteur du signalement n’a pas laissé d’adresse : il n’attend pas de réponse.\n"
    )
    title = " ".join(report.title.split())
    return EmailMessage(
        subject=f"[POP] {report.receipt} : {title} ({report.ref})",
        body=(
            "Bonjour,\n\n"
            "Une personne qui consultait POP signale une erreur sur une de vos notices.\n\n"
            f"Notice : {title}\n"
            f"Référence : {report.ref}\n"
            f"Adresse : {report.address}\n"
            f"Objet : {Subject(report.subject).label}\n"
            f"Numéro du signalement : {report.receipt}\n\n"
            f"{report.text}\n\n"
            f"{reply}"
        ),
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[report.recipient or settings.CONTACT],
        reply_to=[report.email] if report.email else None,
        connection=server,
    )
