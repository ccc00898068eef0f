"""The door to what was released: for the public site, and for bulletins, which draw from released tables only."""

from pentameter.look.charts.chart import Chart
from pentameter.releases.shelf.content import WITHHELD, Content, Range, Table
from pentameter.releases.shelf.drawing import charts, range_chart
from pentameter.releases.shelf.freezing import Altered
from pentameter.releases.shelf.layout import Grid, grid
from pentameter.releases.shelf.page import Body
from pentameter.releases.shelf.queries import Card, FileCard, OnShow, file_of, latest, on_show

__all__ = [
    "WITHHELD",
    "Altered",
    "Body",
    "Card",
    "Chart",
    "Content",
    "FileCard",
    "Grid",
    "OnShow",
    "Range",
    "Table",
    "charts",
    "file_of",
    "grid",
    "latest",
    "on_show",
    "range_chart",
]
