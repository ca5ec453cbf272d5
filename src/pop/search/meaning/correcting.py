"""Words that nothing has, or that lead nowhere together: what was probably meant.

Candidates are words of the index itself, close by the number of letters to change, swap, add or
drop; then a word cut in two, or freed of an article stuck to it (« damiens » for « d’Amiens »).
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from pop.search.asking.asked import HOLDING
from pop.search.asking.tree import Phrase
from pop.search.content.document import BANDS
from pop.search.content.stems import stemmed
from pop.search.engine.index import Snapshot
from pop.search.engine.translating import Translator

# Candidates tried for one word; combinations tried for a whole query.
MOST_CANDIDATES = 6
MOST_COMBINATIONS = 40
SHORTEST = 4
# A word rarer than that may be a fault even though something has it.
RARE = 30
FAR_MORE = 20
_STUCK = ("d", "l", "qu", "n", "s")
# Sounds that are written in several ways at the beginning of a word.
_HEADS = (("f", "ph"), ("ph", "f"), ("k", "c"), ("c", "k"), ("s", "c"), ("c", "s"), ("i", "y"),
          ("y", "i"), ("o", "ho"), ("ho", "o"), ("e", "he"), ("he", "e"), ("a", "ha"),
          ("ha", "a"), ("z", "s"), ("w", "v"), ("v", "w"), ("j", "g"), ("g", "j"))  # fmt: skip


def known(snapshot: Snapshot, word: str) -> int:
    """In how many notices a word is, in the band that has it most; else its stem, in any band."""
    exact = max(snapshot.frequency(name, word) for name in BANDS)
    return exact or snapshot.frequency("stems", stemmed(word))


def candidates(snapshot: Snapshot, word: str) -> list[tuple[str, float]]:
    """What may have been meant by a word: (word or words, cost), the likeliest first."""
    return sorted(_found(snapshot, word), key=lambda item: item[1])[:MOST_CANDIDATES]


def _found(snapshot: Snapshot, word: str) -> Iterator[tuple[str, float]]:
    if len(word) < SHORTEST or word.isdigit():
        return
    close: dict[str, float] = {}
    # A number is not mistaken for a word; those of millions of notices begin as it does.
    is_number = any(map(str.isdigit, word))
    for beginning in () if is_number else dict.fromkeys(_beginnings(word)):
        farthest = 1 if len(word) < 6 else 2 if len(word) < 10 else 3
        terms: dict[str, int] = {}
        for name in BANDS:
            for term, frequency in snapshot.beginning(name, beginning):
                if abs(len(term) - len(word)) <= farthest and term.isalpha():
                    terms[term] = max(frequency, terms.get(term, 0))
        for term, distance, _ in process.extract(
            word, list(terms), scorer=DamerauLevenshtein.distance,
            score_cutoff=farthest, limit=40,
        ):  # fmt: skip
            if term == word:
                continue
            # A word of ten thousand notices is as likely as one of ten a half letter nearer.
            cost = distance - min(len(str(terms[term])), 5) / 8
            if term[:1] != word[:1]:
                cost += 0.3
            close[term] = min(cost, close.get(term, cost))
        if close:
            break
    for parts, cost in _cuts(snapshot, word):
        close[parts] = cost
    yield from close.items()


def _beginnings(word: str) -> Iterator[str]:
    yield word[:2]
    yield word[0]
    for head, other in _HEADS:
        if word.startswith(head):
            yield (other + word[len(head) :])[:2]
    yield word[1::-1]
    yield word[1:3]


def freed(snapshot: Snapshot, word: str) -> str:
    """The word without an article stuck to it, when it is far more common so; else nothing."""
    for stuck in _STUCK:
        rest = word[len(stuck) :]
        if word.startswith(stuck) and len(rest) >= SHORTEST and rest[0] in "aeiouyh":
            common = snapshot.frequency("places", rest)
            if common >= RARE and common > FAR_MORE * max(
                snapshot.frequency(name, word) for name in BANDS
            ):
                return rest
    return ""


def respaced(snapshot: Snapshot, words: Sequence[str]) -> tuple[str, ...]:
    """The words with a displaced space put back (« desp apes »); nothing when there is none.

    A pair becomes one piece of text in the first word's place, and nothing in the second's.
    """
    for place, (one, two) in enumerate(pairwise(words)):
        if known(snapshot, one) > RARE and known(snapshot, two) > RARE:
            continue
        joined = one + two
        for at in range(2, len(joined) - 2):
            left, right = joined[:at], joined[at:]
            if at == len(one) or not (known(snapshot, right) > RARE):
                continue
            if left in HOLDING or known(snapshot, left) > RARE:
                said = right if left in HOLDING else f"{left} {right}"
                return (*words[:place], said, "", *words[place + 2 :])
    return ()


def _cuts(snapshot: Snapshot, word: str) -> Iterator[tuple[str, float]]:
    for stuck in _STUCK:
        rest = word[len(stuck) :]
        if word.startswith(stuck) and len(rest) >= 3 and rest[0] in "aeiouyh":
            frequency = known(snapshot, rest)
            if frequency:
                yield rest, 0.8 - min(len(str(frequency)), 5) / 8
    for at in range(2, len(word) - 2):
        left, right = word[:at], word[at:]
        if left in HOLDING:
            frequency = known(snapshot, right)
            if frequency > 5:
                yield right, 0.9 - min(len(str(frequency)), 5) / 8
            continue
        if at < 3 or not (known(snapshot, left) and known(snapshot, right)):
            continue
        together = snapshot.count(Translator(snapshot).node(Phrase(f"{left} {right}")))
        if together:
            yield f"{left} {right}", 0.8 - min(len(str(together)), 5) / 8


def combinations(
    choices: Sequence[Sequence[tuple[str, float]]],
) -> list[tuple[str, ...]]:
    """One candidate for each word, the cheapest whole first, a bounded number of them."""
    every = sorted(product(*choices), key=lambda one: sum(cost for _, cost in one))
    return [tuple(text for text, _ in one) for one in every[:MOST_COMBINATIONS]]
