"""A row of reports."""

from datetime import date
from decimal import Decimal

from pentameter.intelligence.intake.drafts import Problem, RawRow, ReportDraft
from pentameter.intelligence.intake.interpret.grades import grade
from pentameter.intelligence.intake.interpret.links import links, route
from pentameter.intelligence.intake.interpret.mentions import mentions, postcode
from pentameter.intelligence.intake.interpret.reading import Reading
from pentameter.intelligence.intake.limits import LONGEST_PLACE, LONGEST_REFERENCE, LONGEST_SHORT_CELL
from pentameter.intelligence.intake.normalise import agencies, money
from pentameter.intelligence.intake.normalise.words import shown
from pentameter.intelligence.vocabulary import Act, Indicator, Means, Purpose, Theme


def report(row: RawRow, *, agency: str, today: date) -> ReportDraft | tuple[Problem, ...]:
    """The report that a row holds, or everything that is wrong with the row.

    `agency` is the short name of the sender, whose own reports alone may be in its file.
    """
    reading = Reading(row, agency=agency, today=today)
    cells = reading.cells
    dated = "reported_on" in cells or not row.foreign
    reported_on = reading.day("reported_on", needed=True) if dated else today
    event_from, event_to = _event(reading, reported_on)
    theme = _theme(reading)
    graded = grade(reading)
    price, currency = _price(reading)
    reference = _reference(reading)
    text = reading.required("text", "Write the report, without what could name its source.")
    place = _place(reading)
    area = _area(reading, own=not row.foreign)
    code = postcode(reading, "postcode")
    acts = tuple(map(Act, reading.codes("acts")))
    means = tuple(map(Means, reading.codes("means")))
    purposes = tuple(map(Purpose, reading.codes("purposes")))
    indicators = tuple(map(Indicator, reading.codes("indicators")))
    advertised = reading.yes("advertised")
    mentioned = mentions(reading)
    joined = links(reading, mentioned)
    way = route(reading)
    if reading.problems or reported_on is None or theme is None or graded is None:
        return reading.found()
    return ReportDraft(
        own_reference=reference,
        reported_on=reported_on,
        grade=graded,
        theme=theme,
        text=text,
        event_from=event_from,
        event_to=event_to,
        area=area,
        place=place,
        postcode=code,
        acts=acts,
        means=means,
        purposes=purposes,
        indicators=indicators,
        advertised=advertised,
        price=price,
        currency=currency,
        original_text=cells.get("original_text", ""),
        source_identity=cells.get("source_identity", ""),
        mentions=tuple(mentioned.values()),
        links=joined,
        route=way,
        dated=dated,
    )


def _event(reading: Reading, reported_on: date | None) -> tuple[date | None, date | None]:
    """First and last day of the event, in order, and not after the report."""
    first, last = reading.day("event_from"), reading.day("event_to")
    if first and last and last < first:
        reading.problem("event_to", "order", f"{last:%-d %B %Y} is before the first day. Check both.")
    for name, day in (("event_from", first), ("event_to", last)):
        if day and reported_on and day > reported_on:
            reading.problem(name, "order", f"{day:%-d %B %Y} is after the date of the report. Check both.")
    return first, last


def _theme(reading: Reading) -> Theme | None:
    if not reading.required("theme", "Write what kind of exploitation it is about, or unknown."):
        return None
    code = reading.code("theme")
    return Theme(code) if code else None


def _reference(reading: Reading) -> str:
    reference = reading.required("report_ref", "Write your own reference: it names the report once and for all.")
    _at_most(reading, "report_ref", LONGEST_REFERENCE)
    return reference


def _place(reading: Reading) -> str:
    _at_most(reading, "place", LONGEST_PLACE)
    return reading.cells.get("place", "")


def _at_most(reading: Reading, name: str, longest: int) -> None:
    length = len(reading.cells.get(name, ""))
    if longest < length <= LONGEST_SHORT_CELL:
        reading.problem(name, "too_long", f"{length} characters are too many. Write at most {longest}.")


def _area(reading: Reading, *, own: bool) -> str:
    """The area where it happened; where nothing is written, the sender's `own`, or none."""
    if (cell := reading.fact("force_area")) is None:
        return agencies.own_area(reading.agency) if own else ""
    if (area := agencies.area(cell)) is None:
        reading.problem(
            "force_area",
            "area",
            f"{shown(cell)} is no area of the map. Write one such as Durham or Garda Eastern, or leave it empty.",
        )
        return ""
    return area


def _price(reading: Reading) -> tuple[Decimal | None, str]:
    """The price asked, and its currency, which is never guessed."""
    currency = _currency(reading)
    if (cell := reading.fact("price")) is None:
        return None, currency or ""
    if (price := money.price(cell)) is None:
        reading.problem("price", "price", f"{shown(cell)} is not a price. Write a number such as 60 or 1200.50.")
        return None, ""
    if price.currency and currency and price.currency != currency:
        reading.problem("currency", "conflict", f"the price is in {price.currency}, and here it says {currency}.")
    elif not price.currency and currency == "":
        reading.missing("currency", "Write the currency of the price, such as GBP or EUR.")
    return price.amount, price.currency or currency or ""


def _currency(reading: Reading) -> str | None:
    """The three letters; empty where nothing is written, None where it is no currency."""
    if (cell := reading.fact("currency")) is None:
        return ""
    if (currency := money.currency(cell)) is None:
        reading.problem("currency", "currency", f"{shown(cell)} is no currency we know. Write GBP, EUR or its letters.")
    return currency
