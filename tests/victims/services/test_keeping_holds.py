"""Where protection begins again, the holds have changed: what was cleared before is no longer clear."""

import pytest

from pentameter.victims.models import Case, Standing
from pentameter.victims.queries.holds import holds_mark
from pentameter.victims.queries.protections import today_of, values_of
from pentameter.victims.rules.book import rule_book
from pentameter.victims.rules.protection import protection
from pentameter.victims.services.keeping import keep_standings
from victims.ground import rescued

pytestmark = pytest.mark.django_db


def test_only_where_it_had_ended_does_it_move_the_mark() -> None:
    done = rescued()
    row = Case.objects.get(pk=done.case_id)
    now = {row.id: protection(values_of([row], {})[row.id], rule_book(), today=today_of(row))}
    before = holds_mark()
    keep_standings(now)
    assert holds_mark() == before
    Standing.objects.filter(case=row, clock="removal").update(state="ended")
    keep_standings(now)
    assert holds_mark() == before + 1
