"""Hostile comments sent through the public door, then past the moderators, and what became of them, counted.

First nobody decides: nothing may be readable. Then everything that may be published is: nothing may be executed.
"""

import xml.etree.ElementTree as ElementTree
from collections import Counter
from uuid import UUID

from django.test import Client
from proofs.bad_input.tags import runs

from pentameter.bulletins.comments.models import Comment, Standing
from pentameter.bulletins.moderation import tasks
from pentameter.bulletins.moderation.models import Case
from pentameter.bulletins.moderation.rules.acts import Act
from pentameter.bulletins.moderation.services.deciding import Judgement, decide
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused
from tests.bulletins import hostile, people
from tests.public_door import public_door

EACH = 3
BAD = ("failed", "published unmoderated", "executed")


def attack(seed: int, number: int, *, moderator: Actor) -> Counter[str]:
    """Send so many hostile comments. The counts under `BAD` are to be nothing."""
    counts: Counter[str] = Counter(dict.fromkeys(BAD, 0))
    under, marks = people.article(), []
    with public_door() as browser:
        for place, (mark, text) in enumerate(hostile.texts(seed, number)):
            if place % EACH == 0:
                reader = people.reader(f"Reader{place} Quill")
                people.signed_in(browser, reader)
            counts["sent"] += 1
            marks.append(mark)
            counts[_sent(browser, under, text, f"key{seed:08d}{place:08d}")] += 1
            if place % EACH == EACH - 1:
                counts["executed"] += runs(browser.get("/reader/").content.decode())
        tasks.take_everything_in()
        tasks.bring_over()
        counts["published unmoderated"] += _readable(browser, under, marks)
        _publish(counts, moderator)
        tasks.bring_over()
        _read(browser, under, counts)
    return counts


def _sent(browser: Client, under: UUID, text: str, key: str) -> str:
    """How one was answered: taken to be checked, or told kindly what to mend, with what was typed."""
    answer = browser.post(f"/comments/on/{under}/write/", {"text": text, "key": key})
    if answer.status_code == 302:
        return "received"
    page = answer.content.decode()
    kind = answer.status_code == 200 and "There is a problem" in page and not runs(page)
    return "told what to mend" if kind else "failed"


def _readable(browser: Client, under: UUID, marks: list[str]) -> int:
    pages = [f"/comments/on/{under}/", f"/comments/on/{under}/?order=discussed", "/comments/feed/"]
    public = "".join(browser.get(path).content.decode() for path in pages)
    opened = sum(
        browser.get(f"/comments/{one}/").status_code != 404 for one in Comment.objects.values_list("pk", flat=True)
    )
    return Standing.objects.exclude(text="").count() + opened + sum(mark in public for mark in marks)


def _publish(counts: Counter[str], moderator: Actor) -> None:
    for case in Case.objects.all():
        judgement = Judgement(case.pk, Act.APPROVE, case.version, case.wording_version, words="To see what it does.")
        try:
            decide(judgement=judgement, by=moderator)
            counts["approved to see what it does"] += 1
        except Refused:
            counts["held whoever approves"] += 1


def _read(browser: Client, under: UUID, counts: Counter[str]) -> None:
    page = 1
    while True:
        answer = browser.get(f"/comments/on/{under}/?page={page}").content.decode()
        counts["executed"] += runs(answer)
        counts["pages read"] += 1
        page += 1
        if f"page={page}" not in answer:
            break
    feed = browser.get(f"/comments/on/{under}/feed/").content
    items = ElementTree.fromstring(feed).findall("channel/item")
    counts["executed"] += sum(runs(item.findtext("description") or "") for item in items)
