"""What the templates are given: a run with its charts, its words and what the reader may do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.urls import reverse

from pentameter.look import words as written
from pentameter.look.charts.chart import Chart
from pentameter.scale import drawing, words
from pentameter.scale.drawing import Drawn
from pentameter.scale.queries.runs import RunWhole
from pentameter.scale.rules.asking import RunState, Source
from pentameter.scale.rules.headline import rounded
from pentameter.scale.rules.lists import Kind, named
from pentameter.scale.rules.published import shipped

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rights:
    """What the reader may do: see counts of people on lists, and ask for runs and repeats."""

    sees_table: bool
    runs: bool


@dataclass(frozen=True)
class RunPage:
    """A run on its way to a template."""

    run: RunWhole
    rights: Rights

    @property
    def state_words(self) -> tuple[str, str]:
        """The state as a tag says it, and the tag's kind."""
        line = self.run.line
        if line.state is RunState.REFUSED:
            return "No answer", "danger"
        if line.state is RunState.ANSWERED:
            return words.VERDICTS[line.verdict]
        return ("Waits for the worker", "") if line.state is RunState.WAITING else ("Is being worked out", "")

    @property
    def facts(self) -> list[tuple[str, str]]:
        """The strip at the head."""
        line = self.run.line
        counted = written.number(line.people) if line.people is not None else "not counted yet"
        return [
            ("Period", words.period(line.from_on, line.to_on)),
            ("Type", words.theme(line.question.theme)),
            ("Place", line.question.area or "All areas"),
            ("Lists", self.lists_words),
            ("People on them", counted),
        ]

    @property
    def lists_words(self) -> str:
        """Which lists have anybody on them."""
        if self.run.table is None:
            return "not frozen yet"
        return written.listed([named(code) for code in self.run.table.lists]) or "nobody on any"

    @property
    def nobody_on(self) -> str:
        """Which of the six lists have nobody on them, where they were frozen from what is known."""
        if self.run.line.source is Source.TABLE or self.run.table is None:
            return ""
        return written.listed([kind.words for kind in Kind if kind.value not in self.run.table.lists])

    # what was found

    @property
    def range_words(self) -> str:
        """The range in words, rounded outwards."""
        line = self.run.line
        if line.low is None or line.high is None:
            return ""
        return f"{rounded(line.low, down=True)} to {rounded(line.high)}"

    @property
    def unseen_words(self) -> str:
        """How many of them were never seen."""
        line = self.run.line
        if line.low is None or line.high is None or line.people is None:
            return ""
        return f"{rounded(max(line.low - line.people, 0), down=True)} to {rounded(line.high - line.people)}"

    @property
    def answers_words(self) -> str:
        """Between which numbers the believed methods' own answers lie."""
        said = self.run.headline.answers if self.run.headline else None
        return f"{round(said[0]):,} to {round(said[1]):,}" if said else ""

    @property
    def published(self) -> tuple[str, ...]:
        """What was published of this very table before, and how this run stands to it; empty where nothing was."""
        line, known = self.run.line, shipped().get(self.run.input_digest)
        if known is None or self.run.headline is None:
            return ()
        return known.told(), *known.beside(self.run.headline.answers, line.low, line.high)

    @property
    def share_words(self) -> str:
        """Which part of the width comes from linking."""
        share = self.run.line.share
        if share is not None:
            return written.share(share)
        return "not known" if self.run.line.source is Source.TABLE else "none"

    @property
    def statement(self) -> Mapping[str, Any] | None:
        """The reliability statement of the panel."""
        panel = self.run.results["panel"] if self.run.results else None
        return panel["statement"] if panel else None

    @property
    def against(self) -> list[str]:
        """What speaks against the number."""
        return [words.sentence(one) for one in self.statement["against"]] if self.statement else []

    @property
    def rests_on(self) -> list[str]:
        """What it rests on."""
        return [words.sentence(one) for one in self.statement["rests_on"]] if self.statement else []

    @property
    def method_rows(self) -> list[Row]:
        """A row a method: what it does, what it takes for granted, its answer, and a remark."""
        rows = self.run.results["panel"]["rows"] if self.run.results and self.run.results["panel"] else []
        return [_method_row(row) for row in rows]

    @property
    def merged_rows(self) -> list[Row]:
        """Two lists taken as one."""
        moved = self._moved
        return [_moved_row(" and ".join(map(named, row["lists"])), row) for row in moved["merged"]] if moved else []

    @property
    def threshold_rows(self) -> list[Row]:
        """The stepwise method at other thresholds for adding a pair."""
        moved = self._moved
        return [_moved_row(f"{row['threshold']:g}", row) for row in moved["thresholds"]] if moved else []

    @property
    def assumption_rows(self) -> list[Row]:
        """The total if what nobody can test were otherwise."""
        moved = self._moved
        rows = moved["highest_order"] if moved else []
        return [(f"{row['odds_ratio']:g}", f"{round(row['total']):,}") for row in rows]

    @property
    def pooled(self) -> Mapping[str, Any] | None:
        """The average over the linkings."""
        return self.run.results["pooled"] if self.run.results else None

    @property
    def table_rows(self) -> list[Row]:
        """The frozen table, for those who may see it."""
        table = self.run.table
        if table is None or not self.rights.sees_table:
            return []
        return [(*("yes" if on else "no" for on in row), f"{count:,}") for row, count in table.rows()]

    @property
    def agencies(self) -> list[Row]:
        """Which organisations stood for which list."""
        ground = self.run.ground
        kept: Mapping[str, str] = ground.agencies if ground else {}
        return [
            (kind.words[:1].upper() + kind.words[1:], _of(kept, kind)) for kind in Kind if kind.value in kept.values()
        ]

    @property
    def _moved(self) -> Mapping[str, Any] | None:
        return self.run.results["sensitivity"] if self.run.results else None

    # what is drawn

    def drawn(self) -> Drawn | None:
        """What the charts are drawn from, once there are results."""
        run = self.run
        if run.results is None or run.headline is None or run.line.made_at is None:
            return None
        table = run.table if self.rights.sees_table else None
        return Drawn(run.results, run.headline, run.line.people or 0, run.line.made_at.date(), table)

    @cached_property
    def charts(self) -> Mapping[str, Chart]:
        """All charts of the run, drawn."""
        drawn = self.drawn()
        return {name: make() for name, make in drawing.charts(drawn).items()} if drawn else {}

    @property
    def models(self) -> list[tuple[str, Chart]]:
        """The charts of the models' weights."""
        return [(name, chart) for name, chart in self.charts.items() if name.startswith("models-")]

    def copy(self, name: str, kind: str) -> str:
        """Where a chart can be carried away as "csv" or "svg"."""
        return reverse(f"scale:{kind}", args=[self.run.line.id, name])


def _of(kept: Mapping[str, str], kind: Kind) -> str:
    return ", ".join(slug for slug, code in sorted(kept.items()) if code == kind.value)


def _method_row(row: Mapping[str, Any]) -> Row:
    estimate = row["estimate"]
    name = f"{words.method(row['method'])} ({words.note(row['method'])})"
    if estimate is None:
        return name, row["assumes"], "no answer", "", row["refused"]
    return name, row["assumes"], f"{round(estimate['total']):,}", _limits(estimate), _remark(row)


def _remark(row: Mapping[str, Any]) -> str:
    if row["bound"]:
        return "A lower bound, no estimate."
    if row["baseline"]:
        return "For comparison only."
    return " ".join(_sentences(row["cautions"])) if row["cautions"] else "Nothing against it was found."


def _sentences(cautions: Iterable[Mapping[str, Any]]) -> Iterable[str]:
    for one in cautions:
        yield f"Not believed: {one['sentence']}" if one["forbids"] else str(one["sentence"])


def _moved_row(name: str, row: Mapping[str, Any]) -> Row:
    estimate = row["estimate"]
    if estimate is None:
        return name, "no answer", row["refused"]
    return name, f"{round(estimate['total']):,}", _limits(estimate)


def _limits(estimate: Mapping[str, Any]) -> str:
    limits = estimate["interval"]
    if limits is None:
        return ""
    low, high = (f"{round(one):,}" if one is not None else "no limit" for one in (limits["low"], limits["high"]))
    return f"{low} to {high}"
