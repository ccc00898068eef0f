"""`pentameter run`: both doors and the background worker."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Group
from rich.table import Table

from pentameter.config.commands.init import prepare
from pentameter.config.environment import Mode
from pentameter.config.installation import Installation
from pentameter.config.terminal import DEFAULT_DATA, DataOption, console, progress
from pentameter.kernel import clock

if TYPE_CHECKING:
    from pentameter.config.loading import Outcome

DemoOption = Annotated[bool, typer.Option("--demo", help="Set up and show the demo operation.")]
StaffPort = Annotated[int, typer.Option("--staff-port", help="The staff door's port.")]
PublicPort = Annotated[int, typer.Option("--public-port", help="The public door's port.")]
ExamplesOption = Annotated[Path | None, typer.Option("--examples", help="Where the demo operation's files lie.")]


def run(
    data: DataOption = DEFAULT_DATA,
    demo: DemoOption = False,
    staff_port: StaffPort = 8000,
    public_port: PublicPort = 8001,
    examples: ExamplesOption = None,
) -> None:
    """Serve the staff door and the public door on this machine, with the worker that takes files in."""
    made = prepare(data, demo=demo) if demo else _existing(data)
    if made.mode is Mode.DEMO:
        load_demo(examples or demo_files(data, today=clock.today()))
        _show_accounts(staff_port, public_port)
    from pentameter.config import supervisor

    raise typer.Exit(supervisor.serve(made, staff_port=staff_port, public_port=public_port))


def load_demo(examples: Path) -> None:
    """Load the demo operation through the intake, once, and show what came of it."""
    from pentameter.config import loading

    out = console()
    if loading.is_open(examples):
        out.print("The demo operation is loaded already; nothing was loaded twice.")
    else:
        with progress() as bars:
            task = bars.add_task("Taking in the demo operation's files", total=loading.number_of_files(examples))
            outcomes = []
            for outcome in loading.open_demo(examples):
                outcomes.append(outcome)
                bars.advance(task)
        out.print(_by_agency(outcomes))
    _match()
    if registered := loading.register_demo_cases():
        out.print(f"{registered} invented people were registered, each protected as the law of her day says.")
    if begun := loading.register_demo_investigations():
        out.print(f"{begun} invented investigations were registered. Suspected is not guilty.")
    if kept := loading.keep_demo_questions():
        out.print(f"{kept} questions of policy are kept, as it was published how each stands.")
    if tables := loading.release_demo():
        out.print(f"A release of {tables} tables was made, signed by a second person, and published.")
    if told := loading.publish_demo_bulletins():
        out.print(f"Bulletins published: {told}. Each was written by one person and read by another.")
    if left := loading.leave_demo_tips():
        out.print(f"{len(left)} invented tip-offs were left. The first was answered; its code is {left[0]}")
    if written := loading.let_demo_readers_discuss():
        out.print(f"Invented readers wrote {written} comments. Some stand, some wait, one was removed and appealed.")
    out.print(_totals())


def _match() -> None:
    """Match what the reports mention, so that there is one picture when the doors open."""
    from pentameter.config import matching

    with progress() as bars:
        task = bars.add_task("Recognising what several reports mention")
        bars.update(task, total=None)
        outcome = matching.match(False, lambda what, done, of: bars.update(task, completed=done, total=of))
    console().print(f"{outcome.mentions:,} mentions placed; {outcome.proposed:,} pairs wait to be judged.")


def _by_agency(outcomes: "list[Outcome]") -> Group:
    """The counts by agency, and under them the first reasons in lines that are wide enough to read."""
    counted = Table(title="What came of the files, by agency", show_footer=True)
    for heading, foot in zip(("Agency", *_COUNTS), ("All", *_counts(outcomes)), strict=True):
        counted.add_column(heading, foot, justify="left" if heading == "Agency" else "right")
    reasons = Table(title="Quarantined: the first reasons", show_header=False)
    for agency in sorted({one.agency for one in outcomes}):
        own = [one for one in outcomes if one.agency == agency]
        counted.add_row(agency, *_counts(own))
        for reason in _reasons(own)[:2]:
            reasons.add_row(agency, reason)
    return Group(counted, reasons)


_COUNTS = ("Files", "Rows", "Accepted", "Quarantined", "Here already")


def _counts(files: "list[Outcome]") -> list[str]:
    sums = [sum(getattr(one, name) for one in files) for name in ("rows", "accepted", "quarantined", "duplicate")]
    return [f"{number:,}" for number in (len(files), *sums)]


def _reasons(files: "list[Outcome]") -> list[str]:
    return [reason for one in files for reason in ((one.refusal,) if one.refusal else one.reasons)]


def _totals() -> Group:
    from pentameter.config import figures

    tables = []
    for title, rows in figures.totals():
        table = Table(title=title, show_header=False)
        for label, value in rows:
            table.add_row(label, value)
        tables.append(table)
    return Group(*tables)


def _show_accounts(staff_port: int, public_port: int) -> None:
    from pentameter.accounts import api as accounts
    from pentameter.config import loading

    table = Table(title="Demonstration accounts: nobody is real, and a real installation refuses them")
    for heading in ("Role", "User name", "Password"):
        table.add_column(heading)
    for one in accounts.demo_accounts():
        table.add_row(one.role.label, one.username, one.password)
    out = console()
    out.print(table)
    out.print("The second factor's code is shown on the sign-in page of the demonstration.")
    out.print("A reader of the public door is {} with the password {}.".format(*loading.demo_reader()))
    out.print(f"Staff door:  [bold]http://127.0.0.1:{staff_port}/[/]", highlight=False)
    out.print(f"Public door: [bold]http://127.0.0.1:{public_port}/[/]", highlight=False)


def _existing(data: Path) -> Installation:
    from pentameter.config import installation

    made = installation.existing(data)
    installation.enter(made)
    installation.migrate_staff()
    installation.migrate_public(made)
    return made


def demo_files(data: Path, *, today: date) -> Path:
    """The demo operation's files: the committed ones, or, on a day before theirs, a set as of `today` in `data`.

    A report of a day that has not come would go to quarantine.
    """
    from pentameter.config.demo import reference, write_files

    if today >= reference.REFERENCE_DAY:
        return _examples()
    fresh = data / "examples"
    if not (fresh / "demo.json").exists():
        console().print(f"It is {today} here, before the day of the committed files: writing a set as of today.")
        write_files(fresh, reports=reference.REFERENCE_REPORTS, seed=reference.REFERENCE_SEED, today=today)
    return fresh


def _examples() -> Path:
    """The examples beside the source, or in the present folder."""
    beside = Path(__file__).resolve().parents[4] / "examples"
    return beside if beside.is_dir() else Path("examples")
