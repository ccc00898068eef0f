"""Placing mentions: once, alone at first, sealed empty; and an island is worked out again from the ledger."""

import pytest

from entities.ground import Ground, judged, state
from pentameter.entities.keys import safe
from pentameter.entities.models import Placing
from pentameter.entities.services.locking import hold_islands
from pentameter.entities.services.placing import place, settle
from pentameter.intelligence.api import mentions_by_id

pytestmark = pytest.mark.django_db


def test_a_mention_is_placed_once_and_alone() -> None:
    mention = Ground().mention("kent", kind="phone", name="07700 900417")
    for _ in range(2):
        place(mentions_by_id([mention]).values())
    row = Placing.objects.get()
    assert (row.pk, row.thing, row.island, row.agency_id, row.kind) == (mention, mention, mention, "kent", "phone")
    assert (safe().unseal(row.sealed, bound_to=f"placing:{mention}"), row.prepared_by) == ({}, "")


def test_what_matching_prepared_is_left_as_it_is() -> None:
    one, other = Ground().mentions(2)
    place(mentions_by_id([one]).values())
    Placing.objects.filter(pk=one).update(sealed=b"prepared", prepared_by="persons-1")
    judged(one, other)
    assert bytes(Placing.objects.get(pk=one).sealed) == b"prepared"


def test_an_island_is_worked_out_again() -> None:
    a, b, c = Ground().mentions(3)
    judged(a, b)
    judged(b, c)
    right = state()
    Placing.objects.filter(pk=c).update(thing=c)
    assert settle(set(hold_islands([a]).values())).moved == 1
    assert state() == right
