"""Screening one file against another: as many answers as lines, in their order."""

import csv
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TextIO

from pentameter.decisions.matching import ENOUGH, Explained, Screen, Subject
from pentameter.decisions.reading import read

HELD, NONE = "held", "none"
HEADINGS = ("list_id", "answer", "people_ids")
REASONS = ("list_id", "answer", "person_id", "reasons")
_BETWEEN = ";"
Show = Callable[[int, int], None]
"""Told after each line how many are done, and of how many."""
_FIRST = 5


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a list, in counts, with the first things that could not be read."""

    people: int
    lines: int
    held: int
    doubtful: int
    doubts: tuple[str, ...]
    thin: tuple[str, ...]

    def as_dict(self) -> dict[str, object]:
        """For programs."""
        return {
            "people": self.people,
            "lines": self.lines,
            "held": self.held,
            "none": self.lines - self.held,
            "lines_with_doubts": self.doubtful,
            "doubts": self.doubts,
            "people_told_by_too_little": self.thin,
        }


@dataclass(frozen=True, slots=True)
class Files:
    """The protected people, the list, where the answers go, and where the desk's reasons go, if anywhere."""

    people: Path
    list: Path
    answers: Path
    reasons: Path | None = None


def screen_files(
    files: Files, today: date, show: Show = lambda done, total: None, *, enough: float = ENOUGH
) -> Outcome:
    """Answer every line of the list. The answers appear whole or not at all. `enough` is for the benchmark's curve."""
    people = list(read(files.people, today))
    screen = Screen(people, enough)
    lines = list(read(files.list, today))
    held = doubtful = 0
    first: list[str] = [doubt for person in people for doubt in person.doubts][:_FIRST]
    with ExitStack() as stack:
        answers = csv.writer(stack.enter_context(_written(files.answers)))
        reasons = csv.writer(stack.enter_context(_written(files.reasons))) if files.reasons else None
        answers.writerow(HEADINGS)
        if reasons:
            reasons.writerow(REASONS)
        for done, explained in enumerate(_explained(screen, lines), start=1):
            answers.writerow(answer_row(explained))
            if reasons:
                reasons.writerows(reason_rows(explained))
            held += explained.answer.held
            doubtful += bool(explained.doubts)
            first.extend(f"{explained.answer.id}: {doubt}" for doubt in explained.doubts if len(first) < _FIRST)
            show(done, len(lines))
    return Outcome(len(people), len(lines), held, doubtful, tuple(first), screen.thin)


def _explained(screen: Screen, lines: Iterable[Subject]) -> Iterator[Explained]:
    return (screen.explain(line) for line in lines)


def answer_row(explained: Explained) -> tuple[str, str, str]:
    """A line's answer; only here, where no case stands behind it, with the ids of the people."""
    answer = explained.answer
    return answer.id, HELD if answer.held else NONE, _BETWEEN.join(explained.people)


def reason_rows(explained: Explained) -> Iterator[tuple[str, str, str, str]]:
    """For the desk: a row for each person whom the line could be, or one for the line alone."""
    answer = explained.answer
    word = HELD if answer.held else NONE
    for one in explained.evidence:
        yield answer.id, word, one.person, "; ".join((*one.reasons, *explained.doubts))
    if not explained.evidence:
        yield answer.id, word, "", "; ".join(explained.doubts)


@contextmanager
def _written(path: Path) -> Iterator[TextIO]:
    """A file that takes its place only when it is whole."""
    unfinished = path.with_name(f"{path.name}.part")
    try:
        with unfinished.open("w", encoding="utf-8", newline="") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
