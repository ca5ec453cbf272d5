"""The rules of cataloguing, in the words of those who keep them."""

import json
from typing import Any

import pytest

from pop.accounts.permissions import Actor, Cause, Closure, Deed, Kind, Role
from pop.changes import applying, closing, expurging, planning, undoing
from pop.changes.models import Batch
from pop.changes.planning import Origin
from pop.changes.rows import Report, Row
from pop.notices import reading
from pop.notices.derived import derive
from pop.notices.generated import whole
from pop.notices.models import Link, Notice, Revision, Stamp
from tests.loading import MINISTRY, OPERATOR, load_rows

pytestmark = pytest.mark.django_db

INVENTORY = Actor(Kind.PRODUCER, "Inventaire", producers=frozenset({"Inventaire"}))
MH = Actor(
    Kind.PRODUCER, "MH", producers=frozenset({"Monuments Historiques"}),
    roles=frozenset({Role.MANAGER}),
)  # fmt: skip
CHAPEL = {"REF": "PA00990001", "TICO": "Chapelle", "DPRO": "1862 : classé MH"}


def imported(actor: Actor, base: str, ref: str, deed: Deed = Deed.IMPORT, **values: Any) -> Report:
    origin = Origin(actor, deed, "Import d’essai")
    batch = planning.open_batch(origin)
    report = planning.plan(batch, origin, [Row(2, base, ref, dict(values))])
    applying.apply(batch)
    return report


def notice(ref: str) -> Notice:
    return Notice.objects.get(ref=ref)


# Producers and rights


def test_a_producer_writes_only_its_own_notices() -> None:
    load_rows("merimee", CHAPEL, {"REF": "IA00990002", "TICO": "Moulin"})
    refused = imported(INVENTORY, "merimee", "PA00990001", HIST="Autre")
    assert "relève du producteur" in refused.refused[0][2]
    assert imported(INVENTORY, "merimee", "IA00990002", HIST="Bâti en 1642.").updated == 1
    assert "HIST" not in notice("PA00990001").values


def test_a_protection_is_written_only_by_its_competent_producer() -> None:
    load_rows("merimee", CHAPEL)
    source = Actor(Kind.SOURCE, "moisson", producers=frozenset({"Monuments Historiques"}))
    refused = imported(source, "merimee", "PA00990001", Deed.HARVEST, DPRO="1900 : radié MH")
    assert "valeur réglementaire" in refused.refused[0][2]
    assert imported(source, "merimee", "PA00990001", Deed.HARVEST, HIST="Nef.").updated == 1
    assert imported(MH, "merimee", "PA00990001", DPRO="1900 : radié MH").updated == 1


def test_what_a_producers_import_refuses_the_ministrys_copy_only_flags() -> None:
    wrong: dict[str, Any] = {"DPT": ["21"], "INSEE": ["13001"]}
    refused = imported(MH, "merimee", "PA00990003", TICO="Chapelle", **wrong)
    assert "ne commence par aucune valeur" in refused.refused[0][2]
    load_rows("merimee", {"REF": "PA00990003", **wrong})
    assert "INSEE_DPT_MATCH_FAIL" in notice("PA00990003").flags


@pytest.mark.parametrize(
    ("base", "ref", "values", "producer"),
    [
        ("merimee", "PA00078014", {}, "Monuments Historiques"),
        ("merimee", "SPR8400131", {}, "Sites patrimoniaux remarquables"),
        ("merimee", "XX1", {}, "AUTRE"),
        ("palissy", "IM1", {}, "Inventaire"),
        ("memoire", "AP62N00123", {}, "AUTRE"),
        ("memoire", "AP62N00124", {"IDPROD": "Service départemental du Rhône"}, "UDAP"),
        ("memoire", "IVR1", {"EMET": "SAP01"}, "MPP"),
        ("memoire", "IVR2", {}, "INV"),
        ("joconde", "000PE025604", {}, "MUSEE"),
        ("mnr", "MNR1", {}, "MNR"),
    ],
)
def test_the_longest_prefix_tells_the_producer(
    base: str, ref: str, values: dict[str, str], producer: str
) -> None:
    load_rows(base, {"REF": ref, **values})
    assert notice(ref).producer == producer


# Closing, expurging


def test_a_protected_notice_is_closed_with_a_cause_and_stays() -> None:
    load_rows("merimee", CHAPEL)
    with pytest.raises(closing.CannotClose, match="cause"):
        closing.close(MH, Deed.FORM, "merimee", "PA00990001", Closure(None, "2024"))
    closure = Closure(Cause.STRUCK_OFF, "2024/05/02")
    batch = closing.close(MH, Deed.FORM, "merimee", "PA00990001", closure, "PA00990009")
    told = notice("PA00990001").values["@closed"]
    assert told == {"cause": "radiation", "on": "2024/05/02", "successor": "PA00990009"}
    planned, _ = undoing.plan_undo(batch, MH)
    applying.apply(planned)
    assert "@closed" not in notice("PA00990001").values


def test_expurging_leaves_the_value_nowhere_but_a_trace() -> None:
    secret = "Zzqx"
    load_rows("merimee", {**CHAPEL, "HIST": f"Propriété de {secret}."})
    load_rows("merimee", {"REF": "PA00990001", "HIST": f"Famille {secret}."})
    wrong = Batch.objects.latest("pk")
    load_rows("merimee", {"REF": "PA00990001", "HIST": "", "REFO": ["PM1"]})
    load_rows("merimee", {"REF": "PA00990001", "HIST": f"Encore {secret}."})
    with pytest.raises(expurging.CannotExpurge, match="administrateur"):
        expurging.expurge(MH, "merimee", "PA00990001", "HIST", "demande")
    with pytest.raises(expurging.CannotExpurge, match="motif"):
        expurging.expurge(OPERATOR, "merimee", "PA00990001", "HIST", " ")
    expurging.expurge(OPERATOR, "merimee", "PA00990001", "HIST", "demande de la famille")
    held = [*Notice.objects.values_list("values", flat=True)]
    held += [changes for changes in Revision.objects.values_list("changes", flat=True) if changes]
    assert secret not in repr(held)
    assert Stamp.objects.get(notice_id=notice("PA00990001").pk).pending
    planned, _ = undoing.plan_undo(wrong, OPERATOR)
    applying.apply(planned)
    assert secret not in repr(notice("PA00990001").values)
    assert secret not in expurging.journal().read_text()
    # A restored copy holds it again: the journal is replayed on it.
    load_rows("merimee", {"REF": "PA00990001", "HIST": f"Revenu {secret}."})
    assert expurging.replay(expurging.journal().read_text().splitlines()) >= 1
    assert secret not in repr(list(Notice.objects.values_list("values", flat=True)))


# Missing things, museums, photographs, references


def test_a_loss_written_in_the_location_goes_where_it_is_said() -> None:
    load_rows("joconde", {"REF": "00000000001", "LOCA": "Ville ; musée ; disparu"})
    values = notice("00000000001").values
    assert values["LOCA"] == "Ville ; musée"
    assert values["MANQUANT"] == ["manquant"]
    assert values["MANQUANT_COM"] == "disparu"
    load_rows("joconde", {"REF": "00000000001", "LOCA": "Ville ; musée"})
    assert notice("00000000001").values["MANQUANT"] == ["manquant"], "said until found"


def test_a_work_shows_its_museum_without_copying_it() -> None:
    load_rows("joconde", {"REF": "00000000001", "TITR": "Vase", "MUSEO": "M9901"})
    work = notice("00000000001")
    assert derive([work])[work.pk].flags == ["MUSEO_REF_NOT_FOUND"]
    museum = {"REF": "M9901", "NOMOFF": "musée des orges", "VILLE_M": "Orne",
              "POP_COORDONNEES.lat": "45.5", "POP_COORDONNEES.lon": "4.5"}  # fmt: skip
    load_rows("museo", museum)
    derived = derive([work])[work.pk]
    assert derived.values["NOMOFF"] == "musée des orges"
    assert derived.point == (45.5, 4.5)
    assert derived.flags == []
    assert "NOMOFF" not in notice("00000000001").values


def test_changing_a_museum_marks_its_works_and_rewrites_none(
    django_assert_max_num_queries: object,
) -> None:
    works = ({"REF": f"{n:011d}", "TITR": "Vase", "MUSEO": "M9901"} for n in range(3000))
    load_rows("museo", {"REF": "M9901", "NOMOFF": "musée"})
    load_rows("joconde", *works)
    versions = set(Notice.objects.values_list("pk", "version"))
    Stamp.objects.update(pending=False)
    before = dict(Stamp.objects.values_list("notice_id", "sequence"))
    load_rows("museo", {"REF": "M9901", "NOMOFF": "musée renommé"})
    museum = notice("M9901").pk
    assert set(Notice.objects.exclude(pk=museum).values_list("pk", "version")) <= versions
    after = dict(Stamp.objects.values_list("notice_id", "sequence"))
    assert Stamp.objects.filter(pending=True).count() == 3001
    assert all(after[id_] > sequence for id_, sequence in before.items())
    assert len(set(after.values())) == 3001


def test_photographs_come_on_the_building_in_the_order_of_their_rank() -> None:
    load_rows("merimee", CHAPEL)
    for ref, rank in (("AP1", "2"), ("AP2", ""), ("AP3", "1")):
        load_rows("memoire", {"REF": ref, "LBASE": ["PA00990001"], "MARQ": rank})
    building = notice("PA00990001")
    [(relation, photographs)] = derive([building])[building.pk].linked.items()
    assert "hotographies" in relation
    assert [photograph.ref for photograph in photographs] == ["AP3", "AP1", "AP2"]


def test_a_link_is_known_from_both_sides_even_when_the_other_arrives_later() -> None:
    load_rows("palissy", {"REF": "PM1", "TICO": "Calice", "REFA": ["PA00990001"]})
    cup = notice("PM1")
    assert derive([cup])[cup.pk].flags == ["REFA_REF_NOT_FOUND"]
    load_rows("merimee", CHAPEL)
    chapel = notice("PA00990001")
    assert derive([chapel])[chapel.pk].values["REFO"] == ["PM1"]
    assert derive([cup])[cup.pk].flags == []
    load_rows("palissy", {"REF": "PM1", "REFA": []})
    assert "REFO" not in derive([chapel])[chapel.pk].values
    assert not Link.objects.exists()


def test_a_masked_object_is_not_located_by_its_links_nor_by_its_other_fields() -> None:
    load_rows("merimee", CHAPEL)
    load_rows(
        "palissy",
        {"REF": "PM1", "TICO": "Calice", "REFA": ["PA00990001"], "COM2": ["Orne"],
         "EDIF": "Chapelle", "COM": ["Orne"], "DPT": ["10"], "INSEE": ["10003"]},
    )  # fmt: skip
    load_rows("memoire", {"REF": "AP1", "LBASE": ["PM1"]})
    load_rows("merimee", {"REF": "PA00990001", "REFO": ["PM1"]})
    cup, chapel = notice("PM1"), notice("PA00990001")
    given = derive([cup, chapel])
    assert given[cup.pk].linked == given[chapel.pk].linked == {}
    shown = whole(cup, given[cup.pk])
    assert not {"REFA", "EDIF", "COM", "INSEE", "@commune"} & shown.keys()
    assert shown["@departement"] == "Aube (10)"


# Coordinates, history


def test_a_point_measured_in_a_projection_is_placed_and_the_text_stays() -> None:
    load_rows(
        "merimee",
        {"REF": "IA1", "ZONE": "lambert93", "COOR": "652381;6862047", "DPT": ["75"]},
        {"REF": "IA2", "POP_COORDONNEES.lat": "0", "POP_COORDONNEES.lon": "0"},
    )
    tower, nowhere = notice("IA1"), notice("IA2")
    assert tower.latitude == pytest.approx(48.86, abs=0.01)
    assert tower.values["COOR"] == "652381;6862047"
    assert nowhere.latitude is None


CONTOUR = "652381;6862047/652481;6862047/652481;6862147/652381;6862147"


def test_a_contour_measured_in_a_projection_is_a_polygon_and_its_middle_a_point() -> None:
    measured = {"ZONE": "lambert93", "COORM": CONTOUR, "DPT": ["75"]}
    load_rows(
        "merimee",
        {"REF": "IA1", **measured},
        {"REF": "IA2", **measured, "COOR": "652000;6862000"},
        {"REF": "IA3", "COORM": "ici ; là / partout", "DPT": ["75"]},
        {"REF": "IA4", "COORM": "652381;6862047", "ZONE": "lambert93", "DPT": ["75"]},
    )
    field = notice("IA1")
    assert field.values["COORM"] == CONTOUR
    assert (field.latitude, field.longitude) == pytest.approx((48.8571, 2.3517), abs=1e-3)
    values = whole(field)
    [ring] = json.loads(values["POP_COORDINATES_POLYGON.coordinates"])
    assert values["POP_COORDINATES_POLYGON.type"] == "Polygon"
    assert values["POP_CONTIENT_GEOLOCALISATION"] == "oui"
    assert len(ring) == 5
    assert ring[0] == ring[-1] == pytest.approx([2.351, 48.8567], abs=1e-4), "longitude first"
    assert notice("IA2").longitude == pytest.approx(2.3458, abs=1e-3), "a point given comes first"
    for ref in ("IA3", "IA4"):
        assert "POP_COORDINATES_POLYGON.coordinates" not in whole(notice(ref))
        assert "POP_COORDINATES_POLYGON.type" not in whole(notice(ref))


def test_a_masked_object_has_no_contour() -> None:
    measured = {"ZONE": "lambert93", "COORM": CONTOUR, "DPT": ["75"]}
    load_rows("palissy", {"REF": "PM1", **measured}, {"REF": "PM2", "COM2": ["Orne"], **measured})
    contour = {"POP_COORDINATES_POLYGON.coordinates", "POP_COORDINATES_POLYGON.type"}
    assert contour <= whole(notice("PM1")).keys()
    assert not contour & whole(notice("PM2")).keys()


def test_a_notice_can_be_read_as_it_was_and_a_field_followed() -> None:
    load_rows("merimee", CHAPEL)
    start = Revision.objects.select_related("act").get().act.at
    load_rows("merimee", {"REF": "PA00990001", "TICO": "Oratoire", "HIST": "1642."})
    chapel = notice("PA00990001")
    then = reading.at(chapel, start)
    assert then is not None
    assert (then["TICO"], then.get("HIST")) == ("Chapelle", None)
    first = Revision.objects.order_by("pk").first()
    assert first is not None
    events = reading.history(chapel, "TICO")
    assert [(event.old, event.new) for event in events] == [
        ("Chapelle", "Oratoire"),
        (None, "Chapelle"),
    ]
    assert events[0].author == MINISTRY.actor.name
