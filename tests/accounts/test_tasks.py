"""Background entry points."""

import pytest
from django.core import mail

import cast
from pentameter.accounts.models import KnownBrowser
from pentameter.accounts.services.browsers import meet_browser
from pentameter.accounts.tasks import tell_of_new_browser

pytestmark = pytest.mark.django_db


def test_a_browser_not_seen_before_is_told_of() -> None:
    cast.in_database(cast.caseworker())
    for family in ("Firefox on Linux", "Chrome on Windows"):
        meet_browser(token="", family=family, by=cast.caseworker())
    tell_of_new_browser(str(KnownBrowser.objects.get(acknowledged_at=None).pk))
    assert len(mail.outbox) == 1
