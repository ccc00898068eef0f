"""Cells that a spreadsheet could take for a formula, made safe on the way out and read again on the way in."""

_RUNS = ("=", "+", "-", "@", "\t", "\r")


def safe(cell: str) -> str:
    """The cell, so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if cell.startswith(_RUNS) else cell


def bare(cell: str) -> str:
    """The cell as it was before it was made safe."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_RUNS) else cell
