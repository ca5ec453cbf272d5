"""Yes or no, written « oui » or « non » in any case."""

from pop.model.values import typography
from pop.model.values.verbs import Fault, Indexed

_MEANINGS = {"oui": True, "non": False}


def parse(text: str) -> bool | None:
    """True, False, or None when the text is neither « oui » nor « non »."""
    return _MEANINGS.get(text.strip().lower())


def check(text: str) -> tuple[Fault, ...]:
    """INVALID_YES_NO when the text is neither blank, « oui » nor « non »."""
    if not text.strip() or parse(text) is not None:
        return ()
    return (
        Fault(
            "INVALID_YES_NO",
            f"« oui » ou « non » est attendu au lieu de {typography.quoted(text)} ; "
            "écrivez l’un des deux mots.",
        ),
    )


def display(text: str) -> str:
    """« Oui » or « Non »; the text itself when it is neither."""
    meaning = parse(text)
    return text if meaning is None else "Oui" if meaning else "Non"


def index(text: str) -> Indexed:
    """The text, and « oui » or « non » as the key."""
    meaning = parse(text)
    return Indexed(words=text, keys=() if meaning is None else ("oui" if meaning else "non",))
