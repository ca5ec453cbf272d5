"""What a page of the public site costs: processor, weight, without network.

A crowd is stored without the door, one building of which has as many photographs and objects as
the busiest real one. Each page is asked in this process, as a server's worker would; the engine's
share is that of the same search alone.
"""

import gzip
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

TIMES = 20
PHOTOGRAPHS, OBJECTS = 2225, 600
BUSY = "PA99990001"


def measure(folder: Path, count: int) -> Iterator[str]:
    """Lines of figures, on an empty POP_DATA, which must be `folder`."""
    from pop.operations.preparing import prepare

    prepare()
    from django.test import Client

    from bench.filling import fill
    from pop.notices.models import Notice
    from pop.search.answers.searching import search
    from pop.search.asking.address import from_address
    from pop.search.upkeep import indexer
    from tests.loading import load_rows

    fill(count)
    load_rows(
        "memoire",
        *(
            {"REF": f"AP99{n:08d}", "LEG": f"Vue {n}", "LBASE": [BUSY], "MARQ": str(n)}
            for n in range(PHOTOGRAPHS)
        ),
    )
    load_rows(
        "palissy",
        *({"REF": f"PM99{n:06d}", "TICO": f"Stalle {n}", "REFA": [BUSY]} for n in range(OBJECTS)),
    )
    load_rows("merimee", {"REF": BUSY, "TICO": "Cathédrale aux nombreuses vues"})
    indexer.drain()
    plain = Notice.objects.filter(base="joconde").values_list("ref", flat=True)[0]
    client = Client(headers={"host": "localhost"})
    pages = {
        "home": "/",
        "results, list": "/recherche?q=saint&vue=liste",
        "results, mosaic": "/recherche?q=saint&vue=mosaique",
        "results, all notices": "/recherche",
        "a notice": f"/notice/joconde/{plain}",
        f"a notice with {PHOTOGRAPHS + OBJECTS:,} links": f"/notice/merimee/{BUSY}",
        "the same as PDF": f"/notice/merimee/{BUSY}.pdf",
        "the same as JSON": f"/notice/merimee/{BUSY}.json",
        "advanced search": "/recherche-avancee",
        "producers": "/producteurs",
        "museums": "/musees",
    }
    for name, address in pages.items():
        response = client.get(address)
        assert response.status_code == 200, address
        whole = _cpu(lambda address=address: client.get(address))  # type: ignore[misc]
        engine = 0.0
        if address.startswith("/recherche?") or address == "/recherche":
            query = from_address(dict(response.wsgi_request.GET.lists()))
            engine = _cpu(lambda query=query: search(query))  # type: ignore[misc]
        weight = len(gzip.compress(response.content)) / 1024
        shared = f", of which the search alone {engine:.1f}" if engine else ""
        yield f"  {name:34} {whole:6.1f} ms of CPU{shared}; {weight:.1f} KB packed"
    ours = Path("src/pop/ui/static/ui")
    files = [*ours.glob("*.css"), *ours.glob("*.js")]
    packed = sum(len(gzip.compress(file.read_bytes())) for file in files) / 1024
    yield f"  styles and scripts, all of them: {packed:.1f} KB packed"
    assert os.environ["POP_DATA"] == str(folder)


def _cpu(done: Callable[[], object]) -> float:
    """Milliseconds of processor that it takes, the median of several times."""
    taken = []
    for _ in range(TIMES):
        start = time.process_time()
        done()
        taken.append(time.process_time() - start)
    return sorted(taken)[TIMES // 2] * 1000
