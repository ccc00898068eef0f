"""Links and routes: read in the order of the row's things, and refused in a sentence that says what to do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pentameter.intelligence.intake.drafts import LinkDraft, ReportDraft
from pentameter.intelligence.intake.interpret.links import _THINGS
from pentameter.intelligence.intake.relations import JOINS, SAYABLE, Relation
from tests.intelligence.intake.rows import draft, problems, report

WHOLE = {
    "person1_name": "Mira Testova",
    "person2_name": "Jan Example",
    "person3_name": "Ana Example",
    "phone1": "07700 900417",
    "phone2": "07700 900418",
    "vehicle_registration": "AA00 ABC",
    "premises_address": "12 Example Street",
    "advert_site": "adverts.example",
    "organisation_name": "Example Staff Ltd",
}


def test_links_join_things_by_their_places_in_the_row() -> None:
    made = draft(
        person2_name="Jan Example", phone2="07700 900417", links="person2 uses phone2; person2 controls phone2"
    )
    assert made.links == (LinkDraft(0, Relation.USES, 1), LinkDraft(0, Relation.CONTROLS, 1))
    assert [one.kind for one in made.mentions] == ["person", "phone"]


@pytest.mark.parametrize(
    "written",
    [
        "person1 uses phone1",
        "Person 1 USES phone 1",
        " person1  uses  phone1 ;",
        "person1 uses phone1;person1 uses phone1",
    ],
)
def test_a_link_is_read_as_people_write_it_and_kept_once(written: str) -> None:
    assert draft(**WHOLE, links=written).links == (LinkDraft(0, Relation.USES, 3),)


@pytest.mark.parametrize("relation", ["lives_at", "lives at", "Lives At"])
def test_a_relation_of_two_words(relation: str) -> None:
    assert draft(**WHOLE, links=f"person3 {relation} premises").links == (LinkDraft(2, Relation.LIVES_AT, 6),)


@pytest.mark.parametrize("written", ["", "unknown", "n/k"])
def test_no_links_are_none(written: str) -> None:
    assert draft(**WHOLE, links=written).links == ()


@pytest.mark.parametrize(
    ("written", "code", "sentence"),
    [
        ("she uses it", "link", "she uses it is not a link. Write two things of this row and what joins them"),
        ("person1 uses", "link", "person1 uses is not a link."),
        ("person1 loves phone1", "code", "loves does not say how two things are linked. Write uses, lives_at"),
        ("person1 named_together phone1", "code", "named_together does not say how two things are linked."),
        ("person1 controls person1", "link", "person1 is linked with itself. Write two different things."),
        ("person7 uses phone1", "link", "a row has no person7. Write person1, person2"),
        ("phone1 uses vehicle", "link", "phone1 cannot stand before uses. Write person or organisation there."),
        ("person1 lives_at vehicle", "link", "vehicle cannot stand after lives_at. Write premises there."),
    ],
)
def test_what_is_no_link(written: str, code: str, sentence: str) -> None:
    said = problems(**WHOLE, links=written)["links", code]
    assert said.startswith("Row 17, links: ")
    assert sentence in said


def test_a_thing_that_the_row_does_not_have() -> None:
    said = problems(person1_name="Mira Testova", links="person1 uses phone1")["links", "link"]
    assert said == "Row 17, links: this row has no phone1. Fill in its columns, or take the link out."


def test_a_thing_that_is_written_wrong_is_named_once() -> None:
    found = problems(person1_name="Mira Testova", phone1="07700 900IOO", links="person1 uses phone1")
    assert list(found) == [("phone1", "phone")]


@given(st.sampled_from(_THINGS), st.sampled_from(SAYABLE), st.sampled_from(_THINGS))
def test_every_pair_is_a_link_or_says_why_not(source: str, relation: Relation, target: str) -> None:
    made = report(**WHOLE, links=f"{source} {relation.value} {target}")
    kinds = [name.rstrip("123") for name in (source, target)]
    fits = source != target and all(kind in side for kind, side in zip(kinds, JOINS[relation], strict=True))
    assert isinstance(made, ReportDraft) == fits


@pytest.mark.parametrize(
    ("written", "stops"),
    [
        ("RO; FR; GB", ("RO", "FR", "GB")),
        ("Romania, France", ("RO", "FR")),
        ("romanian; RO; GB", ("RO", "GB")),
        ("RO; GB; RO", ("RO", "GB", "RO")),
        ("", ()),
        ("not known", ()),
    ],
)
def test_a_route_is_countries_in_their_order(written: str, stops: tuple[str, ...]) -> None:
    assert draft(route=written).route == stops


def test_a_stop_that_is_no_country() -> None:
    said = problems(route="RO; Atlantis; GB")["route", "route"]
    assert said == "Row 17, route: Atlantis is no country we know. Write its name or its code, such as Romania or RO."
