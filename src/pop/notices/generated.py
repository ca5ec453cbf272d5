"""What is worked out from the values of a whole notice: point, contour, image, names.

Always from the merged notice, never from what one import brought. Rules:
production-2024.md §1.1, with its faults mended (rules of the domain, §1).
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

import msgspec

from pop.model import catalogue
from pop.model.living import may_live, withheld
from pop.model.schema import Geography
from pop.model.values import coordinates, number
from pop.notices import images, pictured
from pop.notices.derived import Derived
from pop.notices.models import Notice
from pop.notices.place import named
from pop.notices.rows import Row
from pop.places import departements

Point = tuple[float, float]


def point(base: str, values: Mapping[str, Any]) -> Point | None:
    """(latitude, longitude) in WGS84 degrees, or None; (0, 0) is no place.

    Degrees given as such come first, then the point measured in a projection, then the middle
    of the contour.
    """
    geography = catalogue.base(base).geography
    if geography.latitude and geography.longitude:
        latitude = number.parse(_text(values.get(geography.latitude)))
        longitude = number.parse(_text(values.get(geography.longitude)))
        if latitude is not None and longitude is not None:
            valid = abs(latitude) <= 90 and abs(longitude) <= 180
            if valid and (latitude, longitude) != (0, 0):
                return latitude, longitude
    for code in (geography.point_given, geography.polygon_given):
        measured = _measured(geography, code, values)
        if measured and measured.point:
            return measured.point
    return None


def polygon(base: str, values: Mapping[str, Any]) -> dict[str, Any] | None:
    """The contour as a GeoJSON Polygon in WGS84 degrees, or None; nothing of a masked place."""
    described = catalogue.base(base)
    if described.masking and described.masking.hides(values):
        return None
    measured = _measured(described.geography, described.geography.polygon_given, values)
    return measured.geojson if measured else None


def _measured(
    geography: Geography, code: str | None, values: Mapping[str, Any]
) -> coordinates.Reading | None:
    """What is read of a point or a contour measured in a projection."""
    given = _text(values.get(code)) if code else ""
    if not given:
        return None
    zone = _text(values.get(geography.zone or "")) or None
    return coordinates.read(given, zone, _departement_bounds(geography.departement, values))


def _departement_bounds(code: str | None, values: Mapping[str, Any]) -> Any:
    named = _texts(values.get(code)) if code else []
    found = departements.find(named[0]) if named else None
    return found.bounds if found else None


def has_image(base: str, values: Mapping[str, Any]) -> bool:
    """Whether the notice itself carries a picture, be it one that may not be shown (those of linked
    photographs come apart): what must be read to take a picture out of everything.

    One that the platform keeps, or the name of a file in the field where the base writes them.
    """
    code = catalogue.base(base).images
    return bool(values.get(images.CODE) or (code and values.get(code)))


def whole(notice: Notice | Row, derived: Derived[Any] | None = None) -> dict[str, Any]:
    """The values with what is generated from them, as pages, index and exports read them.

    `derived`: what other notices give to this one. A generated value is never stored; one that
    a source gave stays when nothing better is known here.
    """
    base, values = notice.base, notice.values
    borrowed = derived.values if derived else {}
    located = notice.latitude is not None or bool(derived and derived.point)
    described = catalogue.base(base)
    complete = {**values, **borrowed}
    own = notice.has_image and pictured.is_pictured(base, values)
    if described.images and not own:
        # The name of a file leads to the picture that may not be shown.
        complete.pop(described.images, None)
    complete.update(named(described.geography, complete))
    if is_masked(notice):
        # What would tell a masked place leaves by no page, card nor index (rules, §2).
        hidden = described.masking.inferred_by if described.masking else ()
        for code in (*hidden, "@commune", "@commune_today"):
            complete.pop(code, None)
        located = False
    if may_live(described, complete, date.today()):
        complete = withheld(described, complete)
    for code, generated in _generated(base):
        match generated:
            case "producer":
                complete[code] = notice.producer
            case "base_name":
                complete[code] = described.name
            case "has_image":
                seen = own or bool(derived and _photographs(derived))
                complete[code] = "oui" if seen else "non"
            case "photographs":
                # A copy that a source gives: never shown, it may name what may not be.
                complete.pop(code, None)
            case "has_point":
                complete[code] = "oui" if located else "non"
            case "polygon":
                contour = polygon(base, values)
                if contour:
                    complete[code] = _json(contour["coordinates"])
            case "polygon_type":
                if described.geography.polygon in complete:
                    complete[code] = "Polygon"
            case "departement_names":
                names = [d.name for t in _texts(values.get("DPT")) if (d := departements.find(t))]
                if names:
                    complete[code] = names
            case "full_name":
                name = " ".join(filter(None, (_text(values.get(c)) for c in ("PREN", "NOM"))))
                if name:
                    complete[code] = name
    return complete


def shown_point(notice: Notice | Row, derived: Derived[Any] | None = None) -> Point | None:
    """Where pages, maps and index may say that it is; None when it is masked or not known."""
    if is_masked(notice):
        return None
    if notice.latitude is not None and notice.longitude is not None:
        return notice.latitude, notice.longitude
    return derived.point if derived else None


def is_masked(notice: Notice | Row) -> bool:
    """Whether the place of that notice is hidden (rules of the domain, §2)."""
    masking = catalogue.base(notice.base).masking
    return bool(masking and masking.hides(notice.values))


@cache
def _generated(base: str) -> tuple[tuple[str, str], ...]:
    """The generated fields of a base: code, rule."""
    fields = catalogue.base(base).fields.items()
    return tuple((code, field.generated) for code, field in fields if field.generated)


def _photographs(derived: Derived[Any]) -> bool:
    """Whether a photograph that names this notice carries a picture that may be shown."""
    return any(
        other.base == "memoire"
        and other.has_image
        and pictured.is_pictured(other.base, other.values)
        for group in derived.linked.values()
        for other in group
    )


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: Any) -> list[str]:
    if isinstance(value, list):
        return [text for text in value if isinstance(text, str)]
    return [value] if isinstance(value, str) and value else []
