"""Signing in and accounts in a real browser: axe finds nothing, nothing sticks out, nothing is logged."""

import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import Page, expect

from browser import BrowserPage, assert_axe_clean, assert_fits
from pentameter.accounts.models import User

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser"), pytest.mark.django_db(transaction=True)]
WIDTHS = pytest.mark.parametrize("width", [1280, 390])
WORDS = "four quiet words here"


def looked_at(page: Page) -> None:
    assert_axe_clean(page)
    assert_fits(page)


def comes_in(page: Page, address: str, username: str) -> None:
    """As a reader of the demonstration does: one press on each of the two pages."""
    page.goto(f"{address}/sign-in/")
    page.get_by_role("button", name=f"Sign in as {username}").click()
    page.get_by_role("button", name="Sign in with this code").click()
    page.wait_for_url(f"{address}/")


@WIDTHS
def test_a_reader_tries_a_role(browser_page: BrowserPage, live_server, demo: None, width: int) -> None:
    page = browser_page(width)
    page.goto(f"{live_server.url}/sign-in/")
    looked_at(page)
    page.get_by_role("button", name="Sign in as garda.officer").click()
    looked_at(page)
    page.get_by_role("button", name="Sign in with this code").click()
    page.goto(f"{live_server.url}/rules/access/")
    expect(page.get_by_role("heading", name="As force officer you may")).to_be_visible()
    looked_at(page)
    page.goto(f"{live_server.url}/account/")
    looked_at(page)


@WIDTHS
def test_an_administrators_pages(browser_page: BrowserPage, live_server, demo: None, width: int) -> None:
    page = browser_page(width)
    comes_in(page, live_server.url, "administrator")
    person = User.objects.get(username="durham.constable").pk
    paths = ["/people/", "/people/?q=nobody", "/people/new/", f"/people/{person}/", f"/people/{person}/move/"]
    paths += [f"/people/{person}/link/", f"/people/{person}/close/", "/agencies/", "/agencies/ukhtc/", "/tokens/"]
    for path in [*paths, "/tokens/new/", "/account/password/", "/account/second-factor/", "/rules/access/"]:
        page.goto(live_server.url + path)
        looked_at(page)
    page.goto(f"{live_server.url}/people/new/")
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_role("link", name="Enter their name.")).to_be_visible()
    looked_at(page)


@WIDTHS
def test_a_newcomers_first_hour(browser_page: BrowserPage, live_server, demo: None, width: int) -> None:
    """From the administrator's link to a passkey: password, app, recovery codes, passkey, and in again by it."""
    administrator, page = browser_page(width), browser_page(width)
    comes_in(administrator, live_server.url, "administrator")
    administrator.goto(f"{live_server.url}/people/new/")
    for field, value in (("name", "Ruth Ellison"), ("username", "ruth.ellison"), ("email", "ruth@example.org")):
        administrator.fill(f"[name={field}]", value)
    administrator.select_option("[name=agency]", "durham")
    administrator.select_option("[name=role]", "force_officer")
    administrator.get_by_role("button", name="Add").click()
    link = administrator.locator("code.secret").inner_text()
    looked_at(administrator)

    page.goto(link)
    looked_at(page)
    page.fill("[name=password1]", WORDS)
    page.fill("[name=password2]", WORDS)
    page.get_by_role("button", name="Set password").click()
    page.get_by_role("link", name="Sign in").click()
    types_password(page)
    expect(page.get_by_role("heading", name="Set up a second factor")).to_be_visible()
    looked_at(page)
    page.get_by_role("link", name="Set up an app").click()
    looked_at(page)
    secret = page.locator("code.secret").inner_text()
    page.fill("[name=code]", format_hotp_value(hotp_value(secret, int(time.time()) // 30)))
    page.get_by_role("button", name="Add the app").click()
    assert page.locator(".codes li").count() == 10
    looked_at(page)

    has_authenticator(page)
    page.goto(f"{live_server.url}/account/second-factor/passkeys/new/")
    looked_at(page)
    page.fill("[name=name]", "Telephone")
    page.get_by_role("button", name="Add a passkey").click()
    page.wait_for_url(f"{live_server.url}/account/")
    expect(page.get_by_role("link", name="Remove Telephone")).to_be_visible()
    looked_at(page)

    page.goto(f"{live_server.url}/sign-out/")
    looked_at(page)
    page.get_by_role("main").get_by_role("button", name="Sign out").click()
    types_password(page)
    looked_at(page)
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url(f"{live_server.url}/")


@WIDTHS
def test_locked_out(browser_page: BrowserPage, live_server, demo: None, width: int) -> None:
    page = browser_page(width, expect=("429",))
    for _ in range(5):
        page.goto(f"{live_server.url}/sign-in/")
        page.fill("[name=login] >> visible=true", "durham.constable")
        page.fill("[name=password] >> visible=true", "not this")
        page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", name="Wait a quarter of an hour")).to_be_visible()
    looked_at(page)


def test_without_scripts_the_way_in_is_the_same(browser_page: BrowserPage, live_server, demo: None) -> None:
    page = browser_page(1280, scripts=False)
    comes_in(page, live_server.url, "auditor")
    page.goto(f"{live_server.url}/rules/access/")
    expect(page.get_by_role("heading", name="As auditor you may")).to_be_visible()


def types_password(page: Page) -> None:
    page.fill("[name=login] >> visible=true", "ruth.ellison")
    page.fill("[name=password] >> visible=true", WORDS)
    page.get_by_role("button", name="Continue").click()


def has_authenticator(page: Page) -> None:
    """A telephone that holds passkeys and always says yes."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    options |= {"isUserVerified": True, "automaticPresenceSimulation": True}
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
