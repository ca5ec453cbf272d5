"""Files for the tests of imports: written for one test, opened as one source."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pop.imports.sources import Source, open_source

Written = Callable[..., Path]
Opened = Callable[..., Source]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Write a file of lines of text, or of bytes; its path."""

    def write(*lines: str | bytes, name: str = "f.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        texts = [line for line in lines if isinstance(line, str)]
        if len(texts) == len(lines):
            # Encoded as a whole: UTF-16 begins with its mark once, not at every line.
            content = "".join(f"{line}\n" for line in texts).encode(encoding)
        else:
            content = b"".join(
                line if isinstance(line, bytes) else f"{line}\n".encode(encoding) for line in lines
            )
        path.write_bytes(content)
        return path

    return write


@pytest.fixture
def opened(written: Written) -> Opened:
    """Write a file and open it as the one source that it is."""

    def open_(
        *lines: str | bytes, name: str = "f.csv", encoding: str = "utf-8", base: str | None = None
    ) -> Source:
        [source] = open_source(written(*lines, name=name, encoding=encoding), base)
        return source

    return open_
