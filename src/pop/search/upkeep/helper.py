"""How a process that helps to make documents starts (apart: nothing of the store is known yet)."""

import os
import threading
from multiprocessing import parent_process

import django

from config.priority import give_way


def begin(database: str) -> None:
    """The same store as the process that it helps, and never a longer life."""
    give_way()
    threading.Thread(target=_end_with_the_other, daemon=True).start()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from django.db import connections

    connections["default"].settings_dict["NAME"] = database


def _end_with_the_other() -> None:
    helped = parent_process()
    if helped:
        helped.join()
        os._exit(1)
