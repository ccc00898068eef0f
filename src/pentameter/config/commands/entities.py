"""`pentameter entities`: do things stand as the judgements say, and can they be found?"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import typer

from pentameter.config import installation
from pentameter.config.commands import matching
from pentameter.config.terminal import DEFAULT_DATA, DataOption, JsonOption, console, print_json, progress

if TYPE_CHECKING:
    from pentameter.entities.api import Checked, Mended

AnewOption = Annotated[bool, typer.Option("--anew", help="Forget the index first; it is smaller and faster then.")]
app = typer.Typer(help="The things that judgements make of mentions.", no_args_is_help=True)
app.command("match")(matching.match)


@app.callback()
def entities() -> None:
    """The things that judgements make of mentions."""


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


@app.command()
def check(
    data: DataOption = DEFAULT_DATA,
    mend: Annotated[bool, typer.Option("--mend", help="Also put right what is wrong.")] = False,
    after: Annotated[str, typer.Option(help="Go on after this island: where the last run stopped.")] = "",
    json: JsonOption = False,
) -> None:
    """Count every thing again from the ledger of judgements, and compare. Exit status 1 if anything is wrong."""
    installation.enter(installation.existing(data))
    from pentameter.entities import api

    begin = UUID(after) if after else None
    steps = _mended(begin) if mend else _checked(begin)
    mentions = wrong = untold = 0
    for step, misplaced, told in steps:
        mentions, wrong, untold = mentions + step.mentions, wrong + misplaced, untold + told
        if step.after and not json:
            console(stderr=True).print(f"{mentions:,} mentions; --after {step.after}", highlight=False)
    nowhere = len(api.unplaced())
    if json:
        print_json({"mentions": mentions, "misplaced": wrong, "interests": untold, "placed_nowhere": nowhere})
    else:
        console().print(_sentence(mentions, (wrong, untold, nowhere), mend=mend), highlight=False)
    if nowhere or (not mend and (wrong or untold)):
        raise typer.Exit(1)


def _checked(after: UUID | None) -> "Iterator[tuple[Checked, int, int]]":
    from pentameter.entities import api

    while True:
        step = api.check_placings(after)
        yield step, len(step.misplaced), step.interests
        if (after := step.after) is None:
            return


def _mended(after: UUID | None) -> "Iterator[tuple[Mended, int, int]]":
    from pentameter.entities import api
    from pentameter.kernel.actor import SYSTEM

    while True:
        step = api.mend_placings(by=SYSTEM, after=after)
        yield step, step.moved, len(step.told.raised) + len(step.told.withdrawn)
        if (after := step.after) is None:
            return


def _sentence(mentions: int, wrong: tuple[int, int, int], *, mend: bool) -> str:
    if not any(wrong):
        return f"All {mentions:,} mentions stand as the ledger of judgements says."
    misplaced, untold, nowhere = wrong
    found = f"{misplaced:,} of {mentions:,} mentions misplaced, {untold:,} interests untrue, {nowhere:,} placed nowhere"
    return f"{found}: mended." if mend else f"{found}. `pentameter entities check --mend` puts it right."
