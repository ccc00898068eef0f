"""Passwords that anybody who knows this place would try first are refused."""

import re

from django.core.exceptions import ValidationError

from pentameter.kernel.actor import Role

WORDS = frozenset(
    {
        "pentameter",
        "operation",
        "trafficking",
        "victim",
        "police",
        "constable",
        "constabulary",
        "garda",
        "force",
        "agency",
    }
    | {"password", "welcome", "secret", "letmein"}
    | {word for role in Role for word in role.value.split("_") if len(word) > 3}
)
"""What stands on our pages, what people here are called, and what stands for a secret everywhere."""
_ENOUGH = 8
_FAULT = "The password is made of words that anybody here would try. Add words that have nothing to do with the work."


class NotOurWords:
    """At least eight letters have to be left once our own words, figures and signs are taken out."""

    def validate(self, password: str, user: object = None) -> None:
        """Refuse what is too easily guessed here."""
        if remaining(password) < _ENOUGH:
            raise ValidationError(_FAULT, code="password_of_our_words")

    def get_help_text(self) -> str:
        """What to do, for the page."""
        return "Use words that have nothing to do with the work."


def remaining(password: str) -> int:
    """How many letters are left without our words, figures and signs. Of a password without letters: its length."""
    letters = "".join(one for one in password.casefold() if one.isalpha())
    if not letters:
        return len(set(password))
    found = re.compile("|".join(sorted(map(re.escape, WORDS), key=len, reverse=True)))
    return len(found.sub("", letters))
