"""Files in and out: what is wrong with one is said in a sentence that names it."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from darkfigure.errors import BadInput
from darkfigure.histories import CaptureHistories
from darkfigure.repeat_counts import RepeatCounts

T = TypeVar("T")
STANDARD_INPUT = "-"


def histories(name: str, strata: str | None = None) -> CaptureHistories:
    """The capture table in a file of 0/1 columns and then `count`; "-" is standard input."""
    return _read(name, lambda path: CaptureHistories.from_csv(path, strata=strata))


def repeat_counts(name: str) -> RepeatCounts:
    """Times seen and people, in two columns."""
    return _read(name, RepeatCounts.from_csv)


def write(name: str, text: str) -> None:
    """Text into a file, which is made or replaced."""
    try:
        Path(name).write_text(text, encoding="utf-8")
    except OSError as error:
        raise BadInput(f"{name} cannot be written: {_reason(error)}.") from None


def _read(name: str, reader: Callable[[Any], T]) -> T:
    path = Path("/dev/stdin" if name == STANDARD_INPUT else name)
    try:
        if path.is_dir():
            raise BadInput("it is a folder, where a CSV file is wanted.")
        if not path.exists():
            raise BadInput("there is no such file.")
        return reader(path)
    except OSError as error:
        raise BadInput(f"{name} cannot be read: {_reason(error)}.") from None
    except (UnicodeDecodeError, csv.Error):
        raise BadInput(f"{name} is no CSV file in UTF-8: save the table as CSV.") from None
    except BadInput as error:
        called = "Standard input" if name == STANDARD_INPUT else name
        said = str(error)
        begins = f"{path.name} "
        sentence = f"{called} {said.removeprefix(begins)}" if said.startswith(begins) else f"{called}: {said}"
        raise BadInput(sentence) from None


def _reason(error: OSError) -> str:
    return (error.strerror or "unknown reason").lower()
