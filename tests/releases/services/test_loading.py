"""A version is held by one person at a time, and only by who may."""

from uuid import UUID

import pytest

import cast
from pentameter.access.api import Operation
from pentameter.kernel.verdict import Refused
from pentameter.releases.rules.states import Step
from pentameter.releases.services.loading import EditionChangedMeanwhile, NotYet, held_edition
from public_door import BOTH
from releases import scene

pytestmark = pytest.mark.django_db(databases=BOTH)


def test_an_id_that_never_was_is_hidden() -> None:
    with pytest.raises(Refused) as refusal:
        held_edition(UUID(int=7), Operation.PREPARE_RELEASE, cast.statistician())
    assert refusal.value.hidden


def test_a_step_that_the_table_refuses_changes_nothing() -> None:
    here = held_edition(scene.begun(scene.a_wave()), Operation.PREPARE_RELEASE, cast.statistician())
    with pytest.raises(NotYet, match="not signed"):
        here.step(Step.PUBLISH)
    assert here.row.revision == 1


def test_another_revision_is_told_with_what_stands_there_now() -> None:
    here = held_edition(scene.begun(scene.a_wave()), Operation.PREPARE_RELEASE, cast.statistician())
    with pytest.raises(EditionChangedMeanwhile) as meanwhile:
        here.insist_on(9)
    assert meanwhile.value.current.revision == 1
