"""What readers may call themselves: a name that others can read, and that is nobody else's and no office's."""

import unicodedata

from pentameter.bulletins.comments.rules.texts import clean, has_link
from pentameter.kernel.names.letters import words
from pentameter.kernel.verdict import ALLOWED, Verdict, refused

LONGEST = 40
_SHORTEST = 2
_OFFICES = ("pentameter", "moderator", "administrator", "admin", "editor", "police", "garda", "gardai", "officer")
_ALIKE = str.maketrans(
    "013457" + "АВЕЅІЈКМНОРСТУХаеѕіјорсух" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
    "oieast" + "ABESIJKMHOPCTYXaesijopcyx" + "ABEZHIKMNOPTYXo",
)
"""Figures, and letters of other alphabets, that look like a Latin letter."""


def as_shown(typed: str) -> str:
    """The name as it is shown: on one line, without signs that cannot be seen."""
    return " ".join(clean(typed).text.split())


def key(name: str) -> str:
    """What two names have in common that look alike: plain letters, without spaces; figures that look like letters."""
    plain = "".join(word.text for word in words(name.translate(_ALIKE)))
    figures = "".join(sign for sign in unicodedata.normalize("NFKC", name) if sign.isdigit())
    return f"{plain}:{figures}"[:160]


def may_be_called(name: str) -> Verdict:
    """Whether a reader may register under a name. Whether it is taken is for the table to say."""
    letters = key(name).partition(":")[0]
    if len(name) < _SHORTEST or not any(sign.isalpha() for sign in name) or not letters:
        return refused("Choose a name of at least two letters.")
    if len(name) > LONGEST:
        return refused(f"Choose a name of {LONGEST} characters or fewer.")
    if "@" in name or has_link(name):
        return refused("Choose a name that is not an address: it is shown beside your comments.")
    if any(office in letters for office in _OFFICES):
        return refused("Choose another name: this one could be taken for somebody who works here.")
    return ALLOWED
