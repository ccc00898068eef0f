"""Whoever becomes protected is protected from what was published before, too: it is taken off, and nobody says why."""

from dataclasses import replace
from datetime import timedelta

import pytest

import cast
from bulletins import moderating, people
from decisions.ground import WHERE, ZORANA, protected, stage
from entities.matched import ADA, person, place
from entities.matched import take_in as reports_in
from intelligence import ground
from pentameter.audit.models import Entry
from pentameter.bulletins.comments.models import Comment, Letter, Standing
from pentameter.bulletins.comments.queries.own import own_page
from pentameter.bulletins.comments.queries.threads import Order, latest, one, thread
from pentameter.bulletins.comments.rules.life import State as Told
from pentameter.bulletins.comments.services import writing
from pentameter.bulletins.moderation import tasks
from pentameter.bulletins.moderation.models import Case, Decision
from pentameter.bulletins.moderation.queries.queue import case_page, next_case
from pentameter.bulletins.moderation.rules.acts import Act, State
from pentameter.bulletins.moderation.services.bringing import bring_waiting
from pentameter.bulletins.moderation.services.deciding import decide, undo
from pentameter.bulletins.moderation.services.rechecking import recheck
from pentameter.bulletins.moderation.services.taking_in import take_in
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.kernel.verdict import Refused
from pentameter.victims.models import Case as VictimsCase
from pentameter.victims.models import CaseKey
from pentameter.victims.rules.cases import Age, CaseState
from pentameter.victims.services.changes import WhoSheIs, change_identity
from public_door import BOTH, public_door

pytestmark = pytest.mark.django_db(databases=BOTH)
NAMING_HER = "My neighbour Zorana Testova was so quiet."
SOBER = "A fair thought about the table."


def approved(text: str, name: str = "Heather Moor") -> Comment:
    """A comment that a moderator let appear before anybody knew."""
    people.article()
    made = people.comment(people.reader(name), text)
    moderating.decided(made, Act.APPROVE)
    assert text in readable()
    return made


def readable() -> str:
    """Everything that anybody can read of comments."""
    today, found = clock.today(), []
    for comment in Comment.objects.all():
        page = one(comment.pk, page=1, today=today)
        found += [page.line] if page else []
        found += thread(comment.discussion_id, order=Order.NEWEST, page=1, today=today).lines
    found += [line for line, _ in latest(None, number=30, today=today)]
    return "\n".join("\n".join(part) for line in found for part in line.paragraphs)


def test_a_new_case_takes_off_what_was_published_before() -> None:
    stage()
    hers = approved(NAMING_HER)
    others = approved(SOBER, "Ridge Walker")
    protected()
    moderating.beat()
    assert NAMING_HER not in readable()
    assert SOBER in readable()
    assert Standing.objects.get(pk=hers.pk).text == ""
    case = Case.objects.get(pk=hers.pk)
    assert (case.state, case.reasons, case.urgent) == (State.ESCALATED.value, "protected_name", True)
    assert Case.objects.get(pk=others.pk).state == State.PUBLISHED.value


def test_another_name_of_hers_does_so_too() -> None:
    stage()
    known = protected()
    approved("Bilyana Fictional sang at the market.")
    who = WhoSheIs(replace(ZORANA, other_names=("Bilyana Fictional",)), Age.ADULT)
    change_identity(case_id=known.case_id, who=who, version=1, by=cast.durham_constable())
    moderating.beat()
    assert "Bilyana" not in readable()


def test_and_a_report_that_calls_her_a_victim() -> None:
    approved("Ms Quillfeather kept to herself.")
    reports_in([ground.good(1, **person({**ADA, "name": "Ada Quillfeather"}, "victim"))], ground.wave())
    place()
    moderating.beat()
    assert "Quillfeather" not in readable()


def test_words_that_stand_while_newer_ones_wait_are_taken_off_as_well() -> None:
    stage()
    made = approved(NAMING_HER)
    args = {"comment_id": made.pk, "version": 1, "text": SOBER, "reader_id": made.reader_id, "today": clock.today()}
    writing.edit_comment(**args)
    moderating.beat()
    assert NAMING_HER in readable()
    protected()
    moderating.beat()
    assert NAMING_HER not in readable()
    decide(judgement=moderating.judgement(made, Act.APPROVE), by=cast.moderator())
    moderating.beat()
    assert readable().count(SOBER) == 3


def test_a_moderator_is_told_the_kind_alone_and_cannot_let_it_appear() -> None:
    stage()
    made = approved(NAMING_HER)
    protected()
    moderating.beat()
    moderator = cast.moderator()
    assert next_case(moderator.id) == made.pk
    page = case_page(made.pk, moderator.id, today=clock.today())
    assert page is not None
    assert page.found == ("It may identify somebody.",)
    assert WHERE not in repr(page)
    with pytest.raises(Refused, match="The check holds these words"):
        decide(judgement=moderating.judgement(made, Act.APPROVE, words="I think that it may."), by=moderator)
    decide(judgement=moderating.judgement(made, Act.REMOVE, rule="identify", words="Nobody is named."), by=moderator)


def test_its_writer_reads_what_is_read_of_any_comment_that_waits() -> None:
    stage()
    made = approved(NAMING_HER)
    waits = people.comment(people.reader("Ridge Walker"), SOBER)
    letters = Letter.objects.count()
    protected()
    moderating.beat()
    assert Letter.objects.count() == letters
    told = [own_page(row.reader_id, now=clock.now()).comments[0] for row in (made, waits) if row.reader_id]
    assert {one.state for one in told} == {Told.WAITING}
    assert {(one.rule, one.words, one.decision) for one in told} == {("", "", None)}


def test_nothing_on_the_public_side_says_why() -> None:
    stage()
    made = approved(NAMING_HER)
    answer = people.comment(people.reader("Ridge Walker"), "So it was.", parent=made)
    moderating.decided(answer, Act.APPROVE)
    protected()
    moderating.beat()
    with public_door() as browser:
        said = browser.get(f"/comments/{made.pk}/").content.decode()
        said += browser.get(f"/comments/on/{made.discussion_id}/").content.decode()
    assert "This comment can no longer be read." in said
    assert "Testova" not in said
    asked = approved("Another thought.", "Field Stile")
    moderating.decided(asked, Act.ASK_EDIT, words="Say which table.")
    pages = [one(comment.pk, page=1, today=clock.today()) for comment in (made, asked)]
    assert len({page.line.gone for page in pages if page}) == 1, "as of one that its writer is asked to change"


def test_several_are_checked_with_one_look_at_who_is_protected() -> None:
    stage()
    for number in range(4):
        approved(f"{SOBER} Number {number}.", f"{'ABCD'[number]}lma Walker")
    protected()
    looks = Entry.objects.filter(event="naming_checked")
    before = looks.count()
    assert recheck(by=SYSTEM) == 0
    assert looks.count() == before + 1
    assert recheck(by=SYSTEM) == 0
    assert looks.count() == before + 1, "nobody else is protected, and all were checked"


def test_new_ones_are_taken_in_with_one_look_too() -> None:
    people.article()
    writer = people.reader()
    for number in range(5):
        people.comment(writer, f"{SOBER} Number {number}.")
    assert take_in(by=SYSTEM) == 5
    assert Entry.objects.filter(event="naming_checked").count() == 1


def test_where_not_everyone_can_be_asked_about_it_stands_and_stays_due() -> None:
    stage()
    sober = approved(SOBER)
    hers = approved("Wilhelmina Musterfrau came by.", "Ridge Walker")
    protected()
    CaseKey.objects.update(wrapped=b"of another installation")
    protected(replace(ZORANA, given="Wilhelmina", surname="Musterfrau"))
    checked_at = Case.objects.get(pk=sober.pk).checked_at
    moderating.beat()
    assert Case.objects.get(pk=hers.pk).state == State.ESCALATED.value
    assert Case.objects.get(pk=sober.pk).state == State.PUBLISHED.value
    assert Case.objects.get(pk=sober.pk).checked_at == checked_at


def test_what_was_approved_and_not_brought_yet_is_not_brought_unchecked() -> None:
    stage()
    people.article()
    made = people.comment(people.reader(), NAMING_HER)
    moderating.beat()
    decide(judgement=moderating.judgement(made, Act.APPROVE), by=cast.moderator())
    protected()
    assert bring_waiting() == 0
    tasks.check_again()
    assert bring_waiting() == 2
    assert Standing.objects.get(pk=made.pk).first_shown_at is None


def test_an_older_decision_is_told_and_shows_nothing() -> None:
    stage()
    people.article()
    made = people.comment(people.reader(), SOBER)
    moderating.beat()
    decide(judgement=moderating.judgement(made, Act.APPROVE), by=cast.moderator())
    decide(judgement=moderating.judgement(made, Act.ASK_EDIT, words="Say which table."), by=cast.moderator())
    assert bring_waiting() == 2
    assert Standing.objects.get(pk=made.pk).first_shown_at is None


def test_to_undo_a_removal_is_no_way_round_the_check() -> None:
    stage()
    made = approved(NAMING_HER)
    removed = moderating.decided(made, Act.REMOVE)
    protected()
    with pytest.raises(Refused, match="The check holds these words"):
        undo(decision_id=removed, by=cast.moderator())
    moderating.beat()
    assert readable() == ""


def test_that_she_was_erased_lets_nobody_name_her() -> None:
    stage()
    made = approved(NAMING_HER)
    never_shown = people.comment(people.reader("Ridge Walker"), f"{NAMING_HER} So quiet.")
    protected()
    moderating.beat()
    VictimsCase.objects.update(state=CaseState.ERASED.value, identity=None, practical=None, whereabouts=None)
    CaseKey.objects.all().delete()
    for comment in (made, never_shown):
        with pytest.raises(Refused, match="The check holds these words"):
            decide(judgement=moderating.judgement(comment, Act.APPROVE, words="She is gone."), by=cast.moderator())


def test_every_six_hours_all_are_checked_whoever_is_protected() -> None:
    made = approved(SOBER)
    assert recheck(by=SYSTEM) == 0
    long_ago = clock.now() - timedelta(hours=7)
    Case.objects.update(checked_at=long_ago)
    recheck(by=SYSTEM)
    assert Case.objects.get(pk=made.pk).checked_at > long_ago


def test_hiding_is_in_the_record() -> None:
    stage()
    made = approved(NAMING_HER)
    protected()
    recheck(by=SYSTEM)
    row = Entry.objects.filter(event="comment_decided").latest("seq")
    assert (row.actor, row.subject_id) == (SYSTEM.id, str(made.pk))
    assert Decision.objects.latest("at").act == Act.HIDE.value
