"""RDF/XML read as a stream of statements, with the line of each.

Resources may be nested, abbreviated or referred to, as exports of GINCO, Opentheso, Skosmos or
Protégé do. Hostile documents are refused: entities are never nested, nor markup, nor fetched,
and depth and length are bounded.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import urljoin
from xml.parsers import expat

from pop.model.values.typography import quoted
from pop.vocabulary.scheme import Unusable

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
TYPE = f"{RDF}type"
_XML = "http://www.w3.org/XML/1998/namespace"

LONGEST_ENTITY = 300
LONGEST_TEXT = 100_000
DEEPEST = 100
_CHUNK = 2**20


class Statement(NamedTuple):
    """What is said of `subject`: either another resource, `target`, or `text` in a language."""

    subject: str
    predicate: str
    target: str
    text: str
    language: str
    line: int


@dataclass(slots=True)
class _Frame:
    """An open element: a resource (`subject`) or, with a predicate, a property of it."""

    subject: str
    language: str
    base: str
    predicate: str = ""
    line: int = 0
    target: str = ""
    text: list[str] = field(default_factory=list)
    size: int = 0
    # Elements inside a property that is plain XML, and whether it was told already.
    literal: bool = False
    inside: int = 0
    told: bool = False


def statements(data: bytes, encoding: str | None, tell: Callable[[Statement], None]) -> None:
    """Call `tell` with every statement of a document. Raises Unusable.

    `encoding` is None to believe what the document announces.
    """
    _Reader(encoding, tell).feed(data)


class _Reader:
    def __init__(self, encoding: str | None, tell: Callable[[Statement], None]) -> None:
        self._tell = tell
        self._frames: list[_Frame] = []
        self._anonymous = 0
        self._parser = expat.ParserCreate(encoding, namespace_separator="")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.EntityDeclHandler = self._entity

    def feed(self, data: bytes) -> None:
        try:
            for start in range(0, len(data), _CHUNK):
                self._parser.Parse(data[start : start + _CHUNK], False)
            self._parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise Unusable(
                f"ligne {error.lineno} : le XML est mal formé ({expat.ErrorString(error.code)}). "
                "Demandez un nouvel export du vocabulaire."
            ) from None
        except (LookupError, ValueError):
            raise Unusable("l’encodage que le XML annonce n’est pas connu.") from None

    def _entity(self, name: str, parameter: bool, value: str | None, *_: str | None) -> None:
        # Protégé shortens addresses by plain entities; nothing else is let in.
        if parameter or value is None or len(value) > LONGEST_ENTITY or set(value) & set("&<%"):
            raise Unusable(
                f"ligne {self._parser.CurrentLineNumber} : le XML déclare une entité "
                f"{quoted(name)} imbriquée, externe ou trop longue. Il est refusé par prudence ; "
                "demandez un export sans entités."
            )

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        above = self._frames[-1] if self._frames else None
        if above is None:
            if tag != f"{RDF}RDF":
                raise Unusable(
                    f"ce XML n’est pas du RDF (il commence par {quoted(_local(tag))}). "
                    "Demandez le vocabulaire en SKOS (RDF/XML)."
                )
            self._frames.append(self._frame(attributes, None, ""))
            self._frames[-1].told = True
            self._frames[-1].predicate = tag
        elif above.literal:
            above.inside += 1
        elif len(self._frames) > DEEPEST:
            raise Unusable("trop d’éléments imbriqués : ce n’est pas un vocabulaire.")
        elif above.predicate:
            self._start_resource(tag, attributes, above)
        else:
            self._start_property(tag, attributes, above)

    def _frame(self, attributes: dict[str, str], above: _Frame | None, subject: str) -> _Frame:
        language = attributes.get(f"{_XML}lang", above.language if above else "")
        base = attributes.get(f"{_XML}base", above.base if above else "")
        return _Frame(subject, language, base, line=self._parser.CurrentLineNumber)

    def _start_resource(self, tag: str, attributes: dict[str, str], above: _Frame) -> None:
        frame = self._frame(attributes, above, "")
        frame.subject = self._identifier(attributes, frame.base)
        self._say(above, frame.subject)
        if tag != f"{RDF}Description":
            self._tell(Statement(frame.subject, TYPE, tag, "", "", frame.line))
        for name, value in attributes.items():
            if name == TYPE:
                self._tell(Statement(frame.subject, TYPE, value, "", "", frame.line))
            elif not name.startswith((RDF, _XML)):
                said = Statement(frame.subject, name, "", value, frame.language, frame.line)
                self._tell(said)
        self._frames.append(frame)

    def _start_property(self, tag: str, attributes: dict[str, str], above: _Frame) -> None:
        frame = self._frame(attributes, above, above.subject)
        frame.predicate = tag
        way = attributes.get(f"{RDF}parseType", "")
        if way == "Resource":
            # Properties inside a property: a resource without a name stands between.
            frame.subject, frame.predicate = self._identifier({}, ""), ""
            self._tell(Statement(above.subject, tag, frame.subject, "", "", frame.line))
        frame.literal = way == "Literal"
        if f"{RDF}resource" in attributes:
            frame.target = urljoin(frame.base, attributes[f"{RDF}resource"])
        elif f"{RDF}nodeID" in attributes:
            frame.target = f"_:{attributes[f'{RDF}nodeID']}"
        self._frames.append(frame)

    def _identifier(self, attributes: dict[str, str], base: str) -> str:
        if f"{RDF}about" in attributes:
            return urljoin(base, attributes[f"{RDF}about"])
        if f"{RDF}ID" in attributes:
            return urljoin(base, f"#{attributes[f'{RDF}ID']}")
        if f"{RDF}nodeID" in attributes:
            return f"_:{attributes[f'{RDF}nodeID']}"
        self._anonymous += 1
        return f"_: {self._anonymous}"

    def _say(self, frame: _Frame, target: str) -> None:
        """Tell that a property leads to the resource written inside it; the root is none."""
        if frame.subject:
            said = Statement(frame.subject, frame.predicate, target, "", "", frame.line)
            self._tell(said)
            frame.told = True

    def _characters(self, text: str) -> None:
        frame = self._frames[-1]
        if frame.predicate and frame.subject:
            frame.size += len(text)
            if frame.size > LONGEST_TEXT:
                raise Unusable(
                    f"ligne {frame.line} : un texte de plus de {LONGEST_TEXT} caractères ; "
                    "ce n’est pas un vocabulaire."
                )
            frame.text.append(text)

    def _end(self, tag: str) -> None:
        frame = self._frames[-1]
        if frame.inside:
            frame.inside -= 1
            return
        self._frames.pop()
        if not frame.predicate or frame.told:
            return
        text = "" if frame.target else " ".join("".join(frame.text).split())
        if frame.target or text:
            self._tell(
                Statement(
                    frame.subject, frame.predicate, frame.target, text, frame.language, frame.line
                )
            )


def _local(address: str) -> str:
    return address[max(address.rfind("#"), address.rfind("/")) + 1 :]
