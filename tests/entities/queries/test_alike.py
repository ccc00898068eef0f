"""Who may be somebody who is described: whoever the model would propose, and nobody else."""

import pytest

from entities.matched import ADA, mentions, person, place, take_in
from intelligence import ground
from pentameter.entities.linkage.api import LARGEST_BLOCK, PersonFacts
from pentameter.entities.queries.alike import things_like

pytestmark = pytest.mark.django_db


def test_she_is_found_by_name_and_date_and_somebody_else_is_not() -> None:
    other = {**ADA, "name": "Beatrix Underwood", "dob": "1977-11-23", "document": "811927364"}
    rows = [ground.good(1, **person(ADA, "victim")), ground.good(2, **person(other, "victim"))]
    take_in(rows, ground.wave())
    place()
    her = PersonFacts(name="Quillfeather Ada", dob=ADA["dob"])
    assert things_like([her]) == frozenset(mentions("DUR-00001"))
    assert things_like([PersonFacts(name="Nobody Knownhere", dob="1950-01-01")]) == frozenset()
    assert things_like([]) == frozenset()


def test_she_is_found_among_more_of_her_name_than_are_compared_otherwise() -> None:
    """Her word counts wherever she stands: a key that is left alone in matching is looked through here."""
    rows = [ground.good(number, **person(ADA, "victim")) for number in range(1, LARGEST_BLOCK + 4)]
    take_in(rows, ground.wave())
    place()
    assert len(things_like([PersonFacts(name="Quillfeather Ada", dob=ADA["dob"])])) == len(rows)
