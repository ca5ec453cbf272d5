"""A lexicon as the Joconde base keeps them: one term a line, tabs for the hierarchy.

`term = synonym = synonym`; narrower terms are indented below. The files went through several
programs: spaces between the tabs, a « - » for the last level, a preamble in sentences.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pop.model.values.typography import quoted
from pop.vocabulary.scheme import LONGEST_LABEL, Entry, Scheme, Unusable, check_size
from pop.vocabulary.texts import unescaped

PATH = " › "
NOT_TO_USE = "terme de classement, à ne pas employer"
TABLE = "on dirait un tableau, sans colonne « terme »"

# A « - » that took the place of the first tab, then tabs and spaces.
_INDENT = re.compile(r"(?:- {1,3}(?=\t))?[\t ]*")
_BULLET = re.compile(r"(?<=[ \t])- ")
_TITLE = re.compile(r"(?:liste|lexique|thésaurus|thesaurus|vocabulaire)\b", re.I)
_UPDATED = re.compile(r"mise à jour\b\s*:?\s*", re.I)
_REMARK = re.compile(r"(?:les termes|important|ex\.?\s*:|nota|n\.?b\.?\b|attention|remarque)", re.I)
_SEPARATORS = re.compile(r"[|;\t]")


@dataclass(slots=True)
class _Line:
    number: int
    depth: int
    text: str


def read(lines: list[str], form: str) -> Scheme:
    """The concepts of a lexicon. Raises Unusable on a table or on prose."""
    scheme = Scheme(form=f"lexique à tabulations, {form}", language="fr")
    start = _preamble(lines, scheme)
    _refuse_tables(lines[start : start + 50], start)
    above: list[tuple[int, Entry]] = []
    known: dict[str, Entry] = {}
    for line in _terms(lines, start, scheme):
        while above and above[-1][0] >= line.depth:
            above.pop()
        expected = above[-1][0] + 1 if above else 0
        if line.depth > expected:
            scheme.say("niveau sauté dans la hiérarchie", line.number, quoted(line.text))
        parent = above[-1][1] if above else None
        entry = _entry(line, parent, scheme, known)
        above.append((line.depth, entry))
        check_size(len(known))
    scheme.entries = list(known.values())
    return scheme


def _preamble(lines: list[str], scheme: Scheme) -> int:
    """Where terms begin: after a title, a date, remarks, each followed by a blank line."""
    start = place = 0
    for block in _blocks(lines):
        first = block[0][1]
        dated = next((text for _, text in block if _UPDATED.match(text)), "")
        titled = _TITLE.match(first) and not scheme.title
        if first[0].isspace() or not (dated or titled or (start and _REMARK.match(first))):
            break
        if titled:
            scheme.title = " ".join(text.strip() for _, text in block)
        if dated:
            scheme.version = " ".join(_UPDATED.sub("", dated).split())
        place = block[-1][0]
        start = place + 1
    if start:
        scheme.say("préambule, qui n’est pas des termes", 1, f"jusqu’à la ligne {place + 1}")
    return start


def _blocks(lines: list[str]) -> Iterator[list[tuple[int, str]]]:
    """Lines between blank ones, with their places."""
    block: list[tuple[int, str]] = []
    for place, line in enumerate(lines):
        if line.strip():
            block.append((place, line))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _refuse_tables(sample: list[str], start: int) -> None:
    for number, line in enumerate(sample, start + 1):
        if len(_SEPARATORS.findall(line.strip())) >= 3:
            raise Unusable(
                f"ligne {number} : {TABLE}. Donnez-lui une première ligne avec terme, synonymes, "
                "générique… ; pour des notices, employez pop load."
            )


def _terms(lines: list[str], start: int, scheme: Scheme) -> Iterator[_Line]:
    """The lines that hold a term, with their depth: tabs, or spaces where no line has tabs.

    A single space is never a level.
    """
    indents = [_INDENT.match(line) for line in lines]
    tabbed = any(found and "\t" in found.group() for found in indents[start:])
    for number, line in enumerate(lines[start:], start + 1):
        found = indents[number - 1]
        indent = found.group() if found else ""
        rest = line[len(indent) :]
        if not rest.strip():
            continue
        depth = indent.count("\t") + indent.startswith("-")
        if not tabbed and len(indent) > 1:
            depth = len(indent)
        bullet = _BULLET.match(line, len(indent))
        if bullet:
            rest, depth = line[bullet.end() :], depth + 1
        if "\t" in rest.strip():
            scheme.say("tabulation dans un terme, lue comme une espace", number, quoted(rest))
        text = " ".join(rest.split())
        mended = unescaped(text)
        if mended != text:
            scheme.say("entités HTML rétablies", number, quoted(text))
        if len(mended) > LONGEST_LABEL * 4:
            raise Unusable(f"ligne {number} : trop longue pour un terme ; ce n’est pas un lexique.")
        yield _Line(number, depth, mended)


def _entry(line: _Line, parent: Entry | None, scheme: Scheme, known: dict[str, Entry]) -> Entry:
    """The concept of a line: a new one, or the same written twice under one broader term."""
    texts = [part.strip() for part in line.text.split("=")]
    names = [text for text in texts if text]
    if len(names) < len(texts):
        scheme.say("synonyme vide", line.number, quoted(line.text))
    if not names:
        names = [line.text]
    guide = names[0].startswith("<") and names[0].endswith(">") and len(names[0]) > 2
    name = names[0].strip("<>").strip() if guide else names[0]
    identifier = f"{parent.identifier}{PATH}{name}" if parent else name
    entry = known.get(identifier)
    if entry is None:
        entry = known[identifier] = Entry(identifier, line.number)
        entry.add_label("pref", scheme.language, name)
        if parent:
            entry.broader.append(parent.identifier)
        if guide:
            entry.notes.append(("usage", scheme.language, NOT_TO_USE))
    else:
        before = f"{quoted(name)}, déjà ligne {entry.line}"
        scheme.say("terme répété au même endroit, réuni", line.number, before)
    for text in names[1:]:
        if text == name or not entry.add_label("alt", scheme.language, text):
            scheme.say("synonyme répété", line.number, quoted(text))
    if not any(character.isalnum() for character in name):
        scheme.say("terme sans lettre ni chiffre", line.number, quoted(name))
    elif name[0] in '";,<>|':
        scheme.say("terme qui commence par un signe", line.number, quoted(name))
    return entry
