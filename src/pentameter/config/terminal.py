"""How the command line speaks: one console, tables, progress."""

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

DataOption = Annotated[Path, typer.Option("--data", envvar="PENTAMETER_DATA", help="The data folder.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for programs instead of text for people.")]
DEFAULT_DATA = Path("data")


def console(*, stderr: bool = False) -> Console:
    """Where text for people goes. Lines are never wider than the terminal; in a pipe, 100 columns."""
    made = Console(stderr=stderr)
    return made if made.is_terminal else Console(stderr=stderr, width=100)


def progress() -> Progress:
    """A progress bar: what is being done, how far, what is left."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console(stderr=True),
        transient=True,
    )


def print_json(value: object) -> None:
    """A value as JSON on standard output."""
    typer.echo(json.dumps(value, indent=2, ensure_ascii=False, default=str))
