"""What pages of the index answer while there is none to read yet.

A first index, or one for documents of another shape (an upgrade), takes hours at millions of
notices: the pages that search or count say so, rather than that there is nothing.
"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pop.search.answers.searching import PREPARING, is_preparing

# Seconds after which to ask again, for robots and relays.
ASK_AGAIN = 300

Rest = ParamSpec("Rest")
View = Callable[Concatenate[HttpRequest, Rest], HttpResponse]


def once_indexed(view: View[Rest]) -> View[Rest]:
    """The view, once there is an index; until then a page that says what is under way."""

    @wraps(view)
    def answered(request: HttpRequest, /, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponse:
        if not is_preparing():
            return view(request, *args, **kwargs)
        response = render(request, "diffusion/preparing.html", {"text": PREPARING}, status=503)
        response["Retry-After"] = str(ASK_AGAIN)
        return response

    return answered
