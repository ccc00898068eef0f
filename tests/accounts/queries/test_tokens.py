"""Lists of tokens."""

from datetime import date, timedelta

import pytest

import cast
from pentameter.accounts.models import AgencyToken
from pentameter.accounts.queries.tokens import tokens
from pentameter.accounts.services.tokens import issue_token
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM

pytestmark = pytest.mark.django_db(transaction=False)


def test_a_token_says_whether_it_holds_and_until_when() -> None:
    cast.agency(cast.durham_constable())
    cast.agency(cast.outsider())
    last_day: date = clock.today() + timedelta(days=100)
    issue_token(agency="durham", label="records", expires_on=last_day, by=SYSTEM)
    issue_token(agency="kent", label="records", expires_on=last_day, by=SYSTEM)
    (line,) = tokens("durham")
    assert (line.holds, line.last_day, line.last_used_at) == (True, last_day, None)
    AgencyToken.objects.update(revoked_at=clock.now())
    assert {line.state for line in tokens()} == {"This token was revoked."}
    AgencyToken.objects.update(revoked_at=None, expires_at=clock.now())
    assert {line.state for line in tokens()} == {"This token has expired."}
