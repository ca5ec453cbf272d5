"""Manifests: valid for every kind of notice, in order, with what must be said, and nothing more."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from pop.iiif import manifests
from pop.notices import demonstration
from tests.bundle import BUILDING, MARKER, MASKED, PHOTO, masked_object
from tests.iiif.conftest import ORIGIN, PICTURED, Validate, picture
from tests.loading import load_rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pictured")]
Read = Callable[[str], dict[str, Any]]


def address(base: str, ref: str) -> str:
    return f"/iiif/{base}/{ref}/manifest.json"


def said(pairs: Any, label: str) -> list[str]:
    """The values under a label."""
    return [
        value
        for one in (pairs if isinstance(pairs, list) else [pairs])
        if one["label"]["fr"] == [label]
        for value in one["value"]["fr"]
    ]


def labels(manifest: dict[str, Any]) -> list[str]:
    return [canvas["label"]["fr"][0] for canvas in manifest["items"]]


@pytest.mark.real_data
@pytest.mark.parametrize(("base", "ref"), PICTURED)
def test_every_kind_of_notice_has_a_valid_manifest(
    base: str, ref: str, read: Read, validate: Validate
) -> None:
    found = read(address(base, ref))
    validate(found)
    assert found["id"] == ORIGIN + address(base, ref)
    assert found["homepage"][0]["id"] == f"{ORIGIN}/notice/{base}/{ref}"
    assert found["seeAlso"][0]["id"] == f"{ORIGIN}/notice/{base}/{ref}.json"
    assert found["provider"][0]["id"] == f"{ORIGIN}/"
    names = [canvas["id"] for canvas in found["items"]]
    assert names and len(set(names)) == len(names)
    for canvas in found["items"]:
        validate(read(canvas["id"]))


@pytest.mark.real_data
def test_the_schema_refuses_what_is_wrong(read: Read, validate: Validate) -> None:
    found = read(address(*PICTURED[0]))
    with pytest.raises(AssertionError, match="height"):
        validate({**found, "items": [{**found["items"][0], "height": "haut"}]})


def test_a_canvas_has_the_size_the_services_and_a_thumbnail_of_its_picture(read: Read) -> None:
    canvas = read(address("memoire", "AP99N00002"))["items"][0]
    named = f"memoire-AP99N00002-{'b3' * 8}"
    assert (canvas["width"], canvas["height"]) == (3001, 2000)
    assert canvas["id"] == f"{ORIGIN}/iiif/memoire/AP99N00002/canvas/{named}"
    annotation = canvas["items"][0]["items"][0]
    assert annotation["target"] == canvas["id"]
    body = annotation["body"]
    assert body["id"] == f"{ORIGIN}/iiif/3/{named}/full/max/0/default.jpg"
    assert [one.get("id", one.get("@id")) for one in body["service"]] == [
        f"{ORIGIN}/iiif/3/{named}",
        f"{ORIGIN}/iiif/2/{named}",
    ]
    assert canvas["thumbnail"][0]["id"] == f"{ORIGIN}/iiif/3/{named}/full/376,250/0/default.jpg"


def test_a_building_shows_its_photographs_in_their_order_each_with_its_notice(read: Read) -> None:
    found = read(address("merimee", "PA00990001"))
    assert labels(found) == ["La nef", "Chevet", "Chevet (2)"]
    assert found["behavior"] == ["individuals"]
    first = found["items"][0]
    assert first["homepage"][0]["id"] == f"{ORIGIN}/notice/memoire/AP99N00002"
    credit, rights = first["requiredStatement"]["value"]["fr"]
    assert credit == "© Félix Nadaud"
    assert rights.startswith("Droits non vérifiés")
    # The same picture is the same canvas in the manifest of its photograph.
    assert read(address("memoire", "AP99N00002"))["items"] == [first]
    assert read(first["id"])["partOf"][0]["id"] == ORIGIN + address("memoire", "AP99N00002")


def test_a_manuscript_shows_its_folios_in_order_as_a_table_of_contents(read: Read) -> None:
    found = read(address("enluminures", "INI-CM0000001"))
    assert labels(found) == [
        "f.\xa01\u202f: Beatus",
        "f.\xa01v\u202f: Harpe",
        "f.\xa02\u202f: Jessé",
        "f.\xa010\u202f: David",
    ]
    assert found["behavior"] == ["individuals"], "folios are missing between 2 and 10"
    parts = found["structures"][0]["items"]
    assert [one["items"][0]["id"] for one in parts] == [one["id"] for one in found["items"]]
    credit = found["requiredStatement"]["value"]["fr"]
    assert any("Cliché IRHT" in one for one in credit)
    assert "structures" not in read(address("enluminures", "INI-D0000001"))


@pytest.mark.real_data
def test_a_manuscript_without_gaps_is_leafed_through(read: Read, validate: Validate) -> None:
    load_rows(
        "enluminures",
        {"REF": "INI-CM0000002", "TITR": "Bible"},
        *(
            {"REF": f"INI-D000010{rank}", "FOLIOS": folio, "REFC": ["INI-CM0000002"],
             "POP_IMAGES": [picture(f"7{rank}")]}
            for rank, folio in enumerate(("3r", "3v", "4r"))
        ),
    )  # fmt: skip
    found = read(address("enluminures", "INI-CM0000002"))
    assert found["behavior"] == ["paged"]
    validate(found)


def test_a_work_is_given_by_its_museum_and_part_of_its_collection(read: Read) -> None:
    found = read(address("joconde", "00990000001"))
    assert [one["label"]["fr"] for one in found["provider"]] == [
        ["POP, plateforme ouverte du patrimoine"],
        ["Musée des Orges"],
    ]
    assert found["partOf"][0]["id"] == f"{ORIGIN}/iiif/collection/musee/M9901"
    assert len(found["items"]) == 30
    producer = read(address("merimee", "PA00990001"))["provider"][1]
    assert producer["id"] == f"{ORIGIN}/producteurs/monuments-historiques"


def test_the_lines_of_the_page_are_said_and_markup_is_a_text(read: Read) -> None:
    found = read(address("merimee", "PA00990001"))
    assert said(found["metadata"], "Référence") == ["PA00990001"]
    assert said(found["metadata"], "Dénomination de l’édifice") == ["Église"]
    history = said(found["metadata"], "Description historique")
    assert len(history) == 1 and len(history[0]) <= 1001 and history[0].endswith("…")
    assert "Aix-en-Othe" in found["summary"]["fr"][0]
    marked = read(address("joconde", "00990000002"))
    assert marked["label"]["fr"] == ["<b>Gerbes</b>"], "a label is a text"
    assert said(marked["metadata"], "Domaine") == ["<span>&lt;i&gt;peinture&lt;/i&gt;</span>"]


def test_what_must_stand_beside_the_pictures_does(read: Read) -> None:
    stands = read(address("rose-valland", "MNR99001"))["requiredStatement"]["value"]["fr"]
    assert stands[0].startswith("Œuvre récupérée") and stands[-1].startswith("Droits non vérifiés")
    own = read(address("joconde", "00990000002"))
    assert own["requiredStatement"]["value"]["fr"] == ["Utilisation soumise à autorisation."]
    assert "rights" not in own
    many = read(address("enluminures", "D-099001000"))["requiredStatement"]["value"]["fr"]
    assert len(many) == 2 and many[1].startswith("Droits non vérifiés")


def test_a_manifest_is_bounded_and_says_so(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = read(address("merimee", "PA00990001"))
    assert "premières images" not in json.dumps(whole["summary"], ensure_ascii=False)
    for name, most in (("MOST_CANVASES", 1), ("MOST_FOLLOWED", 1)):
        with monkeypatch.context() as patch:
            patch.setattr(manifests, name, most)
            cut = read(address("merimee", "PA00990001"))
        number = len(cut["items"])
        assert 1 <= number < 3
        assert f"donne les {number} premières images" in cut["summary"]["fr"][1], name


def test_a_manifest_of_the_demonstration_says_that_it_is_invented(read: Read) -> None:
    demonstration.begin(1, 1)
    found = read(address("joconde", "00990000001"))
    assert found["requiredStatement"]["value"]["fr"][0].startswith("Collection de démonstration")


def test_what_has_no_picture_of_known_size_has_no_manifest(client: Client) -> None:
    for ref in ("IA00990003", "IA00990004"):
        answer = client.get(address("merimee", ref))
        assert answer.status_code == 404
        assert "pas d’image" in json.loads(answer.content)["error"]
        assert b"visionneuse" not in client.get(f"/notice/merimee/{ref}").content


def test_other_spellings_lead_to_the_permanent_address(client: Client) -> None:
    for given in ("/iiif/mnr/mnr99001/manifest.json", "/iiif/palissy/MNR99001/manifest.json"):
        sent = client.get(f"{given}?iiif-content=x")
        expected = f"{address('rose-valland', 'MNR99001')}?iiif-content=x"
        assert (sent.status_code, sent["Location"]) == (301, expected)
        assert sent["Access-Control-Allow-Origin"] == "*"


def test_a_former_number_leads_to_the_notice_and_an_unknown_one_nowhere(client: Client) -> None:
    load_rows(
        "memoire",
        {"REF": "AP99N00009", "LEG": "Puits", "POP_ANCIENNE_REF": "APMH00990009",
         "POP_IMAGES": [picture("b9")]},
        index=True,
    )  # fmt: skip
    sent = client.get(address("memoire", "APMH00990009"))
    assert (sent.status_code, sent["Location"]) == (301, address("memoire", "AP99N00009"))
    unknown = client.get(address("merimee", "PA404"))
    assert unknown.status_code == 404
    assert json.loads(unknown.content) == {"error": "Aucune notice n’a la référence « PA404 »."}


def test_any_site_may_read_and_ask_whether_it_changed(client: Client) -> None:
    where = address(*PICTURED[0])
    answer = client.get(where)
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "max-age" in answer["Cache-Control"]
    again = client.get(where, headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    head = client.head(where)
    assert (head.status_code, head.content, head["ETag"]) == (200, b"", answer["ETag"])
    asked = client.options(where, headers={"Origin": "https://visionneuse.example"})
    assert asked.status_code == 204
    assert "GET" in asked["Access-Control-Allow-Methods"]
    assert client.post(where).status_code == 405


def test_nothing_that_masks_or_is_hidden_is_told(read: Read) -> None:
    masked = read(address("palissy", MASKED))
    said_ = json.dumps(masked, ensure_ascii=False)
    assert "Reliquaire" in said_
    assert MARKER not in said_
    for telling in ("Aix-en-Othe", "manoir", BUILDING, PHOTO):
        assert telling not in said_, telling
    assert len(masked["items"]) == 1, "the photograph would tell where it is"
    building = json.dumps(read(address("merimee", BUILDING)), ensure_ascii=False)
    assert "Vue du manoir" in building
    assert MASKED not in building and "eliquaire" not in building


def test_a_masked_object_without_a_picture_of_its_own_has_no_manifest(client: Client) -> None:
    load_rows("palissy", {**masked_object(), "POP_IMAGES": []})
    assert client.get(address("palissy", MASKED)).status_code == 404


def test_a_person_who_may_be_living_has_only_the_year(read: Read) -> None:
    assert "1991-05" not in json.dumps(read(address("autor", "AW99001")))


def test_a_canvas_is_reached_by_the_notice_that_holds_it_only(client: Client) -> None:
    named = f"memoire-AP99N00002-{'b3' * 8}"
    assert client.get(f"/iiif/memoire/AP99N00002/canvas/{named}").status_code == 200
    for wrong in (
        f"/iiif/merimee/PA00990001/canvas/{named}",
        f"/iiif/memoire/AP99N00002/canvas/memoire-AP99N00002-{'0' * 16}",
        f"/iiif/memoire/AP99N00002/canvas/merimee-PA00990001-{'b3' * 8}",
        f"/iiif/memoire/AP99N00002/canvas/inconnue-AP99N00002-{'b3' * 8}",
        "/iiif/memoire/AP99N00002/canvas/x",
    ):
        assert client.get(wrong).status_code == 404, wrong


def test_a_page_leads_to_its_manifest_for_viewers(client: Client) -> None:
    html = client.get("/notice/merimee/PA00990001").content.decode()
    manifest = ORIGIN + address("merimee", "PA00990001")
    quoted = manifest.replace(":", "%3A").replace("/", "%2F")
    assert f'href="{manifest}?iiif-content={quoted}"' in html
    assert "Ouvrir dans votre visionneuse IIIF" in html
