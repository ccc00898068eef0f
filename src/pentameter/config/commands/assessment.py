"""`pentameter assessment`: make the national assessment of a wave, and write its three files."""

from pathlib import Path
from typing import Annotated

import typer

from pentameter.config import installation
from pentameter.config.terminal import DEFAULT_DATA, DataOption, console

WaveArgument = Annotated[str, typer.Argument(help="operation/number; the wave that runs now if left out.")]
OutOption = Annotated[Path, typer.Option("--out", help="The folder for HTML, PDF and workbook.")]


def assessment(out: OutOption, wave: WaveArgument = "", data: DataOption = DEFAULT_DATA) -> None:
    """Make the next version of a wave's assessment, and write it as HTML, PDF and workbook."""
    installation.enter(installation.existing(data))
    from pentameter.config import loading
    from pentameter.kernel.actor import SYSTEM
    from pentameter.picture import api as pictures

    out.mkdir(parents=True, exist_ok=True)
    for name, body in pictures.assessment_files(loading.wave(wave), by=SYSTEM):
        (out / name).write_bytes(body)
        console(stderr=True).print(f"Written to {out / name}.", highlight=False, soft_wrap=True)
    console(stderr=True).print("Handle them as the marking on their first lines says.", highlight=False)
