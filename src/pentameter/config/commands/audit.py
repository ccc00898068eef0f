"""`pentameter audit`: is the record whole?"""

from pathlib import Path
from typing import Annotated

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
    from pentameter.kernel.actor import SYSTEM

    made = audit.write_checkpoint(by=SYSTEM)
    said = f"Signed at row {made.seq:,}." if made else "Nothing was recorded since the last checkpoint."
    console().print(said, highlight=False)


@app.command()
def export(
    folder: Annotated[Path, typer.Argument(help="Where to write the files.")],
    purpose: Annotated[str, typer.Option(help="Why the record is handed out. It is recorded.")],
    data: DataOption = DEFAULT_DATA,
) -> None:
    """Write the record, its checkpoints, the public key and a verifier that needs nothing of Pentameter."""
    installation.enter(installation.existing(data))
    from pentameter.audit import api as audit
    from pentameter.kernel.actor import SYSTEM

    rows = audit.export(folder, purpose=purpose, by=SYSTEM)
    console().print(f"{rows:,} rows written to {folder}. Check them there: python3 verify_record.py .", highlight=False)
