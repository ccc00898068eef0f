"""From what was chosen to the true tables."""

from collections.abc import Callable, Iterable, Mapping

from pentameter.releases.keys import Truth
from pentameter.releases.queries.counts import found, justice, national, scale
from pentameter.releases.queries.counts.asking import Ground
from pentameter.releases.rules.choices import Choice
from pentameter.releases.shelf.content import Table

TABLES: Mapping[Choice, Callable[[Ground], Table]] = {
    Choice.FOUND_BY_AREA_AND_WEEK: found.found,
    Choice.REGISTERED_BY_AREA_AND_AGE: found.registered_by_area,
    Choice.REGISTERED_BY_WEEK_AND_AGE: found.registered_by_week,
    Choice.PROTECTED_BY_STATE_AND_AGE: found.protected,
    Choice.REFERRED_BY_QUARTER_AND_AGE: national.by_quarter,
    Choice.REFERRED_BY_AREA_AGE_AND_SEX: national.by_area,
    Choice.REFERRED_BY_RESPONDER_AGE_AND_SEX: national.by_responder,
    Choice.REFERRED_BY_NATIONALITY: national.by_nationality,
    Choice.REASONABLE_GROUNDS: national.reasonable_grounds,
    Choice.CONCLUSIVE_GROUNDS: national.conclusive_grounds,
    Choice.NOTIFICATIONS_BY_EXPLOITATION: national.notifications,
    Choice.ARRESTS_BY_OFFENCE: justice.arrests,
    Choice.CHARGES_BY_OFFENCE: justice.charges,
    Choice.CONVICTIONS_BY_OFFENCE: justice.convictions,
}


def truth(choices: Iterable[Choice], ground: Ground) -> Truth:
    """The tables that were chosen, in the order of the choices, and the ranges."""
    wanted = frozenset(choices)
    tables = tuple(TABLES[one](ground) for one in Choice if one in wanted and one in TABLES)
    return Truth(tables, scale.ranges(ground) if Choice.ESTIMATES in wanted else ())
