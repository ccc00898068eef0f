"""The colours of the charts. They are attributes of the drawing, so that it looks the same wherever it is carried."""

INK = "#14213d"
TEXT = "#1b2433"
QUIET = "#556074"
AXIS = "#8d98aa"
LINE = "#d9dee6"
PAPER = "#ffffff"
FAINT = "#f1f4f8"
SEQUENCE = ("#dbe7f3", "#a9c8e3", "#6ea3cf", "#3a77b0", "#1d4e86")
MAIN = "#1d4e86"
PALE = "#a9c8e3"
CATEGORIES = ("#1d4e86", "#b3520f", "#007a70", "#7d4e9e", "#8a6d00", "#556074")
SIZE, SMALL = 13.0, 12.0  # of type: what is read, and axes
FONT = "'Atkinson Hyperlegible Next', Verdana, 'DejaVu Sans', sans-serif"


def on(fill: str) -> str:
    """The text colour that can be read on a fill."""
    red, green, blue = (int(fill[i : i + 2], 16) for i in (1, 3, 5))
    return PAPER if 0.299 * red + 0.587 * green + 0.114 * blue < 128 else INK
