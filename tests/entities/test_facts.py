"""What a mention is found by: whose phone it is, what is one mark, and what tells nothing."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from pentameter.entities.facts import Mark, mark, people
from pentameter.intelligence.api import OpenMention

REPORT = uuid4()


def mention(
    kind: str = "person", /, *, report: UUID = REPORT, index: str = "", place: str = "", **values: str
) -> OpenMention:
    return OpenMention(
        id=uuid4(),
        report=report,
        agency="durham",
        kind=kind,
        position=0,
        reported_on=date(2026, 1, 2),
        values=values,
        identifier_index=index,
        area="durham",
        place=place,
        postcode="DH1 3XX",
    )


def test_the_phones_of_a_report_are_hers_who_alone_is_named() -> None:
    her, phone, second = (
        mention(name="Mira"),
        mention("phone", number="+447700900417"),
        mention("phone", number="+353201"),
    )
    assert people([her, phone, second])[her.id].phones == ("+353201", "+447700900417")


def test_nobody_knows_whose_phone_it_is_where_two_are_named() -> None:
    her, him, phone = mention(name="Mira"), mention(name="Jo"), mention("phone", number="+447700900417")
    assert [one.phones for one in people([her, him, phone]).values()] == [(), ()]


def test_reports_are_read_apart() -> None:
    her, other = mention(name="Mira"), mention(name="Jo", report=uuid4())
    phone = mention("phone", number="+447700900417")
    found = people([her, other, phone])
    assert found[her.id].phones == ("+447700900417",)
    assert found[other.id].phones == ()


def test_a_person_is_told_by_what_the_report_says_of_them_and_where() -> None:
    one = mention(name="Mira Testova", dob="1989", sex="female", nationality="RO", document="AB1", role="victim")
    (facts,) = people([one]).values()
    assert (facts.name, facts.dob, facts.sex, facts.nationality) == ("Mira Testova", "1989", "female", "RO")
    assert (facts.documents, facts.postcode, facts.place) == (("AB1",), "DH1 3XX", "durham")


@pytest.mark.parametrize(
    ("said", "sex"), [("female", "female"), ("male", "male"), ("other", ""), ("unknown", ""), ("", "")]
)
def test_a_sex_that_tells_nothing_contradicts_nothing(said: str, sex: str) -> None:
    (facts,) = people([mention(name="Mira", sex=said)]).values()
    assert facts.sex == sex


@pytest.mark.parametrize("kind", ["phone", "vehicle", "premises", "advert"])
def test_an_identifier_makes_one_thing(kind: str) -> None:
    assert mark(mention(kind, index="abc")) == Mark(f"same {kind}", "abc", sure=True)


def test_the_name_of_an_organisation_only_proposes() -> None:
    assert mark(mention("organisation", index="abc", name="A Ltd")) == Mark("same organisation", "abc", sure=False)


@pytest.mark.parametrize(
    "nothing",
    [
        mention(index="abc", document="abc"),
        mention("phone"),
        mention("vehicle", description="a red van"),
        mention("premises", kind="house"),
        mention("premises", address="Flat 2"),
        mention("advert"),
        mention("organisation"),
    ],
)
def test_these_are_found_by_no_mark(nothing: OpenMention) -> None:
    assert mark(nothing) is None


def test_an_address_without_a_postcode_is_the_same_however_it_is_written_in_one_place() -> None:
    one, other = mention("premises", address="12, Mill Lane"), mention("premises", address="12 MILL LANE")
    elsewhere = mention("premises", address="12 Mill Lane", place="Shildon")
    found = mark(one)
    assert found is not None
    assert found == mark(other)
    assert found != mark(elsewhere)
    assert not found.sure


def test_an_advert_with_a_site_alone_is_looked_for_in_its_place() -> None:
    found = mark(mention("advert", site="example.test"))
    assert found is not None
    assert not found.sure
    assert found != mark(mention("advert", reference="example.test"))
