from datetime import date

import pytest

from pentameter.config.demo import telephones
from pentameter.config.demo.chance import chance
from pentameter.config.demo.networks import Inventor, Network, towns_of
from pentameter.config.demo.senders import SENDERS

TODAY = date(2026, 10, 5)


@pytest.fixture(scope="module")
def networks() -> list[Network]:
    inventor = Inventor(chance(5), today=TODAY, senders=SENDERS)
    return [inventor.network() for _ in range(80)]


def test_networks_reach_over_forces_and_over_the_border(networks: list[Network]) -> None:
    assert sum(len(network.agencies) > 1 for network in networks) > 60
    assert any("garda" in network.agencies and len(network.agencies) > 1 for network in networks)


def test_nobody_belongs_to_two_networks(networks: list[Network]) -> None:
    ids = [person.id for network in networks for person in (*network.victims, *network.controllers)]
    assert len(set(ids)) == len(ids)


def test_phones_are_drama_numbers_and_a_networks_own(networks: list[Network]) -> None:
    phones = [phone for network in networks for phone in network.phones]
    assert all(map(telephones.is_drama, phones))
    assert len(set(phones)) == len(phones)


def test_reports_of_sexual_exploitation_are_about_adults(networks: list[Network]) -> None:
    for network in networks:
        if network.theme == "sexual_exploitation":
            assert all((TODAY - person.born).days > 20 * 365 for person in network.victims)


def test_an_agency_without_an_area_works_everywhere_in_its_state() -> None:
    by_name = {sender.agency: sender for sender in SENDERS}
    assert {town.agency for town in towns_of(by_name["durham"])} == {"durham"}
    assert {town.agency for town in towns_of(by_name["an-cuan"])} == {"garda"}
    assert len({town.agency for town in towns_of(by_name["btp"])}) > 20
