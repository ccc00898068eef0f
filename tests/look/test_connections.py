"""Limits count subscribers: who has a whole network of addresses is one, and nobody chooses what is believed."""

import pytest
from django.http import HttpRequest
from django.test import RequestFactory

from pentameter.look.connections import connection_of


def _from(rf: RequestFactory, address: str, forwarded: str = "") -> HttpRequest:
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    return rf.get("/", REMOTE_ADDR=address, headers=headers)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.1", "192.0.2.1", True),
        ("192.0.2.1", "192.0.2.2", False),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("fe80::1%eth0", "fe80::2", True),
        ("", "", True),
    ],
)
def test_who_is_one(rf: RequestFactory, one: str, other: str, same: bool) -> None:
    assert (connection_of(_from(rf, one)) == connection_of(_from(rf, other))) is same


def test_nobody_says_for_themselves_from_where_they_come(rf: RequestFactory, settings) -> None:
    settings.TRUSTED_PROXIES = 0
    assert connection_of(_from(rf, "192.0.2.1", "198.51.100.9")) == "192.0.2.1"
    settings.TRUSTED_PROXIES = 1
    assert connection_of(_from(rf, "127.0.0.1", "198.51.100.9, 203.0.113.5")) == "203.0.113.5"
    settings.TRUSTED_PROXIES = 3
    assert connection_of(_from(rf, "127.0.0.1", "203.0.113.5")) == "127.0.0.1"
