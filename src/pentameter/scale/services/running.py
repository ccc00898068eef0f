"""Carrying runs out, and repeating them. The worker's: it may be killed anywhere, and does the same again."""

from dataclasses import asdict
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Operation, decide
from pentameter.audit.api import Event, record
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, require
from pentameter.scale import estimating
from pentameter.scale.models import Progress, Repeat, Repeated, Result, Run
from pentameter.scale.rules.headline import Headline
from pentameter.scale.rules.tables import canonical, digest_of
from pentameter.scale.services.freezing import freeze_lists, frozen_of


def carry_out(*, run_id: UUID, by: Actor) -> None:
    """Freeze the lists of a run unless they are, work everything out, and keep it. Once done, it is done."""
    require(decide(by, Operation.RUN_ESTIMATE))
    if Result.objects.filter(run_id=run_id).exists():
        return
    tell = _Teller(run_id)
    tell("Freezing the lists", 0)
    try:
        frozen = freeze_lists(run_id=run_id, by=by)
    except Refused as stopped:
        tell(stopped.reason, 1)
        raise
    results, said = estimating.work_out(frozen, _settings(Run.objects.get(pk=run_id)), tell)
    tell("Done", 100)
    _keep(run_id, _text(results, said), said, by)


def repeat_run(*, repeat_id: UUID, by: Actor) -> None:
    """Work a run out again from its frozen lists, and say whether the results are the same to the bit."""
    require(decide(by, Operation.RUN_ESTIMATE))
    row = Repeat.objects.select_related("run__frozen", "run__result").get(pk=repeat_id)
    if Repeated.objects.filter(repeat=row).exists():
        return
    results, said = estimating.work_out(frozen_of(row.run.frozen), _settings(row.run))
    _keep_repeat(row, digest_of(_text(results, said)), by)


class _Teller:
    """Writes down how far a run is, whenever that is a hundredth more."""

    def __init__(self, run_id: UUID) -> None:
        self._run, self._said = run_id, -1

    def __call__(self, what: str, done: int) -> None:
        if done == self._said:
            return
        self._said = done
        now = {"what": what[:120], "done": min(done, 100), "at": clock.now()}
        Progress.objects.update_or_create(run_id=self._run, defaults=now)


def _settings(run: Run) -> estimating.Settings:
    return estimating.Settings(seed=run.seed, replicates=run.replicates)


def _text(results: dict[str, object], said: Headline) -> str:
    """All results in their one form, of which the digest is taken."""
    return canonical({**results, "headline": asdict(said)})


@transaction.atomic
def _keep(run_id: UUID, text: str, said: Headline, by: Actor) -> None:
    """Keep the results, unless another worker did so meanwhile: they are the same."""
    Run.objects.select_for_update().get(pk=run_id)
    if Result.objects.filter(run_id=run_id).exists():
        return
    row = Result.objects.create(
        run_id=run_id,
        digest=digest_of(text),
        results=text,
        versions=canonical(estimating.versions()),
        low=said.low,
        high=said.high,
        verdict=said.verdict,
        refused=said.refused,
        share=said.share,
        made_at=clock.now(),
    )
    detail = {"digest": row.digest, "verdict": said.verdict, "refused": bool(said.refused)}
    record(Event.ESTIMATE_MADE, by=by, subject=("estimate", run_id), detail=detail)


@transaction.atomic
def _keep_repeat(repeat: Repeat, digest: str, by: Actor) -> None:
    Run.objects.select_for_update().get(pk=repeat.run_id)
    if Repeated.objects.filter(repeat=repeat).exists():
        return
    same = digest == repeat.run.result.digest
    made = {"digest": digest, "same": same, "versions": canonical(estimating.versions()), "made_at": clock.now()}
    Repeated.objects.create(repeat=repeat, **made)
    record(Event.ESTIMATE_REPEATED, by=by, subject=("estimate", repeat.run_id), detail={"digest": digest, "same": same})
