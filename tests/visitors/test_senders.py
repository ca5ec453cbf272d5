"""A machine is told from another for a day, and found again by nobody."""

from datetime import date

import pytest
from pytest_django import Settings

from pop.visitors.senders import mark

TODAY, TOMORROW = date(2026, 11, 26), date(2026, 11, 27)


def test_a_mark_is_of_one_machine_and_one_day() -> None:
    one = mark({"REMOTE_ADDR": "192.0.2.1"}, TODAY)
    assert one == mark({"REMOTE_ADDR": "192.0.2.1"}, TODAY)
    assert one != mark({"REMOTE_ADDR": "192.0.2.2"}, TODAY)
    assert one != mark({"REMOTE_ADDR": "192.0.2.1"}, TOMORROW)
    assert "192" not in one


def test_the_addresses_of_one_ipv6_network_are_one_machine() -> None:
    one = mark({"REMOTE_ADDR": "2001:db8:0:1::1"}, TODAY)
    assert one == mark({"REMOTE_ADDR": "2001:db8:0:1:ffff::2"}, TODAY)
    assert one != mark({"REMOTE_ADDR": "2001:db8:0:2::1"}, TODAY)


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, "192.0.2.9", "10.0.0.1"),
        (1, "203.0.113.5, 192.0.2.9", "192.0.2.9"),
        (2, "forged, 192.0.2.9, 10.0.0.2", "192.0.2.9"),
        (3, "192.0.2.9", "192.0.2.9"),
        (1, "", "10.0.0.1"),
    ],
)
def test_only_servers_of_ours_are_believed(
    proxies: int, forwarded: str, expected: str, settings: Settings
) -> None:
    settings.PROXIES = proxies
    meta = {"REMOTE_ADDR": "10.0.0.1", "HTTP_X_FORWARDED_FOR": forwarded}
    settings_free = mark(meta, TODAY)
    settings.PROXIES = 0
    assert settings_free == mark({"REMOTE_ADDR": expected}, TODAY)
