"""`pop vocabulary`: thesauri and lists of terms, loaded, listed, looked at, removed."""

import argparse
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pop.operations.french import cause
from pop.operations.manners import give_way
from pop.operations.preparing import prepare
from pop.operations.program import DONE, UNUSABLE, Refusal
from pop.operations.screen import Screen, number

if TYPE_CHECKING:
    from pop.vocabulary.models import Concept
    from pop.vocabulary.scheme import Scheme

HELP = "charger, lister, consulter, retirer des vocabulaires (SKOS, CSV, lexiques de Joconde)"

SHOWN = 5
_WORDS = {
    "broader": "terme générique absent",
    "related": "terme associé",
    "exactMatch": "même concept ailleurs",
    "closeMatch": "concept proche ailleurs",
    "broadMatch": "concept plus large ailleurs",
    "narrowMatch": "concept plus étroit ailleurs",
    "relatedMatch": "concept associé ailleurs",
    "definition": "définition",
    "scopeNote": "note d’application",
    "historyNote": "historique",
    "editorialNote": "note de rédaction",
    "changeNote": "note de mise à jour",
    "example": "exemple",
    "usage": "emploi",
}


def add_options(parser: argparse.ArgumentParser) -> None:
    shelf = parser.add_subparsers(dest="action", metavar="action", required=True)
    load = shelf.add_parser("load", help="charger ou remplacer des vocabulaires, un par fichier")
    load.add_argument("files", metavar="FICHIER", nargs="+", type=Path)
    load.add_argument("--key", default="", help="le nom court, pour un seul fichier")
    load.add_argument("--title", default="", help="le nom, tel que les champs le disent")
    load.add_argument("--language", default="", help="la langue des termes : fr, en…")
    load.add_argument("--licence", default="", help="la licence, quand le fichier ne la dit pas")
    load.add_argument(
        "--expands",
        choices=["narrower", "labels", "nothing"],
        default="",
        help="part prise à la recherche : synonymes et termes spécifiques, synonymes, aucune",
    )
    load.add_argument("--dry-run", action="store_true", help="montrer le rapport, ne rien écrire")
    listed = shelf.add_parser("list", help="les vocabulaires chargés")
    show = shelf.add_parser("show", help="les concepts qu’un terme désigne")
    show.add_argument("term", metavar="TERME")
    remove = shelf.add_parser("remove", help="retirer un vocabulaire")
    remove.add_argument("key", metavar="CLÉ", help="son nom court, donné par pop vocabulary list")
    for each in (load, listed, show, remove):
        each.add_argument(
            "--json",
            action="store_true",
            default=argparse.SUPPRESS,
            help="répondre en JSON, pour un script",
        )


def run(options: argparse.Namespace, screen: Screen) -> int:
    prepare()
    actions = {"load": _load, "list": _list, "show": _show, "remove": _remove}
    return actions[options.action](options, screen)


def _load(options: argparse.Namespace, screen: Screen) -> int:
    give_way()
    if options.key and len(options.files) > 1:
        raise Refusal("--key nomme un seul vocabulaire : donnez un seul fichier.")
    if options.title and len(options.files) > 1:
        raise Refusal("--title nomme un seul vocabulaire : donnez un seul fichier.")
    if options.key and not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,79}", options.key):
        raise Refusal("--key : des minuscules sans accent, des chiffres et des traits d’union.")
    answers = []
    code = DONE
    for path in options.files:
        try:
            answers.append(_load_one(path, options, screen))
        except Refusal as refusal:
            screen.error(str(refusal))
            answers.append({"file": path.name, "error": str(refusal)})
            code = UNUSABLE
    if options.json:
        screen.answer(answers[0] if len(answers) == 1 else answers)
    return code


def _load_one(path: Path, options: argparse.Namespace, screen: Screen) -> dict[str, Any]:
    from pop.changes.gate import writing
    from pop.vocabulary import hierarchy, known, loading, opening
    from pop.vocabulary.models import Expands
    from pop.vocabulary.scheme import Unusable

    start = time.monotonic()
    row = known.by_file(path.stem)
    if row and row.within and not options.key:
        screen.say(
            f"{path.name} : laissé de côté, {row.within}{path.suffix} contient tous ses termes "
            "(pour le charger à part : --key)."
        )
        return {"file": path.name, "within": row.within}
    try:
        scheme = opening.read(path)
        row = row or known.by_title(options.title or scheme.title)
        title = options.title or (row.title if row else "") or scheme.title or path.stem
        key = options.key or (row.key if row else "") or _slug(title)
        settings = loading.Settings(
            key=key,
            title=title,
            source=path.name,
            language=options.language or scheme.language or "fr",
            licence=options.licence,
            expands=Expands(options.expands or (row.expands if row else "narrower")),
            closed=row.closed if row else (),
        )
        if options.dry_run:
            done = None
            hierarchy.check(scheme)
        else:
            count = len(scheme.entries)
            done = loading.load(
                scheme, settings, lambda n: screen.progress(f"{key} : concepts", n, count), writing
            )
    except Unusable as error:
        raise Refusal(f"{path.name} : {_plain(str(error))}") from None
    except OSError as error:
        raise Refusal(f"{path} : fichier illisible ({cause(error)}).") from None
    fields = known.fields_for(key, title, scheme.uri)
    labels = sum(len(entry.labels) for entry in scheme.entries)
    _report(path.name, key, scheme, screen, time.monotonic() - start, done)
    return {
        "file": path.name,
        "key": key,
        "title": title,
        "form": scheme.form,
        "concepts": len(scheme.entries),
        "labels": labels,
        "expands": settings.expands.value,
        "fields": [f"{base}.{code}" for base, code in fields],
        "written": bool(done and not done.unchanged),
        "findings": [
            {"kind": each.kind, "line": each.line, "detail": each.detail}
            for each in scheme.findings
        ],
    }


def _report(
    name: str, key: str, scheme: "Scheme", screen: Screen, seconds: float, done: Any
) -> None:
    """What a file held, and what was odd in it: some of each kind, --json says all."""
    labels = sum(len(entry.labels) for entry in scheme.entries)
    state = " ; rien n’est écrit" if done is None else " ; inchangé" if done.unchanged else ""
    screen.say(
        f"{name} → {key} : {number(len(scheme.entries))} concepts, {number(labels)} termes "
        f"({scheme.form}) en {seconds:.1f} s{state}."
    )
    for kind, count in scheme.counted().items():
        examples = [each for each in scheme.findings if each.kind == kind][:SHOWN]
        screen.say(f"  {kind} ({number(count)})")
        for finding in examples:
            screen.say(f"    {_plain(str(finding))}")
        if count > SHOWN:
            screen.say(f"    … et {number(count - SHOWN)} autres (--json les dit tous)")


def _list(options: argparse.Namespace, screen: Screen) -> int:
    from pop.vocabulary import known, reading

    answer: list[dict[str, Any]] = [
        {
            "key": each.key,
            "title": each.title,
            "concepts": size,
            "language": each.language,
            "licence": each.licence,
            "version": each.version,
            "source": each.source,
            "loaded_at": each.loaded_at.isoformat(),
            "expands": each.expands,
            "fields": [
                f"{base}.{code}" for base, code in known.fields_for(each.key, each.title, each.uri)
            ],
        }
        for each, size in reading.vocabularies()
    ]
    if options.json:
        screen.answer(answer)
        return DONE
    for each in answer:
        fields = ", ".join(each["fields"]) or "aucun champ"
        title = _plain(each["title"])
        screen.say(f"{each['key']:<28} {number(each['concepts']):>8}  {title} ({fields})")
    if not answer:
        screen.say("Aucun vocabulaire. Pour en charger : pop vocabulary load FICHIER…")
    return DONE


def _show(options: argparse.Namespace, screen: Screen) -> int:
    from pop.vocabulary import reading

    concepts = reading.find(options.term)
    if options.json:
        screen.answer([_shown(each) for each in concepts])
        return DONE
    for concept in concepts:
        for line in _lines(concept):
            screen.say(_plain(line))
    if not concepts:
        screen.say(f"Aucun vocabulaire chargé n’a le terme « {_plain(options.term)} ».")
    return DONE


def _lines(concept: "Concept") -> Iterator[str]:
    """A concept, for people."""
    from pop.vocabulary import reading

    shown = reading.show(concept)
    yield f"{concept.label} — {concept.vocabulary.title} ({concept.vocabulary.key})"
    for kind, language, text in shown.labels:
        if text != concept.label:
            yield f"  {kind} ({language}) : {text}"
    if shown.broader:
        yield f"  termes génériques : {' ; '.join(shown.broader)}"
    if concept.narrower_count:
        some = " ; ".join(shown.narrower)
        yield f"  termes spécifiques ({number(concept.narrower_count)} en tout) : {some}"
    for kind, target in shown.relations:
        yield f"  {_WORDS.get(kind, kind)} : {target}"
    for kind, _, text in shown.notes:
        yield f"  {_WORDS.get(kind, kind)} : {text}"


def _shown(concept: "Concept") -> dict[str, Any]:
    from pop.vocabulary import reading

    shown = reading.show(concept)
    return {
        "vocabulary": concept.vocabulary.key,
        "identifier": concept.identifier,
        "preferred": concept.label,
        "labels": [
            {"kind": kind, "language": language, "text": text}
            for kind, language, text in shown.labels
        ],
        "broader": shown.broader,
        "narrower": shown.narrower,
        "narrower_count": concept.narrower_count,
        "relations": [{"kind": kind, "target": target} for kind, target in shown.relations],
        "notes": [
            {"kind": kind, "language": language, "text": text}
            for kind, language, text in shown.notes
        ],
    }


def _remove(options: argparse.Namespace, screen: Screen) -> int:
    from pop.changes.gate import writing
    from pop.vocabulary import loading, reading

    if not loading.remove(options.key, writing):
        known = ", ".join(each.key for each, _ in reading.vocabularies()) or "aucun"
        raise Refusal(f"vocabulaire inconnu « {options.key} » ; vocabulaires chargés : {known}.")
    if options.json:
        screen.answer({"removed": options.key})
    screen.say(f"Vocabulaire {options.key} retiré.")
    return DONE


def _slug(title: str) -> str:
    from pop.model.values.words import normal

    return normal(title).replace(" ", "-")[:80] or "vocabulaire"


def _plain(text: str) -> str:
    """Text of a file that neither breaks the line nor commands the terminal."""
    return "".join(each if each.isprintable() else " " for each in text)
