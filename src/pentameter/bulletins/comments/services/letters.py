"""Letters to readers. What they are told stands on their page; by e-mail goes the same, and never a comment's words."""

import logging
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import IntegrityError

from pentameter.bulletins.comments.addresses import opened
from pentameter.bulletins.comments.models import Letter, Reader
from pentameter.bulletins.comments.transactions import together
from pentameter.kernel import clock
from pentameter.kernel.sealing import SealBroken
from pentameter.kernel.verdict import ALLOWED, Verdict, refused

NO_LETTERS = (
    "Nobody can register or be sent a link just now: this site cannot send letters at this moment. Nothing that you "
    "entered was kept. Please come back later."
)
TRIES = 5
_AT_ONCE = 50
_log = logging.getLogger(__name__)
_FOOT = "\n\nYou get this because this address was given when somebody registered to comment on Pentameter.\n"


def write_letter(*, reader_id: UUID, about: str, subject: str, body: str) -> bool:
    """Write a letter about one thing, once, for the reader's page; the e-mail goes by itself. Whether it is new."""
    if not Reader.objects.filter(pk=reader_id).exists():
        return False
    words = {"reader_id": reader_id, "subject": subject, "body": body, "written_at": clock.now()}
    try:
        with together():
            return Letter.objects.get_or_create(about=about, defaults=words)[1]
    except IntegrityError:
        return False


def send_waiting() -> int:
    """Send the letters that wait. One that cannot be sent is tried five times, and stays on the reader's page.

    Where this installation sends no letters at all, they wait until it does.
    """
    if not settings.SENDS_LETTERS:
        return 0
    waiting = Letter.objects.filter(sent_at=None, tries__lt=TRIES).select_related("reader").order_by("written_at")
    return sum(_send(letter) for letter in waiting[:_AT_ONCE])


def may_be_written_to() -> Verdict:
    """Whether this installation can send letters. Without them nobody can confirm an address."""
    return ALLOWED if settings.SENDS_LETTERS else refused(NO_LETTERS)


def send_now(reader: Reader, subject: str, body: str) -> bool:
    """Send a reader something that stands on no page, such as a link. Whether it went."""
    try:
        return send_to(opened(reader.address, reader.pk), subject, body)
    except SealBroken:
        _log.error("An address does not open.")
        return False


def send_to(address: str, subject: str, body: str) -> bool:
    """Send an e-mail. Whether it went; what it says and to whom stands in no log."""
    try:
        return bool(EmailMessage(subject, body + _FOOT, settings.DEFAULT_FROM_EMAIL, [address]).send())
    except OSError as error:
        _log.error("A letter was not sent: %s", type(error).__name__)
        return False


def _send(letter: Letter) -> bool:
    Letter.objects.filter(pk=letter.pk).update(tries=letter.tries + 1)
    if not send_now(letter.reader, letter.subject, letter.body):
        return False
    Letter.objects.filter(pk=letter.pk).update(sent_at=clock.now())
    return True
