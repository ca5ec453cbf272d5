"""A draft as the component ui/components/criteria.html shows it: labels, lists, numbers."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from django.template.loader import render_to_string
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from pop.diffusion.drafting import Problem
from pop.diffusion.drafts import Group, Path, Row, suffix
from pop.search.answers.values import closed
from pop.search.asking import fields
from pop.search.asking.criteria import DEEPEST, operator
from pop.search.asking.fields import Choice, Kind
from pop.search.asking.tree import IN_WORDS, Operator
from pop.search.asking.wording import WORDS_IN_WORDS
from pop.ui.typography import french

_UNKNOWN = "Champ inconnu"


def shown(
    group: Group,
    bases: tuple[str, ...],
    problems: Mapping[Path, Problem],
    codes: bool,
    path: Path = (),
) -> dict[str, Any]:
    """A group, with all that it holds."""
    parts = [
        shown(part, bases, problems, codes, (*path, rank))
        if isinstance(part, Group)
        else _row(part, bases, problems.get((*path, rank)), codes, (*path, rank))
        for rank, part in enumerate(group.parts, 1)
    ]
    return {
        "end": suffix(path),
        "number": ".".join(map(str, path)),
        "every": group.every,
        "denied": group.denied,
        "parts": parts,
        "can_nest": len(path) + 2 <= DEEPEST,
        "is_group": True,
    }


def _row(
    row: Row, bases: tuple[str, ...], problem: Problem | None, codes: bool, path: Path
) -> dict[str, Any]:
    choice = fields.described(row.name) if row.name else None
    asked = operator(row.operator)
    return {
        "end": suffix(path),
        "number": ".".join(map(str, path)),
        "fields": _fields(row.name, choice, bases, codes),
        "operators": _operators(choice.kind if choice else Kind.TEXT, row.operator),
        "value": row.value,
        "takes_value": asked is None or asked.takes_value,
        "values": closed(row.name),
        "denied": row.denied,
        "problem": {"control": problem.control, "text": problem.message} if problem else None,
        "is_group": False,
    }


def templates_of_operators() -> list[dict[str, Any]]:
    """The lists of operators by kind of field, for the script that changes them with the field."""
    return [{"kind": kind.value, "operators": _operators(kind, "")} for kind in Kind]


def _operators(kind: Kind, chosen: str) -> list[dict[str, Any]]:
    """The operators for a kind of field; one that is chosen already stays, whatever the field."""
    if kind is Kind.WORDS:
        offered = dict(WORDS_IN_WORDS)
    else:
        offered = {one.value: IN_WORDS[one] for one in fields.OPERATORS[kind]}
        if chosen and chosen not in offered and chosen in list(Operator):
            offered[chosen] = IN_WORDS[Operator(chosen)]
    return [
        {"value": value, "label": label, "selected": value == chosen}
        for value, label in offered.items()
    ]


def _fields(name: str, choice: Choice | None, bases: tuple[str, ...], codes: bool) -> SafeString:
    """The options of the list of fields. They are hundreds, the same in each row but for the one
    that is chosen: written once, then marked."""
    options = _options(bases, codes)
    plain = f'<option value="{escape(name)}"'
    if plain in options:
        # What is looked for and what replaces it are escaped.
        return mark_safe(options.replace(plain, f"{plain} selected", 1))  # noqa: S308
    label = choice.label if choice else _UNKNOWN
    written = f"{label} ({choice.codes})" if choice and codes and choice.codes else label
    own = format_html(
        '<option value="{}" data-kind="{}" selected>{}</option>',
        name,
        choice.kind.value if choice else Kind.TEXT.value,
        french(written),
    )
    return own + options


@lru_cache(maxsize=64)
def _options(bases: tuple[str, ...], codes: bool) -> SafeString:
    context = {"families": fields.families(bases), "codes": codes}
    return render_to_string("diffusion/advanced_fields.html", context)
