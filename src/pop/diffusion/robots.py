"""What search engines may keep: nothing of a site that shows the demonstration."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse

from pop.notices import demonstration

GetResponse = Callable[[HttpRequest], HttpResponseBase]


def unlisted(get_response: GetResponse) -> GetResponse:
    """The middleware that says so with every answer, pictures included; the pages find what to
    say in request.META["pop.banner"]."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        is_invented = demonstration.held() is not None
        request.META["pop.banner"] = demonstration.SENTENCE if is_invented else ""
        response = get_response(request)
        if is_invented:
            response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return answer


def robots_txt(request: HttpRequest) -> HttpResponse:
    """/robots.txt. Pages of a demonstration stay open to robots: closed, they could not read that
    they must not keep them, and would list the bare addresses."""
    is_invented = demonstration.held() is not None
    closed = ("/iiif/",) if is_invented else ("/recherche", "/hasard", "/telecharger/")
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in closed)]
    if not is_invented:
        lines.append(f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
