"""A case by its reference, however it was typed."""

import pytest

from pentameter.victims.queries.references import case_of
from victims.ground import rescued

pytestmark = pytest.mark.django_db


def test_a_reference_finds_its_case_and_no_other() -> None:
    done = rescued()
    assert case_of(done.reference) == done.case_id
    assert case_of(done.reference.lower().replace("-", " ")) == done.case_id
    assert case_of("H-0000-0000") is None
    assert case_of("") is None
