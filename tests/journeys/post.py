"""The letters of the running demonstration, opened as a mail program opens them."""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage

from journeys.conftest import Doors
from journeys.stage import eventually

_BETWEEN = re.compile(rb"^-{79}\n", re.MULTILINE)


def letters(doors: Doors) -> list[EmailMessage]:
    """Every letter that was sent so far."""
    folder = doors.installed.data / "public" / "mail"
    parts = [part for file in sorted(folder.glob("*.log")) for part in _BETWEEN.split(file.read_bytes())]
    return [_opened(part) for part in parts if part.strip()]


def letter_to(doors: Doors, address: str, subject: str, *, says: str = "") -> str:
    """The words of the latest letter to somebody about something, once it is there."""

    def found() -> str:
        theirs = [one for one in letters(doors) if one["To"] == address and subject in str(one["Subject"])]
        return next((words for one in reversed(theirs) if says in (words := _words(one))), "")

    return eventually(found)


def link_in(words: str) -> str:
    """The address that a letter asks to be opened."""
    found = re.search(r"^http://\S+/reader/in/\S+$", words, re.MULTILINE)
    assert found, words
    return found[0]


def everything_sent(doors: Doors) -> str:
    """All letters, with their heads."""
    return "\n".join(f"{one['Subject']}\n{one['To']}\n{_words(one)}" for one in letters(doors))


def _opened(content: bytes) -> EmailMessage:
    made = message_from_bytes(content, policy=policy.default)
    assert isinstance(made, EmailMessage)
    return made


def _words(letter: EmailMessage) -> str:
    return str(letter.get_content())
