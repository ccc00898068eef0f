"""Whether a text says nothing but words that stand in public already.

Where comments appear without a person's look, what is held back and what is not would tell whoever tries a name whether
she is protected. So a comment appears by itself only if each of its words stands in what people let be published; a
name that nobody has published yet waits for a moderator, whoever bears it.
"""

import re
import unicodedata
from collections.abc import Iterator

from django.db.models import TextField, Value
from django.db.models.functions import Concat

from pentameter.bulletins.comments.models import Standing
from pentameter.bulletins.comments.rules.life import Decided
from pentameter.bulletins.site.models import Words

_WORD = re.compile(r"[^\W\d_]+|\w+")
_SHORT_NUMBER = 4
"""Figures up to which a number is none that leads to anybody."""


def says_nothing_new(text: str) -> bool:
    """Whether all words of a text stand in published bulletins and comments. Reads no more of them than it needs."""
    missing = {word for word in _words(text) if not (word.isdigit() and len(word) <= _SHORT_NUMBER)}
    for said in _published():
        if not missing:
            break
        missing -= _words(said)
    return not missing


def _published() -> Iterator[str]:
    bulletins = Words.objects.annotate(said=_joined("title", "summary", "plain"))
    standing = Standing.objects.filter(state=Decided.PUBLISHED.value, comment__hidden_at=None).exclude(text="")
    comments = standing.annotate(said=_joined("name", "text")).order_by("-first_shown_at")
    for said in (bulletins, comments):
        yield from said.values_list("said", flat=True).iterator()


def _joined(*fields: str) -> Concat:
    return Concat(*(part for field in fields for part in (field, Value(" "))), output_field=TextField())


def _words(text: str) -> set[str]:
    return set(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))
