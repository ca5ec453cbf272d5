"""Who gives what is shown: the site, and the museum or the producer that answers for it."""

from typing import Any

from pop.iiif.words import fr, page
from pop.model import catalogue
from pop.model.displayed import Displayed
from pop.model.naming import title
from pop.notices import producers, published
from pop.notices.addresses import notice_address, producer_address
from pop.notices.derived import Derived
from pop.notices.models import Notice

SITE = "POP, plateforme ouverte du patrimoine"


def of(notice: Notice, derived: Derived[Notice], origin: str) -> list[dict[str, Any]]:
    """The site, then the museum that keeps the work, else the producer of the notice."""
    if keeper := museum(derived):
        address = notice_address(keeper.base, keeper.ref)
        return [site(origin), _agent(origin + address, name(keeper))]
    address = producer_address(notice.producer)
    return [site(origin), _agent(origin + address, producers.name(notice.producer))]


def site(origin: str) -> dict[str, Any]:
    """The site itself."""
    return _agent(f"{origin}/", SITE)


def museum(derived: Derived[Notice]) -> Notice | None:
    """The museum that keeps a work, from what its links lead to."""
    rule = next(rule for rule in catalogue.base("joconde").links if rule.field == "MUSEO")
    return next(iter(derived.linked.get(rule.relation, ())), None)


def name(keeper: Notice) -> str:
    """What a museum is called."""
    base = catalogue.base(keeper.base)
    return title(base, keeper.ref, Displayed(base, published.shown(keeper, Derived())))


def _agent(address: str, named: str) -> dict[str, Any]:
    return {"id": address, "type": "Agent", "label": fr(named), "homepage": [page(address, named)]}
