"""`pentameter backup` and `pentameter restore`."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

from pentameter.config import installation
from pentameter.config.terminal import DEFAULT_DATA, DataOption, JsonOption, console, print_json
from pentameter.kernel import clock

if TYPE_CHECKING:
    from pentameter.config.backup.making import Told
    from pentameter.config.backup.manifest import Manifest
    from pentameter.config.backup.restoring import Proof

app = typer.Typer(help="Backups, sealed to those who may restore them.", no_args_is_help=True)


@app.command()
def make(
    folder: Annotated[Path, typer.Argument(help="Where to write it: best a disk of another machine.")],
    recipient: Annotated[
        list[str] | None, typer.Option(help="A public key (age1...) that may open it; again for more.")
    ] = None,
    data: DataOption = DEFAULT_DATA,
    json: JsonOption = False,
) -> None:
    """Make a backup of both databases and of what belongs to them, while people work. The keys are not in it."""
    made = installation.existing(data)
    installation.enter(made)
    from pentameter.config.backup import making, recipients

    to = recipients.named(made.places.keys, recipient or [])
    with _told(quiet=json) as told:
        done = making.make(made, folder, to, told)
    said = done.manifest
    if json:
        print_json({"file": str(done.path), "bytes": done.size, "rows": said.all_rows, "head": said.head[0]})
        return
    out = console()
    out.print(f"[green]{done.path}[/]", highlight=False, soft_wrap=True)
    people = "1 key opens" if len(to) == 1 else f"{len(to)} keys open"
    out.print(
        f"{said.all_rows:,} rows, the record up to row {said.head[0]:,}, {done.size / 1_000_000:,.1f} MB; {people} it. "
        "It is good once it was restored: try it.",
        highlight=False,
    )


@app.command()
def key(file: Annotated[Path, typer.Argument(help="Where to write the private key.")]) -> None:
    """Make a pair of keys for backups, on a machine that is not the installation's. Prints the public one."""
    from pentameter.config.backup import recipients

    public = recipients.new_identity(file)
    console(stderr=True).print(
        f"The private key is in {file}: keep it off the installation, and a second copy elsewhere. The public one goes "
        f"into the file {recipients.FILE} in the installation's folder of keys:",
        highlight=False,
    )
    typer.echo(public)


def restore(
    file: Annotated[Path, typer.Argument(help="The backup.", exists=True, dir_okay=False)],
    identity: Annotated[Path, typer.Option(help="The file of a private key that it was sealed to.")],
    data: Annotated[Path, typer.Option("--data", help="A new data folder.")],
    json: JsonOption = False,
) -> None:
    """Restore a backup into a new place, and prove that all of it is there. Nothing is restored over anything.

    The keys of the installation have to be there before (PENTAMETER_KEYS, or beside the data folder); on PostgreSQL
    DATABASE_URL and PUBLIC_DATABASE_URL name two empty databases.
    """
    from pentameter.config.backup import recipients, unpacking

    opens = recipients.identity(identity)
    with _told(quiet=json) as told, unpacking.unpacked(file, opens, data) as backup:
        installation.enter(backup.installation)
        from pentameter.config.backup import restoring

        proof = restoring.restore(backup, told)
    said = backup.manifest
    if json:
        found = {"rows": said.all_rows, "head": said.head[0]}
        print_json({"stands_for": said.stands_for, **found, **asdict(proof), "whole": proof.whole})
    else:
        _say(said, proof, data)
    if not proof.whole:
        raise typer.Exit(1)


def _say(said: "Manifest", proof: "Proof", data: Path) -> None:
    out = console()
    stands_for = f"{said.stands_for.astimezone(clock.LONDON):%-d %B %Y, %H:%M:%S}"
    if proof.whole:
        out.print(
            f"[green]All of it is there[/]: {said.all_rows:,} rows, the record whole up to row {said.head[0]:,}, and "
            f"all of a sample of {proof.tried:,} opens. It stands for {stands_for}.",
            highlight=False,
        )
    else:
        opens = f"{proof.opened:,} of a sample of {proof.tried:,} open"
        out.print(f"[bold red]Not all of it is there[/]; {opens}. What is wrong:", highlight=False)
        for one in proof.missing:
            out.print(f"  {one}", highlight=False, soft_wrap=True)
    out.print(
        f"What was recorded after that is not in {data}: everyone counts as protected until two people at the duty "
        "desk have confirmed that it was entered again (page Restores).",
        highlight=False,
    )


@contextmanager
def _told(*, quiet: bool) -> Iterator["Told"]:
    """What is being done, as a bar."""
    if quiet:
        yield lambda what, done, total: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    with Progress(*columns, console=console(stderr=True), transient=True) as bars:
        task = bars.add_task("Beginning", total=None)
        yield lambda what, done, total: bars.update(task, description=what, completed=done, total=total)
