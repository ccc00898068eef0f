"""What PostgreSQL breaks off, because two wait for each other, is done once more; everything else is not."""

import threading
from collections.abc import Callable

import pytest
from django.db import OperationalError, connection, transaction

from pentameter.accounts.models import Agency
from pentameter.work.unlucky import once_more
from tests.cast import durham_constable, garda, in_database


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="On SQLite one writes at a time, and none waits so")
def test_of_two_who_wait_for_each_other_both_are_done() -> None:
    for person in (durham_constable(), garda()):
        in_database(person)
    slugs = ["durham", "garda"]
    both_hold_one = threading.Barrier(2)
    done: list[str] = []

    def lock(first: str, second: str) -> Callable[[], str]:
        tried: list[int] = []

        def act() -> str:
            tried.append(1)
            with transaction.atomic():
                Agency.objects.select_for_update().get(pk=first)
                if len(tried) == 1:
                    both_hold_one.wait()
                Agency.objects.select_for_update().get(pk=second)
            return first

        return act

    def run(act: Callable[[], str]) -> None:
        try:
            done.append(once_more(act))
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(lock(*pair),)) for pair in (slugs, slugs[::-1])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(done) == sorted(slugs)


def _failing(tried: list[int], error: Exception) -> Callable[[], None]:
    def act() -> None:
        tried.append(1)
        raise error

    return act


@pytest.mark.django_db(transaction=True)
def test_another_fault_is_not_tried_again() -> None:
    tried: list[int] = []
    with pytest.raises(OperationalError):
        once_more(_failing(tried, OperationalError("the disk is full")))
    assert len(tried) == 1


@pytest.mark.django_db
def test_within_a_transaction_there_is_nothing_to_do_again() -> None:
    tried: list[int] = []
    broken = OperationalError("deadlock detected")
    broken.__cause__ = _CodedError()
    with transaction.atomic(), pytest.raises(OperationalError):
        once_more(_failing(tried, broken))
    assert len(tried) == 1


@pytest.mark.django_db(transaction=True)
def test_what_is_broken_off_twice_is_given_up() -> None:
    tried: list[int] = []
    broken = OperationalError("deadlock detected")
    broken.__cause__ = _CodedError()
    with pytest.raises(OperationalError):
        once_more(_failing(tried, broken))
    assert len(tried) == 2


class _CodedError(Exception):
    sqlstate = "40P01"
