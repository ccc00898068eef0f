"""Mentions as a reader sees them: facts in words, the report behind them, and what else that report mentions."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from pentameter.accounts.api import AgencyCard
from pentameter.entities.models import Placing
from pentameter.entities.rules.comparing import AROUND, Compared, compare
from pentameter.entities.rules.naming import KINDS, called, fact_label
from pentameter.intelligence.api import GradeWords, ShownMention, grade_words, shown_fact, shown_mentions
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import never_was

BESIDE = 12
"""So many other things of a report are laid beside its mention; more are not opened."""


@dataclass(frozen=True, slots=True)
class RecordView:
    """A mention with the report behind it. `beside` is what else the report mentions: kind and name."""

    mention: UUID
    kind: str
    name: str
    facts: tuple[tuple[str, str], ...]
    report: UUID
    agency: str
    agency_name: str
    own_reference: str
    reported_on: date
    area: str
    place: str
    theme: str
    grade: GradeWords
    conditions: str
    malicious: bool
    beside: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ComparedFact:
    """A fact of both records in words, with how they stand to each other."""

    label: str
    left: str
    right: str
    found: Compared


@dataclass(frozen=True, slots=True)
class Side:
    """A mention with what else its report mentions."""

    shown: ShownMention
    beside: tuple[ShownMention, ...]


def both_sides(left: tuple[UUID, UUID], right: tuple[UUID, UUID], by: Actor) -> tuple[Side, Side]:
    """Two mentions, each given with its report, and what else these mention. Five SQL queries, or six for two agencies.

    Raises:
        Refused: hidden, unless the actor may read both.
    """
    others = {report: _beside(report) for _, report in (left, right)}
    wanted = {left[0], right[0], *(one for some in others.values() for one in some)}
    shown = shown_mentions(wanted, by)
    if left[0] not in shown or right[0] not in shown:
        raise never_was()
    one, other = (_side(mention, others[report], shown) for mention, report in (left, right))
    return one, other


def _side(mention: UUID, others: Collection[UUID], shown: Mapping[UUID, ShownMention]) -> Side:
    around = tuple(shown[one] for one in others if one != mention and one in shown)
    return Side(shown[mention], around[:BESIDE])


def _beside(report: UUID) -> tuple[UUID, ...]:
    rows = Placing.objects.filter(report=report).order_by("mention")
    return tuple(rows.values_list("mention_id", flat=True)[: BESIDE + 1])


def record_view(
    shown: ShownMention, agencies: Mapping[str, AgencyCard], others: Collection[ShownMention] = ()
) -> RecordView:
    """A mention as a page shows it."""
    mention, ground = shown.mention, shown.ground
    card = agencies.get(ground.agency)
    return RecordView(
        mention=mention.id,
        kind=mention.kind,
        name=name_of(shown),
        facts=tuple(_facts(shown)),
        report=ground.report,
        agency=ground.agency,
        agency_name=card.name if card else ground.agency,
        own_reference=ground.own_reference,
        reported_on=ground.reported_on,
        area=ground.area,
        place=ground.place,
        theme=ground.theme,
        grade=grade_words(ground.scheme, ground.source_grade, ground.information_grade, ground.handling),
        conditions=ground.conditions,
        malicious=ground.malicious,
        beside=tuple((KINDS.get(one.mention.kind, one.mention.kind), name_of(one)) for one in others),
    )


def compared(left: ShownMention, right: ShownMention) -> tuple[ComparedFact, ...]:
    """Two mentions of one kind, fact by fact, with what their reports say around them."""
    kind = left.mention.kind
    return tuple(
        ComparedFact(fact_label(one.name), _said(kind, one.name, one.left), _said(kind, one.name, one.right), one)
        for one in compare(kind, _all_facts(left), _all_facts(right))
    )


def name_of(shown: ShownMention) -> str:
    """What a mention is called, as people write it."""
    mention = shown.mention
    name = called(mention.kind, mention.values)
    return shown_fact("phone", "number", name) if mention.kind == "phone" else name


def _facts(shown: ShownMention) -> list[tuple[str, str]]:
    kind = shown.mention.kind
    return [(fact_label(name), _said(kind, name, value)) for name, value in shown.mention.values.items() if value]


def _all_facts(shown: ShownMention) -> dict[str, str]:
    around = {name: str(getattr(shown.ground, name)) for name in AROUND}
    return {**shown.mention.values, **around}


def _said(kind: str, name: str, value: str) -> str:
    spoken = value.replace("_", " ") if name in ("role", "theme", "kind") else value
    return shown_fact(kind, name, spoken) if value else ""
