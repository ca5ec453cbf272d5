"""The full-text engine: Tantivy in the process. Only translations speak it besides."""

from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import msgspec
import tantivy
from tantivy import FieldType, Index, Order, SchemaBuilder, TextAnalyzerBuilder, Tokenizer

from pop.search.asking.facets import FACETS
from pop.search.asking.query import Sort
from pop.search.content.document import BANDS, HEADS, STEMMED
from pop.search.content.stems import all_stemmed

# Bytes that a writer fills before it writes a segment: a whole index is fewer segments to merge.
HEAP, WHOLE_HEAP = 128_000_000, 1_000_000_000
_ORDERS = {
    Sort.OLDEST: ("oldest", Order.Asc),
    Sort.NEWEST: ("newest", Order.Desc),
    Sort.TITLE: ("title", Order.Asc),
    Sort.PLACE: ("place", Order.Asc),
    Sort.UPDATED: ("updated", Order.Desc),
    Sort.STORED: ("key", Order.Asc),
}
# A file beside the index: the place in time of the last document when it was one segment.
_WHOLE = "whole"
# Where those without a date go: last, in both orders.
_UNDATED = 99_999_999


@dataclass(frozen=True, slots=True)
class Hits:
    """A page of results: how many in all, and the database keys of this page in order."""

    total: int
    keys: list[int]


def _schema() -> tantivy.Schema:
    builder = SchemaBuilder()
    builder.add_unsigned_field("key", stored=False, indexed=True, fast=True)
    for name in ("own", "keys", "filters", "values"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in ("said", "filled"):
        builder.add_text_field(name, tokenizer_name="words", index_option="basic")
    for name in ("title", "place", *(facet.engine_field for facet in FACETS.values())):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in ("first_year", "last_year", "oldest", "newest", "quarters"):
        builder.add_integer_field(name, indexed=False, fast=True)
    for name in ("latitude", "longitude", "quality"):
        builder.add_float_field(name, indexed=False, fast=True)
    for name in ("updated", "sequence"):
        builder.add_unsigned_field(name, indexed=False, fast=True)
    for name in BANDS:
        builder.add_text_field(name, tokenizer_name="words", index_option="position")
    for name in HEADS:
        builder.add_text_field(f"{name}_stems", tokenizer_name="words", index_option="freq")
    builder.add_text_field("stems", tokenizer_name="words", index_option="basic")
    return builder.build()


class Engine:
    """One index on disk, opened for reading; `writer` opens it for writing."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.schema = _schema()
        self._index = Index(self.schema, path=str(folder))
        self._latest: Snapshot | None = None
        self._index.register_tokenizer("words", TextAnalyzerBuilder(Tokenizer.whitespace()).build())

    @property
    def whole_until(self) -> int | None:
        """See `Snapshot.whole_until`."""
        try:
            return int((self.folder / _WHOLE).read_text())
        except FileNotFoundError:
            return None

    def tell_whole(self, until: int | None) -> None:
        """Keep it; None when it is no longer so."""
        if until is None:
            (self.folder / _WHOLE).unlink(missing_ok=True)
        elif self.snapshot().segments == 1:
            (self.folder / _WHOLE).write_text(str(until))

    def writer(self, whole: bool = False) -> "Writer":
        """The one writer of this index; a second one at the same time is refused.

        whole: it is about to write all there is.
        """
        return Writer(self._index, self.schema, WHOLE_HEAP if whole else HEAP)

    def snapshot(self) -> "Snapshot":
        """The index as it is now; it stays the same however much is written meanwhile."""
        latest = self._latest
        while latest is None or latest.state != self._state():
            state = self._state()
            self._index.reload()
            # Unless it was written again meanwhile, what was opened is of that state.
            latest = Snapshot(self, self._index.searcher(), state)
        self._latest = latest
        return latest

    def _state(self) -> str:
        """A name for what the index holds: another after each commit."""
        commit = (self.folder / "meta.json").stat()
        return f"{self.folder.name}-{commit.st_ino}-{commit.st_mtime_ns}-{commit.st_size}"

    def size(self) -> int:
        """How many notices it holds."""
        return self.snapshot().size

    def segment_sizes(self) -> list[int]:
        """How many documents each of its segments has, those taken out included."""
        described = msgspec.json.decode((self.folder / "meta.json").read_bytes())
        return [segment["max_doc"] for segment in described["segments"]]


class Snapshot:
    """One state of an index: every count taken from it agrees with the others.

    state: a name for what it holds, the same for the same content.
    """

    def __init__(self, engine: Engine, searcher: tantivy.Searcher, state: str) -> None:
        self.schema = engine.schema
        self.folder = engine.folder
        self._engine = engine
        self.state = state
        self._searcher = searcher

    @property
    def whole_until(self) -> int | None:
        """When the index was written as one segment: the place in time of the last document of it;
        what changed since is in others."""
        return self._engine.whole_until

    @property
    def size(self) -> int:
        return int(self._searcher.num_docs)

    @property
    def segments(self) -> int:
        """How many parts it is in, each searched apart."""
        return int(self._searcher.num_segments)

    @property
    def last_key(self) -> int:
        """The largest database key that it holds, 0 when it is empty."""
        every = tantivy.Query.all_query()
        found = self._searcher.search(every, limit=1, count=False, order_by_field="key")
        return int(found.hits[0][0]) if found.hits else 0

    def frequency(self, field: str, word: str) -> int:
        """In how many notices that field has that word (those just replaced included)."""
        return int(self._searcher.doc_freq(field, word))

    def beginning(self, field: str, prefix: str, most: int | None = None) -> list[tuple[str, int]]:
        """The terms of a field that begin so, with their frequencies, the most frequent first."""
        return self._searcher.terms_with_prefix(field, prefix, limit=most)

    def search(
        self,
        query: tantivy.Query,
        sort: Sort,
        limit: int,
        offset: int = 0,
        total: int | None = None,
    ) -> Hits:
        """A page of what answers, in that order; `total`: how many do, when it is known."""
        field, order = _ORDERS.get(sort, (None, Order.Desc))
        found = self._searcher.search(
            query,
            limit=limit,
            offset=offset,
            count=total is None,
            order_by_field=field,
            order=order,
            weight_by_field=None if field else "quality",
        )
        addresses = [address for _, address in found.hits]
        keys = self._searcher.fast_field_values("key", addresses) if addresses else []
        return Hits(_count(found) if total is None else total, [int(key or 0) for key in keys])

    def following(self, key: int, most: int) -> list[tuple[int, int]]:
        """The (key, sequence) pairs of the documents after that key, in order."""
        later = tantivy.Query.range_query(
            self.schema, "key", FieldType.Unsigned, lower_bound=key, include_lower=False
        )
        found = self._searcher.search(
            later, limit=most, count=False, order_by_field="key", order=Order.Asc
        )
        addresses = [address for _, address in found.hits]
        if not addresses:
            return []
        keys, sequences = (
            [int(value or 0) for value in self._searcher.fast_field_values(name, addresses)]
            for name in ("key", "sequence")
        )
        return list(zip(keys, sequences, strict=True))

    def count(self, query: tantivy.Query) -> int:
        """How many answer."""
        # In the order of a column, so that nothing is scored.
        return _count(self._searcher.search(query, limit=1, order_by_field="key"))

    def aggregate(self, query: tantivy.Query, asked: dict[str, Any]) -> dict[str, Any]:
        """The engine's own counting of columns."""
        found: dict[str, Any] = self._searcher.aggregate(query, asked) if asked else {}
        return found

    def before_and_after(self, until: int) -> tuple[tantivy.Query, tantivy.Query]:
        """Documents up to a place in the platform's time, and those after it."""
        kind, name = FieldType.Unsigned, "sequence"
        return (
            tantivy.Query.range_query(self.schema, name, kind, upper_bound=until),
            tantivy.Query.range_query(
                self.schema, name, kind, lower_bound=until, include_lower=False
            ),
        )

    def changed_since(self, until: int) -> int:
        """How many documents are of after that place in time."""
        return self.count(self.before_and_after(until)[1])


def _count(found: tantivy.SearchResult) -> int:
    """The count of a result, which the engine's own type declarations forget."""
    return int(found.count)  # type: ignore[attr-defined]


def encoded(key: int, sequence: int, content: dict[str, Any]) -> str:
    """The document of a notice as a writer takes it, as of that place in the platform's time.

    content: by index field, as `document.build` gives it; this function keeps it.
    """
    content["key"], content["sequence"] = key, sequence
    stems = {name: all_stemmed(content[name]) for name in STEMMED}
    for name in HEADS:
        content[f"{name}_stems"] = " ".join(stems[name])
    content["stems"] = " ".join(dict.fromkeys(chain.from_iterable(stems.values())))
    # The engine multiplies by log2(2 + this).
    content["quality"] = 2 ** content["quality"] - 2
    year = content.pop("sort_year", None)
    content["oldest"] = _UNDATED if year is None else year
    content["newest"] = -_UNDATED if year is None else year
    return _encode(content).decode()


# The engine reads JSON in half the time that it takes to go through Python objects.
_encode = msgspec.json.Encoder().encode


class Writer:
    """Documents in and out of one index; nothing is seen before `commit`."""

    def __init__(self, index: Index, schema: tantivy.Schema, heap: int) -> None:
        self._writer = index.writer(heap, 1)
        self._schema = schema

    def put(self, key: int, document: str, replaces: bool = True) -> None:
        """Write a document made by `encoded`; `replaces` is False when it cannot be there yet."""
        if replaces:
            self.remove(key)
        self._writer.add_json(document)

    def remove(self, key: int) -> None:
        """Take a notice out."""
        # By query: `delete_documents_by_term` takes the number for a signed one, finds nothing.
        term = tantivy.Query.term_query(self._schema, "key", key)
        self._writer.delete_documents_by_query(term)

    def commit(self) -> None:
        """Make everything since the last commit visible, at once and durably."""
        self._writer.commit()

    def close(self) -> None:
        """Wait for what is under way and give the index back."""
        self._writer.wait_merging_threads()
