"""Who is at the public door, and where they go."""

import pytest
from django.test import RequestFactory

from pentameter.bulletins.comments.feeds import feed_of
from pentameter.bulletins.comments.reading import way_back
from pentameter.bulletins.comments.urls import app_name
from pentameter.look.connections import connection_of
from public_door import public_door


@pytest.mark.parametrize(
    ("wanted", "goes"),
    [
        ("/comments/feed/", "/comments/feed/"),
        ("//evil.example/", "/reader/"),
        ("https://evil.example/", "/reader/"),
        ("javascript:alert(1)", "/reader/"),
        ("/\\evil.example", "/reader/"),
        ("", "/reader/"),
    ],
)
def test_the_way_back_stays_here(wanted: str, goes: str) -> None:
    with public_door():
        assert way_back(RequestFactory().get("/reader/sign-in/", {"next": wanted})) == goes


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, "198.51.100.1", "192.0.2.1"),
        (1, "198.51.100.1, 198.51.100.2", "198.51.100.2"),
        (2, "198.51.100.2", "192.0.2.1"),
    ],
)
def test_the_connection_past_our_own_proxies_alone(settings, proxies: int, forwarded: str, expected: str) -> None:
    settings.TRUSTED_PROXIES = proxies
    request = RequestFactory().get("/", headers={"X-Forwarded-For": forwarded}, REMOTE_ADDR="192.0.2.1")
    assert connection_of(request) == expected


def test_an_empty_feed_is_a_feed() -> None:
    text = feed_of((), absolute=lambda path: f"http://testserver{path}")
    assert "<rss" in text
    assert app_name == "comments"
