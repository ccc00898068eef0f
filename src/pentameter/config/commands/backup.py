"""`pentameter backup` and `pentameter restore`."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
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

RecipientOption = Annotated[
    list[str] | None, typer.Option(help="A public key (age1...) that may open it; again for more.")
]
IdentityOption = Annotated[Path, typer.Option(help="The file of a private key that it was sealed to.")]
app = typer.Typer(help="Backups, sealed to those who may restore them.", no_args_is_help=True)


@app.command()
def make(
    folder: Annotated[Path, typer.Argument(help="Where to write it: best a disk of another machine.")],
    recipient: RecipientOption = None,
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


@app.command()
def base(
    folder: Annotated[Path, typer.Argument(help="Where to write it.")],
    url: Annotated[str, typer.Option(envvar="PENTAMETER_REPLICATION_URL", help="A role that may replicate.")],
    recipient: RecipientOption = None,
    data: DataOption = DEFAULT_DATA,
) -> None:
    """Copy a whole PostgreSQL cluster while it works: with the log that is kept since, any moment can be recovered."""
    from pentameter.config.backup import physical, recipients

    places = installation.existing(data).places
    made = physical.base(url, folder, recipients.named(places.keys, recipient or []), at=clock.now())
    console().print(f"[green]{made}[/], {made.stat().st_size / 1_000_000:,.1f} MB.", highlight=False, soft_wrap=True)


@app.command()
def keep(
    piece: Annotated[Path, typer.Argument(help="The piece of the log: PostgreSQL's %p.")],
    name: Annotated[str, typer.Argument(help="Its name: PostgreSQL's %f.")],
    folder: Annotated[Path, typer.Argument(help="Where it is kept.")],
    recipient: Annotated[list[str], typer.Option(help="A public key (age1...) that may open it; again for more.")],
) -> None:
    """Keep a piece of PostgreSQL's log, sealed: its archive_command."""
    from pentameter.config.backup import physical, recipients

    physical.keep(piece, name, folder, recipients.named(folder, recipient))


@app.command()
def give(
    name: Annotated[str, typer.Argument(help="The name of the piece: PostgreSQL's %f.")],
    target: Annotated[Path, typer.Argument(help="Where it is wanted: PostgreSQL's %p.")],
    folder: Annotated[Path, typer.Argument(help="Where the log is kept.")],
    identity: IdentityOption,
) -> None:
    """Give PostgreSQL a kept piece of its log: its restore_command. Exit status 1 where none of the name was kept."""
    from pentameter.config.backup import physical, recipients

    if not physical.give(name, target, folder, recipients.identity(identity)):
        raise typer.Exit(1)


@app.command()
def recover(
    file: Annotated[Path, typer.Argument(help="The copy of the cluster.", exists=True, dir_okay=False)],
    folder: Annotated[Path, typer.Argument(help="A new folder for the cluster.")],
    log: Annotated[Path, typer.Option(help="Where its log was kept.")],
    identity: IdentityOption,
    until: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%dT%H:%M:%S%z"], help="To which moment: 2026-11-24T02:05:00+0000."),
    ] = None,
) -> None:
    """Put a copied cluster into a new folder, told to recover to a moment. Start PostgreSQL there, then `adopt` it."""
    from pentameter.config.backup import physical, recipients

    physical.recover(file, folder, log.absolute(), (identity.absolute(), recipients.identity(identity)), until)
    console().print(
        f"Start PostgreSQL in {folder}, then run `pentameter backup adopt`.", highlight=False, soft_wrap=True
    )


@app.command()
def adopt(
    stands_for: Annotated[
        datetime, typer.Argument(formats=["%Y-%m-%dT%H:%M:%S%z"], help="The moment it was recovered to.")
    ],
    data: DataOption = DEFAULT_DATA,
    json: JsonOption = False,
) -> None:
    """Prove databases that were recovered, and mark the installation as restored: nobody is called clear until two
    people at the duty desk have confirmed that nothing is missing."""
    installation.enter(installation.existing(data))
    from pentameter.config.backup import restoring

    proof = restoring.adopt(stands_for)
    if json:
        print_json({**asdict(proof), "whole": proof.whole})
    else:
        _say_proof(proof, "The record is whole")
        _say_lost(stands_for, data)
    if not proof.whole:
        raise typer.Exit(1)


def restore(
    file: Annotated[Path, typer.Argument(help="The backup.", exists=True, dir_okay=False)],
    identity: IdentityOption,
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
    _say_proof(proof, f"All of it is there: {said.all_rows:,} rows, the record whole up to row {said.head[0]:,}")
    _say_lost(said.stands_for, data)


def _say_proof(proof: "Proof", well: str) -> None:
    out = console()
    sample = f"{proof.opened:,} of a sample of {proof.tried:,} sealed facts open"
    if proof.whole:
        out.print(f"[green]{well}[/]; {sample}.", highlight=False)
        return
    out.print(f"[bold red]Not all of it is there[/]; {sample}.", highlight=False)
    for one in proof.missing:
        out.print(f"  {one}", highlight=False, soft_wrap=True)


def _say_lost(stands_for: datetime, data: Path) -> None:
    moment = f"{stands_for.astimezone(clock.LONDON):%-d %B %Y, %H:%M:%S}"
    console().print(
        f"What was recorded after {moment} is not in {data}: everyone counts as protected until two people at the duty "
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
