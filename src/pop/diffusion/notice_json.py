"""A notice as data: its public fields, its pictures, the notices it is linked to."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse

from pop.diffusion import documents, finding, pictures
from pop.diffusion.addresses import notice_address
from pop.diffusion.cards import statuses
from pop.model import care, catalogue
from pop.model.displayed import Displayed
from pop.model.naming import title
from pop.notices.derived import derive
from pop.notices.published import published


def notice_json(request: HttpRequest, base: str, ref: str) -> HttpResponse:
    """The notice for programs; the same address as its page, with « .json »."""
    notice = finding.found(base, ref)
    if redirection := finding.elsewhere(request, notice, ".json"):
        return redirection
    described = catalogue.base(notice.base)
    derived = derive([notice])[notice.pk]
    values = published(notice, derived)
    heading = title(described, notice.ref, Displayed(described, values))

    def absolute(path: str) -> str:
        return request.build_absolute_uri(path)

    answer: dict[str, Any] = {
        "base": described.key,
        "ref": notice.ref,
        "url": absolute(notice_address(notice.base, notice.ref)),
        "title": heading,
        "producer": notice.producer,
        "version": notice.version,
        "created": notice.created_on,
        "updated": notice.updated_on,
        "statuses": statuses(described, notice),
        "context": care.context(described.key, values),
        "fields": values,
        "images": [
            {
                "url": absolute(one["large"]),
                "iiif": absolute(one["service"]),
                "caption": one["caption"],
                "credit": one["credit"],
                "photographer": one["photographer"],
                "work_author": one["work_author"],
                "rights": one["rights"],
                "rights_uri": one["statement"]["url"] if one["statement"] else "",
                "reuse": one["reuse"],
                "status": one["status"],
            }
            for one in pictures.of_page(notice, derived, heading)
        ],
        "documents": [
            {"url": absolute(one["url"]), "title": one["title"], "form": one["form"]}
            for one in documents.of_page(notice)
        ],
        "linked": [
            {
                "relation": relation,
                "base": other.base,
                "ref": other.ref,
                "url": absolute(notice_address(other.base, other.ref)),
            }
            for relation, others in derived.linked.items()
            for other in others
        ],
    }
    if request.META.get("pop.banner"):
        answer["warning"] = request.META["pop.banner"]
    options = {"ensure_ascii": False, "indent": 1}
    response = JsonResponse(answer, json_dumps_params=options)
    response["Access-Control-Allow-Origin"] = "*"
    return response
