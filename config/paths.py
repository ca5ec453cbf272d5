"""Where the program's state lives, decided once from the environment."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def data_folder() -> Path:
    """The folder of all state: POP_DATA, else var/ beside the code."""
    return Path(os.environ.get("POP_DATA") or ROOT / "var").resolve()
