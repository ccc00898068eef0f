"""`pentameter release`: the releases, and the attacker over everything that was released."""

from typing import Annotated

import typer
from rich.table import Table

from pentameter.config import installation
from pentameter.config.terminal import DEFAULT_DATA, DataOption, JsonOption, console, print_json

app = typer.Typer(help="Releases of statistics: list them, or attack everything that was released.")
SlugOption = Annotated[str, typer.Option("--slug", help="One release alone.")]


@app.command("list")
def listing(slug: SlugOption = "", data: DataOption = DEFAULT_DATA, json: JsonOption = False) -> None:
    """Every version of every release: how it stands, as of when, and when it is or was published."""
    installation.enter(installation.existing(data))
    from pentameter.kernel.actor import SYSTEM
    from pentameter.look import words
    from pentameter.releases import api as releases

    lines = [one for one in releases.releases(by=SYSTEM) if slug in ("", one.slug)]
    if json:
        print_json([one.as_dict() for one in lines])
        return
    table = Table(title="Releases")
    for heading in ("Release", "Version", "State", "Figures as of", "Published"):
        table.add_column(heading)
    for one in lines:
        when = one.published_at or one.publish_at
        said = words.moment(when) if when else "no time yet"
        table.add_row(one.title, str(one.number), one.state.words, words.day(one.as_of), said)
    console().print(table)


@app.command("attack")
def attack(data: DataOption = DEFAULT_DATA, json: JsonOption = False) -> None:
    """Try to work out what was withheld, from everything that was released. Exits with 1 where a cell is given away."""
    installation.enter(installation.existing(data))
    from pentameter.kernel.actor import SYSTEM
    from pentameter.releases import api as releases

    found = releases.attack_everything(by=SYSTEM)
    if json:
        print_json({"tables": found.earlier, "cells": found.cells, "given_away": list(found.given_away)})
    else:
        said = "nothing is given away" if found.safe else f"{len(found.given_away)} cells are given away"
        console().print(f"{found.earlier} tables, {found.cells:,} numbers: {said}.", highlight=False)
        for one in found.given_away:
            console().print(f"  {one}", highlight=False, markup=False, soft_wrap=True)
    if not found.safe:
        raise typer.Exit(1)
