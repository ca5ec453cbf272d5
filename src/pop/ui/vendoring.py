"""Bring what others made from node_modules to static/vendor, with its licences: the typefaces,
and what enlarges pictures (OpenSeadragon).

Run once at set-up, after `npm ci`:  python -m pop.ui.vendoring
Running it again changes nothing. The site works without it, on the system's typefaces, and
pictures lead to larger ones.
"""

import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

VENDOR = Path(__file__).parent / "static" / "vendor"
FONTS = VENDOR / "fonts"
VIEWER = VENDOR / "openseadragon"
STYLESHEET = "fonts.css"
# Preloaded by every page: nearly all the words of the interface are set in this file.
TEXT_FACE = "atkinson-hyperlegible-next-latin-wght-normal.woff2"

SUBSETS = ("latin-ext", "latin")


@dataclass(frozen=True)
class Face:
    package: str
    family: str
    stem: str  # the file is {stem before the subset}-{subset}-{variant}.woff2
    variant: str
    weight: str
    style: str

    def file(self, subset: str) -> str:
        return f"{self.stem}-{subset}-{self.variant}.woff2"


ATKINSON = (
    "@fontsource-variable/atkinson-hyperlegible-next",
    "Atkinson Hyperlegible Next Variable",
)
SPECTRAL = ("@fontsource/spectral", "Spectral")

FACES = (
    Face(*ATKINSON, "atkinson-hyperlegible-next", "wght-normal", "200 800", "normal"),
    Face(*ATKINSON, "atkinson-hyperlegible-next", "wght-italic", "200 800", "italic"),
    Face(*SPECTRAL, "spectral", "500-normal", "500", "normal"),
)


class Missing(Exception):
    """Something to copy is not there; the message is for the person who sets the site up."""


def bring_fonts(node_modules: Path, target: Path = FONTS) -> list[Path]:
    """Make target hold every face, its licence and the stylesheet, and nothing else.

    Returns the files written, replaced or removed.
    """
    if not node_modules.is_dir():
        raise Missing(
            f"Le dossier {node_modules} n’existe pas.\n"
            "Lancez d’abord « npm ci » à la racine du dépôt, puis recommencez.\n"
            "(Sans cela le site fonctionne, avec les caractères du système.)"
        )
    target.mkdir(parents=True, exist_ok=True)
    changed = []
    wanted = {STYLESHEET}
    rules = []
    for face in FACES:
        package = node_modules / face.package
        ranges = json.loads(_existing(package / "unicode.json").read_text("utf-8"))
        for subset in SUBSETS:
            name = face.file(subset)
            wanted.add(name)
            changed += _copy(package / "files" / name, target / name)
            rules.append(_font_face(face, subset, ranges[subset]))
        licence = f"{face.stem}-LICENSE.txt"
        wanted.add(licence)
        changed += _copy(package / "LICENSE", target / licence)
    for leftover in target.iterdir():
        if leftover.name not in wanted:
            leftover.unlink()
            changed.append(leftover)
    changed += _write(target / STYLESHEET, "".join(rules))
    return changed


def bring_viewer(node_modules: Path, target: Path = VIEWER) -> list[Path]:
    """Make target hold OpenSeadragon and its licence. Returns the files written or replaced."""
    package = node_modules / "openseadragon"
    target.mkdir(parents=True, exist_ok=True)
    script = "openseadragon.min.js"
    changed = _copy(package / "build" / "openseadragon" / script, target / script)
    return changed + _copy(package / "LICENSE.txt", target / "LICENSE.txt")


def _font_face(face: Face, subset: str, unicode_range: str) -> str:
    return (
        f'@font-face{{font-family:"{face.family}";font-style:{face.style};font-weight:{face.weight};'
        f'font-display:swap;src:url("{face.file(subset)}") format("woff2");'
        f"unicode-range:{unicode_range}}}\n"
    )


def _existing(path: Path) -> Path:
    if not path.is_file():
        raise Missing(f"Le fichier {path} manque. Relancez « npm ci » à la racine du dépôt.")
    return path


def _copy(source: Path, destination: Path) -> list[Path]:
    _existing(source)
    if destination.is_file() and destination.read_bytes() == source.read_bytes():
        return []
    shutil.copyfile(source, destination)
    return [destination]


def _write(destination: Path, text: str) -> list[Path]:
    if destination.is_file() and destination.read_text("utf-8") == text:
        return []
    destination.write_text(text, "utf-8")
    return [destination]


def main(arguments: list[str]) -> int:
    node_modules = Path(arguments[0]) if arguments else Path.cwd() / "node_modules"
    try:
        changed = bring_fonts(node_modules) + bring_viewer(node_modules)
    except Missing as missing:
        print(missing, file=sys.stderr)
        return 1
    if changed:
        print(f"Caractères et visionneuse : mis à jour dans {VENDOR} (fichiers : {len(changed)}).")
    else:
        print("Caractères et visionneuse : rien à changer.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
