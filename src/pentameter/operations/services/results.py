"""Loading what was published of the earlier operation, as it was published."""

import csv
from collections.abc import Iterator
from datetime import date
from importlib.resources import files

from django.db import transaction

from pentameter.audit import api as audit
from pentameter.kernel.actor import Actor
from pentameter.operations.models import Operation, PublishedResult, Wave
from pentameter.operations.services.operations import WavePlan, create_operation, create_wave

HISTORY = "pentameter-published"
NAME = "Pentameter (published results)"
PURPOSE = (
    "The figures that were published of both waves, each with its day and source. "
    "They were counted by others, in other ways, and are shown beside what is counted here, never added to it."
)


@transaction.atomic
def load_published_results(*, by: Actor) -> int:
    """Load the published figures of both waves, once. Answers how many figures there are."""
    if not Operation.objects.filter(pk=HISTORY).exists():
        create_operation(slug=HISTORY, name=NAME, purpose=PURPOSE, by=by, is_history=True)
        for row in _rows("pentameter_waves.csv"):
            create_wave(operation=HISTORY, plan=_plan(row), by=by)
        rows = _figures({wave.number: wave for wave in Wave.objects.filter(operation_id=HISTORY)})
        loaded = PublishedResult.objects.bulk_create(rows)
        audit.record(audit.Event.RESULTS_LOADED, by=by, subject=("operation", HISTORY), detail={"figures": len(loaded)})
    return PublishedResult.objects.filter(wave__operation_id=HISTORY).count()


def _plan(row: dict[str, str]) -> WavePlan:
    starts_on, ends_on = date.fromisoformat(row["starts_on"]), date.fromisoformat(row["ends_on"])
    return WavePlan(row["name"], starts_on, ends_on, row["note"])


def _figures(waves: dict[int, Wave]) -> Iterator[PublishedResult]:
    for order, row in enumerate(_rows("pentameter_results.csv"), start=1):
        yield PublishedResult(
            wave=waves[int(row["wave"])],
            order=order,
            as_of=row["as_of"],
            measure=row["measure"],
            value=int(row["value"]),
            source=row["source"],
            note=row["note"],
            compared_as=row["compared_as"],
        )


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = files("pentameter.operations").joinpath("data").joinpath(name).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())
