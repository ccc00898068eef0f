"""Each table lies in one of two databases, and nothing joins them."""

import pytest
from django.apps import apps
from django.db import connections, router

from pentameter.config.routing import PUBLIC
from public_door import BOTH, public_door


def test_public_tables_are_those_of_the_public_door() -> None:
    assert {app.label for app in apps.get_app_configs()} >= PUBLIC
    for model in apps.get_models():
        alias = "public" if model._meta.app_label in PUBLIC else "default"
        assert router.db_for_read(model) == router.db_for_write(model) == alias


def test_no_foreign_key_goes_from_one_to_the_other() -> None:
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if field.is_relation and field.related_model and not isinstance(field.related_model, str):
                assert router.db_for_read(model) == router.db_for_read(field.related_model), f"{model} {field}"


@pytest.mark.django_db(databases=BOTH)
def test_each_database_holds_its_own_tables() -> None:
    tables = {alias: set(connections[alias].introspection.table_names()) for alias in BOTH}
    for model in apps.get_models():
        for alias in BOTH:
            assert (model._meta.db_table in tables[alias]) == (router.db_for_read(model) == alias), model


@pytest.mark.django_db(databases=BOTH)
def test_the_public_door_answers_within_a_test() -> None:
    with public_door() as reader:
        assert reader.get("/help/").status_code == 200
        assert reader.get("/cases/").status_code == 404
