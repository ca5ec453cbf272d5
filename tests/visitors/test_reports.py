"""Reports are taken in once, with a receipt; robots and floods are not."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils import timezone

from pop.notices.models import Notice
from pop.visitors import reports
from pop.visitors.models import Report
from pop.visitors.reports import Draft, Faults
from tests.loading import load_rows

pytestmark = pytest.mark.django_db
ADDRESS = "https://pop.example/notice/merimee/PA00990001"


@pytest.fixture
def notice() -> Notice:
    load_rows("merimee", {"REF": "PA00990001", "TICO": "Halle", "CONTACT": "crmh@example.fr"})
    return Notice.objects.get(ref="PA00990001")


@pytest.fixture
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every form is as if it had been read for a while."""
    monkeypatch.setattr(reports, "QUICKEST", timedelta(seconds=-1))


def _draft(**changes: str) -> Draft:
    good = Draft(
        token=reports.new_token(),
        subject="description",
        text="La halle est de 1768, non de 1678.",
        email="lectrice@example.fr",
    )
    return replace(good, **changes)


def _file(notice: Notice, draft: Draft, sender: str = "someone") -> Report:
    return reports.file(notice, "Halle", ADDRESS, draft, sender)


@pytest.mark.usefixtures("_patient")
def test_a_report_says_what_was_seen_and_to_whom_it_goes(notice: Notice) -> None:
    filed = _file(notice, _draft(text="  La halle est de 1768. \n"))
    stored = Report.objects.get()
    assert stored.receipt == filed.receipt
    assert (stored.base, stored.ref, stored.version) == ("merimee", "PA00990001", notice.version)
    assert stored.text == "La halle est de 1768."
    assert stored.recipient == "crmh@example.fr"
    assert stored.sent_at is None


@pytest.mark.usefixtures("_patient")
def test_a_work_is_reported_to_its_museum() -> None:
    load_rows("museo", {"REF": "M9901", "NOMOFF": "Musée", "CONTACT_GENERIQUE": "m@example.fr"})
    load_rows("joconde", {"REF": "09940004427", "TITR": "Barque", "MUSEO": "M9901"})
    for ref in ("M9901", "09940004427"):
        assert reports.recipient(Notice.objects.get(ref=ref)) == "m@example.fr"


@pytest.mark.parametrize("given", ["", "pas une adresse", "a@example.fr\nBcc: b@example.fr"])
def test_what_is_no_address_is_written_to_by_nobody(given: str) -> None:
    load_rows("merimee", {"REF": "PA00990002", "TICO": "Halle", "CONTACT": given})
    assert reports.recipient(Notice.objects.get(ref="PA00990002")) == ""


@pytest.mark.usefixtures("_patient")
def test_the_same_form_sent_twice_is_one_report(notice: Notice) -> None:
    draft = _draft()
    assert _file(notice, draft).receipt == _file(notice, draft).receipt
    assert Report.objects.count() == 1


@pytest.mark.usefixtures("_patient")
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("subject", "n’importe quoi"),
        ("text", "Faux"),
        ("text", "a" * (reports.LONGEST + 1)),
        ("email", "lectrice@"),
        ("trap", "https://spam.example"),
    ],
)
def test_each_fault_is_said_beside_its_field(notice: Notice, field: str, value: str) -> None:
    with pytest.raises(Faults) as said:
        _file(notice, _draft(**{field: value}))
    assert list(said.value.fields) == [field]
    assert not Report.objects.exists()


def test_a_form_filled_faster_than_people_read_is_sent_back(notice: Notice) -> None:
    with pytest.raises(Faults, match="très rapide"):
        _file(notice, _draft())


@pytest.mark.usefixtures("_patient")
def test_a_form_that_is_not_ours_or_too_old_is_sent_back(
    notice: Notice, monkeypatch: pytest.MonkeyPatch
) -> None:
    for token in ("", "jeton", reports.new_token() + "x"):
        with pytest.raises(Faults, match="plus valable"):
            _file(notice, _draft(token=token))
    monkeypatch.setattr(reports, "OLDEST", timedelta(seconds=-1))
    monkeypatch.setattr(reports, "QUICKEST", timedelta(seconds=-2))
    with pytest.raises(Faults, match="longtemps"):
        _file(notice, _draft())


@pytest.mark.usefixtures("_patient")
def test_one_machine_sends_only_so_many_in_an_hour(notice: Notice) -> None:
    for _ in range(reports.MOST_AN_HOUR):
        _file(notice, _draft())
    with pytest.raises(Faults) as said:
        _file(notice, _draft())
    assert said.value.too_many
    _file(notice, _draft(), sender="someone else")
    Report.objects.filter(sender="someone").update(at=timezone.now() - timedelta(minutes=61))
    _file(notice, _draft())


@pytest.mark.usefixtures("_patient")
def test_receipts_are_found_however_they_are_spelt(notice: Notice) -> None:
    filed = _file(notice, _draft())
    assert reports.of_receipt(f" {filed.receipt.lower()} ") == filed
    assert reports.of_receipt("SIG-AAAAA-AAAAA") is None


@pytest.mark.usefixtures("_patient")
def test_addresses_and_marks_are_forgotten_in_time(notice: Notice) -> None:
    filed = _file(notice, _draft())
    today = timezone.localdate()
    assert reports.forget(today) == 0
    assert reports.forget(today + timedelta(days=1)) == 1
    filed.refresh_from_db()
    assert (filed.sender, filed.email) == ("", "lectrice@example.fr")
    Report.objects.update(at=timezone.now() - reports.EMAILS_KEPT - timedelta(minutes=1))
    assert reports.forget(date(2000, 1, 1)) == 1
    filed.refresh_from_db()
    assert filed.email == ""
    assert filed.text
