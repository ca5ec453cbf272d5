"""Reports leave by a real SMTP server, once; those that fail wait, and nothing is lost."""

import socket
from collections.abc import Iterator
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.utils import timezone
from pytest_django import Settings

from pop.notices import demonstration
from pop.visitors import mailing
from pop.visitors.models import Report

pytestmark = pytest.mark.django_db


class Letters:
    """What the server received; it refuses those to `refused`."""

    def __init__(self) -> None:
        self.received: list[EmailMessage] = []

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address.startswith("refused"):
            return "550 nobody of that name"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        assert isinstance(envelope.content, bytes)
        message = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(message, EmailMessage)
        self.received.append(message)
        return "250 OK"


@pytest.fixture
def letters(settings: Settings) -> Iterator[Letters]:
    handler = Letters()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Controller(handler, hostname="127.0.0.1", port=port)
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = port
    yield handler
    server.stop()


def _report(number: int = 1, **changes: object) -> Report:
    values = {
        "receipt": f"SIG-AAAAA-0000{number}", "token": str(number), "base": "merimee",
        "ref": "PA00990001", "version": 1, "title": "Halle\naux grains",
        "address": "https://pop.example/notice/merimee/PA00990001", "producer": "Inventaire",
        "subject": "description", "text": "La halle est de 1768.", "email": "lectrice@example.fr",
        "recipient": "crmh@example.fr", **changes,
    }  # fmt: skip
    return Report.objects.create(**values)


def test_a_report_is_mailed_once_with_all_that_answers_need(letters: Letters) -> None:
    report = _report()
    assert mailing.send_waiting() == (1, 0)
    assert mailing.send_waiting() == (0, 0)
    (message,) = letters.received
    assert message["To"] == "crmh@example.fr"
    assert message["Reply-To"] == "lectrice@example.fr"
    assert message["Subject"] == "[POP] SIG-AAAAA-00001 : Halle aux grains (PA00990001)"
    body = message.get_content()
    assert "La halle est de 1768." in body
    assert "https://pop.example/notice/merimee/PA00990001" in body
    report.refresh_from_db()
    assert report.sent_at is not None


def test_without_an_address_nobody_is_answered(letters: Letters) -> None:
    _report(email="")
    mailing.send_waiting()
    assert letters.received[0]["Reply-To"] is None
    assert "n’attend pas de réponse" in letters.received[0].get_content()


def test_a_report_without_a_service_goes_to_the_contact_of_the_site(
    letters: Letters, settings: Settings
) -> None:
    _report(recipient="")
    assert mailing.send_waiting() == (0, 0)
    settings.CONTACT = "pop@example.fr"
    assert mailing.send_waiting() == (1, 0)
    assert letters.received[0]["To"] == "pop@example.fr"


def test_what_a_server_refuses_waits_longer_each_time_and_stops_no_other(letters: Letters) -> None:
    refused = _report(1, recipient="refused@example.fr")
    _report(2)
    assert mailing.send_waiting() == (1, 1)
    assert mailing.send_waiting() == (0, 0), "its time has not come"
    waits = []
    for _ in range(3):
        refused.refresh_from_db()
        assert refused.retry_at is not None
        waits.append(refused.retry_at - timezone.now())
        Report.objects.filter(pk=refused.pk).update(retry_at=timezone.now())
        assert mailing.send_waiting() == (0, 1)
    assert waits == sorted(waits)
    assert timedelta(minutes=1) < waits[0] < timedelta(minutes=3)


def test_no_server_loses_nothing(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    _report()
    assert mailing.send_waiting() == (0, 1)
    assert Report.objects.get().sent_at is None


def test_nothing_leaves_a_demonstration_nor_a_site_without_mail(
    letters: Letters, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    _report()
    with monkeypatch.context() as patch:
        patch.setattr(demonstration, "held", lambda: object())
        assert mailing.send_waiting() == (0, 0)
    settings.EMAIL_HOST = ""
    assert mailing.send_waiting() == (0, 0)
    assert letters.received == []
