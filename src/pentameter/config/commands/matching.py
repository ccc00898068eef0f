"""`pentameter entities match`: what reports mention is placed and matched."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from pentameter.config import installation
from pentameter.config.terminal import DEFAULT_DATA, DataOption, JsonOption, console, print_json, progress

if TYPE_CHECKING:
    from pentameter.config.matching import Outcome

AllOption = Annotated[bool, typer.Option("--all", help="Match everyone again, also those who are matched already.")]


def match(everyone: AllOption = False, data: DataOption = DEFAULT_DATA, json: JsonOption = False) -> None:
    """Place and match all that waits, in steps: interrupted, it goes on where it was when it is called again."""
    installation.enter(installation.existing(data))
    from pentameter.config import matching

    with progress() as bars:
        tasks = {what: bars.add_task(what, total=None) for what in matching.STAGES}
        outcome = matching.match(everyone, lambda what, done, of: bars.update(tasks[what], completed=done, total=of))
    if json:
        print_json(outcome.as_dict())
    else:
        _say(outcome, console().print)
    if outcome.trouble or outcome.locked:
        raise typer.Exit(1)


def _say(outcome: "Outcome", say: Callable[[str], None]) -> None:
    say(
        f"{outcome.mentions:,} mentions of {outcome.reports:,} reports placed, {outcome.again:,} people matched again: "
        f"{outcome.decided:,} pairs decided, {outcome.proposed:,} proposed, {outcome.withdrawn:,} withdrawn."
    )
    if outcome.trouble:
        say(f"Nothing more is matched: {outcome.trouble}")
    if outcome.locked:
        say(f"These agencies' keys do not open, so their reports wait: {', '.join(outcome.locked)}.")
