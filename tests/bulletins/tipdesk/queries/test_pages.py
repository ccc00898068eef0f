"""A page shows what was opened, says what does not open, and which steps may be taken."""

import pytest

import cast
from bulletins.tipdesk.scene import LETTER, opened, taken
from pentameter.bulletins.tipdesk.models import Part, Tip
from pentameter.bulletins.tipdesk.queries.pages import page_of
from pentameter.bulletins.tipdesk.rules.states import Reason
from pentameter.bulletins.tipdesk.services.answering import close_tip
from tests.public_door import BOTH

pytestmark = pytest.mark.django_db(databases=BOTH)


def test_new_and_opened(django_assert_num_queries) -> None:
    tip = taken()
    new = page_of(tip)
    assert (new.parts[0].letter, new.may("open"), new.may("file")) == (None, True, False)
    tip = opened(tip)
    with django_assert_num_queries(3):
        page = page_of(tip)
    assert (page.parts[0].letter, page.may("open"), page.may("file")) == (LETTER, False, True)
    assert page.may_be_answered
    assert page.goes_on is None


def test_what_does_not_open_says_so() -> None:
    tip = opened()
    Part.objects.update(sealed=b"something else")
    (part,) = page_of(tip).parts
    assert (part.letter, part.broken) == (None, True)


def test_closed_it_says_why_and_until_when_it_is_kept() -> None:
    tip = opened()
    close_tip(tip_id=tip.pk, reason=Reason.ALREADY_KNOWN, version=2, by=cast.national_analyst())
    page = page_of(Tip.objects.get())
    assert page.closed_because is Reason.ALREADY_KNOWN
    assert page.goes_on is not None
