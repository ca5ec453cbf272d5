"""Documents and the spellings of their values, written together into one index."""

from pop.search.content import labels
from pop.search.engine import titles
from pop.search.engine.index import Engine, Snapshot
from pop.search.upkeep import documents


class Storing:
    """What is written into an index; a context, which gives it back. The spellings are committed
    first, then what refers to them.

    replaces: whether notices that are written may be there already.
    """

    def __init__(self, engine: Engine, replaces: bool) -> None:
        self._writer = engine.writer(whole=not replaces)
        self._labels = labels.Writer(engine.folder)
        self._replaces = replaces

    def __enter__(self) -> "Storing":
        return self

    def __exit__(self, *_: object) -> None:
        self._writer.close()
        self._labels.close()

    def put(self, ids: list[int], made: documents.Made) -> None:
        """Write the documents of those notices; those that are no more are taken out."""
        self._labels.count(made.spellings)
        for key, document in made.documents:
            self._writer.put(key, document, self._replaces)
        if self._replaces:
            there = {key for key, _ in made.documents}
            for id_ in ids:
                if id_ not in there:
                    self._writer.remove(id_)

    def commit(self) -> None:
        """Make it visible, at once and durably."""
        self._labels.commit()
        self._writer.commit()

    def rank(self) -> None:
        """Put facet values in the order of their use."""
        self._labels.rank()

    def keep_titles(self, snapshot: Snapshot) -> None:
        """Work out the titles that common letters begin."""
        self._labels.keep_titles(titles.common(snapshot))
