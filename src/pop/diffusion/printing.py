"""PDF from the templates of `print/`, tagged for assistive technologies (PDF/UA-1).

Typst composes them inside the process, in hundredths of a second, with the typefaces it brings:
the same page everywhere, and nothing to install.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import typst

from pop.media import decoding, derivatives, originals

_TEMPLATES = Path(__file__).parent / "print"


def pdf(name: str, said: dict[str, Any]) -> bytes:
    """The template of that name with what it says: texts are data there, never markup."""
    root = originals.folder()
    root.mkdir(parents=True, exist_ok=True)
    inputs = {name: json.dumps(said, ensure_ascii=False)}
    compiler = typst.Compiler(_source(name), root, _fonts(), sys_inputs=inputs)
    made = compiler.compile(pdf_standards="ua-1")
    assert isinstance(made, bytes)
    return made


def picture_file(checksum: str, width: int) -> str | None:
    """The smaller version of a picture, as a template names it; None when it cannot be shown."""
    try:
        return _name(derivatives.derivative(checksum, width))
    except (originals.Absent, originals.Failed, decoding.Unreadable):
        return None


def made_picture(checksum: str, width: int) -> str | None:
    """The same, only when it was made already."""
    file = originals.derivatives(checksum) / f"{width}.jpg"
    return _name(file) if file.exists() else None


def _name(file: Path) -> str:
    """Templates see the folder of pictures as their root."""
    return "/" + file.relative_to(originals.folder()).as_posix()


@cache
def _source(name: str) -> bytes:
    return (_TEMPLATES / f"{name}.typ").read_bytes()


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False)
