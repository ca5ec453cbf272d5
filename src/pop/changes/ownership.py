"""Who is working on a batch, known in a way that ends with the process, however it ends."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from config.paths import data_folder
from pop.changes.models import Batch

# Tells our advisory locks from those of other programs on the same server.
_SPACE = 0x504F50


class Busy(Exception):
    """Another process is working on this batch."""


@contextmanager
def owning(batch: Batch) -> Iterator[None]:
    """Be the one that plans or applies this batch. Raises Busy when another does."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [_SPACE, batch.pk])
            if not cursor.fetchone()[0]:
                raise Busy(f"Le lot {batch.pk} est déjà entre les mains d’un autre processus.")
        try:
            yield
        finally:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [_SPACE, batch.pk])
        return
    folder = data_folder() / "batches"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{batch.pk}.lock"
    with path.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy(
                f"Le lot {batch.pk} est déjà entre les mains d’un autre processus."
            ) from None
        yield
