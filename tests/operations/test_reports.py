"""`pop reports` shows what came, and refuses to send from where nothing can leave."""

import json

import pytest

from pop.operations.program import DONE, UNUSABLE, main
from pop.visitors.models import Report

pytestmark = pytest.mark.django_db


def test_reports_are_listed_without_addresses(capsys: pytest.CaptureFixture[str]) -> None:
    Report.objects.create(
        receipt="SIG-AAAAA-00001", token="1", base="merimee", ref="PA1", version=1, title="Halle",
        address="https://pop.example/", producer="Inventaire", subject="lieu", text="Ailleurs.",
        email="lectrice@example.fr", recipient="crmh@example.fr",
    )  # fmt: skip
    assert main(["reports"]) == DONE
    said = capsys.readouterr().out
    assert "en attente : 1" in said
    assert "SIG-AAAAA-00001" in said
    assert "lectrice" not in said
    assert main(["reports", "--json"]) == DONE
    (report,) = json.loads(capsys.readouterr().out)
    assert (report["ref"], report["text"], report["sent"]) == ("PA1", "Ailleurs.", None)


def test_nothing_is_sent_without_a_mail_server(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reports", "--send"]) == UNUSABLE
    assert "POP_MAIL" in capsys.readouterr().err
