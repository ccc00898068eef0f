"""`pentameter intake`: take in files from the command line."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import Progress, TaskID
from rich.table import Table

from pentameter.config import installation
from pentameter.config.terminal import DEFAULT_DATA, DataOption, JsonOption, console, print_json, progress

if TYPE_CHECKING:
    from pentameter.config.loading import Outcome

FilesArgument = Annotated[list[Path], typer.Argument(exists=True, dir_okay=False, help="CSV, XLSX or JSON files.")]
AgencyOption = Annotated[str, typer.Option("--agency", help="The sending agency's short name, e.g. durham.")]
WaveOption = Annotated[str, typer.Option("--wave", help="operation/number; the wave that runs now if left out.")]


def intake(
    files: FilesArgument,
    agency: AgencyOption,
    wave: WaveOption = "",
    data: DataOption = DEFAULT_DATA,
    json: JsonOption = False,
) -> None:
    """Take in files of one agency. What is wrong goes to quarantine with its reason; a file sent twice adds nothing."""
    installation.enter(installation.existing(data))
    from pentameter.config import loading

    sender = loading.sender(agency)
    wave_id = loading.wave(wave)
    outcomes = []
    with progress() as bars:
        for path in files:
            show = partial(_show, bars, bars.add_task(path.name, total=None))
            outcomes.append(loading.take_in(path, sender, wave_id, show))
    if json:
        print_json([outcome.as_dict() for outcome in outcomes])
    else:
        console().print(_table(outcomes))
    if any(outcome.refusal for outcome in outcomes):
        raise typer.Exit(1)


def _show(bars: Progress, task: TaskID, done: int, total: int) -> None:
    bars.update(task, completed=done, total=total)


def _table(outcomes: "list[Outcome]") -> Table:
    table = Table(title="What came of the files")
    for heading in ("File", "Rows", "Accepted", "Quarantined", "Here already", "First reasons"):
        table.add_column(heading, justify="left" if heading in ("File", "First reasons") else "right")
    for one in outcomes:
        counts = [f"{number:,}" for number in (one.rows, one.accepted, one.quarantined, one.duplicate)]
        table.add_row(one.name, *counts, one.refusal or "\n".join(one.reasons))
    return table
