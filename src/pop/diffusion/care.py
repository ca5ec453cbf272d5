"""What is not shown to somebody who did not ask for it: home page, chance.

Which notices is said in `model/care.py`. They stay found by search, under the title of their
source.
"""

from pop.model import care
from pop.model.care import KEPT_OUT
from pop.notices.models import Notice

__all__ = ["KEPT_OUT", "needed"]


def needed(notice: Notice) -> bool:
    """Whether a notice says, in what names or depicts it, something that calls for care."""
    return care.is_sensitive(notice.base, notice.values)
