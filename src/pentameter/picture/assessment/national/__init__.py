"""The tables of the national statistics, each by its number there, as pure functions of what is counted.

Source of the definitions: the data tables of the Home Office's quarterly statistics on the National Referral Mechanism.
What they ask and this system does not hold is said in the table's notes; it is never invented.
"""

from collections.abc import Callable

from pentameter.picture.assessment.evidence import Evidence
from pentameter.picture.assessment.national import bulletin, decisions, notifications, referrals
from pentameter.picture.assessment.rules.content import Table

TABLES: tuple[Callable[[Evidence], Table], ...] = (
    referrals.table_2,
    *referrals.BY_RESPONDER,
    decisions.table_16,
    decisions.table_19,
    notifications.table_25,
    notifications.table_26,
    *bulletin.TABLES,
)
