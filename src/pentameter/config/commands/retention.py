"""`pentameter retention`: what was disposed of: the list, after a restore, and in the files."""

from pathlib import Path
from typing import Annotated

import typer

from pentameter.config import installation
from pentameter.config.environment import Misconfigured
from pentameter.config.terminal import DEFAULT_DATA, DataOption, JsonOption, console, print_json

app = typer.Typer(help="What was disposed of. The guide is docs/guides/retention.md.", no_args_is_help=True)


@app.command("list")
def show_list(data: DataOption = DEFAULT_DATA, json: JsonOption = False) -> None:
    """Write the list of what was disposed of to its place beside the checkpoints, and say how long it is."""
    installation.enter(installation.existing(data))
    from pentameter.retention import api as retention

    found, path = retention.gone(), retention.list_path()
    retention.write_list(found)
    if json:
        print_json({"disposed": len(found), "list": str(path)})
        return
    console().print(f"{len(found):,} records were disposed of. The list lies in {path}.", soft_wrap=True)


@app.command()
def again(
    path: Annotated[Path, typer.Argument(metavar="LIST", help="The list that was kept beside the checkpoints.")],
    data: DataOption = DEFAULT_DATA,
    json: JsonOption = False,
) -> None:
    """After a restore: dispose again of everything on the list that the backup brought back."""
    installation.enter(installation.existing(data))
    from pentameter.kernel.actor import SYSTEM
    from pentameter.retention import api as retention

    try:
        lines = retention.read_list(path)
    except (OSError, ValueError) as problem:
        raise Misconfigured(f"{path} cannot be read as a list of what was disposed of. {problem}") from problem
    done = retention.dispose_again(lines=lines, by=SYSTEM)
    if json:
        print_json({"listed": len(lines), "disposed": {kind.value: count for kind, count in done.items()}})
        return
    console().print(f"{sum(done.values()):,} of {len(lines):,} on the list were here, and were disposed of again.")


@app.command("rub-out")
def rub_out(data: DataOption = DEFAULT_DATA, json: JsonOption = False) -> None:
    """Write the tables anew, so that nothing of what was disposed of is left in the files. Do it while nobody works."""
    installation.enter(installation.existing(data))
    from pentameter.retention import api as retention

    done = retention.rub_out(whole=True)
    if json:
        print_json({"done": done})
    elif done:
        console().print("The tables were written anew.")
    if not done:
        raise Misconfigured("Somebody reads just now. Stop the server, and run it again.")
