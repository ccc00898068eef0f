"""What a case is: how old the person may be, how the case stands, and the sealed facts as values."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Self

from pentameter.kernel.verdict import ALLOWED, Verdict, refused


class Age(StrEnum):
    """How old she may be. "May be under 18" counts as a child until it is assessed.

    Source: Modern Slavery Act 2015 s.51; Human Trafficking and Exploitation (Scotland) Act 2015 s.12; the Northern
    Irish Act of 2015 s.25(3); Ireland's Act of 2024 s.26.
    """

    ADULT = "adult"
    CHILD = "child"
    MAYBE_CHILD = "maybe_child"

    @property
    def words(self) -> str:
        """As people say it."""
        return {Age.ADULT: "18 or over", Age.CHILD: "under 18", Age.MAYBE_CHILD: "may be under 18"}[self]

    @property
    def counts_as_child(self) -> bool:
        """Whether she is treated as a child: whoever may be one is."""
        return self is not Age.ADULT


class CaseState(StrEnum):
    """How a case stands. The clocks do not depend on it: a closed case still protects."""

    OPEN = "open"
    CLOSED = "closed"
    ERASED = "erased"

    @property
    def words(self) -> str:
        """As people say it."""
        return self.value


class NeedKind(StrEnum):
    """Why a named person needs to know."""

    ASSIGNED = "assigned"
    SHARE = "share"
    BREAK_GLASS = "break_glass"

    @property
    def words(self) -> str:
        """As people say it."""
        return {self.ASSIGNED: "works with her", self.SHARE: "by a share", self.BREAK_GLASS: "broke the glass"}[self]


class Agreement(StrEnum):
    """Whether she agrees that a support organisation is asked."""

    YES = "yes"
    NOT_ASKED = "not_asked"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Sealed:
    """Facts that are kept sealed, as JSON. A fact that this version does not know is ignored, a missing one empty."""

    def as_json(self) -> dict[str, Any]:
        """For sealing."""
        return asdict(self)

    @classmethod
    def from_json(cls, facts: Any) -> Self:
        """As it was sealed."""
        known = cls.__dataclass_fields__
        said = facts if isinstance(facts, Mapping) else {}
        return cls(**{name: _plain(value) for name, value in said.items() if name in known})


@dataclass(frozen=True, slots=True)
class Identity(Sealed):
    """Who she is, as she says or as documents say. `name` is what she is called where names are not told apart.

    `born` is a date as text ("1989-02-28"), as far as it is known: "1989-02", "1989" or empty.
    """

    name: str = ""
    given: str = ""
    surname: str = ""
    other_names: tuple[str, ...] = ()
    born: str = ""
    sex: str = ""
    nationality: str = ""
    documents: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """What to call her."""
        whole = " ".join(part for part in (self.given, self.surname) if part)
        return self.name or whole or "Name not known"


@dataclass(frozen=True, slots=True)
class Practical(Sealed):
    """What anyone who speaks with her needs to know."""

    language: str = ""
    interpreter: str = ""
    worker_gender: str = ""
    safe_contact: str = ""
    guardian: str = ""


@dataclass(frozen=True, slots=True)
class Whereabouts(Sealed):
    """Where she is. Sealed from everyone who does not need it."""

    where: str = ""
    since: str = ""
    note: str = ""


def may_write(state: CaseState) -> Verdict:
    """Whether anything may be added to the case."""
    if state is CaseState.CLOSED:
        return refused("This case is closed. Open it again first, and say why.")
    if state is CaseState.ERASED:
        return refused("This case was erased. Nothing can be added to it.")
    return ALLOWED


def may_reopen(state: CaseState) -> Verdict:
    """Whether the case can be opened again."""
    if state is CaseState.OPEN:
        return refused("This case is open already.")
    if state is CaseState.ERASED:
        return refused("This case was erased. Nothing of it can be opened again.")
    return ALLOWED


def may_be_rescued_on(day: date, *, today: date) -> Verdict:
    """Whether she can have been found on `day`."""
    if day > today:
        return refused("She cannot have been found on a day that has not come. Give today or an earlier day.")
    if day.year < 2000:
        return refused(f"{day:%d.%m.%Y} lies before anything that is recorded here. Check the year.")
    return ALLOWED


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
