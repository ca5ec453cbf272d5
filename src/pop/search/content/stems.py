"""French stems of folded words, remembered: asked each time, the stemmer costs more than the rest
of the index together."""

from collections.abc import Iterable

from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

_STEMMER = TextAnalyzerBuilder(Tokenizer.whitespace()).filter(Filter.stemmer("french")).build()
# Words remembered, some 100 bytes each; past that they are learnt again.
_MOST = 300_000


class _Stems(dict[str, str]):
    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST:
            self.clear()
        found = _STEMMER.analyze(word)
        stem = self[word] = found[0] if found else word
        return stem


_known = _Stems()


def stemmed(word: str) -> str:
    """The stem of a folded word."""
    return _known[word]


def all_stemmed(texts: Iterable[str]) -> list[str]:
    """The stems of all the folded words of texts."""
    return list(map(_known.__getitem__, " ".join(texts).split()))
