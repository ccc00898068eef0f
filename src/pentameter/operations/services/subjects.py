"""Operations' records, as access sees them."""

from uuid import UUID

from pentameter.access.api import Compartment, Subject
from pentameter.kernel.verdict import Refused, never_was


def of_operation(slug: str) -> Subject:
    """An operation. Nobody owns it: the national centre runs it."""
    return Subject(kind="operation", id=slug, compartment=Compartment.STATISTICS)


def of_wave(wave_id: UUID) -> Subject:
    """A wave, with the list of who takes part."""
    return Subject(kind="wave", id=str(wave_id), compartment=Compartment.STATISTICS)


def of_returns(wave_id: UUID, agency: str) -> Subject:
    """What an agency says in a wave: its own."""
    return Subject(
        kind="returns", id=f"{wave_id}/{agency}"[:64], compartment=Compartment.STATISTICS, owner_agency=agency
    )


def missing() -> Refused:
    """The answer to an id that never was."""
    return never_was()
