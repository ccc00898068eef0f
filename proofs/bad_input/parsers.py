"""Everything that reads what others wrote, what good input for it looks like, and what has to hold whatever comes.

A parser reads the input as bytes and says in a word what became of it. Whatever it raises is a fault; so is an answer
that does not add up, and a text that no database could keep.
"""

import io
import json
import os
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from PIL import Image

from pentameter.bulletins.editing import picturing
from pentameter.bulletins.editing.markup import rendering
from pentameter.bulletins.editing.markup.directives import Directive
from pentameter.bulletins.tips.rules import pictures
from pentameter.decisions.reading import birth_dates, people
from pentameter.decisions.reading.typed import subject_of
from pentameter.intelligence.intake import foreign, interpret, readers
from pentameter.intelligence.intake.columns import names
from pentameter.intelligence.intake.drafts import FileKind, FileRefused, RawRow, ReportDraft, ReturnDraft
from pentameter.intelligence.intake.limits import LARGEST_PRICE
from pentameter.intelligence.intake.normalise import agencies, countries, dates, identifiers, money, phones, postcodes
from pentameter.intelligence.intake.readers import htcds_records
from pentameter.kernel.verdict import Refused
from pentameter.scale import mapping
from pentameter.scale import reading as histories
from pentameter.victims.rules import attachments, book, casefile, identity
from pentameter.victims.rules.cases import Age
from pentameter.victims.rules.htcds import Tools, placed, read_record
from proofs.bad_input.tags import runs

TODAY = date(2026, 11, 23)
MOST_ROWS = 20_000


class Broken(Exception):  # noqa: N818 - an invariant that does not hold
    """What has to hold does not."""


@dataclass(frozen=True, slots=True)
class Parser:
    """`share`: of a thousand cases so many. `texts`: its input is a text, changed letter by letter."""

    name: str
    read: Callable[[bytes], str]
    seeds: tuple[bytes, ...]
    share: int
    texts: bool = False


def holds(right: bool, what: str) -> None:
    """Something that has to hold.

    Raises:
        Broken: where it does not.
    """
    if not right:
        raise Broken(what)


def can_be_kept(value: object) -> None:
    """Every text in a value can be written to a database, to a page and to the record."""
    for text in _texts(value):
        holds("\x00" not in text, f"a NUL in {text[:80]!r}")
        try:
            text.encode()
        except UnicodeEncodeError:
            raise Broken(f"half a character in {text[:80]!r}") from None


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, Enum):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.items():
            yield from _texts(one)
    elif isinstance(value, list | tuple | set | frozenset):
        for one in value:
            yield from _texts(one)
    elif is_dataclass(value):
        for one in fields(value):
            yield from _texts(getattr(value, one.name))


def _as_text(sent: bytes) -> str:
    return sent.decode("utf-8", "surrogatepass")


class _Place:
    """A file in memory for a process: what was sent lies there while it is read."""

    def __init__(self) -> None:
        self._process = 0
        self._folder: TemporaryDirectory[str] | None = None

    def file(self, sent: bytes) -> Path:
        """The file, with what was sent in it."""
        if self._folder is None or self._process != os.getpid():
            memory = "/dev/shm"  # noqa: S108 - a fresh folder in it
            self._process = os.getpid()
            self._folder = TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None)
        path = Path(self._folder.name) / "sent"
        path.write_bytes(sent)
        return path


_place = _Place()


def report_file(name: str) -> Callable[[bytes], str]:
    """A file of reports or returns: whatever is sent, each of its rows is accepted or says what is wrong with it."""

    def read(sent: bytes) -> str:
        path = _place.file(sent)
        try:
            with readers.open_file(path, name=name) as source:
                first = sum(1 for _ in zip(range(MOST_ROWS), source.rows(), strict=False))
                accepted = quarantined = 0
                for _, row in zip(range(MOST_ROWS), source.rows(), strict=False):
                    good = _row(row, source.kind, is_foreign=source.format in foreign.FORMATS)
                    accepted, quarantined = accepted + good, quarantined + (not good)
        except FileRefused as refusal:
            can_be_kept((refusal.code, refusal.sentence))
            return "refused"
        holds(accepted + quarantined == first, f"{first} rows, {accepted} accepted, {quarantined} in quarantine")
        return "accepted" if accepted and not quarantined else "quarantined"

    return read


def _row(row: RawRow, kind: FileKind, *, is_foreign: bool) -> bool:
    can_be_kept_as_sent(row)
    put = foreign.under(row, foreign.STRICTEST) if is_foreign else row
    act = interpret.report if kind is FileKind.REPORTS else interpret.weekly_return
    made = act(put, agency="durham", today=TODAY)
    holds(bool(made), "a row that is neither accepted nor says why not")
    can_be_kept(made)
    if isinstance(made, ReportDraft):
        holds(not row.faults, "a row with a fault of its file was accepted")
        holds(made.price is None or 0 <= made.price <= LARGEST_PRICE, "a price beyond all prices")
        holds(made.reported_on <= TODAY, "a report of tomorrow")
    return isinstance(made, ReportDraft | ReturnDraft)


def can_be_kept_as_sent(row: RawRow) -> None:
    """What was sent is sealed, so that it may hold a NUL; it has to be writable."""
    for text in _texts(row.cells):
        try:
            text.encode()
        except UnicodeEncodeError:
            raise Broken(f"half a character in {text[:80]!r}") from None
    can_be_kept(row.faults)


def _cells(sent: bytes) -> str:
    """A row as the API takes it: names and cells of any text."""
    lines = _as_text(sent).split("\n")
    cells = dict(line.partition("=")[::2] for line in lines if line)
    outcome = "quarantined"
    for kind, act in ((FileKind.REPORTS, interpret.report), (FileKind.RETURNS, interpret.weekly_return)):
        made = act(RawRow(1, cells), agency="durham", today=TODAY)
        holds(bool(made), f"a row of {kind} that is neither accepted nor says why not")
        can_be_kept(made)
        if isinstance(made, ReportDraft | ReturnDraft):
            outcome = "accepted"
    return outcome


def _removal_list(sent: bytes) -> str:
    """Every row of a list becomes a subject, whatever is in it: nobody is left out."""
    path = _place.file(sent)
    try:
        for _, subject in zip(range(MOST_ROWS), people.read_sent(path, TODAY, name="flight.csv"), strict=False):
            can_be_kept(subject)
            holds(subject.is_whole or bool(subject.doubts), "a row that is not whole, and says not why")
    except Refused as refusal:
        can_be_kept(refusal.reason)
        return "refused"
    return "accepted"


def _one_name(sent: bytes) -> str:
    cells = dict(zip(("id", "name", "dob", "sex", "nationality", "doc_no"), _as_text(sent).split("|"), strict=False))
    can_be_kept(subject_of(cells, number=1, today=TODAY))
    return "accepted"


def _capture_table(sent: bytes) -> str:
    try:
        can_be_kept(histories.read(_place.file(sent), name="table.csv"))
    except Refused as refusal:
        refusal.reason.encode()
        return "refused"
    return "accepted"


_TOOLS = Tools(
    day=lambda text: dates.day(text, TODAY.year),
    country=countries.code,
    phone=lambda text: found.number if (found := phones.parse(text, "GB")) else None,
)


def _cases(name: str) -> Callable[[bytes], str]:
    """A file of HTCDS records: each is a case that could be opened, or says what is wrong."""

    def read(sent: bytes) -> str:
        outcome = "accepted"
        try:
            with htcds_records.open_records(_place.file(sent), name=name) as source:
                for _, row in zip(range(MOST_ROWS), source.rows(), strict=False):
                    can_be_kept_as_sent(row)
                    said, faults = read_record(row.cells, _TOOLS)
                    holds(bool(said.said) or bool(faults), "a record that says nothing and has no fault")
                    if faults or row.faults:
                        can_be_kept(faults)
                        outcome = "quarantined"
                        continue
                    can_be_kept(placed(said, today=TODAY, age_unknown=Age.ADULT))
        except FileRefused as refusal:
            can_be_kept((refusal.code, refusal.sentence))
            return "refused"
        return outcome

    return read


def _case_file(sent: bytes) -> str:
    try:
        can_be_kept_or_typed(casefile.read_case(_as_text(sent), book.rule_book()))
    except casefile.CaseError as error:
        holds(bool(error.faults), "a fault without a word")
        return "refused"
    return "accepted"


def can_be_kept_or_typed(value: object) -> None:
    """What a command reads is shown and not kept; there has to be no half of a character in it."""
    for text in _texts(value):
        text.encode()


def _mapping(sent: bytes) -> str:
    try:
        mapping.read(_as_text(sent))
    except mapping.WrongMapping:
        return "refused"
    return "accepted"


def _picture(sent: bytes) -> str:
    """A picture for a bulletin: made anew, or refused in words."""
    try:
        made = picturing.remade(sent)
    except Refused as refusal:
        can_be_kept(refusal.reason)
        return "refused"
    holds(max(made.width, made.height) <= picturing.LONGEST_SIDE, "a picture that is too large")
    return "accepted"


def _tip_picture(sent: bytes) -> str:
    try:
        made = pictures.cleaned(sent)
    except pictures.NotTaken as refusal:
        can_be_kept(str(refusal))
        return "refused"
    holds(made.startswith(b"\xff\xd8\xff") and b"Exif" not in made, "a picture with what is not seen in it")
    return "accepted"


def _attachment(sent: bytes) -> str:
    found = attachments.inspect(sent)
    can_be_kept(found.verdict.reason)
    holds((found.type is None) <= (not found.verdict.allowed), "a file of no kind may be attached")
    return "accepted" if found.verdict.allowed else "refused"


def _a_picture(kind: str, mode: str = "RGB", **how: object) -> bytes:
    out = io.BytesIO()
    made = Image.effect_noise((24, 18), 40).convert(mode)
    made.save(out, kind, **how)
    return out.getvalue()


def _exif() -> bytes:
    found = Image.Exif()
    found[0x0112], found[0x010E] = 6, "where she is"
    return found.tobytes()


_PICTURES = (
    _a_picture("PNG"),
    _a_picture("PNG", "P", transparency=0),
    _a_picture("PNG", "LA"),
    _a_picture("JPEG", exif=_exif()),
    _a_picture("JPEG", "CMYK", progressive=True),
    _a_picture("WEBP", exif=_exif()),
    _a_picture("WEBP", "RGBA", lossless=True),
    _a_picture("GIF", "P"),
)
_PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /N 1 /Filter /FlateDecode >>\nstream\r\n" + zlib.compress(b"<< /A 1 >>")
_PDF += b"\nendstream\nendobj\n2 0 obj\n<< /Type /Page >>\nendobj\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n"


def _no_figure(directive: Directive) -> str:
    return f"There is no such figure: {directive.written}."


def _markdown(sent: bytes) -> str:
    made = rendering.rendered(_as_text(sent), _no_figure)
    holds(not runs(str(made.html)), "something that would run")
    can_be_kept((str(made.html), made.words))
    return "refused" if made.faults else "accepted"


def _cell(read: Callable[[str], object], *known: type[Exception]) -> Callable[[bytes], str]:
    """One cell: something is made of it, or nothing, or one of the refusals that are known."""

    def reading(sent: bytes) -> str:
        text = _as_text(sent)
        try:
            made = read(text)
        except known:
            return "refused"
        can_be_kept(made)
        return "accepted" if made else "refused"

    return reading


def _day(text: str) -> object:
    found = dates.day(text, TODAY.year)
    dates.nearest(text, TODAY.year)
    return found and found.isoformat()


def _phone(text: str) -> object:
    for region in ("GB", "IE"):
        if (found := phones.parse(text, region)) is not None:
            holds(found.number.startswith("+") and found.number[1:].isascii() and found.number[1:].isdigit(), text[:80])
            phones.shown(found.number)
    with suppress(UnicodeEncodeError):
        text.encode()
        phones.shown(text)
    return found


def _price(text: str) -> object:
    money.currency(text)
    found = money.price(text)
    holds(found is None or (found.amount.is_finite() and 0 <= found.amount <= LARGEST_PRICE), text[:80])
    return found


def _places(text: str) -> object:
    agencies.area(text), agencies.is_same(text, "durham"), agencies.short_name(text)
    return postcodes.parse(text) or countries.code(text)


def _identifiers(text: str) -> object:
    return (identifiers.compact(text) or identifiers.organisation(text)) and None


def _born(text: str) -> object:
    with suppress(ValueError):
        identity.read_born(text)
    found = birth_dates.born(text, TODAY)
    return found and found.year


def csv_of(kind: FileKind, *rows: Mapping[str, str], separator: str = ",") -> bytes:
    columns = names(kind)
    lines = [separator.join(columns)]
    lines += [separator.join(_quoted(row.get(name, "")) for name in columns) for row in rows]
    return "\r\n".join(lines).encode("utf-8", "surrogatepass")


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if cell else ""


REPORT: Mapping[str, str] = {
    "agency": "durham",
    "report_ref": "DUR-00001",
    "reported_on": "2026-10-05",
    "theme": "sexual_exploitation",
    "grade_scheme": "3x5x2",
    "source_grade": "2",
    "information_grade": "B",
    "handling_code": "P",
    "text": "A woman said that her wages were kept from her.\nShe may not leave.",
    "event_from": "01/10/2026",
    "place": "Durham",
    "postcode": "DH1 3HP",
    "price": "£60",
    "currency": "GBP",
    "original_text": "Mira Testova of 12 Example Street said it.",
    "person1_name": "Mira Testova",
    "person1_role": "possible_victim",
    "person1_dob": "1989-02-28",
    "person1_nationality": "Romanian",
    "phone1": "07700 900417",
    "vehicle_registration": "NK07 ABC",
}
RETURN: Mapping[str, str] = {"agency": "durham", "week_starting": "2026-10-05", "looked": "found", "people_found": "3"}
_OLD = {**REPORT, "grade_scheme": "5x5x5", "source_grade": "B", "information_grade": "2", "handling_code": "1"}
_ENTITIES = (
    {"id": "p1", "schema": "Person", "properties": {"name": ["Mira Testova"], "birthDate": ["1989-02"]}},
    {"id": "a1", "schema": "Address", "properties": {"full": ["12 Example Street"], "postalCode": ["DH1 3HP"]}},
    {"id": "u1", "schema": "UserAccount", "properties": {"phone": ["+447700900417"]}},
    {"id": "l1", "schema": "UnknownLink", "properties": {"subject": ["p1"], "object": ["a1"], "role": ["lives at"]}},
)
_CASE = {
    "prs_FirstName": "Zorana",
    "prs_SecondName": "Testova",
    "prs_Birthdate": "1998-03-17",
    "prs_Gender": "Feminine",
}
_CASE |= {"prs_Citizenship": "BG;RO", "prs_MobilePhone": "+447700900123", "con_Consent": "true"}
_REFERRAL = {
    "reference": "DUR-2026-0142",
    "referred_on": "2026-10-05",
    "grade": {"scheme": "3x5x2", "source": "2", "information": "B", "handling": "P", "recipients": ["cleveland"]},
    "potential_victim": {"name": "Mira Testova", "date_of_birth": "1989-02-28", "nationality": "RO"},
    "others": [{"name": "", "role": "suspect", "sex": "male"}],
    "exploitation": {"type": "sexual_exploitation", "account": "Her wages were kept.", "price": 60, "currency": "GBP"},
    "phones": ["07700 900417"],
    "links": ["person1 uses phone1"],
}
_NRM = {"form": "nrm", "version": 1, "agency": "durham", "referrals": [_REFERRAL, {"reference": "X"}]}
_WHOLE = {**_NRM, "referrals": [_REFERRAL]}
_FULL_CASE = {**REPORT, **_CASE}


def _lines(*entities: Mapping[str, object]) -> bytes:
    return "\n".join(map(json.dumps, entities)).encode()


def packed(parts: Mapping[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", how) as made:
        for name, part in parts.items():
            made.writestr(name, part)
    return content.getvalue()


_NODES = b"id,kind,name,address\np1,person,Mira Testova,\na1,premises,,12 Example Street\n"
_EDGES = b"source,target,relation\np1,a1,lives at\n"
_JSONS = tuple(json.dumps(one).encode() for one in (_NRM, _WHOLE, [_CASE], [_FULL_CASE, _CASE]))
_CSVS = (
    csv_of(FileKind.REPORTS, REPORT, _OLD),
    csv_of(FileKind.REPORTS, REPORT, separator=";"),
    b"sep=\t\r\n" + csv_of(FileKind.REPORTS, REPORT, separator="\t"),
    csv_of(FileKind.RETURNS, RETURN),
    csv_of(FileKind.REPORTS, REPORT).decode().encode("utf-16"),
    csv_of(FileKind.REPORTS, {**REPORT, "place": "Dún Laoghaire"}).decode().encode("cp1252"),
    csv_of(FileKind.REPORTS, {**REPORT, "place": "Dún Laoghaire"}),
    (",".join(_CASE) + "\n" + ",".join(_CASE.values()) + "\n").encode(),
)
_LIST = b"id,name,dob,sex,nationality,doc_no\n1,Zorana Testova,25/03/1990,F,Bulgarian,AB123456\n2,,,,,\n"
_TABLE = b"police,health,ngo,count\n1,0,0,45\n0,1,0,33\n1,1,0,7\n0,0,1,21\n"
_STORY = (
    "## Heading\n\nWords with *weight* and **more**, a [link](https://example.org/) and `code`.\n\n- one\n- two\n\n"
    "> said\n\n[[chart:second-wave|found]]\n\n1. first\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
)
_EVENTS = {
    "jurisdiction": "england-wales",
    "zone": "Europe/London",
    "events": [{"kind": "referred", "on": "2026-01-05"}, {"kind": "reasonable_grounds", "on": "2026-01-09"}],
}
_ROWS = tuple(
    "\n".join(f"{name}={cell}" for name, cell in {**row, "text": "Said."}.items()) for row in (REPORT, RETURN)
)


def _said(*texts: str) -> tuple[bytes, ...]:
    return tuple(one.encode("utf-8", "surrogatepass") for one in texts)


_DAYS = _said("2026-10-05", "5/10/2007", "5 Oct 07", "Friday, October 5th 2007", "05102007", "39360", "1989", "2.0")
_DAYS += _said("2026-10-05T12:30:00.5+01:00", "about 1990", "1st of March '89", "٢٠٢٦-٠١-٠١")
_PHONES = _said("07700 900417", "+44 (0) 7700 900417", "00353 86 555 0123", "077009004170.0", "07700900417 ext 12")
_PHONES += _said("7700900417;ext=3", "+1 212 555 0100", "tel:+40 21 555 0100")
_PRICES = _said("£60", "1,200.50 EUR", "60 pounds", "€1.200,50", "GBP 60/hour", "sixty")
_PLACES = _said("DH1 3HP", "D02 X285", "Romanian", "RO", "Northumbria", "Garda Eastern", "North Yorkshire Police", "XX")
_WORDS = _said("Example & Sons (Holdings) Ltd.", "NK07 ABC", "AB 12-34/56", "Ünïted Ångström GmbH", "文化")


PARSERS: tuple[Parser, ...] = (
    Parser("CSV", report_file("week.csv"), _CSVS, 60),
    Parser("CSV, by any name", report_file("week"), _CSVS, 10),
    Parser("JSON", report_file("week.json"), _JSONS, 60),
    Parser("HTCDS", _cases("cases.csv"), (_CSVS[-1], _CSVS[-1] + b"Milena,Probna,1990-02-31,,,,\n"), 40),
    Parser("HTCDS as JSON", _cases("cases.json"), (json.dumps([_CASE, _CASE]).encode(),), 40),
    Parser("FollowTheMoney", report_file("other.ftm.json"), (_lines(*_ENTITIES), _lines(*_ENTITIES[::-1])), 60),
    Parser(
        "Networks in archives",
        report_file("network.zip"),
        (
            packed({"nodes.csv": _NODES, "edges.csv": _EDGES}, zipfile.ZIP_STORED),
            packed({"nodes.csv": _NODES, "edges.csv": _EDGES}),
            packed({"network.ftm.json": _lines(*_ENTITIES)}, zipfile.ZIP_STORED),
        ),
        20,
    ),
    Parser("Removal lists", _removal_list, (_LIST, _LIST.decode().encode("utf-16"), _LIST.replace(b",", b";")), 60),
    Parser("Capture histories", _capture_table, (_TABLE,), 20),
    Parser("Cases as files of events", _case_file, (json.dumps(_EVENTS).encode(),), 20, texts=True),
    Parser(
        "Rules of lists",
        _mapping,
        (b"by,value,list,why\nagency,durham,PF,ours\nsector,support,,none\n",),
        10,
        texts=True,
    ),
    Parser("Rows of the API", _cells, _said(*_ROWS), 60, texts=True),
    Parser("Names that are checked", _one_name, _said("7|Testova Zorana|25/03/1990|F|RO|AB1"), 40, texts=True),
    Parser("Pictures of bulletins", _picture, _PICTURES, 15),
    Parser("Pictures in tip-offs", _tip_picture, _PICTURES, 15),
    Parser("Attachments", _attachment, (*_PICTURES, _PDF, b"Plain words.\n"), 20),
    Parser("Markdown", _markdown, _said(_STORY, "a\nb", "[x](/y)"), 60, texts=True),
    Parser("Days", _cell(_day), _DAYS, 100, texts=True),
    Parser("Dates of birth", _cell(_born, birth_dates.NotADate), _DAYS, 80, texts=True),
    Parser("Phones", _cell(_phone), _PHONES, 100, texts=True),
    Parser("Prices", _cell(_price), _PRICES, 60, texts=True),
    Parser("Places and countries", _cell(_places), _PLACES, 60, texts=True),
    Parser("Names and numbers of things", _cell(_identifiers), _WORDS, 40, texts=True),
)
WORKBOOKS = cast("Callable[[bytes], str]", report_file("week.xlsx"))
"""A workbook is read by a process of its own, so that it has a number of its own too."""


def named(name: str) -> Parser:
    """A parser by its name."""
    return next(one for one in PARSERS if one.name == name)
