"""Searching bulletins: every word has to be found, in the language asked for or in English.

On PostgreSQL with its full text search, so that "arrest" finds "arrests"; on the embedded database by parts of words.
Only what is public now is searched, for nothing else is here.
"""

import re
from dataclasses import dataclass

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db import connections, router
from django.db.models import Q, QuerySet

from pentameter.bulletins.site.models import Bulletin, Words
from pentameter.bulletins.site.queries.bulletins import A_PAGE, PUBLISHED, Line, lines_of
from pentameter.bulletins.site.vocabulary import Language

LONGEST, MOST_WORDS = 100, 8
_WORD = re.compile(r"[\w'’-]+")
_AROUND = 90


@dataclass(frozen=True, slots=True)
class Hit:
    """A bulletin that was found, with the place in its text: before, the word, after."""

    line: Line
    before: str
    word: str
    after: str


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for which words."""

    words: tuple[str, ...]
    hits: tuple[Hit, ...]
    total: int
    page: int
    pages: int


def words_of(asked: str) -> tuple[str, ...]:
    """The words that are searched: the first few, without signs."""
    return tuple(_WORD.findall(asked[:LONGEST].replace("\x00", " ")))[:MOST_WORDS]


def search(asked: str, language: Language, page: int) -> Found:
    """Bulletins that hold every word, the newest first."""
    words = words_of(asked)
    if not words:
        return Found((), (), 0, 1, 1)
    matching = _matching(words, language).values("bulletin")
    found = Bulletin.objects.filter(state=PUBLISHED, pk__in=matching).defer("card")
    total = found.count()
    pages = max(1, -(-total // A_PAGE))
    page = min(max(page, 1), pages)
    rows = list(found.order_by("-published_at", "-pk")[(page - 1) * A_PAGE : page * A_PAGE])
    texts = _texts(rows, language)
    hits = tuple(Hit(line, *_place(texts.get(line.id, ""), words)) for line in lines_of(rows, language))
    return Found(words, hits, total, page, pages)


def _matching(words: tuple[str, ...], language: Language) -> QuerySet[Words]:
    told = Words.objects.filter(language__in={language.value, Language.ENGLISH.value})
    if connections[router.db_for_read(Words)].vendor == "postgresql":
        vector = SearchVector("title", "summary", "plain", config="english")
        query = SearchQuery(" ".join(words), config="english", search_type="plain")
        return told.annotate(vector=vector).filter(vector=query)
    for word in words:
        told = told.filter(Q(title__icontains=word) | Q(summary__icontains=word) | Q(plain__icontains=word))
    return told


def _texts(rows: list[Bulletin], language: Language) -> dict[object, str]:
    told = Words.objects.filter(bulletin__in=[one.pk for one in rows], language__in=[language, Language.ENGLISH])
    ordered = sorted(told.values_list("bulletin", "language", "plain"), key=lambda one: one[1] == language.value)
    return {bulletin: plain for bulletin, _, plain in ordered}


def _place(text: str, words: tuple[str, ...]) -> tuple[str, str, str]:
    """The first place where one of the words stands, with some text around it."""
    plain = " ".join(text.split())
    found = next((one for word in words if (one := re.search(re.escape(word), plain, re.IGNORECASE))), None)
    if found is None:
        return "", "", plain[: 2 * _AROUND]
    start, end = max(0, found.start() - _AROUND), min(len(plain), found.end() + _AROUND)
    before = plain[start : found.start()]
    after = plain[found.end() : end]
    return (f"…{before}" if start else before), found[0], (f"{after}…" if end < len(plain) else after)
