"""The keys of suspects: one each, and what they seal opens for that suspect alone."""

import pytest

from justice import ground
from pentameter.justice.keys import bound, safe_of, safes_of
from pentameter.justice.models import Suspect, SuspectKey
from pentameter.kernel.sealing import SealBroken

pytestmark = pytest.mark.django_db


def test_what_is_sealed_opens_with_the_key_of_that_suspect_alone() -> None:
    inside = ground.investigation()
    first, second = ground.suspect(inside), ground.suspect(inside, name="Another Testperson")
    row = Suspect.objects.get(pk=first)
    assert ground.NAME.encode() not in bytes(row.identity or b"")
    safes = safes_of([first, second])
    said = safes[first].unseal(row.identity or b"", bound_to=bound("identity", first))
    assert isinstance(said, dict)
    assert said["name"] == ground.NAME
    with pytest.raises(SealBroken):
        safes[second].unseal(row.identity or b"", bound_to=bound("identity", first))


def test_without_its_key_nothing_opens_and_a_broken_one_says_so() -> None:
    made = ground.suspect()
    SuspectKey.objects.update(wrapped=b"nothing that opens")
    with pytest.raises(SealBroken):
        safe_of(made)
    SuspectKey.objects.all().delete()
    assert safe_of(made) is None
