"""Rules on the files of the repository themselves."""

import re
import subprocess
from pathlib import Path

LONGEST = 600
# A longer file states its reason here.
LONG_FILES: dict[str, str] = {}
# Locks and pages written by a command.
WRITTEN_BY_COMMANDS = (
    "requirements/",
    "package-lock.json",
    "docs/reference/fields-",
    "docs/reference/rights.md",
)
PICTURES = (".png", ".webp", ".woff2")


def _tracked(root: Path) -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    return [name for name in listed.stdout.splitlines() if (root / name).is_file()]


def test_no_file_of_ours_is_too_long(root: Path) -> None:
    for name in _tracked(root):
        if name.endswith((".yaml", *PICTURES)) or name.startswith(WRITTEN_BY_COMMANDS):
            continue
        lines = (root / name).read_bytes().count(b"\n")
        assert lines <= LONGEST or name in LONG_FILES, f"{name}: {lines} lines"


def test_no_package_registry_and_no_path_of_a_machine_is_named(root: Path) -> None:
    hosts = "|".join(("pypi\\.org", "pythonhosted", "registry\\.npmjs", "npmjs\\.org"))
    machine = re.compile(rf"{hosts}|index-url|/{'work'}/(main|shared)|/{'root'}/")
    for name in _tracked(root):
        if name.endswith(PICTURES) or name == "tests/house/test_files.py":
            continue
        found = machine.search((root / name).read_text(encoding="utf-8"))
        # uv is told not to write addresses: that option's name is the one exception.
        assert found is None or "no-emit-index-url" in (root / name).read_text(), f"{name}: {found}"


def test_locks_pin_every_package_by_its_hash(root: Path) -> None:
    for name in ("dev", "uv", "node"):
        lock = (root / f"requirements/{name}.txt").read_text()
        pins = re.findall(r"^[A-Za-z0-9_.\[\]-]+==[^\n]+", lock, re.M)
        assert pins
        assert lock.count("--hash=sha256:") >= len(pins)
    assert '"resolved"' not in (root / "package-lock.json").read_text()
