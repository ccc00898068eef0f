"""Searching: any script, any order, any part; nothing of what is hidden; one row of the record, without the words."""

import json
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import cast
from entities import looking
from entities.looking import answers, found, told
from intelligence import ground
from no_row_no_act import no_row_no_act
from pentameter.audit.models import Entry
from pentameter.entities.queries import searching
from pentameter.entities.rules.asking import Asked, Narrowed
from pentameter.entities.services.searching import search
from pentameter.intelligence.models import Mention
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused

pytestmark = pytest.mark.django_db(transaction=False)

INJECTIONS = (
    "' OR 1=1 --",
    '"; DROP TABLE intelligence_report; --',
    "words MATCH 'a' OR rowid>0",
    'shelves : "x6f"',
    "a & | ! <-> :* ( ) \\",
    "NEAR(mira testova, 5)",
    "mira* OR *",
    "\x00\ud800\u202e nobody\x00",
    "%' _ [a-z]",
    "{{ 7 * 7 }} <script>alert(1)</script>",
)


def day(ago: int) -> str:
    """A day so long ago."""
    return (clock.today() - timedelta(days=ago)).isoformat()


@pytest.fixture
def wave() -> UUID:
    """A wave with what Durham and the Garda know."""
    wave_id = ground.wave()
    full = {**ground.full(1), "reported_on": day(9), "text": "Her wages were kept, and Mira Testova's passport."}
    told(wave_id, 1, **full)
    told(wave_id, 2, person1_name="TESTOVA Mira", text="At the station.", theme="forced_labour", reported_on=day(7))
    told(wave_id, 3, person1_name="Мира Тестова", phone1="+353 20 912 3456", text="Мира again.", by=cast.garda())
    told(wave_id, 4, person1_name="Myra Testowa", vehicle_registration="07-D-12345", text="A car.", by=cast.garda())
    told(wave_id, 5, person1_name="Zora Other", text="Nobody else.")
    return wave_id


@pytest.mark.parametrize("asked", ["Мира Тестова", "TESTOVA Mira", "mira testova", "Testova, Mira"])
def test_a_name_in_any_script_and_order_and_what_sounds_like_it_last(wave: UUID, asked: str) -> None:
    assert answers(asked) == [
        *[(name, "the name") for name in ("Мира Тестова", "TESTOVA Mira", "Mira Testova")],
        ("Myra Testowa", "sounds like the name"),
    ]


def test_a_given_name_finds_its_other_forms_after_those_that_are_written_so(wave: UUID) -> None:
    for number, name in enumerate(("Elizabeth Example", "Liz Example", "Lizzie Example", "Bess Other"), start=10):
        told(wave, number, person1_name=name, text="Seen.")
    assert answers("liz example") == [
        ("Liz Example", "the name"),
        ("Elizabeth Example", "another form of the name"),
        ("Lizzie Example", "another form of the name"),
    ]
    assert answers("Bess") == [("Bess Other", "the name")] + [
        (f"{one} Example", "another form of the name") for one in ("Elizabeth", "Liz", "Lizzie")
    ]


def test_many_who_are_called_otherwise_crowd_nobody_out(wave: UUID, monkeypatch) -> None:
    monkeypatch.setattr(searching, "OPENED", 2)
    for number, name in enumerate(("Elizabeth", "Liz", "Liz", "Liz"), start=10):
        told(wave, number, person1_name=f"{name} Example", text="Seen.")
    assert answers("elizabeth")[0] == ("Elizabeth Example", "the name")


def test_a_name_in_a_script_without_vowels(wave: UUID) -> None:
    assert {name for name, _ in answers("ميرا")} == {"Mira Testova", "TESTOVA Mira", "Мира Тестова", "Myra Testowa"}


@pytest.mark.parametrize(
    ("asked", "value", "what"),
    [
        ("07700 900417", "+447700900417", "the phone"),
        ("+44 (0)7700 900 417", "+447700900417", "the phone"),
        ("900417", "+447700900417", "part of the phone"),
        ("0417", "+447700900417", "part of the phone"),
        ("00353 20 912", "+353209123456", "part of the phone"),
        ("nk07 abc", "NK07ABC", "the registration"),
        ("K07-AB", "NK07ABC", "part of the registration"),
        ("07D12", "07D12345", "part of the registration"),
    ],
)
def test_part_of_a_phone_or_a_plate_in_any_form(wave: UUID, asked: str, value: str, what: str) -> None:
    assert answers(asked) == [(value, what)]


@pytest.mark.parametrize("asked", ["417", "9 9 9", "nk0", "m", "É", "zz", *INJECTIONS])
def test_too_little_and_what_would_break_in_finds_nothing_and_breaks_nothing(wave: UUID, asked: str) -> None:
    assert answers(asked) == []


@pytest.mark.parametrize("asked", ["", "   ", "-mira", "x" * 10_000, '""', "a* "])
def test_what_cannot_be_asked_is_refused_in_a_sentence_and_leaves_no_row(wave: UUID, asked: str) -> None:
    before = Entry.objects.count()
    with pytest.raises(Refused) as refusal:
        found(asked)
    assert refusal.value.reason.endswith(".")
    assert Entry.objects.count() == before


def test_reports_say_where_and_things_say_what(wave: UUID) -> None:
    results = found("mira testova")
    assert looking.numbers(results) == {"DUR-00001"}
    assert [piece.text for piece in results.reports.shown[0].pieces if piece.marked] == ["Mira", "Testova's"]
    assert results.kinds == (("person", 4),)
    assert dict(results.agencies) == {"durham": 3, "garda": 2}
    assert dict(results.themes) == {"sexual_exploitation": 4, "forced_labour": 1}


def test_answers_are_narrowed_by_kind_sender_and_theme(wave: UUID) -> None:
    def left(**narrowed: str) -> tuple[int, int]:
        asked = Asked("mira", Narrowed(**narrowed))
        results = search(asked=asked, purpose=looking.PURPOSE, by=cast.cleveland_sergeant())
        assert results.kinds == (("person", 4),)
        return results.things.total, results.reports.total

    assert left() == (4, 2)
    assert left(kind="person") == (4, 0)
    assert left(kind="phone") == (0, 0)
    assert left(agency="garda") == (2, 1)
    assert left(theme="forced_labour") == (1, 0)
    assert left(agency="garda", theme="forced_labour") == (0, 0)


def test_mentions_that_were_judged_the_same_are_one_thing(wave: UUID) -> None:
    known = looking.references()
    first, second, third = looking.mentions([known[f"DUR-0000{number}"] for number in (1, 2, 3)])
    looking.joined(first, second)
    things = found("mira testova").things
    assert [[one.shown.mention.id for one in thing.matches] for thing in things.shown[:2]] == [
        [third.id],
        [second.id, first.id],
    ]
    assert [thing.id for thing in things.shown[:2]] == [third.id, min(first.id, second.id)]
    assert things.total == 3


def test_pages_of_things_and_of_reports_are_turned_apart(wave: UUID) -> None:
    for number in range(10, 35):
        told(wave, number, person1_name="Lena Example", text="Lena said so.")
    results = found("lena", things=3, reports=2)
    assert (results.things.total, results.things.number, len(results.things.shown)) == (25, 3, 5)
    assert (results.reports.total, results.reports.number, len(results.reports.shown)) == (25, 2, 10)
    assert found("lena", things=99).things.number == 3
    every = [one.id for page in (1, 2, 3) for one in found("lena", things=page).things.shown]
    assert len(set(every)) == 25


def test_more_than_can_be_opened_is_said(wave: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "OPENED", 2)
    monkeypatch.setattr(searching, "MOST", 1)
    results = found("mira")
    assert (results.things.total, results.things.more) == (2, True)
    assert (results.reports.total, results.reports.more) == (1, True)


HIDES = {"person1_name": "Mira Testova", "phone1": "07700 900417", "text": "Mira Testova: wages, xylophone."}
QUESTIONS = ("mira", "mira testova", "wages", "-wages mira", "0417", "xylophone", "mir*", "900417", "zora", "ميرا")


def test_a_hidden_report_changes_nothing_at_all(wave: UUID) -> None:
    """Not the order, not a count, not which things are one: equal values with it and without it."""
    reader = cast.cleveland_sergeant()
    before = [found(asked, reader) for asked in QUESTIONS]
    hidden = told(wave, 6, **HIDES, **looking.HIDDEN)
    assert [found(asked, reader) for asked in QUESTIONS] == before
    known = looking.references()
    first, second = looking.mentions([known["DUR-00001"], known["DUR-00002"]])
    [between] = looking.mentions([hidden])
    looking.joined(first, between, second)
    assert [found(asked, reader) for asked in QUESTIONS] == before
    assert looking.numbers(found("xylophone", cast.durham_constable())) == {"DUR-00006"}
    assert found("mira testova", cast.durham_constable()) != before[1]


def test_the_number_of_queries_does_not_depend_on_what_is_found(wave: UUID) -> None:
    def count(asked: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            found(asked)
        return len(captured)

    few = count("mira")
    for number in range(10, 30):
        sender = cast.garda() if number % 2 else cast.durham_constable()
        told(wave, number, person1_name="Mira Example", text="Mira said so.", by=sender)
    assert count("mira") == few <= 20


def test_the_record_says_who_why_and_what_was_shown_and_not_the_words(wave: UUID) -> None:
    results = found("Mira Testova")
    row = Entry.objects.get(event="searched")
    assert (row.actor, row.purpose) == (cast.cleveland_sergeant().id, looking.PURPOSE)
    detail = json.loads(row.detail)
    assert set(detail["mentions"]) == {
        str(one.shown.mention.id) for thing in results.things.shown for one in thing.matches
    }
    assert detail["reports"] == [str(one.line.id) for one in results.reports.shown]
    assert "mira" not in str(row.detail).lower()
    found("  MIRA   testova")
    found("zora")
    rows = Entry.objects.filter(event="searched").order_by("seq")
    digests = [json.loads(one.detail)["asked"] for one in rows]
    assert digests[0] == digests[1] != digests[2]


@pytest.mark.parametrize("purpose", ["", "   "])
def test_without_a_purpose_nothing_is_looked_for(wave: UUID, purpose: str) -> None:
    with pytest.raises(Refused, match="purpose"):
        search(asked=Asked("mira"), purpose=purpose, by=cast.cleveland_sergeant())


@pytest.mark.parametrize("who", [cast.caseworker(), cast.removals_officer(), cast.prosecutor(), cast.auditor()])
def test_who_may_not_search_is_refused(wave: UUID, who: Actor) -> None:
    with pytest.raises(Refused):
        found("mira", who)


def test_a_reader_of_no_agency_finds_nothing(wave: UUID) -> None:
    assert found("mira", replace(cast.cleveland_sergeant(), agency="", sector=None, jurisdiction=None)).nothing


def test_what_waits_to_be_indexed_is_said_to_whoever_may_read_it(wave: UUID) -> None:
    looking.accepted(wave, 7, person1_name="Lena Example", text="Lena.")
    looking.accepted(wave, 8, person1_name="Lena Example", text="Lena.", **looking.HIDDEN)
    results = found("lena")
    assert (results.unlisted, results.things.total, results.reports.total) == (1, 0, 1)
    assert found("lena", cast.durham_constable()).unlisted == 2
    looking.indexed()
    assert found("lena").unlisted == 0
    assert found("lena").things.total == Mention.objects.filter(report__own_reference="DUR-00007").count() == 1


def test_no_row_no_search(wave: UUID) -> None:
    no_row_no_act(lambda: found("mira"))
