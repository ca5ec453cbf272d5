"""Why a file is not taken in: said in French, with the line, before anything is written."""


class Unreadable(Exception):
    """The file is not what it seems; the message says the line, the reason and what to do."""

    def __init__(self, reason: str, line: int = 0) -> None:
        # What is quoted from a file must not break the line, nor command the terminal.
        plain = "".join(each if each.isprintable() else " " for each in reason)
        super().__init__(f"ligne {line} : {plain}" if line else plain)

    def of(self, name: str) -> "Unreadable":
        """The same refusal, told of a file by its name."""
        told = type(self)(f"{name} : {self}")
        told.__cause__ = self.__cause__
        return told


class NotATable(Unreadable):
    """The file is something else altogether: a picture, a page, a spreadsheet, a letter.

    In an archive it is left aside, said, and the tables beside it are read.
    """


class NotRecognised(Unreadable):
    """Columns and references that do not tell what was looked for: which base, which column."""
