"""Runs as they are listed, and one whole. Nothing here works anything out: pages read what was stored."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from pentameter.kernel.periods import Period
from pentameter.kernel.verdict import never_was
from pentameter.scale.models import Progress, Repeat, Run
from pentameter.scale.rules.asking import Question, RunState, Source, state_of
from pentameter.scale.rules.headline import Headline
from pentameter.scale.rules.tables import Table


@dataclass(frozen=True, slots=True)
class RunLine:
    """A run on a list. `people` were counted, None before the lists are frozen; `share` is the width from linking."""

    id: UUID
    source: Source
    question: Question
    state: RunState
    people: int | None
    low: float | None
    high: float | None
    verdict: str
    refused: str
    share: float | None
    asked_at: datetime
    asked_by: str
    made_at: datetime | None

    @property
    def from_on(self) -> date:
        """The first day of the period."""
        return self.question.period.start

    @property
    def to_on(self) -> date:
        """The last day of the period."""
        return self.question.period.end or self.question.period.start

    @property
    def in_progress(self) -> bool:
        """Whether the worker has still to do with it."""
        return self.state in (RunState.WAITING, RunState.ESTIMATING)


@dataclass(frozen=True, slots=True)
class RepeatLine:
    """A repeat: by whom it was asked, and whether it gave the same to the bit; None while it is worked on."""

    asked_at: datetime
    asked_by: str
    same: bool | None
    digest: str
    versions: Mapping[str, str]
    made_at: datetime | None


@dataclass(frozen=True, slots=True)
class Ground:
    """How the lists came about: which list each agency stood for, who was left out, and how much was in doubt."""

    agencies: Mapping[str, str]
    left_out: int = 0
    unsaid: int = 0
    without_consent: int = 0
    as_judged: int | None = None
    doubts: int = 0
    mark: Mapping[str, Any] | None = None

    @classmethod
    def from_json(cls, said: Mapping[str, Any]) -> "Ground":
        """As it was kept."""
        return cls(**said)


@dataclass(frozen=True, slots=True)
class RunWhole:
    """A run with all that is stored of it. What comes later than its state is None."""

    line: RunLine
    file_name: str
    what: str
    done: int
    table: Table | None
    input_digest: str
    drawn: int
    ground: Ground | None
    frozen_at: datetime | None
    results: Mapping[str, Any] | None
    headline: Headline | None
    digest: str
    versions: Mapping[str, str]
    repeats: tuple[RepeatLine, ...]


def run_lines(*, most: int = 200) -> tuple[RunLine, ...]:
    """The latest runs. One SQL query."""
    return tuple(_line(row) for row in _light().order_by("-asked_at", "-id")[:most])


def run_line(run_id: UUID) -> RunLine:
    """How a run stands. One SQL query.

    Raises:
        Refused: hidden, where there is none.
    """
    return _line(_found(_light(), run_id))


def run_whole(run_id: UUID) -> RunWhole:
    """A run with all its results. Three SQL queries.

    Raises:
        Refused: hidden, where there is none.
    """
    row = _found(Run.objects.select_related("frozen", "result").defer("given"), run_id)
    frozen, result = getattr(row, "frozen", None), getattr(row, "result", None)
    progress = Progress.objects.filter(run_id=run_id).first()
    results = json.loads(result.results) if result else None
    return RunWhole(
        line=_line(row),
        file_name=row.file_name,
        what=progress.what if progress else "",
        done=progress.done if progress else 0,
        table=Table.from_json(json.loads(frozen.table)) if frozen else None,
        input_digest=frozen.digest if frozen else "",
        drawn=len(json.loads(frozen.drawn)) if frozen else 0,
        ground=Ground.from_json(json.loads(frozen.ground)) if frozen else None,
        frozen_at=frozen.frozen_at if frozen else None,
        results=results,
        headline=_headline(row) if result else None,
        digest=result.digest if result else "",
        versions=json.loads(result.versions) if result else {},
        repeats=tuple(_repeat(one) for one in row.repeats.select_related("outcome").order_by("-asked_at")),
    )


def unfinished() -> tuple[UUID, ...]:
    """Runs that have no result yet. One SQL query."""
    return tuple(Run.objects.filter(result=None).order_by("asked_at").values_list("id", flat=True))


def unfinished_repeats() -> tuple[UUID, ...]:
    """Repeats that have no outcome yet. One SQL query."""
    return tuple(Repeat.objects.filter(outcome=None).order_by("asked_at").values_list("id", flat=True))


def _light() -> QuerySet[Run]:
    """Runs without what only their own pages show."""
    heavy = ("given", "frozen__table", "frozen__drawn", "frozen__ground", "result__results", "result__versions")
    return Run.objects.select_related("frozen", "result").defer(*heavy)


def _found(rows: QuerySet[Run], run_id: UUID) -> Run:
    row = rows.filter(pk=run_id).first()
    if row is None:
        raise never_was()
    return row


def _line(row: Run) -> RunLine:
    frozen, result = getattr(row, "frozen", None), getattr(row, "result", None)
    refusal = result.refused if result else ""
    return RunLine(
        id=row.id,
        source=Source(row.source),
        question=question_of(row),
        state=state_of(frozen=frozen is not None, answered=result is not None, refusal=refusal),
        people=frozen.people if frozen else None,
        low=result.low if result else None,
        high=result.high if result else None,
        verdict=result.verdict if result else "",
        refused=refusal,
        share=result.share if result else None,
        asked_at=row.asked_at,
        asked_by=row.asked_by,
        made_at=result.made_at if result else None,
    )


def question_of(row: Run) -> Question:
    """What was asked."""
    return Question(
        title=row.title,
        period=Period(row.from_on, row.to_on),
        area=row.area,
        theme=row.theme,
        seed=row.seed,
        draws=row.draws,
        replicates=row.replicates,
    )


def _headline(row: Run) -> Headline:
    said = json.loads(row.result.results)["headline"]
    return Headline(**{**said, "answers": tuple(said["answers"]) if said["answers"] else None})


def _repeat(row: Repeat) -> RepeatLine:
    outcome = getattr(row, "outcome", None)
    return RepeatLine(
        asked_at=row.asked_at,
        asked_by=row.asked_by,
        same=outcome.same if outcome else None,
        digest=outcome.digest if outcome else "",
        versions=json.loads(outcome.versions) if outcome else {},
        made_at=outcome.made_at if outcome else None,
    )
