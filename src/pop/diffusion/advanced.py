"""The advanced search: rows and groups that make the address of a search.

A GET form: its address says the whole draft. Each button comes back here with what is to be done
(`faire`), and leads to the address of what was done, at the control to fill next; « Rechercher »
leads to the results, at the address of any search.
"""

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from msgspec.structs import replace

from pop.diffusion import drafting, drafts
from pop.diffusion.addresses import search_address
from pop.diffusion.drafts import BLANK, Group, Path, Row, suffix
from pop.diffusion.filters import kept, pairs
from pop.diffusion.shown_drafts import shown, templates_of_operators
from pop.model import catalogue
from pop.search.answers.searching import PREPARING, is_preparing, total
from pop.search.answers.values import suggested
from pop.search.asking.address import read
from pop.search.asking.criteria import Misunderstood, checked
from pop.search.asking.query import LONGEST_TEXT, Query
from pop.search.asking.wording import said
from pop.search.engine.generations import snapshot

SEARCH, REFRESH = "chercher", "actualiser"
_ACTION = re.compile(r"(condition|groupe|retirer)((?:-[1-9]\d{0,2})*)")


@dataclass(frozen=True, slots=True)
class _Asked:
    """What an address of this page asks: the search without its criteria, their draft."""

    query: Query
    draft: Group
    remarks: list[str]
    codes: bool

    def address(self, draft: Group, place: str = "") -> str:
        """Where another draft of the same search is, at one of its controls."""
        given = [*pairs(self.query), *drafts.written(draft)]
        if self.codes:
            given.append(("codes", ""))
        asked = urlencode(given, quote_via=quote, safe=";,:")
        return f"{reverse('advanced')}?{asked}" + (f"#{place}" if place else "")


def advanced(request: HttpRequest) -> HttpResponse:
    """The form; what its buttons do is done, and shown at its own address."""
    asked = _read(request)
    action = request.GET.get("faire", "")
    if action == SEARCH:
        node, problems = drafting.tree(asked.draft)
        if problems:
            return _page(request, asked, problems=problems)
        try:
            criteria = node and checked(node)
        except Misunderstood as error:
            return _page(request, asked, str(error))
        return HttpResponseRedirect(search_address(replace(asked.query, criteria=criteria)))
    if action:
        try:
            return HttpResponseRedirect(_done(asked, action))
        except Misunderstood as error:
            return _page(request, asked, str(error))
    return _page(request, asked)


def values(request: HttpRequest) -> HttpResponse:
    """What a field may be compared with, from the letters typed, as JSON for the form."""
    name, typed = request.GET.get("champ", "")[:LONGEST_TEXT], request.GET.get("q", "")[:200]
    state = snapshot()
    try:
        found = suggested(name, typed, state) if state else []
    except Misunderstood:
        found = []
    response = JsonResponse({"values": found})
    response["Cache-Control"] = "public, max-age=60"
    return response


def _read(request: HttpRequest) -> _Asked:
    parameters = dict(request.GET.lists())
    draft, more = drafts.read(parameters)
    if draft is not None:
        parameters.pop("criteres", None)
    query, remarks = read(parameters)
    return _Asked(
        replace(query.first_page(), criteria=None),
        drafting.fitted_group(drafts.of(query.criteria) if draft is None else draft),
        [*remarks, *more],
        "codes" in parameters,
    )


def _done(asked: _Asked, action: str) -> str:
    """The address of the draft once a button did what it says. Raises Misunderstood."""
    found = _ACTION.fullmatch(action)
    if found is None:
        return asked.address(asked.draft, REFRESH)
    path = tuple(int(rank) for rank in found[2].split("-")[1:])
    if found[1] == "retirer":
        draft, place = drafting.removed(asked.draft, path)
    else:
        draft, place = drafting.added(
            asked.draft, path, Row() if found[1] == "condition" else BLANK
        )
    return asked.address(draft, _control(draft, place))


def _control(draft: Group, path: Path) -> str:
    """The control where the keyboard goes on: of a new group, the field of its first row."""
    part = drafting.at(draft, path)
    if part == BLANK and path:
        return f"champ{suffix((*path, 1))}"
    return f"{'groupe' if isinstance(part, Group) else 'champ'}{suffix(path)}"


def _page(
    request: HttpRequest,
    asked: _Asked,
    refused: str = "",
    problems: dict[Path, drafting.Problem] | None = None,
) -> HttpResponse:
    sentence, count, problem = _meaning(asked)
    messages: list[dict[str, Any]] = [
        {"kind": "warning", "text": remark} for remark in [*asked.remarks, problem] if remark
    ]
    if refused:
        messages.insert(0, {"kind": "error", "text": refused})
    if problems:
        messages.insert(0, _told(problems))
    context = {
        "bases": [
            {"key": base.key, "name": base.name, "checked": base.key in asked.query.bases}
            for base in catalogue.bases().values()
        ],
        "text": asked.query.text,
        "kept": kept(asked.query),
        "hidden": [pair for pair in pairs(asked.query) if pair[0] in ("tel-quel", "tri", "vue")],
        "group": shown(asked.draft, asked.query.bases, problems or {}, asked.codes),
        "operators": templates_of_operators(),
        "messages": messages,
        "sentence": sentence,
        "total": count,
        "partial": bool(drafting.tree(asked.draft)[1]),
        "codes_url": _other_codes(asked),
    }
    return render(request, "diffusion/advanced.html", context)


def _other_codes(asked: _Asked) -> str:
    """The same draft with the codes of the fields, or without them."""
    other = _Asked(asked.query, asked.draft, [], not asked.codes)
    return other.address(asked.draft)


def _told(problems: dict[Path, drafting.Problem]) -> dict[str, Any]:
    """The problems of the rows above the form, each with a link to the control to mend."""
    one = len(problems) == 1
    return {
        "kind": "error",
        "title": "Une condition est à compléter"
        if one
        else f"{len(problems)} conditions sont à compléter",
        "text": "",
        "links": [
            {
                "label": f"Condition {'.'.join(map(str, path))} : {problem.message}",
                "url": f"#{problem.control}{suffix(path)}",
            }
            for path, problem in problems.items()
        ],
    }


def _meaning(asked: _Asked) -> tuple[str, int | None, str]:
    """What is asked already, in words; how many notices that is; why it cannot be counted."""
    try:
        query = replace(asked.query, criteria=drafting.complete(asked.draft))
    except Misunderstood as error:
        return "", None, str(error)
    if query.restrictions == Query():
        return "", None, ""
    state = snapshot()
    if state is None and is_preparing():
        return said(query, asked.codes), None, PREPARING
    try:
        count = total(query, state) if state else 0
    except Misunderstood as error:
        return said(query, asked.codes), None, str(error)
    return said(query, asked.codes), count, ""
