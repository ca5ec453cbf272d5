"""Where originals of pictures are kept, decided from the environment: on disk, or in S3."""

import os
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

GIGABYTE = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Bucket:
    """A bucket of S3, and the beginning of the keys that are ours in it."""

    name: str
    prefix: str = ""
    endpoint: str = ""
    region: str = ""


def bucket() -> Bucket | None:
    """What POP_MEDIA names: s3://bucket/prefix?endpoint=https://…&region=…; None on disk.

    Who we are is said by AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or the other usual ways of
    AWS: an address is written in logs. Raises ValueError, in French.
    """
    address = os.environ.get("POP_MEDIA", "")
    if not address:
        return None
    parts = urlsplit(address)
    asked = parse_qs(parts.query)
    if parts.username or parts.password:
        raise ValueError(
            "POP_MEDIA : les clés ne s’écrivent pas dans l’adresse ; donnez AWS_ACCESS_KEY_ID et "
            "AWS_SECRET_ACCESS_KEY"
        )
    endpoint = asked.get("endpoint", [""])[0]
    wrong = asked.keys() - {"endpoint", "region"}
    if parts.scheme != "s3" or not parts.netloc or wrong or not _is_web(endpoint):
        raise ValueError(
            "POP_MEDIA : adresse attendue de la forme "
            "s3://seau/dossier?endpoint=https://s3.exemple.fr&region=…"
        )
    return Bucket(parts.netloc, parts.path.strip("/"), endpoint, asked.get("region", [""])[0])


def cache_size() -> int:
    """Bytes of originals of S3 kept on this machine: POP_MEDIA_CACHE, in GB."""
    return int(_positive(os.environ.get("POP_MEDIA_CACHE"), 10) * GIGABYTE)


def fixity_days() -> int:
    """In how many days every original is read again: POP_FIXITY_DAYS."""
    return max(int(_positive(os.environ.get("POP_FIXITY_DAYS"), 365)), 1)


def _positive(given: str | None, otherwise: float) -> float:
    """A number as people write it; raises ValueError, in French."""
    if not given:
        return otherwise
    try:
        number = float(given.replace(",", "."))
    except ValueError:
        number = 0
    if not 0 < number < 1e9:
        raise ValueError(
            "POP_MEDIA_CACHE, POP_FIXITY_DAYS : un nombre plus grand que zéro est attendu, "
            f"non « {given} »"
        )
    return number


def _is_web(endpoint: str) -> bool:
    parts = urlsplit(endpoint)
    return not endpoint or (parts.scheme in ("http", "https") and bool(parts.hostname))
