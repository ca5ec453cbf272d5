"""« Signaler une erreur » : the form of a notice, and the page of a receipt."""

from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from pop.diffusion import finding
from pop.diffusion.addresses import notice_address, report_address
from pop.diffusion.cards import MOST_FOLLOWED, card
from pop.model import catalogue
from pop.notices.derived import derive
from pop.notices.models import Notice
from pop.visitors import reports, senders
from pop.visitors.models import Subject
from pop.visitors.reports import Draft, Faults


@never_cache
def report(request: HttpRequest, base: str, ref: str) -> HttpResponse:
    """The form; once it is sent, the page of its receipt."""
    notice = finding.found(base, ref)
    permanent = report_address(notice.base, notice.ref)
    if request.path != permanent:
        return HttpResponseRedirect(permanent)
    shown = card(notice, derive([notice], MOST_FOLLOWED)[notice.pk])
    if request.method != "POST":
        draft = Draft(token=reports.new_token())
        return _form(request, notice, shown, draft, Faults({}))
    draft = _draft(request)
    address = request.build_absolute_uri(notice_address(notice.base, notice.ref))
    sender = senders.mark(request.META, timezone.localdate())
    try:
        filed = reports.file(notice, shown["title"], address, draft, sender)
    except Faults as faults:
        # A form too old is replaced; too quick, it only has to be sent again.
        fresh = replace(draft, token=reports.new_token()) if faults.whole else draft
        return _form(request, notice, shown, fresh, faults)
    return HttpResponseRedirect(reverse("receipt", args=[filed.receipt]))


@never_cache
def receipt(request: HttpRequest, receipt: str) -> HttpResponse:
    """What became of a report: nothing of what it says, receipts are shown around."""
    filed = reports.of_receipt(receipt)
    if filed is None:
        raise Http404(receipt)
    context = {
        "report": filed,
        "subject": Subject(filed.subject).label,
        "notice_url": notice_address(filed.base, filed.ref),
        "base": catalogue.base(filed.base).name,
    }
    return render(request, "diffusion/receipt.html", context)


def _draft(request: HttpRequest) -> Draft:
    given = request.POST
    return Draft(
        token=given.get("jeton", ""),
        subject=given.get("objet", ""),
        text=given.get("texte", "").replace("\r\n", "\n"),
        email=given.get("courriel", ""),
        trap=given.get("site", ""),
    )


def _form(
    request: HttpRequest, notice: Notice, shown: dict[str, Any], draft: Draft, faults: Faults
) -> HttpResponse:
    fields = [
        {
            "id": "objet",
            "name": "objet",
            "label": "Ce que concerne l’erreur",
            "kind": "select",
            "options": [{"value": value, "label": label} for value, label in Subject.choices],
            "value": draft.subject,
            "required": True,
            "error": faults.fields.get("subject", ""),
        },
        {
            "id": "texte",
            "name": "texte",
            "label": "L’erreur, et ce qui serait juste",
            "help": "Si vous connaissez une source (livre, archive, site), donnez-la.",
            "kind": "textarea",
            "value": draft.text,
            "required": True,
            "most": reports.LONGEST,
            "error": faults.fields.get("text", ""),
        },
        {
            "id": "courriel",
            "name": "courriel",
            "label": "Votre adresse électronique",
            "help": "Pour recevoir une réponse ; par exemple nom@exemple.fr. Elle est donnée au "
            "service qui tient la notice, à personne d’autre, et effacée après un an.",
            "kind": "email",
            "value": draft.email,
            "autocomplete": "email",
            "most": 254,
            "error": faults.fields.get("email", ""),
        },
    ]
    context = {
        "card": shown,
        "producer": notice.producer,
        "fields": fields,
        "token": draft.token,
        "trap": {"value": draft.trap, "error": faults.fields.get("trap", "")},
        "whole": faults.whole,
        "wrong": [field for field in fields if field["error"]],
    }
    status = 429 if faults.too_many else 422 if faults.whole or faults.fields else 200
    return render(request, "diffusion/report.html", context, status=status)
