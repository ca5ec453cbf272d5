"""A file of vocabulary, whatever its format: begin here. The content decides, not the name."""

import re
from collections import defaultdict
from pathlib import Path

from pop.model.values.typography import quoted
from pop.vocabulary import lexicon, skos, tabular, texts
from pop.vocabulary.matching import key
from pop.vocabulary.scheme import LONGEST_LABEL, Scheme, Unusable

HOMONYM = "homonymes, gardés à part"
_TURTLE = re.compile(r"\s*(?:@prefix|@base|PREFIX|BASE)\s", re.I)
_WANTED = "Demandez-le en SKOS (RDF/XML), en CSV ou en lexique à tabulations."


def read(path: Path) -> Scheme:
    """What a file says, its oddities noted. Raises Unusable, whose message is for people."""
    data = texts.content(path)
    start = data.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")[:100]
    if start.startswith((b"<?xml", b"<rdf", b"<!", b"<\x00?", b"<RDF", b"<html")):
        scheme = skos.read(data)
    else:
        lines, encoding, findings = texts.lines(data)
        first = next((line for line in lines if line.strip()), "")
        if _TURTLE.match(first):
            raise Unusable(f"c’est du Turtle, pas encore lu ici. {_WANTED}")
        if first.lstrip()[:1] in ("{", "["):
            raise Unusable(f"c’est du JSON. {_WANTED}")
        mark = tabular.separator(first)
        scheme = tabular.read(lines, encoding, mark) if mark else lexicon.read(lines, encoding)
        scheme.findings[:0] = findings
    _check(scheme)
    return scheme


def _check(scheme: Scheme) -> None:
    """What holds for any format: no endless label, homonyms and stray synonyms said."""
    named: dict[str, list[int]] = defaultdict(list)
    for entry in scheme.entries:
        for _, _, text in entry.labels:
            if len(text) > LONGEST_LABEL:
                raise Unusable(
                    f"ligne {entry.line} : un terme de plus de {LONGEST_LABEL} caractères, "
                    f"{quoted(text)} ; ce n’est pas un vocabulaire."
                )
        named[key(entry.preferred(scheme.language))].append(entry.line)
    if not scheme.entries:
        raise Unusable("le fichier n’a aucun terme.")
    for name, lines in named.items():
        if len(lines) > 1 and name:
            where = ", ".join(map(str, lines[:5])) + ("…" if len(lines) > 5 else "")
            scheme.say(HOMONYM, lines[0], f"{quoted(name)} lignes {where}")
