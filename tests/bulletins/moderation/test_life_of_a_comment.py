"""The life of a comment, walked at random by both sides at once: no words are ever read that nobody approved.

Each step is one of what the writer, others, moderators and the worker can do, in any order, with stale pages and with
work that is done late, twice or out of order. After each, what everyone reads is compared with what was approved.
"""

from collections.abc import Callable
from random import Random

import pytest

import cast
from bulletins import people
from pentameter.bulletins.comments.models import Comment, Discussion, Standing, Wording
from pentameter.bulletins.comments.queries.threads import Order, latest, one, thread
from pentameter.bulletins.comments.rules.reporting import Reason
from pentameter.bulletins.comments.services import writing
from pentameter.bulletins.comments.services.reporting import Complaint, report_comment
from pentameter.bulletins.moderation.models import Case, Decision
from pentameter.bulletins.moderation.rules.acts import Act, State
from pentameter.bulletins.moderation.services.bringing import bring_decision, bring_waiting
from pentameter.bulletins.moderation.services.deciding import Judgement, decide, undo
from pentameter.bulletins.moderation.services.rechecking import recheck
from pentameter.bulletins.moderation.services.taking_in import take_in
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.kernel.verdict import Refused
from public_door import BOTH

pytestmark = pytest.mark.django_db(databases=BOTH)
STEPS = 45


class Walk:
    """One comment, its writer, two moderators, and what they may do."""

    def __init__(self, seed: int) -> None:
        self.rng = Random(seed)
        self.under = people.article()
        self.writer = people.reader()
        self.comment = people.comment(self.writer, "Words of version 1.").pk
        self.seen: tuple[int, int] | None = None
        self.approved: set[str] = set()
        self.reporters = 0
        self.done: list[str] = []

    def steps(self) -> tuple[Callable[[], object], ...]:
        return (
            *(self.edits, self.edits, self.reports, self.takes_in, self.takes_in, self.looks, self.looks),
            *(self.approves, self.approves, self.approves, self.removes, self.asks, self.passes_on, self.undoes),
            *(self.brings, self.brings, self.brings_an_old_one_again, self.holds_or_lets_go, self.takes_back),
        )

    def step(self) -> None:
        act = self.rng.choice(self.steps())
        if act == self.takes_back and self.rng.random() < 0.9:
            act = self.brings
        self.done.append(act.__name__)
        try:
            act()
        except Refused:
            self.done[-1] += " (refused)"

    def edits(self) -> None:
        row = Comment.objects.get(pk=self.comment)
        text = f"Words of version {row.version + 1}."
        today = clock.today()
        args = {"comment_id": row.pk, "version": row.version, "text": text, "reader_id": self.writer.pk, "today": today}
        writing.edit_comment(**args)

    def takes_back(self) -> None:
        writing.take_back(comment_id=self.comment, reader_id=self.writer.pk)

    def reports(self) -> None:
        self.reporters += 1
        report_comment(
            comment_id=self.comment,
            complaint=Complaint(self.rng.choice(list(Reason)), "", "", connection=f"192.0.2.{self.reporters}"),
        )

    def takes_in(self) -> None:
        take_in(by=SYSTEM)

    def looks(self) -> None:
        """A moderator opens the page; what they decide later is of what it showed."""
        case = Case.objects.filter(pk=self.comment).first()
        if case is not None:
            self.seen = (case.version, Comment.objects.get(pk=self.comment).version)

    def approves(self) -> None:
        if self.rng.random() < 0.7:
            self.looks()
        self._decide(Act.APPROVE)
        version = Decision.objects.order_by("-number").values_list("wording_version", flat=True).first()
        self.approved.add(Wording.objects.get(comment=self.comment, version=version).text)

    def removes(self) -> None:
        self._decide(Act.REMOVE)

    def asks(self) -> None:
        self._decide(Act.ASK_EDIT)

    def passes_on(self) -> None:
        self._decide(Act.ESCALATE)

    def undoes(self) -> None:
        last = Decision.objects.order_by("-number").first()
        if last is not None:
            undo(decision_id=last.pk, by=self.rng.choice((cast.moderator(), cast.second_moderator())))

    def brings(self) -> None:
        recheck(by=SYSTEM)
        bring_waiting()

    def brings_an_old_one_again(self) -> None:
        """As if the worker had died before it noted that it had brought it."""
        ids = list(Decision.objects.values_list("pk", flat=True))
        if ids:
            chosen = self.rng.choice(ids)
            Decision.objects.filter(pk=chosen).update(brought_at=None)
            bring_decision(decision_id=chosen)

    def holds_or_lets_go(self) -> None:
        Discussion.objects.update(held=self.rng.random() < 0.2)

    def _decide(self, act: Act) -> None:
        if self.seen is None:
            raise Refused("Nobody has looked.")
        version, wording = self.seen
        by = self.rng.choice((cast.moderator(), cast.second_moderator()))
        decide(judgement=Judgement(self.comment, act, version, wording, "attack", "Because."), by=by)

    def read(self) -> set[str]:
        """All words of it that anyone can read, by thread, permanent link and feed."""
        today = clock.today()
        lines = list(thread(self.under, order=Order.NEWEST, page=1, today=today).lines)
        lines += [line for line, _ in latest(None, number=30, today=today)]
        page = one(self.comment, page=1, today=today)
        lines += [page.line] if page else []
        return {"\n".join(part) for line in lines for part in line.paragraphs}


@pytest.mark.parametrize("seed", range(12))
def test_nobody_reads_words_that_nobody_approved(seed: int) -> None:
    walk = Walk(seed)
    read = set[str]()
    for _ in range(STEPS):
        walk.step()
        now = walk.read()
        assert now <= walk.approved, walk.done
        assert not (now and Discussion.objects.get().held), walk.done
        assert not (now and Comment.objects.get().taken_back_at), walk.done
        assert len(now) <= 1, walk.done
        read |= now
    Discussion.objects.update(held=False)
    take_in(by=SYSTEM)
    recheck(by=SYSTEM)
    bring_waiting()
    _the_two_sides_agree(walk)


def _the_two_sides_agree(walk: Walk) -> None:
    """Once all was taken in and brought over, the public side stands as the last decision says."""
    case, comment = Case.objects.first(), Comment.objects.get()
    if case is None:
        assert not walk.read()
        return
    standing = Standing.objects.filter(pk=comment.pk).first()
    if State(case.state) in (State.REMOVED, State.TO_EDIT, State.MOVED, State.GONE):
        assert not walk.read(), walk.done
    if case.version:
        assert standing is not None
        assert standing.version == case.version, walk.done
    if case.state == State.PUBLISHED.value and comment.hidden_at is None and comment.taken_back_at is None:
        assert walk.read() == {f"Words of version {case.published_version}."}, walk.done


@pytest.mark.parametrize("seed", [1, 2, 5])
def test_the_walks_reach_what_they_are_about(seed: int) -> None:
    """So that the walks above do not agree because nothing ever happens in them."""
    walk, read = Walk(seed), 0
    walk.takes_in()
    walk.looks()
    walk.approves()
    for _ in range(STEPS):
        walk.step()
        read += bool(walk.read())
    done = {name.removesuffix(" (refused)") for name in walk.done}
    assert {"edits", "approves", "looks", "reports", "brings"} <= done
    assert read > 0
