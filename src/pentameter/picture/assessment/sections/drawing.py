"""A chart of the picture as a drawing that is frozen: at two widths, with its words inside."""

from markupsafe import escape

from pentameter.look.charts.chart import NARROW, Chart, Width
from pentameter.picture.assessment.rules.content import Drawing


def drawn(key: str, chart: Chart, alt: str) -> Drawing:
    """The drawing of a chart. `alt` is read aloud in its place."""
    wide = float(min(chart.width, Width.MOST))
    return Drawing(
        key=key,
        title=chart.title,
        alt=alt,
        wide=_named(chart.svg(wide), alt),
        narrow=_named(chart.svg(NARROW), alt),
        source=chart.source,
        as_of=chart.as_of,
        note=chart.note,
    )


def _named(svg: str, alt: str) -> str:
    """The drawing with its words as its title, where PDF looks for them."""
    opening, rest = str(svg).split(">", 1)
    return f"{opening}><title>{escape(alt)}</title>{rest}"
