"""Notices with pictures, of every base and kind; the official schema of what is said of them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from django.test import Client

from tests.bundle import MASKED, load_bundle, picture_masked
from tests.loading import load_rows

ORIGIN = "http://testserver"
SCHEMA = "schemas/iiif/presentation-3.0.schema.json"
# Every kind of notice that has pictures: base as addresses name it, reference.
PICTURED = (
    ("merimee", "PA00990001"),
    ("merimee", "IA00990002"),
    ("palissy", "PM00990001"),
    ("palissy", MASKED),
    ("joconde", "00990000001"),
    ("joconde", "00990000002"),
    ("memoire", "AP99N00001"),
    ("memoire", "AP99N00002"),
    ("autor", "AW99001"),
    ("rose-valland", "MNR99001"),
    ("museo", "M9901"),
    ("enluminures", "INI-CM0000001"),
    ("enluminures", "INI-D0000003"),
    ("enluminures", "D-099001000"),
)

Validate = Callable[[Any], None]


def picture(mark: str, **said: Any) -> dict[str, Any]:
    """A picture whose checksum is that mark, again and again, 3001 pixels by 2000."""
    return {"file": (mark * 64)[:64], "width": 3001, "height": 2000, **said}


def load_pictured() -> None:
    """A building of three photographs; works with and without museum, date, credit, caption; a
    manuscript out of order; a person who may be living; an object whose place is masked."""
    load_bundle()
    picture_masked()
    load_rows(
        "merimee",
        {"REF": "PA00990001", "TICO": "Abbatiale", "DENO": ["église"], "COM": ["Aix-en-Othe"],
         "INSEE": ["10003"], "DPT": ["10"], "HIST": "Bâtie, rebâtie. " * 100},
        {"REF": "IA00990002", "POP_IMAGES": [picture("a1")]},
        {"REF": "IA00990003", "TICO": "Moulin sans image", "DATE": ["1642"]},
        {"REF": "IA00990004", "TICO": "Image sans taille", "POP_IMAGES": [{"file": "a2" * 32}]},
    )  # fmt: skip
    load_rows(
        "memoire",
        {"REF": "AP99N00001", "LEG": "Chevet", "LBASE": ["PA00990001"], "MARQ": "2",
         "AUTP": ["Nadaud, Félix"], "DATPV": "1912", "POP_IMAGES": [picture("b1"), picture("b2")]},
        {"REF": "AP99N00002", "LEG": "Nef", "LBASE": ["PA00990001"], "MARQ": "1",
         "POP_IMAGES": [picture("b3", caption="La nef", credit="© Félix Nadaud")]},
        {"REF": "AP99N00003", "LEG": "Clocher", "LBASE": ["PA00990001"]},
    )  # fmt: skip
    load_rows("museo", {"REF": "M9901", "NOMOFF": "musée des Orges", "VILLE_M": "Brest",
                        "POP_IMAGES": [picture("c1")]})  # fmt: skip
    load_rows(
        "joconde",
        {"REF": "00990000001", "TITR": "Moisson", "MUSEO": "M9901", "PERI": ["17e siècle"],
         "POP_IMAGES": [picture(f"{n:02x}", caption=f"Vue {n}") for n in range(1, 31)]},
        {"REF": "00990000002", "TITR": "<b>Gerbes</b>", "DOMN": ["<i>peinture</i>"],
         "POP_IMAGES": [picture("d1", rights="Utilisation soumise à autorisation")]},
    )  # fmt: skip
    load_rows("palissy", {"REF": "PM00990001", "TICO": "Calice", "REFA": ["PA00990001"],
                          "POP_IMAGES": [picture("e1")]})  # fmt: skip
    load_rows("autor", {"REF": "AW99001", "NOM": "Quévert", "DNAISS": "1991-05-06",
                        "POP_IMAGES": [picture("f1")]})  # fmt: skip
    load_rows("mnr", {"REF": "MNR99001", "TITR": "Moisson au crépuscule",
                      "POP_IMAGES": [picture("f2")]})  # fmt: skip
    load_rows(
        "enluminures",
        {"REF": "INI-CM0000001", "TITR": "Psautier des Orges", "ETAB": "Bibliothèque"},
        {"REF": "D-099001000", "TITR": "Bible", "DROIT": "© Bibliothèque des Orges",
         "POP_IMAGES": [picture("91")]},
        *(
            {"REF": f"INI-D000000{rank}", "SUJET": subject, "FOLIOS": folio,
             "REFC": ["INI-CM0000001"], "POP_IMAGES": [picture(f"8{rank}")]}
            for rank, (folio, subject) in enumerate(
                (("f. 10", "David"), ("f. 2", "Jessé"), ("f. 1v", "Harpe"), ("f. 1", "Beatus")), 1
            )
        ),
        index=True,
    )  # fmt: skip


@pytest.fixture(scope="module")
def pictured(own_platform: None) -> None:
    load_pictured()


@pytest.fixture
def validate(real_data: Path) -> Validate:
    """Fails unless the value follows the official schema of the Presentation API 3.0."""
    schema = json.loads((real_data / SCHEMA).read_text())

    def check(value: Any) -> None:
        # The class that the value says it is: what is wrong is then told, not « one of five ».
        classes = [{"$ref": f"#/classes/{value['type'].lower()}"}]
        checked = jsonschema.Draft7Validator({**schema, "oneOf": classes})
        fault = jsonschema.exceptions.best_match(checked.iter_errors(value))
        if fault is not None:
            where = "/".join(map(str, fault.absolute_path))
            raise AssertionError(f"{where}: {fault.message[:300]}")

    return check


@pytest.fixture
def read(client: Client) -> Callable[[str], dict[str, Any]]:
    """The values at an address, absolute or not."""

    def fetch(address: str) -> dict[str, Any]:
        response = client.get(address.removeprefix(ORIGIN))
        assert response.status_code == 200, (address, response.content)
        assert response["Content-Type"].startswith("application/ld+json;profile=")
        found: dict[str, Any] = json.loads(response.content)
        return found

    return fetch
