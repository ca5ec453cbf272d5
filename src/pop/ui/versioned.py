"""Addresses of our styles, scripts and signs: each bears a mark of its content, so that browsers
keep a file for a year and still ask for it anew when it changes."""

import hashlib
from functools import cache

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage


class VersionedStorage(StaticFilesStorage):
    """Django's storage of static files, with « ?v=… » at the end of addresses."""

    def url(self, name: str | None) -> str:
        address = super().url(name)
        # Styles name the typefaces as they are; the same file must have one address.
        mark = _mark(name) if name and not name.endswith(".woff2") else ""
        return f"{address}?v={mark}" if mark else address


@cache
def _mark(name: str) -> str:
    """A few letters of the checksum of a file, "" when there is none."""
    found = finders.find(name)
    if not isinstance(found, str):
        return ""
    with open(found, "rb") as file:  # noqa: PTH123
        return hashlib.file_digest(file, "sha256").hexdigest()[:10]
