"""Notices that hide something: every confidential, staff or legacy field holds a word of its own,
and an object whose place is masked comes with its building and a photograph of it; two pictures may
not be shown; a building has a picture whose file tells its maker and its place, and an internal
document."""

import hashlib
import io
from typing import Any

from PIL import Image

from pop.media import originals
from pop.model import catalogue
from pop.notices import documents, images
from tests.loading import load_rows

MARKER = "zzqsecret"
MASKED, BUILDING, PHOTO = "PM00770001", "PA00770001", "AP77N00001"
# The checksum of their pictures.
BLANK = "5e" * 32
_IMAGES = [{"file": BLANK, "width": 30, "height": 20}]
# A work and a photograph of the building whose pictures may not be shown.
NOT_SHOWN, NOT_SHOWN_PHOTO = "00770000001", "AP77N00002"
HOLDER = "PA00770099"
# A year that nothing public here touches.
YEAR = "1234"


def _jpeg() -> bytes:
    """A JPEG that hides a word wherever a file can."""
    exif = Image.Exif()
    exif[0x013B] = exif[0x010E] = f"{MARKER}exif"
    exif.get_ifd(0x8825)[29] = f"{MARKER}gps"
    made = io.BytesIO()
    said = f"<x>{MARKER}xmp</x>".encode()
    Image.new("RGB", (300, 200)).save(made, "JPEG", exif=exif, xmp=said, comment=MARKER.encode())
    return made.getvalue()


_FILES = (_jpeg(), f"%PDF-1.4 {MARKER}pdf startxref 0 %%EOF".encode())
PICTURE, DOCUMENT = (hashlib.sha256(content).hexdigest() for content in _FILES)


def secret(code: str) -> str:
    """A word that only that field has."""
    return MARKER + "".join(filter(str.isalpha, code.lower()))


def hidden_values(base: str) -> dict[str, Any]:
    """Every confidential, staff or legacy field of a base, with its own word and a year."""
    return {
        code: [f"{secret(code)} {YEAR}", YEAR] if field.many else f"{secret(code)} {YEAR}"
        for code, field in catalogue.base(base).fields.items()
        if not field.public and not field.generated
    }


def masked_object() -> dict[str, Any]:
    """An object whose place is masked, with every field that would tell it."""
    palissy = catalogue.base("palissy")
    assert palissy.masking is not None
    told = {}
    for code in (*palissy.masking.fields, *palissy.masking.inferred_by):
        field = palissy.fields[code]
        if not field.generated and code not in ("REFA", "COOR", "COORM"):
            told[code] = [secret(code)] if field.many else secret(code)
    return {
        **told, "REF": MASKED, "TICO": "Reliquaire des moissons", "DENO": ["reliquaire"],
        "DPT": ["10"], "INSEE": ["10003"], "COM": ["Aix-en-Othe", secret("COM")],
        "REFA": [BUILDING], "POP_COORDONNEES.lat": "48.23", "POP_COORDONNEES.lon": "3.73",
    }  # fmt: skip


def _picture(letter: str) -> dict[str, Any]:
    return {"file": letter * 64, "caption": secret("caption"), "credit": secret("credit")}


def load_bundle() -> None:
    """One notice of each base with all it hides; a masked object, its building, a photograph."""
    for base in catalogue.bases():
        ref = catalogue.base(base).reference.example
        load_rows(base, {**hidden_values(base), "REF": ref})
    load_rows("palissy", masked_object())
    load_rows(
        "merimee",
        {"REF": BUILDING, "TICO": "Manoir du secret", "COM": ["Aix-en-Othe"], "INSEE": ["10003"],
         "DPT": ["10"], "REFO": [MASKED], "POP_COORDONNEES.lat": "48.23",
         "POP_COORDONNEES.lon": "3.73",
         "MEMOIRE": [{"ref": NOT_SHOWN_PHOTO, "url": secret("copied")}]},
    )  # fmt: skip
    load_rows(
        "joconde",
        {"REF": NOT_SHOWN, "TITR": "Vue du marché", "DIFFU": "non",
         "IMG": [f"{secret('file')}.jpg"], images.CODE: [_picture("a")]},
    )  # fmt: skip
    load_rows(
        "memoire",
        {"REF": NOT_SHOWN_PHOTO, "LEG": "Le manoir de nuit", "LBASE": [BUILDING],
         "DIFF": "reproduction interdite", "IMG": f"{secret('file')}.jpg",
         images.CODE: [_picture("b")]},
    )  # fmt: skip
    load_rows(
        "memoire",
        {"REF": PHOTO, "LEG": "Vue du manoir", "COM": ["Aix-en-Othe"], "LBASE": [MASKED, BUILDING],
         "IMG": "a.jpg", "POP_IMAGES": _IMAGES},
        index=True,
    )  # fmt: skip


def picture_masked() -> None:
    """Give the masked object a picture of its own; without one, nothing may show it."""
    load_rows("palissy", {**masked_object(), "POP_IMAGES": _IMAGES}, index=True)


def load_files() -> None:
    """The building with its picture and its document, in the index too."""
    for content in _FILES:
        originals.put(content)
    load_rows(
        "merimee",
        {"REF": HOLDER, "TICO": "Halle", images.CODE: [{"file": PICTURE, "width": 300}],
         documents.CODE: [{"file": DOCUMENT, "title": f"{MARKER}title", "size": 1_400_000}]},
        index=True,
    )  # fmt: skip
