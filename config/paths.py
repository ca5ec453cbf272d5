"""Where the program's state lives, decided once from the environment."""

import os
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def data_folder() -> Path:
    """The folder of all state: POP_DATA, else var/ beside the code."""
    return _resolved(os.environ.get("POP_DATA") or str(ROOT / "var"))


@lru_cache(maxsize=8)
def _resolved(path: str) -> Path:
    return Path(path).resolve()
