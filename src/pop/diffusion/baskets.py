"""« Panier » : notices kept without an account, named, shared by an address, taken away as CSV."""

import csv
import io
from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from pop.diffusion import keeping
from pop.diffusion.addresses import notice_address
from pop.diffusion.cards import card, cards
from pop.diffusion.paging import asked_page, pages
from pop.diffusion.pictures import first_rights
from pop.model import catalogue
from pop.notices import reading
from pop.notices.derived import derive
from pop.notices.published import published
from pop.ui.typography import french
from pop.visitors import baskets
from pop.visitors.baskets import Item
from pop.visitors.models import Basket

PAGE_SIZE = 50
_COMMON = ("Référence", "Base", "Titre", "Lieu", "Date", "Producteur", "Statut", "Adresse")
# Of the picture that stands for the notice.
_OF_PICTURE = ("Crédit de l’image", "Droits de l’image", "Droits (adresse)", "Réutilisable")
FULL = f"Un panier contient {baskets.MOST} notices au plus : retirez-en, ou videz-le."


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def own(request: HttpRequest) -> HttpResponseBase:
    """The basket of this browser; a form of any page changes it, and comes back to that page."""
    if request.method == "POST":
        return _change(request)
    basket = baskets.own(keeping.secret(request))
    return _page(request, basket, is_own=True)


@never_cache
@require_http_methods(["GET", "HEAD"])
def shared(request: HttpRequest, public: str) -> HttpResponse:
    """A basket as its public address shows it, to anybody."""
    return _page(request, _shared(public), is_own=False)


@require_http_methods(["GET", "HEAD"])
def as_csv(request: HttpRequest, public: str) -> HttpResponse:
    """The basket as a table: what is common to all bases, then the fields of each."""
    basket = _shared(public)
    notices = reading.named(baskets.items(basket))
    values: dict[int, dict[str, Any]] = {}
    shown_cards: list[dict[str, Any]] = []
    rights: list[dict[str, Any] | None] = []
    for start in range(0, len(notices), PAGE_SIZE):
        some = notices[start : start + PAGE_SIZE]
        given = derive(some)
        values |= {notice.pk: published(notice, given[notice.pk]) for notice in some}
        shown_cards += [card(notice, given[notice.pk]) for notice in some]
        rights += [first_rights(notice, given[notice.pk]) for notice in some]
    columns = _columns((notice.base, values[notice.pk]) for notice in notices)
    text = io.StringIO()
    rows = csv.writer(text, delimiter=";")
    rows.writerow([*_COMMON, *_OF_PICTURE, *columns.values()])
    for notice, shown, told in zip(notices, shown_cards, rights, strict=True):
        filled = values[notice.pk]
        rows.writerow(
            map(
                _cell,
                [
                    notice.ref,
                    shown["base"]["name"],
                    shown["title"],
                    shown["place"],
                    shown["date"],
                    notice.producer,
                    shown["statuses"],
                    request.build_absolute_uri(notice_address(notice.base, notice.ref)),
                    *_rights(told),
                    *(filled.get(code) if base == notice.base else "" for base, code in columns),
                ],
            )
        )
    # The mark that spreadsheets need to read accents.
    response = HttpResponse("\ufeff" + text.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="panier-{basket.public}.csv"'
    return response


def _columns(filled: Iterable[tuple[str, dict[str, Any]]]) -> dict[tuple[str, str], str]:
    """The fields that one notice at least fills, by base and in its order, with their names."""
    used: dict[str, set[str]] = {}
    for base, values in filled:
        used.setdefault(base, set()).update(values)
    return {
        (base.key, code): f"{field.label} [{base.key}.{code}]"
        for base in catalogue.bases().values()
        for code, field in base.fields.items()
        if code in used.get(base.key, ())
    }


def _rights(told: dict[str, Any] | None) -> list[str]:
    """The cells of _OF_PICTURE; empty ones for a notice without picture."""
    if told is None:
        return [""] * len(_OF_PICTURE)
    statement = told["statement"]
    return [told["credit"], told["rights"], statement["url"] if statement else "", told["reuse"]]


def _cell(value: Any) -> str:
    """A value as one cell. What a spreadsheet would compute is kept as text by an apostrophe."""
    text = " ; ".join(map(str, value)) if isinstance(value, list) else str(value or "")
    return f"'{text}" if text[:1] in ("=", "+", "@", "\t") else text


def _change(request: HttpRequest) -> HttpResponseBase:
    """Do what the button said; the page it was on comes back, or JSON for a script."""
    given, secret = request.POST, keeping.secret(request)
    basket: Basket | None
    try:
        if added := _items(given.getlist("ajouter")):
            secret, basket = baskets.add(secret, added)
        elif gone := _items(given.getlist("retirer")):
            basket = baskets.take_out(secret, gone)
        elif "vider" in given:
            basket = baskets.take_out(secret)
        elif "retablir" in given:
            basket = baskets.give_back(secret)
        elif "copier" in given:
            secret, basket = baskets.add(secret, baskets.items(_shared(given["copier"])))
        else:
            basket = baskets.rename(secret, given.get("nom", ""))
    except baskets.Full:
        if _wants_json(request):
            return JsonResponse({"problem": french(FULL)}, status=409)
        return _page(request, baskets.own(secret), is_own=True, problem=FULL)
    response: HttpResponse
    if _wants_json(request):
        response = JsonResponse({"count": len(basket.items) if basket else 0})
    else:
        response = HttpResponseRedirect(_back(request))
    if basket:
        keeping.remember(request, response, secret, basket)
    return response


def _items(given: list[str]) -> list[Item]:
    """« merimee/PA00078014 », of bases that exist; references are checked when they are shown."""
    items = []
    for one in given[: baskets.MOST]:
        base, _, ref = one.partition("/")
        if base in catalogue.bases() and 0 < len(ref) <= 64:
            items.append((base, ref))
    return items


def _wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept", "") == "application/json"


def _back(request: HttpRequest) -> str:
    """The page where the button was, at the button; never another site."""
    back = request.POST.get("retour", "")
    if not back.startswith("/") or not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        return reverse("basket")
    moved = _items([*request.POST.getlist("ajouter"), *request.POST.getlist("retirer")])
    return f"{back}#{keeping.button(*moved[0], frozenset())['id']}" if moved else back


def _shared(public: str) -> Basket:
    basket = baskets.shared(public)
    if basket is None:
        raise Http404(public)
    return basket


def _page(
    request: HttpRequest, basket: Basket | None, *, is_own: bool, problem: str = ""
) -> HttpResponse:
    everything = baskets.items(basket)
    last = max(-(-len(everything) // PAGE_SIZE), 1)
    page = asked_page(request.GET.get("page", ""), last)
    here = everything[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    notices = reading.named(here)
    kept = frozenset(everything) if is_own else keeping.held(request)
    shown = keeping.mark(cards(notices), kept)
    present = {(notice.base, notice.ref) for notice in notices}
    public = reverse("shared-basket", args=[basket.public]) if basket else ""
    context = {
        "basket": basket,
        "is_own": is_own,
        "name": basket.name if basket else "",
        "total": len(everything),
        "most": baskets.MOST,
        "cards": shown,
        "gone": [
            {"ref": ref, "keep": keeping.button(base, ref, kept)}
            for base, ref in here
            if (base, ref) not in present
        ],
        "share_url": request.build_absolute_uri(public) if basket else "",
        "pdf_url": reverse("basket-pdf", args=[basket.public]) if basket else "",
        "csv_url": reverse("basket-csv", args=[basket.public]) if basket else "",
        "results_url": reverse("results"),
        "problem": {"kind": "error", "text": problem} if problem else None,
        "taken_out": len({*map(tuple, basket.taken_out)} - {*everything}) if basket else 0,
        "keeping_from": request.get_full_path() if everything else "",
        "pager": pages(page, last, lambda number: f"?page={number}"),
    }
    return render(request, "diffusion/basket.html", context, status=409 if problem else 200)
