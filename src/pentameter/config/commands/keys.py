"""`pentameter keys`: the versions of the root key, and changing it while people work."""

import typer
from rich.table import Table

from pentameter.config import installation
from pentameter.config.terminal import DEFAULT_DATA, DataOption, JsonOption, console, print_json, progress

app = typer.Typer(help="The root key, and what it wraps. The guide is docs/guides/keys.md.", no_args_is_help=True)


@app.command()
def show(data: DataOption = DEFAULT_DATA, json: JsonOption = False) -> None:
    """Which version of the root key wraps, and how many keys each column holds."""
    made = installation.existing(data)
    installation.enter(made)
    from pentameter.config.rotation import COLUMNS
    from pentameter.keyring import api as keyring

    now = keyring.versions()
    left = {kept.what: keyring.left_behind(kept, now.current) if now.since else 0 for kept in COLUMNS}
    kept = {one.what: keyring.keys_kept(one) for one in COLUMNS}
    if json:
        print_json({"version": now.current, "earlier": list(now.earlier), "keys": kept, "left": left})
        return
    table = Table(title=f"Version {now.current} of the root key wraps")
    for heading in ("Keys of", "How many", "Wrapped by an earlier version"):
        table.add_column(heading)
    for what, count in kept.items():
        table.add_row(what, f"{count:,}", f"{left[what]:,}")
    console().print(table)
    if now.changing:
        console().print("A change of the root key is not finished: run `pentameter keys rotate` to go on.")


@app.command()
def rotate(data: DataOption = DEFAULT_DATA, json: JsonOption = False) -> None:
    """Make a new version of the root key and wrap every key anew by it, while people work. Run again, it goes on."""
    made = installation.existing(data)
    installation.enter(made)
    from pentameter.config import rotation

    with progress() as bars:
        tasks = {kept.what: bars.add_task(f"Keys of {kept.what}", total=None) for kept in rotation.COLUMNS}

        def show_step(what: str, done: int, of: int) -> None:
            bars.update(tasks[what], completed=done, total=of)

        outcome = rotation.rotate(made.places.keys, show_step)
    if json:
        print_json(outcome.as_dict())
        return
    out = console()
    out.print(f"Version {outcome.version} of the root key wraps {sum(outcome.wrapped.values()):,} keys anew.")
    for path in outcome.aside:
        out.print(f"The version before lies in {path}. Nothing reads it.", soft_wrap=True)
    out.print("Back up the keys' folder now. Keep the version set aside with the backups made before today.")
