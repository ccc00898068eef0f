"""Every address of the public door, as the resolver knows them: axe finds nothing, nothing sticks out, help is there.

An address is asked here or says why it is no page; a new one that does neither fails the first test.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import UUID

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from playwright.sync_api import Page, expect

from browser import BrowserPage, assert_axe_clean, assert_fits
from bulletins.editing.ground import a_release
from pentameter.accounts import api as accounts
from pentameter.bulletins.comments.models import Agreement, Comment, Reader, Standing
from pentameter.bulletins.comments.services.entering import sign_in
from pentameter.bulletins.site.models import Bulletin
from pentameter.config.demo import discussing
from pentameter.config.demo.bulletins import publish_bulletins
from pentameter.config.demo.tips import leave_tips
from pentameter.kernel.actor import SYSTEM
from pentameter.look.environment import build, template_folders
from public_door import BOTH, public_door

pytestmark = pytest.mark.django_db(databases=BOTH, transaction=True)
URLS = "pentameter.config.public_urls"
WIDTHS = (1280, 390)
WAYS = ((1280, True), (390, True), (390, False))
"""Widths, and whether scripts run."""


@dataclass(frozen=True)
class Scene:
    """What the demo's people left behind: an article with its comments, a release, a tip-off."""

    article: UUID
    comment: UUID
    removed: UUID
    decision: UUID
    code: str


PAGES: dict[str, str] = {
    "bulletins:home": "/",
    "bulletins:danger": "/in-danger/",
    "bulletins:help": "/help/",
    "bulletins:statistics:statistics": "/statistics/",
    "bulletins:statistics:release": "/statistics/second-wave/",
    "bulletins:statistics:version": "/statistics/second-wave/versions/1/",
    "bulletins:rules": "/rules/",
    "bulletins:accessibility": "/accessibility/",
    "bulletins:privacy": "/privacy/",
    "bulletins:bulletins": "/bulletins/",
    "bulletins:archive": "/bulletins/archive/",
    "bulletins:search": "/bulletins/search/?words=forces",
    "bulletins:month": "/bulletins/month/{month}/",
    "bulletins:subject": "/bulletins/subject/operation/",
    "bulletins:bulletin": "/bulletins/the-second-wave-begins/",
    "tips:start": "/tip-offs/",
    "tips:tell": "/tip-offs/tell/",
    "tips:own": "/tip-offs/reply/",
    "comments:figures": "/comments/figures/",
    "comments:receipt": "/comments/reported/",
    "comments:thread": "/comments/on/{article}/",
    "comments:write": "/comments/on/{article}/write/?to={comment}",
    "comments:comment": "/comments/{comment}/",
    "comments:report": "/comments/{comment}/report/",
    "comments:own": "/reader/",
    "comments:register": "/reader/register/",
    "comments:sign_in": "/reader/sign-in/",
    "comments:link": "/reader/link/",
    "comments:come_in": "/reader/in/a-secret-that-was-never-sent/",
    "comments:password": "/reader/password/",
    "comments:agree": "/reader/rules/",
    "comments:sent": "/reader/comments/{removed}/",
    "comments:change": "/reader/comments/{removed}/change/",
    "comments:take_back": "/reader/comments/{removed}/take-back/",
    "comments:appeal": "/reader/appeal/{decision}/",
    "comments:leave": "/reader/leave/",
    "comments:left": "/reader/left/",
}
NO_PAGES: dict[str, tuple[str, str]] = {
    "bulletins:statistics:file": ("/statistics/second-wave/versions/1/found.csv", "a file to take along"),
    "bulletins:feed": ("/bulletins/feed.atom", "a feed, for programs that read feeds"),
    "bulletins:picture": ("/bulletins/pictures/00000000-0000-0000-0000-000000000000/", "a picture within a page"),
    "bulletins:card": ("/bulletins/the-second-wave-begins/card.png", "a picture that stands for a page elsewhere"),
    "bulletins:robots": ("/robots.txt", "for programs"),
    "bulletins:health": ("/health/", "for whoever runs the door"),
    "live": ("/health/live/", "for whoever runs the door"),
    "ready": ("/health/ready/", "for whoever runs the door"),
    "comments:feed": ("/comments/feed/", "a feed, for programs that read feeds"),
    "comments:thread_feed": ("/comments/on/{article}/feed/", "a feed, for programs that read feeds"),
    "comments:sign_out": ("/reader/sign-out/", "takes a press of a button and leads to the first page"),
    "comments:data": ("/reader/data/", "a file to take along"),
    "tips:add": ("/tip-offs/add/", "takes what a form sends; its answers are asked for below"),
}
FORMS = {
    "/tip-offs/tell/": "Send it sealed",
    "/tip-offs/reply/": "Go on",
    "/comments/reported/": "See",
    "/comments/on/{article}/write/": "Send",
    "/comments/{comment}/report/": "Send the report",
    "/reader/register/": "Register",
    "/reader/link/": "Send the link",
    "/reader/sign-in/": "Sign in",
    "/reader/password/": "Keep this password",
    "/reader/appeal/{decision}/": "Send the appeal",
    "/reader/leave/": "Delete my account",
    "/reader/rules/": "Go on",
}
OTHERS = {
    "the first page in Welsh": "/cy/",
    "the first page in Irish": "/ga/",
    "an article in Welsh": "/cy/bulletins/the-second-wave-begins/",
    "a page in English under Irish": "/ga/in-danger/",
    "a search that finds nothing": "/bulletins/search/?words=nowhere-at-all",
    "a search without words": "/bulletins/search/",
    "a month without bulletins": "/bulletins/month/1999-1/",
    "the most discussed first": "/comments/on/{article}/?order=discussed",
    "no such page": "/no-such-page/",
}


def _names(resolver: URLResolver, before: str = "") -> Iterator[str]:
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from _names(one, f"{before}{one.namespace}:" if one.namespace else before)
        elif isinstance(one, URLPattern):
            yield f"{before}{one.name}"


def test_no_address_is_left_out() -> None:
    assert sorted({*PAGES, *NO_PAGES}) == sorted(set(_names(get_resolver(URLS))))
    assert not set(PAGES) & set(NO_PAGES)


@pytest.fixture
def scene() -> Scene:
    accounts.seed_agencies(by=SYSTEM)
    accounts.seed_demo_people(by=SYSTEM)
    a_release()
    publish_bulletins()
    code = leave_tips()[0]
    assert discussing.discuss()
    removed = Standing.objects.get(state="removed")
    shown = Comment.objects.filter(standing__state="published", parent=None).earliest("written_at")
    return Scene(shown.discussion_id, shown.pk, removed.comment_id, removed.decision, code)


@pytest.fixture
def opened(door: str, scene: Scene, browser_page: BrowserPage) -> Callable[..., Page]:
    """Opens an address as a reader whose comment was removed, or as nobody."""

    def open_it(path: str, width: int, *, reader: bool = True, scripts: bool = True) -> Page:
        page = browser_page(width, expect=("404", "405", "410", "422"), scripts=scripts)
        if reader:
            name = Reader.objects.get(comments=scene.removed).name
            secret = sign_in(
                address=discussing.address_of(name), password=discussing.PASSWORD, connection=f"192.0.2.{width}"
            )
            page.context.add_cookies([{"name": "reader", "value": secret, "url": door}])
        page.goto(door + _filled(path, scene))
        return page

    return open_it


def _filled(path: str, scene: Scene) -> str:
    month = Bulletin.objects.earliest("published_at").published_at
    given = {"article": scene.article, "comment": scene.comment, "removed": scene.removed, "decision": scene.decision}
    return path.format(month=f"{month.year}-{month.month}", **given)


def sound(page: Page, *, scripts: bool = True) -> None:
    """What holds of every page of the public door. axe is a script itself, and is asked where scripts run."""
    assert page.locator("h1").count() == 1, page.url
    expect(page.get_by_role("main")).to_be_visible()
    expect(page.get_by_role("link", name="Leave this page quickly").or_(page.locator(".quick-exit a"))).to_be_visible()
    expect(page.locator("footer").get_by_text("999").first).to_be_visible()
    assert_fits(page)
    if scripts:
        assert_axe_clean(page)


@pytest.mark.browser
@pytest.mark.xdist_group("browser")
@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_is_sound(opened: Callable[..., Page], scene: Scene, door: str, width: int) -> None:
    page = opened("/", width)
    asked = {}
    for name, path in (PAGES | OTHERS).items():
        answer = page.goto(door + _filled(path, scene))
        assert answer is not None
        asked[name] = answer.status
        sound(page)
    assert {name: status for name, status in asked.items() if status != 200} == {
        "no such page": 404,
        "a month without bulletins": 404,
    }


@pytest.mark.parametrize("name", NO_PAGES)
def test_what_is_no_page_is_none(scene: Scene, name: str) -> None:
    path, why = NO_PAGES[name]
    with public_door() as browser:
        answer = browser.get(_filled(path, scene))
    assert why
    assert answer.status_code in (302, 404, 405) or not answer["Content-Type"].startswith("text/html")


@pytest.mark.browser
@pytest.mark.xdist_group("browser")
@pytest.mark.parametrize(("width", "scripts"), WAYS)
def test_every_form_says_what_to_mend(opened: Callable[..., Page], scene: Scene, width: int, scripts: bool) -> None:
    page = opened("/", width, scripts=scripts)
    root = page.url.removesuffix("/")
    for path, button in FORMS.items():
        if button == "Go on" and path.startswith("/reader"):
            Agreement.objects.all().delete()
        page.goto(root + _filled(path, scene))
        page.get_by_role("main").get_by_role("button", name=button, exact=True).click()
        expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
        assert page.title().startswith("Error: "), page.url
        sound(page, scripts=scripts)


@pytest.mark.browser
@pytest.mark.xdist_group("browser")
@pytest.mark.parametrize(("width", "scripts"), WAYS)
def test_what_follows_a_form(opened: Callable[..., Page], scene: Scene, width: int, scripts: bool) -> None:
    page = opened("/tip-offs/tell/", width, reader=False, scripts=scripts)
    root = page.url.removesuffix("/tip-offs/tell/")
    page.get_by_label("What do you want to tell us?").fill("A door that is always locked from outside.")
    page.get_by_role("button", name="Send it sealed").click()
    expect(page.get_by_role("heading", name="It is sealed and stored")).to_be_visible()
    sound(page, scripts=scripts)
    page.goto(f"{root}/tip-offs/reply/")
    page.get_by_role("textbox").last.fill(scene.code)
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", name="Replies")).to_be_visible()
    sound(page, scripts=scripts)
    page.get_by_label("What do you want to tell us?").fill("On foot, and always the same.")
    page.get_by_role("button", name="Send it sealed").click()
    expect(page.get_by_role("heading", name="It is added")).to_be_visible()
    sound(page, scripts=scripts)
    page.goto(f"{root}/comments/{scene.comment}/report/")
    page.get_by_label("It breaks another of the rules").check()
    page.get_by_role("button", name="Send the report").click()
    expect(page.get_by_role("heading", name="Thank you for the report")).to_be_visible()
    sound(page, scripts=scripts)
    receipt = page.locator(".receipt").inner_text()
    page.goto(f"{root}/comments/reported/")
    page.get_by_label("The code that you were given").fill(receipt)
    page.get_by_role("button", name="See").click()
    expect(page.get_by_text("Nobody has looked yet")).to_be_visible()
    sound(page, scripts=scripts)
    page.goto(f"{root}/reader/register/")
    page.get_by_label("Name to show").fill("Fern Hollow")
    page.get_by_label("E-mail address").fill("fern.hollow@example.org")
    page.get_by_label("I have read the rules").check()
    page.get_by_role("button", name="Register").click()
    expect(page.get_by_role("heading", name="Look at your e-mail")).to_be_visible()
    sound(page, scripts=scripts)


@pytest.mark.browser
@pytest.mark.xdist_group("browser")
@pytest.mark.parametrize("width", WIDTHS)
def test_without_a_way_to_send_letters_the_pages_are_sound(
    door: str, browser_page: BrowserPage, settings, width: int
) -> None:
    settings.SENDS_LETTERS = False
    page = browser_page(width)
    for path in ("/reader/register/", "/reader/link/", "/reader/sign-in/"):
        page.goto(door + path)
        expect(page.get_by_text("This site cannot send letters")).to_be_visible()
        sound(page)


@pytest.mark.parametrize("status", [400, 403, 404, 405, 409, 413, 429, 500, 503])
def test_every_page_of_what_went_wrong_leads_away_and_to_help(status: int) -> None:
    template = build(*template_folders(), door="public", demo=True).get_template(f"look/{status}.jinja")
    page = template.render()
    assert "Leave this page quickly" in page
    assert "call 999" in page
    assert "/in-danger/" in page
