"""`pentameter docs`: make the generated documents anew, or check that they are current."""

import os
from pathlib import Path
from typing import Annotated

import typer

from pentameter.config import embedded
from pentameter.config.terminal import console

FOLDER = Path("docs/generated")


def docs(
    check: Annotated[bool, typer.Option("--check", help="Change nothing; fail if any is out of date.")] = False,
) -> None:
    """Make docs/generated from the code."""
    embedded.use_bundled_sqlite()
    os.environ["DJANGO_SETTINGS_MODULE"] = "pentameter.config.settings.testing"
    import django

    django.setup()
    from pentameter.config import documents

    wanted = documents.all_documents()
    stale = [name for name, text in wanted.items() if _present(name) != text]
    if check and stale:
        console(stderr=True).print(f"Out of date: {', '.join(stale)}. Run `pentameter docs`.")
        raise typer.Exit(1)
    if not check:
        FOLDER.mkdir(parents=True, exist_ok=True)
        for name in stale:
            (FOLDER / name).write_text(wanted[name], encoding="utf-8")


def _present(name: str) -> str:
    path = FOLDER / name
    return path.read_text(encoding="utf-8") if path.exists() else ""
