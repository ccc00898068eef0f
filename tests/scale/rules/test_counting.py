"""From people seen by organisations to tables."""

from uuid import UUID

from pentameter.scale.rules.counting import Sighting, lists_of, table_of
from pentameter.scale.rules.lists import Kind
from pentameter.scale.rules.tables import Table


def seen(mention: int, thing: int, kept: Kind) -> Sighting:
    return Sighting(UUID(int=mention), UUID(int=thing), kept)


SEEN = (seen(1, 1, Kind.POLICE), seen(2, 1, Kind.POLICE), seen(3, 3, Kind.NGO), seen(4, 1, Kind.NGO))


def test_a_person_counts_once_on_each_list() -> None:
    assert table_of(SEEN) == Table(("NG", "PF"), ((1, 1), (3, 1)))


def test_another_linking_makes_another_table() -> None:
    apart = {UUID(int=4): UUID(int=4)}
    together = {UUID(int=3): UUID(int=1)}
    lists = lists_of(SEEN, apart, [together, {}])
    assert lists.table == Table(("NG", "PF"), ((1, 2), (2, 1)))
    assert lists.drawn == (Table(("NG", "PF"), ((3, 1),)), table_of(SEEN))
    assert lists.as_judged == 2
