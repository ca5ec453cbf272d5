"""Marks of the machines that send forms: enough to count what one sends, never to find it.

The mark is keyed and changes every day; the network address itself is written nowhere.
"""

import ipaddress
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.conf import settings
from django.utils.crypto import salted_hmac


def mark(meta: Mapping[str, Any], today: date) -> str:
    """The mark of whoever sends this request, for today. meta: request.META."""
    return salted_hmac("pop.visitors.senders", f"{today} {_network(meta)}").hexdigest()


def _network(meta: Mapping[str, Any]) -> str:
    """The address, or its /64 for IPv6, where one machine has as many as it wants.

    Behind POP_PROXIES servers of ours, the last of them that is not ours says who called it;
    what is written before is the caller's own word.
    """
    address = str(meta.get("REMOTE_ADDR", ""))
    if settings.PROXIES:
        said = str(meta.get("HTTP_X_FORWARDED_FOR", "")).split(",")
        address = said[-min(settings.PROXIES, len(said))].strip() or address
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if parsed.version == 6:
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)
