"""Checks of one whole notice that need nothing but its values: type, need, lengths, lists.

Existence of references and rights belong to the room `changes`; control of terms to
`vocabulary`. Flags keep the codes of the former POP (production-2024.md, annex A).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from pop.model.schema import Base, Field, Need
from pop.model.values.registry import TYPES
from pop.model.values.verbs import Fault

# Longer texts hardly ever come twice: remembering them would only fill the memory.
SHORT = 100


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to say about a notice: the flag, the field, a French sentence.

    `refuses` tells that a producer's import refuses the notice for it; loading the
    ministry's own files keeps everything but a bad reference (decision 9).
    """

    flag: str
    field: str
    message: str
    refuses: bool = False


class Checker:
    """The checks of one base. Made once for many notices: what it works out is kept."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._needs = tuple(_needs(base))
        self._of_value = lru_cache(maxsize=50_000)(self._value_findings)

    def check(self, values: Mapping[str, Any]) -> list[Finding]:
        """Everything there is to say about these values."""
        findings = list(self._missing(values))
        for code, value in values.items():
            field = self._base.fields.get(code)
            if field is None:
                continue
            texts = value if isinstance(value, list) else (value,)
            for text in texts:
                if isinstance(text, str):
                    remembered = len(text) <= SHORT
                    findings += (self._of_value if remembered else self._value_findings)(code, text)
            if field.checks.starts_with:
                findings += _prefix_findings(self._base, code, field, texts, values)
        return findings

    def reference(self, ref: str) -> Finding | None:
        """Why this reference cannot be taken in, or None: what every load refuses."""
        if not ref:
            return Finding(
                "REF_EMPTY",
                "REF",
                "La référence manque : remplissez la colonne REF (ou « Référence »).",
                refuses=True,
            )
        expected = self._base.reference
        if not _compiled(expected.pattern).fullmatch(ref):
            return Finding(
                "REF_INVALID",
                "REF",
                f"La référence « {ref[:60]} » n’a pas la forme attendue : {expected.expected}.",
                refuses=True,
            )
        return None

    def _missing(self, values: Mapping[str, Any]) -> Iterator[Finding]:
        for code, label, refuses, companion in self._needs:
            if values.get(code):
                continue
            if companion is None:
                message = f"« {label} » ({code}) est à remplir."
                yield Finding(f"{code}_EMPTY", code, message, refuses)
            elif values.get(companion):
                other = self._base.fields[companion].label
                message = f"« {label} » ({code}) est à remplir quand « {other} » l’est."
                yield Finding(f"{companion}_REQUIRED_FOR_{code}", code, message)

    def _value_findings(self, code: str, text: str) -> tuple[Finding, ...]:
        field = self._base.fields[code]
        faults = [(fault, False) for fault in TYPES[field.type].check(text)]
        faults += [(f, name in field.checks.refuse) for name, f in _rule_faults(field, text)]
        label = field.label or code
        return tuple(
            Finding(f"{code}_{fault.code}", code, f"{label} : {fault.message}", refuses)
            for fault, refuses in faults
        )


def _needs(base: Base) -> Iterator[tuple[str, str, bool, str | None]]:
    """What must be filled: (code, label, refuses, the field that asks for it)."""
    for code, field in base.fields.items():
        if field.required and code != "REF":
            yield code, field.label, field.required is Need.REFUSE, None
        if field.checks.expected_with:
            yield code, field.label, False, field.checks.expected_with


def _rule_faults(field: Field, text: str) -> Iterator[tuple[str, Fault]]:
    rules = field.checks
    if rules.min_length and len(text) < rules.min_length:
        yield (
            "min_length",
            Fault(
                f"LENGTH_{rules.min_length}",
                f"« {text} » est trop court : au moins {rules.min_length} caractères.",
            ),
        )
    if rules.exact_length and len(text) != rules.exact_length:
        yield (
            "exact_length",
            Fault(
                f"LENGTH_EXACT_{rules.exact_length}",
                f"« {text} » compte {len(text)} caractères ; "
                f"il en faut exactement {rules.exact_length}.",
            ),
        )
    if rules.max_length and len(text) > rules.max_length:
        yield (
            "max_length",
            Fault(
                f"LENGTH_MAX_{rules.max_length}",
                f"le texte compte {len(text)} caractères ; restez sous {rules.max_length}.",
            ),
        )
    if rules.pattern and not _compiled(rules.pattern).fullmatch(text):
        yield (
            "pattern",
            Fault("INVALID", f"« {text[:60]} » n’a pas la forme attendue ; voyez le dictionnaire."),
        )
    if rules.among and text.casefold() not in _among(rules.among):
        yield (
            "among",
            Fault(
                "INVALID",
                f"« {text[:60]} » n’est pas dans la liste : {', '.join(rules.among)}.",
            ),
        )


def _prefix_findings(
    base: Base, code: str, field: Field, texts: Any, values: Mapping[str, Any]
) -> Iterator[Finding]:
    other = field.checks.starts_with or ""
    given = values.get(other)
    if not given:
        return
    prefixes = tuple(given) if isinstance(given, list) else (given,)
    for text in texts:
        if not text.startswith(prefixes):
            yield Finding(
                f"{code}_{other}_MATCH_FAIL",
                code,
                f"{field.label or code} : « {text} » ne commence par aucune valeur de "
                f"« {base.fields[other].label} » ({', '.join(prefixes)}).",
                "starts_with" in field.checks.refuse,
            )


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def _among(values: tuple[str, ...]) -> frozenset[str]:
    return frozenset(value.casefold() for value in values)
