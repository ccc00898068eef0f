"""`pentameter picture`: the picture as one file, or in the terminal."""

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from pentameter.config import installation
from pentameter.config.terminal import DEFAULT_DATA, DataOption, JsonOption, console, print_json

OutOption = Annotated[Path | None, typer.Option("--out", help="Write a single self-contained HTML file.")]
WaveOption = Annotated[str, typer.Option("--wave", help="operation/number; the wave that runs now if left out.")]


def picture(
    out: OutOption = None, wave: WaveOption = "", data: DataOption = DEFAULT_DATA, json: JsonOption = False
) -> None:
    """The picture of a wave: its totals here, or all of it with maps and charts in one file."""
    installation.enter(installation.existing(data))
    from pentameter.config import figures, loading
    from pentameter.kernel.actor import SYSTEM
    from pentameter.picture import api as pictures

    wave_id = loading.wave(wave)
    if out:
        out.write_text(pictures.export(wave_id, by=SYSTEM), encoding="utf-8")
        console(stderr=True).print(
            f"Written to {out}. Handle it as the marking on its first line says.", highlight=False
        )
    elif json:
        print_json(figures.as_dict(wave_id))
    else:
        for title, rows in figures.totals(wave_id):
            table = Table(title=title, show_header=False)
            for label, value in rows:
                table.add_row(label, value)
            console().print(table)
