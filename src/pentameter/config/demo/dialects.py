"""How an agency writes a report's cells down: its way with dates, numbers, nationalities and white space."""

from collections.abc import Mapping
from datetime import date
from random import Random

from pentameter.config.demo import people, pool, telephones
from pentameter.config.demo.reports import Cell
from pentameter.config.demo.senders import Format, Sender

_OTHER_DATES = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y")
_MIXED = 0.04
_SLOPPY = 0.015
_NEAT = frozenset({"links", "route"})
"""Columns that came later: nothing is drawn for them, so that the others stay what they were."""
Written = Mapping[str, str | date]
"""A row as it goes into the file; a workbook's days are days."""


def written(cells: Mapping[str, Cell], sender: Sender, rng: Random) -> dict[str, str | date]:
    """The cells as the agency writes them."""
    priced = _signed(cells) if sender.signs and cells.get("price") else cells
    return {name: _cell(name, value, sender, rng) for name, value in priced.items()}


def _signed(cells: Mapping[str, Cell]) -> Mapping[str, Cell]:
    """With the currency as a sign before the price."""
    sign = "€" if cells["currency"] == "EUR" else "£"
    return {**cells, "price": f"{sign}{cells['price']}", "currency": ""}


def _cell(name: str, value: Cell, sender: Sender, rng: Random) -> str | date:
    if isinstance(value, date):
        return _day(value, sender, rng)
    text = "" if value is None else str(value)
    if text.startswith("+"):
        text = telephones.as_written(text, rng, at_home=sender.is_table and text.startswith("+353") == sender.irish)
    if text and name.endswith("_nationality"):
        text = _nationality(text, sender)
    if text and sender.is_table and name not in _NEAT and rng.random() < _SLOPPY:
        text = f"{text}  " if rng.random() < 0.7 else f" {text}"
    return _within(text, sender.encoding)


def _within(text: str, encoding: str) -> str:
    """The text as far as the encoding goes; marks that it does not know are left off the letters."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return people.unmarked(text).encode(encoding, "ignore").decode(encoding)
    return text


def _day(day: date, sender: Sender, rng: Random) -> str | date:
    """A day in the agency's own form; in some cells a colleague's, which nobody can misread."""
    if rng.random() < _MIXED:
        return day.strftime(rng.choice(_OTHER_DATES))
    return day if sender.format is Format.XLSX else day.strftime(sender.dates)


def _nationality(code: str, sender: Sender) -> str:
    nation = pool.nationalities()[code]
    return {"code": nation.code, "adjective": nation.adjective, "country": nation.country}[sender.nations]
