"""What has to be said in words: long enough to say something, and not one sign over and over."""

from pentameter.kernel.verdict import ALLOWED, Verdict, refused

FEWEST = 4
LONGEST = 4000


def plain(words: str) -> str:
    """The words without space around."""
    return " ".join(words.split())


def in_words(words: str, field: str) -> Verdict:
    """Whether a reason says something: at least four words that differ."""
    said = plain(words)
    if len(said) > LONGEST:
        return refused(f"{field}: keep to {LONGEST:,} characters.")
    told_apart = {one.lower() for one in said.split() if any(letter.isalpha() for letter in one)}
    if len(told_apart) < FEWEST:
        return refused(f"{field}: say in a sentence why, so that another person understands it.")
    return ALLOWED
