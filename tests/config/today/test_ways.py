"""Every way leads somewhere, once, by an operation that somebody may do."""

from django.urls import reverse

from pentameter.access.api import grants
from pentameter.config.today.ways import WAYS


def test_every_way_leads_to_a_page_of_its_own() -> None:
    addresses = [reverse(address) for _, _, _, address in WAYS]
    assert len(set(addresses)) == len(WAYS)


def test_somebody_may_go_every_way() -> None:
    granted = {operation for operation, _ in grants()}
    assert {operation for operation, _, _, _ in WAYS} <= granted
