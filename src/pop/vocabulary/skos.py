"""SKOS in RDF/XML: concepts, labels in every language, hierarchy, relations, notes.

What SKOS has no use for (SKOS-XL doubles, dates, ISO-THES statuses) goes by.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from pop.model.values.typography import quoted
from pop.vocabulary import rdf, texts
from pop.vocabulary.rdf import TYPE, Statement
from pop.vocabulary.scheme import Entry, Finding, Scheme, Unusable, check_size

SKOS = "http://www.w3.org/2004/02/skos/core#"
_XL = "http://www.w3.org/2008/05/skos-xl#"
_DUBLIN = ("http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/")
# Vocabularies whose properties refine those of SKOS, under the same names.
_ALIKE = (SKOS, "http://purl.org/iso25964/skos-thes#", "http://vocab.getty.edu/ontology#")

_LABELS = {"prefLabel": "pref", "altLabel": "alt", "hiddenLabel": "hidden"}
_NOTES = frozenset(
    {"definition", "scopeNote", "note", "historyNote", "editorialNote", "changeNote", "example"}
)
_RELATIONS = frozenset(
    {"related", "exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch"}
)
_HIERARCHY = re.compile(r"(broader|narrower)(?:Generic|Partitive|Instantial|Preferred)?\Z")
_GROUPS = frozenset({"Collection", "OrderedCollection", "ConceptGroup", "ThesaurusArray"})
_ABOUT_SCHEME = frozenset({"title", "rights", "license", "language", "modified", "issued"})


def read(data: bytes) -> Scheme:
    """The concepts of an RDF/XML document. Raises Unusable: malformed, hostile, no concept."""
    data, encoding, findings = _mended(data)
    document = _Document()
    rdf.statements(data, encoding, document.take)
    return document.scheme(findings)


def _mended(data: bytes) -> tuple[bytes, str | None, list[Finding]]:
    """XML in UTF-8 that is not quite so is mended as any text; another is the parser's work."""
    declared = re.search(rb"<\?xml[^>]*encoding\s*=\s*[\"']([^\"']+)", data[:300])
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if wide or (declared and declared.group(1).lower() not in (b"utf-8", b"utf8")):
        return data, None, []
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        found, name, findings = texts.lines(data)
        if not findings:
            findings = [Finding(f"encodage annoncé UTF-8, en fait {name}", 0)]
        return "\n".join(found).encode("utf-8"), "utf-8", findings
    return data, None, []


@dataclass(slots=True)
class _Document:
    """Statements sorted by what they are about, until the end says what each resource is."""

    types: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    entries: dict[str, Entry] = field(default_factory=dict)
    # Labels and notes that are resources of their own: (owner, kind, line, resource).
    later: list[tuple[str, str, int, str]] = field(default_factory=list)
    values: dict[str, tuple[str, str]] = field(default_factory=dict)
    narrower: list[tuple[str, str]] = field(default_factory=list)
    schemes: dict[str, dict[str, tuple[str, str]]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    deprecated: set[str] = field(default_factory=set)

    def take(self, said: Statement) -> None:
        """Keep a statement that SKOS has a use for."""
        subject, predicate, target, text, language, line = said
        language = short_language(language)
        if predicate == TYPE:
            self.types[subject].add(target)
            if target == f"{SKOS}Concept":
                self._entry(subject, line)
            return
        space, name = _split(predicate)
        if name in ("value", "literalForm"):
            self.values[subject] = (text, language)
        elif name in _ABOUT_SCHEME and space in _DUBLIN:
            self.schemes[subject].setdefault(name, (text or target, language))
        elif name == "deprecated" and text.lower() in ("true", "1"):
            self.deprecated.add(subject)
        elif space == _XL and name in _LABELS:
            self.later.append((subject, _LABELS[name], line, target))
        elif space in _ALIKE:
            self._take_skos(said, name, language)

    def _take_skos(self, said: Statement, name: str, language: str) -> None:
        subject, _, target, text, _, line = said
        hierarchy = _HIERARCHY.match(name)
        if name in _LABELS and text:
            self._entry(subject, line).add_label(_LABELS[name], language, text)
        elif name in _NOTES and text:
            self._entry(subject, line).notes.append((name, language, text))
        elif name in _NOTES and target:
            self.later.append((subject, name, line, target))
        elif hierarchy and hierarchy[1] == "broader" and target:
            entry = self._entry(subject, line)
            if target not in entry.broader:
                entry.broader.append(target)
        elif hierarchy and target:
            self.narrower.append((subject, target))
        elif name in _RELATIONS and target:
            self._entry(subject, line).relations.append((name, target))

    def _entry(self, identifier: str, line: int) -> Entry:
        entry = self.entries.get(identifier)
        if entry is None:
            entry = self.entries[identifier] = Entry(identifier, line)
            check_size(len(self.entries))
        return entry

    def scheme(self, findings: list[Finding]) -> Scheme:
        """The whole, once every resource is known."""
        scheme = Scheme(form="SKOS (RDF/XML)", findings=findings)
        self._about(scheme)
        for subject, kind, line, target in self.later:
            if target in self.values and subject in self.entries:
                text, language = self.values[target]
                entry = self.entries[subject]
                if kind in _NOTES:
                    entry.notes.append((kind, language, text))
                # SKOS-XL says again, without the region or at all, what SKOS says.
                elif text not in (label[2] for label in entry.labels):
                    entry.add_label(kind, language, text)
            elif kind in _NOTES:
                scheme.say("note qui renvoie à une ressource absente", line, quoted(target))
        for broader, concept in self.narrower:
            if concept in self.entries and broader not in self.entries[concept].broader:
                self.entries[concept].broader.append(broader)
        scheme.entries = [entry for entry in self.entries.values() if self._is_concept(entry)]
        for entry in scheme.entries:
            self._tidy(entry, scheme)
        self._say_groups(scheme)
        if not scheme.entries:
            raise Unusable(
                "aucun concept (skos:Concept) dans ce RDF. Demandez un export SKOS du vocabulaire."
            )
        return scheme

    def _is_concept(self, entry: Entry) -> bool:
        types = self.types.get(entry.identifier, set())
        return f"{SKOS}Concept" in types or (not types and bool(entry.labels))

    def _about(self, scheme: Scheme) -> None:
        """Title, licence… of the first concept scheme."""
        found = [each for each, types in self.types.items() if f"{SKOS}ConceptScheme" in types]
        if not found:
            return
        if len(found) > 1:
            scheme.say("plusieurs vocabulaires dans un fichier, réunis", 0, ", ".join(found[:5]))
        scheme.uri = found[0]
        said = self.schemes.get(found[0], {})
        labelled = self.entries.get(found[0])
        scheme.language = short_language(said.get("language", ("", ""))[0])
        scheme.title = said.get("title", ("", ""))[0]
        if not scheme.title and labelled and labelled.labels:
            scheme.title = labelled.preferred(scheme.language)
        scheme.licence = (said.get("license") or said.get("rights") or ("", ""))[0]
        scheme.version = (said.get("modified") or said.get("issued") or ("", ""))[0]

    def _tidy(self, entry: Entry, scheme: Scheme) -> None:
        """One preferred label a language; a concept without any is said."""
        seen: dict[str, str] = {}
        for place, (kind, language, text) in enumerate(entry.labels):
            if kind != "pref":
                continue
            if language in seen:
                detail = f"{quoted(text)} après {quoted(seen[language])} ({language or '?'})"
                scheme.say("second terme préféré dans une langue", entry.line, detail)
                entry.labels[place] = ("alt", language, text)
            seen.setdefault(language, text)
        if not seen:
            name = quoted(entry.preferred(""))
            scheme.say("concept sans terme préféré", entry.line, name)
        if entry.identifier in self.deprecated:
            name = quoted(entry.preferred(scheme.language))
            scheme.say("concept déprécié, gardé", entry.line, name)
            entry.notes.append(("usage", "", "déprécié"))

    def _say_groups(self, scheme: Scheme) -> None:
        for identifier, types in self.types.items():
            if any(_split(each)[1] in _GROUPS for each in types):
                line = self.entries[identifier].line if identifier in self.entries else 0
                scheme.say("groupe de concepts, laissé de côté", line, quoted(identifier))


def _split(address: str) -> tuple[str, str]:
    """The namespace and the local name of a property."""
    cut = max(address.rfind("#"), address.rfind("/")) + 1
    return address[:cut], address[cut:]


def short_language(tag: str) -> str:
    """A language tag in lower case; a region that says nothing more goes: « fr-FR » is fr."""
    parts = tag.strip().lower().split("-")
    return parts[0] if len(parts) == 2 and parts[0] == parts[1] else "-".join(parts)[:20]
