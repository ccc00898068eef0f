"""JSON files: referrals in the form of the national referral mechanism, and HTCDS records."""

import codecs
from collections.abc import Generator, Mapping
from pathlib import Path

from pentameter.intelligence.intake.columns import names
from pentameter.intelligence.intake.drafts import FileKind, FileRefused, Problem, RawRow
from pentameter.intelligence.intake.limits import LARGEST_JSON
from pentameter.intelligence.intake.normalise.words import shown
from pentameter.intelligence.intake.readers import htcds, nrm
from pentameter.intelligence.intake.readers.json_text import Document, Element, Value
from pentameter.intelligence.intake.readers.source import Source

_LISTS = frozenset({"referrals", "records"})
_FIELDS = frozenset({"form", "standard", "version", "agency"})
_TEMPLATE = frozenset(names(FileKind.REPORTS))


def open_json(path: Path, *, name: str) -> Source:
    """A JSON file as a source. It is read through once first: half a file is no file."""
    if path.stat().st_size > LARGEST_JSON:
        megabytes = LARGEST_JSON // 1024**2
        raise FileRefused("too_large", f"{name} is larger than {megabytes} MB. Send it in parts, or as CSV.")
    document = json_document(path, name)
    format_ = _format(document, name)
    if next(document.elements(), None) is None:
        raise FileRefused("no_rows", f"{name} holds no records. Fill it in, and send it again.")

    def read() -> Generator[RawRow, None, None]:
        for number, element in enumerate(document.elements(), start=1):
            yield _row(number, element, format_, document.fields)

    return Source(FileKind.REPORTS, format_, read)


def json_document(path: Path, name: str) -> Document:
    """The JSON of a file, read through once."""
    return Document(_text(path, name), file=name, lists=_LISTS)


def _text(path: Path, name: str) -> str:
    content = path.read_bytes()
    utf_16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return content.decode("utf-16" if utf_16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise FileRefused(
            "encoding", f"{name} is not written in UTF-8: see line {line}. Write it out again as UTF-8, and send that."
        ) from None


def _format(document: Document, name: str) -> str:
    """Which of the two forms it is."""
    form = str(document.fields.get("form", "")).casefold()
    _check_fields(document, name)
    if document.list_name == "referrals" and form == "nrm":
        if str(document.fields.get("version")) != nrm.VERSION:
            raise FileRefused(
                "json_version", f"{name} has another version of the form than {nrm.VERSION}. Write it as version 1."
            )
        return nrm.FORMAT
    first = next(document.elements(), None)
    record = first.value if first else None
    is_htcds = isinstance(record, dict) and any(htcds.field(key) for key in record)
    if form in {"", "htcds"} and document.list_name != "referrals" and document.has_list() and (is_htcds or not first):
        return htcds.FORMAT
    raise FileRefused(
        "json_form",
        f"{name} is JSON, but neither a referral form (form nrm, with referrals) nor a list of HTCDS records. "
        "See the description of the form, and send it again.",
    )


def _check_fields(document: Document, name: str) -> None:
    """Nothing may stand beside the list that would be lost."""
    for field, value in document.fields.items():
        if field not in _FIELDS:
            raise FileRefused("json_form", f"{name} says {shown(field)}, which the form does not have. Take it out.")
        if not isinstance(value, str):
            raise FileRefused("json_form", f"{name}: {field} is not a word or a number. Mend it, and send it again.")


def _row(number: int, element: Element, format_: str, fields: Mapping[str, Value]) -> RawRow:
    faults = tuple(_fault(number, note) for note in element.notes)
    if element.written or not isinstance(element.value, dict):
        return RawRow(number, {"record": element.written}, faults)
    if format_ == nrm.FORMAT:
        return RawRow(number, nrm.cells(element.value, fields), faults)
    record = {_htcds_name(key): nrm.text_of(value) for key, value in element.value.items()}
    if len(record) != len(element.value):
        faults = (*faults, _fault(number, "a field is there in two spellings, and one of the two would be lost"))
    if "agency" in fields:
        record.setdefault("agency", nrm.text_of(fields["agency"]))
    return htcds.translate(RawRow(number, record, faults))


def _fault(number: int, note: str) -> Problem:
    return Problem("row", "record", f"Row {number}: {note}. Mend it in your program, and send it again.")


def _htcds_name(key: str) -> str:
    """A key's full name in the standard, or the template's, or its own."""
    plain = key.strip().casefold()
    return htcds.field(key) or (plain if plain in _TEMPLATE else key)
