"""What may be typed."""

from pentameter.retention.forms import AccessForm, DisposeForm, HandoverForm, HoldForm, RetainForm


def test_a_reason_of_the_other_kind_is_none() -> None:
    assert RetainForm({"reason": "over"}).errors["reason"] == ["Choose one of the reasons."]
    assert DisposeForm({"reason": "harm"}).errors["reason"] == ["Choose one of the reasons."]
    form = RetainForm({"reason": "harm", "until_day": "1", "until_month": "2", "until_year": "2031"})
    assert form.is_valid()
    assert (form.said["reason"], form.until_day.isoformat()) == ("harm", "2031-02-01")
    assert HoldForm({}).errors["words"] == ["Say why."]
    assert AccessForm({"asker": "a stranger"}).errors["asker"] == ["Choose one of the three."]
    assert HandoverForm({"receiving": "kent", "words": "x"}, choices=(("durham", "Durham"),)).errors["receiving"]
