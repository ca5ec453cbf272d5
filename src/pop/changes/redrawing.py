"""Values rewritten in place, without a revision: only what must leave for ever does this.

The columns drawn from the values, the links and the marks follow them.
"""

from django.db import connection

from pop.changes import fanout
from pop.changes.drafting import columns
from pop.changes.models import Planned
from pop.model import catalogue
from pop.model.checking import Checker
from pop.notices import store
from pop.notices.models import Link, Notice
from pop.notices.packing import Values
from pop.notices.producers import Producers


def rewrite(notice: Notice, values: Values) -> None:
    """The notice with other values. Inside a transaction."""
    base = catalogue.base(notice.base)
    drawn = columns(notice.base, notice.ref, values, Producers.stored(), Checker(base))
    Notice.objects.filter(pk=notice.pk).update(values=values, digest=None, **drawn._asdict())
    before = [target for _, target in store.references(base, notice.values)]
    Link.objects.filter(source_id=notice.pk).delete()
    Link.objects.bulk_create(
        Link(source_id=notice.pk, base=notice.base, field=field, ref=target)
        for field, target in store.references(base, values)
    )
    linked = Notice.objects.filter(ref__in=before, base__in=catalogue.bases())
    touched = {notice.pk, *linked.values_list("pk", flat=True)}
    with connection.cursor() as cursor:
        fanout.mark(cursor, sorted(touched))


def redraw(row: Planned, after: Values | None, diff: Values | None) -> None:
    """The planned row with another after-image and difference. Inside a transaction."""
    row.after, row.diff, row.digest = after, diff, None
    if after is not None:
        base = catalogue.base(row.base)
        drawn = columns(row.base, row.ref, after, Producers.stored(), Checker(base))
        for name, value in drawn._asdict().items():
            setattr(row, name, value)
    row.save()
