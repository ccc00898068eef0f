"""Keys: each agency's own, equal things found across agencies, nothing opened by another's."""

import pytest
from pytest_django import Settings

from intelligence import ground
from pentameter.intelligence import keys as module
from pentameter.intelligence.keys import identifier_index, keys_of, locked_agencies
from pentameter.intelligence.models import DataKey
from pentameter.kernel.sealing import SealBroken
from pentameter.keyring.ring import Ring

pytestmark = pytest.mark.django_db(transaction=False)


def test_an_agency_s_key_is_made_once_and_wrapped() -> None:
    ground.agencies()
    keys = keys_of("durham")
    assert keys_of("durham") == keys
    assert bytes(DataKey.objects.get().wrapped).find(keys.key) == -1


def test_what_one_agency_sealed_another_s_keys_do_not_open() -> None:
    ground.agencies()
    sealed = keys_of("durham").seal({"name": "Mira"}, bound_to="mention:1")
    assert keys_of("durham").unseal(sealed, bound_to="mention:1") == {"name": "Mira"}
    for keys, row in ((keys_of("cleveland"), "mention:1"), (keys_of("durham"), "mention:2")):
        with pytest.raises(SealBroken):
            keys.unseal(sealed, bound_to=row)


def test_equal_contents_are_known_within_an_agency_and_not_across() -> None:
    ground.agencies()
    one, other = {"a": 1, "b": "é"}, {"b": "é", "a": 1}
    assert keys_of("durham").content(one) == keys_of("durham").content(other)
    assert keys_of("durham").content(one) != keys_of("cleveland").content(one)


def test_what_is_no_text_is_sealed_all_the_same() -> None:
    ground.agencies()
    keys = keys_of("durham")
    assert keys.unseal(keys.seal("\ud800\x00", bound_to="x"), bound_to="x") == "\ud800\x00"


def test_the_same_phone_has_the_same_index_whoever_sent_it() -> None:
    assert identifier_index("phone", "+447700900417") == identifier_index("phone", "+447700900417")
    assert identifier_index("phone", "1") != identifier_index("vehicle", "1")
    assert identifier_index("phone", "") == ""


def test_a_root_key_of_elsewhere_opens_no_agency(settings: Settings) -> None:
    ground.agencies()
    keys_of("durham")
    assert locked_agencies() == ()
    settings.ROOT_RING = Ring(read=lambda number: bytes(32), standing=settings.ROOT_RING.standing)
    module._unwrap.cache_clear()
    assert locked_agencies() == ("durham",)
    module._unwrap.cache_clear()
