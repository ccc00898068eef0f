"""FollowTheMoney's words for what reports mention: the same for files that come in and files that leave.

Source: the schemata of followthemoney 4.11 (MIT), https://followthemoney.tech/explorer/.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pentameter.intelligence.intake.relations import Relation
from pentameter.intelligence.vocabulary import MentionKind

TELEPHONE = "telephone"
"""The service of an account that is a telephone number."""

ADVERTISEMENT = "advertisement"
"""The keyword of an account that is an advert."""

NOT_NAMED = "not named in any report"
"""The keyword of a record whose name is a label of ours, because its schema demands one."""


@dataclass(frozen=True, slots=True)
class Joining:
    """A schema that joins two records: the properties that name them, and what it says of them, if we have the word."""

    source: str
    target: str
    relation: Relation | None = None


THINGS: Mapping[str, MentionKind] = MappingProxyType(
    {
        "Person": MentionKind.PERSON,
        "Organization": MentionKind.ORGANISATION,
        "Company": MentionKind.ORGANISATION,
        "PublicBody": MentionKind.ORGANISATION,
        "Vehicle": MentionKind.VEHICLE,
        "Vessel": MentionKind.VEHICLE,
        "Airplane": MentionKind.VEHICLE,
        "Address": MentionKind.PREMISES,
        "RealEstate": MentionKind.PREMISES,
    }
)
"""Schemata of things, with the kind that they are here. A UserAccount is a phone or an advert, as it says."""

ACCOUNT = "UserAccount"

LINKS: Mapping[str, Joining] = MappingProxyType(
    {
        "UnknownLink": Joining("subject", "object"),
        "Employment": Joining("employee", "employer", Relation.WORKS_AT),
        "Control": Joining("controller", "controlled", Relation.CONTROLS),
        "Associate": Joining("person", "associate"),
        "Payment": Joining("payer", "beneficiary", Relation.PAYS),
        "Family": Joining("person", "relative"),
        "Ownership": Joining("owner", "asset"),
        "Directorship": Joining("director", "organization"),
        "Membership": Joining("member", "organization"),
        "Representation": Joining("agent", "client"),
    }
)
"""Schemata that join two things. Ownership is not control, and directing is not working there: nothing is added."""
