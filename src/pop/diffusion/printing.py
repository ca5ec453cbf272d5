"""PDF from the templates of `print/`, tagged for assistive technologies (PDF/UA-1).

Typst composes them inside the process, in hundredths of a second, with the typefaces it brings:
the same page everywhere, and nothing to install.
"""

import json
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import typst

from pop.iiif.rendering import Shown, whole_at_most
from pop.media import decoding, making, originals, pyramids

_TEMPLATES = Path(__file__).parent / "print"


class Sheet:
    """What is being composed, with its pictures in a folder of its own; a context."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="pop-print-")

    def __enter__(self) -> "Sheet":
        return self

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()

    def pdf(self, name: str, said: dict[str, Any]) -> bytes:
        """The template of that name with what it says: texts are data there, never markup."""
        inputs = {name: json.dumps(said, ensure_ascii=False)}
        compiler = typst.Compiler(_source(name), self._folder.name, _fonts(), sys_inputs=inputs)
        made = compiler.compile(pdf_standards="ua-1")
        assert isinstance(made, bytes)
        return made

    def picture(self, checksum: str, side: int, largest: int, ready: bool = False) -> str | None:
        """A picture as a template names it, its longest side that many pixels at most, and what
        its rights allow (0: all); None when it cannot be shown. ready: or is not made yet."""
        try:
            if ready and not pyramids.path(checksum).exists():
                return None
            jpeg = whole_at_most(Shown(making.opened(checksum), largest), side)
        except (originals.Absent, originals.Failed, decoding.Unreadable):
            return None
        (Path(self._folder.name) / f"{checksum}.jpg").write_bytes(jpeg)
        return f"/{checksum}.jpg"


@cache
def _source(name: str) -> bytes:
    return (_TEMPLATES / f"{name}.typ").read_bytes()


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False)
