"""Looking at releases: each look leaves one row in the record."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Operation, decide
from pentameter.audit.api import Event, looked, record
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Verdict, never_was, require
from pentameter.releases.composing import composed
from pentameter.releases.queries.editions import (
    EarlyReaderLine,
    early_for,
    early_readers,
    edition_lines,
    edition_row,
    lines_of_release,
    writers_of,
)
from pentameter.releases.queries.rows import EditionLine, line_of, safe_of, truth_of
from pentameter.releases.rules.signing import may_read_early, may_sign
from pentameter.releases.rules.states import IN_HAND, State, Step, may_step
from pentameter.releases.shelf.content import Content, Table
from pentameter.releases.shelf.freezing import digest, freeze, thaw


@dataclass(frozen=True, slots=True)
class ReleasesPage:
    """The releases, latest first, what the actor may see before its time, and whether they may begin one."""

    lines: tuple[EditionLine, ...]
    may_prepare: bool


@dataclass(frozen=True)
class EditionPage:
    """A version: its state, its safe tables beside the true ones, what the attacker found, and what may be done.

    `true` is None for whoever may not see small numbers. `may` says of each step whether the actor may take it now.
    """

    line: EditionLine
    versions: tuple[EditionLine, ...]
    safe: tuple[Table, ...]
    true: tuple[Table, ...] | None
    readers: tuple[EarlyReaderLine, ...]
    writers: frozenset[str]
    may: Mapping[Step, Verdict]
    may_correct: bool
    may_name: bool


@dataclass(frozen=True)
class Preview:
    """A version as the public will see it. `digest` is "" while it is not signed."""

    line: EditionLine
    content: Content
    digest: str


_NEEDS = {
    Step.FREEZE_AGAIN: Operation.PREPARE_RELEASE,
    Step.MAKE_SAFE: Operation.PREPARE_RELEASE,
    Step.DESCRIBE: Operation.PREPARE_RELEASE,
    Step.ABANDON: Operation.PREPARE_RELEASE,
    Step.SIGN: Operation.SIGN_RELEASE,
    Step.SEND_BACK: Operation.SIGN_RELEASE,
    Step.WITHDRAW: Operation.WITHDRAW_RELEASE,
}


@transaction.atomic
def show_releases(*, by: Actor) -> ReleasesPage:
    """Every version, those in hand first."""
    require(decide(by, Operation.VIEW_RELEASES))
    lines = edition_lines()
    looked(Event.RELEASES_SHOWN, by=by, kind="release", ids=[one.id for one in lines])
    return ReleasesPage(lines, decide(by, Operation.PREPARE_RELEASE).allowed)


@transaction.atomic
def show_edition(*, edition_id: UUID, by: Actor) -> EditionPage:
    """A version with everything that was done to it. True small counts only for whoever may see them."""
    require(decide(by, Operation.VIEW_RELEASES))
    row = edition_row(edition_id)
    line = line_of(row)
    sees = decide(by, Operation.SEE_SMALL_NUMBERS).allowed
    writers = writers_of(edition_id)
    prepares = decide(by, Operation.PREPARE_RELEASE).allowed
    record(Event.RELEASE_SHOWN, by=by, subject=("release", edition_id), detail={"true": sees})
    return EditionPage(
        line=line,
        versions=lines_of_release(line.release),
        safe=safe_of(row),
        true=truth_of(row).tables if sees else None,
        readers=early_readers(edition_id),
        writers=writers,
        may={step: _may(by, line, step, writers) for step in _NEEDS},
        may_correct=prepares and line.state in (State.PUBLISHED, State.WITHDRAWN),
        may_name=prepares and line.state in (State.SAFE, State.DESCRIBED),
    )


@transaction.atomic
def preview(*, edition_id: UUID, by: Actor, at: datetime) -> Preview:
    """A version as the public will see it: for statisticians and auditors, and for those who are named."""
    row = edition_row(edition_id)
    line = line_of(row)
    if not decide(by, Operation.VIEW_RELEASES).allowed:
        require(decide(by, Operation.PREVIEW_RELEASE))
        require(may_read_early(by.id, {one.person for one in early_readers(edition_id)}))
        if line.state not in (State.DESCRIBED, State.SIGNED, State.PUBLISHED):
            raise never_was()
    if not row.safe:
        raise never_was()
    record(Event.RELEASE_PREVIEWED, by=by, subject=("release", edition_id), detail={"state": line.state.value})
    if row.content:
        return Preview(line, thaw(row.content, row.content_digest), row.content_digest)
    content = composed(row, line.publish_at or at, row.early_readers.filter(until=None).order_by("named_at"))
    return Preview(line, content, digest(freeze(content)))


@transaction.atomic
def show_early(*, by: Actor) -> tuple[EditionLine, ...]:
    """The versions that the actor is named to see before their time."""
    require(decide(by, Operation.PREVIEW_RELEASE))
    lines = tuple(one for one in early_for(by.id) if one.state in IN_HAND)
    looked(Event.RELEASES_SHOWN, by=by, kind="release", ids=[one.id for one in lines])
    return lines


def _may(by: Actor, line: EditionLine, step: Step, writers: frozenset[str]) -> Verdict:
    right = decide(by, _NEEDS[step])
    if not right.allowed:
        return right
    stands = may_step(line.state, step)
    if step is Step.SIGN and stands.allowed:
        return may_sign(by.id, writers)
    return stands
