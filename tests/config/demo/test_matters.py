from datetime import date

from pentameter.config.demo.chance import chance
from pentameter.config.demo.matters import see
from pentameter.config.demo.networks import Inventor, towns_of
from pentameter.config.demo.senders import SENDERS


def test_what_is_seen_belongs_to_the_network_and_lies_where_the_agency_works() -> None:
    rng = chance(5)
    inventor = Inventor(rng, today=date(2026, 10, 5), senders=SENDERS)
    for sender in SENDERS:
        for _ in range(40):
            network = inventor.network()
            seen = see(network, sender, rng)
            assert seen.town in towns_of(sender)
            assert set(seen.victims) <= set(network.victims)
            assert set(seen.phones) <= set(network.phones)
            assert len(seen.people) <= 3
            assert seen.premises is None or seen.premises.town == seen.town


def test_support_organisations_always_speak_of_a_person() -> None:
    rng = chance(5)
    inventor = Inventor(rng, today=date(2026, 10, 5), senders=SENDERS)
    for sender in SENDERS:
        if not sender.is_table:
            assert all(see(inventor.network(), sender, rng).victims for _ in range(50))
