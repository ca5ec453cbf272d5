"""The full-text engine: Tantivy in the process. The only file that speaks its language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tantivy
from tantivy import Document, Filter, Index, Occur, SchemaBuilder, TextAnalyzerBuilder, Tokenizer

from pop.model.values import reference
from pop.search.document import BANDS, filter_term
from pop.search.query import PAGE_SIZE, Query
from pop.search.words import words

# What a word found in each band is worth; its stem found there is worth half of it.
BOOSTS = {"titles": 10.0, "names": 7.0, "places": 4.0, "texts": 1.0}
STEM_SHARE = 0.5
# Its own reference before its other numbers and the references it cites.
KEY_BOOSTS = {"own": 1000.0, "keys": 100.0}
# Long enough for any sentence; more words would only be a way to wear the server out.
MOST_WORDS = 32
WRITER_HEAP = 64_000_000


@dataclass(frozen=True, slots=True)
class Hits:
    """A page of results: how many in all, and the database keys of this page in order."""

    total: int
    keys: list[int]


def _schema() -> tantivy.Schema:
    builder = SchemaBuilder()
    builder.add_unsigned_field("key", stored=False, indexed=True, fast=True)
    for name in ("base", "own", "keys", "filters"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in BANDS:
        builder.add_text_field(name, tokenizer_name="words", index_option="position")
        builder.add_text_field(f"{name}_stems", tokenizer_name="stems", index_option="freq")
    return builder.build()


def _stems() -> tantivy.TextAnalyzer:
    return TextAnalyzerBuilder(Tokenizer.whitespace()).filter(Filter.stemmer("french")).build()


class Engine:
    """One index on disk, opened for reading; `writer` opens it for writing."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._schema = _schema()
        self._index = Index(self._schema, path=str(folder))
        self._index.register_tokenizer("words", TextAnalyzerBuilder(Tokenizer.whitespace()).build())
        self._index.register_tokenizer("stems", _stems())
        self._stemmer = _stems()

    def writer(self) -> "Writer":
        """The one writer of this index; a second one at the same time is refused."""
        return Writer(self._index, self._schema)

    def size(self) -> int:
        """How many notices it holds."""
        self._index.reload()
        return int(self._index.searcher().num_docs)

    def search(self, query: Query) -> Hits:
        """The page of results that the query asks for."""
        self._index.reload()
        searcher = self._index.searcher()
        found = searcher.search(
            self._translate(query),
            limit=PAGE_SIZE,
            offset=(query.page - 1) * PAGE_SIZE,
            count=True,
        )
        addresses = [address for _, address in found.hits]
        keys = searcher.fast_field_values("key", addresses) if addresses else []
        return Hits(_count(found), [int(key or 0) for key in keys])

    def totals(self, query: Query, bases: Sequence[str]) -> dict[str, int]:
        """How many results each base has, the query's own choice of bases set aside."""
        self._index.reload()
        searcher = self._index.searcher()
        return {
            base: _count(searcher.search(self._translate(query.in_bases(base)), limit=1))
            for base in bases
        }

    def _translate(self, query: Query) -> tantivy.Query:
        clauses = [(Occur.Must, self._text(query.text))] if query.text else []
        if query.bases:
            clauses.append((Occur.Must, self._any("base", query.bases)))
        by_key: dict[str, list[str]] = {}
        for key, value in query.filters:
            by_key.setdefault(key, []).append(filter_term(key, value))
        clauses += [(Occur.Must, self._any("filters", terms)) for terms in by_key.values()]
        return tantivy.Query.boolean_query(clauses) if clauses else tantivy.Query.all_query()

    def _any(self, field: str, values: Sequence[str]) -> tantivy.Query:
        terms = tantivy.Query.term_set_query(self._schema, field, list(values))
        return tantivy.Query.const_score_query(terms, 0.0)

    def _text(self, text: str) -> tantivy.Query:
        """A reference or number in any shape first; else every word, in any field."""
        asked = list(words(text))[:MOST_WORDS]
        every_word = [(Occur.Must, self._word(word)) for word in asked]
        ways = [(Occur.Should, tantivy.Query.boolean_query(every_word))] if every_word else []
        for key in reference.index(text).keys:
            for name, boost in KEY_BOOSTS.items():
                term = tantivy.Query.term_query(self._schema, name, key, "basic")
                ways.append((Occur.Should, tantivy.Query.boost_query(term, boost)))
        return tantivy.Query.boolean_query(ways) if ways else tantivy.Query.empty_query()

    def _word(self, word: str) -> tantivy.Query:
        stem = (self._stemmer.analyze(word) or [word])[0]
        ways = []
        for name, boost in BOOSTS.items():
            exact = tantivy.Query.term_query(self._schema, name, word)
            ways.append(tantivy.Query.boost_query(exact, boost))
            stemmed = tantivy.Query.term_query(self._schema, f"{name}_stems", stem, "freq")
            ways.append(tantivy.Query.boost_query(stemmed, boost * STEM_SHARE))
        return tantivy.Query.disjunction_max_query(ways, tie_breaker=0.1)


def _count(found: tantivy.SearchResult) -> int:
    """The count of a result, which the engine's own type declarations forget."""
    return int(found.count)  # type: ignore[attr-defined]


class Writer:
    """Documents in and out of one index; nothing is seen before `commit`."""

    def __init__(self, index: Index, schema: tantivy.Schema) -> None:
        self._writer = index.writer(WRITER_HEAP, 1)
        self._schema = schema

    def put(self, key: int, document: Mapping[str, Any], replaces: bool = True) -> None:
        """Write the document of a notice; `replaces` is False when it cannot be there yet."""
        if replaces:
            self.remove(key)
        content = dict(document)
        content["key"] = key
        for name in BANDS:
            content[f"{name}_stems"] = document[name]
        self._writer.add_document(Document.from_dict(content, self._schema))

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
