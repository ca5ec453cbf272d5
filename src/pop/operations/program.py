"""The program `pop`: one command a file in `commands/`, found by name."""

import argparse
import importlib
import os
import pkgutil
import sys
from collections.abc import Sequence
from typing import Protocol

from pop.operations import commands
from pop.operations.french import speak_french
from pop.operations.screen import Screen

DONE, FAILED, UNUSABLE, INTERRUPTED = 0, 1, 2, 130


class Command(Protocol):
    """What a file of `commands/` offers: a line of help, its options, what it does."""

    HELP: str

    def add_options(self, parser: argparse.ArgumentParser) -> None: ...

    def run(self, options: argparse.Namespace, screen: Screen) -> int: ...


class Refusal(Exception):
    """What was asked cannot be done, for a reason that the message says in French."""


def command_names() -> list[str]:
    """Every command, in alphabetical order."""
    return sorted(module.name for module in pkgutil.iter_modules(commands.__path__))


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    speak_french()
    top = argparse.ArgumentParser(
        prog="pop", description="POP, Plateforme ouverte du patrimoine : le programme."
    )
    shelf = top.add_subparsers(dest="command", metavar="commande", required=True)
    for name in command_names():
        command = _command(name)
        options = shelf.add_parser(name, help=command.HELP, description=command.HELP)
        command.add_options(options)
        options.add_argument("--json", action="store_true", help="répondre en JSON, pour un script")
    return top


def _command(name: str) -> Command:
    module = importlib.import_module(f"{commands.__name__}.{name}")
    return module


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit code: 0 done, 1 failed, 2 what was given is unusable."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    options = parser().parse_args(arguments)
    screen = Screen(quiet=options.json)
    try:
        return _command(options.command).run(options, screen)
    except Refusal as refusal:
        screen.error(str(refusal))
        return UNUSABLE
    except KeyboardInterrupt:
        screen.error("Interrompu ; ce qui était enregistré le reste.")
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
