"""Files of HTCDS records that were sent to this door, opened for whoever keeps cases. Nothing of them is kept here."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from pentameter.intelligence import store
from pentameter.intelligence.intake.drafts import RawRow
from pentameter.intelligence.intake.normalise import countries, dates, phones
from pentameter.intelligence.intake.readers.htcds_records import open_records
from pentameter.intelligence.services.receive import Arrived
from pentameter.kernel.verdict import Refused


@contextmanager
def htcds_rows(arrived: Arrived) -> Iterator[Iterator[RawRow]]:
    """The rows of a file of records, each under the standard's full names of its fields.

    Raises:
        FileRefused: with a sentence that says what to do, where the file cannot be read as a whole.
        Refused: where it is no longer there.
    """
    try:
        with (
            store.opened(arrived.file_id, digest=arrived.kept.digest) as path,
            open_records(path, name=arrived.name) as source,
        ):
            yield source.rows()
    except store.Lost as error:
        raise Refused("The file did not arrive whole. Send it again.") from error


def meant_day(text: str, today: date) -> date | None:
    """The day that is meant, as the intake reads days."""
    return dates.day(text, today.year)


def meant_country(text: str) -> str | None:
    """The country's code of two letters, as the intake reads countries."""
    return countries.code(text)


def meant_phone(text: str, agency: str) -> str | None:
    """The number in E.164, as the intake reads numbers of an agency."""
    found = phones.parse(text, phones.region_of(agency))
    return found.number if found else None
