"""`pentameter screen`: which lines of a removal list could be protected people, over two files."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress, TaskID

from pentameter.config.screening import Files, Outcome, screen_files
from pentameter.config.terminal import JsonOption, console, print_json, progress
from pentameter.kernel import clock

_COLUMNS = "CSV with id, name or given_name and surname, dob, sex, nationality, doc_no."
PeopleOption = Annotated[Path, typer.Option("--people", exists=True, dir_okay=False, help=f"Protected: {_COLUMNS}")]
ListOption = Annotated[Path, typer.Option("--list", exists=True, dir_okay=False, help=f"The list: {_COLUMNS}")]
OutOption = Annotated[Path, typer.Option("--out", dir_okay=False, help="Answers: list_id, answer, people_ids.")]
ReasonsOption = Annotated[Path | None, typer.Option("--reasons", help="Write the reasons too, for the desk.")]


def screen(
    people: PeopleOption, listed: ListOption, out: OutOption, reasons: ReasonsOption = None, json: JsonOption = False
) -> None:
    """Answer every line of a removal list: held (or possibly held), or none. No installation is needed or touched."""
    with progress() as bars:
        show = partial(_show, bars, bars.add_task(listed.name, total=None))
        outcome = screen_files(Files(people, listed, out, reasons), clock.today(), show)
    if json:
        print_json(outcome.as_dict())
    else:
        _say(outcome, out)


def _show(bars: Progress, task: TaskID, done: int, total: int) -> None:
    if done % 100 == 0 or done == total:
        bars.update(task, completed=done, total=total)


def _say(outcome: Outcome, out: Path) -> None:
    terminal = console()
    terminal.print(
        f"{outcome.lines:,} lines against {outcome.people:,} protected people: {outcome.held:,} held or possibly held, "
        f"{outcome.lines - outcome.held:,} none. Written to {out}.",
        highlight=False,
    )
    if outcome.doubtful:
        terminal.print(f"{outcome.doubtful:,} lines tell too little or cannot be read whole. Among the first:")
    for doubt in outcome.doubts:
        terminal.print(f"  {doubt}", highlight=False, markup=False)
    if outcome.thin:
        terminal.print(
            f"{len(outcome.thin):,} protected people are told by so little that a name cannot find them, only the same "
            f"document number: {', '.join(outcome.thin[:5])}. Complete their names or dates of birth.",
            highlight=False,
            markup=False,
        )
