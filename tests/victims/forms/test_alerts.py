"""An alert is done with a note."""

from pentameter.victims.forms.alerts import DoneForm


def test_an_alert_is_done_with_a_note() -> None:
    assert set(DoneForm({"note": " "}).errors) == {"note"}
    assert DoneForm({"note": "Called back."}).is_valid()
