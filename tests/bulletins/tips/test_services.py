"""A tip-off is sealed before it is stored, once however often it is sent, and added to by whoever has its code."""

import pytest

from bulletins.tipdesk.scene import LETTER, WORDS, sent
from pentameter.bulletins.tipdesk.sealed import letter_in
from pentameter.bulletins.tips.models import Entry, Tip
from pentameter.bulletins.tips.rules.codes import code_of
from pentameter.bulletins.tips.rules.letters import Letter
from pentameter.bulletins.tips.services import NoKey, add_to_tip, leave_tip, takes_tips
from tests.public_door import BOTH

pytestmark = pytest.mark.django_db(databases=BOTH)


def test_what_is_stored_opens_with_the_staff_sides_key_alone() -> None:
    sent()
    row = Entry.objects.get()
    assert WORDS.encode() not in bytes(row.sealed)
    assert letter_in(row.pk, row.sealed) == LETTER


def test_sent_twice_it_is_there_once_with_the_same_code() -> None:
    assert sent(key="k" * 43) == sent(key="k" * 43)
    assert (Tip.objects.count(), Entry.objects.count()) == (1, 1)


def test_changed_and_sent_with_the_same_form_both_are_there() -> None:
    sent(key="k" * 43)
    sent(Letter("And more."), key="k" * 43)
    assert (Tip.objects.count(), Entry.objects.count()) == (1, 2)


def test_adding_needs_the_code() -> None:
    code = sent()
    assert add_to_tip(code=code, letter=Letter("More."), form_key="m" * 43)
    assert not add_to_tip(code=code_of("of nobody"), letter=Letter("More."), form_key="m" * 43)
    assert Entry.objects.filter(tip=Tip.objects.get()).count() == 2


def test_without_a_key_nothing_is_taken(settings) -> None:
    settings.TIPS_PUBLIC_KEY = None
    assert not takes_tips()
    with pytest.raises(NoKey):
        leave_tip(letter=LETTER, form_key="k" * 43)
    assert not Tip.objects.exists()
