"""What moderators and the worker can do, and that nothing of it stands without its row in the record."""

from datetime import timedelta

import pytest

import cast
from bulletins import moderating, people
from decisions.ground import protected, stage
from pentameter.audit.models import Entry
from pentameter.bulletins.comments.models import Appeal, Comment, Discussion, Measure, Standing, Tally
from pentameter.bulletins.comments.rules.ladder import Step
from pentameter.bulletins.moderation import tasks
from pentameter.bulletins.moderation.models import Case, Setting
from pentameter.bulletins.moderation.models import Step as StepRow
from pentameter.bulletins.moderation.queries.appeals import appeal_page, waiting_appeals
from pentameter.bulletins.moderation.queries.articles import article, history
from pentameter.bulletins.moderation.queries.queue import next_case
from pentameter.bulletins.moderation.queries.readers import breaches_of
from pentameter.bulletins.moderation.queries.waiting import moderation_waiting
from pentameter.bulletins.moderation.rules.acts import Act, State
from pentameter.bulletins.moderation.rules.closing import OPEN_FOR, Article, Chosen
from pentameter.bulletins.moderation.services import answering, checking, closing, counting, disciplining, looks
from pentameter.bulletins.moderation.services.deciding import decide, undo
from pentameter.bulletins.moderation.services.opening import open_published
from pentameter.bulletins.moderation.services.rechecking import recheck
from pentameter.bulletins.site.models import Bulletin, Words
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.kernel.ids import new_id
from pentameter.kernel.verdict import Refused
from pentameter.releases.api import NamingReason
from public_door import BOTH
from tests.no_row_no_act import no_row_no_act

pytestmark = pytest.mark.django_db(databases=BOTH)
TODAY = clock.today()


def test_every_kind_that_the_check_knows_has_words() -> None:
    from pentameter.bulletins.moderation.queries.queue import FOUND

    assert set(FOUND) == {one.value for one in NamingReason}


def test_what_a_detector_holds_waits_even_where_comments_appear_first() -> None:
    people.article(checked_first=False)
    known = people.known(people.reader())
    moderating.decided(people.comment(people.reader("Field Stile"), "A fair thought about the table."), Act.APPROVE)
    free = people.comment(known, "About the table: a fair thought.")
    held = people.comment(known, "Call me on 01632 960123.")
    of_a_new_reader = people.comment(people.reader("Ridge Walker"), "Another fair thought.")
    moderating.beat()
    assert Standing.objects.get(pk=free.pk).state == "published"
    for waits in (held, of_a_new_reader):
        assert not Standing.objects.filter(pk=waits.pk).exclude(text="").exists()
        assert Case.objects.get(pk=waits.pk).waiting_since is not None
    assert Case.objects.get(pk=held.pk).reasons == "telephone"
    with pytest.raises(Refused, match="Say why it may appear"):
        decide(judgement=moderating.judgement(held, Act.APPROVE), by=cast.moderator())


def test_a_stale_page_decides_nothing() -> None:
    people.article()
    made = people.comment(people.reader())
    moderating.beat()
    seen = moderating.judgement(made, Act.APPROVE)
    moderating.decided(made, Act.ESCALATE, words="Look at this.")
    with pytest.raises(Refused) as refused:
        decide(judgement=seen, by=cast.second_moderator())
    assert refused.value.conflict
    assert next_case(cast.moderator().id) is None
    assert next_case(cast.second_moderator().id) == made.pk


def test_only_moderators_decide_and_no_row_no_act() -> None:
    people.article()
    writer = people.reader()
    made = people.comment(writer)
    moderating.beat()
    judgement = moderating.judgement(made, Act.APPROVE)
    for other in (cast.editor(), cast.statistician(), cast.national_analyst(), cast.administrator()):
        with pytest.raises(Refused):
            decide(judgement=judgement, by=other)
    no_row_no_act(lambda: decide(judgement=judgement, by=cast.moderator()))
    no_row_no_act(lambda: looks.show_comment(comment_id=made.pk, by=cast.moderator(), today=TODAY))
    new = disciplining.NewStep(writer.pk, Step.NOTE, "Be kind.")
    no_row_no_act(lambda: disciplining.take_step(new=new, by=cast.moderator(), today=TODAY))
    decide(judgement=judgement, by=cast.moderator())
    assert Entry.objects.filter(event="comment_decided").count() == 1


def test_what_is_really_a_tip_goes_to_the_desk_and_leaves_the_public_database() -> None:
    from pentameter.bulletins.tipdesk.models import Tip

    people.article()
    made = people.comment(people.reader(), "I saw a van at the yard by the canal on Tuesday.")
    moderating.decided(made, Act.MOVE, words="It belongs with the desk.")
    assert Tip.objects.get().comment == str(made.pk)
    assert not made.wordings.exists()
    assert Standing.objects.get().state == "moved"


def test_what_names_somebody_leaves_the_public_database_when_it_is_removed() -> None:
    stage()
    protected()
    people.article()
    made = people.comment(people.reader(), "I know Zorana Testova.")
    moderating.beat()
    with pytest.raises(Refused, match="The check holds these words"):
        decide(judgement=moderating.judgement(made, Act.APPROVE, words="I know the writer."), by=cast.moderator())
    assert made.wordings.exists()
    removal = moderating.decided(made, Act.REMOVE, rule="identify", words="It says who somebody is.")
    assert not made.wordings.exists()
    with pytest.raises(Refused, match="nothing to put back"):
        undo(decision_id=removal, by=cast.moderator())
    assert looks.show_comment(comment_id=made.pk, by=cast.moderator(), today=TODAY).text == ""


def test_words_that_are_held_later_are_hidden_when_they_are_checked_again() -> None:
    people.article()
    made = people.comment(people.reader(), "Words that were fair when they were written.")
    moderating.decided(made, Act.APPROVE)
    assert recheck(by=SYSTEM) == 0
    Case.objects.update(checked_at=clock.now() - timedelta(days=1))
    made.wordings.update(text="\ufffd\ufffdwo\ufffdrds")
    assert recheck(by=SYSTEM) == 1
    moderating.beat()
    assert Standing.objects.get().text == ""
    assert Case.objects.get().state == State.ESCALATED.value


def test_a_withdrawal_is_refused_by_the_second_and_nothing_changes() -> None:
    people.article()
    writer = people.reader()
    for number in range(3):
        moderating.decided(people.comment(writer, f"Insult {number}."), Act.REMOVE)
    assert len(breaches_of(writer.pk)) == 3
    new = disciplining.NewStep(writer.pk, Step.WITHDRAWN, "The third time.", "attack")
    step = disciplining.take_step(new=new, by=cast.moderator(), today=TODAY)
    assert moderation_waiting(cast.second_moderator().id).withdrawals == 1
    disciplining.second_step(step_id=step, agrees=False, by=cast.second_moderator())
    disciplining.bring_steps()
    assert not Measure.objects.exists()
    assert StepRow.objects.get().refused_at is not None


def test_no_step_above_the_breaches_and_a_step_can_be_lifted() -> None:
    people.article()
    writer = people.reader()
    new = disciplining.NewStep(writer.pk, Step.SUSPENDED, "Why.")
    with pytest.raises(Refused, match="needs 2 breaches"):
        disciplining.take_step(new=new, by=cast.moderator(), today=TODAY)
    note = disciplining.NewStep(writer.pk, Step.NOTE, "Be kind.")
    step = disciplining.take_step(new=note, by=cast.moderator(), today=TODAY)
    disciplining.bring_steps()
    disciplining.lift_step(step_id=step, because="A mistake.", by=cast.moderator())
    disciplining.bring_steps()
    assert Measure.objects.get().lifted_at is not None
    assert Measure.objects.get().version == 2


def test_an_appeal_upheld_publishes_the_comment_and_strikes_the_breach() -> None:
    people.article()
    writer = people.reader()
    made = people.comment(writer, "A fair thought that was misread.")
    moderating.decided(made, Act.REMOVE)
    decision = Standing.objects.get().decision
    appeal = Appeal.objects.create(reader=writer, decision=decision, words="It is fair.", at=clock.now())
    assert [line.mine for line in waiting_appeals(cast.moderator().id)] == [True]
    assert appeal_page(appeal.pk, cast.second_moderator().id).text == "A fair thought that was misread."
    given = {"appeal_id": appeal.pk, "upheld": True, "words": "It broke no rule."}
    with pytest.raises(Refused, match="had a part"):
        answering.answer_appeal(**given, by=cast.moderator())
    answering.answer_appeal(**given, by=cast.second_moderator())
    moderating.beat()
    assert Standing.objects.get().text == "A fair thought that was misread."
    assert not [one for one in breaches_of(writer.pk) if one.counts(TODAY)]
    with pytest.raises(Refused, match="answered already"):
        answering.answer_appeal(**given, by=cast.third_moderator())
    counting.count_month(today=TODAY)
    assert Tally.objects.get(kind="upheld", month=TODAY.replace(day=1)).number == 1


def test_a_published_article_opens_for_28_days_and_closes_when_the_day_comes() -> None:
    now = clock.now()
    given = {"version": 1, "state": "published", "subject": "operation", "published_at": now, "changed_at": now}
    row = Bulletin.objects.create(pk=new_id(), slug="third-wave", **given)
    Words.objects.create(bulletin=row, language="en", title="The third wave", summary="s", body="b", plain="p")
    assert open_published(by=SYSTEM, today=TODAY) == 1
    assert open_published(by=SYSTEM, today=TODAY) == 0
    closing.bring_settings()
    assert Discussion.objects.get().closes_on == TODAY + OPEN_FOR
    assert closing.close_due(by=SYSTEM, today=TODAY) == 0
    assert closing.close_due(by=SYSTEM, today=TODAY + OPEN_FOR) == 1
    closing.bring_settings()
    assert not Discussion.objects.get().is_open
    line = article(row.pk)
    assert line is not None
    assert line.is_closed(TODAY)
    assert [one.version for one in history(row.pk)] == [2, 1]


def test_an_older_setting_never_wins() -> None:
    one = Article(new_id(), "a", "A")
    closing.set_discussion(article=one, chosen=Chosen(True, None), version=0, why="New.", by=cast.editor())
    closing.set_discussion(article=one, chosen=Chosen(False, None), version=1, why="Enough.", by=cast.editor())
    for row in Setting.objects.order_by("-version"):
        closing.bring_setting(setting_id=row.pk)
    assert not Discussion.objects.get().is_open
    with pytest.raises(Refused, match="meanwhile"):
        closing.set_discussion(article=one, chosen=Chosen(True, None), version=1, why="Late.", by=cast.editor())


def test_what_is_not_there_cannot_be_read() -> None:
    people.article()
    made = people.comment(people.reader())
    assert checking.check_comment(made, 1).found == frozenset()
    assert checking.check_comment(made, 2).found == {"unreadable"}
    assert Comment.objects.count() == 1
    tasks.send_letters()
    assert State("waiting") is State.WAITING
