"""Hostile files, made by chance from a seed: packed beyond measure, damaged, nested, of another kind than they say.

No file is larger than a few megabytes as it is sent. What is in them is invented.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from tests.intelligence.intake import bad_files

from pentameter.intelligence.intake.drafts import FileKind
from proofs.bad_input.changing import bytes_from
from proofs.bad_input.parsers import PARSERS, REPORT, csv_of, named, packed
from proofs.bad_input.strings import strings

_SHEET = "xl/worksheets/sheet1.xml"
_RELATIONS = "xl/worksheets/_rels/sheet1.xml.rels"
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
_LAUGHING = (
    f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{_LAUGHS}]><worksheet><sheetData>&l9;</sheetData></worksheet>'
)
_DTD = '<?xml version="1.0"?><!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd"><worksheet><sheetData/></worksheet>'
_ENTITY = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet><sheetData>&e;</sheetData></worksheet>'
_OUTSIDE = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://x/externalLinkPath" Target="file://127.0.0.1/share/x.xlsx" TargetMode="External"/></Relationships>'
)


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file, as what it is sent, and what is hostile about it."""

    kind: str
    name: str
    content: bytes


def workbooks() -> tuple[bytes, ...]:
    """Workbooks from which damaged ones are made."""
    return (bad_files.workbook(), bad_files.package({name: _part(name) for name in _PARTS}), _laughing(Random(0)))


_PARTS = ("[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", _SHEET)


def _part(name: str) -> bytes:
    return bad_files.part_of(bad_files.workbook(), name)


def _bomb(rng: Random) -> bytes:
    return bad_files.zip_bomb(rng.choice((5, 60, 410)))


def _lying(rng: Random) -> bytes:
    return bad_files.with_wrong_size(rng.randint(2, 6), said=rng.randint(1, 5000))


def _laughing(rng: Random) -> bytes:
    return bad_files.with_parts(bad_files.workbook(), {_SHEET: _LAUGHING.encode()})


def _described_elsewhere(rng: Random) -> bytes:
    return bad_files.with_parts(bad_files.workbook(), {_SHEET: rng.choice((_DTD, _ENTITY)).encode()})


def _linked(rng: Random) -> bytes:
    return bad_files.with_parts(bad_files.workbook(), {_RELATIONS: _OUTSIDE.encode()})


def _far_away(rng: Random) -> bytes:
    """A cell in the last column of the last row: a reader that makes room for all between takes the whole memory."""
    cell = rng.choice((b"XFD1048576", b"A1048576", b"XFD1", b"ZZZZZZ99999999999", b"A0"))
    return bad_files.with_parts(
        bad_files.workbook(),
        {_SHEET: _part(_SHEET).replace(b'r="A2"', b'r="' + cell + b'"').replace(b'"A1:', b'"' + cell + b":")},
    )


def _nested(rng: Random) -> bytes:
    content = b"the end"
    for depth in range(rng.choice((3, 30, 200))):
        content = packed({f"{depth}.zip": content})
    return content


def _many_parts(rng: Random) -> bytes:
    return packed({f"xl/{n}.xml": b"" for n in range(rng.choice((500, 3000)))} | {"xl/workbook.xml": b"<x/>"})


def _escaping(rng: Random) -> bytes:
    name = rng.choice(("../../../tmp/escaped", "/tmp/escaped", "..\\escaped", "xl/../../escaped"))  # noqa: S108
    return packed({name: b"out", "nodes.csv": b"id,kind\n1,person\n", "edges.csv": b"source,target\n"})


def _deep_json(rng: Random) -> bytes:
    depth = rng.choice((13, 900, 5_000, 200_000))
    opening, closing = rng.choice((("[", "]"), ('{"a":', "}")))
    return ("[" + opening * depth + "1" + closing * depth + "]").encode()


def _long_numbers(rng: Random) -> bytes:
    return ('[{"report_ref": ' + "9" * rng.choice((50, 5_000, 500_000)) + ', "price": 1e999, "text": NaN}]').encode()


def _twice(rng: Random) -> bytes:
    fields = ", ".join('"text": "x"' for _ in range(rng.choice((2, 20_000))))
    return ("[{" + fields + "}]").encode()


def _long_line(rng: Random) -> bytes:
    headings = named("CSV").seeds[0].split(b"\r\n")[0]
    return headings + b"\r\n" + rng.choice((b"x", b",", b'"', b"\x00")) * rng.choice((70_000, 1_100_000, 3_000_000))


def _many_columns(rng: Random) -> bytes:
    return b",".join(b"c%d" % n for n in range(rng.choice((301, 20_000)))) + b"\r\n1,2\r\n"


def _unclosed(rng: Random) -> bytes:
    lines = named("CSV").seeds[0].split(b"\r\n")
    return lines[0] + b"\r\n" + b'"' + (lines[1] + b"\r\n") * rng.choice((50, 1_500))


def _wrong_encoding(rng: Random) -> bytes:
    text = named("CSV").seeds[0].decode().replace("Durham", "Dún Laoghaire — Đurđevac 文化")
    encoded = text.encode(rng.choice(("utf-16-le", "utf-16-be", "utf-32", "utf-7", "gb18030", "shift-jis")), "replace")
    return rng.choice((b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")) + encoded


def _polyglot(rng: Random) -> bytes:
    heads = (
        b"%PDF-1.7\n",
        b"GIF89a",
        b"\xff\xd8\xff\xe0",
        b"\x89PNG\r\n\x1a\n",
        b"<html><script>",
        b"#!/bin/sh\n",
        b"MZ",
        b"",
    )
    return (
        rng.choice(heads) + rng.choice((bad_files.workbook(), named("CSV").seeds[0])) + rng.choice((b"", b"PK\x05\x06"))
    )


def _strings_in_cells(rng: Random) -> bytes:
    rows = [
        {**REPORT, "report_ref": f"H-{rng.getrandbits(40)}", rng.choice(list(REPORT)): one}
        for one in strings(rng.getrandbits(30), 30)
    ]
    return csv_of(FileKind.REPORTS, *rows)


def _changed(rng: Random) -> bytes:
    return bytes_from(rng, [seed for parser in PARSERS if not parser.texts for seed in parser.seeds])


def _damaged_workbook(rng: Random) -> bytes:
    return bytes_from(rng, workbooks()[:2])


def _noise(rng: Random) -> bytes:
    return rng.randbytes(rng.choice((0, 1, 7, 4_000, 300_000)))


_KINDS: tuple[tuple[str, Callable[[Random], bytes], tuple[str, ...], int], ...] = (
    ("packed beyond measure", _bomb, ("week.xlsx",), 1),
    ("says another size than is true", _lying, ("week.xlsx",), 1),
    ("billion laughs", _laughing, ("week.xlsx",), 2),
    ("entities from elsewhere", _described_elsewhere, ("week.xlsx",), 2),
    ("links to elsewhere", _linked, ("week.xlsx",), 2),
    ("cells far away", _far_away, ("week.xlsx",), 2),
    ("damaged workbooks", _damaged_workbook, ("week.xlsx",), 5),
    ("archives in archives", _nested, ("week.zip", "week.xlsx"), 2),
    ("thousands of parts", _many_parts, ("week.xlsx", "week.zip"), 1),
    ("names that lead out", _escaping, ("network.zip",), 3),
    ("deep JSON", _deep_json, ("week.json", "other.ftm.json"), 5),
    ("numbers without end", _long_numbers, ("week.json",), 4),
    ("fields twice", _twice, ("week.json",), 3),
    ("long lines", _long_line, ("week.csv", "week.txt"), 2),
    ("thousands of columns", _many_columns, ("week.csv",), 3),
    ("quotation marks that nobody closed", _unclosed, ("week.csv",), 4),
    ("wrong encodings", _wrong_encoding, ("week.csv", "week"), 8),
    ("several kinds at once", _polyglot, ("week.csv", "week.xlsx", "week.pdf.csv", "week"), 6),
    ("hostile strings in cells", _strings_in_cells, ("week.csv",), 6),
    ("good files spoilt", _changed, ("week.csv", "week.json", "other.ftm.json", "network.zip", "week"), 30),
    ("bytes of chance", _noise, ("week.csv", "week.xlsx", "week.json", "x\u202excod.exe"), 8),
)
NAMES = ("../../../etc/passwd", "a" * 400 + ".csv", "\r\nX-Bad: 1.csv", "<script>.csv", "", ".", "CON", "x.csv\x00.exe")


def hostile(seed: int, number: int) -> Iterator[Hostile]:
    """So many files, each kind as often as it weighs, and now and then under a name that is hostile itself."""
    rng = Random(seed)
    weights = [weight for *_, weight in _KINDS]
    for _ in range(number):
        kind, make, names, _weight = rng.choices(_KINDS, weights)[0]
        name = rng.choice(NAMES) if rng.random() < 0.03 else rng.choice(names)
        yield Hostile(kind, name, make(rng))


def kinds() -> Iterator[Hostile]:
    """One of each kind, the smallest that shows it."""
    rng = Random(1)
    for kind, make, names, _ in _KINDS:
        yield Hostile(kind, names[0], make(rng))
