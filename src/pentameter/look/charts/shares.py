"""Shares of a whole, such as the grades of an agency's reports: one bar a row, a hundred per cent wide."""

from dataclasses import dataclass

from pentameter.look.charts.canvas import Canvas
from pentameter.look.charts.chart import Chart, Twin
from pentameter.look.charts.measure import breadth, compact
from pentameter.look.charts.palette import PAPER, QUIET, SEQUENCE, SIZE, SMALL, TEXT, on

_BAR, _ROW = 18.0, 28.0


@dataclass(frozen=True, slots=True)
class Share:
    """The counts of one row, in the order of the chart's parts."""

    name: str
    counts: tuple[int, ...]
    href: str = ""


@dataclass(frozen=True, kw_only=True)
class StackedShare(Chart):
    """Rows of shares. `parts` are ordered, dark to light; where `apart`, the last is "not known" and grey."""

    parts: tuple[str, ...]
    shares: tuple[Share, ...]
    apart: bool = False

    def paint(self, canvas: Canvas) -> float:
        """The parts in words on top, then the rows: name, bar, total."""
        y = self._parts_in_words(canvas)
        beside = canvas.width >= 480
        totals = max((breadth(compact(sum(share.counts)), SIZE) for share in self.shares), default=0) + 8
        names = (
            min(max((breadth(s.name, SIZE) for s in self.shares), default=0) + 12, canvas.width * 0.34) if beside else 0
        )
        for share in self.shares:
            if not beside:
                canvas.say(share.name, 0, y + 12, room=canvas.width - totals)
                y += 18
            else:
                canvas.say(share.name, 0, y + 14, room=names - 10)
            with canvas.thing(self._words(share), share.href):
                self._bar(canvas, share, (names, y), canvas.width - names - totals)
            canvas.say(compact(sum(share.counts)), canvas.width, y + 14, anchor="end", fill=QUIET)
            y += _ROW if beside else _ROW + 2
        return y

    def table(self) -> Twin:
        """A row a share, counts and total."""
        columns = (("", ""), *((part, "num") for part in self.parts), ("Total", "num"))
        rows = ((s.name, *(f"{count:,}" for count in s.counts), f"{sum(s.counts):,}") for s in self.shares)
        return Twin(self.title, columns, tuple(rows))

    def colours(self) -> list[str]:
        """From dark to light; what stands apart, such as "not known", is grey."""
        steps = len(self.parts) - (1 if self.apart else 0)
        last = len(SEQUENCE) - 1
        found = [SEQUENCE[last - round(i * last / max(steps - 1, 1))] for i in range(steps)]
        return [*found, "#cfd5de"] if self.apart else found

    def _words(self, share: Share) -> str:
        whole = sum(share.counts) or 1
        told = (f"{p} {c:,} ({100 * c / whole:.0f}%)" for p, c in zip(self.parts, share.counts, strict=True) if c)
        return f"{share.name}: {', '.join(told) or 'none'}"

    def _parts_in_words(self, canvas: Canvas) -> float:
        x, y = 0.0, 0.0
        for part, colour in zip(self.parts, self.colours(), strict=True):
            wide = 20 + breadth(part, SIZE)
            if x and x + wide > canvas.width:
                x, y = 0.0, y + 20
            canvas.draw("rect", x=x, y=y + 1, width=13, height=13, rx=3, fill=colour)
            canvas.say(part, x + 19, y + 12)
            x += wide + 16
        return y + 28

    def _bar(self, canvas: Canvas, share: Share, at: tuple[float, float], wide: float) -> None:
        x, y = at
        whole = sum(share.counts)
        if not whole:
            canvas.draw("rect", x=x, y=y, width=wide, height=_BAR, fill=PAPER, stroke="#c9d1dc", rx=2)
            canvas.say("none", x + 7, y + 13, size=SMALL, fill=QUIET)
        for count, colour in zip(share.counts, self.colours(), strict=True):
            part = wide * count / whole if whole else 0
            if part:
                canvas.draw("rect", x=x, y=y, width=part, height=_BAR, fill=colour, stroke=PAPER, class_="mark")
            said = f"{100 * count / whole:.0f}%" if whole else ""
            if part > breadth(said, SMALL) + 8:
                canvas.say(said, x + part / 2, y + 13, size=SMALL, anchor="middle", fill=on(colour) if part else TEXT)
            x += part
