"""A field compared with a value, as the engine's own query: the sixteen operators.

Short values are written whole in the index, folded then exact; long texts (`one_value`)
by their words, each under its field.
"""

import re
from collections.abc import Sequence
from typing import TypeVar

import tantivy
from tantivy import Occur

from pop.model.values import number
from pop.model.values.words import normal
from pop.search.asking.criteria import Misunderstood, bases_of
from pop.search.asking.tree import Criterion, Operator
from pop.search.content.one_value import COMPARED, SEPARATOR, compared
from pop.search.engine.index import Snapshot

# Values of one field that an order (« supérieur à ») may run through.
MOST_COMPARED = 100_000

_EXACTLY = {
    Operator.CONTAINS: Operator.CONTAINS_EXACTLY,
    Operator.EQUALS: Operator.EQUALS_EXACTLY,
    Operator.BEGINS: Operator.BEGINS_EXACTLY,
}


class Comparison:
    """Comparisons for one state of the index."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._schema = snapshot.schema

    def query(self, asked: Criterion) -> tantivy.Query:
        if asked.operator.denies:
            positive = Criterion(asked.fields, asked.operator.positive, asked.value, asked.base)
            return self._within(asked, excluding(self._criterion_on(positive)))
        return self._within(asked, self._criterion_on(asked))

    def _within(self, asked: Criterion, query: tantivy.Query) -> tantivy.Query:
        """Only the bases that have those fields: « n’existe pas » says nothing of the others."""
        bases = {base for code in asked.fields for base in bases_of(code, asked.base)}
        return together([any_of(self._schema, "facet_base", sorted(bases)), query])

    def _criterion_on(self, asked: Criterion) -> tantivy.Query:
        ways = [self._compared(code, asked.operator, asked.value) for code in asked.fields]
        return either(ways)

    def _compared(self, code: str, operator: Operator, value: str) -> tantivy.Query:
        lead = f"{code}{SEPARATOR}"
        folded, exact = normal(value)[:COMPARED], compared(value)
        # Nothing but signs, which folding drops: only an exact comparison means something.
        operator = operator if folded else _EXACTLY.get(operator, operator)
        any_, tail = f"[^{SEPARATOR}]*", f"{SEPARATOR}.*"
        match operator:
            case Operator.EXISTS:
                return tantivy.Query.term_query(self._schema, "filled", code, "basic")
            case Operator.EQUALS:
                return self._matching(lead + folded + tail)
            case Operator.BEGINS:
                return self._matching(lead + folded + ".*")
            case Operator.CONTAINS:
                short = self._matching(lead + any_ + folded + any_ + tail)
                return either([short, self._said(code, folded)])
            case Operator.EQUALS_EXACTLY:
                return self._matching(lead + any_ + SEPARATOR + _escaped(exact))
            case Operator.BEGINS_EXACTLY:
                return self._matching(lead + any_ + SEPARATOR + _escaped(exact) + ".*")
            case Operator.CONTAINS_EXACTLY:
                return self._matching(lead + any_ + SEPARATOR + ".*" + _escaped(exact) + ".*")
        return self._ordered(code, operator, value)

    def _matching(self, pattern: str) -> tantivy.Query:
        return tantivy.Query.regex_query(self._schema, "values", pattern)

    def _said(self, code: str, folded: str) -> tantivy.Query:
        """The words in a long text of that field; the last one may go on."""
        words = folded.split()
        if not words:
            return tantivy.Query.empty_query()
        lead = f"{code}{SEPARATOR}"
        parts = [
            tantivy.Query.term_query(self._schema, "said", lead + word, "basic")
            for word in words[:-1]
        ]
        last = tantivy.Query.regex_query(self._schema, "said", lead + words[-1] + ".*")
        return together([*parts, last])

    def _ordered(self, code: str, operator: Operator, asked: str) -> tantivy.Query:
        """Values before or after one: as numbers when both are, else in alphabetical order."""
        lead = f"{code}{SEPARATOR}"
        terms = self._snapshot.beginning("values", lead, MOST_COMPARED + 1)
        if len(terms) > MOST_COMPARED:
            raise Misunderstood(
                f"Le champ « {code} » a trop de valeurs différentes pour être comparé ainsi ; "
                "précisez avec « commence par » ou un intervalle d’années."
            )
        bound, bound_number = normal(asked)[:COMPARED] or compared(asked), number.parse(asked)
        kept = []
        for term, _ in terms:
            folded, _, exact = term[len(lead) :].partition(SEPARATOR)
            value_number = None if bound_number is None else number.parse(exact)
            if bound_number is None or value_number is None:
                holds = _holds(operator, folded or exact, bound)
            else:
                holds = _holds(operator, value_number, bound_number)
            if holds:
                kept.append(term)
        return tantivy.Query.term_set_query(self._schema, "values", kept)


def holding(schema: tantivy.Schema, base: str, term: str) -> tantivy.Query:
    """The notices of a base that have that value, as the index writes it after its field."""
    value = tantivy.Query.term_query(schema, "values", term, "basic")
    return together([any_of(schema, "facet_base", [base]), value])


def any_of(schema: tantivy.Schema, field: str, values: Sequence[str]) -> tantivy.Query:
    """One of these terms, in a field of whole terms."""
    if len(values) == 1:
        return tantivy.Query.term_query(schema, field, values[0], "basic")
    return tantivy.Query.term_set_query(schema, field, list(values))


def together(parts: Sequence[tantivy.Query]) -> tantivy.Query:
    """Every part; nothing answers no part at all."""
    if not parts:
        return tantivy.Query.empty_query()
    if len(parts) == 1:
        return parts[0]
    return tantivy.Query.boolean_query([(Occur.Must, part) for part in parts])


def either(parts: Sequence[tantivy.Query]) -> tantivy.Query:
    """One of these at least; nothing answers no part at all."""
    if len(parts) == 1:
        return parts[0]
    return tantivy.Query.boolean_query([(Occur.Should, part) for part in parts])


def excluding(query: tantivy.Query, among: tantivy.Query | None = None) -> tantivy.Query:
    """Everything that does not answer, or what does not among others."""
    others = among or tantivy.Query.all_query()
    return tantivy.Query.boolean_query([(Occur.Must, others), (Occur.MustNot, query)])


_SPECIAL = re.compile(r"([\\.+*?()|\[\]{}^$#&\-~])")


def _escaped(text: str) -> str:
    """The text as a pattern that means itself, for the engine's expressions."""
    return _SPECIAL.sub(r"\\\1", text)


_Ordered = TypeVar("_Ordered", float, str)


def _holds(operator: Operator, value: _Ordered, bound: _Ordered) -> bool:
    if operator is Operator.AT_LEAST:
        return value >= bound
    if operator is Operator.AT_MOST:
        return value <= bound
    if operator is Operator.ABOVE:
        return value > bound
    return value < bound
