"""The register on a day: what stands out, what it says, and in which order."""

from datetime import date

import pytest

from pentameter.justice.rules.laws import law, offences
from pentameter.justice.rules.laws_register import EVERYTHING, Chosen, Recorded, later, line, register
from pentameter.justice.rules.laws_standing import Standing
from pentameter.justice.rules.offence import Mark, Scope
from pentameter.kernel.actor import Jurisdiction

LAUNCH = date(2007, 10, 3)
CONVICTED = Recorded(arrests=3, charges=2, convictions=1, first_conviction_on=date(2008, 2, 4))


def codes(on: date, chosen: Chosen = EVERYTHING) -> list[str]:
    return [one.code for one in register(offences(), {}, on=on, chosen=chosen)]


def test_the_forced_labour_offence_of_2004_as_it_stood_in_october_2007() -> None:
    found = line(law("AITC04-4"), Recorded(arrests=4, charges=1), LAUNCH)
    assert found.stands_out
    assert found.sentence == "In force nearly three years, no conviction."
    assert found.law == "Asylum and Immigration (Treatment of Claimants, etc.) Act 2004, s.4"
    assert found.spans == ("England and Wales; Scotland; Northern Ireland: since 1 December 2004",)
    assert found.to_confirm == ""


def test_it_stands_out_until_the_first_conviction_is_recorded() -> None:
    found = line(law("AITC04-4"), CONVICTED, date(2008, 2, 4))
    assert not found.stands_out
    assert found.sentence == "In force over three years, 1 conviction, the first on 4 February 2008."


@pytest.mark.parametrize(
    ("code", "on", "stands_out", "sentence"),
    [
        ("SOA03-57", "2015-01-13", True, "In force over ten years, no conviction."),
        ("SOA03-57", "2015-01-14", True, "Was in force over ten years, until 13 January 2015, no conviction."),
        ("MSA15-2", "2015-07-31", True, "In force less than a month, no conviction."),
        ("POCA02-327", "2007-10-03", False, "In force over four years, no conviction."),
        ("MSA15-2", "2015-07-30", True, "Not yet in force, no conviction."),
        ("FALSEIMP", "2007-10-03", False, "In force, since when is not known, no conviction."),
    ],
)
def test_what_stands_out(code: str, on: str, *, stands_out: bool, sentence: str) -> None:
    found = line(law(code), Recorded(), date.fromisoformat(on))
    assert (found.stands_out, found.sentence) == (stands_out, sentence)


def test_a_law_that_had_not_begun_is_not_in_the_register_of_the_day() -> None:
    assert "MSA15-1" not in codes(date(2015, 7, 30))
    assert "MSA15-1" in codes(date(2015, 7, 31))
    assert later(offences(), on=date(2015, 7, 30)) - later(offences(), on=date(2015, 7, 31)) == 4


def test_what_never_led_to_a_conviction_comes_first_and_the_longest_in_force_before_the_others() -> None:
    recorded = {"SOA03-57": CONVICTED}
    found = register(offences(), recorded, on=LAUNCH)
    standing_out = [one.stands_out for one in found]
    assert standing_out == sorted(standing_out, reverse=True)
    assert found[0].code == "IE-CTPA98-3"
    assert not next(one for one in found if one.code == "SOA03-57").stands_out
    assert [one.scope is Scope.ASSOCIATED for one in found][-6:] == [True] * 6
    assert found[-7].code == "SOA03-57"
    over = [one.standing for one in found if one.stands_out]
    assert over == sorted(over, key=lambda one: one is Standing.NO_LONGER)


def test_it_is_narrowed_by_place_and_by_what_a_law_is_against() -> None:
    assert set(codes(LAUNCH, Chosen(place=Jurisdiction.IRELAND))) == {"IE-CTPA98-3", "IE-IITA00-2"}
    assert codes(LAUNCH, Chosen(scope=Scope.LABOUR_AND_OTHER)) == ["AITC04-4"]
    assert codes(LAUNCH, Chosen(Jurisdiction.IRELAND, Scope.LABOUR_AND_OTHER)) == []


def test_marks_are_shown_only_of_what_had_come_by_then() -> None:
    before, after = (
        line(law("CJA09-71"), Recorded(), date(2015, 1, 13)),
        line(law("CJA09-71"), Recorded(), date(2016, 1, 1)),
    )
    assert before.to_confirm == ""
    assert after.marks == {Mark.END}
    assert line(law("PCA09-14"), Recorded(), date(2016, 1, 1)).to_confirm == "maximum penalty"
