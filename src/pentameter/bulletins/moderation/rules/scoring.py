"""How likely a comment is spam, offline and explained: each point says what it is for. It decides nothing.

A score orders the queue and keeps a comment from appearing before somebody looked; a person decides.
"""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from pentameter.bulletins.comments.rules.texts import has_link

LIKELY = 5
"""From here on a comment is marked, and never appears by itself."""
_ADVERTS = (
    *("casino", "betting", "bitcoin", "crypto", "forex", "loan", "viagra", "cialis", "seo ", "followers", "escort"),
    *("click here", "buy now", "limited offer", "work from home", "earn money", "whatsapp", "telegram", "promo code"),
)
_SAME_SIGN = re.compile(r"(.)\1{5,}")
_WORD = re.compile(r"[^\W\d_]{2,}")
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that speaks for spam."""

    points: int
    why: str


def points(text: str, *, alike: int, new_reader: bool) -> tuple[Point, ...]:
    """Everything that speaks for spam in a text. `alike`: how many comments of others say the same."""
    plain, words = unicodedata.normalize("NFKC", text).casefold(), _WORD.findall(text)
    adverts = [one.strip() for one in _ADVERTS if one in plain]
    shouted = sum(word.isupper() for word in words)
    most = Counter(word.casefold() for word in words if len(word) > 3).most_common(1)
    found = (
        (4 if has_link(text) else 0, "It has an address of a page."),
        (min(6, 3 * len(adverts)), f"Words of advertising: {', '.join(adverts)}."),
        (2 if len(words) > 5 and shouted * 2 > len(words) else 0, "More than half of it is in capitals."),
        (2 if _SAME_SIGN.search(text) else 0, "The same sign many times in a row."),
        (2 if most and most[0][1] >= 6 and most[0][1] * 4 > len(words) else 0, "One word makes up much of it."),
        (5 if any(_mixed(word) for word in words) else 0, "Letters of several alphabets in one word."),
        (min(6, 3 * alike), "Others wrote the same."),
        (1 if new_reader else 0, "The reader is new here."),
    )
    return tuple(Point(number, why) for number, why in found if number)


def score(found: tuple[Point, ...]) -> int:
    """The points together."""
    return sum(one.points for one in found)


def _mixed(word: str) -> bool:
    scripts = {script for sign in word for script in _SCRIPTS if unicodedata.name(sign, "").startswith(script)}
    return len(scripts) > 1
