"""A browser that was not seen before is remembered, written down, and told to its person."""

import pytest
from django.core import mail

import cast
from no_row_no_act import no_row_no_act
from pentameter.accounts.models import KnownBrowser
from pentameter.accounts.queries.browsers import unacknowledged_browsers
from pentameter.accounts.services.browsers import acknowledge_browser, meet_browser, tell_of_browser
from pentameter.audit.models import Entry
from pentameter.kernel.actor import SYSTEM, Actor
from pentameter.kernel.verdict import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def her() -> Actor:
    cast.in_database(cast.caseworker())
    return cast.caseworker()


def meets(by: Actor, token: str = "", family: str = "Firefox on Linux") -> str:
    return meet_browser(token=token, family=family, by=by)


def test_the_first_browser_is_told_to_nobody_and_the_second_is(her: Actor) -> None:
    meets(her)
    assert unacknowledged_browsers(her) == ()
    meets(her, family="Chrome on Windows")
    (told,) = unacknowledged_browsers(her)
    assert told.family == "Chrome on Windows"
    rows = Entry.objects.filter(event="browser_new").order_by("seq")
    assert ['"first":true' in row.detail for row in rows] == [True, False]


def test_a_browser_is_known_again_by_its_token_and_only_for_its_person(her: Actor) -> None:
    token = meets(her)
    assert meets(her, token) == token
    assert KnownBrowser.objects.count() == 1
    assert token not in str(list(KnownBrowser.objects.values_list("digest")))
    cast.in_database(cast.duty_desk())
    assert meets(cast.duty_desk(), token) == token
    assert KnownBrowser.objects.count() == 2


def test_a_token_that_was_made_up_is_not_kept(her: Actor) -> None:
    assert meets(her, "x") != "x"
    assert len(meets(her)) == 43


def test_a_letter_goes_once_and_says_nothing_of_any_case(her: Actor, settings) -> None:
    meets(her)
    meets(her, family="Chrome on Windows")
    row = KnownBrowser.objects.get(family="Chrome on Windows")
    settings.SENDS_LETTERS = False
    assert not tell_of_browser(browser_id=row.pk, by=SYSTEM)
    settings.SENDS_LETTERS = True
    assert [tell_of_browser(browser_id=row.pk, by=SYSTEM) for _ in range(2)] == [True, False]
    (letter,) = mail.outbox
    assert letter.to == ["northern-support.farida@example.org"]
    assert "Chrome on Windows" in letter.body
    assert Entry.objects.filter(event="browser_told").count() == 1


def test_who_says_that_it_was_them_is_asked_no_more(her: Actor) -> None:
    meets(her)
    meets(her, family="Chrome on Windows")
    row = KnownBrowser.objects.get(acknowledged_at=None)
    with pytest.raises(Refused) as refusal:
        acknowledge_browser(browser_id=row.pk, by=cast.duty_desk())
    assert refusal.value.hidden
    acknowledge_browser(browser_id=row.pk, by=her)
    assert unacknowledged_browsers(her) == ()


@pytest.mark.django_db(transaction=True)
def test_no_row_no_act(her: Actor) -> None:
    meets(her)
    no_row_no_act(lambda: meets(her))
    meets(her)
    row = KnownBrowser.objects.get(acknowledged_at=None)
    no_row_no_act(lambda: acknowledge_browser(browser_id=row.pk, by=her))
    no_row_no_act(lambda: tell_of_browser(browser_id=row.pk, by=SYSTEM))
    assert not mail.outbox
