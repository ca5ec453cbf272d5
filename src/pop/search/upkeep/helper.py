"""How a process that helps to make documents starts (apart: nothing of the store is known yet)."""

import os
import threading
from contextlib import suppress
from multiprocessing import parent_process

import django

NICE = 10


def begin(database: str) -> None:
    """The same store as the process that it helps, and never a longer life."""
    give_way()
    threading.Thread(target=_end_with_the_other, daemon=True).start()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from django.db import connections

    connections["default"].settings_dict["NAME"] = database


def give_way() -> None:
    """Let every other thread of the machine go before this one, and those that it starts."""
    with suppress(OSError):
        now = os.getpriority(os.PRIO_PROCESS, 0)
        os.setpriority(os.PRIO_PROCESS, 0, max(NICE, now))


def _end_with_the_other() -> None:
    helped = parent_process()
    if helped:
        helped.join()
        os._exit(1)
