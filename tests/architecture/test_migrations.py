"""The tables are what the models say."""

import pytest
from django.core.management import call_command

from public_door import BOTH


@pytest.mark.django_db(databases=BOTH)
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)
