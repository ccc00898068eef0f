"""A file that can be read, whatever its format."""

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from itertools import islice
from types import TracebackType
from typing import Self

from pentameter.intelligence.intake.drafts import FileKind, RawRow

Rows = Generator[RawRow, None, None]
Reading = Generator[object, None, None]


@dataclass(slots=True)
class Source:
    """An open file. Each call of `rows` reads it anew; leaving the context ends every reading."""

    kind: FileKind
    format: str
    _read: Callable[[], Rows]
    _readings: list[Reading] = field(default_factory=list)

    def rows(self, skip: int = 0) -> Iterator[RawRow]:
        """The file's rows in order, without the first `skip` of them.

        Raises:
            FileRefused: while reading, where the file turns out to be broken further on.
        """
        reading = self._read()
        self._readings.append(reading)
        return islice(reading, skip, None)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        while self._readings:
            self._readings.pop().close()
