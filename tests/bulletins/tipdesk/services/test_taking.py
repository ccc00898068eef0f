"""What came in is taken over once, whatever is cut short, and then is no longer in the public database."""

import pytest

import cast
from bulletins.tipdesk.scene import LETTER, opened, sent, state_of, with_code
from pentameter.audit.models import Entry as Row
from pentameter.bulletins.tipdesk.models import Part, Tip
from pentameter.bulletins.tipdesk.sealed import letter_in
from pentameter.bulletins.tipdesk.services.taking import take_entry, take_from_comment, take_over
from pentameter.bulletins.tips.models import Entry
from pentameter.bulletins.tips.models import Tip as Sent
from pentameter.bulletins.tips.rules.letters import Letter
from pentameter.bulletins.tips.services import add_to_tip
from pentameter.kernel.actor import SYSTEM
from tests.no_row_no_act import no_row_no_act
from tests.public_door import BOTH

pytestmark = pytest.mark.django_db(databases=BOTH)


def test_it_is_here_and_no_longer_there() -> None:
    sent()
    assert take_over(by=SYSTEM) == 1
    assert take_over(by=SYSTEM) == 0
    assert not Entry.objects.exists()
    part = Part.objects.get()
    assert part.sealed is not None
    assert letter_in(part.pk, part.sealed) == LETTER
    assert part.tip.pk == Sent.objects.get().pk
    assert part.tip.reference.startswith("T-")


def test_cut_short_before_it_was_taken_away_there_it_is_here_once() -> None:
    sent()
    take_entry(entry=Entry.objects.get(), by=SYSTEM)
    assert take_over(by=SYSTEM) == 1
    assert (Part.objects.count(), Entry.objects.count()) == (1, 0)
    assert Row.objects.filter(event="tip_taken_over").count() == 1


def test_sent_again_after_it_was_taken_over_changes_nothing() -> None:
    sent(key="k" * 43)
    take_over(by=SYSTEM)
    sent(key="k" * 43)
    take_over(by=SYSTEM)
    assert (Tip.objects.count(), Part.objects.count(), Tip.objects.get().version) == (1, 1, 1)


def test_something_added_is_read_again() -> None:
    tip, code = with_code()
    opened(tip)
    add_to_tip(code=code, letter=Letter("More."), form_key="m" * 43)
    take_over(by=SYSTEM)
    assert state_of(tip.pk) == "added"
    assert tip.parts.count() == 2


def test_no_row_no_act() -> None:
    sent()
    entry = Entry.objects.get()
    no_row_no_act(lambda: take_entry(entry=entry, by=SYSTEM))
    no_row_no_act(lambda: take_from_comment(text="A van.", comment_id=7, by=cast.moderator()))


def test_a_comment_becomes_one_tip_off() -> None:
    one = take_from_comment(text="A van comes every night.", comment_id=7, by=cast.moderator())
    assert take_from_comment(text="A van comes every night.", comment_id=7, by=cast.moderator()) == one
    other = take_from_comment(text="Another.", comment_id=8, by=cast.moderator())
    assert one != other
    part = Part.objects.get(tip=one)
    assert part.sealed is not None
    assert letter_in(part.pk, part.sealed) == Letter("A van comes every night.")
    assert (part.tip.origin, part.tip.comment, part.tip.reply_key) == ("comment", "7", "")
