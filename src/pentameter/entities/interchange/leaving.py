"""What is to leave: a network as one reader may see it, the reports behind it, and the words that go with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from pentameter.entities.network.graph import Network


class Format(StrEnum):
    """The formats that are written."""

    FTM = "ftm"
    GRAPHML = "graphml"
    GEXF = "gexf"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Source:
    """A report that went in: its grade in its own scheme, and who may be told.

    `meanings` are the words of source grade, information grade and handling code; `recipients` the agencies that its
    sender named, where it named any.
    """

    id: UUID
    agency: str
    own_reference: str
    reported_on: date
    scheme: str
    source: str
    information: str
    handling: str
    meanings: tuple[str, str, str]
    conditions: str = ""
    recipients: tuple[str, ...] = ()
    malicious: bool = False


@dataclass(frozen=True, slots=True)
class Cover:
    """For whom it was made, when and why, and out of what.

    `demo`: everything in it is invented. `cut`: more reports were found than one look opens.
    """

    format: Format
    name: str
    agency: str
    role: str
    made_at: datetime
    purpose: str
    filters: tuple[tuple[str, str], ...]
    demo: bool = False
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Leaving:
    """A network on its way out. `sources` are all reports that went in, `behind` those of each thing."""

    network: Network
    sources: Mapping[UUID, Source]
    behind: Mapping[UUID, tuple[UUID, ...]]
    cover: Cover
