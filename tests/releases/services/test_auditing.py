"""The attacker over everything that was released."""

import pytest

import cast
from pentameter.audit.models import Entry
from pentameter.kernel.verdict import Refused
from pentameter.releases.services.auditing import attack_everything
from public_door import BOTH
from releases import scene

pytestmark = pytest.mark.django_db(databases=BOTH)


def test_nothing_is_given_away_by_all_releases_together() -> None:
    of = scene.a_wave()
    scene.published(scene.described(of))
    scene.published(scene.described(of, slug="again"))
    found = attack_everything(by=cast.auditor())
    assert (found.safe, found.earlier) == (True, 2)
    assert found.checked
    assert Entry.objects.filter(event="releases_attacked").count() == 1


def test_before_anything_was_released_there_is_nothing_to_attack() -> None:
    found = attack_everything(by=cast.statistician())
    assert (found.safe, found.cells) == (True, 0)


def test_it_is_not_for_everyone() -> None:
    with pytest.raises(Refused):
        attack_everything(by=cast.editor())
