"""Where a record comes from and who may be told, in the words that go along with it."""

import re
from collections.abc import Iterable, Iterator

from pentameter.entities.interchange.leaving import Source
from pentameter.intelligence.intake.readers.network.carried import BOUND

FREE = ("3x5x2", "P")
"""The one code that binds nobody who holds the file."""


DEMO = "Demonstration data: every person and thing in it is invented."
NOTICE = (
    "The handling codes and conditions in this file bind whoever holds it. Do not pass it on beyond the purpose that "
    "it was made for. It holds what one reader could see at one moment, and nothing beside."
)

_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """The text without what neither XML nor UTF-8 can hold; a mark stands in each place."""
    return _NO_TEXT.sub("\ufffd", text)


def provenance(source: Source) -> str:
    """Where it comes from and how far it is to be believed: sender, reference, day, grade with its scheme."""
    known, how, told = source.meanings
    day = f"{source.reported_on.day} {source.reported_on:%B %Y}"
    graded = (
        f"{source.scheme}: source {source.source} ({known}), information {source.information} ({how}), "
        f"handling {source.handling} ({told})"
    )
    doubt = " It may have been said to do harm." if source.malicious else ""
    return f"{source.agency}, {source.own_reference}, {day}. {graded}.{doubt}"


def binding(source: Source) -> str:
    """What binds whoever holds the record; empty where its code lets it be shared."""
    if (source.scheme, source.handling) == FREE and not (source.conditions or source.recipients):
        return ""
    only = f" Named by the sender: {', '.join(source.recipients)}." if source.recipients else ""
    what = source.conditions or source.meanings[2]
    return f"{BOUND} ({source.agency}, {source.own_reference}; {source.scheme} {source.handling}): {what}{only}"


def bindings(sources: Iterable[Source]) -> Iterator[str]:
    """What binds whoever holds a record that came of these reports."""
    return filter(None, map(binding, sources))
