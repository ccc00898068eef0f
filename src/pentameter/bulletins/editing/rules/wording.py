"""What a story has to say before somebody else reads it."""

from pentameter.bulletins.site.vocabulary import Language
from pentameter.kernel.verdict import ALLOWED, Verdict, refused

TITLE, SUMMARY, TEXT, NOTE = 160, 400, 60_000, 2_000
"""The most characters of each."""


TRANSLATIONS = (Language.WELSH, Language.IRISH)


def may_be_sent(*, title: str, summary: str, text: str, correction: str, public: bool) -> Verdict:
    """Whether a story says enough for a second reader to read it. A correction says what it corrects."""
    missing = [
        name for name, said in (("a title", title), ("a summary", summary), ("a text", text)) if not said.strip()
    ]
    if missing:
        return refused(f"It has no {missing[0].removeprefix('a ')} yet. Write {missing[0]}, then send it.")
    if public and not correction.strip():
        return refused("Say what is corrected, and why. Readers see it above the text.")
    return ALLOWED


def may_be_withdrawn(because: str) -> Verdict:
    """Whether a withdrawal says enough. Its reason is public."""
    return ALLOWED if because.strip() else refused("Say why it is withdrawn. Readers see it at its address.")
