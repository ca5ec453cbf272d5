"""Letters of our own: thick and thin strokes for initials, and lines of script that say nothing."""

from random import Random

from pop.demonstration.drawing.canvas import Canvas

# Each letter in a square of 100: strokes as (path, width), from our own pen.
_STROKES: dict[str, tuple[tuple[str, float], ...]] = {
    "A": (("M18,94C34,60 44,30 52,6", 13), ("M52,6C62,34 72,66 84,94", 20), ("M30,64H74", 8), ("M40,6H66", 8)),
    "B": (("M24,6V94", 20), ("M24,8C92,2 92,46 30,47", 15), ("M30,47C104,44 100,100 24,92", 18)),
    "C": (("M84,22C60,-4 18,10 18,50C18,92 62,104 86,78", 20), ("M84,12V34", 8)),
    "D": (("M26,6V94", 20), ("M20,8C100,-2 104,102 20,92", 19)),
    "E": (("M84,18C58,-2 18,12 18,50C18,90 62,104 86,80", 19), ("M20,50H74", 10), ("M74,40V60", 7)),
    "F": (("M28,6V94", 20), ("M20,9H84", 12), ("M28,48H70", 9), ("M84,9V28", 7), ("M70,40V57", 6), ("M14,94H44", 8)),
    "G": (("M82,20C58,-4 18,10 18,50C18,92 62,104 84,82", 20), ("M84,82V52", 15), ("M60,53H90", 9)),
    "H": (("M24,6V94", 20), ("M76,94V58C76,36 48,34 28,52", 17), ("M12,6H36", 8), ("M64,94H90", 8)),
    "I": (("M50,8V92", 24), ("M30,7H70", 9), ("M30,93H70", 9), ("M36,50H64", 8)),
    "L": (("M30,6V92", 20), ("M24,90C50,84 66,92 86,76", 14), ("M14,6H46", 8)),
    "M": (("M18,94V10", 15), ("M18,12C44,6 48,34 50,90", 15), ("M52,90C54,30 60,6 82,14V94", 17), ("M6,94H30", 7), ("M70,94H96", 7)),
    "N": (("M20,94V8", 14), ("M18,8L80,92", 20), ("M80,92V6", 13), ("M8,94H34", 7), ("M68,6H94", 7)),
    "O": (("M50,6C6,6 6,94 50,94C94,94 94,6 50,6Z", 20),),
    "P": (("M26,6V94", 20), ("M24,9C96,0 96,58 28,56", 17), ("M12,94H42", 8)),
    "Q": (("M48,6C6,6 6,90 48,90C92,90 92,6 48,6Z", 19), ("M56,72C64,90 76,100 94,92", 12)),
    "R": (("M24,6V94", 20), ("M22,9C92,0 90,52 28,52", 16), ("M46,52C64,70 66,94 92,92", 17)),
    "S": (("M80,20C60,-4 18,6 24,34C30,58 80,44 80,72C80,102 30,102 16,78", 19),),
    "T": (("M12,16C30,0 70,16 90,8", 14), ("M50,14C40,40 40,94 62,92C74,90 78,84 82,78", 20)),
    "V": (("M14,8C36,30 46,64 52,94", 20), ("M52,94C58,62 70,30 86,8", 13)),
}  # fmt: skip
LETTERS = tuple(_STROKES)


def initial(
    c: Canvas, letter: str, x: float, y: float, size: float, fill: str, edge: str, grow: float = 0
) -> None:
    """A letter whose square begins at (x, y); `grow` thickens its strokes, in hundredths."""
    c.push(f"translate({x},{y}) scale({size / 100:.4f})")
    for path, width in _STROKES[letter]:
        c.path(path, "none", 1, edge, width + grow + 4)
    for path, width in _STROKES[letter]:
        c.path(path, "none", 1, fill, width + grow)
    c.pop()


def script(
    c: Canvas,
    rng: Random,
    x: float,
    y: float,
    width: float,
    size: float,
    ink: str,
    gothic: bool = True,
) -> None:
    """A line of writing that says nothing, in a book hand or a running one."""
    end, said, thin = x + width, [], []
    while x < end - size:
        for _ in range(rng.randint(2, 9)):
            way = rng.random()
            if x > end - size * 0.5:
                break
            if way < 0.55:
                for _ in range(rng.choice((1, 2, 2, 3))):
                    said.append(f"M{x},{y - size * 0.52}l{size * 0.05},{size * 0.46}" if gothic
                                else f"M{x},{y}q{size * 0.1},{-size * 0.7} {size * 0.2},{-size * 0.1}")  # fmt: skip
                    thin.append(f"M{x},{y - size * 0.06}l{size * 0.26},{-size * 0.44}")
                    x += size * 0.26
            elif way < 0.75:
                said.append(
                    f"M{x + size * 0.02},{y - size * 0.48}q{-size * 0.08},{size * 0.5} {size * 0.16},{size * 0.46}q{size * 0.2},{-size * 0.3} {-size * 0.04},{-size * 0.48}"
                )
                x += size * 0.36
            elif way < 0.9:
                said.append(f"M{x},{y - size * 0.95}l{size * 0.04},{size * 0.93}")
                x += size * 0.27
            else:
                said.append(f"M{x},{y - size * 0.5}l{size * 0.02},{size * 0.9}")
                x += size * 0.28
        x += size * 0.34
    c.path(
        "".join(said),
        "none",
        0.92,
        ink,
        size * (0.13 if gothic else 0.06),
        "butt" if gothic else "round",
    )
    c.path("".join(thin), "none", 0.6, ink, size * 0.035)
