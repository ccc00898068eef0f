"""`pentameter init`: make an installation."""

from pathlib import Path
from typing import Annotated

import typer

from pentameter.config import installation
from pentameter.config.terminal import DEFAULT_DATA, DataOption, console


def init(
    data: DataOption = DEFAULT_DATA,
    demo: Annotated[bool, typer.Option("--demo", help="A demonstration with invented people.")] = False,
) -> None:
    """Make the folders, keys, databases and agencies of an installation. What is there is kept."""
    made = prepare(data, demo=demo)
    out = console()
    out.print(f"Installation ({made.mode.value}) in [bold]{made.places.data}[/].", highlight=False)
    out.print(
        f"Keys in [bold]{made.places.keys}[/]: back them up elsewhere; without them nothing opens.", highlight=False
    )
    if not demo:
        out.print("Next: [bold]pentameter users add[/] for the first administrator, then [bold]pentameter run[/].")


def prepare(data: Path, *, demo: bool) -> installation.Installation:
    """Make or bring up to date an installation, and set Django up for it in this process."""
    made = installation.create(data, demo=demo)
    installation.enter(made)
    installation.migrate_staff()
    installation.migrate_public(made)
    from pentameter.accounts import api as accounts
    from pentameter.kernel.actor import SYSTEM
    from pentameter.operations import api as operations

    accounts.seed_agencies(by=SYSTEM)
    operations.load_published_results(by=SYSTEM)
    if demo:
        accounts.seed_demo_people(by=SYSTEM)
    return made
