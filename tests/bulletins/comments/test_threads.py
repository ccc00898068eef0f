"""Threads: what everyone reads, in how many queries, and that the rule and the database say the same."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bulletins import people
from pentameter.bulletins.comments.models import Comment, Standing, Wording
from pentameter.bulletins.comments.queries.privilege import ruling_of, written_of
from pentameter.bulletins.comments.queries.threads import PAGE, SHOWN, Order, latest, one, thread
from pentameter.bulletins.comments.rules.life import Decided, is_shown
from pentameter.kernel import clock
from pentameter.kernel.ids import new_id
from public_door import BOTH, public_door

pytestmark = pytest.mark.django_db(databases=BOTH)
MOST = 12


@pytest.fixture
def browser() -> Iterator[Client]:
    with public_door() as client:
        yield client


def test_a_thread_of_five_thousand_takes_few_queries(browser: Client) -> None:
    under = people.article()
    readers = [people.reader(f"Reader{number} Vale") for number in range(20)]
    now = clock.now()
    tops = [_row(under, readers[n % 20].pk, now + timedelta(seconds=n), n, None) for n in range(2500)]
    answers = [_row(under, readers[n % 20].pk, now, n, tops[n % 400 if n % 2 else 0].pk) for n in range(2500, 5000)]
    rows = tops + answers
    Comment.objects.bulk_create(rows, batch_size=500)
    Wording.objects.bulk_create(
        [Wording(comment=row, version=1, text=f"Words {row.key}", at=row.written_at) for row in rows], batch_size=500
    )
    Standing.objects.bulk_create([_stands(row) for row in rows], batch_size=500)
    for path in (f"/comments/on/{under}/", f"/comments/on/{under}/?order=discussed&page=7", f"/comments/{tops[0].pk}/"):
        with CaptureQueriesContext(connections["public"]) as caught:
            page = browser.get(path)
        assert page.status_code == 200
        assert len(caught) <= MOST, [query["sql"][:120] for query in caught]
    first = thread(under, order=Order.DISCUSSED, page=1, today=clock.today())
    assert first.comments == 5000
    assert first.pages == -(-2500 // PAGE)
    assert first.lines[0].id == tops[0].pk
    assert first.lines[0].answers == 1250
    assert len(first.lines[0].shown_answers) == 20
    assert thread(under, order=Order.NEWEST, page=1, today=clock.today()).lines[0].id == tops[-1].pk
    with CaptureQueriesContext(connections["public"]) as caught:
        browser.get(f"/comments/on/{under}/feed/")
    assert len(caught) <= MOST


def _row(under: object, reader: object, at: object, number: int, parent: object) -> Comment:
    given = {"discussion_id": under, "reader_id": reader, "written_at": at, "changed_at": at, "parent_id": parent}
    return Comment(pk=new_id(), key=f"key{number:017d}", digest=f"{number:032d}", **given)


def _stands(row: Comment) -> Standing:
    return Standing(
        comment=row,
        version=1,
        decision=new_id(),
        state="published",
        wording_version=1,
        name="Reader Vale",
        text=f"Words {row.key}",
        discussion_id=row.discussion_id,
        decided_at=row.written_at,
        first_shown_at=row.written_at,
    )


@pytest.mark.parametrize("decided", list(Decided))
def test_the_rule_and_the_database_say_the_same(decided: Decided) -> None:
    people.article()
    writer = people.reader()
    for version in (1, 2):
        for taken_back in (None, clock.now()):
            for hidden in (None, clock.now()):
                more = {"version": version, "taken_back_at": taken_back, "hidden_at": hidden}
                made = people.shown(writer, f"{version} {taken_back} {hidden}", **more)
                text = made.standing.text if decided is Decided.PUBLISHED else ""
                Standing.objects.filter(pk=made.pk).update(state=decided.value, text=text)
    people.comment(writer, "Nobody decided.")
    shown = set(Comment.objects.filter(SHOWN).values_list("pk", flat=True))
    rows = Comment.objects.select_related("standing")
    assert shown == {row.pk for row in rows if is_shown(written_of(row), ruling_of(row))}


def test_what_was_answered_leaves_its_place_and_what_never_appeared_never_was(browser: Client) -> None:
    under, writer, other = people.article(), people.reader(), people.reader("Ridge Walker")
    top = people.shown(writer, "I take this back.")
    people.shown(other, "An answer stays.", parent=top)
    waits = people.comment(writer, "This waits.")
    Comment.objects.filter(pk=top.pk).update(taken_back_at=clock.now())
    page = browser.get(f"/comments/on/{under}/").content.decode()
    assert "The writer took this comment back." in page
    assert "An answer stays." in page
    assert "I take this back." not in page
    assert "This waits." not in page
    assert browser.get(f"/comments/{waits.pk}/").status_code == 404
    assert browser.get(f"/comments/{waits.pk}/").content == browser.get(f"/comments/{new_id()}/").content
    assert one(waits.pk, page=1, today=clock.today()) is None
    assert "I take this back." not in browser.get(f"/comments/{top.pk}/").content.decode()


def test_words_are_escaped_and_lines_stand(browser: Client) -> None:
    under = people.article()
    people.shown(people.reader(), "One <b>line</b>\nand another\n\nA paragraph & more")
    page = browser.get(f"/comments/on/{under}/").content.decode()
    assert "<p>One &lt;b&gt;line&lt;/b&gt;<br>and another</p><p>A paragraph &amp; more</p>" in page
    feed = browser.get(f"/comments/on/{under}/feed/").content.decode()
    assert "&lt;p&gt;One &amp;lt;b&amp;gt;line" in feed
    assert len(latest(under, number=5, today=clock.today())) == 1


def test_reading_sets_no_cookie_and_an_unknown_article_is_not_there(browser: Client) -> None:
    under = people.article()
    for path in (f"/comments/on/{under}/", "/comments/feed/", "/comments/figures/", "/rules/"):
        answer = browser.get(path)
        assert answer.status_code == 200
        assert not answer.cookies
    assert browser.get(f"/comments/on/{new_id()}/").status_code == 404
