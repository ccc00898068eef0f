"""What a person's own account asks of them."""

import pytest

from cast import caseworker, in_database
from pentameter.accounts.services.browsers import meet_browser
from pentameter.config.today.account import of_account

pytestmark = pytest.mark.django_db


def test_a_browser_not_seen_before_is_asked_about() -> None:
    in_database(caseworker())
    meet_browser(token="", family="Firefox on Linux", by=caseworker())
    assert not list(of_account(caseworker()))
    meet_browser(token="", family="Chrome on Windows", by=caseworker())
    ((act, _, page, tag),) = of_account(caseworker())
    assert (act, page, tag) == ("Say whether it was you in Chrome on Windows", "/account/", "now")
