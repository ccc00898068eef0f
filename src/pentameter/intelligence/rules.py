"""Who may be told what a report says, and the states of files and rows in quarantine.

Sources: 3x5x2 handling codes P and C and 5x5x5 handling codes 1 to 5 (wording of the latter to confirm). Where the code
leaves a question open, the answer is no: a report that travels too far cannot be called back.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from pentameter.intelligence.vocabulary import Scheme
from pentameter.kernel.actor import Actor, AgencySector, Jurisdiction
from pentameter.kernel.verdict import ALLOWED, Verdict, refused

LAW_ENFORCEMENT = frozenset(
    {
        AgencySector.POLICE,
        AgencySector.LAW_ENFORCEMENT,
        AgencySector.NATIONAL_CENTRE,
        AgencySector.LABOUR_INSPECTORATE,
    }
)
NOT_PROSECUTING = LAW_ENFORCEMENT | {AgencySector.SUPPORT, AgencySector.COMPETENT_AUTHORITY}
WITH_PROSECUTORS = LAW_ENFORCEMENT | {AgencySector.PROSECUTION}
NOBODY: frozenset[AgencySector] = frozenset()


@dataclass(frozen=True, slots=True)
class Release:
    """How far a handling code lets a report go by itself.

    `named` says whether agencies that the sender named as recipients may read it too.
    """

    sectors: frozenset[AgencySector]
    same_state_only: bool
    named: bool


RELEASES: dict[tuple[Scheme, str], Release] = {
    (Scheme.THREE_FIVE_TWO, "P"): Release(WITH_PROSECUTORS, same_state_only=False, named=True),
    (Scheme.THREE_FIVE_TWO, "C"): Release(NOBODY, same_state_only=True, named=True),
    (Scheme.FIVE_FIVE_FIVE, "1"): Release(LAW_ENFORCEMENT, same_state_only=True, named=True),
    (Scheme.FIVE_FIVE_FIVE, "2"): Release(NOT_PROSECUTING, same_state_only=True, named=True),
    (Scheme.FIVE_FIVE_FIVE, "3"): Release(LAW_ENFORCEMENT, same_state_only=True, named=True),
    (Scheme.FIVE_FIVE_FIVE, "4"): Release(NOBODY, same_state_only=True, named=False),
    (Scheme.FIVE_FIVE_FIVE, "5"): Release(NOBODY, same_state_only=True, named=True),
}
"""What each code releases. A scheme or code that is not here releases nothing."""


@dataclass(frozen=True, slots=True)
class Handling:
    """What decides who may be told: the sender and the sender's state, the code, and whom the sender named."""

    agency: str
    jurisdiction: Jurisdiction
    scheme: str
    code: str
    recipients: frozenset[str] = frozenset()


def may_be_told(handling: Handling, reader: Actor) -> Verdict:
    """Whether the handling code lets the reader's agency have the report."""
    if not reader.agency or reader.sector is None or reader.jurisdiction is None:
        return refused("Only a member of an agency may be told.")
    if reader.agency == handling.agency:
        return ALLOWED
    release = _release_of(handling.scheme, handling.code)
    if release is None:
        return refused("The handling code is not known here, so the report stays with its sender.")
    if release.named and reader.agency in handling.recipients:
        return ALLOWED
    if reader.sector not in release.sectors:
        return refused(f"Handling code {handling.code} does not release it to your agency.")
    if release.same_state_only and not same_state(handling.jurisdiction, reader.jurisdiction):
        return refused(f"Handling code {handling.code} does not release it to another state.")
    return ALLOWED


def _release_of(scheme: str, code: str) -> Release | None:
    try:
        return RELEASES.get((Scheme(scheme), code))
    except ValueError:
        return None


def stays_at_home(scheme: str, code: str) -> bool:
    """Whether a handling code lets nobody but the sender have the report, so that not even the sender may be named."""
    release = _release_of(scheme, code)
    return release is None or not (release.sectors or release.named)


def same_state(one: Jurisdiction, other: Jurisdiction) -> bool:
    """Whether two jurisdictions belong to one state; the Crown dependencies are none of either's."""
    return _state(one) == _state(other)


def _state(jurisdiction: Jurisdiction) -> str:
    if jurisdiction in (Jurisdiction.IRELAND, Jurisdiction.CROWN_DEPENDENCY):
        return jurisdiction.value
    return "united_kingdom"


DISPOSED_WORDS = "This report was reviewed and disposed of. What it said is kept nowhere here."
_COUNTED = frozenset({"role", "nationality"})


def counted_of(values: Mapping[str, str]) -> dict[str, str]:
    """Of the facts of a mention those that are counted: all that outlives its report."""
    return {name: value for name, value in values.items() if name in _COUNTED}


class FileState(StrEnum):
    """How far a received file is."""

    RECEIVED = "received"
    READING = "reading"
    DONE = "done"
    REFUSED = "refused"


FILE_NEXT: dict[FileState, frozenset[FileState]] = {
    FileState.RECEIVED: frozenset({FileState.READING, FileState.REFUSED}),
    FileState.READING: frozenset({FileState.DONE, FileState.REFUSED}),
    FileState.DONE: frozenset(),
    FileState.REFUSED: frozenset(),
}
"""Which state may follow which. Owner: the intake itself."""


class RowState(StrEnum):
    """What became of a row in quarantine."""

    WAITING = "waiting"
    MENDED = "mended"
    SET_ASIDE = "set_aside"


ROW_NEXT: dict[RowState, frozenset[RowState]] = {
    RowState.WAITING: frozenset({RowState.MENDED, RowState.SET_ASIDE}),
    RowState.MENDED: frozenset(),
    RowState.SET_ASIDE: frozenset({RowState.WAITING}),
}
"""Which state may follow which. Owner: the agency that sent the row."""


def may_mend(state: str) -> Verdict:
    """Whether a row in quarantine can be mended or set aside now."""
    if state == RowState.WAITING.value:
        return ALLOWED
    return refused(f"This row was already {state.replace('_', ' ')}.")


def may_take_back(state: str) -> Verdict:
    """Whether a row that was set aside can wait to be mended again."""
    if state == RowState.SET_ASIDE.value:
        return ALLOWED
    return refused("Only a row that was set aside can be taken back.")


def shelves_of(handling: Handling, sector: AgencySector) -> frozenset[str]:
    """The shelves that a report stands on in an index: every reader who may be told finds it on one of theirs.

    `sector` is the sender's. Nobody who may not be told has one of them among `shelves_for`.
    """
    own = frozenset({f"own/{handling.agency}"})
    release = _release_of(handling.scheme, handling.code)
    if release is None:
        return own
    named = frozenset(f"named/{one}" for one in handling.recipients if release.named)
    released = frozenset({_released(handling, _state(handling.jurisdiction))} if release.sectors else ())
    return named | released | (frozenset() if sector in release.sectors else own)


def shelves_for(reader: Actor) -> frozenset[str]:
    """The shelves that a reader may look through."""
    if not reader.agency or reader.sector is None or reader.jurisdiction is None:
        return frozenset()
    mine = _state(reader.jurisdiction)
    found = {f"own/{reader.agency}", f"named/{reader.agency}"}
    for (scheme, code), release in RELEASES.items():
        if reader.sector in release.sectors:
            states = {mine} if release.same_state_only else {_state(one) for one in Jurisdiction}
            found |= {f"code/{scheme.value}/{code}/{state}" for state in states}
    return frozenset(found)


def _released(handling: Handling, state: str) -> str:
    return f"code/{handling.scheme}/{handling.code}/{state}"
