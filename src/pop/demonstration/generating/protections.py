"""Protections of buildings and objects, in every state: in force, in part, lifted, to be checked."""

from typing import Any

from pop.demonstration.generating import dates
from pop.demonstration.generating.chance import Dice
from pop.demonstration.generating.french import capital

STATES = ("en vigueur", "partielle", "levée", "à vérifier", "date inconnue", "deux niveaux")


def of_building(
    d: Dice, state: str, thing: str, extent: str, parcel: str, year: int
) -> dict[str, Any]:
    """PROT, DPRO, PPRO and what goes with them. `thing` as « l’église », `extent` a part of it,
    `year` that of the building: nothing is protected before it has thirty years."""
    first = max(1886, year + 30)
    day = dates.day(d, min(first, 2012), min(max(first + 20, 1925), 2018))
    level = "classé" if d.maybe(0.35) and state != "partielle" else "inscrit"
    act = "classement" if level == "classé" else "inscription"
    whole = f"{capital(thing)}, en totalité (cad. {parcel})"
    values: dict[str, Any] = {
        "PROT": [f"{level} MH"],
        "DPRO": f"{day} : {level} MH",
        "PPRO": f"{whole} : {act} par arrêté du {dates.said(day)}",
        "APRO": ["arrêté"],
    }
    if state == "partielle":
        values["PROT"] = [f"{level} MH partiellement"]
        values["DPRO"] = f"{day} : {level} MH partiellement"
        values["PPRO"] = (
            f"{capital(extent)} (cad. {parcel}) : {act} par arrêté du {dates.said(day)}"
        )
        values["MHPP"] = capital(extent)
    elif state == "levée":
        end = dates.day(d, int(day[:4]) + 6, 2020)
        values["PROT"] = ["radié MH" if level == "inscrit" else "déclassé MH"]
        values["DPRO"] = (
            f"{day} : {level} MH ; {end} : {'radié' if level == 'inscrit' else 'déclassé'} MH"
        )
        values["PPRO"] = (
            f"{whole} : {act} par arrêté du {dates.said(day)}, {'radié' if level == 'inscrit' else 'déclassé'} par arrêté du {dates.said(end)}"
        )
    elif state == "à vérifier":
        values["PROT"] = ["classé MH"]
        values["DPRO"] = f"{day} : inscrit MH"
        values["PPRO"] = f"{whole} : inscription par arrêté du {dates.said(day)}"
    elif state == "date inconnue":
        values["DPRO"] = f"9999/99/99 : {level} MH"
        values["PPRO"] = f"{whole} : {act} par arrêté"
    elif state == "deux niveaux":
        later = dates.day(d, min(int(day[:4]) + 3, 2019), 2020)
        values["PROT"] = ["inscrit MH", "classé MH partiellement"]
        values["DPRO"] = f"{day} : inscrit MH ; {later} : classé MH partiellement"
        values["PPRO"] = (
            f"{whole} : inscription par arrêté du {dates.said(day)} - {capital(extent)} "
            f"(cad. {parcel}) : classement par arrêté du {dates.said(later)}"
        )
    return values


def of_object(d: Dice, state: str) -> dict[str, Any]:
    """PROT, DPRO and NUMA of an object: « au titre objet », or « au titre immeuble »."""
    day = dates.day(d, 1902, 2016)
    level = "classé" if d.maybe(0.4) else "inscrit"
    title = "immeuble" if d.maybe(0.12) else "objet"
    values: dict[str, Any] = {
        "PROT": f"{level} au titre {title}",
        "DPRO": f"{day} : {level} au titre {title}",
        "NUMA": f"9A-{d.randint(100, 999)}",
    }
    if state == "levée":
        values["PROT"] = "déclassé"
        values["DPRO"] = f"{day} : classé au titre objet ; {dates.day(d, 1996, 2019)} : déclassé"
    elif state == "partielle":
        values["PPRO"] = "Seule la partie ancienne est protégée au titre objet."
    elif state == "à vérifier":
        values["PPRO"] = "Arrêté à vérifier"
    elif state == "date inconnue":
        values["DPRO"] = f"9999/99/99 : {level} au titre {title}"
    return values
