"""A vocabulary from a file into the store: filled beside the living one, then switched.

Readers see the old one or the new one, whole. Writing goes by short transactions, so that
nobody waits for a thesaurus; what a killed process leaves is swept by the next load.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from typing import Any

import msgspec
from django.db import connection, transaction
from django.db.models import Max, Model
from django.utils import timezone

from pop.vocabulary import hierarchy, matching
from pop.vocabulary.models import CONCEPTS, Concept, Expands, Label, Narrower, Relation, Vocabulary
from pop.vocabulary.scheme import Entry, Scheme

SLICE = 2_000
# A row that is not living and older than this was left by a process that died.
ABANDONED = timedelta(hours=1)
# Changes when what is stored of a same file changes: files are then loaded anew.
FORM = 1

_KINDS = {"pref": Label.Kind.PREFERRED, "alt": Label.Kind.ALTERNATIVE, "hidden": Label.Kind.HIDDEN}

Progress = Callable[[int], None]
# How to take one's turn to write, on a database that has one writer.
Turn = Callable[[], AbstractContextManager[None]]


@dataclass(frozen=True, slots=True)
class Settings:
    """How a vocabulary is called and takes part. `closed`: see known.py."""

    key: str
    title: str
    source: str
    language: str = "fr"
    licence: str = ""
    expands: Expands = Expands.NARROWER
    closed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of it. `unchanged`: the living vocabulary already is that one."""

    vocabulary: Vocabulary | None
    unchanged: bool
    concepts: int
    labels: int
    links: int


def load(
    scheme: Scheme,
    settings: Settings,
    progress: Progress = lambda done: None,
    turn: Turn = nullcontext,
) -> Loaded:
    """Replace the vocabulary of that key, unless it is the same. Raises Unusable.

    `progress` is called with the number of concepts written.
    """
    fingerprint = _fingerprint(scheme, settings)
    above = hierarchy.parents(scheme)
    labels = sum(len(entry.labels) for entry in scheme.entries)
    direct = sum(map(len, above))
    living = Vocabulary.objects.filter(key=settings.key, live=True).first()
    if living and living.fingerprint == fingerprint:
        return Loaded(living, True, len(scheme.entries), labels, direct)
    below = list(hierarchy.closure(above))
    _sweep(turn)
    with turn():
        vocabulary = Vocabulary.objects.create(
            key=settings.key,
            title=settings.title[:300],
            uri=scheme.uri[:500],
            source=settings.source[:300],
            language=settings.language,
            licence=(settings.licence or scheme.licence)[:300],
            version=scheme.version[:200],
            expands=settings.expands,
            fingerprint=fingerprint,
        )
    _fill(vocabulary.pk * CONCEPTS, scheme, settings, above, below, progress, turn)
    with turn(), transaction.atomic():
        replaced = Vocabulary.objects.filter(key=settings.key, live=True)
        old = list(replaced.select_for_update().values_list("pk", flat=True))
        replaced.update(live=False)
        Vocabulary.objects.filter(pk=vocabulary.pk).update(live=True)
    vocabulary.live = True
    for primary_key in old:
        _erase(primary_key, turn)
    return Loaded(vocabulary, False, len(scheme.entries), labels, direct)


def remove(key: str, turn: Turn = nullcontext) -> bool:
    """Take a vocabulary away, at once for readers; False when there was none."""
    with turn(), transaction.atomic():
        living = list(Vocabulary.objects.filter(key=key, live=True).values_list("pk", flat=True))
        Vocabulary.objects.filter(pk__in=living).update(live=False)
    for primary_key in living:
        _erase(primary_key, turn)
    return bool(living)


def _fingerprint(scheme: Scheme, settings: Settings) -> str:
    said = (FORM, scheme.uri, scheme.version, scheme.licence, settings)
    digest = hashlib.sha256(msgspec.json.encode(said))
    for entry in scheme.entries:
        digest.update(msgspec.json.encode(entry))
    return digest.hexdigest()


def _fill(
    first: int,
    scheme: Scheme,
    settings: Settings,
    above: list[list[int]],
    below: list[hierarchy.Below],
    progress: Progress,
    turn: Turn,
) -> None:
    """Write everything under a vocabulary that nobody reads yet; concepts begin at id `first`."""
    entries = scheme.entries
    concepts = _concepts(first, entries, settings, above, below)
    _write(Concept, _CONCEPT, concepts, turn, progress)
    _write(Label, _LABEL, _labels(first, entries, settings.language), turn)
    links = ((first + broader, first + concept, far, rank) for broader, concept, far, rank in below)
    _write(Narrower, _NARROWER, links, turn)
    _write(Relation, _RELATION, _relations(first, entries), turn)
    if connection.vendor == "postgresql":
        # Without figures on what was just written, its first plans read whole tables.
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {', '.join(model._meta.db_table for model in _MODELS)}")


_CONCEPT = (
    "id", "vocabulary_id", "identifier", "label", "under", "narrower_count", "opens", "notes",
)  # fmt: skip
_LABEL = ("concept_id", "kind", "language", "text", "key", "singular")
_NARROWER = ("broader_id", "concept_id", "distance", "rank")
_RELATION = ("concept_id", "kind", "target")

_MODELS = (Concept, Label, Narrower, Relation)

Row = tuple[Any, ...]


def _concepts(
    first: int,
    entries: Sequence[Entry],
    settings: Settings,
    above: list[list[int]],
    below: list[hierarchy.Below],
) -> Iterator[Row]:
    counts = [0] * len(entries)
    for link in below:
        counts[link.broader] += 1
    named = [entry.preferred(settings.language) for entry in entries]
    wanted = {matching.key(term) for term in settings.closed}
    roots = {place for place, name in enumerate(named) if matching.key(name) in wanted}
    closed = hierarchy.branches(above, roots) if roots else set()
    for place, entry in enumerate(entries):
        under = named[above[place][0]] if above[place] else ""
        notes = msgspec.json.encode(entry.notes).decode()
        yield (
            first + place, first // CONCEPTS, entry.identifier, named[place], under,
            counts[place], place not in closed, notes,
        )  # fmt: skip


def _labels(first: int, entries: Sequence[Entry], language: str) -> Iterator[Row]:
    for concept, entry in enumerate(entries, first):
        # A concept without any label is known by its identifier.
        for kind, tongue, text in entry.labels or [("pref", "", entry.identifier)]:
            key = matching.key(text)
            yield concept, _KINDS[kind], tongue or language, text, key, matching.singular(key)


def _relations(first: int, entries: Sequence[Entry]) -> Iterator[Row]:
    known = {entry.identifier for entry in entries}
    for concept, entry in enumerate(entries, first):
        for kind, target in entry.relations:
            yield concept, kind, target
        for target in entry.broader:
            if target not in known:
                yield concept, "broader", target


def _write(
    model: type[Model],
    columns: Sequence[str],
    rows: Iterator[Row],
    turn: Turn,
    progress: Progress = lambda done: None,
) -> None:
    """Insert rows by slices, each in a turn of its own."""
    table = f"{model._meta.db_table} ({', '.join(columns)})"
    marks = ", ".join(["%s"] * len(columns))
    done = 0
    while piece := list(islice(rows, SLICE)):
        with turn(), transaction.atomic(), connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                with cursor.copy(f"COPY {table} FROM STDIN") as copy:
                    for row in piece:
                        copy.write_row(row)
            else:
                cursor.executemany(f"INSERT INTO {table} VALUES ({marks})", piece)
        done += len(piece)
        progress(done)


def _sweep(turn: Turn) -> None:
    """Erase what processes that died left half-written."""
    old = Vocabulary.objects.filter(live=False, loaded_at__lt=timezone.now() - ABANDONED)
    for primary_key in list(old.values_list("pk", flat=True)):
        _erase(primary_key, turn)


def _erase(primary_key: int, turn: Turn) -> None:
    """Delete a vocabulary that nobody reads any more, by pieces."""
    last = Concept.objects.filter(vocabulary=primary_key).aggregate(last=Max("pk"))["last"] or 0
    # What belongs to concepts goes before them: a second go finds all that a first one left.
    for models in ((Label, Relation, Narrower), (Concept,)):
        for start in range(primary_key * CONCEPTS, last + 1, SLICE):
            with turn(), transaction.atomic():
                for model in models:
                    name = "pk" if model is Concept else "concept"
                    within = {f"{name}__gte": start, f"{name}__lt": start + SLICE}
                    model._default_manager.filter(**within).delete()
    with turn():
        Vocabulary.objects.filter(pk=primary_key).delete()
