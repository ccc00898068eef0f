"""Counts by two codes at once, such as the two parts of a grade: a table whose cells are shaded by their counts."""

from dataclasses import dataclass

from pentameter.look.charts.areas import colours
from pentameter.look.charts.canvas import Canvas
from pentameter.look.charts.chart import Chart, Twin
from pentameter.look.charts.measure import breadth, compact
from pentameter.look.charts.palette import FAINT, INK, PAPER, QUIET, SIZE, SMALL, on
from pentameter.look.charts.scales import Classes, classes

_ROW, _GAP, _HEAD, _CODE = 32.0, 3.0, 40.0, 22.0


@dataclass(frozen=True, slots=True)
class Code:
    """A code and what it means."""

    code: str
    meaning: str

    def words(self) -> str:
        """ "A, always reliable"."""
        return f"{self.code}, {self.meaning}" if self.meaning else self.code


@dataclass(frozen=True, slots=True)
class Cell:
    """A count, and where what stands behind it can be opened."""

    count: int
    href: str = ""


@dataclass(frozen=True, kw_only=True)
class Matrix(Chart):
    """A row for each of `down`, a column for each of `across`; `names` says what the two are.

    Without `sums` the table has none: overlaps, say, add up to nothing.
    """

    down: tuple[Code, ...]
    across: tuple[Code, ...]
    cells: tuple[tuple[Cell, ...], ...]
    names: tuple[str, str]
    sums: bool = True

    def paint(self, canvas: Canvas) -> float:
        """The codes across on top, then a row for each code down, with its meaning beside it."""
        found = classes([cell.count for row in self.cells for cell in row])
        room = self._room(canvas)
        wide = (canvas.width - room) / max(len(self.across), 1)
        canvas.say(self.names[0], 0, _HEAD - 8, size=SMALL, room=room - 10, fill=QUIET)
        canvas.say(self.names[1], room, 12, size=SMALL, fill=QUIET)
        for i, code in enumerate(self.across):
            middle = room + wide * (i + 0.5)
            canvas.say(code.code, middle, _HEAD - 8, anchor="middle", room=wide - 4, font_weight=600, fill=INK)
        for i, code in enumerate(self.down):
            y = _HEAD + i * _ROW
            canvas.say(code.code, 0, y + 20, room=self._code - 4, font_weight=600, fill=INK)
            canvas.say(code.meaning, self._code, y + 20, fill=QUIET, room=room - self._code - 10)
            for j, cell in enumerate(self.cells[i]):
                self._cell(canvas, found, (i, j), cell, (room + j * wide, y, wide))
        return _HEAD + len(self.down) * _ROW

    def table(self) -> Twin:
        """A row a code, a column a code, and the sums of both."""
        columns = ((self.names[0], ""), *((code.words(), "num") for code in self.across))
        rows = [
            (code.words(), *(f"{cell.count:,}" for cell in row))
            for code, row in zip(self.down, self.cells, strict=True)
        ]
        return self._summed(columns, rows) if self.sums else Twin(self.title, columns, tuple(rows))

    def _summed(self, columns: tuple[tuple[str, str], ...], rows: list[tuple[str, ...]]) -> Twin:
        rows = [(*row, f"{sum(cell.count for cell in cells):,}") for row, cells in zip(rows, self.cells, strict=True)]
        columns = (*columns, ("Total", "num"))
        sums = [sum(row[j].count for row in self.cells) for j in range(len(self.across))]
        return Twin(self.title, columns, (*rows, ("Total", *(f"{one:,}" for one in sums), f"{sum(sums):,}")))

    @property
    def _code(self) -> float:
        """The room that the widest code needs, and at least that of one letter."""
        return max([_CODE, *(breadth(code.code, SIZE, bold=True) + 8 for code in self.down)])

    def _room(self, canvas: Canvas) -> float:
        needed = max((breadth(code.meaning, SIZE) for code in self.down), default=0) + self._code + 12
        return min(max(needed, breadth(self.names[0], SMALL) + 12), canvas.width * 0.42)

    def _cell(
        self, canvas: Canvas, found: Classes, at: tuple[int, int], cell: Cell, box: tuple[float, float, float]
    ) -> None:
        x, y, wide = box
        fill = colours(found)[found.of(cell.count)] if cell.count else FAINT
        down, across = self.down[at[0]], self.across[at[1]]
        with canvas.thing(f"{down.code}{across.code}: {cell.count:,}", cell.href):
            size = {"width": wide - _GAP, "height": _ROW - _GAP, "rx": 3.0}
            if cell.href:
                canvas.draw("rect", x=x, y=y, fill="none", class_="halo", **size)
            canvas.draw("rect", x=x, y=y, fill=fill, class_="mark", stroke=PAPER, stroke_width=0.5, **size)
            if cell.count:
                middle = x + (wide - _GAP) / 2
                canvas.say(compact(cell.count), middle, y + 19.5, anchor="middle", fill=on(fill), room=wide - _GAP - 2)
