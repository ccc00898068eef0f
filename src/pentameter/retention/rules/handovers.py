"""When an agency may leave: nothing that it holds may be left without an owner, and nobody without protection."""

from dataclasses import dataclass

from pentameter.kernel.verdict import ALLOWED, Verdict, refused
from pentameter.look import words


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a handover."""

    slug: str
    sector: str
    jurisdiction: str
    current: bool


@dataclass(frozen=True, slots=True)
class StillHeld:
    """What an agency holds that no other can take over by itself: it has to be finished before."""

    files: int = 0
    rows: int = 0
    referrals: int = 0
    investigations: int = 0
    waves: int = 0
    reports: bool = False


def in_the_way(held: StillHeld) -> tuple[str, ...]:
    """What has to be done before, in sentences. Empty: nothing."""
    found = (
        (held.files, "file is being taken in", "files are being taken in", "Wait until that is done."),
        (held.rows, "row waits in quarantine", "rows wait in quarantine", "Mend them or set them aside."),
        (held.referrals, "referral waits for an answer", "referrals wait for an answer", "Answer them."),
        (
            held.investigations,
            "open investigation has it among its agencies",
            "open investigations have it among their agencies",
            "Close them, or let another force lead them.",
        ),
        (held.waves, "wave runs in which it takes part", "waves run in which it takes part", "End its part in them."),
    )
    counted = tuple(f"{words.plural(count, one, many)}. {what}" for count, one, many, what in found if count)
    return counted + ((_REPORTS,) if held.reports else ())


_REPORTS = (
    "It has sent reports, which stay under its name and its key: an agency that leaves cannot yet hand those over. "
    "Review them, or keep one member there."
)


def may_propose(leaving: Side, receiving: Side) -> Verdict:
    """Whether one agency may propose that another takes over from it."""
    if leaving.slug == receiving.slug:
        return refused("An agency cannot take over from itself.")
    if not (leaving.current and receiving.current):
        return refused("Both have to be agencies of today.")
    if leaving.sector != receiving.sector:
        return refused("Only an agency that does the same work can take it over.")
    if leaving.jurisdiction != receiving.jurisdiction:
        return refused("The law that protects people is another there. Choose an agency of the same jurisdiction.")
    return ALLOWED


def may_accept(leaving: Side, receiving: Side, held: StillHeld) -> Verdict:
    """Whether the other agency may take over now. Everything is asked again."""
    proposed = may_propose(leaving, receiving)
    if not proposed.allowed:
        return proposed
    waits = in_the_way(held)
    return refused(waits[0]) if waits else ALLOWED
