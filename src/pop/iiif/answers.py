"""How answers leave: JSON-LD that any site may read, kept a few minutes, refused in French."""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

PROFILE = 'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"'
# What a notice says may change, or be withdrawn, at any moment.
CACHE = "public, max-age=300"
SAFE = "GET, HEAD, OPTIONS"

Answer = dict[str, Any] | HttpResponse


class Refused(Exception):
    """Nothing to give: the status of the answer, and why, in French."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status
        self.why = why


def given(view: Callable[..., Answer]) -> Callable[..., HttpResponse]:
    """A view of values: what it returns leaves as JSON-LD, what it refuses as an error."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = _answered(request, lambda: view(request, *args, **kwargs))
        response["Access-Control-Allow-Origin"] = "*"
        return response

    return answer


def _answered(request: HttpRequest, make: Callable[[], Answer]) -> HttpResponse:
    if request.method == "OPTIONS":
        return HttpResponse(
            status=204,
            headers={
                "Allow": SAFE,
                "Access-Control-Allow-Methods": SAFE,
                "Access-Control-Allow-Headers": "Accept, If-None-Match",
                "Access-Control-Max-Age": "86400",
            },
        )
    if request.method not in ("GET", "HEAD"):
        response = _refusal(405, "Cette adresse se lit : elle ne prend rien.")
        response["Allow"] = SAFE
        return response
    try:
        made = make()
    except Refused as error:
        return _refusal(error.status, error.why)
    return made if isinstance(made, HttpResponse) else _linked_data(request, made)


def _linked_data(request: HttpRequest, values: dict[str, Any]) -> HttpResponse:
    body = msgspec.json.encode(values)
    mark = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    response = HttpResponse(body, content_type=PROFILE)
    response["Cache-Control"] = CACHE
    response["ETag"] = mark
    unchanged = get_conditional_response(request, etag=mark, response=response)
    return unchanged if isinstance(unchanged, HttpResponse) else response


def _refusal(status: int, why: str) -> HttpResponse:
    body = msgspec.json.encode({"error": why})
    return HttpResponse(body, status=status, content_type="application/json; charset=utf-8")
