"""What is written down about signing in, and what never is."""

import pytest

import cast
from pentameter.accounts.services.sign_in import (
    note_factor_changed,
    note_failed,
    note_password_changed,
    note_signed_in,
    note_signed_out,
)
from pentameter.audit.models import Entry

pytestmark = pytest.mark.django_db(transaction=False)


def test_each_has_its_row() -> None:
    by = cast.durham_constable()
    note_signed_in(by=by, methods=["password", "mfa"])
    note_factor_changed(by=by, what="app added")
    note_password_changed(by=by, how="own page")
    note_signed_out(by=by)
    events = list(Entry.objects.order_by("seq").values_list("event", "actor", "subject_id"))
    assert events == [
        (event, by.id, by.id) for event in ("signed_in", "second_factor_changed", "password_changed", "signed_out")
    ]


@pytest.mark.parametrize("typed", ["durham.aidan", "Durham.Aidan", "my secret password", ""])
def test_what_was_typed_is_never_kept(typed: str) -> None:
    user = cast.in_database(cast.durham_constable())
    note_failed(step="password", username=typed)
    row = Entry.objects.get()
    assert row.subject_id == (str(user.pk) if typed.lower() == user.username else "")
    assert not typed or typed not in str(Entry.objects.values().get())
