"""`pentameter scale`: how many were never seen, from a table, as a run does it. No installation is touched."""

from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.progress import Progress, TaskID

from pentameter.config.terminal import JsonOption, console, print_json, progress
from pentameter.scale import estimating, words
from pentameter.scale.reading import read
from pentameter.scale.rules.asking import FEWEST_REPLICATES, MOST_REPLICATES
from pentameter.scale.rules.headline import Headline, rounded
from pentameter.scale.rules.tables import Table, canonical, digest_of

_COLUMNS = "CSV or XLSX: a column of 0 and 1 for each list, and a column count."
FileArgument = Annotated[Path, typer.Argument(exists=True, dir_okay=False, help=_COLUMNS)]
SeedOption = Annotated[int, typer.Option("--seed", min=0, help="The same table and seed give the same digits.")]
ReplicatesOption = Annotated[
    int, typer.Option("--replicates", min=FEWEST_REPLICATES, max=MOST_REPLICATES, help="Of the bootstrap.")
]


def scale(
    file: FileArgument, seed: SeedOption = 0, replicates: ReplicatesOption = 1_000, json: JsonOption = False
) -> None:
    """Estimate how many people no list has seen. Exits with 3 where the lists cannot carry an answer."""
    table = read(file, name=file.name)
    with progress() as bars:
        show = partial(_show, bars, bars.add_task(file.name, total=100))
        settings = estimating.Settings(seed=seed, replicates=replicates)
        results, said = estimating.work_out(estimating.Frozen(table), settings, show)
    whole = {**results, "headline": asdict(said)}
    if json:
        kept = {"input_digest": table.digest, "people": table.people, "seed": seed, "replicates": replicates}
        print_json({**kept, "digest": digest_of(canonical(whole)), "versions": estimating.versions(), **whole})
    else:
        _say(table, said, results)
    if said.refused:
        raise typer.Exit(3)


def _show(bars: Progress, task: TaskID, what: str, done: int) -> None:
    bars.update(task, description=what, completed=done)


def _say(table: Table, said: Headline, results: dict[str, Any]) -> None:
    terminal = console()
    if said.refused or said.low is None or said.high is None or said.answers is None:
        terminal.print(said.refused, highlight=False, markup=False, soft_wrap=True)
        return
    terminal.print(
        f"Between about {rounded(said.low, down=True)} and {rounded(said.high)} in all, "
        f"{table.people:,} of them known. {words.VERDICTS[said.verdict][0]}. The methods that are believed answer "
        f"{round(said.answers[0]):,} to {round(said.answers[1]):,}.",
        highlight=False,
        soft_wrap=True,
    )
    for one in results["panel"]["statement"]["against"]:
        terminal.print(f"  {words.sentence(one)}", highlight=False, markup=False, soft_wrap=True)
