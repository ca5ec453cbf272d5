"""The program `pop` as people run it: processes of their own, on a folder and a database of
their own, whatever database the tests run on."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit
from uuid import uuid4

import psycopg
from psycopg import sql

POP = Path(sys.executable).with_name("pop")
DATA = Path(__file__).parent / "data"
BASES = ("joconde", "museo", "merimee", "palissy", "memoire", "autor", "mnr", "enluminures")
# Longer than anything takes on a busy machine: only what hangs meets it.
PATIENCE = 480


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        """Standard output, which must be one JSON document and nothing else."""
        return json.loads(self.out)


@dataclass(frozen=True, slots=True)
class Server:
    """A running `pop serve`."""

    origin: str
    process: "subprocess.Popen[bytes]"

    def get(self, address: str) -> tuple[int, str]:
        """The status and the page of an address, redirections followed."""
        try:
            with urllib.request.urlopen(
                self.origin + quote(address, safe="/?&=%+"), timeout=PATIENCE
            ) as response:
                return response.status, response.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()


class Platform:
    """A folder of state, its database, and the program on them."""

    def __init__(self, folder: Path, database: str = "") -> None:
        self.folder = folder
        self.environment = {**os.environ, "POP_DATA": str(folder)}
        self.environment.pop("POP_DATABASE", None)
        if database:
            self.environment["POP_DATABASE"] = database

    def start(
        self, *arguments: str | Path, stdout: int = subprocess.PIPE
    ) -> "subprocess.Popen[bytes]":
        """A command begun; the caller waits for it with `ended`."""
        return subprocess.Popen(
            [str(POP), *map(str, arguments)],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=subprocess.PIPE,
        )

    def pop(self, *arguments: str | Path) -> Answer:
        """A command run to its end."""
        return ended(self.start(*arguments))

    def ask(self, *arguments: str | Path) -> Any:
        """The JSON answer of a command that must succeed."""
        answer = self.pop(*arguments, "--json")
        assert answer.code == 0, answer
        return answer.json()

    def counts(self) -> dict[str, int]:
        """How many notices each base holds, bases without any left out."""
        notices: dict[str, int] = self.ask("status")["notices"]
        return {base: count for base, count in notices.items() if count}

    @contextmanager
    def serve(self, *options: str) -> Iterator[Server]:
        """`pop serve` on a free port until the end of the block; it must stop when told to."""
        port = free_port()
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "serve.log").open("ab") as log:
            process = subprocess.Popen(
                [str(POP), "serve", "--port", str(port), "--workers", "1", *options],
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
            server = Server(f"http://127.0.0.1:{port}", process)
            try:
                _wait_for(server)
                yield server
            finally:
                process.terminate()
                try:
                    process.wait(PATIENCE)
                finally:
                    if process.poll() is None:
                        os.killpg(process.pid, signal.SIGKILL)
                        process.wait()


@contextmanager
def platform(folder: Path) -> Iterator[Platform]:
    """A platform whose database nobody else uses; the database goes when the block ends."""
    server = os.environ.get("POP_DATABASE", "")
    if not server:
        yield Platform(folder)
        return
    name = f"pop_{uuid4().hex}"
    _tell(server, sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    try:
        yield Platform(folder, urlunsplit(urlsplit(server)._replace(path=f"/{name}")))
    finally:
        _tell(server, sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def ended(process: "subprocess.Popen[bytes]") -> Answer:
    """What a begun command says once it has ended."""
    try:
        out, err = process.communicate(timeout=PATIENCE)
    except BaseException:
        process.kill()
        process.communicate()
        raise
    return Answer(process.returncode, (out or b"").decode(), err.decode())


def _tell(server: str, order: sql.Composed) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(order)


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port


def _wait_for(server: Server) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        assert server.process.poll() is None, "pop serve stopped by itself: see serve.log"
        try:
            server.get("/dictionnaire")
            return
        except (OSError, HTTPException):
            assert time.monotonic() < until, "pop serve does not answer"
            time.sleep(0.05)
