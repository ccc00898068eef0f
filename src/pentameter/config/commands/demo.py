"""`pentameter demo`: the demo operation's files."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from pentameter.config.terminal import console, progress
from pentameter.kernel import clock

app = typer.Typer(help="The demo operation: invented people, real intake.", no_args_is_help=True)


@app.command()
def files(
    out: Annotated[Path, typer.Option("--out", help="The folder to write into.")] = Path("examples"),
    reports: Annotated[int, typer.Option("--reports", min=1, help="How many reports, about.")] = 2000,
    seed: Annotated[int, typer.Option("--seed", help="The same seed and day give the same files.")] = 2007,
    today: Annotated[datetime | None, typer.Option("--today", formats=["%Y-%m-%d"], help="The day it is.")] = None,
) -> None:
    """Write the files that the agencies of the demo operation send, in the formats in which they send them."""
    from pentameter.config.demo import write_files

    day: date = today.date() if today else clock.today()
    with progress() as bars:
        task = bars.add_task("Writing files", total=None)
        write_files(
            out, reports=reports, seed=seed, today=day, progress=lambda d, t: bars.update(task, completed=d, total=t)
        )
    console().print(f"Written to {out}.", highlight=False)


@app.command()
def bench(
    out: Annotated[Path, typer.Argument(help="The CSV file to write.")],
    rows: Annotated[int, typer.Option("--rows", min=1, help="How many rows.")] = 1_000_000,
    seed: Annotated[int, typer.Option("--seed")] = 2007,
    agency: Annotated[str, typer.Option("--agency")] = "durham",
) -> None:
    """Write one large CSV file of one agency, for benchmarks."""
    from pentameter.config.demo import write_bench_csv

    write_bench_csv(out, rows=rows, seed=seed, agency=agency)
    console().print(f"{rows:,} rows written to {out}.", highlight=False)
