"""Which mentions are one thing to a reader: those that judgements among mentions that they may read hold together."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from pentameter.entities.models import Judgement as Row
from pentameter.entities.models import Placing
from pentameter.entities.rules.canonical import canonical
from pentameter.entities.rules.judgements import Finding, Judgement, Way
from pentameter.intelligence.api import readable_reports
from pentameter.kernel.actor import Actor

_FIELDS = ("id", "left_id", "right_id", "finding", "way", "made_at", "score")


def reader_things(mentions: Collection[UUID], by: Actor) -> dict[UUID, UUID]:
    """The thing that each mention belongs to, named after the smallest of its mentions that the actor may read.

    Mentions that are not placed yet stand alone. Three SQL queries.
    """
    things = Placing.objects.filter(pk__in=mentions).order_by().values("thing")
    placed = Placing.objects.filter(thing__in=things).order_by()
    members = dict(placed.values_list("mention_id", "report_id"))
    mine = readable_reports(set(members.values()), by)
    readable = {one for one, report in members.items() if report in mine}
    own = Row.objects.filter(left__in=placed.values("mention"), right__in=placed.values("mention"), undoing=None)
    held = (_value(row) for row in own.order_by().values_list(*_FIELDS) if {row[1], row[2]} <= readable)
    thing_of = canonical([*readable, *mentions], held).thing_of
    return {one: thing_of[one] for one in mentions}


def _value(row: tuple[UUID, UUID, UUID, str, str, datetime, float | None]) -> Judgement:
    identifier, left, right, finding, way, made_at, score = row
    return Judgement(identifier, left, right, Finding(finding), Way(way), made_at, score or 0.0)
