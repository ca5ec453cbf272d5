"""A place written in one cell → latitude and longitude, as texts."""

import re
from typing import Final

_NAMED: Final = re.compile(
    r"""["']?(?P<name>lat|lon|lng|latitude|longitude)["']?\s*[:=]\s*["']?(?P<number>-?[\d.]+)""",
    re.IGNORECASE,
)
_WKT: Final = re.compile(r"POINT\s*\(\s*(-?[\d.]+)\s+(-?[\d.]+)\s*\)", re.IGNORECASE)


def read_point(text: str) -> tuple[str, str]:
    """Latitude and longitude of « 48.85, 2.35 », « 48,85 ; 2,35 », {lat: …, lon: …}, POINT(…).

    Both are empty for no place: (0, 0) is none. What is not understood is kept whole as a
    latitude, for the checks to say.
    """
    plain = text.strip()
    if not plain:
        return "", ""
    if plain[0].isdigit() or plain[0] == "-":
        latitude, longitude = _pair(plain)
    elif found := _WKT.search(plain):
        longitude, latitude = found.groups()
    else:
        named = {one["name"].lower()[:3]: one["number"] for one in _NAMED.finditer(plain)}
        latitude = named.get("lat", "")
        longitude = named.get("lon", "") or named.get("lng", "")
        if not (latitude and longitude):
            latitude, longitude = _pair(plain.strip("()[]{} "))
    return without_null_island(latitude, longitude)


def _pair(text: str) -> tuple[str, str]:
    for separator in (";", ", ", ",") if text.count(",") != 1 else (";", ","):
        first, found, second = text.partition(separator)
        if found:
            return first.strip(), second.strip()
    first, _, second = text.partition(" ")
    return first.strip(), second.strip()


def without_null_island(latitude: str, longitude: str) -> tuple[str, str]:
    """The two texts, or two empty ones for (0, 0): machines write it for « no place »."""
    return ("", "") if _zero(latitude) and _zero(longitude) else (latitude, longitude)


def _zero(text: str) -> bool:
    return not text.strip("+-0., ") and "0" in text
