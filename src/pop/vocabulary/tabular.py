"""A vocabulary as a table: one concept a row, columns named in the first line.

Several rows of one identifier say it in several languages. Columns, separators and an example
are in docs/reference/vocabularies.md.
"""

import csv
import re
from collections.abc import Iterator

from pop.model.values.typography import quoted
from pop.model.values.words import normal
from pop.vocabulary.matching import key
from pop.vocabulary.scheme import Entry, Scheme, Unusable, check_size
from pop.vocabulary.skos import short_language

# The folded names under which columns are known.
COLUMNS = {
    "identifier": ("identifiant", "id", "uri", "code", "identifier", "notation"),
    "term": ("terme", "terme prefere", "libelle", "preflabel", "descripteur", "label"),
    "language": ("langue", "language", "lang"),
    "alt": ("synonymes", "synonyme", "altlabel", "non descripteurs", "employe pour", "variantes"),
    "hidden": ("formes cachees", "forme cachee", "hiddenlabel"),
    "broader": ("generique", "generiques", "terme generique", "broader", "parent"),
    "related": ("associes", "associe", "termes associes", "related"),
    "match": ("alignements", "alignement", "exactmatch"),
    "definition": ("definition",),
    "scopeNote": ("note", "notes", "note d application", "scopenote"),
}
_NAMES = {name: column for column, names in COLUMNS.items() for name in names}
SEPARATORS = ";\t|,"
_INSIDE = re.compile(r"\s*[;|]\s*|\s*##?\s*")


def separator(first: str) -> str | None:
    """The separator of a first line that names a column of terms, None for another line."""
    for mark in SEPARATORS:
        cells = next(csv.reader([first], delimiter=mark), [])
        columns = [_column(cell) for cell in cells]
        if "term" in columns and (len(cells) > 1 or mark == ","):
            return mark
    return None


def _column(cell: str) -> str | None:
    return _NAMES.get(normal(re.sub(r"\W+", " ", cell)))


def read(lines: list[str], form: str, mark: str) -> Scheme:
    """The concepts of a table whose first line that is not blank names its columns."""
    scheme = Scheme(form=f"CSV, {form}")
    rows = _rows(lines, mark)
    number, header = next(rows)
    columns = [_column(cell) for cell in header]
    for cell, column in zip(header, columns, strict=True):
        if column is None and cell.strip():
            scheme.say("colonne inconnue, laissée de côté", number, quoted(cell))
    for twice in sorted({name for name in columns if name and columns.count(name) > 1}):
        scheme.say("deux colonnes pour une même chose, réunies", number, twice)
    known: dict[str, Entry] = {}
    languages: dict[str, int] = {}
    for number, cells in rows:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
            scheme.say("plus de cellules que de colonnes", number, quoted(mark.join(cells)))
        said: dict[str, list[str]] = {}
        for column, cell in zip(columns, cells, strict=False):
            if column and cell.strip():
                said.setdefault(column, []).append(cell.strip())
        language = short_language("".join(said.get("language", ["fr"])[:1]))
        languages[language] = languages.get(language, 0) + 1
        _take(said, language, number, scheme, known)
        check_size(len(known))
    scheme.entries = list(known.values())
    if not known:
        raise Unusable("le tableau n’a aucun terme sous sa première ligne.")
    scheme.language = max(languages, key=lambda each: languages[each], default="fr")
    _resolve(scheme)
    return scheme


def _rows(lines: list[str], mark: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not blank with the line it begins on; strict, so that quotes are closed."""
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=mark, strict=True)
    begins = 1
    try:
        for cells in reader:
            if cells:
                yield begins, cells
            begins = reader.line_num + 1
    except csv.Error:
        raise Unusable(
            f"ligne {begins} : guillemets mal fermés ou mal placés. Doublez ceux qui sont dans un "
            "texte, et fermez chaque cellule."
        ) from None


def _take(
    said: dict[str, list[str]], language: str, line: int, scheme: Scheme, known: dict[str, Entry]
) -> None:
    """One row: a new concept, or another language of one, or its second broader term."""
    term = " ".join(" ".join(said.get("term", [])).split())
    identifier = " ".join(said.get("identifier", [term])[0].split())
    if not term:
        rest = " ; ".join(text for texts in said.values() for text in texts)
        scheme.say("ligne sans terme, laissée de côté", line, quoted(rest))
        return
    entry = known.get(identifier)
    if entry is None:
        entry = known[identifier] = Entry(identifier, line)
    preferred = {label[1]: label[2] for label in entry.labels if label[0] == "pref"}
    if preferred.get(language, term) != term:
        detail = f"{quoted(term)} après {quoted(preferred[language])}, ligne {entry.line}"
        scheme.say("identifiant répété pour un autre terme, gardé comme synonyme", line, detail)
        entry.add_label("alt", language, term)
    elif language in preferred:
        scheme.say("terme répété, réuni", line, f"{quoted(term)}, déjà ligne {entry.line}")
    else:
        entry.add_label("pref", language, term)
    for kind in ("alt", "hidden"):
        for text in _several(said.get(kind, [])):
            if not entry.add_label(kind, language, text):
                scheme.say("synonyme répété", line, quoted(text))
    entry.broader += [
        name for name in _several(said.get("broader", [])) if name not in entry.broader
    ]
    entry.relations += [("related", name) for name in _several(said.get("related", []))]
    entry.relations += [("exactMatch", name) for name in _several(said.get("match", []))]
    for kind in ("definition", "scopeNote"):
        entry.notes += [(kind, language, text) for text in said.get(kind, [])]


def _several(cells: list[str]) -> list[str]:
    return [part for cell in cells for part in _INSIDE.split(cell) if part]


def _resolve(scheme: Scheme) -> None:
    """Broader and related concepts may be named by their term: make them identifiers."""
    identifiers = {entry.identifier for entry in scheme.entries}
    by_term: dict[str, list[str]] = {}
    for entry in scheme.entries:
        for kind, _, text in entry.labels:
            if kind == "pref" and entry.identifier not in by_term.setdefault(key(text), []):
                by_term[key(text)].append(entry.identifier)

    def found(name: str, entry: Entry) -> str:
        if name in identifiers:
            return name
        named = by_term.get(key(name), [])
        if len(named) > 1:
            scheme.say("renvoi à un terme que plusieurs concepts portent", entry.line, quoted(name))
        return named[0] if named else name

    for entry in scheme.entries:
        entry.broader = list(dict.fromkeys(found(name, entry) for name in entry.broader))
        entry.relations = [
            (kind, found(name, entry) if kind == "related" else name)
            for kind, name in entry.relations
        ]
