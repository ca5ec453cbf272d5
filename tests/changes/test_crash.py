"""Processes killed at random instants: a batch is always finished, or never began."""

import re
import subprocess
import sys
from pathlib import Path

from tests.programs import platform


def test_fifty_processes_killed_leave_nothing_half_done(tmp_path: Path) -> None:
    with platform(tmp_path / "data") as place:
        run = subprocess.run(
            [sys.executable, "-m", "tests.crash", "--times", "50"],
            env=place.environment,
            capture_output=True,
            text=True,
            timeout=300,
        )
    assert run.returncode == 0, run.stderr[-3000:]
    counts = [int(number) for number in re.findall(r"(?:whole|begun)': (\d+)", run.stdout)]
    assert sum(counts) == 50
    assert min(counts) > 0, "both fates must have been met"
