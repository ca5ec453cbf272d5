"""The fixed query file of the bench: `python -m bench.asking` writes it again, the same.

400 searches: 60 % of one to three words, 15 % references in any shape, 15 % filters, 10 % broad
words (in 5 to 10 % of notices). Each line: the kind, then the search as the address bar has it.
"""

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs

from bench.crowd import Crowd, building, furniture
from bench.lexicon import CENTURIES, GIVEN, Lexicon
from pop.model.values.words import normal
from pop.search.asking.address import from_address, to_address
from pop.search.asking.query import Query

FILE = Path(__file__).with_name("queries.tsv")
MANY = 400
SHARES = {"words": 0.60, "reference": 0.15, "filters": 0.15, "broad": 0.10}
BROAD = 0.05, 0.10
# Notices looked at to tell which words are broad.
SAMPLE = 6000
# References asked for are of notices that any crowd of a hundred thousand has.
SURE = 2000


def asked() -> list[tuple[str, Query]]:
    """The searches of the file, each with its kind, in its order."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line)
    return [(kind, from_address(parse_qs(said))) for kind, said in pairs]


def prefixes(words: Lexicon, many: int = 200) -> list[str]:
    """Beginnings of two to eight letters of words, names and places, as people type them."""
    draw = random.Random("prefixes")
    pools = (words.content, words.authors, words.communes, words.denominations)
    found = []
    for number in range(many):
        value = pools[number % len(pools)].at(draw.random())
        text = normal(value if isinstance(value, str) else value[1])
        found.append(text[: draw.randint(2, 8)].strip())
    return [text for text in found if len(text) >= 2]


def written(seed: int = 1) -> Iterator[str]:
    """The lines of the file."""
    words = Lexicon(seed)
    draw = random.Random(f"queries {seed}")
    broad = _broad(words, draw)
    makers = {
        "words": lambda: Query(text=_words(words, draw)),
        "reference": lambda: Query(text=_reference(draw)),
        "filters": lambda: _filters(words, draw),
        "broad": lambda: Query(text=draw.choice(broad)),
    }
    kinds = [kind for kind, share in SHARES.items() for _ in range(round(MANY * share))]
    draw.shuffle(kinds)
    for kind in kinds:
        yield f"{kind}\t{to_address(makers[kind]())}"


def _words(words: Lexicon, draw: random.Random) -> str:
    chance = draw.random
    kind = draw.randrange(6)
    thing = words.denominations.at(chance() ** 0.5)
    word = words.content.values[int(40 + 4000 * chance() ** 2)]
    if kind == 0:
        return word
    if kind == 1:
        return words.authors.at(chance()).replace(",", "")
    if kind == 2:
        return f"{thing.split()[0]} {words.communes.at(chance())[1]}"
    if kind == 3:
        return f"{thing.split()[0]} saint-{draw.choice(GIVEN)}".lower()
    if kind == 4:
        return f"{word} {words.content.values[int(20 + 600 * chance())]}"
    more = words.content.values[int(20 + 600 * chance())]
    return f"{thing.split()[0]} {word} {more}"


def _reference(draw: random.Random) -> str:
    rank = draw.randrange(SURE)
    said = draw.choice(
        (building(rank), furniture(rank), f"AP{rank % 90 + 10}N{rank:07d}", f"{rank:011d}",
         f"M{rank % 1000 + 1:04d}", f"D-{rank:07d}")
    )  # fmt: skip
    shape = draw.randrange(4)
    if shape == 0:
        return said.lower()
    return f"{said[:2]} {said[2:]}" if shape == 1 and said[0].isalpha() else said


def _filters(words: Lexicon, draw: random.Random) -> Query:
    chance = draw.random
    place = words.communes.at(chance())
    every = {
        "region": place[4],
        "departement": f"{place[3]} ({place[2]})",
        "siecle": draw.choice(CENTURIES[:8]),
        "domaine": words.domains.at(chance()),
        "technique": words.techniques.at(chance()),
        "denomination": words.denominations.at(chance()),
        "image": "oui",
        "auteur": words.authors.at(chance()),
    }
    keys = draw.sample(list(every), draw.choice((1, 1, 2, 2, 3)))
    bases = draw.choice(((), (), ("merimee",), ("palissy",), ("joconde",), ("memoire",)))
    text = words.content.values[int(20 + 600 * chance())] if chance() < 0.4 else ""
    return Query(text=text, bases=bases, filters=tuple((key, every[key]) for key in keys))


def _broad(words: Lexicon, draw: random.Random) -> list[str]:
    """Words that between 5 and 10 % of notices have, the known ones of a sample."""
    crowd = Crowd(words, 4_500_000)
    seen: Counter[str] = Counter()
    looked = 0
    pieces = crowd.pieces()
    while looked < SAMPLE:
        base, first, _ = draw.choice(pieces)
        for made in crowd.piece(base, first, 100):
            texts = (v if isinstance(v, str) else " ".join(v) for v in made.values.values())
            seen.update(set(normal(" ".join(texts)).split()))
            looked += 1
    least, most = BROAD
    return [
        word
        for word in map(normal, words.content.values[:400])
        if least <= seen[word] / looked <= most
    ]


if __name__ == "__main__":
    FILE.write_text("".join(f"{line}\n" for line in written()), encoding="utf-8")
