"""The sizes at which a picture is kept: each half of the one before, rounded up as IIIF does."""

TILE = 512
"""Width and height of a tile, in pixels."""
SMALLEST = 128
"""No level is made of what is this long or shorter."""

Size = tuple[int, int]


def levels(width: int, height: int) -> list[Size]:
    """Sizes in pixels, the whole first."""
    sizes = [(width, height)]
    while max(sizes[-1]) > SMALLEST:
        sizes.append((-(-sizes[-1][0] // 2), -(-sizes[-1][1] // 2)))
    return sizes


def at_most(width: int, height: int, longest: int) -> Size:
    """The largest of these sizes whose longer side is no more than that; else the smallest."""
    sizes = levels(width, height)
    return next((size for size in sizes if max(size) <= longest), sizes[-1])
