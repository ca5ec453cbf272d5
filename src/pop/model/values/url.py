"""Web address that is safe to link: http or https, and nothing that could run or mislead.

Muséofile gives no scheme (« museepompiers.com/ », « /www.lecompa.fr/ ») and some old fields
hold an HTML anchor, often broken (production-2024.md §2.2, DOSURL): both are understood.
"""

import html
import re
from dataclasses import dataclass
from urllib.parse import quote

from pop.model.values import typography
from pop.model.values.verbs import Fault, Indexed

# No space, control, backslash, half character, invisible or direction character in a link.
_UNSAFE = re.compile(r"[\s\x00-\x1f\x7f-\x9f\\\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)", re.S)
_HOST_END = re.compile(r"[/?#]")
_PORT = re.compile(r"[0-9]{1,5}")
_HOST_LABEL = re.compile(r"[^\W_](?:\w|-){0,62}")
_IPV4 = re.compile(r"(?:[0-9]{1,3}\.){3}[0-9]{1,3}")
_NAME_END = re.compile(r"[^\W\d_]{2,63}|xn--[A-Za-z0-9-]{1,59}")
_ANCHOR_TARGET = re.compile(r"""\s*=\s*(?:"([^"]*)|'([^']*)|([^\s>"']*))""")
# « dossier.pdf » names a file, not a host.
_FILE_ENDING = re.compile(
    "pdf|jpe?g|png|gif|tiff?|html?|php|xml|csv|txt|docx?|odt|xlsx?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Url:
    """The address as people read it, and the address to link to."""

    text: str
    href: str


def parse(text: str) -> Url | None:
    """The address, or None when it cannot be linked to safely.

    Without a scheme, https is assumed for the link. Other schemes (javascript, data, ftp…)
    and names with a password (« https://site.fr@ailleurs.com ») are refused.
    """
    given = _given(text)
    if not given or _UNSAFE.search(given) or _SURROGATE.search(given):
        return None
    scheme, rest, assumed = _split_scheme(given)
    if scheme is None:
        return None
    end = _HOST_END.search(rest)
    host, tail = (rest[: end.start()], rest[end.start() :]) if end else (rest, "")
    if not _is_host(host, assumed and not tail):
        return None
    return Url(given, f"{scheme}://{host}{quote(tail, safe=_SAFE)}")


# What RFC 3986 allows after the host; the rest (quotes, brackets, accents) is escaped.
_SAFE = "/?#:@!$&'()*+,;=%~-._[]"


def _given(text: str) -> str:
    """The address in the text: the text itself, or the target of its HTML anchor."""
    stripped = text.strip()
    if "<" not in stripped:
        return stripped
    position = stripped.lower().find("href")
    found = _ANCHOR_TARGET.match(stripped, position + 4) if position >= 0 else None
    if found is None:
        return stripped
    return html.unescape(found[1] or found[2] or found[3] or "").strip()


def _split_scheme(given: str) -> tuple[str | None, str, bool]:
    """(http or https or None, what follows « :// », whether the scheme had to be assumed)."""
    if given.startswith("/"):
        return "https", given.lstrip("/"), True
    found = _SCHEME.fullmatch(given)
    if found is None:
        return "https", given, True
    scheme, rest = found[1].lower(), found[2]
    if scheme in ("http", "https"):
        return (scheme, rest[2:], False) if rest.startswith("//") else (None, "", False)
    port = _HOST_END.split(rest, maxsplit=1)[0]
    if "." in scheme and _PORT.fullmatch(port):
        return "https", given, True
    return None, "", False


def _is_host(host: str, bare: bool) -> bool:
    """A host name with a dot, or an IPv4 address; `bare` when nothing else says it is one."""
    name, colon, port = host.partition(":")
    if colon and not _PORT.fullmatch(port):
        return False
    if _IPV4.fullmatch(name):
        return not bare
    labels = name.removesuffix(".").split(".")
    if len(labels) < 2 or len(name) > 253:
        return False
    if not all(_HOST_LABEL.fullmatch(label) for label in labels):
        return False
    last = labels[-1]
    if not _NAME_END.fullmatch(last):
        return False
    return not (bare and _FILE_ENDING.fullmatch(last))


def check(text: str) -> tuple[Fault, ...]:
    """INVALID_URL when the text is neither blank nor an address safe to link."""
    if not text.strip() or parse(text):
        return ()
    return (
        Fault(
            "INVALID_URL",
            f"{typography.quoted(text)} n’est pas une adresse de site ; "
            "écrivez une seule adresse, complète, comme https://www.exemple.fr/page.",
        ),
    )


def display(text: str) -> str:
    """The address as given; the target alone when it came in an HTML anchor."""
    url = parse(text)
    return url.text if url and "<" in text else text


def index(text: str) -> Indexed:
    """The address as displayed, for its words."""
    return Indexed(words=display(text))
