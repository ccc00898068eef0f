"""`pentameter users`: the people of an installation."""

from typing import Annotated

import typer
from rich.table import Table

from pentameter.config import installation
from pentameter.config.terminal import DEFAULT_DATA, DataOption, console
from pentameter.kernel.actor import SYSTEM, Role

app = typer.Typer(help="People and agencies.", no_args_is_help=True)


@app.command("list")
def list_people(data: DataOption = DEFAULT_DATA) -> None:
    """Who has an account, in which role, at which agency."""
    installation.enter(installation.existing(data))
    from pentameter.accounts import api as accounts

    table = Table()
    for heading in ("User name", "Name", "Role", "Agency", "Active"):
        table.add_column(heading)
    for one in accounts.everyone(by=SYSTEM):
        table.add_row(one.username, one.name, one.role.label, one.agency.name, "yes" if one.active else "no")
    console().print(table)


@app.command()
def add(
    username: str,
    name: Annotated[str, typer.Option("--name", prompt="Name")],
    email: Annotated[str, typer.Option("--email", prompt="E-mail address")],
    role: Annotated[Role, typer.Option("--role", prompt="Role, e.g. administrator")],
    agency: Annotated[str, typer.Option("--agency", prompt="Agency's short name, e.g. national-centre")],
    data: DataOption = DEFAULT_DATA,
) -> None:
    """Add a person. Prints the address at which they choose a password; it works once."""
    installation.enter(installation.existing(data))
    from pentameter.accounts import api as accounts

    new = accounts.NewPerson(username, name, email, agency, role)
    link = accounts.add_person(person=new, by=SYSTEM)
    console().print(f"Added. At the staff door they choose a password at {link.path} (it works once).", soft_wrap=True)


@app.command()
def agencies(data: DataOption = DEFAULT_DATA) -> None:
    """Every agency with its short name."""
    installation.enter(installation.existing(data))
    from pentameter.accounts import api as accounts

    table = Table()
    for heading in ("Short name", "Name", "Today"):
        table.add_column(heading)
    for one in accounts.agencies().values():
        table.add_row(one.slug, one.name, "yes" if one.current else "no longer")
    console().print(table)
