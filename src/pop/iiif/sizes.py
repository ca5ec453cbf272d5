"""The sizes at which a picture is kept: the whole, then halves of it."""

SMALLEST = 128
"""A level whose longest side is at most that is the last."""


def levels(width: int, height: int) -> list[tuple[int, int]]:
    """(width, height) of each level in pixels, the whole first; a half is rounded up."""
    found = [(width, height)]
    while max(found[-1]) > SMALLEST:
        width, height = found[-1]
        found.append((-(-width // 2), -(-height // 2)))
    return found


def at_most(width: int, height: int, longest: int) -> tuple[int, int]:
    """The largest level whose longest side is at most that; the smallest one when none is."""
    found = levels(width, height)
    return next((level for level in found if max(level) <= longest), found[-1])
