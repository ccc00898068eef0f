"""The public door: what is released is everybody's; what a reader wrote, was told and keeps is that reader's alone."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from bulletins import moderating, people
from bulletins.editing.ground import a_release
from pentameter.bulletins.comments.models import Reader, Standing
from pentameter.bulletins.moderation.rules.acts import Act
from proofs.let_in.walk import METHODS, Found, Told, ask
from public_door import public_door

NEVER = "00000000-0000-4000-8000-000000000000"
SIGN_IN = "/reader/sign-in/"
WRITER, ANOTHER, NOBODY = "the writer", "another reader", "nobody"


@dataclass(frozen=True, slots=True)
class Who:
    """Who may open an address, and whose it is where it names something."""

    words: str
    may: Callable[[str], bool]


EVERYBODY = Who("what is released is everybody's", lambda name: True)
READERS = Who("readers who signed in, each their own", lambda name: name != NOBODY)
WHO_WROTE_IT = Who("whoever wrote it", lambda name: name == WRITER)

_OPEN = (
    *("", "in-danger/", "help/", "statistics/", "statistics/<slug:slug>/", "rules/", "accessibility/", "privacy/"),
    *("statistics/<slug:slug>/versions/<int:number>/", "statistics/<slug:slug>/versions/<int:number>/<str:name>"),
    *("bulletins/", "bulletins/archive/", "bulletins/search/", "bulletins/feed.<slug:kind>"),
    *("bulletins/month/<int:year>-<int:month>/", "bulletins/subject/<slug:subject>/", "bulletins/<slug:slug>/"),
    *("bulletins/pictures/<uuid:picture_id>/", "bulletins/<slug:slug>/card.png", "robots.txt", "health/"),
    *("health/live/", "health/ready/"),
    *("tip-offs/", "tip-offs/tell/", "tip-offs/reply/", "tip-offs/add/", "comments/feed/", "comments/figures/"),
    *("comments/reported/", "comments/on/<uuid:bulletin_id>/", "comments/on/<uuid:bulletin_id>/feed/"),
    *("comments/<uuid:comment_id>/", "comments/<uuid:comment_id>/report/", "reader/register/", "reader/sign-in/"),
    *("reader/link/", "reader/in/<str:secret>/", "reader/sign-out/", "reader/left/"),
)
_SIGNED_IN = ("reader/", "reader/password/", "reader/rules/", "reader/data/", "reader/leave/")
_OWN = (
    *("reader/comments/<uuid:comment_id>/", "reader/comments/<uuid:comment_id>/change/"),
    *("reader/comments/<uuid:comment_id>/take-back/", "reader/appeal/<uuid:decision>/"),
)
PUBLIC: dict[str, Who] = {
    **dict.fromkeys(_OPEN, EVERYBODY),
    **dict.fromkeys((*_SIGNED_IN, "comments/on/<uuid:bulletin_id>/write/"), READERS),
    **dict.fromkeys(_OWN, WHO_WROTE_IT),
}


def unknown() -> list[str]:
    """Addresses of the public door that are not known here, and those known here that are gone."""
    there = set(_routes(get_resolver("pentameter.config.public_urls"), ""))
    return sorted(f"/{one} is unknown to proofs/let_in/public.py, or gone" for one in there ^ set(PUBLIC))


def _routes(resolver: URLResolver, before: str) -> Iterator[str]:
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from _routes(one, before + str(one.pattern))
        elif isinstance(one, URLPattern):
            yield before + str(one.pattern)


def stage() -> dict[str, str]:
    """A release, an article, and a comment that was removed: their ids, by the names of their places."""
    a_release()
    article = people.article()
    comment = people.comment(people.reader(), "A thought of no use, canarycomment99e.")
    moderating.decided(comment, Act.REMOVE)
    decision = Standing.objects.get(comment=comment).decision
    return {"bulletin_id": str(article), "comment_id": str(comment.pk), "decision": str(decision)}


def walk(found: Found, methods: tuple[str, ...] = METHODS) -> None:
    """Every address of the public door by everybody, about a comment that was removed and about one that never was."""
    there = stage()
    with public_door() as browser:
        for name, client in browsers(browser).items():
            for route, who in PUBLIC.items():
                for method in methods:
                    told = ask(client, method, filled(route, there), {}, {})
                    absent = ask(client, method, filled(route, {}), {}, {})
                    verdict = _verdict(told, absent, who, name, method)
                    found.note(right=not verdict, kind="public door", what=f"{method} /{route} by {name}: {verdict}")


_WORDS = {"slug": "second-wave", "number": "1", "name": "found.csv", "kind": "atom", "year": "2026", "month": "10"}
_WORDS |= {"subject": "operation", "secret": "a-secret-that-was-never-sent"}


def browsers(nobody: Client) -> dict[str, Client]:
    """Who stands before the public door."""
    writer = Reader.objects.get(name="Heather Moor")
    return {
        NOBODY: nobody,
        WRITER: people.signed_in(Client(raise_request_exception=False), writer),
        ANOTHER: people.signed_in(Client(raise_request_exception=False), people.reader("Rowan Field")),
    }


def filled(route: str, there: dict[str, str]) -> str:
    return "/" + re.sub(r"<\w+:(\w+)>", lambda place: there.get(place[1], _WORDS.get(place[1], NEVER)), route)


def _verdict(told: Told, absent: Told, who: Who, name: str, method: str) -> str:
    if told.status >= 500:
        return f"it fails ({told.status})"
    if told.status == 405:
        return ""
    if any(kind == "comment" for kind, _ in told.sang) and name != WRITER:
        return "it tells what was removed to somebody who did not write it"
    if who.may(name):
        return "it leads to the sign-in" if told.leads_to.startswith(SIGN_IN) and name != NOBODY else ""
    if name == NOBODY:
        return "" if told.leads_to.startswith(SIGN_IN) else f"it answers {told.status} to nobody"
    if told.status == absent.status == 404 and told.digest != absent.digest:
        return "hidden and absent differ"
    return "" if (told.status, told.digest) == (absent.status, absent.digest) else f"it answers {told.status}"
