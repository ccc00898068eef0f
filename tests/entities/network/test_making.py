"""From what one reader may see to a network: what is put in comes out, and nothing beside."""

from collections import defaultdict
from datetime import date, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from entities.network.networks import DAY
from pentameter.entities.network.graph import Grade, Network
from pentameter.entities.network.making import MOST_TOGETHER, Seen, Statement, named_together, network_of, said
from pentameter.intelligence.intake.relations import Relation

GRADES = (Grade("3x5x2", "2", "B"), Grade("5x5x5", "B", "2"))


def seen(number: int, kind: str = "person", report: int = 0, **values: str) -> Seen:
    """The nth mention, in a report of Durham's."""
    facts = values or {"name": f"Thing {number}"}
    return Seen(_id(number), kind, facts, _id(900 + report), "durham", "Durham", DAY, DAY, GRADES[0], "P")


def _id(number: int) -> UUID:
    return UUID(int=number + 1)


def _made(mentions: list[Seen], things: dict[int, int], *statements: Statement) -> Network:
    of = {one.id: one.id for one in mentions} | {_id(one): _id(thing) for one, thing in things.items()}
    return network_of(mentions, of, statements, as_of=DAY)


def test_mentions_of_one_thing_make_one_node() -> None:
    first = seen(0, report=1, name="Mira Testova", role="victim")
    other = Seen(
        _id(1), "person", {"name": "Mira Testowa"}, _id(902), "garda", "", DAY - timedelta(9), DAY + timedelta(3),
        GRADES[1], "1",
    )  # fmt: skip
    third = seen(2, report=3, name="Mira Testova")
    (node,) = _made([first, other, third], {1: 0, 2: 0}).nodes
    assert (node.id, node.label, node.kind) == (_id(0), "Mira Testova", "person")
    assert node.mentions == (_id(0), _id(1), _id(2))
    assert (node.agencies, node.areas) == (("durham", "garda"), ("Durham",))
    assert (node.first_on, node.last_on) == (DAY - timedelta(9), DAY + timedelta(3))
    assert node.facts == {"name": ("Mira Testova", "Mira Testowa"), "role": ("victim",)}


def test_the_same_that_several_reports_say_is_one_edge() -> None:
    person, phone = seen(0), seen(1, "phone")
    again, line = seen(2, report=1), seen(3, "phone", report=1)
    uses = (said(person, Relation.USES, phone.id), said(again, Relation.USES, line.id))
    made = _made([person, phone, again, line], {2: 0, 3: 1}, *uses)
    (edge,) = made.edges
    assert (edge.source, edge.relation, edge.target) == (_id(0), Relation.USES, _id(1))
    assert edge.reports == (_id(900), _id(901))


def test_what_differs_in_grade_stays_apart() -> None:
    person, phone = seen(0), seen(1, "phone")
    other = Statement(person.id, Relation.USES, phone.id, DAY, DAY, GRADES[1], "1", (_id(950),), "garda")
    made = _made([person, phone], {}, said(person, Relation.USES, phone.id), other)
    assert {edge.grade for edge in made.edges} == set(GRADES)
    assert len({edge.id for edge in made.edges}) == 2


def test_the_weakest_link_yields_to_what_the_same_report_says() -> None:
    person, phone, far = seen(0), seen(1, "phone"), seen(2, "vehicle")
    together = named_together([person, phone, far], {one.id: one.id for one in (person, phone, far)})
    made = _made([person, phone, far], {}, said(phone, Relation.ADVERTISED_ON, person.id), *together)
    told = {(edge.relation, frozenset((edge.source, edge.target))) for edge in made.edges}
    assert told == {
        (Relation.ADVERTISED_ON, frozenset((_id(0), _id(1)))),
        (Relation.NAMED_TOGETHER, frozenset((_id(0), _id(2)))),
        (Relation.NAMED_TOGETHER, frozenset((_id(1), _id(2)))),
    }


def test_a_report_that_names_very_many_is_a_list() -> None:
    few = [seen(n) for n in range(MOST_TOGETHER)]
    many = [seen(n) for n in range(500)]
    assert len(list(named_together(few, {one.id: one.id for one in few}))) == MOST_TOGETHER * (MOST_TOGETHER - 1) // 2
    assert not list(named_together(many, {one.id: one.id for one in many}))


def test_what_is_said_of_what_is_not_there_does_not_exist() -> None:
    person = seen(0)
    made = _made([person], {}, said(person, Relation.USES, _id(77)))
    assert made.edges == ()


def test_a_thing_is_not_linked_with_itself() -> None:
    one, other = seen(0), seen(1, report=1)
    assert _made([one, other], {1: 0}, said(one, Relation.CONTROLS, other.id)).edges == ()


def test_a_link_by_hand_keeps_its_own_name() -> None:
    one, other = seen(0), seen(1)
    own = UUID(int=777)
    hand = Statement(
        one.id, Relation.CONTROLS, other.id, None, None, Grade(), "3x5x2 P", (_id(900),), "kent", own, "me"
    )
    (edge,) = _made([one, other], {}, hand).edges
    assert (edge.id, edge.by, edge.from_on) == (own, "me", None)


MENTIONS = st.lists(
    st.builds(
        seen,
        st.integers(0, 30),
        st.sampled_from(["person", "phone"]),
        st.integers(0, 5),
        name=st.sampled_from(["Mira", "Jan", "Otto"]),
    ),
    max_size=16,
    unique_by=lambda one: one.id,
)


@given(MENTIONS, st.data())
def test_every_network_is_whole_and_in_order(mentions: list[Seen], data: st.DataObject) -> None:
    by_kind: dict[str, list[UUID]] = defaultdict(list)
    for one in sorted(mentions, key=lambda one: one.id):
        by_kind[one.kind].append(one.id)
    of = {one.id: data.draw(st.sampled_from([id_ for id_ in by_kind[one.kind] if id_ <= one.id])) for one in mentions}
    of = {one: of[thing] if of[thing] == thing else thing for one, thing in of.items()}
    heads = {thing: min(one for one, other in of.items() if other == thing) for thing in set(of.values())}
    of = {one: heads[thing] for one, thing in of.items()}
    made = network_of(mentions, of, named_together(mentions, of), as_of=DAY)
    nodes = [node.id for node in made.nodes]
    assert nodes == sorted(set(of.values()))
    assert sorted(one for node in made.nodes for one in node.mentions) == sorted(of)
    assert [edge.id for edge in made.edges] == sorted({edge.id for edge in made.edges})
    assert all(edge.source in heads.values() and edge.target in heads.values() for edge in made.edges)
    assert network_of(list(reversed(mentions)), of, named_together(mentions, of), as_of=DAY) == made


def test_the_days_of_a_link_are_those_of_its_reports() -> None:
    person = Seen(_id(0), "person", {}, _id(900), "durham", "", date(2026, 1, 2), date(2026, 1, 9), GRADES[0], "P")
    statement = said(person, Relation.USES, _id(1))
    assert (statement.from_on, statement.to_on) == (date(2026, 1, 2), date(2026, 1, 9))
