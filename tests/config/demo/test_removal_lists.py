"""Removal lists of invented people: repeatable, and with the truth beside them."""

from pentameter.config.demo import removal_lists
from pentameter.config.demo.people import is_famous
from pentameter.config.demo.removal_lists import Size

SMALL = Size(people=200, protected=60, others=60)


def test_the_same_seed_makes_the_same_lists() -> None:
    assert removal_lists.make(7, SMALL) == removal_lists.make(7, SMALL)
    assert removal_lists.make(7, SMALL) != removal_lists.make(8, SMALL)


def test_protected_lines_have_one_to_three_mishaps_and_others_none() -> None:
    people, lines = removal_lists.make(7, SMALL)
    ids = {person.id for person in people}
    assert len({line.id for line in lines}) == 120
    for line in lines:
        assert (1 <= len(line.mishaps) <= 3) if line.person else not line.mishaps
        assert not line.person or line.person in ids


def test_others_may_have_them_too() -> None:
    _, lines = removal_lists.make(7, Size(people=200, protected=60, others=60, spoilt=True))
    assert all(line.mishaps for line in lines)


def test_no_line_is_somebody_who_is_known() -> None:
    people, _ = removal_lists.make(7, SMALL)
    assert not [person for person in people if is_famous(person.given.spellings[0], person.family.spellings[0])]
