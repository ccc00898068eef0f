"""Who said in her case that she does not wish to be counted: whoever in the reports may be her is left out.

A case and a report are tied by nobody. So everyone is left out whom the linkage model would propose as the same person:
somebody else may be left out with her, and she is not counted against her word.
"""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from pentameter.entities.api import PersonFacts, things_like
from pentameter.kernel.verdict import Refused
from pentameter.victims.api import Identity, not_to_be_counted


def unwilling_things(at: datetime) -> frozenset[UUID]:
    """The things that may be somebody who does not wish to be counted.

    Raises:
        Refused: where the case of one of them cannot be opened, so that nobody knows whom to leave out.
    """
    found = not_to_be_counted(at)
    if found.unreadable:
        raise Refused("Cases of people who do not wish to be counted do not open. Nothing is frozen until they do.")
    facts = [one for identity in found.people for one in _facts(identity)]
    return things_like(facts) if facts else frozenset()


def _facts(identity: Identity) -> Iterator[PersonFacts]:
    """By each of her names; by what else is known of her where no name is."""
    for name in dict.fromkeys((identity.shown if _is_named(identity) else "", *identity.other_names)):
        yield PersonFacts(
            name=name,
            sex=identity.sex,
            dob=identity.born,
            nationality=identity.nationality,
            phones=identity.phones,
            documents=identity.documents,
        )


def _is_named(identity: Identity) -> bool:
    return bool(identity.name or identity.given or identity.surname)
