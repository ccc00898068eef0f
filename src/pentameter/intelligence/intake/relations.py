"""How two things that a report mentions can be linked, and which kinds of things each relation joins."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from pentameter.intelligence.vocabulary import MentionKind

_PERSON, _PHONE, _VEHICLE = MentionKind.PERSON, MentionKind.PHONE, MentionKind.VEHICLE
_PREMISES, _ADVERT, _ORGANISATION = MentionKind.PREMISES, MentionKind.ADVERT, MentionKind.ORGANISATION


class Relation(StrEnum):
    """What the first does to, with or at the second."""

    USES = "uses"
    LIVES_AT = "lives_at"
    WORKS_AT = "works_at"
    CONTROLS = "controls"
    TRAVELLED_WITH = "travelled_with"
    ADVERTISED_ON = "advertised_on"
    PAYS = "pays"
    ARRESTED_AT = "arrested_at"
    NAMED_TOGETHER = "named_together"
    """The weakest: both stand in one report, and no more is said. Nobody writes it; it follows."""


SAYABLE = tuple(relation for relation in Relation if relation is not Relation.NAMED_TOGETHER)
"""What can be said of two things, by a report or by hand."""

JOINS: Mapping[Relation, tuple[frozenset[MentionKind], frozenset[MentionKind]]] = MappingProxyType(
    {
        Relation.USES: (
            frozenset({_PERSON, _ORGANISATION}),
            frozenset({_PHONE, _VEHICLE, _PREMISES, _ADVERT}),
        ),
        Relation.LIVES_AT: (frozenset({_PERSON}), frozenset({_PREMISES})),
        Relation.WORKS_AT: (frozenset({_PERSON}), frozenset({_PREMISES, _ORGANISATION})),
        Relation.CONTROLS: (frozenset({_PERSON, _ORGANISATION}), frozenset(MentionKind)),
        Relation.TRAVELLED_WITH: (frozenset({_PERSON}), frozenset({_PERSON})),
        Relation.ADVERTISED_ON: (
            frozenset({_PERSON, _PHONE, _PREMISES, _ORGANISATION}),
            frozenset({_ADVERT}),
        ),
        Relation.PAYS: (frozenset({_PERSON, _ORGANISATION}), frozenset({_PERSON, _ORGANISATION, _PREMISES, _ADVERT})),
        Relation.ARRESTED_AT: (frozenset({_PERSON}), frozenset({_PREMISES})),
    }
)
"""Which kinds may stand before and after each relation that can be said."""

NO_DIRECTION = frozenset({Relation.TRAVELLED_WITH, Relation.NAMED_TOGETHER})
"""Relations that say the same in both directions."""
