import pytest

from pentameter.intelligence.intake.drafts import MentionDraft
from pentameter.intelligence.vocabulary import MentionKind
from tests.intelligence.intake.rows import draft, problems


def test_a_person_with_all_that_is_known() -> None:
    assert draft(
        person1_name="Mira  Testova",
        person1_role="Possible victim",
        person1_sex="F",
        person1_dob="28/02/1989",
        person1_nationality="Romanian",
        person1_document="x-12 34",
    ).mentions == (
        MentionDraft(
            MentionKind.PERSON,
            {
                "name": "Mira Testova",
                "role": "possible_victim",
                "sex": "female",
                "dob": "1989-02-28",
                "nationality": "RO",
                "document": "X1234",
            },
            "X1234",
        ),
    )


def test_a_year_of_birth_alone() -> None:
    assert draft(person3_dob="1989").mentions[0].values == {"dob": "1989"}


@pytest.mark.parametrize("year", ["1875", "2008"])
def test_a_year_in_which_nobody_alive_was_born(year: str) -> None:
    assert list(problems(person1_dob=year)) == [("person1_dob", "date")]


def test_a_date_of_birth_that_could_be_a_year() -> None:
    assert (
        "Write it as 2007-11-01, or the year alone, or leave it empty."
        in problems(person1_dob="about 20")["person1_dob", "date"]
    )


@pytest.mark.parametrize(("written", "code"), [("2007-12-01", "future"), ("1/1/1875", "too_early")])
def test_a_date_of_birth_that_cannot_be(written: str, code: str) -> None:
    assert list(problems(person1_dob=written)) == [("person1_dob", code)]


def test_what_is_not_known_is_left_out() -> None:
    made = draft(
        person1_name="Unknown", person1_dob="n/k", person1_nationality="not known", person1_role="victim", phone1="-"
    )
    assert [mention.values for mention in made.mentions] == [{"role": "victim"}]


def test_three_people_in_their_order() -> None:
    made = draft(person3_name="Three Testova", person1_name="One Testova", person2_name="Two Testova")
    assert [mention.values["name"] for mention in made.mentions] == ["One Testova", "Two Testova", "Three Testova"]


def test_phones_of_the_sender_s_country() -> None:
    assert draft(phone1="07700 900417").mentions == (
        MentionDraft(MentionKind.PHONE, {"number": "+447700900417"}, "+447700900417"),
    )
    assert draft(agency="garda", phone2="020 912 3456").mentions == (
        MentionDraft(MentionKind.PHONE, {"number": "+353209123456"}, "+353209123456"),
    )


def test_an_extension_is_kept_beside_the_number() -> None:
    assert draft(phone1="07700 900417 ext 12").mentions == (
        MentionDraft(MentionKind.PHONE, {"number": "+447700900417", "extension": "12"}, "+447700900417"),
    )


def test_things() -> None:
    made = draft(
        vehicle_registration="nk07 abc",
        vehicle_description="white van",
        premises_kind="flat",
        premises_address="Flat 3, 12 Example Street",
        premises_postcode="dh13xx",
        advert_site="www.adverts.example",
        advert_reference="A-1",
        organisation_name="Example  Staff Ltd",
    )
    assert [(mention.kind, mention.identifier) for mention in made.mentions] == [
        (MentionKind.VEHICLE, "NK07ABC"),
        (MentionKind.PREMISES, "DH1 3XX|3-12"),
        (MentionKind.ADVERT, "adverts.example|a-1"),
        (MentionKind.ORGANISATION, "example staff ltd"),
    ]


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        ({"vehicle_description": "white van"}, MentionKind.VEHICLE),
        ({"premises_kind": "flat"}, MentionKind.PREMISES),
        ({"advert_site": "adverts.example"}, MentionKind.ADVERT),
    ],
)
def test_a_thing_without_identifier_is_mentioned_all_the_same(cells: dict[str, str], kind: MentionKind) -> None:
    assert [(mention.kind, mention.identifier) for mention in draft(**cells).mentions] == [(kind, "")]


@pytest.mark.parametrize(
    ("cells", "field", "code"),
    [
        ({"phone2": "07700 900IOO"}, "phone2", "phone"),
        ({"person2_nationality": "Ruritanian"}, "person2_nationality", "nationality"),
        ({"person1_role": "boss"}, "person1_role", "code"),
        ({"person1_sex": "x"}, "person1_sex", "code"),
        ({"premises_postcode": "nowhere"}, "premises_postcode", "postcode"),
    ],
)
def test_what_cannot_be_read(cells: dict[str, str], field: str, code: str) -> None:
    assert list(problems(**cells)) == [(field, code)]
