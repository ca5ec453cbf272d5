"""Invented conditions for the page of components: a row, and a group with a row to complete."""

from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString


def criteria() -> dict[str, Any]:
    """The context of ui/components/criteria.html."""
    late = {"control": "valeur", "text": "Écrivez une valeur, ou retirez cette condition."}
    inner = {**_group("-2", "2", [_row("-2-1", "2.1", "Matériaux", "", late)]), "denied": True}
    return _group("", "", [_row("-1", "1", "Dénomination", "chapelle", None), inner])


def _group(end: str, number: str, parts: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "end": end,
        "number": number,
        "every": True,
        "denied": False,
        "can_nest": True,
        "parts": parts,
        "is_group": True,
    }


def _row(
    end: str, number: str, field: str, value: str, problem: dict[str, str] | None
) -> dict[str, Any]:
    return {
        "end": end,
        "number": number,
        "fields": _option(field),
        "operators": [{"value": "egale", "label": "est égal à", "selected": True}],
        "value": value,
        "takes_value": True,
        "values": ["chapelle", "halle"],
        "denied": False,
        "problem": problem,
        "is_group": False,
    }


def _option(label: str) -> SafeString:
    return format_html("<option>{}</option>", label)
