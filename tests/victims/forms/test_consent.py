"""What was typed becomes what she said, and nothing beside."""

from datetime import date

import pytest

from pentameter.accounts.api import AgencyCard
from pentameter.kernel.actor import AgencySector, Jurisdiction
from pentameter.victims.forms.consent import ConsentForm, HowForm
from pentameter.victims.queries.ledger import ConsentFacts
from pentameter.victims.rules.consent import How, Purpose, Said
from pentameter.victims.services.consent import Saying

TODAY = date(2026, 11, 3)
NORTH = AgencyCard("northern-support", "Northern Support", AgencySector.SUPPORT, Jurisdiction.ENGLAND_WALES, "", True)
DAY = {"on_day": "2", "on_month": "11", "on_year": "2026"}
WHOLE = {"purpose": "medical", "said": "given", "how": "signed_language", **DAY}


def form(**typed: str) -> ConsentForm:
    return ConsentForm({**WHOLE, **typed}).offering([NORTH], TODAY)


def test_what_was_typed_is_what_she_said() -> None:
    filled = form(named=" Dr Aster ", language="Albanian", note=" Only in the clinic. ")
    assert filled.is_valid(), filled.errors
    facts = ConsentFacts(named="Dr Aster", language="Albanian", note="Only in the clinic.")
    assert filled.saying == Saying(Purpose.MEDICAL, Said.GIVEN, "", date(2026, 11, 2), None, How.SIGNED, facts)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"on_day": "4"}, "on"),
        ({"until_day": "1", "until_month": "11", "until_year": "2026"}, "until"),
        ({"said": "withdrawn"}, "said"),
        ({"agency": "northern-support", "named": "Dr Aster"}, "named"),
        ({"purpose": "everything"}, "purpose"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(typed: dict[str, str], field: str) -> None:
    assert set(form(**typed).errors) == {field}


def test_a_withdrawal_asks_how_and_nothing_else_is_needed() -> None:
    assert HowForm({"how": "spoken"}).is_valid()
    assert not HowForm({}).is_valid()
