"""Nothing that was not released is on the public side: not in its database, on a page, in a feed, an e-mail or a log.

What only staff may know is written with words that stand nowhere else; then everything of the public side is read.
"""

import logging
import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.apps import apps
from django.core import mail
from django.test import Client

import cast
from bulletins import moderating, people
from bulletins.editing import ground
from decisions.ground import WHERE, ZORANA, protected, stage
from entities.matched import ADA, person, place
from entities.matched import take_in as reports_in
from intelligence import ground as intelligence
from pentameter.bulletins.comments.models import Reader
from pentameter.bulletins.comments.rules.ladder import Step
from pentameter.bulletins.comments.services.letters import send_waiting
from pentameter.bulletins.editing.services.bringing import bring_waiting
from pentameter.bulletins.editing.services.reading import send_back
from pentameter.bulletins.editing.services.writing import Written, save_story
from pentameter.bulletins.moderation.rules.acts import Act
from pentameter.bulletins.moderation.rules.closing import Article, Chosen
from pentameter.bulletins.moderation.services.closing import bring_settings, set_discussion
from pentameter.bulletins.moderation.services.disciplining import NewStep, second_step, take_step
from pentameter.bulletins.moderation.services.opening import open_published
from pentameter.bulletins.site.vocabulary import Subject
from pentameter.config.routing import PUBLIC
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.releases.models import EarlyReader
from pentameter.releases.services.bringing import bring_all
from pentameter.releases.services.ending import abandon
from public_door import BOTH, public_door
from releases import scene

pytestmark = pytest.mark.django_db(databases=BOTH)
HREF = re.compile(r'(?:href|src|action)="(/[^"#]*)')
CANARY = "canary-{}-of-staff".format
HER = replace(ZORANA, other_names=("Bilyana Fictional",), documents=("CANARY1234567",))
NAMES = ("Bilyana", "Quillfeather", WHERE)


def _cases_and_reports() -> None:
    stage()
    protected(HER)
    reports_in([intelligence.good(1, **person(ADA, "victim"), text=CANARY("report"))], intelligence.wave())
    place()


def _bulletins() -> None:
    unread = ground.sent(Written(CANARY("title"), CANARY("summary"), CANARY("text")))
    send_back(story_id=unread, note=CANARY("note"), version=ground.version(unread), by=ground.second_editor())
    public = ground.published()
    later = Written("The second wave begins", "Forces look again.", CANARY("correction"))
    said = {"subject": Subject.OPERATION, "correction": CANARY("why-corrected")}
    save_story(story_id=public, written=later, **said, version=ground.version(public), by=cast.editor())
    bring_waiting()
    open_published(by=SYSTEM, today=clock.today())
    article = Article(public, "the-second-wave-begins", "The second wave begins")
    chosen = Chosen(is_open=True, closes_on=None)
    set_discussion(article=article, chosen=chosen, version=1, why=CANARY("setting"), by=cast.moderator())
    bring_settings()


def _comments() -> None:
    people.article()
    writer = people.reader()
    for number in range(3):
        moderating.decided(people.comment(writer, f"Insult {number}."), Act.REMOVE, note=CANARY("colleagues"))
    passed_on = people.comment(writer, "Zorana Testova lives near.")
    moderating.decided(passed_on, Act.ESCALATE, words=CANARY("passed-on"))
    approved = people.comment(people.reader("Ridge Walker"), "A fair thought.")
    moderating.decided(approved, Act.APPROVE, words=CANARY("approved"), note=CANARY("approval"))
    for words in (CANARY("proposed"), CANARY("refused")):
        new = NewStep(writer.pk, Step.WITHDRAWN, words)
        step = take_step(new=new, by=cast.moderator(), today=clock.today())
        if words == CANARY("refused"):
            second_step(step_id=step, agrees=False, by=cast.second_moderator())
    moderating.beat()


def _releases() -> None:
    wave = scene.a_wave()
    waiting = scene.ready(scene.begun(wave), replace(scene.WORDS, summary=CANARY("described")))
    row = {"edition_id": waiting, "person": "press", "name": "Ada Quill", "office": "Press office"}
    EarlyReader.objects.create(**row, because=CANARY("because"), named_at=clock.now(), named_by="statistician")
    scene.signed(waiting, at=clock.now() + timedelta(days=1))
    given_up = scene.begun(wave, slug="given-up")
    given = {"revision": scene.revision(given_up), "by": cast.statistician(), "at": clock.now()}
    abandon(edition_id=given_up, because=CANARY("given-up"), **given)
    scene.published(scene.described(wave, slug="public"))
    bring_all()


def _kept() -> str:
    """Everything that the public database holds."""
    rows = [
        row
        for label in sorted(PUBLIC)
        for model in apps.get_app_config(label).get_models()
        for row in model._default_manager.using("public").values_list()
    ]
    return "\n".join(_plain(value) for row in rows for value in row)


def _plain(value: object) -> str:
    return bytes(value).decode("utf-8", "replace") if isinstance(value, bytes | memoryview) else str(value)


def _read(browser: Client) -> str:
    """Everything to which a link leads, from the first page on, with the answers' headers."""
    waiting, seen, said = ["/", "/reader/", "/reader/data/"], set[str](), list[str]()
    while waiting:
        address = waiting.pop().replace("&amp;", "&")
        if address in seen or address.startswith("/static/"):
            continue
        seen.add(address)
        answer = browser.get(address)
        body = b"".join(answer) if answer.streaming else answer.content
        said += [address, repr(dict(answer.headers)), body.decode("utf-8", "replace")]
        waiting += HREF.findall(said[-1])
    assert len(seen) > 25
    return "\n".join(said)


def test_what_only_staff_know_stands_nowhere(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="pentameter")
    _releases()
    _cases_and_reports()
    _bulletins()
    _comments()
    send_waiting()
    with public_door() as browser:
        stranger = _read(browser)
        writer = _read(people.signed_in(browser, Reader.objects.get(name="Heather Moor")))
    letters = "\n".join(f"{one.subject} {one.body}" for one in mail.outbox)
    for where, said in {
        "database": _kept(),
        "pages": stranger,
        "own pages": writer,
        "letters": letters,
        "log": caplog.text,
    }.items():
        assert not re.findall(r"canary[\w-]*", said, re.IGNORECASE), where
        assert not [name for name in NAMES if name in said], where
    assert "Testova" not in stranger + letters + caplog.text


def test_where_something_was_released_it_is_found() -> None:
    ground.published(Written(CANARY("title"), CANARY("summary"), CANARY("text")))
    with public_door() as browser:
        assert CANARY("text") in _kept()
        assert CANARY("text") in browser.get("/bulletins/canary-title-of-staff/").content.decode()
