"""The shell: everyone sees the ways that they may go, and no others."""

import pytest
from django.test import Client

from intelligence import ground
from tests.cast import EVERYONE, administrator, auditor, durham_constable, sign_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("person", EVERYONE)
def test_every_way_that_is_shown_can_be_gone(client: Client, person) -> None:
    ground.wave()
    sign_in(client, person())
    ways = _ways(client)
    assert "/" in ways
    for address in ways:
        assert client.get(address).status_code == 200, address


def _ways(client: Client) -> list[str]:
    page = client.get("/").content.decode()
    nav = page.partition('id="main-nav"')[2].partition("</nav>")[0]
    return [part.partition('"')[0] for part in nav.split('href="')[1:]]


@pytest.mark.parametrize(
    ("person", "way", "there"),
    [
        (auditor, "/audit/", True),
        (administrator, "/audit/", True),
        (durham_constable, "/audit/", False),
        (durham_constable, "/people/", False),
        (administrator, "/reports/", False),
    ],
)
def test_ways_follow_the_matrix(client: Client, person, way: str, there: bool) -> None:
    sign_in(client, person())
    assert (way in _ways(client)) is there
