"""What search engines are offered: every notice, by its permanent address, in files they take,
and the pages that lead to them: producers, museums, texts.

Left out: people who may be living (rules of the domain, §5), and the whole of a demonstration.
"""

from collections.abc import Iterator
from datetime import date

from django.db.models import Max
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.html import escape

from pop.diffusion.addresses import notice_address
from pop.diffusion.editorial import PAGES
from pop.diffusion.producers import known
from pop.model import catalogue
from pop.model.living import may_live
from pop.notices import demonstration
from pop.notices.models import Notice

# Notices of a file, by their database keys: a protocol takes 50,000 at most.
PART = 20_000
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_TYPE = "application/xml; charset=utf-8"


def index(request: HttpRequest) -> HttpResponse:
    """The list of the files."""
    paths: list[str] = []
    if not demonstration.held():
        last = Notice.objects.aggregate(last=Max("pk"))["last"] or 0
        numbers = range(1, -(-last // PART) + 1)
        paths = [reverse("sitemap-pages"), *(reverse("sitemap-part", args=[n]) for n in numbers)]
    files = map(request.build_absolute_uri, paths)
    entries = "".join(f"<sitemap><loc>{escape(file)}</loc></sitemap>" for file in files)
    return HttpResponse(_xml(f"<sitemapindex {_SPACE}>{entries}</sitemapindex>"), _TYPE)


def pages(request: HttpRequest) -> HttpResponse:
    """The pages that are no notice: home, lists, producers that have notices, texts."""
    if demonstration.held():
        raise Http404
    names = ("home", "museums", "producers", "statistics", "dictionary", "site-map")
    paths = [
        *map(reverse, (*names, *(f"page-{name}" for name in PAGES))),
        *(one.address for one in known() if one.total),
    ]
    entries = "".join(
        f"<url><loc>{escape(request.build_absolute_uri(path))}</loc></url>" for path in paths
    )
    return HttpResponse(_xml(f"<urlset {_SPACE}>{entries}</urlset>"), _TYPE)


def part(request: HttpRequest, number: int) -> HttpResponseBase:
    """The notices of one file, in one query."""
    if number < 1 or demonstration.held():
        raise Http404(str(number))
    return StreamingHttpResponse(_part(request, number), content_type=_TYPE)


def _part(request: HttpRequest, number: int) -> Iterator[str]:
    origin = request.build_absolute_uri("/").rstrip("/")
    today = date.today()
    here = Notice.objects.filter(pk__gt=(number - 1) * PART, pk__lte=number * PART)
    people = [base.key for base in catalogue.bases().values() if base.person]
    private = {
        notice.pk
        for notice in here.filter(base__in=people).only("pk", "base", "values").iterator()
        if may_live(catalogue.base(notice.base), notice.values, today)
    }
    yield _xml(f"<urlset {_SPACE}>")
    found = here.order_by("pk").values_list("pk", "base", "ref", "updated_on")
    for key, base, ref, updated in found.iterator():
        if key not in private:
            seen = f"<lastmod>{updated.isoformat()}</lastmod>" if updated else ""
            yield f"<url><loc>{escape(origin + notice_address(base, ref))}</loc>{seen}</url>"
    yield "</urlset>"


def _xml(text: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'
