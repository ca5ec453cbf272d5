"""`pop serve`: the web site."""

import argparse
import os
import socket
import subprocess
import sys

from pop.operations.preparing import prepare
from pop.operations.program import DONE, Refusal
from pop.operations.screen import Screen

HELP = "servir le site sur cette machine"


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--host", default="127.0.0.1", help="adresse d’écoute")
    parser.add_argument(
        "--demo", action="store_true", help="verser la démonstration si le dossier est vide"
    )
    parser.add_argument(
        "--no-indexer", action="store_true", help="sans suivre les changements dans l’index"
    )
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="processus")


def _check_free(host: str, port: int) -> None:
    """Refuse a port where something answers: two servers would share it without a word."""
    with socket.socket() as trial:
        trial.settimeout(1)
        if trial.connect_ex((host, port)) == 0:
            raise Refusal(f"Le port {port} est déjà pris ; choisissez-en un autre avec --port.")


def run(options: argparse.Namespace, screen: Screen) -> int:
    prepare()
    _check_free(options.host, options.port)
    from granian.constants import Interfaces
    from granian.server import Server

    origin = f"http://{options.host}:{options.port}"
    screen.say(f"POP répond sur {origin}/ (Ctrl-C pour arrêter)")
    from pop.visitors import mailing

    # What makes changes searchable, what looks at pictures, what mails reports: they end with this
    # one, however it ends.
    beside = []
    if not options.no_indexer:
        beside = [_start("index", "--watch"), _start("media", "looks", "--watch")]
    if mailing.is_set_up():
        beside.append(_start("reports", "--watch"))
    if options.demo:
        beside += _start_demonstration(origin, screen)
    server = Server(
        "config.wsgi:application",
        address=options.host,
        port=options.port,
        interface=Interfaces.WSGI,
        workers=options.workers,
        blocking_threads=4,
        log_enabled=False,
    )
    try:
        server.serve()
    finally:
        for process in beside:
            process.terminate()
        for process in beside:
            process.wait()
    return DONE


def _start(*command: str) -> "subprocess.Popen[bytes]":
    """Another command of the program, beside this one."""
    program = [sys.executable, "-m", "pop.operations.program", *command]
    return subprocess.Popen(program, stdout=subprocess.DEVNULL)  # noqa: S603


def _start_demonstration(origin: str, screen: Screen) -> "list[subprocess.Popen[bytes]]":
    """The process that brings the demonstration in; none where there are real notices."""
    from pop.notices import demonstration

    if demonstration.holds_real_notices():
        screen.say("Ce dossier contient de vraies notices : la démonstration n’y est pas mêlée.")
        return []
    program = [sys.executable, "-m", "pop.operations.program", "demo", "--at", origin]
    return [subprocess.Popen(program)]  # noqa: S603
