"""What becomes of a comment at both doors: taken in, read, decided, told, appealed against. Pages of both sides."""

from collections.abc import Iterator

import pytest
from django.core import mail
from django.test import Client

import cast
from bulletins import moderating, people
from pentameter.bulletins.comments.models import Answer, Appeal, Comment, Measure, Report, Standing
from pentameter.bulletins.moderation import tasks
from pentameter.bulletins.moderation.models import Case, Decision, Setting, Step
from pentameter.bulletins.moderation.rules.acts import Act
from public_door import BOTH, public_door

pytestmark = pytest.mark.django_db(databases=BOTH)


@pytest.fixture
def browser() -> Iterator[Client]:
    with public_door() as client:
        yield client


@pytest.fixture
def staff() -> Client:
    return cast.sign_in(Client(), cast.moderator())


def _staff(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def test_a_comment_is_read_and_approved_and_the_next_comes(staff: Client) -> None:
    under, writer = people.article(), people.reader()
    first = people.comment(writer, "The first thought.")
    people.comment(writer, "The second thought.")
    moderating.beat()
    assert "The first thought." in _staff(staff, "/moderation/")
    assert "2 comments wait" in _staff(staff, "/moderation/")
    page = _staff(staff, f"/moderation/comments/{first.pk}/")
    assert "The first thought." in page
    assert "Heather Moor" in page
    assert "example.org" not in page
    answer = cast.post(
        staff, f"/moderation/comments/{first.pk}/", {"act": "approve", "version": "0", "wording_version": "1"}
    )
    assert answer.status_code == 302, answer.content.decode()
    assert "The second thought." in _staff(staff, answer["Location"])
    moderating.beat()
    with public_door() as browser:
        assert "The first thought." in browser.get(f"/comments/on/{under}/").content.decode()
        assert "The second thought." not in browser.get(f"/comments/on/{under}/").content.decode()


def test_a_removal_needs_a_rule_and_a_reason_and_nothing_typed_is_lost(staff: Client) -> None:
    people.article()
    made = people.comment(people.reader())
    moderating.beat()
    given = {"act": "remove", "version": "0", "wording_version": "1", "words": "Because it does."}
    page = cast.post(staff, f"/moderation/comments/{made.pk}/", given)
    assert "Choose the rule" in page.content.decode()
    assert "Because it does." in page.content.decode()
    assert not Decision.objects.exists()
    answer = cast.post(staff, f"/moderation/comments/{made.pk}/", {**given, "rule": "accuse"})
    assert answer.status_code == 302
    moderating.beat()
    tasks.send_letters()
    letter = mail.outbox[-1]
    assert letter.to == ["heather@example.org"]
    assert "It accuses somebody." in letter.body
    assert "Because it does." in letter.body
    assert "A thought." not in letter.body


def test_undo_brings_it_back_into_the_queue_and_off_the_page(staff: Client) -> None:
    under = people.article()
    made = people.comment(people.reader(), "Approved by mistake.")
    decision = moderating.decided(made, Act.APPROVE)
    assert Standing.objects.get().text == "Approved by mistake."
    assert "Undo" in _staff(staff, "/moderation/")
    answer = cast.post(staff, f"/moderation/undo/{decision}/")
    assert answer["Location"] == f"/moderation/comments/{made.pk}/"
    moderating.beat()
    assert Standing.objects.get().text == ""
    assert Case.objects.get().waiting_since is not None
    with public_door() as browser:
        assert "Approved by mistake." not in browser.get(f"/comments/on/{under}/").content.decode()


def test_a_report_hides_a_moderator_decides_and_the_reporter_learns(staff: Client) -> None:
    under = people.article()
    made = people.shown(people.reader(), "She lives at the corner.")
    moderating.beat()
    Case.objects.filter(pk=made.pk).update(state="published", published_version=1, waiting_since=None)
    with public_door() as browser:
        page = browser.get(f"/comments/{made.pk}/report/").content.decode()
        assert "Report this comment" in page
        sent = browser.post(f"/comments/{made.pk}/report/", {"reason": "identifies"}).content.decode()
        code = sent.split('class="receipt">')[1].split("<")[0]
        assert "She lives" not in browser.get(f"/comments/on/{under}/").content.decode()
        assert browser.post(f"/comments/{made.pk}/report/", {"reason": "rule"}).status_code == 404
        assert "Nobody has looked yet" in browser.post("/comments/reported/", {"code": code}).content.decode()
        moderating.beat()
        assert "may harm somebody" in _as_staff("/moderation/")
        assert "It could identify somebody" in _as_staff(f"/moderation/comments/{made.pk}/")
        moderating.decided(made, Act.REMOVE)
        assert "agreed" in browser.post("/comments/reported/", {"code": code}).content.decode()
    assert Report.objects.get().answer == "agreed"


def _as_staff(path: str) -> str:
    from django.test import override_settings

    from pentameter.config.settings import staff as theirs

    with override_settings(ROOT_URLCONF=theirs.ROOT_URLCONF, MIDDLEWARE=theirs.MIDDLEWARE, DOOR="staff"):
        return _staff(cast.sign_in(Client(), cast.moderator()), path)


def test_three_breaches_lead_to_a_withdrawal_that_another_seconds_and_a_third_may_lift(staff: Client) -> None:
    people.article()
    writer = people.reader()
    for number in range(3):
        moderating.decided(people.comment(writer, f"Insult number {number}."), Act.REMOVE)
    page = _staff(staff, f"/moderation/readers/{writer.pk}/")
    assert "3 breaches count" in page
    given = {"step": "withdrawn", "days": "7", "words": "For the third time."}
    assert cast.post(staff, f"/moderation/readers/{writer.pk}/", given).status_code == 302
    moderating.beat()
    assert not Measure.objects.exists()
    step = Step.objects.get()
    cast.post(staff, f"/moderation/steps/{step.pk}/", {"agrees": "yes"})
    assert Step.objects.get().seconded_at is None
    other = cast.sign_in(Client(), cast.second_moderator())
    assert "Withdraw the privilege" in _staff(other, "/moderation/appeals/")
    cast.post(other, f"/moderation/steps/{step.pk}/", {"agrees": "yes"})
    moderating.beat()
    assert Measure.objects.get().step == "withdrawn"
    with public_door() as browser:
        people.signed_in(browser, writer)
        assert "Privilege withdrawn" in browser.get("/reader/").content.decode()
        key = {"text": "One more.", "key": "k" * 20}
        assert "was withdrawn" in browser.post(f"/comments/on/{people._ARTICLE}/write/", key).content.decode()
        sent = browser.post(f"/reader/appeal/{step.pk}/", {"words": "I did not mean it."})
        assert sent.status_code == 302, sent.content.decode()
    appeal = Appeal.objects.get()
    assert "another moderator answers" in _staff(other, "/moderation/appeals/")
    third = cast.sign_in(Client(), cast.third_moderator())
    assert "I did not mean it." in _staff(third, f"/moderation/appeals/{appeal.pk}/")
    answer = {"upheld": "yes", "words": "The second comment broke no rule."}
    assert cast.post(third, f"/moderation/appeals/{appeal.pk}/", answer).status_code == 302
    moderating.beat()
    assert Answer.objects.get().upheld
    assert Measure.objects.get().lifted_at is not None
    with public_door() as browser:
        people.signed_in(browser, writer)
        assert "Upheld." in browser.get("/reader/").content.decode()
        assert "was withdrawn" not in browser.post(f"/comments/on/{people._ARTICLE}/write/", key).content.decode()


def test_an_article_is_closed_and_says_so_and_held_and_shows_nothing(staff: Client) -> None:
    under = people.article()
    people.shown(people.reader(), "It stands.")
    Setting.objects.create(
        bulletin=under,
        slug="second-wave",
        title="The second wave begins",
        version=1,
        is_open=True,
        shows=True,
        held=False,
        checked_first=True,
        why="It was published.",
        by="system",
        at="2026-11-01T10:00:00Z",
    )
    tasks.bring_over()
    assert "The second wave begins" in _staff(staff, "/moderation/articles/")
    assert "First day on which they are closed" in _staff(staff, f"/moderation/articles/{under}/")
    given = {"taking": "closed", "shows": "on", "checked_first": "on", "version": "1", "why": "A month is enough."}
    assert cast.post(staff, f"/moderation/articles/{under}/", given).status_code == 302
    tasks.bring_over()
    with public_door() as browser:
        page = browser.get(f"/comments/on/{under}/").content.decode()
        assert "Comments on this article are closed." in page
        assert 'href="/rules/"' in page
        assert "It stands." in page
    stale = cast.post(staff, f"/moderation/articles/{under}/", given)
    assert stale.status_code == 409
    held = {**given, "taking": "held", "version": "2", "why": "A trial began."}
    assert cast.post(staff, f"/moderation/articles/{under}/", held).status_code == 302
    tasks.bring_over()
    with public_door() as browser:
        for path in (f"/comments/on/{under}/", f"/comments/on/{under}/feed/", "/comments/feed/"):
            assert "It stands." not in browser.get(path).content.decode()
        assert browser.get(f"/comments/{Comment.objects.get().pk}/").status_code == 404


def test_moderators_see_why_nobody_registers(staff: Client, settings) -> None:
    assert "Readers cannot register" not in _staff(staff, "/moderation/")
    settings.SENDS_LETTERS = False
    assert "Readers cannot register" in _staff(staff, "/moderation/")
    assert "PENTAMETER_SMTP" in _staff(staff, "/moderation/")
