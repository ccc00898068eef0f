"""The page that explains the demo operation's files; it is made with them, so that it cannot fall behind."""

from collections.abc import Iterator
from datetime import date

from pentameter.config.demo import removal_day
from pentameter.config.demo.cases import LISTED
from pentameter.config.demo.operation import DemoOperation
from pentameter.config.demo.reference import MARK
from pentameter.config.demo.senders import SENDERS, Format, Sender
from pentameter.config.demo.shipments import Fate, Shipment

_FORMATS = {
    Format.CSV: "CSV template",
    Format.XLSX: "XLSX template",
    Format.NRM_JSON: "JSON modelled on the national referral form",
    Format.HTCDS: "HTCDS 2.0 records (JSON)",
}
_ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8 with a byte order mark",
    "utf-16": "UTF-16",
    "cp1252": "Windows-1252",
}
_SEPARATORS = {",": "comma", ";": "semicolon", "\t": "tab"}
_TEXT = """\
# The demo operation's files

{mark}. Everybody and everything in this folder is invented: names are put together at random,
telephone numbers come from the ranges that Ofcom and ComReg keep free for drama, the streets do not exist, and the
postcode districts and Eircode routing keys are in use nowhere, as far as is known (to confirm). Any likeness is chance.

This is what agencies send, in the formats in which they send it, and with the honest mistakes that such files have.
`make run` takes the files in through the same intake as any other file. They stand as of {day}: the
first wave ran from {first} to {first_end}, the second began on {second} and has no end yet.

Made by `pentameter demo files --reports {reports} --seed {seed} --today {iso} --out examples`.
The same command gives the same bytes; without `--today` it makes a set as of today.

| file | what it holds |
|---|---|
| `demo.json` | the operation, its waves, who takes part and how, and the order in which the files are taken in |
| `expected.json` | what should come of each file: rows, accepted, quarantined, duplicate, and each row that is wrong |
| `truth.csv` | who the people in the reports really are: the same entity behind different spellings and forces |
| `journeys/` | files that people drop on the page by hand; they are not taken in by `make run` |
| `{removals}` | five hundred invented names due for removal; exactly {listed} are people of the demo's cases |

## The agencies' ways

| agency | format | encoding | separator | dates | names | grading, first and second wave |
|---|---|---|---|---|---|---|
{ways}

Some agencies' systems still grade in 5x5x5: the scheme is kept with the grade and never converted.
Other agencies send returns alone, or nothing: an area that looked and found nothing differs from one that never looked.

## The files

{good:,} good reports in {files} files.

| file | rows | accepted | quarantined | duplicate | wrong on purpose |
|---|--:|--:|--:|--:|---|
{table}
"""


def text(made: DemoOperation, *, reports: int, seed: int, today: date) -> str:
    """The page."""
    first, second = (wave.period for wave in made.waves)
    return _TEXT.format(
        mark=MARK,
        day=_day(today),
        iso=today.isoformat(),
        first=_day(first.start),
        first_end=_day(first.end or today),
        second=_day(second.start),
        reports=reports,
        removals=removal_day.PATH,
        listed=len(LISTED),
        seed=seed,
        ways="\n".join(_way(sender) for sender in SENDERS),
        good=sum(one.count(Fate.ACCEPTED) for one in made.shipments if one.kind == "reports"),
        files=len(made.shipments),
        table="\n".join(_row(one) for one in (*made.shipments, *made.journeys)),
    )


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _way(sender: Sender) -> str:
    is_csv = sender.format is Format.CSV
    example = date(2026, 10, 5)
    cells = (
        sender.agency,
        _FORMATS[sender.format],
        _ENCODINGS[sender.encoding] if is_csv else "",
        _SEPARATORS[sender.delimiter] if is_csv else "",
        "as date cells" if sender.format is Format.XLSX else example.strftime(sender.dates),
        "SURNAME, Given" if sender.names == "family_comma" else "Given Surname",
        ", ".join(sender.schemes) if sender.is_table else "",
    )
    return f"| {' | '.join(cells)} |"


def _row(one: Shipment) -> str:
    counts = " | ".join(str(one.count(fate)) for fate in Fate)
    return f"| `{one.path}` | {len(one.lines)} | {counts} | {'; '.join(_wrong(one))} |"


def _wrong(one: Shipment) -> Iterator[str]:
    if one.repeats:
        yield f"the same file as `{one.repeats}`, sent again"
        return
    yield from (f"row {number}: {line.mistake}" for number, line in one.numbered() if line.mistake)
