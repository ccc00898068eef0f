"""How many lines of removal lists are held, in counts: for the picture. Neither lists nor names."""

from dataclasses import dataclass

from django.db.models import Count, Q

from pentameter.decisions.models import ListLine
from pentameter.decisions.rules.screening.clearance import Stage
from pentameter.decisions.rules.screening.lines import LineState

_TO_ANSWER = (LineState.OPEN.value, LineState.PROPOSED.value)


@dataclass(frozen=True, slots=True)
class Screened:
    """Lists that were checked and have a held line, held lines, and those of them that wait for the desk."""

    lists: int
    held: int
    to_answer: int


def screened() -> Screened:
    """The held lines of all lists that were checked. One SQL query."""
    lines = ListLine.objects.filter(held=True, list__stage=Stage.DONE.value)
    found = lines.aggregate(
        lists=Count("list", distinct=True), held=Count("pk"), open=Count("pk", filter=Q(state__in=_TO_ANSWER))
    )
    return Screened(found["lists"], found["held"], found["open"])
