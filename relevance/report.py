"""What the judged queries say, in figures by category and in words for what is missed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass

from relevance import scoring
from relevance.judged import Judged
from relevance.records import Key, Library

WHOLE = "ensemble"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A query and what came for it, in order."""

    judged: Judged
    came: Sequence[Key]

    @property
    def grades(self) -> list[int]:
        return [self.judged.grades.get(key, 0) for key in self.came]

    @property
    def ndcg(self) -> float:
        return scoring.ndcg(self.grades, list(self.judged.grades.values()))


@dataclass(frozen=True, slots=True)
class Figures:
    """Means over some queries, all from 0 to 1 but the count."""

    queries: int
    ndcg: float
    mrr: float
    first: float
    ten: float

    @classmethod
    def of(cls, outcomes: Sequence[Outcome]) -> "Figures":
        count = len(outcomes)
        grades = [outcome.grades for outcome in outcomes]
        return cls(
            count,
            sum(outcome.ndcg for outcome in outcomes) / count,
            sum(scoring.reciprocal_rank(came) for came in grades) / count,
            sum(scoring.success(came, 1) for came in grades) / count,
            sum(scoring.success(came, 10) for came in grades) / count,
        )


def figures(outcomes: Sequence[Outcome]) -> dict[str, Figures]:
    """The figures of each category, in the order of the file, then of all."""
    categories = dict.fromkeys(outcome.judged.category for outcome in outcomes)
    found = {
        name: Figures.of([o for o in outcomes if o.judged.category == name]) for name in categories
    }
    return {**found, WHOLE: Figures.of(outcomes)}


def as_json(outcomes: Sequence[Outcome]) -> dict[str, dict[str, float]]:
    """The figures for a program."""
    return {name: asdict(line) for name, line in figures(outcomes).items()}


def table(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """The figures for a person."""
    found = figures(outcomes)
    width = max(map(len, found))
    yield f"{'':{width}}  demandes  nDCG@10    MRR  premier  dans les dix"
    for name, line in found.items():
        yield (
            f"{name:{width}}  {line.queries:8}  {line.ndcg:7.3f}  {line.mrr:5.3f}"
            f"  {line.first:7.0%}  {line.ten:12.0%}"
        )


def misses(outcomes: Iterable[Outcome], library: Library) -> Iterator[str]:
    """Each query whose first result is not a good one: what was wanted, where it came, what
    came first instead."""
    for outcome in outcomes:
        rank = scoring.first_good(outcome.grades)
        if rank == 1:
            continue
        judged = outcome.judged
        best = max(judged.grades.values())
        wanted = [key for key, grade in judged.grades.items() if grade == best]
        more = f" (et {len(wanted) - 1} autres)" if len(wanted) > 1 else ""
        yield f"{judged.text}   [{judged.category}]"
        yield f"    voulu    {_named(wanted[0], library)}{more}"
        yield f"    place    {rank or f'aucune parmi {len(outcome.came)}'}"
        if judged.why:
            yield f"    raison   {judged.why}"
        if outcome.came:
            yield f"    premier  {_named(outcome.came[0], library)}"
        else:
            yield "    premier  aucun résultat"


def _named(key: Key, library: Library) -> str:
    record = library.by_key.get(key)
    return f"{key[0]} {key[1]} {record.name if record else ''}".rstrip()
