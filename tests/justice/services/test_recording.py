"""Recording what happened: no charge without a check, no law that was not in force, nothing without its row."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from cast import cleveland_sergeant, durham_constable, prosecutor, without_second_factor
from justice import ground
from no_row_no_act import no_row_no_act
from pentameter.audit.models import Entry
from pentameter.justice.models import PipelineEvent, Suspect
from pentameter.justice.rules.kinds import OTHER, Kind, Outcome
from pentameter.justice.services.loading import NotYet
from pentameter.justice.services.recording import ALL, Saying, record_event
from pentameter.justice.services.striking import strike_out
from pentameter.kernel.verdict import Refused

pytestmark = pytest.mark.django_db
CHARGE = {"outcome": Outcome.CHARGE, "offence": "MSA15-2", "first": ground.ago(300)}


def test_from_arrest_to_conviction() -> None:
    made = ground.convicted_suspect()
    row = Suspect.objects.get(pk=made)
    assert (row.stage, row.check_state) == ("convicted", "may_charge")
    assert [one.kind for one in PipelineEvent.objects.filter(suspect=made).order_by("on")] == [
        "arrested",
        "checked",
        "charged",
        "verdict",
    ]


def test_no_charge_without_a_check_and_what_to_do_is_said() -> None:
    made = ground.suspect()
    ground.arrested(made)
    with pytest.raises(NotYet, match=r"No charge without a non-punishment check.*A prosecutor makes the check first"):
        ground.charged(made)
    assert not PipelineEvent.objects.filter(kind="charged").exists()


def test_a_late_arrest_stands_in_its_place() -> None:
    made = ground.suspect()
    ground.checked(made)
    ground.charged(made)
    ground.arrested(made)
    row = Suspect.objects.get(pk=made)
    assert row.stage == "charged"
    assert row.stage_on == ground.ago(50)


@pytest.mark.parametrize(
    ("offence", "on", "sentence"),
    [
        (
            "MSA15-2",
            date(2007, 3, 1),
            r"^Offence: Modern Slavery Act 2015, s\.2 .*1 March 2007: it began on 31 July 2015",
        ),
        ("IE-08-2", date(2020, 3, 1), r"^Offence: .*2008.* is a law of Ireland, not of England and Wales"),
    ],
)
def test_an_arrest_is_held_to_the_law_of_its_day_and_place(offence: str, on: date, sentence: str) -> None:
    made = ground.suspect()
    saying = Saying(Kind.ARRESTED, on, offence=offence)
    with pytest.raises(NotYet, match=sentence):
        record_event(suspect_id=made, saying=saying, version=ground.version(made), by=durham_constable())
    assert not PipelineEvent.objects.exists()


def test_the_offence_on_arrest_is_kept_apart_from_the_offence_charged() -> None:
    made = ground.suspect()
    ground.arrested(made, offence=OTHER)
    ground.checked(made)
    ground.charged(made)
    kept = dict(PipelineEvent.objects.exclude(offence="").values_list("kind", "offence"))
    assert kept == {"arrested": OTHER, "charged": "MSA15-2"}


@pytest.mark.parametrize(
    ("offence", "first", "last", "sentence"),
    [
        ("MSA15-2", date(2014, 5, 1), None, "not yet in force on 1 May 2014"),
        ("SOA03-57", date(2013, 4, 1), date(2013, 4, 10), "no longer in force on 10 April 2013"),
        ("HTESA15-1", date(2020, 5, 1), None, "not of England and Wales"),
        ("MSA15-45", date(2020, 5, 1), None, "choose one of the register of laws"),
        ("", date(2020, 5, 1), None, "Offence: choose the offence"),
        ("MSA15-2", None, None, "Day of the offence: enter the day"),
        ("MSA15-2", date(2020, 5, 2), date(2020, 5, 1), "Last day of the offence: it lies before the first"),
        ("AITC04-4", date(2007, 5, 1), None, ""),
    ],
)
def test_the_law_of_the_day_counts(offence: str, first: date | None, last: date | None, sentence: str) -> None:
    made = ground.suspect()
    ground.checked(made)
    more = {"outcome": Outcome.CHARGE, "offence": offence, "first": first, "last": last}
    if not sentence:
        more["confirmed"] = "Found in the statute book of the court library"
        assert ground.records(made, Kind.CHARGED, 50, **more)
        return
    with pytest.raises(NotYet, match=sentence):
        ground.records(made, Kind.CHARGED, 50, **more)


def test_what_is_to_confirm_of_a_law_is_looked_up_by_whoever_charges() -> None:
    made = ground.suspect()
    ground.checked(made)
    more = {"outcome": Outcome.CHARGE, "offence": "SOA03-57", "first": date(2012, 5, 1)}
    with pytest.raises(NotYet, match=r"Law checked: .*To confirm.*Look it up"):
        ground.records(made, Kind.CHARGED, 50, **more)
    assert ground.records(made, Kind.CHARGED, 50, **more, confirmed="The commencement order of that year says so")


def test_a_verdict_may_concern_all_charges() -> None:
    made = ground.suspect()
    ground.checked(made)
    ground.charged(made)
    ground.charged(made, 40)
    saying = Saying(Kind.VERDICT, ground.ago(5), Outcome.CONVICTED, about=ALL)
    done = record_event(suspect_id=made, saying=saying, version=ground.version(made), by=durham_constable())
    assert len(done) == 2
    assert Suspect.objects.get(pk=made).stage == "convicted"


def charged_once() -> tuple[UUID, str]:
    made = ground.suspect()
    ground.checked(made)
    return made, str(ground.charged(made))


def another(offence: str, charge: str, outcome: Outcome = Outcome.CONVICTED_OF_ANOTHER) -> dict[str, object]:
    return {"outcome": outcome, "offence": offence, "about": charge}


@pytest.mark.parametrize("offence", ["MSA15-1", OTHER])
def test_a_court_may_convict_of_another_offence_instead(offence: str) -> None:
    made, charge = charged_once()
    ground.records(made, Kind.VERDICT, 5, **another(offence, charge))
    assert Suspect.objects.get(pk=made).stage == "convicted"
    assert PipelineEvent.objects.get(kind="verdict").offence == offence


@pytest.mark.parametrize(
    ("offence", "outcome", "sentence"),
    [
        ("", Outcome.CONVICTED_OF_ANOTHER, "Offence: choose the offence of which the court convicted"),
        ("MSA15-2", Outcome.CONVICTED_OF_ANOTHER, "Offence: this is the offence charged"),
        ("SOA03-57", Outcome.CONVICTED_OF_ANOTHER, "Offence: .*no longer in force"),
        ("HTESA15-1", Outcome.CONVICTED_OF_ANOTHER, "Offence: .*not of England and Wales"),
        ("MSA15-1", Outcome.CONVICTED, "Offence: leave it empty"),
        ("MSA15-1", Outcome.ACQUITTED, "Offence: leave it empty"),
    ],
)
def test_another_offence_is_held_to_the_law_of_the_days_of_its_charge(
    offence: str, outcome: Outcome, sentence: str
) -> None:
    made, charge = charged_once()
    with pytest.raises(NotYet, match=sentence):
        ground.records(made, Kind.VERDICT, 5, **another(offence, charge, outcome))
    assert not PipelineEvent.objects.filter(kind="verdict").exists()


def test_another_offence_is_of_one_charge() -> None:
    made, _ = charged_once()
    ground.charged(made, 40)
    with pytest.raises(NotYet, match="Charge: choose the one charge"):
        ground.records(made, Kind.VERDICT, 5, **another("MSA15-1", ALL))


def test_nobody_records_over_what_they_have_not_seen() -> None:
    made = ground.suspect()
    seen = ground.version(made)
    ground.arrested(made)
    saying = Saying(Kind.BAILED, ground.ago(90))
    with pytest.raises(NotYet, match="Somebody recorded something"):
        record_event(suspect_id=made, saying=saying, version=seen, by=durham_constable())


def test_who_does_not_take_part_finds_nothing() -> None:
    made = ground.suspect()
    saying = Saying(Kind.ARRESTED, ground.ago(90), offence="MSA15-2")
    with pytest.raises(Refused) as refusal:
        record_event(suspect_id=made, saying=saying, version=ground.version(made), by=cleveland_sergeant())
    assert refusal.value.hidden
    with pytest.raises(Refused) as refusal:
        record_event(suspect_id=uuid4(), saying=saying, version=1, by=durham_constable())
    assert refusal.value.hidden


def test_a_charge_takes_a_prosecutor_with_a_second_factor() -> None:
    made = ground.suspect()
    ground.checked(made)
    saying = Saying(Kind.CHARGED, ground.ago(5), **CHARGE)
    with pytest.raises(Refused, match="may not do this"):
        record_event(suspect_id=made, saying=saying, version=ground.version(made), by=durham_constable())
    by = without_second_factor(prosecutor())
    with pytest.raises(Refused, match="second factor"):
        record_event(suspect_id=made, saying=saying, version=ground.version(made), by=by)


def test_a_prosecutor_records_no_arrest() -> None:
    made = ground.suspect()
    with pytest.raises(NotYet, match="recorded by an officer"):
        ground.records(made, Kind.ARRESTED, 10, by=prosecutor(), offence="MSA15-2")


def test_striking_out_leaves_the_state_as_if_it_had_never_been() -> None:
    made = ground.suspect()
    arrest = ground.arrested(made)
    bail = ground.records(made, Kind.BAILED, 99)
    with pytest.raises(NotYet, match="rests on this"):
        strike_out(event_id=arrest, reason=ground.REASONS, version=ground.version(made), by=durham_constable())
    strike_out(event_id=bail, reason=ground.REASONS, version=ground.version(made), by=durham_constable())
    assert Suspect.objects.get(pk=made).stage == "arrested"
    with pytest.raises(NotYet, match="struck out already"):
        strike_out(event_id=bail, reason=ground.REASONS, version=ground.version(made), by=durham_constable())


def test_the_row_says_what_and_by_whom_and_nothing_that_was_said() -> None:
    made = ground.suspect()
    ground.records(made, Kind.ARRESTED, 10, offence="MSA15-2", note="canary of a note")
    row = Entry.objects.latest("seq")
    assert (row.event, row.subject_id, row.actor) == ("justice_recorded", str(made), durham_constable().id)
    assert "canary" not in str(Entry.objects.values_list())


@pytest.mark.django_db(transaction=True)
def test_no_row_no_act() -> None:
    made = ground.suspect()
    event = ground.arrested(made)
    now = ground.version(made)
    no_row_no_act(lambda: ground.records(made, Kind.BAILED, 90))
    no_row_no_act(
        lambda: strike_out(event_id=event, reason="Another person was meant", version=now, by=durham_constable())
    )
    no_row_no_act(lambda: ground.checked(made))
