"""An empty POP_DATA made ready: folder, tables. Every command that needs them calls this."""

import fcntl
import os

import django
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from config.paths import data_folder


def prepare() -> None:
    """Load the application and bring its tables up to date.

    Several commands may start together on an empty folder: the first prepares, the others
    wait for it.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    folder = data_folder()
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "prepare.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        django.setup()
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            call_command("migrate", verbosity=0, interactive=False)
        from pop.changes.recovery import recover

        # A batch that a killed process left half-way is finished before anything else.
        recover()
