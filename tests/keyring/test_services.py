"""The root key changes while people work: keys alone are wrapped anew, what was erased stays so, nothing is left."""

from pathlib import Path

import pytest
from django.db import transaction
from pytest_django import Settings

from cast import administrator
from keyring.ground import WRAPPED, cases, changed, opened, ring_in
from no_row_no_act import no_row_no_act
from pentameter.audit.models import Entry
from pentameter.config import keys
from pentameter.kernel.actor import SYSTEM
from pentameter.kernel.sealing import SealBroken
from pentameter.kernel.verdict import Refused
from pentameter.keyring import services
from pentameter.keyring.queries import left_behind, versions
from pentameter.keyring.services import begin_version, retire_versions, wrap_next
from pentameter.keyring.wrapping import parted
from pentameter.victims.models import CaseKey

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path, settings: Settings) -> Path:
    return ring_in(tmp_path, settings)


def test_every_key_is_wrapped_anew_and_opens_the_same(folder: Path, settings: Settings) -> None:
    ids = cases()
    before = opened(ids)
    assert changed(folder).wrapped == 3
    assert left_behind(WRAPPED, 2) == 0
    assert opened(ids) == before
    assert retire_versions(columns=[WRAPPED], by=SYSTEM) == (1,)
    assert keys.set_aside(folder, 1) == folder / "retired.root.key"
    settings.ROOT_RING = keys.ring(folder)
    assert opened(ids) == before
    assert [parted(one)[0] for one in CaseKey.objects.values_list("wrapped", flat=True)] == [2, 2, 2]
    rows = Entry.objects.filter(subject_type="root_key").order_by("seq").values_list("event", "subject_id")
    assert list(rows) == [("root_key_made", "2"), ("keys_wrapped_anew", "2"), ("root_key_retired", "2")]


def test_a_key_that_is_made_during_the_change_is_wrapped_by_the_new_version(folder: Path) -> None:
    cases(1)
    keys.make_root(folder, 2)
    begin_version(number=2, by=SYSTEM)
    cases(1)
    assert left_behind(WRAPPED, 2) == 1


def test_a_version_that_wraps_something_is_not_retired(folder: Path) -> None:
    cases()
    keys.make_root(folder, 2)
    begin_version(number=2, by=SYSTEM)
    with pytest.raises(Refused, match="3 of cases"):
        retire_versions(columns=[WRAPPED], by=SYSTEM)
    assert versions().earlier == (1,)
    with pytest.raises(Refused, match="not finished"):
        begin_version(number=3, by=SYSTEM)


def test_a_key_that_is_erased_meanwhile_does_not_come_back(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone, stays = cases(2)
    wrapped_by = services.wrapped_by

    def erased_meanwhile(number: int, kept: object, identifier: object, key: bytes) -> bytes:
        CaseKey.objects.filter(case_id=gone).delete()
        return wrapped_by(number, kept, identifier, key)

    monkeypatch.setattr(services, "wrapped_by", erased_meanwhile)
    assert changed(folder).wrapped == 1
    assert list(CaseKey.objects.values_list("case_id", flat=True)) == [stays]


def test_a_key_that_opens_by_no_version_is_told_and_keeps_the_old_one(folder: Path) -> None:
    (first, *_) = cases()
    CaseKey.objects.filter(case_id=first).update(wrapped=bytes(60))
    assert (changed(folder).wrapped, left_behind(WRAPPED, 2)) == (2, 1)
    with pytest.raises(Refused, match="1 of cases"):
        retire_versions(columns=[WRAPPED], by=SYSTEM)


def test_what_is_done_is_not_done_again(folder: Path) -> None:
    cases()
    changed(folder)
    step = wrap_next(kept=WRAPPED, after=None, by=SYSTEM)
    assert step is not None
    assert step.wrapped == 0
    assert wrap_next(kept=WRAPPED, after=step.after, by=SYSTEM) is None


def test_without_the_file_of_its_version_nothing_opens(folder: Path, settings: Settings) -> None:
    ids = cases()
    changed(folder)
    (folder / "root.2.key").unlink()
    settings.ROOT_RING = keys.ring(folder)
    with pytest.raises(SealBroken):
        opened(ids)


def test_nobody_changes_it_by_a_page(folder: Path) -> None:
    for act in (
        lambda: begin_version(number=2, by=administrator()),
        lambda: wrap_next(kept=WRAPPED, after=None, by=administrator()),
        lambda: retire_versions(columns=[WRAPPED], by=administrator()),
    ):
        with pytest.raises(Refused, match="command line"):
            act()


@pytest.mark.django_db(transaction=True)
def test_no_row_no_change(folder: Path) -> None:
    cases()
    keys.make_root(folder, 2)
    no_row_no_act(lambda: begin_version(number=2, by=SYSTEM))
    begin_version(number=2, by=SYSTEM)
    no_row_no_act(lambda: wrap_next(kept=WRAPPED, after=None, by=SYSTEM))
    wrap_next(kept=WRAPPED, after=None, by=SYSTEM)
    no_row_no_act(lambda: retire_versions(columns=[WRAPPED], by=SYSTEM))
    assert transaction.get_autocommit()
