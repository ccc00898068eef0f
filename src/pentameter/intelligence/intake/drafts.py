"""What a row of a file becomes, before anything is stored."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from pentameter.intelligence.intake.relations import Relation
from pentameter.intelligence.vocabulary import Act, Indicator, Means, MentionKind, Purpose, Scheme, Theme


class FileKind(StrEnum):
    """What the rows of a file are."""

    REPORTS = "reports"
    RETURNS = "returns"


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a row cannot be accepted. `sentence` names row, field and mend; `code` is for counting."""

    field: str
    code: str
    sentence: str


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row as it was sent. `number` counts as the sender's program does: in a table the heading is row 1.

    `faults` is what only the reader can see (bytes of another encoding, an open quotation mark, more cells than
    headings): the row is kept, as far as it could be read, and goes to quarantine. A `foreign` row was made by another
    tool for something else: where it has no day it is dated by its receipt, and no place is taken from its sender.
    """

    number: int
    cells: Mapping[str, str]
    faults: tuple[Problem, ...] = ()
    foreign: bool = False


class FileRefused(Exception):  # noqa: N818 - it is an answer, not an error of the program
    """The file as a whole cannot be read; `sentence` says what to do."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Grade:
    """How far a report is to be believed and who may be told."""

    scheme: Scheme
    source: str
    information: str
    handling: str
    conditions: str = ""
    recipients: tuple[str, ...] = ()
    malicious: bool = False


@dataclass(frozen=True, slots=True)
class MentionDraft:
    """Something that a report mentions.

    `values` is what is known of it, by name of fact: a person has name, role, sex, dob (ISO, or YYYY where only the
    year is known), nationality (ISO 3166 alpha-2), document; a phone has number (E.164); a vehicle registration and
    description; premises kind, address, postcode; an advert site and reference; an organisation name. `identifier` is
    the normalised form by which the same thing is found elsewhere ("" where there is none).
    """

    kind: MentionKind
    values: Mapping[str, str]
    identifier: str = ""


@dataclass(frozen=True, slots=True)
class LinkDraft:
    """What a report says of two things that it mentions, each by its position among them."""

    source: int
    relation: Relation
    target: int


@dataclass(frozen=True, slots=True)
class ReportDraft:
    """A report that can be accepted. `dated`: its day was written, and is not merely that of its receipt."""

    own_reference: str
    reported_on: date
    grade: Grade
    theme: Theme
    text: str
    event_from: date | None = None
    event_to: date | None = None
    area: str = ""
    place: str = ""
    postcode: str = ""
    acts: tuple[Act, ...] = ()
    means: tuple[Means, ...] = ()
    purposes: tuple[Purpose, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    advertised: bool = False
    price: Decimal | None = None
    currency: str = ""
    original_text: str = ""
    source_identity: str = ""
    mentions: tuple[MentionDraft, ...] = field(default=())
    links: tuple[LinkDraft, ...] = ()
    route: tuple[str, ...] = ()
    dated: bool = True


@dataclass(frozen=True, slots=True)
class ReturnDraft:
    """An agency's return for a week: what it did, and whether it looked at all."""

    week: date
    kind: str
    premises_visited: int | None = None
    people_found: int | None = None
    arrests: int | None = None
    hours: Decimal | None = None
    text: str = ""
