"""Filing a week's return."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from cast import cleveland_sergeant, durham_constable, durham_sergeant, durham_system, national_analyst
from operations import stage
from pentameter.audit.models import Entry
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused
from pentameter.operations import api
from pentameter.operations.api import Filing, ReturnFiled
from pentameter.operations.models import Return
from pentameter.operations.services.returns import file_return


@pytest.mark.django_db
def test_a_return_is_filed_with_its_row_in_the_record() -> None:
    wave = stage.wave()
    stage.joins(wave, "durham")
    filed = stage.files(wave, durham_constable(), stage.found())
    assert filed.filing is Filing.NEW
    row = Return.objects.get()
    assert (row.id, row.looked, row.people_found, row.hours) == (filed.id, "found", 2, None)
    assert Entry.objects.get(event="return_filed").subject_id == str(filed.id)


@pytest.mark.django_db
def test_the_same_again_is_answered_as_filed_already() -> None:
    wave = stage.wave()
    stage.joins(wave, "durham")
    first = stage.files(wave, durham_constable(), stage.nil())
    again = stage.files(wave, durham_system(), stage.nil())
    assert again == ReturnFiled(first.id, Filing.REPEATED)
    assert again.repeated
    assert Return.objects.count() == 1
    assert Entry.objects.filter(event="return_filed").count() == 1


@pytest.mark.django_db
def test_a_later_word_supersedes_and_the_earlier_is_kept() -> None:
    wave = stage.wave()
    stage.joins(wave, "durham")
    first = stage.files(wave, durham_constable(), stage.nil())
    second = stage.files(wave, durham_sergeant(), stage.found())
    third = stage.files(wave, durham_sergeant(), stage.nil())
    assert (second.filing, second.superseded) == (Filing.SUPERSEDING, first.id)
    assert (third.filing, third.superseded) == (Filing.SUPERSEDING, second.id)
    assert Return.objects.count() == 3
    assert Return.objects.get(superseded_at=None).id == third.id


@pytest.mark.django_db
@pytest.mark.parametrize("by", [cleveland_sergeant(), national_analyst()], ids=["another force", "national centre"])
def test_nobody_answers_for_another_agency(by: Actor) -> None:
    wave = stage.wave()
    stage.joins(wave, "durham")
    with pytest.raises(Refused) as refusal:
        file_return(wave_id=wave, agency="durham", word=stage.nil(), by=by, today=stage.TODAY)
    assert refusal.value.hidden
    assert not Return.objects.exists()


@pytest.mark.django_db
def test_the_rules_are_asked() -> None:
    wave = stage.wave()
    with pytest.raises(Refused, match="did not take part"):
        stage.files(wave, durham_constable(), stage.nil())
    stage.joins(wave, "durham")
    with pytest.raises(Refused, match="Tuesday"):
        stage.files(wave, durham_constable(), stage.nil(date(2007, 10, 2)))
    with pytest.raises(Refused, match="Say what was found"):
        stage.files(wave, durham_constable(), api.WeekReturn(stage.FIRST, api.Looked.FOUND))
    with pytest.raises(Refused) as refusal:
        stage.files(uuid4(), durham_constable(), stage.nil())
    assert refusal.value.hidden


@pytest.mark.django_db
def test_nothing_is_filed_for_history() -> None:
    stage.agencies()
    api.load_published_results(by=national_analyst())
    history = api.waves_of("pentameter-published")[1]
    with pytest.raises(Refused) as refusal:
        stage.files(history.id, durham_constable(), stage.nil(), today=history.starts_on)
    assert refusal.value.hidden


@pytest.mark.django_db
def test_the_database_itself_keeps_one_return_a_week() -> None:
    wave = stage.wave()
    stage.joins(wave, "durham")
    stage.files(wave, durham_constable(), stage.nil())
    row = Return.objects.get()
    row.pk = uuid4()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


@pytest.mark.django_db(transaction=True)
def test_two_people_file_the_same_return_at_once() -> None:
    wave = stage.wave()
    stage.joins(wave, "durham")
    together = Barrier(2)

    def file(by: Actor) -> Filing:
        together.wait()
        try:
            return stage.files(wave, by, stage.found()).filing
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        outcome = sorted(pool.map(file, [durham_constable(), durham_sergeant()]))
    assert outcome == [Filing.NEW, Filing.REPEATED]
    assert Return.objects.count() == 1
