"""What may be asked of the register: nonsense is left out, and said."""

from datetime import date

import pytest

from pentameter.justice.forms.laws import Asked, read
from pentameter.justice.rules.offence import Scope
from pentameter.kernel.actor import Jurisdiction

TODAY = date(2026, 11, 30)


def test_an_address_and_what_it_asks_for_are_one() -> None:
    given = {"on": "2007-10-03", "where": "scotland", "against": "slavery"}
    asked = read(given, today=TODAY)
    assert asked == Asked(date(2007, 10, 3), Jurisdiction.SCOTLAND, Scope.SLAVERY)
    assert asked.parameters() == given
    assert read({}, today=TODAY) == Asked()
    assert Asked().parameters() == {}


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        (
            {"on": "31/02/2007"},
            "Day: 31/02/2007 is not a date. Write it as 2007-10-03. The register of today is shown.",
        ),
        ({"on": "2026-12-01"}, "Day: 1 December 2026 lies ahead. The register of today is shown."),
        ({"where": "mars"}, "Where: mars is not a jurisdiction of the register. All are shown."),
        ({"where": "uk_wide"}, "Where: uk_wide is not a jurisdiction of the register. All are shown."),
        ({"against": "defence"}, "Against: defence is not what laws of the register are against. All are shown."),
        ({"on": "x" * 200}, f"Day: {'x' * 60}… is not a date. Write it as 2007-10-03. The register of today is shown."),
    ],
)
def test_what_makes_no_sense_is_left_out_and_said(given: dict[str, str], problem: str) -> None:
    assert read(given, today=TODAY) == Asked(problems=(problem,))


def test_today_is_no_day_ahead() -> None:
    assert read({"on": "2026-11-30"}, today=TODAY).on == TODAY
