"""The one list of what leaves of a notice: pages, JSON, PDF, baskets all take it from here.

What is public of a base is said in its model, field by field.
"""

from typing import Any

from pop.model import catalogue
from pop.model.loading import DERIVED_NAMES
from pop.notices.derived import Derived
from pop.notices.generated import whole
from pop.notices.models import Notice


def shown(notice: Notice, derived: Derived[Notice]) -> dict[str, Any]:
    """The public values, and the names worked out from its place (« @commune »), which lines of
    a page may use."""
    fields = catalogue.base(notice.base).fields
    return {
        code: value
        for code, value in whole(notice, derived).items()
        if code in DERIVED_NAMES or ((field := fields.get(code)) and field.public)
    }


def published(notice: Notice, derived: Derived[Notice]) -> dict[str, Any]:
    """The public values by the codes of the base, in its order, for who takes them away."""
    values = shown(notice, derived)
    return {code: values[code] for code in catalogue.base(notice.base).fields if code in values}
