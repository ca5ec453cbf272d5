"""The words of date expressions, folded (see `date_text`), by what they do.

To teach the platform a new way of saying « vers » or « construit », add the word here.
"""

import re

from pop.model.values.date_years import CENTURY, MILLENNIUM


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _said(words: str, meaning: str) -> dict[str, str]:
    return dict.fromkeys(words.split(), meaning)


UNITS = {
    **dict.fromkeys(("siecle", "siecles", "s", "sicle", "siecl", "siele"), CENTURY),
    **dict.fromkeys(("millenaire", "millenaires", "millenium"), MILLENNIUM),
}
PARTS = {
    "moitie": 2,
    "moities": 2,
    "tiers": 3,
    "quart": 4,
    "quarts": 4,
    "decennie": 10,
    "decennies": 10,
}
"""Words for a part, with the number of them in the whole (ten decades in a century)."""

EDGES = {
    "debut": "debut",
    "debuts": "debut",
    "commencement": "debut",
    "milieu": "milieu",
    "mi": "milieu",
    "fin": "fin",
    "fins": "fin",
}
LAST = frozenset(("dernier", "derniere", "derniers", "dernieres"))

LINKING = _words("le la les l' l du de des d' d un au aux en")
EPOCH_WORDS = _words("epoque epoques periode periodes regne dynastie civilisation sous")

MONTHS = {
    name: rank
    for rank, names in enumerate(
        (
            "janvier janv jan",
            "fevrier fevr fev",
            "mars",
            "avril avr",
            "mai",
            "juin",
            "juillet juil",
            "aout aoet",
            "septembre sept",
            "octobre oct",
            "novembre nov",
            "decembre dec",
        ),
        1,
    )
    for name in names.split()
}
REPUBLICAN_MONTHS = {
    **dict.fromkeys(("vendemiaire", "brumaire", "frimaire"), (0, 0)),
    "nivose": (0, 1),
    **dict.fromkeys(("pluviose", "ventose", "germinal", "floreal", "prairial"), (1, 1)),
    **dict.fromkeys(("messidor", "thermidor", "fructidor"), (1, 1)),
}
"""First and last year, counted from 1791 + n for the republican year n: it runs from September
to September, and nivôse straddles the first of January."""

DAYS_OF_WEEK = frozenset(("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"))
TODAY = frozenset(("present", "actuel", "aujourd'"))

QUALIFIERS = {
    **_said("vers environ env circa ca autour approximativement ~ ±", "about"),
    **_said(
        """probablement vraisemblablement presume presumee suppose supposee possiblement
        incertitude incertain incertaine douteux probable peut-etre""",
        "uncertain",
    ),
    "peut etre": "uncertain",
    "sans doute": "uncertain",
    **_said("avant av ante anterieur anterieure anterieurement", "before"),
    **_said("apres ap apr post posterieur posterieure posterieurement", "after"),
    **_said("depuis partir compter", "since"),
    **_said("jusque jusqu'", "until"),
    "entre": "between",
    **_said("limite charniere tournant transition", "limit"),
}
"""What a word before a date says of it."""

TAILS = {
    **{word: action for word, action in QUALIFIERS.items() if action != "limit"},
    "et": "to",
    "a": "to",
    "entre": "from",
    "de": "from",
}
"""The same for a word after its date, nothing else following: « 1880 vers », « 1875 et »."""

LINKS = {
    **dict.fromkeys(",;.:&+)]", "list"),
    "et": "list",
    "puis": "list",
    "ou": "or",
    "voire": "or",
    **dict.fromkeys(("-", "/", "a", "au", "aux", ">", "jusque", "jusqu'"), "range"),
}
LINK_STRENGTH = ("", "list", "range", "or")

VERBS = _words("""construit construite construits construites construction bati batie edifie edifiee
    eleve elevee fonde fondee fondation cree creee creation realise realisee execute executee
    fabrique fabriquee peint peinte signe signee grave gravee imprime imprimee edite editee publie
    publiee fait faite restaure restauree reconstruit reconstruite remanie remaniee ne nee mort
    morte decede decedee actif active actifs actives activite atteste attestee mentionne
    mentionnee cite citee connu connue acquis acquise achete achetee entree""")
LEADING = (
    LINKING
    | EPOCH_WORDS
    | VERBS
    | DAYS_OF_WEEK
    | _words("""a et date dates datee datees datant datable datables datation annee courant cours
        premieres dernieres pendant durant siecle siecles alentours printemps ete automne hiver
        temps tout toute extreme noel paques""")
)
"""What a value may say before its date without changing it."""

QUIET = frozenset("\"'«»“”*=<_|…")
SEPARATORS = frozenset(",;.:")
NOT_A_NOTE = _words("""
    ans an annees jours mois f fr frs francs franc livres euros exemplaires ex pieces m cm mm
    km g kg mg pages p habitants dynastie style""")
"""After a number, one of these says that it did not count years."""
OTHER_CALENDARS = frozenset(("hegire", "hijri", "bp", "cal", "auc"))

UNKNOWN = re.compile(
    r"(?:(?:(?:la )?(?:date|annee|epoque|periode|datation|siecle)s? )?(?:d[e']\s?\w{1,20} )?"
    r"(?:est )?(?:inconnue?s?|in?determinee?s?|incertaine?s?|ignoree?s?"
    r"|non (?:datee?s?|determinee?s?|renseignee?s?|connue?s?|precisee?s?))"
    r"|sans date|s\. ?d\.?|s\.?d|n\. ?d\.?)(?=\s*(?:\W?$|[:;,(]))"
    r"|(?:\(\s?\?\s?\)|\[\s?\?\s?\]|\?)$"
)
"""A date that is said not to be known, at the beginning of a text."""
