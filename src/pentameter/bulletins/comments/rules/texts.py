"""What may be sent as a comment: plain text, made clean of signs that deceive the eye. No taste comes into it.

Zero width and bidirectional signs: Unicode Technical Report 36, 2.10, and Standard Annex 9. Two joiners are letters in
Persian, in scripts of India and in emoji, and stay where they stand between such.
"""

import re
import unicodedata
from dataclasses import dataclass

from pentameter.kernel.verdict import ALLOWED, Verdict, refused

LONGEST = 2000
_JOINERS = "\u200c\u200d"
_FILLERS = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters that show nothing."""
_MARKS_IN_A_ROW = 4
_LINK = re.compile(
    r"(?:https?|ftp|hxxps?)\s*:|\bwww\s*[.\u3002]|\b[a-z0-9-]{2,}\s?(?:\.|\(dot\)|\[dot\]|\u3002)\s?"
    r"(?:com|net|org|info|biz|io|ru|cn|top|xyz|site|online|shop|uk|ie|eu|me|ly|co)\b",
    re.IGNORECASE,
)
_BLANK_LINES = re.compile(r"\n{3,}")
_NOT_A_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Clean:
    """A text as it is kept. `left_out`: signs that cannot be seen were left out of it."""

    text: str
    left_out: bool


def clean(typed: str) -> Clean:
    """Plain text of what was typed: composed, without control signs, hidden signs and piled-up marks."""
    text = unicodedata.normalize("NFC", typed.replace("\r\n", "\n").replace("\r", "\n"))
    kept = "".join(_kept(text))
    lines = "\n".join(line.rstrip() for line in kept.replace("\t", " ").split("\n"))
    return Clean(_BLANK_LINES.sub("\n\n", lines).strip(), left_out=len(kept) != len(text))


def _kept(text: str) -> list[str]:
    kept: list[str] = []
    marks = 0
    for place, sign in enumerate(text):
        kind = unicodedata.category(sign)
        marks = marks + 1 if kind in ("Mn", "Me") else 0
        if _is_seen(sign, kind, marks) or (sign in _JOINERS and _joins(text, place)):
            kept.append(sign)
    return kept


def _is_seen(sign: str, kind: str, marks: int) -> bool:
    if sign in "\n\t":
        return True
    return kind[0] != "C" and kind not in ("Zl", "Zp") and sign not in _FILLERS and marks <= _MARKS_IN_A_ROW


def _joins(text: str, place: int) -> bool:
    """Whether a joiner stands between two signs that it can join: beyond ASCII and Latin."""
    around = text[place - 1 : place] + text[place + 1 : place + 2]
    return len(around) == 2 and all(ord(sign) > 0x24F and unicodedata.category(sign)[0] != "C" for sign in around)


def folded(text: str) -> str:
    """The words of a text alone, to see whether two say the same."""
    return _NOT_A_WORD.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()


def has_link(text: str) -> bool:
    """Whether a text holds an address of a page, also one that is written to look like none."""
    return _LINK.search(unicodedata.normalize("NFKC", text)) is not None


def may_be_sent(text: str, *, new_reader: bool) -> Verdict:
    """Whether a clean text may be sent to the moderators at all."""
    if not folded(text):
        return refused("Write a comment in words.")
    if len(text) > LONGEST:
        return refused(f"Your comment has {len(text):,} characters. Shorten it to {LONGEST:,} or fewer.")
    if new_reader and has_link(text):
        return refused(
            "Your comment has an address of a page in it. Take it out: your first comments here cannot have any."
        )
    return ALLOWED
