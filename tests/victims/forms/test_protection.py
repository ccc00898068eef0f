"""What is typed becomes an event or a determination; what a role may not record is not offered."""

from datetime import date

from pentameter.kernel.actor import Role
from pentameter.victims.forms.protection import DeterminationForm, RecordForm, StrikeForm
from pentameter.victims.rules.events import Clock, EventKind

DAY = {"on_day": "27", "on_month": "3", "on_year": "2026"}


def test_an_extension_as_typed() -> None:
    until = {"until_day": "1", "until_month": "may", "until_year": "2026"}
    form = RecordForm({"kind": "extended", **DAY, **until, "clock": "support"}, role=Role.CASEWORKER)
    assert form.is_valid(), form.errors
    event = form.event
    assert (event.kind, event.on, event.until) == (EventKind.EXTENDED, date(2026, 3, 27), date(2026, 5, 1))
    assert event.clock is Clock.SUPPORT
    assert event.outcome is None


def test_an_impossible_date_and_a_kind_that_is_not_hers_to_record() -> None:
    form = RecordForm({"kind": "period_ended", **DAY, "on_day": "31", "on_month": "2"}, role=Role.CASEWORKER)
    assert set(form.errors) == {"kind", "on"}
    assert "is not a date" in form.errors["on"][0]
    assert RecordForm({"kind": "period_ended", **DAY}, role=Role.DECISION_MAKER).is_valid()


def test_a_determination_leaves_nothing_empty() -> None:
    assert len(DeterminationForm({}, grounds=("public_order",)).errors) == 6
    review = {"review_on_day": "1", "review_on_month": "5", "review_on_year": "2026"}
    words = {name: name for name in ("evidence", "decider", "reasons")}
    form = DeterminationForm({**DAY, **review, **words, "ground": "public_order"}, grounds=("public_order",))
    assert form.is_valid(), form.errors
    assert form.determination.review_on == date(2026, 5, 1)
    assert set(StrikeForm({}).errors) == {"reason"}
