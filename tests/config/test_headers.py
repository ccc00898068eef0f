"""What both doors send with every page of a real installation, and what they never send."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client, override_settings

from public_door import BOTH, public_door
from tests.cast import durham_constable, sign_in

pytestmark = pytest.mark.django_db(databases=BOTH)
REAL = {
    "SECURE_SSL_REDIRECT": True,
    "SECURE_HSTS_SECONDS": 2 * 365 * 24 * 3600,
    "SECURE_HSTS_INCLUDE_SUBDOMAINS": True,
}


@pytest.fixture(params=["staff", "public"])
def browser(request: pytest.FixtureRequest) -> Iterator[Client]:
    with override_settings(**REAL):
        if request.param == "staff":
            yield sign_in(Client(), durham_constable())
        else:
            with public_door() as reader:
                yield reader


@pytest.mark.parametrize("address", ["/", "/no/such/page/"])
def test_every_page_is_closed_to_other_sites(browser: Client, address: str) -> None:
    told = browser.get(address, secure=True)
    policy = told["Content-Security-Policy"]
    for part in ("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"):
        assert part in policy
    assert "unsafe" not in policy
    assert "*" not in policy
    assert told["X-Content-Type-Options"] == "nosniff"
    assert told["Referrer-Policy"] in ("same-origin", "no-referrer")
    assert told["Cross-Origin-Opener-Policy"] == "same-origin"
    assert told["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains"
    assert told["Content-Type"] == "text/html; charset=utf-8"
    assert "Access-Control-Allow-Origin" not in told
    assert not {"Server", "X-Powered-By", "X-Django-Version"} & set(told.headers)


def test_plain_http_leads_to_tls(browser: Client) -> None:
    told = browser.get("/", headers={"Host": "localhost"})
    assert (told.status_code, told["Location"]) == (301, "https://localhost/")
    assert browser.get("/health/live/").status_code == 200, "asked on this machine, past nginx"


def test_nobody_else_says_who_asks_and_how(browser: Client) -> None:
    traced = browser.generic("TRACE", "/", secure=True, headers={"X-Canary": "canaryqx"})
    assert traced.status_code in (405, 409)  # the staff door asks for the key of a form before anything else
    assert b"canaryqx" not in traced.content
    elsewhere = browser.get("/", secure=True, headers={"Origin": "https://elsewhere.example"})
    assert "Access-Control-Allow-Origin" not in elsewhere


def test_cookies_are_small_and_for_this_site_alone(browser: Client) -> None:
    for path in ("/", "/sign-in/", "/reader/sign-in/"):
        browser.get(path, secure=True)
    for cookie in browser.cookies.values():
        assert len(cookie.key) + len(cookie.value) < 4096
        assert cookie["httponly"] or cookie.key == settings.SESSION_COOKIE_NAME  # the test's own sign-in sets none
        assert cookie["samesite"] in ("Lax", "Strict", "")
