"""What the tests of releases stand on: a wave with returns, and a release on its way. Everybody is invented."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import cast
from pentameter.kernel import clock
from pentameter.releases.models import Edition
from pentameter.releases.rules.adding_up import Says, added_up, flat, nested
from pentameter.releases.rules.choices import Choice
from pentameter.releases.services.describing import describe
from pentameter.releases.services.freezing import Plan, begin_release
from pentameter.releases.services.protecting import make_safe
from pentameter.releases.services.publishing import publish_due
from pentameter.releases.services.signing import sign
from pentameter.releases.shelf.content import Content, Description, Range, Table
from picture import scene as picture
from picture.scene import Scene

THRESHOLD = 10
DAY = date(2007, 12, 1)
WORDS = Description(
    summary="Most people were found in the north.",
    source="Agencies' weekly returns.",
    method="Returns were added up; small counts were withheld.",
    counting="A person counts once a week.",
    revisions="Counted anew each quarter.",
    withheld="Counts below ten, so that nobody can be recognised.",
)


def table(*counts: int, key: str = "found", population: str = "people found", as_of: date = DAY) -> Table:
    """People found by nation and force, and sex: 6 counts for Durham, Kent and Fife, women and men."""
    areas = nested("area", "Nation and force", "All areas", {"England": ["Durham", "Kent"], "Scotland": ["Fife"]})
    sexes = flat("sex", "Sex", "All sexes", ("Female", "Male"))
    cells = [(area, sex) for area in ("Durham", "Kent", "Fife") for sex in ("Female", "Male")]
    given = counts or (3, 12, 40, 25, 31, 18)
    says = Says(
        key, "People found by force and sex", "people found", population, "agencies' returns.", as_of, ("Once each.",)
    )
    return added_up(says, (areas, sexes), dict(zip(cells, given, strict=True)))


def content(*tables: Table, **other: Any) -> Content:
    """A release that withholds nothing, unless its tables do."""
    given: dict[str, Any] = {
        "slug": "people-found",
        "title": "People found",
        "number": 1,
        "as_of": DAY,
        "published_at": datetime(2007, 12, 5, 9, 30, tzinfo=clock.LONDON),
        "threshold": THRESHOLD,
        "description": WORDS,
        "tables": tables or (withheld(table()),),
        "ranges": (Range("range-1", "This year", 400, 900, "People, 2007", "agreed", "frozen lists.", DAY),),
        "access": ("Ada Quill, press officer",),
    }
    return Content(**(given | other))


def withheld(of: Table) -> Table:
    """The same without small counts and Kent's, as a release would have it."""
    values = tuple(
        None if codes in (("Durham", "Female"), ("Kent", "Female"), ("Durham", "Male"), ("Kent", "Male")) else count
        for codes, count in of.cells.items()
    )
    return replace(of, values=values, done="4 of 18 cells are hidden.")


def a_wave() -> Scene:
    """Six weeks of returns: large numbers in Durham and Cleveland, small ones in the Garda's."""
    of = picture.a_wave()
    for week in range(5):
        picture.said(of, "durham", week, "found", premises=4, people=20 + week)
        picture.said(of, "cleveland", week, "found", premises=3, people=15 + 2 * week)
    picture.said(of, "garda", 3, "found", premises=5, people=3)
    for person in (cast.statistician(), cast.second_statistician()):
        cast.in_database(person)
    return of


def plan(of: Scene, *choices: Choice, slug: str = "people-found") -> Plan:
    """A release of the wave."""
    return Plan("People found", slug, choices or (Choice.FOUND_BY_AREA_AND_WEEK,), of.wave)


def begun(of: Scene, *choices: Choice, slug: str = "people-found") -> UUID:
    """Frozen by the statistician."""
    return begin_release(plan=plan(of, *choices, slug=slug), by=cast.statistician(), at=clock.now())


def described(of: Scene, *choices: Choice, slug: str = "people-found") -> UUID:
    """Frozen, made safe and described by the statistician."""
    edition = begun(of, *choices, slug=slug)
    return ready(edition)


def ready(edition: UUID, words: Description = WORDS) -> UUID:
    """Made safe and described by the statistician."""
    assert make_safe(edition_id=edition, threshold=THRESHOLD, revision=revision(edition), by=cast.statistician())
    describe(edition_id=edition, words=words, revision=revision(edition), by=cast.statistician())
    return edition


def signed(edition: UUID, *, at: datetime | None = None) -> UUID:
    """Signed by the second statistician, to be published now unless another time is said."""
    now = clock.now()
    sign(edition_id=edition, publish_at=at or now, revision=revision(edition), by=cast.second_statistician(), at=now)
    return edition


def published(edition: UUID) -> UUID:
    """Signed, and published at its time, which has come."""
    signed(edition)
    publish_due(at=clock.now() + timedelta(seconds=1))
    return edition


def revision(edition: UUID) -> int:
    """What the person would have before them."""
    return row(edition).revision


def row(edition: UUID) -> Edition:
    """The version's row."""
    return Edition.objects.select_related("release").get(pk=edition)
