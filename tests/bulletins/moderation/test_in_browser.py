"""The moderators' pages in a browser: by keyboard alone, without scripts, at both widths; axe finds nothing."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

import cast
from browser import BrowserPage, assert_axe_clean, assert_fits
from bulletins import moderating, people
from pentameter.bulletins.comments.models import Appeal, Comment, Standing
from pentameter.bulletins.comments.services.appealing import appeal
from pentameter.bulletins.moderation.models import Case
from pentameter.bulletins.moderation.rules.acts import Act
from public_door import BOTH

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
    pytest.mark.django_db(databases=BOTH, transaction=True),
]
Opened = Callable[..., Page]


@pytest.fixture
def opened(browser_page: BrowserPage, live_server) -> Opened:
    """Opens an address as the moderator: `opened("/moderation/", 390)`."""

    def open_as(address: str, width: int = 1280, *, scripts: bool = True) -> Page:
        session = cast.sign_in(Client(), cast.moderator()).cookies["staff_session"].value
        page = browser_page(width, scripts=scripts)
        page.context.add_cookies([{"name": "staff_session", "value": session, "url": live_server.url}])
        page.goto(live_server.url + address)
        return page

    return open_as


def two_wait() -> tuple[Comment, Comment]:
    """Two comments that wait, taken in."""
    people.article()
    writer = people.reader()
    first, second = people.comment(writer, "The first thought."), people.comment(writer, "The second thought.")
    moderating.beat()
    return first, second


def an_appeal() -> UUID:
    """A comment that was removed, and its writer's appeal."""
    people.article()
    writer = people.reader("Ridge Walker")
    removed = people.comment(writer, "Something rude.")
    moderating.decided(removed, Act.REMOVE, by=cast.second_moderator())
    decision = Standing.objects.get(comment=removed).decision
    return appeal(decision=decision, words="It was not meant so.", reader_id=writer.pk)


def state_of(comment: Comment) -> str:
    return Case.objects.get(pk=comment.pk).state


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_and_nothing_sticks_out(opened: Opened, width: int) -> None:
    first, _ = two_wait()
    asked = an_appeal()
    reader = Appeal.objects.get().reader_id
    page = opened("/moderation/", width)
    root = page.url.removesuffix("/moderation/")
    ways = ("", f"comments/{first.pk}/", f"readers/{reader}/", "appeals/", f"appeals/{asked}/", "articles/")
    for way in ways:
        page.goto(f"{root}/moderation/{way}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert_fits(page)
        assert_axe_clean(page)


def test_the_queue_is_worked_by_keyboard_alone(opened: Opened) -> None:
    first, second = two_wait()
    page = opened(f"/moderation/comments/{first.pk}/")
    expect(page.locator("[data-keys][data-ready=yes]")).to_be_visible()
    page.keyboard.press("r")
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
    expect(page.locator("[data-keys][data-ready=yes]")).to_be_visible()
    expect(page.get_by_label("Why", exact=True)).to_be_focused()
    page.keyboard.type("It insults people.")
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_label("Rule that it breaks")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    page.keyboard.press("r")
    expect(page.get_by_text("The second thought.").first).to_be_visible()
    assert (state_of(first), state_of(second)) == ("removed", "waiting")
    expect(page.locator("[data-keys][data-ready=yes]")).to_be_visible()
    page.keyboard.press("a")
    expect(page.get_by_role("heading", name="Comments that wait", level=1)).to_be_visible()
    assert state_of(second) == "published"


def test_the_focus_goes_from_what_is_wrong_to_the_reason_and_then_to_the_acts(opened: Opened) -> None:
    first, _ = two_wait()
    page = opened(f"/moderation/comments/{first.pk}/", scripts=False)
    page.get_by_role("button", name="Remove").click()
    page.get_by_role("link", name="Choose the rule").or_(page.get_by_role("alert")).first.wait_for()
    assert page.title().startswith("Error: ")
    stops = page.evaluate(
        "[...document.querySelectorAll('main :is(a[href],select,textarea,button,summary)')]"
        ".filter((one) => one.closest('form.answer')).map((one) => one.name + (one.value.length < 12 ? one.value : ''))"
    )
    assert stops == ["rule", "words", "note", "actapprove", "actremove", "actask_edit", "actmove", "actescalate"]
    page.get_by_label("Rule that it breaks").select_option("attack")
    page.get_by_label("Why", exact=True).fill("It insults people.")
    page.get_by_role("button", name="Remove").click()
    expect(page.get_by_text("The second thought.").first).to_be_visible()
    assert state_of(first) == "removed"
