"""Hostile strings and made-up requests in short: a part of `python -m proofs.bad_input strings described`."""

from collections import Counter

import pytest
from django.http import HttpResponse
from proofs.bad_input import asked, described, forms, tags
from proofs.bad_input.senders import senders, there
from proofs.bad_input.strings import MARK
from proofs.let_in.scene import Scene, scene

from intelligence import ground
from public_door import BOTH

STAFF = ("sign-in/", "search/", "cases/<uuid:case_id>/", "intake/", "lists/", "agencies/<slug:slug>/", "people/new/")
PUBLIC = ("", "bulletins/search/", "bulletins/<slug:slug>/", "reader/sign-in/", "comments/on/<uuid:bulletin_id>/write/")
STRINGS = 4
SENDERS = ("a system of police", "nobody")


@pytest.fixture
def stage(db: None) -> Scene:
    return scene(whole=False)


@pytest.mark.django_db(databases=BOTH)
def test_no_string_breaks_a_page_or_means_something_on_it(stage: Scene) -> None:
    said = asked.Said()
    asked.staff(stage, STRINGS, said, routes=STAFF)
    assert not said.wrong
    assert said.counts["requests"] >= 2 * STRINGS * 5
    assert said.counts["strings in parameters"] > 400
    assert said.counts["answered 200"] > said.counts["requests"] / 4


@pytest.mark.django_db(databases=BOTH)
def test_no_string_breaks_the_public_door() -> None:
    said = asked.Said()
    asked.public_door(STRINGS, said, routes=PUBLIC)
    assert not said.wrong
    assert said.counts["answered 200"] > 20


@pytest.mark.django_db(databases=BOTH)
def test_the_api_answers_as_its_description_says() -> None:
    ground.wave()
    answered = described.Answered()
    of = {name: head for name, head in senders().items() if name in SENDERS}
    assert len(of) == len(SENDERS)
    described.ask(of, there(), 2, answered)
    assert not answered.wrong
    statuses = {what for what in answered.counts if what.startswith("answered")}
    assert {"answered 200", "answered 401", "answered 403", "answered 404", "answered 422"} <= statuses


@pytest.mark.parametrize(
    "page",
    [
        f"<{MARK}>",
        f"<p {MARK}=1>",
        f"<p onclick='{MARK}()'>",
        f"<script>{MARK}()</script>",
        f"<style>.{MARK}</style>",
        f"<a href='javascript:{MARK}()'>x</a>",
        f"<a href='//{MARK}.example/'>x</a>",
        f"<form action='https://{MARK}.example/'>",
        f"<iframe srcdoc='{MARK}'>",
    ],
)
def test_what_means_something_is_noticed(page: str) -> None:
    assert tags.reflected(page, MARK)
    assert asked.faults(HttpResponse(page), page.encode())


@pytest.mark.parametrize(
    "page",
    [
        f"<p>{MARK} &lt;script&gt;</p>",
        f"<input value='javascript:{MARK}()'>",
        f"<a href='/search/?words={MARK}'>x</a>",
        f"<a href='?a=%3Cscript%3E{MARK}'>x</a>",
        f"<title>{MARK}</title>",
    ],
)
def test_what_is_only_shown_is_no_fault(page: str) -> None:
    assert not tags.reflected(page, MARK)


def test_failures_traces_headers_and_ways_out_are_noticed() -> None:
    def wrong(status: int = 200, body: bytes = b"", kind: str = "text/html", **headers: str) -> list[str]:
        answer = HttpResponse(body, status=status, content_type=kind)
        for name, value in headers.items():
            answer[name.replace("_", "-")] = value
        return asked.faults(answer, body)

    assert not wrong()
    assert wrong(500)
    assert wrong(200, b"Traceback (most recent call last):")
    assert wrong(200, f"a,=cmd|x!{MARK}\n".encode(), "text/csv")
    assert not wrong(200, f"a,'=cmd|x!{MARK}\n".encode(), "text/csv")
    assert wrong(302, Location=f"//{MARK}.example/")
    assert not wrong(302, Location=f"/sign-in/?next=/{MARK}")
    assert wrong(X_Bad="1")


def test_fields_and_queries_of_a_page_are_found() -> None:
    page = (
        '<form method="post" action="/a/"><input name="csrfmiddlewaretoken" value="x"><input name="one" value="1">'
        '<select name="two"><option value="">-</option><option value="x">X</option></select>'
        '<textarea name="three"></textarea></form><a href="?page=2&amp;order=new">x</a>'
        '<a href="//else.example/?y=1">y</a>'
    )
    (form,), asked_of = forms.forms_of(page, "/here/")
    assert (form.action, form.method, form.fields) == ("/a/", "POST", {"one": "1", "two": "x", "three": ""})
    assert asked_of == {"/here/": {"page", "order"}}


def test_counts_begin_with_nothing() -> None:
    assert asked.Said().counts == described.Answered().counts == Counter()
