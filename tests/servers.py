"""Loaded before everything else (`-p tests.servers`): the state folder and the database of a
test run, both temporary. DB=postgres starts a PostgreSQL of its own and stops it at the end."""

import atexit
import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

DATABASE = os.environ.get("DB", "sqlite")
_WORKER = os.environ.get("PYTEST_XDIST_WORKER")


def _temporary_folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="pop-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _postgres_programs() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


def _start_postgres(programs: Path) -> str:
    """Start a server reached by a socket in its own folder; its address."""
    folder = _temporary_folder()
    # PostgreSQL refuses to run as root: as root, everything is done as its own user.
    as_user: list[str] = []
    if os.geteuid() == 0:
        account = pwd.getpwnam("postgres")
        os.chown(folder, account.pw_uid, account.pw_gid)
        as_user = ["setpriv", "--reuid", "postgres", "--regid", "postgres", "--clear-groups"]
    cluster = folder / "cluster"
    settings = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    initdb = [
        str(programs / "initdb"),
        "-D",
        str(cluster),
        "-U",
        "pop",
        "-A",
        "trust",
        "-E",
        "UTF8",
    ]
    subprocess.run([*as_user, *initdb], check=True, stdout=subprocess.DEVNULL, cwd=folder)
    control = [*as_user, str(programs / "pg_ctl"), "-D", str(cluster), "-w"]
    start = [*control, "-o", settings, "-l", str(folder / "log"), "start"]
    subprocess.run(start, check=True, stdout=subprocess.DEVNULL, cwd=folder)

    def stop() -> None:
        subprocess.run([*control, "-m", "immediate", "stop"], stdout=subprocess.DEVNULL, cwd="/")

    atexit.register(stop)
    createdb = [str(programs / "createdb"), "-h", str(folder), "-U", "pop", "pop"]
    subprocess.run([*as_user, *createdb], check=True, cwd=folder)
    return f"postgresql://pop@/pop?host={folder}"


# Nothing of a test goes to the bucket of whoever runs it.
os.environ.pop("POP_MEDIA", None)
if _WORKER:
    os.environ["POP_DATA"] = str(_temporary_folder())
else:
    os.environ["POP_DATA"] = str(_temporary_folder())
    if DATABASE == "postgres":
        _programs = _postgres_programs()
        if _programs:
            os.environ["POP_DATABASE"] = _start_postgres(_programs)
        else:
            os.environ["POP_NO_POSTGRES"] = "1"
    else:
        os.environ.pop("POP_DATABASE", None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What cannot run here is skipped, and the last lines of the run say how many."""
    if os.environ.get("POP_NO_POSTGRES"):
        for item in items:
            item.add_marker(pytest.mark.skip(reason="PostgreSQL is not installed here"))
    if DATABASE == "postgres":
        for item in items:
            if item.get_closest_marker("no_database"):
                item.add_marker(pytest.mark.skip(reason="seen on SQLite, once"))
    if not shutil.which("chromium"):
        for item in items:
            if item.get_closest_marker("browser"):
                item.add_marker(pytest.mark.skip(reason="Chromium is not installed here"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reasons: dict[str, int] = {}
    for report in terminalreporter.stats.get("skipped", []):
        reason = str(report.longrepr[2]).removeprefix("Skipped: ")
        reasons[reason] = reasons.get(reason, 0) + 1
    for reason, count in sorted(reasons.items()):
        terminalreporter.write_line(f"{count} skipped: {reason}")
