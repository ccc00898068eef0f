"""`pentameter entities`: what is joined and found across reports."""

from typing import Annotated

import typer

from pentameter.config import installation
from pentameter.config.terminal import DEFAULT_DATA, DataOption, console, progress

app = typer.Typer(help="What is joined and found across reports.", no_args_is_help=True)
AnewOption = Annotated[bool, typer.Option("--anew", help="Forget the index first; it is smaller and faster then.")]


@app.callback()
def entities() -> None:
    """What is joined and found across reports."""


@app.command()
def index(anew: AnewOption = False, data: DataOption = DEFAULT_DATA) -> None:
    """Let names and numbers of reports be found, where the worker has not done so yet."""
    installation.enter(installation.existing(data))
    from pentameter.entities.services.finding import LARGE_STEP, empty_index, index_waiting
    from pentameter.kernel.actor import SYSTEM

    if anew:
        empty_index(by=SYSTEM)
    done = 0
    with progress() as bars:
        task = bars.add_task("reports", total=None)
        while count := index_waiting(by=SYSTEM, limit=LARGE_STEP):
            done += count
            bars.update(task, completed=done)
    console().print(f"{done:,} reports were indexed.")
