"""Several hands that draw at once, each in a process of its own that knows nothing of the store."""

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from threading import Thread

from pop.demonstration.drawing.recipes import Recipe
from pop.media.seen import Seen

MOST_HANDS = 8


@contextmanager
def drawing(recipes: list[Recipe]) -> Iterator[Iterator[Seen]]:
    """The pictures of these recipes put among the originals, in order, drawn ahead of whoever
    asks for them."""
    if not recipes:
        yield iter(())
        return
    hands = min(os.cpu_count() or 1, MOST_HANDS, len(recipes))
    with ProcessPoolExecutor(hands, get_context("spawn"), _sit_down) as pool:
        try:
            yield iter(pool.map(_draw, recipes))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _sit_down() -> None:
    """One thread each, which must be said before the library of pictures is loaded."""
    os.environ["VIPS_CONCURRENCY"] = os.environ["OMP_NUM_THREADS"] = "1"
    Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    """End when whoever asks for pictures has ended, however it did: killed, it tells nobody."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)


def _draw(recipe: Recipe) -> Seen:
    from pop.demonstration.drawing.catalogue import draw
    from pop.media import originals

    drawn = draw(recipe)
    return Seen(originals.put(drawn.content), drawn.width, drawn.height, drawn.look)
