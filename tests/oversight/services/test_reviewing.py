"""Reviews are a second person's: flags, sampled looks, broken glass."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from random import Random
from uuid import uuid4

import pytest

from cast import (
    auditor,
    cleveland_sergeant,
    durham_constable,
    durham_sergeant,
    duty_desk,
    in_database,
    national_analyst,
)
from no_row_no_act import no_row_no_act
from oversight.ground import flagged, looks_at, rescued_by, stage
from pentameter.audit.models import Entry
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM, Actor
from pentameter.kernel.verdict import Refused
from pentameter.oversight.models import Flag, GlassReview, Sample, SampledLook
from pentameter.oversight.queries.glass import glass_waiting
from pentameter.oversight.queries.samples import looks_to_check
from pentameter.oversight.rules.reviews import Outcome
from pentameter.oversight.rules.samples import SIZE, last_week
from pentameter.oversight.services.flags import review_flag, show_flag, show_flags
from pentameter.oversight.services.glass import review_glass, show_glass
from pentameter.oversight.services.sampling import check_look, draw_samples, show_samples
from pentameter.victims.models import Case
from pentameter.victims.services.knowing import break_glass

pytestmark = pytest.mark.django_db

WHY = "She stood in for the colleague who was ill, and her inspector says so."


def refused(act: Callable[[], object]) -> Refused:
    """How it was refused."""
    with pytest.raises(Refused) as raised:
        act()
    return raised.value


def test_a_flag_is_reviewed_once_by_a_second_person() -> None:
    flag = flagged()
    for reader in (durham_sergeant(), auditor()):
        (line,) = show_flags(by=reader).open
        assert (line.id, line.looks) == (flag.id, 3)
        assert len(show_flag(flag_id=flag.id, by=reader).rows) == 3
    no_row_no_act(lambda: review_flag(flag_id=flag.id, outcome=Outcome.EXPLAINED, reason=WHY, by=durham_sergeant()))
    review_flag(flag_id=flag.id, outcome=Outcome.EXPLAINED, reason=WHY, by=durham_sergeant())
    kept = Flag.objects.get()
    assert (kept.outcome, kept.reason, kept.reviewed_by) == ("explained", WHY, durham_sergeant().id)
    assert WHY not in Entry.objects.get(event="flag_reviewed").detail
    again = refused(lambda: review_flag(flag_id=flag.id, outcome=Outcome.EXPLAINED, reason=WHY, by=auditor()))
    assert "already" in again.reason
    assert show_flags(by=auditor()).waiting == 0


def test_nobody_sees_a_flag_of_their_own_or_of_another_force() -> None:
    flag = flagged()
    Flag.objects.update(person=durham_sergeant().id)
    for reader in (durham_sergeant(), cleveland_sergeant()):
        in_database(reader)
        assert show_flags(by=reader).open == ()
        assert refused(lambda: show_flag(flag_id=flag.id, by=reader)).hidden  # noqa: B023 - called at once
        unseen = refused(lambda: review_flag(flag_id=flag.id, outcome=Outcome.EXPLAINED, reason=WHY, by=reader))  # noqa: B023
        assert unseen.hidden
    for stranger in (durham_constable(), duty_desk(), national_analyst()):
        refused(lambda: show_flags(by=stranger))  # noqa: B023 - called at once
    assert refused(lambda: show_flag(flag_id=uuid4(), by=auditor())).hidden


def test_the_database_lets_nobody_review_themselves() -> None:
    from django.db import IntegrityError, transaction

    flag = flagged()
    with pytest.raises(IntegrityError), transaction.atomic():
        Flag.objects.filter(pk=flag.pk).update(reviewed_by=flag.person)


def drawn_last_week(looks: int = 14) -> Sample:
    """The sample of a week in which the constable looked so often."""
    stage()
    case = rescued_by(durham_constable())
    looks_at([case] * looks)
    monday = clock.today() - timedelta(days=clock.today().weekday())
    assert draw_samples(week=monday, by=SYSTEM) >= 1
    return Sample.objects.get(agency="durham")


def test_a_sample_can_be_drawn_again_from_its_seed() -> None:
    sample = drawn_last_week()
    rows = list(Entry.objects.filter(event="case_read", agency="durham").order_by("seq").values_list("seq", flat=True))
    again = sorted(Random(sample.seed).sample(rows, SIZE))
    assert again == sorted(sample.drawn.values_list("seq", flat=True))
    assert (sample.looks, len(again)) == (14, 10)
    assert draw_samples(week=sample.week, by=SYSTEM) == 0
    assert f'"seed":"{sample.seed}"' in Entry.objects.get(event="sample_drawn").detail


def test_looks_are_checked_by_a_second_person_of_the_agency() -> None:
    drawn_last_week(3)
    one = SampledLook.objects.order_by("seq")[0]
    assert looks_to_check(durham_sergeant()) == looks_to_check(auditor()) == 3
    assert looks_to_check(cleveland_sergeant()) == 0
    no_row_no_act(lambda: check_look(look_id=one.id, outcome=Outcome.EXPLAINED, reason=WHY, by=durham_sergeant()))
    check_look(look_id=one.id, outcome=Outcome.TAKEN_FURTHER, reason=WHY, by=durham_sergeant())
    (card,) = show_samples(by=durham_sergeant())
    assert (card.left, card.drawn[0].outcome, card.drawn[0].reason) == (2, Outcome.TAKEN_FURTHER, WHY)
    assert refused(lambda: check_look(look_id=one.id, outcome=Outcome.EXPLAINED, reason=WHY, by=cleveland_sergeant()))
    SampledLook.objects.update(person=durham_sergeant().id, outcome="", checked_by="")
    assert refused(
        lambda: check_look(look_id=one.id, outcome=Outcome.EXPLAINED, reason=WHY, by=durham_sergeant())
    ).hidden
    assert show_samples(by=durham_sergeant())[0].drawn == ()


def test_the_week_that_is_over() -> None:
    assert last_week(clock.today()).weekday() == 0
    assert 7 <= (clock.today() - last_week(clock.today())).days <= 13


def broken(by: Actor | None = None) -> int:
    """Glass that was broken: the row that says so."""
    stage()
    case = rescued_by(durham_constable())
    reference = Case.objects.get(pk=case).reference
    break_glass(reference=reference, purpose="A call from the hospital.", by=by or cleveland_sergeant())
    return Entry.objects.get(event="glass_broken").seq


def test_broken_glass_waits_for_a_second_person(monkeypatch: pytest.MonkeyPatch) -> None:
    seq = broken()
    (use,) = show_glass(by=duty_desk())
    assert (use.seq, use.purpose, use.found, use.overdue) == (seq, "A call from the hospital.", True, False)
    assert show_glass(by=cleveland_sergeant()) == ()
    assert refused(lambda: review_glass(seq=seq, outcome=Outcome.EXPLAINED, reason=WHY, by=cleveland_sergeant())).hidden
    assert refused(lambda: review_glass(seq=seq, outcome=Outcome.EXPLAINED, reason=WHY, by=durham_sergeant())).hidden
    later = clock.now() + timedelta(hours=25)
    monkeypatch.setattr(clock, "now", lambda: later)
    waiting = glass_waiting(auditor())
    assert (waiting.waiting, waiting.overdue) == (1, 1)
    no_row_no_act(lambda: review_glass(seq=seq, outcome=Outcome.EXPLAINED, reason=WHY, by=duty_desk()))
    review_glass(seq=seq, outcome=Outcome.EXPLAINED, reason=WHY, by=duty_desk())
    assert GlassReview.objects.get().reviewed_by == duty_desk().id
    assert glass_waiting(auditor()).waiting == 0
    assert (
        "already" in refused(lambda: review_glass(seq=seq, outcome=Outcome.EXPLAINED, reason=WHY, by=auditor())).reason
    )


def test_a_colleague_of_the_same_agency_may_review_and_a_try_is_on_the_list() -> None:
    stage()
    break_glass(reference="H-0000-0000", purpose="I was told it is hers.", by=cleveland_sergeant())
    second = replace(cleveland_sergeant(), id="22222222-2222-4222-8222-222222222222", name="Maud Ellerby")
    (use,) = show_glass(by=second)
    assert not use.found
    review_glass(seq=use.seq, outcome=Outcome.TAKEN_FURTHER, reason=WHY, by=second)
    assert show_glass(by=second)[0].outcome is Outcome.TAKEN_FURTHER


def test_what_is_no_broken_glass_cannot_be_reviewed() -> None:
    stage()
    looks_at([rescued_by(durham_constable())])
    row = Entry.objects.get(event="case_read")
    assert refused(lambda: review_glass(seq=row.seq, outcome=Outcome.EXPLAINED, reason=WHY, by=auditor())).hidden
