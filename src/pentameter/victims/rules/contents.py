"""What support keeps under seal, as values."""

from dataclasses import dataclass

from pentameter.victims.rules.cases import Sealed
from pentameter.victims.rules.support import LEVELS, STAYS, EntryKind, FlagKind


@dataclass(frozen=True, slots=True)
class AssessmentWords(Sealed):
    """How high a risk or how great a need is, and why."""

    level: str = ""
    words: str = ""

    def level_words(self, kind: EntryKind) -> str:
        """The level as people say it; one that this version does not know is shown as it is."""
        return LEVELS.get(kind, {}).get(self.level, self.level)


@dataclass(frozen=True, slots=True)
class TaskWords(Sealed):
    """What is to be done for her."""

    what: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class AppointmentWords(Sealed):
    """With whom she meets, and what makes it safe and possible for her."""

    with_whom: str = ""
    language: str = ""
    worker_gender: str = ""
    safe_contact: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class NoteWords(Sealed):
    """What someone wrote down."""

    text: str = ""


@dataclass(frozen=True, slots=True)
class FlagWords(Sealed):
    """What has to be known first, and why."""

    kind: str = ""
    reason: str = ""

    @property
    def flag(self) -> FlagKind | None:
        """The kind, if this version knows it."""
        return FlagKind(self.kind) if self.kind in set(FlagKind) else None

    @property
    def words(self) -> str:
        """The kind as people say it; one that is not known is shown as it is rather than hidden."""
        return self.flag.words if self.flag else self.kind or "A flag that does not open"


@dataclass(frozen=True, slots=True)
class StayWords(Sealed):
    """Where she stays. Sealed apart from the rest of support: whoever reads that need not read this."""

    kind: str = ""
    agency: str = ""
    where: str = ""

    @property
    def kind_words(self) -> str:
        """The kind as people say it."""
        return STAYS.get(self.kind, self.kind)


@dataclass(frozen=True, slots=True)
class ExitWords(Sealed):
    """Why and where to, in general words; and, where she asked to leave early, what she said."""

    reason: str = ""
    destination: str = ""
    her_words: str = ""
