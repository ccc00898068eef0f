"""What tests of accounts share: the agencies and people of the demonstration."""

import pytest

from pentameter.accounts.services.agencies import seed_agencies
from pentameter.accounts.services.demo import seed_demo_people
from pentameter.kernel.actor import SYSTEM


@pytest.fixture
def demo() -> None:
    """The demonstration's agencies and people."""
    seed_agencies(by=SYSTEM)
    seed_demo_people(by=SYSTEM)
