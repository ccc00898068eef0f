"""Bulletins as readers see them, each in the language asked for, or in English where it was not translated."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncMonth

from pentameter.bulletins.site.models import Bulletin, Correction, Edition, Picture, Words
from pentameter.bulletins.site.vocabulary import Language, Subject
from pentameter.kernel.clock import LONDON

A_PAGE = 20
PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Line:
    """A bulletin in a list. `language` is that of its words."""

    id: UUID
    slug: str
    title: str
    summary: str
    language: Language
    subject: Subject
    published_at: datetime
    changed_at: datetime
    corrections: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of a list."""

    lines: tuple[Line, ...]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Noted:
    """A correction, as readers are told of it."""

    number: int
    corrected_at: datetime
    note: str


@dataclass(frozen=True, slots=True)
class Told:
    """The words of a bulletin in one language. `checked`: a speaker has read them against the English."""

    language: Language
    title: str
    summary: str
    body: str
    checked: bool


@dataclass(frozen=True, slots=True)
class Cited:
    """A table of a version of a release, from which figures in a bulletin came."""

    release: str
    number: int
    title: str
    table: str
    as_of: date


@dataclass(frozen=True, slots=True)
class Article:
    """A bulletin whole. One that was withdrawn has no words any more, only why."""

    id: UUID
    slug: str
    version: int
    withdrawn: bool
    withdrawn_because: str
    subject: Subject
    published_at: datetime
    changed_at: datetime
    told: Told | None
    languages: tuple[Language, ...]
    corrections: tuple[Noted, ...]
    sources: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """A month in which something was published."""

    first: date
    count: int


def edition() -> int:
    """How often anything that readers see was changed."""
    return Edition.objects.filter(pk=1).values_list("number", flat=True).first() or 0


def latest(language: Language, limit: int) -> tuple[Line, ...]:
    """The newest bulletins, the newest first."""
    return lines_of(list(_published()[:limit]), language)


def listing(language: Language, page: int, *, month: date | None = None, subject: Subject | None = None) -> Listing:
    """Bulletins of a month, of a subject, or all of them; the newest first."""
    found = _published()
    if month is not None:
        found = found.filter(published_at__year=month.year, published_at__month=month.month)
    if subject is not None:
        found = found.filter(subject=subject.value)
    total = found.count()
    pages = max(1, -(-total // A_PAGE))
    page = min(max(page, 1), pages)
    rows = list(found[(page - 1) * A_PAGE : page * A_PAGE])
    return Listing(lines_of(rows, language), total, page, pages)


def article(slug: str, language: Language) -> Article | None:
    """The bulletin at an address, withdrawn or not; None where there never was one."""
    row = Bulletin.objects.filter(slug=slug).defer("card").first()
    if row is None:
        return None
    told = {Language(one.language): one for one in Words.objects.filter(bulletin=row).defer("plain")}
    chosen = told.get(language) or told.get(Language.ENGLISH)
    corrections = Correction.objects.filter(bulletin=row).order_by("-number")
    return Article(
        id=row.pk,
        slug=row.slug,
        version=row.version,
        withdrawn=row.state != PUBLISHED,
        withdrawn_because=row.withdrawn_because,
        subject=Subject(row.subject),
        published_at=row.published_at,
        changed_at=row.changed_at,
        told=_told(chosen) if chosen and row.state == PUBLISHED else None,
        languages=tuple(one for one in Language if one in told),
        corrections=tuple(Noted(one.number, one.corrected_at, one.note) for one in corrections),
        sources=tuple(Cited(**{**one, "as_of": date.fromisoformat(one["as_of"])}) for one in row.sources),
    )


def months() -> tuple[Month, ...]:
    """The months in which something was published that is public still, the latest first."""
    month = TruncMonth("published_at", tzinfo=LONDON)
    found = Bulletin.objects.filter(state=PUBLISHED).annotate(month=month).values("month")
    counted = found.annotate(count=Count("pk")).order_by("-month")
    return tuple(Month(one["month"].date(), one["count"]) for one in counted)


def subjects() -> tuple[tuple[Subject, int], ...]:
    """How many bulletins there are of each subject that has any."""
    found = Bulletin.objects.filter(state=PUBLISHED).values("subject").annotate(count=Count("pk"))
    counted = {one["subject"]: one["count"] for one in found}
    return tuple((one, counted[one.value]) for one in Subject if one.value in counted)


def picture(picture_id: UUID) -> tuple[str, bytes] | None:
    """A picture of a public bulletin: its media type and its bytes."""
    found = Picture.objects.filter(pk=picture_id, bulletin__state=PUBLISHED)
    row = found.values_list("media_type", "body").first()
    return (row[0], bytes(row[1])) if row else None


def card(slug: str) -> bytes | None:
    """The share card of a public bulletin."""
    found = Bulletin.objects.filter(slug=slug, state=PUBLISHED, card__isnull=False).values_list("card", flat=True)
    row = found.first()
    return bytes(row) if row else None


def _published() -> QuerySet[Bulletin]:
    found = Bulletin.objects.filter(state=PUBLISHED).annotate(noted=Count("corrections"))
    return found.defer("card").order_by("-published_at", "-pk")


def lines_of(rows: list[Bulletin], language: Language) -> tuple[Line, ...]:
    """Rows as lines, in their order."""
    told = Words.objects.filter(bulletin__in=[one.pk for one in rows], language__in=[language, Language.ENGLISH])
    words: dict[UUID, Words] = {}
    for one in told.defer("body", "plain"):
        if one.language == language or one.bulletin_id not in words:
            words[one.bulletin_id] = one
    return tuple(_line(row, words[row.pk]) for row in rows if row.pk in words)


def _line(row: Bulletin, words: Words) -> Line:
    return Line(
        id=row.pk,
        slug=row.slug,
        title=words.title,
        summary=words.summary,
        language=Language(words.language),
        subject=Subject(row.subject),
        published_at=row.published_at,
        changed_at=row.changed_at,
        corrections=getattr(row, "noted", 0),
    )


def _told(row: Words) -> Told:
    return Told(Language(row.language), row.title, row.summary, row.body, row.checked)
