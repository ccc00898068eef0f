"""The worker finds what waits by itself, and asks for it once; what cannot be opened is left to wait."""

import pytest
from django_tasks_db.models import DBTaskResult

import cast
from entities import matched
from intelligence import ground
from pentameter.entities.linkage import model
from pentameter.entities.models import Placing
from pentameter.entities.queries.following import behind, standing
from pentameter.entities.tasks import go_on, match_mentions, watch_arrivals
from pentameter.intelligence.models import DataKey, QuarantinedRow
from pentameter.intelligence.services import mend_row, submit_report

pytestmark = pytest.mark.django_db


def asked() -> int:
    return DBTaskResult.objects.filter(args_kwargs__args__0="match_mentions").count()


def test_nothing_is_asked_for_while_nothing_waits() -> None:
    watch_arrivals()
    go_on()
    assert asked() == 0


def test_whatever_way_a_report_came_in_it_is_found_and_asked_for_once() -> None:
    wave = ground.wave()
    ground.sent(ground.csv_of([ground.full(1), ground.bad(2)]), wave)
    for act in (watch_arrivals, watch_arrivals, go_on):
        act()
        assert asked() == 1
    match_mentions("all")
    assert behind() == ()

    row = QuarantinedRow.objects.get()
    mend_row(row_id=row.id, cells=ground.full(2), version=row.version, by=cast.durham_constable())
    assert [one.waiting for one in behind()] == [1]
    match_mentions("all")
    submit_report(cells=ground.full(3), wave_id=wave, by=cast.durham_constable())
    assert [one.waiting for one in behind()] == [1]
    match_mentions("all")
    assert behind() == ()
    assert Placing.objects.values("report").distinct().count() == 3


def test_looking_costs_the_same_however_many_reports_there_are(django_assert_max_num_queries) -> None:
    wave = ground.wave()
    matched.take_in([ground.full(n) for n in range(1, 30)], wave)
    match_mentions("all")
    with django_assert_max_num_queries(6):
        watch_arrivals()


def test_with_a_model_of_another_version_reports_wait_until_there_is_one(monkeypatch) -> None:
    ground.sent(ground.csv_of([ground.full(1)]), ground.wave())
    with monkeypatch.context() as version:
        version.setattr(model, "FORMAT", model.FORMAT + 1)
        model.shipped.cache_clear()
        watch_arrivals()
        assert (asked(), standing().ready, standing().trouble[:30]) == (0, False, "The model has another format t")
        with pytest.raises(model.WrongModel):
            match_mentions("all")
        assert not Placing.objects.exists()
    model.shipped.cache_clear()
    watch_arrivals()
    match_mentions("all")
    assert behind() == ()


def test_an_agency_whose_key_does_not_open_waits_alone() -> None:
    wave = ground.wave()
    cast.in_database(cast.cleveland_sergeant())
    matched.take_in([ground.full(1)], wave)
    theirs = [ground.full(1, agency="cleveland")]
    matched.take_in(theirs, wave, by=cast.cleveland_sergeant())
    whole = DataKey.objects.get(agency_id="cleveland").wrapped
    DataKey.objects.filter(agency_id="cleveland").update(wrapped=b"another root key's")
    match_mentions("all")
    assert set(Placing.objects.values_list("agency_id", flat=True)) == {"durham"}
    now = standing()
    assert (now.locked, now.waiting, now.ready) == (("cleveland",), 0, False)
    watch_arrivals()
    assert asked() == 0

    DataKey.objects.filter(agency_id="cleveland").update(wrapped=whole)
    assert standing().ready
    match_mentions("all")
    assert set(Placing.objects.values_list("agency_id", flat=True)) == {"durham", "cleveland"}
