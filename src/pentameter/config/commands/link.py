"""`pentameter link`: which mentions of a file are one person. No installation is needed or touched."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.progress import Progress, TaskID

from pentameter.config.terminal import JsonOption, console, print_json, progress
from pentameter.entities.linkage.outcome import Outcome

_COLUMNS = (
    "CSV or Parquet: unique_id, and any of given_name, surname, sex, dob, nationality, phone, doc_no, city, postcode."
)
FileArgument = Annotated[Path, typer.Argument(exists=True, dir_okay=False, help=_COLUMNS)]
OutOption = Annotated[Path, typer.Option("--out", dir_okay=False, help="Clusters: unique_id, cluster_id.")]
PairsOption = Annotated[
    Path | None, typer.Option("--pairs", dir_okay=False, help="The pairs that are worth a look, scored.")
]
ModelOption = Annotated[Path | None, typer.Option("--model", dir_okay=False, help="Another model than ours.")]
MemoryOption = Annotated[str, typer.Option("--memory", help="What the engine may take, e.g. 4GB.")]


def link(
    file: FileArgument,
    out: OutOption,
    pairs: PairsOption = None,
    model: ModelOption = None,
    memory: MemoryOption = "2500MB",
    json: JsonOption = False,
) -> None:
    """Put the mentions of a file together to people, and write which pairs should be looked at or were decided."""
    from pentameter.entities.linkage.batch import files  # the engine takes a second to load

    try:
        with progress() as bars:
            task = bars.add_task(file.name, total=len(files.STEPS))
            show = partial(_show, bars, task)
            done = files.link_file(files.Files(file, out, pairs, model), memory, show)
    except ValueError as fault:
        console(stderr=True).print(f"[bold red]{escape(str(fault))}[/]", highlight=False, soft_wrap=True)
        raise typer.Exit(2) from fault
    if json:
        print_json(done.as_dict())
    else:
        _say(done, out)


def _show(bars: Progress, task: TaskID, step: str) -> None:
    bars.update(task, description=step, advance=1)


def _say(done: Outcome, out: Path) -> None:
    terminal = console()
    terminal.print(
        f"{done.mentions:,} mentions are {done.people:,} people, as far as they tell. {done.decided:,} pairs are "
        f"beyond doubt, {done.proposed:,} more are worth a look. Written to {out}.",
        highlight=False,
    )
    if done.nameless:
        terminal.print(f"{done.nameless:,} mentions have no name.", highlight=False)
    for doubt in done.doubts:
        terminal.print(f"  {doubt}", highlight=False, markup=False)
