from pathlib import Path

import pytest

from pentameter.intelligence.intake import ftm_words
from pentameter.intelligence.intake.drafts import ReportDraft
from pentameter.intelligence.intake.relations import Relation
from tests.intelligence.intake.readers.network.reading import drafts, entity, lines, said

PERSON = entity(
    "p1",
    "Person",
    name=["Mira Testova", "M. T."],
    gender="female",
    birthDate="1989-02-28",
    nationality="ro",
    passportNumber="X 123-4567",
    phone=["07700 900417", "+44 7700 900418", "+44 7700 900419"],
    address="12 Example Street, Durham",
    notes=["A note that could name a source.", "Handling conditions (kent, K-1; 3x5x2 C): Ask Kent."],
)


def one(record: dict[str, object], folder: Path) -> ReportDraft:
    (made,) = drafts(lines(record), folder)
    assert isinstance(made, ReportDraft), made
    return made


def test_a_person_with_what_stands_beside(tmp_path: Path) -> None:
    made = one(PERSON, tmp_path)
    assert [mention.kind.value for mention in made.mentions] == ["person", "phone", "phone", "premises"]
    person, phone, *_ = made.mentions
    assert person.values == {
        "name": "Mira Testova",
        "sex": "female",
        "dob": "1989-02-28",
        "nationality": "RO",
        "document": "X1234567",
    }
    assert phone.identifier == "+447700900417"
    assert made.grade.conditions == "Handling conditions (kent, K-1; 3x5x2 C): Ask Kent."


def test_what_has_no_place_is_kept_apart_as_it_was_sent_and_the_text_names_nobody(tmp_path: Path) -> None:
    made = one(PERSON, tmp_path)
    assert made.text == "Record of another tool (FollowTheMoney, Person)."
    assert "A note that could name a source." in made.original_text
    assert "+44 7700 900419" in made.original_text
    assert made.own_reference == "ext:p1"


@pytest.mark.parametrize(
    ("record", "kind", "values"),
    [
        (entity("1", "Company", name="Example Staff Ltd"), "organisation", {"name": "Example Staff Ltd"}),
        (
            entity("1", "Vehicle", registrationNumber="NK07 ABC", model="van"),
            "vehicle",
            {"registration": "NK07ABC", "description": "van"},
        ),
        (entity("1", "Vehicle", name="white van"), "vehicle", {"description": "white van"}),
        (entity("1", "Address", full="1 Rue", postalCode="75001"), "premises", {"address": "1 Rue"}),
        (
            entity("1", "Address", street="12 Example Street", city="Durham"),
            "premises",
            {"address": "12 Example Street, Durham"},
        ),
        (entity("1", "UserAccount", username="x", phone="+353209123456"), "phone", {"number": "+353209123456"}),
        (entity("1", "Person", firstName="Mira", lastName="Testova"), "person", {"name": "Mira Testova"}),
        (entity("1", "Person", name="Mira", birthDate="1989-02"), "person", {"name": "Mira", "dob": "1989"}),
        (entity("1", "Person", name="Mira", gender="divers"), "person", {"name": "Mira"}),
    ],
)
def test_things(record: dict[str, object], kind: str, values: dict[str, str], tmp_path: Path) -> None:
    (mention,) = one(record, tmp_path).mentions
    assert (mention.kind.value, mention.values) == (kind, values)


@pytest.mark.parametrize(
    ("record", "sentence"),
    [
        (
            entity("1", "LegalEntity", name="Example"),
            "LegalEntity does not say whether it is a person or an organisation.",
        ),
        (entity("1", "Sanction", program="x"), "Row 1, schema: Sanction is no kind of thing"),
        (entity("1", "UserAccount", email="a@example.org"), "this account has no telephone and is no advertisement"),
        (entity("", "Person", name="Mira"), "Row 1, id: it is empty. Every record needs an id of its own."),
        (entity("1", "Person", name="=cmd()"), "begins as a formula does"),
        (
            entity("1", "Person", name="Mira", birthDate="1989-02-31"),
            "1989-02-31 is not a date. Write it as 1989-02-28",
        ),
        (entity("1", "Person", name="x" * 10_000), "10,000 characters are too many"),
        (entity("1", "Person", name="nul\x00"), "it holds a NUL"),
        (entity("1", "UnknownLink", subject="1", object=""), "Row 1, object: it is empty. A link names both its ends."),
        (
            entity("1", "UnknownLink", subject="nobody", object="none"),
            "no person or thing in the file has the id nobody.",
        ),
    ],
)
def test_what_is_wrong_says_row_field_and_mend(record: dict[str, object], sentence: str, tmp_path: Path) -> None:
    (made,) = drafts(lines(record), tmp_path)
    assert sentence in said(made)


PEOPLE = (entity("a", "Person", name="Mira Testova"), entity("b", "Person", name="Viktor Example"))


@pytest.mark.parametrize("schema", ftm_words.LINKS)
def test_every_link_mentions_both_ends(schema: str, tmp_path: Path) -> None:
    joining = ftm_words.LINKS[schema]
    link = entity("l", schema, **{joining.source: "a", joining.target: "b", "startDate": "2007-10-01"})
    *_, made = drafts(lines(*PEOPLE, link), tmp_path)
    assert isinstance(made, ReportDraft), made
    assert [mention.values["name"] for mention in made.mentions] == ["Mira Testova", "Viktor Example"]
    assert made.event_from is not None
    said_of_them = {"Control": Relation.CONTROLS, "Payment": Relation.PAYS}.get(schema)
    assert [link.relation for link in made.links] == ([said_of_them] if said_of_them else [])


def test_a_role_that_is_a_relation_of_ours_is_one_and_another_is_only_kept(tmp_path: Path) -> None:
    known = entity("l", "UnknownLink", subject="a", object="b", role="Travelled with")
    other = entity("m", "UnknownLink", subject="a", object="b", role="sister of Jo Example")
    *_, first, second = drafts(lines(*PEOPLE, known, other), tmp_path)
    assert isinstance(first, ReportDraft)
    assert isinstance(second, ReportDraft)
    assert [link.relation for link in first.links] == [Relation.TRAVELLED_WITH]
    assert (second.links, second.text) == ((), "Record of another tool (FollowTheMoney, UnknownLink).")
    assert "sister of Jo Example" in second.original_text


def test_two_of_a_kind_that_a_report_has_no_room_for_say_so(tmp_path: Path) -> None:
    companies = (entity("a", "Company", name="One Ltd"), entity("b", "Company", name="Two Ltd"))
    *_, made = drafts(lines(*companies, entity("l", "Ownership", owner="a", asset="b")), tmp_path)
    assert "more than 1 of the kind organisation" in said(made)


def test_a_record_nested_in_a_record_is_named_by_its_id(tmp_path: Path) -> None:
    link = entity("l", "UnknownLink", subject=[PEOPLE[0]], object=[PEOPLE[1]])
    *_, made = drafts(lines(*PEOPLE, link), tmp_path)
    assert isinstance(made, ReportDraft)
