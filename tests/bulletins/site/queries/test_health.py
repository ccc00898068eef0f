"""Whether the database behind the public door answers."""

import pytest
from django.db import connection

from pentameter.bulletins.site.queries.health import database_answers


@pytest.mark.django_db
def test_it_answers() -> None:
    assert database_answers()


@pytest.mark.django_db(transaction=True)
def test_one_that_is_not_there_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    connection.close()
    monkeypatch.setitem(connection.settings_dict, "NAME", "/nowhere/at/all")
    monkeypatch.setitem(connection.settings_dict, "HOST", "/nowhere")
    assert not database_answers()
    monkeypatch.undo()
    connection.close()
