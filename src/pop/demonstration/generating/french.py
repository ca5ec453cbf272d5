"""Small words put right: articles, elision, « de » and « à » before a name, numbers in letters."""

from collections.abc import Sequence

VOWELS = "aeiouyhâàéèêëîïôûœæAEIOUYHÂÀÉÈÊËÎÏÔÛŒÆ"
# A few words of ours begin with a breathed h.
_BREATHED = ("halle", "hôtel de haut", "hameau", "haut", "hache", "harpe", "héron", "huit", "Haut")


def elides(word: str) -> bool:
    """Whether « de » becomes « d’ » before that word."""
    return bool(word) and word[0] in VOWELS and not word.startswith(_BREATHED)


def of(name: str) -> str:
    """« de Valmorne », « d’Ardoneuil », « du Murel », « des Hautes-Rives »."""
    if name.startswith("Le "):
        return f"du {name[3:]}"
    if name.startswith("Les "):
        return f"des {name[4:]}"
    if name.startswith("La "):
        return f"de la {name[3:]}"
    return f"d’{name}" if elides(name) else f"de {name}"


def at(name: str) -> str:
    """« à Valmorne », « au Murel », « aux Hautes-Rives »."""
    if name.startswith("Le "):
        return f"au {name[3:]}"
    if name.startswith("Les "):
        return f"aux {name[4:]}"
    if name.startswith("La "):
        return f"à la {name[3:]}"
    return f"à {name}"


def the(noun: str, gender: str) -> str:
    """« l’église », « le château », « la halle »; gender « m » or « f »."""
    if elides(noun):
        return f"l’{noun}"
    return f"{'le' if gender == 'm' else 'la'} {noun}"


def of_the(noun: str, gender: str) -> str:
    """« de l’église », « du château », « de la halle »."""
    if elides(noun):
        return f"de l’{noun}"
    return f"{'du' if gender == 'm' else 'de la'} {noun}"


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def listed(items: Sequence[str]) -> str:
    """« a, b et c »."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} et {items[-1]}"


_UNITS = "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split()


def in_letters(number: int) -> str:
    """Small numbers as they are written in a text; figures beyond sixteen."""
    return _UNITS[number] if 0 <= number < len(_UNITS) else str(number)
