"""A notification keeps nothing of her: its fields are looked at one by one."""

import pytest
from django.db import models

from cast import caseworker, durham_constable, durham_sergeant, in_database, removals_officer, statistician
from no_row_no_act import no_row_no_act
from pentameter.audit.models import Entry
from pentameter.kernel.verdict import Refused
from pentameter.victims.models import Notification
from pentameter.victims.rules.cases import Age
from pentameter.victims.rules.notification import Exploitation
from pentameter.victims.services.notification import file_notification, show_notifications

pytestmark = pytest.mark.django_db
KIND = Exploitation.FORCED_LABOUR


def file_one(age: Age = Age.ADULT) -> None:
    in_database(durham_constable())
    file_notification(place="england_wales", kind=KIND, age=age, by=durham_constable())


def test_the_model_has_no_field_that_could_name_her() -> None:
    held = {field.name: field for field in Notification._meta.get_fields()}
    assert set(held) == {"id", "agency", "wave", "place", "quarter", "kind"}
    kinds = (models.DateField, models.DateTimeField, models.TextField, models.BinaryField, models.JSONField)
    assert not any(isinstance(field, kinds) for field in held.values())
    ways = {field.related_model._meta.label for field in held.values() if field.is_relation}
    assert ways == {"accounts.Agency", "operations.Wave"}


def test_its_identifier_tells_no_moment() -> None:
    file_one()
    assert Notification.objects.get().pk.version == 4


def test_the_record_says_who_filed_and_does_not_name_it() -> None:
    file_one()
    entry = Entry.objects.get(event="notification_filed")
    assert (entry.actor, entry.subject_id) == (durham_constable().id, "")
    assert str(Notification.objects.get().pk) not in f"{entry.detail}"


def test_a_child_is_referred_instead() -> None:
    for age in (Age.CHILD, Age.MAYBE_CHILD):
        with pytest.raises(Refused, match="refer her"):
            file_one(age)
    assert not Notification.objects.exists()


def test_a_place_that_is_none_is_refused() -> None:
    in_database(durham_constable())
    with pytest.raises(Refused, match="place of the list"):
        file_notification(place="12 High Street", kind=KIND, age=Age.ADULT, by=durham_constable())


def test_counts_are_of_ones_own_agency_or_of_all() -> None:
    file_one()
    file_one()
    (count,) = show_notifications(by=durham_sergeant()).counts
    assert (count.kind, count.count) == (KIND, 2)
    assert show_notifications(by=caseworker()).counts == ()
    page = show_notifications(by=statistician())
    assert (len(page.counts), page.own_only, page.may_file) == (1, False, False)
    with pytest.raises(Refused):
        show_notifications(by=removals_officer())


@pytest.mark.django_db(transaction=True)
def test_no_row_no_notification() -> None:
    in_database(durham_constable())
    no_row_no_act(file_one)
    no_row_no_act(lambda: show_notifications(by=statistician()))
