"""Words that have to be somebody's own: what weight an account was given, or why there is none.

No template passes: not the words of the form, not one sentence said twice, not what the same person wrote before.
"""

import re
import unicodedata
from collections.abc import Collection

from pentameter.kernel.verdict import ALLOWED, Verdict, refused

LEAST_WORDS = 12
LEAST_DIFFERENT = 8
WEIGHT_HINT = (
    "Say in your own words what in her account bears on the decision, what you believe, and how much it counts."
)
ABSENCE_HINT = (
    "Say why there is no account: what was asked, by whom and when, what she answered, and what you go by instead."
)
REASONS_HINT = "The reasons for this decision, so that she can understand them. They are kept for ever."
HINTS = (WEIGHT_HINT, ABSENCE_HINT, REASONS_HINT)
STOCK = (
    "The account was read and given due weight",
    "The account has been read and considered and given appropriate weight",
    "Full account was taken of her traumatic experiences",
    "I have considered everything that she went through in reaching this decision",
)
"""Sentences that say nothing of her. They are left out before the words are counted."""


def plain(words: str) -> str:
    """Words as they are compared: small letters, one space, nothing else. Numbers and dates make nothing new."""
    folded = unicodedata.normalize("NFKD", words).casefold()
    return " ".join(re.findall(r"[^\W\d_]+", "".join(one for one in folded if not unicodedata.combining(one))))


def own_words(words: str, *, what: str, hints: Collection[str] = HINTS, used_before: bool = False) -> Verdict:
    """Whether words may stand as somebody's own. `what` names them in the sentence: "the weight of her account".

    `used_before`: the same person wrote the same, as `plain` compares it, in an earlier decision.
    """
    said = plain(words)
    if not said:
        return refused(f"Write {what} in words.")
    if any(said == plain(hint) for hint in (*hints, *STOCK)):
        return refused(f"That is text of the form or of a template. Write {what} in your own words.")
    if said_twice(words):
        return refused(f"The same sentence stands there twice. Write {what} once, in your own words.")
    rest = _without(said, (*hints, *STOCK)).split()
    if len(rest) < LEAST_WORDS or len(set(rest)) < LEAST_DIFFERENT:
        return refused(
            f"That is too short to say anything of her. Write {what} in at least {LEAST_WORDS} words of your own."
        )
    if used_before:
        return refused(f"You wrote the same words in an earlier decision. Write {what} for this person.")
    return ALLOWED


def reasons(words: str) -> Verdict:
    """Whether reasons may stand."""
    if not plain(words):
        return refused("Give the reasons. Without them she cannot know why, and nobody can look at it again.")
    return own_words(words, what="the reasons", hints=(REASONS_HINT,))


def said_twice(words: str) -> bool:
    """Whether a sentence of three words or more stands there twice."""
    sentences = [plain(one) for one in re.split(r"[.!?;:\n\r]+", words)]
    counted = [one for one in sentences if len(one.split()) > 2]
    return len(set(counted)) < len(counted)


def _without(said: str, templates: Collection[str]) -> str:
    for one in templates:
        said = f" {said} ".replace(f" {plain(one)} ", " ").strip()
    return said
