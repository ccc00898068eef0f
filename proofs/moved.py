"""`python -m proofs.moved`: every sealed cell that scenes make is moved to other rows and columns, and opened there.

In a throw-away installation. Exit code 1 if one opens, or a sealed column is filled by no scene.
"""

import json
import sys
import tempfile
from pathlib import Path

from rich.table import Table

from pentameter.config.terminal import console

ROOT = Path(__file__).resolve().parents[1]
MOVE = """
import json, pytest, moved
moved.OTHER_ROWS, moved.OTHER_COLUMNS = 1_000, 100
with moved.remembering(pytest.MonkeyPatch()) as remembered:
    moved.sow()
    found, strange = moved.cells(remembered)
counts, opened = moved.moved(found)
unfilled = sorted(set(moved.columns()) - {one.column for one in found})
print(json.dumps({"counts": counts, "opened": opened, "unfilled": unfilled, "strange": strange}))
"""


def main() -> int:
    """Sow, move, and tell."""
    from tests.installations import installation

    with (
        tempfile.TemporaryDirectory(prefix="pentameter-proof-") as folder,
        installation(Path(folder) / "place", PYTHONPATH=f"{ROOT}:{ROOT / 'tests'}") as place,
    ):
        told = json.loads(place.code(MOVE).splitlines()[-1])
    table = Table(title="Ciphertext moved to where it does not belong", show_header=False)
    for what, count in sorted(told["counts"].items()):
        table.add_row(what, f"{count:,}")
    table.add_row("sealed columns that no scene fills", f"{len(told['unfilled'])}")
    table.add_row("cells that the kernel did not seal", f"{len(told['strange'])}")
    table.add_row("that opened", f"{len(told['opened'])}")
    console().print(table)
    for fault in (*told["unfilled"], *told["strange"], *told["opened"]):
        console(stderr=True).print(fault)
    return 1 if told["opened"] or told["unfilled"] or told["strange"] else 0


if __name__ == "__main__":
    sys.exit(main())
