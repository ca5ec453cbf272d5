"""What PostgreSQL knows of the size of our tables, told when a batch has just changed it.

The server finds out by itself within a minute or so. Until then it takes a table of a hundred
thousand new rows for an empty one, and reads the whole of it for each row of a slice.
"""

from django.db import connection

PLANS = ("changes_planned", "changes_plannedlink")
NOTICES = ("notices_notice", "notices_link", "notices_stamp")
# Below that many rows, any way of reading a table is quick.
FEW = 2000


def renew(*tables: str) -> None:
    """Have the size of these tables known now. A sample is read: a fraction of a second."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE " + ", ".join(tables))
