"""Who sends files in the demo operation, and in which dialect: format, encoding, dates, names, grading scheme."""

from dataclasses import dataclass
from enum import StrEnum

from pentameter.config.demo.people import NameOrder


class Format(StrEnum):
    """The formats in which agencies send reports."""

    CSV = "csv"
    XLSX = "xlsx"
    NRM_JSON = "nrm_json"
    HTCDS = "htcds"


@dataclass(frozen=True, slots=True)
class Sender:
    """An agency that sends reports.

    `files` is into how many each wave's reports are split; `signs`: prices bear a sign instead of a currency.
    """

    agency: str
    prefix: str
    weight: float
    format: Format = Format.CSV
    encoding: str = "utf-8"
    delimiter: str = ","
    dates: str = "%Y-%m-%d"
    names: NameOrder = NameOrder.GIVEN_FIRST
    nations: str = "code"
    schemes: tuple[str, str] = ("3x5x2", "3x5x2")
    files: tuple[int, int] = (1, 2)
    themes: tuple[str, ...] = ()
    irish: bool = False
    signs: bool = False

    @property
    def is_table(self) -> bool:
        """Whether its files are tables made from the template."""
        return self.format in {Format.CSV, Format.XLSX}

    @property
    def ending(self) -> str:
        """How its files' names end."""
        return self.format.value if self.is_table else "json"


_LABOUR = ("forced_labour", "criminal_exploitation", "unknown")
_TRANSIT = ("sexual_exploitation", "forced_labour", "criminal_exploitation", "unknown")
_SLASHED = "%d/%m/%Y"
_DOTTED = "%d.%m.%Y"
_WORDS = "%d %B %Y"
_SHORT = "%d-%b-%Y"

SENDERS = (
    Sender("durham", "DUR", 9, Format.XLSX, files=(2, 5), nations="adjective"),
    Sender("cleveland", "CLE", 7, dates=_SLASHED, files=(1, 3)),
    Sender("northumbria", "NUM", 7, encoding="utf-8-sig", dates=_WORDS, nations="country"),
    Sender("west-yorkshire", "WY", 9, delimiter=";", dates=_SHORT, schemes=("5x5x5", "3x5x2")),
    Sender("greater-manchester", "GMP", 11, Format.XLSX, names=NameOrder.FAMILY_COMMA, files=(2, 3)),
    Sender("metropolitan", "MPS", 14, encoding="utf-16", delimiter="\t", dates=_SLASHED, files=(2, 2)),
    Sender(
        "west-midlands",
        "WMP",
        9,
        encoding="cp1252",
        delimiter=";",
        dates=_DOTTED,
        names=NameOrder.FAMILY_COMMA,
        signs=True,
    ),
    Sender("kent", "KNT", 6, schemes=("5x5x5", "5x5x5"), nations="country"),
    Sender("south-wales", "SWP", 5, Format.XLSX, nations="adjective"),
    Sender("police-scotland", "PS", 6, encoding="cp1252", dates=_SLASHED, schemes=("5x5x5", "3x5x2")),
    Sender("northern-ireland", "NI", 4, encoding="utf-8-sig", dates=_SLASHED, nations="adjective"),
    Sender("garda", "G", 10, dates=_SLASHED, nations="country", files=(2, 3), irish=True),
    Sender("btp", "BTP", 3, delimiter="\t", dates=_SHORT, names=NameOrder.FAMILY_COMMA, themes=_TRANSIT),
    Sender("glaa", "GL", 5, dates=_WORDS, nations="country", themes=_LABOUR),
    Sender("northern-support", "NS", 3, Format.NRM_JSON),
    Sender("shoreline-refuge", "SR", 2, Format.HTCDS),
    Sender("an-cuan", "AC", 2, Format.NRM_JSON, irish=True),
)
