"""Each list has a key of its own, which opens nothing of another."""

import pytest

from decisions.ground import sent, stage
from pentameter.decisions.list_keys import safe_of, seal_file, surname_index, unseal_file
from pentameter.decisions.models import ListKey
from pentameter.kernel.sealing import SealBroken

pytestmark = pytest.mark.django_db


def test_a_list_opens_with_its_own_key_alone() -> None:
    stage()
    one, two = sent(), sent()
    sealed = seal_file(safe_of(one), b"a list", one)
    assert b"a list" not in sealed
    assert unseal_file(safe_of(one), sealed, one) == b"a list"
    for safe, list_id in ((safe_of(two), one), (safe_of(one), two)):
        with pytest.raises(SealBroken):
            unseal_file(safe, sealed, list_id)


def test_without_its_key_nothing_opens() -> None:
    stage()
    one = sent()
    ListKey.objects.filter(list_id=one).delete()
    with pytest.raises(SealBroken):
        safe_of(one)


def test_a_surname_is_blind_and_of_its_agency_alone() -> None:
    one, same, other = (surname_index(agency, "testova") for agency in ("a", "a", "b"))
    assert one == same
    assert one != other
    assert "testova" not in one
    assert surname_index("a", "") == ""
