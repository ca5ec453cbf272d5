"""Pages by their numbers: the first, the last, those around the current one."""

from collections.abc import Callable
from typing import Any

# Pages named around the current one.
NEIGHBOURS = 2


def asked_page(given: str, last: int) -> int:
    """The number of the page that an address asks for, brought back to those there are."""
    number = int(given) if given.isascii() and given.isdigit() and len(given) < 6 else 1
    return min(max(number, 1), last)


def pages(current: int, last: int, address: Callable[[int], str]) -> dict[str, Any]:
    """The context of ui/components/pager.html; `address`: of a page, by its number."""
    shown = {1, last, *range(current - NEIGHBOURS, current + NEIGHBOURS + 1)}
    named: list[dict[str, Any]] = []
    before = 0
    for number in sorted(page for page in shown if 1 <= page <= last):
        if number > before + 1:
            named.append({})
        named.append({"number": number, "url": address(number), "current": number == current})
        before = number
    return {
        "previous_url": address(current - 1) if current > 1 else "",
        "next_url": address(current + 1) if current < last else "",
        "pages": named,
    }
