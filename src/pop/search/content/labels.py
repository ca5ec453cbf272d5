"""The spellings of facet values, counted: which one is shown, and what a few letters may mean.

One SQLite file beside each generation of the index, written by the indexer alone just before it
commits: a value that the index knows always has a label. Counts only ever grow between two
rebuilds; they choose a label and order suggestions, they are never shown.
"""

import sqlite3
import threading
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

FILE_NAME = "labels.sqlite"

_TABLES = """
CREATE TABLE IF NOT EXISTS spelling (
    facet TEXT NOT NULL, key TEXT NOT NULL, label TEXT NOT NULL, count INTEGER NOT NULL,
    PRIMARY KEY (facet, key, label)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS ranked (most INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS begun (
    beginning TEXT NOT NULL, rank INTEGER NOT NULL, title TEXT NOT NULL,
    PRIMARY KEY (beginning, rank)
) WITHOUT ROWID;
"""
_WORDS = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5("
    "key, facet UNINDEXED, prefix='2 3 4', tokenize='ascii', detail=none)"
)
# Part of the values that may have come since all were ranked by use.
_UNRANKED = 0.2
# Values asked for at once, under the limit of parameters of SQLite.
_AT_ONCE = 500

Spelling = tuple[str, str, str]
"""Facet, key, label as written."""


class Writer:
    """Counts spellings and writes them down at each commit of the index."""

    def __init__(self, folder: Path) -> None:
        self._database = sqlite3.connect(folder / FILE_NAME)
        self._database.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;")
        self._database.executescript(_TABLES)
        self._database.execute(_WORDS)
        self._counted: Counter[Spelling] = Counter()

    def count(self, spellings: Counter[Spelling]) -> None:
        self._counted.update(spellings)

    def commit(self) -> None:
        """Write what was counted since the last time; new values become searchable."""
        if not self._counted:
            return
        with self._database as database:
            known: set[tuple[str, str]] = set()
            counted = list(self._counted.items())
            values = list({(facet, key) for (facet, key, _), _ in counted})
            for start in range(0, len(values), _AT_ONCE):
                part = values[start : start + _AT_ONCE]
                marks = ",".join(["(?,?)"] * len(part))
                known.update(
                    database.execute(
                        f"WITH asked(facet, key) AS (VALUES {marks}) SELECT DISTINCT facet, key "
                        "FROM asked CROSS JOIN spelling USING (facet, key)",
                        [text for pair in part for text in pair],
                    )
                )
            database.executemany(
                "INSERT INTO spelling VALUES (?, ?, ?, ?) ON CONFLICT (facet, key, label) "
                "DO UPDATE SET count = count + excluded.count",
                [(*spelling, count) for spelling, count in counted],
            )
            new = [(key, facet) for facet, key in values if (facet, key) not in known]
            database.executemany("INSERT INTO words (key, facet) VALUES (?, ?)", new)
        if new and self._is_to_rank():
            self.rank()
        self._counted.clear()

    def _is_to_rank(self) -> bool:
        """Whether many values came since they were ranked."""
        ((last, ranked),) = self._database.execute(
            "SELECT (SELECT max(rowid) FROM words), (SELECT max(most) FROM ranked)"
        )
        return bool(last - (ranked or 0) > _UNRANKED * last)

    def rank(self) -> None:
        """Put the values in the order of their use, in which they are read: the first that begin
        as asked are found without looking at the others."""
        with self._database as database:
            database.execute("BEGIN")
            database.execute("DROP TABLE words")
            database.execute(_WORDS)
            database.execute(
                "INSERT INTO words (rowid, key, facet) "
                "SELECT row_number() OVER (ORDER BY sum(count) DESC, length(key), key), key, facet "
                "FROM spelling GROUP BY facet, key"
            )
            database.execute("DELETE FROM ranked")
            database.execute("INSERT INTO ranked SELECT coalesce(max(rowid), 0) FROM words")

    def keep_titles(self, common: Iterable[tuple[str, list[str]]]) -> None:
        """Keep the most frequent titles of common beginnings (`titles.py`)."""
        with self._database as database:
            database.execute("DELETE FROM begun")
            database.executemany(
                "INSERT INTO begun VALUES (?, ?, ?)",
                ((begun, *one) for begun, titles in common for one in enumerate(titles)),
            )

    def close(self) -> None:
        self._database.close()


class Labels:
    """The labels of one generation, read; opened once a thread."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self._local = threading.local()

    @staticmethod
    @lru_cache(maxsize=4)
    def of_folder(folder: Path) -> "Labels":
        """The labels beside an index, shared by a process."""
        return Labels(folder)

    def _query(self, query: str, parameters: Sequence[object]) -> list[tuple[str, ...]]:
        if not hasattr(self._local, "database"):
            database = sqlite3.connect(f"file:{self._path}?mode=ro", uri=True)
            self._local.database = database
        rows: list[tuple[str, ...]] = self._local.database.execute(query, parameters).fetchall()
        return rows

    def of(self, values: Sequence[tuple[str, str]]) -> dict[tuple[str, str], str]:
        """The most used spelling of each (facet, key); unknown ones are left out."""
        found: dict[tuple[str, str], str] = {}
        for start in range(0, len(values), _AT_ONCE):
            part = values[start : start + _AT_ONCE]
            marks = ",".join(["(?,?)"] * len(part))
            # From the values to their spellings: asked with IN, SQLite reads the whole table.
            rows = self._query(
                f"WITH asked(facet, key) AS (VALUES {marks}) "
                "SELECT facet, key, label, max(count) "
                "FROM asked CROSS JOIN spelling USING (facet, key) GROUP BY facet, key",
                [text for pair in part for text in pair],
            )
            found.update({(facet, key): label for facet, key, label, _ in rows})
        return found

    def begun(self, asked: str) -> list[str]:
        """The most frequent of many folded titles that begin so; none when they are few."""
        rows = self._query("SELECT title FROM begun WHERE beginning = ? ORDER BY rank", [asked])
        return [title for (title,) in rows]

    def matching(self, asked: str, facets: Sequence[str], most: int) -> list[tuple[str, str]]:
        """The (facet, key) pairs with words that begin as those asked, the most used first.

        asked: folded words; each must begin a word of the key.
        """
        words = [word for word in asked.split() if word.isalnum()]
        if not words or not facets:
            return []
        match = " ".join(f"{word}*" for word in words)
        marks = ",".join("?" * len(facets))
        rows = self._query(
            f"SELECT facet, key FROM words WHERE words MATCH ? AND facet IN ({marks}) "
            "ORDER BY rowid LIMIT ?",
            [match, *facets, most],
        )
        return [(facet, key) for facet, key in rows]
