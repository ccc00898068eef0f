"""Our rules, by edition. A reader agrees to one edition; when there is a newer one, they are asked again.

An edition that anyone agreed to is never changed: a test holds each to its digest. To change a rule, add an edition.
"""

import hashlib
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class OurRule:
    """One thing that a comment may not do. `code` is what a decision names; `short` is how it is told."""

    code: str
    short: str
    text: str


@dataclass(frozen=True, slots=True)
class Edition:
    """The rules as they stood from a day on."""

    number: int
    since: date
    please: tuple[str, ...]
    rules: tuple[OurRule, ...]
    then: tuple[str, ...]

    @property
    def digest(self) -> str:
        """SHA-256 over every word of the edition."""
        words = [str(self.number), self.since.isoformat(), *self.please, *self.then]
        words += [part for rule in self.rules for part in (rule.code, rule.short, rule.text)]
        return hashlib.sha256("\n".join(words).encode()).hexdigest()

    def rule(self, code: str) -> OurRule | None:
        """The rule of a code."""
        return next((rule for rule in self.rules if rule.code == code), None)


_FIRST = Edition(
    number=1,
    since=date(2007, 10, 1),
    please=(
        "Say what you think, about what was published.",
        "Be fair to those who think otherwise.",
        "Write as if someone who lived through it were reading. She may be.",
    ),
    rules=(
        OurRule(
            "identify",
            "It could identify somebody.",
            "Do not name, describe or hint at anyone who may be a victim, or where anyone lives or sleeps. Not even if "
            "you mean well, and not even if it is yourself: others could be found by it.",
        ),
        OurRule("accuse", "It accuses somebody.", "Do not accuse anyone. If you know something, tell the police."),
        OurRule("trial", "It is about a trial that is going on.", "Do not write about a trial that is going on."),
        OurRule(
            "attack",
            "It attacks people.",
            "Do not attack people for where they come from, what they believe, whom they love, or what they had to do "
            "to live. Do not insult anyone.",
        ),
        OurRule(
            "advertise",
            "It advertises, or says the same again.",
            "Do not advertise, or post the same thing again and again.",
        ),
        OurRule("astray", "It is not about the article.", "Keep to what the article is about."),
    ),
    then=(
        "A person reads your comment before it appears. It is in plain text; you can mend it for 15 minutes.",
        "A comment that breaks a rule does not appear, or is removed. You are told which rule it was.",
        "A comment that could identify a victim never appears.",
        "Breaking rules again and again leads from a note to a warning, to a time without comments, and in the end to "
        "losing the privilege of commenting. What you broke counts for a year at most, and then no more.",
        "You may appeal within 20 days. Somebody else decides, not the person who decided first.",
        "Nobody is hidden in secret: whatever is done to a comment or an account of yours, you are told.",
    ),
)
EDITIONS = (_FIRST,)
"""All editions, oldest first."""
CURRENT = EDITIONS[-1]
"""The edition that holds."""


def told(code: str) -> str:
    """A rule in a sentence, of whichever edition has it; empty for none."""
    found = (edition.rule(code) for edition in reversed(EDITIONS))
    return next((rule.short for rule in found if rule), "")
