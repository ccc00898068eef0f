"""`pentameter doctor`: what is wrong with an installation, and how to mend it."""

from typing import TYPE_CHECKING

import typer
from rich.table import Table

from pentameter.config import installation
from pentameter.config.terminal import DEFAULT_DATA, DataOption, JsonOption, console, print_json

if TYPE_CHECKING:
    from pentameter.config.health import Finding


def doctor(data: DataOption = DEFAULT_DATA, json: JsonOption = False) -> None:
    """Examine an installation. Exit status 1 if anything must be mended."""
    made = installation.existing(data)
    installation.enter(made)
    from pentameter.config import health

    findings = health.examine(made)
    if json:
        print_json([{"what": one.what, "well": one.well, "found": one.found, "mend": one.mend} for one in findings])
    else:
        console().print(_table(findings))
    if not all(one.well for one in findings):
        raise typer.Exit(1)


def _table(findings: "list[Finding]") -> Table:
    table = Table(title="Pentameter, examined")
    for heading in ("What", "Well?", "Found", "Mend"):
        table.add_column(heading)
    for one in findings:
        table.add_row(one.what, "[green]well[/]" if one.well else "[bold red]mend[/]", one.found, one.mend)
    return table
