"""Flags are raised and ended; that of anonymity is for life."""

from uuid import UUID

import pytest

from cast import caseworker, durham_constable
from pentameter.kernel.verdict import Refused
from pentameter.victims.models import Case, SupportEntry
from pentameter.victims.rules.support import FlagKind
from pentameter.victims.services.flags import end_flag, raise_flag
from pentameter.victims.services.support import show_support
from victims.support_ground import CANARY, case, closed, flag

pytestmark = pytest.mark.django_db


def standing(case_id: UUID) -> list[str]:
    return sorted(one.said.kind for one in show_support(case_id=case_id, by=caseworker()).base.flags)


def test_they_stand_until_they_are_ended() -> None:
    case_id = case()
    raise_flag(case_id=case_id, flag=flag(FlagKind.SELF_HARM), by=caseworker())
    flag_id = raise_flag(case_id=case_id, flag=flag(), by=caseworker())
    assert standing(case_id) == ["do_not_call", "self_harm"]
    with pytest.raises(Refused, match="Say why"):
        end_flag(case_id=case_id, flag_id=flag_id, reason="", by=caseworker())
    end_flag(case_id=case_id, flag_id=flag_id, reason="She has a new telephone.", by=caseworker())
    assert standing(case_id) == ["self_harm"]
    raise_flag(case_id=case_id, flag=flag(), by=caseworker())


def test_neither_kind_nor_reason_stands_open() -> None:
    raise_flag(case_id=case(), flag=flag(), by=caseworker())
    sealed = bytes(SupportEntry.objects.get().sealed)
    assert CANARY.encode() not in sealed
    assert b"do_not_call" not in sealed


def test_one_of_a_kind_stands_at_a_time() -> None:
    case_id = case()
    raise_flag(case_id=case_id, flag=flag(), by=caseworker())
    with pytest.raises(Refused, match="stands already"):
        raise_flag(case_id=case_id, flag=flag(), by=caseworker())


def test_anonymity_stands_on_the_case_and_is_never_ended() -> None:
    case_id = case()
    Case.objects.filter(pk=case_id).update(anonymous_for_life=False)
    flag_id = raise_flag(case_id=case_id, flag=flag(FlagKind.ANONYMITY), by=caseworker())
    assert Case.objects.get(pk=case_id).anonymous_for_life
    with pytest.raises(Refused, match="for life"):
        end_flag(case_id=case_id, flag_id=flag_id, reason="A mistake.", by=caseworker())


def test_officers_and_closed_cases_are_refused() -> None:
    case_id = case()
    with pytest.raises(Refused):
        raise_flag(case_id=case_id, flag=flag(), by=durham_constable())
    closed(case_id)
    with pytest.raises(Refused, match="Open it again first"):
        raise_flag(case_id=case_id, flag=flag(), by=caseworker())
