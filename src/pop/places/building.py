"""Make the compact list of communes, from the npm package of Etalab or from the files of INSEE.

`python -m pop.places.building` is what `make setup` runs: the package of `node_modules` becomes
`built/communes.msgpack.zst` beside this file. Both sources are under Licence Ouverte 2.0. INSEE's
files tell more: all changes since 1943, and names of the communes that are no more.
"""

import csv
import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec
import zstandard

from pop.places.communes import BUILT, Kind, Table, columns
from pop.places.following import History

PACKAGE = Path(__file__).parents[3] / "node_modules/@etalab/decoupage-administratif"

LICENCE = "Licence Ouverte 2.0 (Etalab)"

Centres = Mapping[str, tuple[float, float]]

_KINDS: dict[str, Kind] = {
    "ARM": "arrondissement",
    "COMD": "déléguée",
    "COMA": "associée",
    "arrondissement-municipal": "arrondissement",
    "commune-deleguee": "déléguée",
    "commune-associee": "associée",
}


def build_from_insee(folder: Path, out: Path) -> Table:
    """Build from communes.csv and mouvements-communes.csv of INSEE's Code officiel géographique.

    collectivites-outremer.csv (code_commune, nom_commune) and communes_centroides_2018.csv
    (insee, lat, lon) are used when they are in the folder. FileNotFoundError when one of the
    first two is missing, KeyError when a column is.
    """
    history = History()
    for row in _rows(folder / "communes.csv"):
        if row["TYPECOM"] == "COM":
            history.today(row["COM"], row["LIBELLE"] or row["NCCENR"])
        else:
            name = row["LIBELLE"] or row["NCCENR"]
            history.part(row["COM"], name, _KINDS[row["TYPECOM"]], row["COMPARENT"])
    if (folder / "collectivites-outremer.csv").is_file():
        for row in _rows(folder / "collectivites-outremer.csv"):
            history.today(row["code_commune"], row["nom_commune"])
    last = ""
    for row in _rows(folder / "mouvements-communes.csv"):
        last = max(last, row["DATE_EFF"])
        if row["COM_AV"]:
            history.change(
                row["DATE_EFF"],
                (row["TYPECOM_AV"], row["COM_AV"], row["LIBELLE_AV"] or row["NCCENR_AV"]),
                (row["TYPECOM_AP"], row["COM_AP"]),
            )
    edition = f"Code officiel géographique, mouvements jusqu'au {last}"
    return _write(history, _centres(folder), ("INSEE", edition, last), out)


def build_from_npm(package: Path, out: Path, centres: Centres | None = None) -> Table:
    """Build from data/communes.json of @etalab/decoupage-administratif, in the package's folder.

    It tells the communes of today, the delegated and associated ones, and the codes merged with
    their own, but neither centres nor the names of what disappeared before.
    """
    rows: list[dict[str, Any]] = json.loads((package / "data/communes.json").read_bytes())
    version = json.loads((package / "package.json").read_bytes())["version"]
    history = History()
    for row in rows:
        if row["type"] == "commune-actuelle":
            history.today(row["code"], row["nom"])
    for row in rows:
        if row["type"] != "commune-actuelle":
            parent = row.get("chefLieu") or row["commune"]
            history.part(row["code"], row["nom"], _KINDS[row["type"]], parent)
    for row in rows:
        for code in row.get("anciensCodes", ()):
            history.part(code, "", "ancienne", row["code"])
    edition = f"@etalab/decoupage-administratif {version}"
    return _write(history, centres or {}, ("Etalab, d'après INSEE", edition, ""), out)


def _write(history: History, centres: Centres, origin: tuple[str, str, str], out: Path) -> Table:
    source, edition, date = origin
    today = sorted(history.names_today.items())
    former = history.resolved()
    table = Table(
        source=source,
        licence=LICENCE,
        edition=edition,
        date=date,
        today=columns([(code, name, centres.get(code)) for code, name in today]),
        former=columns([(one.code, one.name, centres.get(one.code)) for one in former]),
        kinds=[one.kind for one in former],
        successors=[list(one.successors) for one in former],
        old_names={code: names for code, name in today if (names := history.old_names(code))},
    )
    out.parent.mkdir(parents=True, exist_ok=True)
    compressed = zstandard.ZstdCompressor(level=19).compress(msgspec.msgpack.encode(table))
    # Written beside, then put in place: a reader never meets half a file.
    beside = out.with_name(out.name + ".new")
    beside.write_bytes(compressed)
    beside.replace(out)
    return table


def _centres(folder: Path) -> Centres:
    path = folder / "communes_centroides_2018.csv"
    rows: Iterable[dict[str, str]] = _rows(path) if path.is_file() else ()
    return {row["insee"]: (float(row["lat"]), float(row["lon"])) for row in rows if row["lat"]}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def main() -> int:
    """Build the list of the program from the npm package, when set-up brought it."""
    if not (PACKAGE / "data/communes.json").is_file():
        sys.stderr.write("communes: le paquet npm est absent, la liste n’est pas construite\n")
        return 0
    build_from_npm(PACKAGE, BUILT)
    return 0


if __name__ == "__main__":
    sys.exit(main())
