"""The charts of two of a kind, side by side on shared axes, by the names under which they can be carried away."""

from collections.abc import Callable, Mapping
from functools import partial

from pentameter.look.charts.rows import Row, Rows
from pentameter.picture.queries.comparing import Comparison
from pentameter.picture.rules.comparing import week_pairs
from pentameter.picture.themes import THEMES

SOURCE = "reports, each side counted in the same way."


def charts(found: Comparison) -> Mapping[str, Callable[[], Rows]]:
    """Each chart of a comparison, drawn when it is asked for; none where there are not two to compare."""
    if not found.sides:
        return {}
    return {"themes": partial(themes, found), "weeks": partial(weeks, found)}


def themes(found: Comparison) -> Rows:
    """Reports by theme, side by side."""
    one, other = found.sides
    known = [theme for theme in THEMES if one.themes.get(theme) or other.themes.get(theme)]
    rows = tuple(Row(THEMES[theme], (one.themes.get(theme, 0), other.themes.get(theme, 0))) for theme in known)
    return _rows(found, "Reports by theme", "Theme", rows)


def weeks(found: Comparison) -> Rows:
    """Reports by week: the first week of each beside the other's first."""
    rows = tuple(Row(name, counts) for name, counts in week_pairs(*found.sides))
    return _rows(found, "Reports by week of each", "Week", rows)


def _rows(found: Comparison, title: str, what: str, rows: tuple[Row, ...]) -> Rows:
    one, other = found.sides
    return Rows(
        title=title,
        rows=rows,
        series=(one.name, other.name),
        what=what,
        absent="no such week",
        source=SOURCE,
        as_of=found.frame.today,
    )
