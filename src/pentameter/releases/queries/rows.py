"""Editions as values: what pages and services read of their rows."""

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from pentameter.releases.keys import Truth, unseal
from pentameter.releases.models import Edition
from pentameter.releases.rules.attacked import Attacked, Bound
from pentameter.releases.rules.choices import Choice, chosen
from pentameter.releases.rules.days import Known
from pentameter.releases.rules.states import KNOWN, OWNERS, Owner, State
from pentameter.releases.shelf.content import Description, Table
from pentameter.releases.shelf.freezing import canonical, plain_tables, tables_of


@dataclass(frozen=True, slots=True)
class EditionLine:
    """A version in a list. `found` None: the attacker was not asked yet."""

    id: UUID
    release: UUID
    slug: str
    title: str
    choices: tuple[Choice, ...]
    wave: UUID | None
    number: int
    state: State
    as_of: date
    threshold: int | None
    frozen_at: datetime
    frozen_by: str
    made_safe_by: str
    described_by: str
    signed_at: datetime | None
    signed_by: str
    publish_at: datetime | None
    published_at: datetime | None
    ended_at: datetime | None
    ended_by: str
    ended_because: str
    digest: str
    content_digest: str
    revision: int
    brought: bool
    words: Description
    found: Attacked | None
    refused: str

    @property
    def owner(self) -> Owner:
        """Who has to act."""
        return OWNERS[self.state]

    def as_dict(self) -> dict[str, Any]:
        """For the command line's JSON."""
        plain = {name: getattr(self, name) for name in _PLAIN}
        return {**plain, "id": str(self.id), "state": self.state.value, "choices": [one.value for one in self.choices]}

    @property
    def counts_cases(self) -> bool:
        """Whether somebody in it may withdraw from being counted."""
        return any(one.counts_cases for one in self.choices)


_PLAIN = ("slug", "title", "number", "as_of", "threshold", "publish_at", "published_at", "digest", "content_digest")


def line_of(row: Edition) -> EditionLine:
    """A row that was loaded with its release."""
    found, refused = found_of(row.found)
    return EditionLine(
        id=row.id,
        release=row.release_id,
        slug=row.release.slug,
        title=row.release.title,
        choices=chosen(row.release.choices),
        wave=row.release.wave_id,
        number=row.number,
        state=State(row.state),
        as_of=row.as_of,
        threshold=row.threshold,
        frozen_at=row.frozen_at,
        frozen_by=row.frozen_by,
        made_safe_by=row.made_safe_by,
        described_by=row.described_by,
        signed_at=row.signed_at,
        signed_by=row.signed_by,
        publish_at=row.publish_at,
        published_at=row.published_at,
        ended_at=row.ended_at,
        ended_by=row.ended_by,
        ended_because=row.ended_because,
        digest=row.digest,
        content_digest=row.content_digest,
        revision=row.revision,
        brought=row.brought == row.revision,
        words=words_of(row.words),
        found=found,
        refused=refused,
    )


def truth_of(row: Edition) -> Truth:
    """The true tables of a version, opened."""
    return unseal(row.id, row.key, row.sealed, row.digest)


def safe_of(row: Edition) -> tuple[Table, ...]:
    """The tables of a version as they may be published; none before they were made safe."""
    return tables_of(json.loads(row.safe)) if row.safe else ()


def safe_text(tables: Collection[Table]) -> str:
    """Tables as they are kept."""
    return canonical(plain_tables(tables))


def words_of(kept: str) -> Description:
    """A description as it was kept."""
    return Description(**json.loads(kept)) if kept else Description()


def found_text(attacked: Attacked, refused: str) -> str:
    """What the attacker found, as it is kept."""
    return canonical({"attacked": asdict(attacked), "refused": refused})


def found_of(kept: str) -> tuple[Attacked | None, str]:
    """The same, read."""
    if not kept:
        return None, ""
    said = json.loads(kept)
    plain = said["attacked"]
    bounds = tuple(Bound(**one) for one in plain["bounds"])
    return Attacked(**(plain | {"bounds": bounds, "given_away": tuple(plain["given_away"])})), said["refused"]


def known_to_all(*, but: UUID | None = None) -> tuple[Known, ...]:
    """Every table that was published, or is signed to be, with its truth; without one version's. One SQL query."""
    states = [one.value for one in KNOWN]
    rows = (
        Edition.objects.filter(state__in=states).exclude(safe="").select_related("release").order_by("signed_at", "id")
    )
    return tuple(one for row in rows if row.id != but for one in own_tables(row))


def own_tables(row: Edition) -> tuple[Known, ...]:
    """The tables of a version as they may be published, beside what they truly count."""
    pairs = zip(safe_of(row), truth_of(row).tables, strict=True)
    return tuple(Known(safe, replace(true, when=safe.when), row.threshold or 0) for safe, true in pairs)
