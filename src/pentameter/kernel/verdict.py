"""Whether something is allowed, and in words why not."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer of a rule. `hidden`: not even the existence of the thing may show, so the answer is 404."""

    allowed: bool
    reason: str = ""
    hidden: bool = False

    def __bool__(self) -> bool:
        """A verdict is neither true nor false: a refusal that was found would read as "nothing found".

        Raises:
            TypeError: always. Ask `allowed`.
        """
        raise TypeError("Ask the verdict whether it is allowed.")


ALLOWED = Verdict(True)


def refused(reason: str, *, hidden: bool = False) -> Verdict:
    """A refusal, with the sentence that the person asking is told."""
    return Verdict(False, reason, hidden)


class Refused(Exception):  # noqa: N818 - it is an answer, not an error of the program
    """A refusal on its way to the one place that turns it into 403, 404 or 409."""

    def __init__(self, reason: str, *, hidden: bool = False, conflict: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.hidden = hidden
        self.conflict = conflict


NO_SUCH = "There is nothing here that you may see."


def never_was() -> Refused:
    """The answer where even existence is hidden: the same for what is there and for what never was."""
    return Refused(NO_SUCH, hidden=True)


def require(verdict: Verdict) -> None:
    """Go on only if allowed.

    Raises:
        Refused: carrying the verdict's reason.
    """
    if not verdict.allowed:
        raise Refused(verdict.reason, hidden=verdict.hidden)
