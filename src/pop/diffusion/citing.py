"""How to cite a notice: a footnote, BibTeX, the template of the French Wikipedia.

The version of a notice is its date of last modification; the day of consultation is today's.
"""

import re
from dataclasses import dataclass
from datetime import date

from pop.model.schema import Base, Type
from pop.model.values.registry import TYPES
from pop.notices.models import Notice
from pop.ui.typography import french

SITE = "POP, plateforme ouverte du patrimoine"
# The templates of fr.wikipedia.org that take a reference of one of the bases.
_TEMPLATES = {"merimee": "Base Mérimée", "palissy": "Base Palissy", "joconde": "Base Joconde"}
_SPECIAL = re.compile(r"[\\{}&%$#_^~]")
_WRITTEN = {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}


@dataclass(frozen=True, slots=True)
class Citation:
    """The three forms, each ready to be copied."""

    footnote: str
    bibtex: str
    wikipedia: str


def cite(base: Base, notice: Notice, title: str, address: str, today: date) -> Citation:
    """The citations of a notice. `title`: what it is called; `address`: its permanent one."""
    title = plain(title)
    read = _day(today)
    version = f"version du {_day(notice.updated_on)}, " if notice.updated_on else ""
    footnote = (
        f"{notice.producer}, « {title} », notice {notice.ref}, {base.name}, {SITE}, "
        f"{version}{address} (consultée le {read})."
    )
    return Citation(
        french(footnote),
        _bibtex(base, notice, title, address, read),
        _wikipedia(base, notice, title, address, read),
    )


def plain(text: str) -> str:
    """On one line, with ordinary spaces: what is copied must paste anywhere."""
    return " ".join(text.split())


def _day(day: date) -> str:
    return plain(TYPES[Type.DAY].display(day.isoformat()))


def _bibtex(base: Base, notice: Notice, title: str, address: str, read: str) -> str:
    key = re.sub(r"[^A-Za-z0-9]", "", f"{base.key}{notice.ref}")
    fields = {
        "author": f"{{{_latex(notice.producer)}}}",
        "title": _latex(title),
        "howpublished": _latex(f"{SITE}, {base.name}"),
        "year": str(notice.updated_on.year) if notice.updated_on else "",
        "note": _latex(f"notice {notice.ref}, consultée le {read}"),
        "url": address,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{key},", *lines, "}"])


def _latex(text: str) -> str:
    return _SPECIAL.sub(lambda sign: _WRITTEN.get(sign.group(), f"\\{sign.group()}"), text)


def _wikipedia(base: Base, notice: Notice, title: str, address: str, read: str) -> str:
    title = re.sub(r"[|{}\[\]=]", " ", title)
    if template := _TEMPLATES.get(base.key):
        return f"{{{{{template}|{notice.ref}|{plain(title)}}}}}"
    return f"{{{{Lien web |titre={plain(title)} |url={address} |site={SITE} |consulté le={read}}}}}"
