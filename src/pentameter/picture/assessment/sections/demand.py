"""Demand: premises that advertise, and what is asked for there."""

from decimal import Decimal

from pentameter.look.words import plural
from pentameter.picture import drawing as charts
from pentameter.picture.assessment.evidence import REPORTS, Evidence, SectionKind
from pentameter.picture.assessment.rules.content import Column, Kind, Section, Table
from pentameter.picture.assessment.sections.drawing import drawn
from pentameter.picture.rules.prices import PriceLine


def build(evidence: Evidence) -> Section:
    """Reports of advertised premises, and prices in each currency."""
    picture = evidence.picture
    drawings = (
        drawn(charts.price_name(line), charts.prices(picture, line), f"Range chart. {_told(line)}")
        for line in picture.prices
    )
    return Section(
        key=SECTION.key,
        title=SECTION.title,
        lead=(
            f"{plural(picture.tallies.advertised.counted, 'report tells', 'reports tell')} of premises that advertise.",
            *map(_told, picture.prices),
        ),
        drawings=tuple(drawings),
        tables=(_table(evidence),),
        notes=("Prices are as advertised, in the currency that was named. Currencies are never put together.",),
    )


def _told(line: PriceLine) -> str:
    low, median, high = map(charts.price, (line.low, line.median, line.high))
    counted = plural(line.count, "price")
    return f"Advertised prices, {_currency(line)}: {counted}, median {median}, from {low} to {high}."


def _table(evidence: Evidence) -> Table:
    amounts = (Column(label, Kind.AMOUNT) for label in ("Lowest", "Median", "Highest"))
    return Table(
        key="prices",
        title="Advertised prices by currency",
        columns=(Column("Currency"), Column("Prices", Kind.COUNT), *amounts),
        rows=tuple(
            (_currency(line), line.count, _amount(line.low), _amount(line.median), _amount(line.high))
            for line in evidence.picture.prices
        ),
        source=REPORTS,
        as_of=evidence.as_of,
    )


def _currency(line: PriceLine) -> str:
    return line.currency or "currency not given"


def _amount(value: Decimal) -> float:
    return float(round(value, 2))


SECTION = SectionKind("demand", "Demand", build)
