"""`pentameter audit`: is the record whole?"""

import typer

from pentameter.config import installation
from pentameter.config.terminal import DEFAULT_DATA, DataOption, JsonOption, console, print_json

app = typer.Typer(help="The record of every act and every look.", no_args_is_help=True)


@app.command()
def verify(data: DataOption = DEFAULT_DATA, json: JsonOption = False) -> None:
    """Check the whole chain against its digests and signed checkpoints; name the first bad row."""
    installation.enter(installation.existing(data))
    from pentameter.audit import api as audit
    from pentameter.kernel.actor import SYSTEM

    found = audit.verify(by=SYSTEM)
    if json:
        print_json(found.as_dict())
    else:
        colour = "green" if found.whole else "bold red"
        console().print(f"[{colour}]{found.sentence}[/]", highlight=False)
    if not found.whole:
        raise typer.Exit(1)


@app.command()
def checkpoint(data: DataOption = DEFAULT_DATA) -> None:
    """Sign the chain as it stands now, into the checkpoints folder."""
    installation.enter(installation.existing(data))
    from pentameter.audit import api as audit

    made = audit.write_checkpoint()
    console().print(f"Signed at row {made.seq:,}.", highlight=False)
