"""Every address of the site, as its patterns write it."""

import re

from django.urls import URLPattern, URLResolver, get_resolver


def routes() -> list[str]:
    """« notice/{base}/{ref} » and the others."""
    return _routes(get_resolver().url_patterns)


def _routes(patterns: list[URLPattern | URLResolver], prefix: str = "") -> list[str]:
    found = []
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            found += _routes(pattern.url_patterns, route)
        else:
            found.append(re.sub(r"<\w+:(\w+)>", r"{\1}", route))
    return found
