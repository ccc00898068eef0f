"""`pentameter laws`: the register of laws as it stood on a day."""

from datetime import date
from typing import Annotated, NoReturn

import typer
from rich.markup import escape
from rich.table import Table

from pentameter.config import installation
from pentameter.config.terminal import DEFAULT_DATA, DataOption, JsonOption, console, print_json
from pentameter.kernel import clock

OnOption = Annotated[str, typer.Option("--on", help="The day asked about, e.g. 2007-10-03; today if left out.")]


def laws(on: OnOption = "", data: DataOption = DEFAULT_DATA, json: JsonOption = False) -> None:
    """The register of laws: years in force, arrests, charges, convictions; what never led to one stands first."""
    day = _day(on)
    installation.enter(installation.existing(data))
    from pentameter.justice import api as justice
    from pentameter.kernel.actor import SYSTEM

    lines = justice.law_lines(on=day, by=SYSTEM)
    if json:
        print_json([justice.law_as_dict(line) for line in lines])
        return
    table = Table(title=f"Register of laws, {day:%-d %B %Y}")
    for heading in ("Law", "Where", "Arrests", "Charges", "Convictions", "In words"):
        table.add_column(heading, justify="right" if heading in ("Arrests", "Charges", "Convictions") else "left")
    for line in lines:
        counted = line.recorded
        numbers = (f"{one:,}" for one in (counted.arrests, counted.charges, counted.convictions))
        table.add_row(f"{line.name} ({line.law})", line.jurisdiction, *numbers, line.sentence)
    console().print(table)


def _day(given: str) -> date:
    """The day asked about.

    Raises:
        Exit: it is no date, or lies ahead; the sentence is said.
    """
    try:
        day = date.fromisoformat(given) if given else clock.today()
    except ValueError:
        return _refused(f"--on: {given} is not a date. Write it as 2007-10-03.")
    if day > clock.today():
        return _refused(f"--on: {day:%-d %B %Y} lies ahead. The register goes as far as today.")
    return day


def _refused(told: str) -> NoReturn:
    console(stderr=True).print(f"[bold red]{escape(told)}[/]", highlight=False, soft_wrap=True)
    raise typer.Exit(2)
