"""Of what a release can be: each choice is a frozen query over counts that other contexts give."""

from dataclasses import dataclass
from enum import StrEnum


class Choice(StrEnum):
    """A table, or several, that a release can hold. The values are kept for ever."""

    FOUND_BY_AREA_AND_WEEK = "found-area-week"
    REGISTERED_BY_AREA_AND_AGE = "registered-area-age"
    REGISTERED_BY_WEEK_AND_AGE = "registered-week-age"
    PROTECTED_BY_STATE_AND_AGE = "protected-state-age"
    REFERRED_BY_QUARTER_AND_AGE = "national-2"
    REFERRED_BY_AREA_AGE_AND_SEX = "referred-area-age-sex"
    REFERRED_BY_RESPONDER_AGE_AND_SEX = "national-11-14"
    REFERRED_BY_NATIONALITY = "referred-nationality"
    REASONABLE_GROUNDS = "national-16"
    CONCLUSIVE_GROUNDS = "national-19"
    NOTIFICATIONS_BY_EXPLOITATION = "national-25"
    ARRESTS_BY_OFFENCE = "arrests-offence"
    CHARGES_BY_OFFENCE = "charges-offence"
    CONVICTIONS_BY_OFFENCE = "convictions-offence"
    ESTIMATES = "estimates"

    @property
    def words(self) -> str:
        """What it is called on a form."""
        return _ABOUT[self].words

    @property
    def of_a_wave(self) -> bool:
        """Whether it counts one wave alone."""
        return _ABOUT[self].of_a_wave

    @property
    def counts_cases(self) -> bool:
        """Whether it counts people who may say that they do not wish to be counted."""
        return _ABOUT[self].counts_cases


@dataclass(frozen=True, slots=True)
class _About:
    words: str
    of_a_wave: bool = False
    counts_cases: bool = True


_ABOUT = {
    Choice.FOUND_BY_AREA_AND_WEEK: _About("People found, by nation, force and week (agencies' returns)", True, False),
    Choice.REGISTERED_BY_AREA_AND_AGE: _About("People for whom a case was opened, by nation, agency and age", True),
    Choice.REGISTERED_BY_WEEK_AND_AGE: _About("People for whom a case was opened, by week and age", True),
    Choice.PROTECTED_BY_STATE_AND_AGE: _About("People protected from removal, by how protection stands and age"),
    Choice.REFERRED_BY_QUARTER_AND_AGE: _About("Referrals by quarter and age (national Table 2)"),
    Choice.REFERRED_BY_AREA_AGE_AND_SEX: _About("Referrals by nation, age and sex"),
    Choice.REFERRED_BY_RESPONDER_AGE_AND_SEX: _About(
        "Referrals by kind of first responder, age and sex (national Tables 11 to 14)"
    ),
    Choice.REFERRED_BY_NATIONALITY: _About("Referrals by nationality"),
    Choice.REASONABLE_GROUNDS: _About("Reasonable grounds decisions by quarter, outcome and age (national Table 16)"),
    Choice.CONCLUSIVE_GROUNDS: _About("Conclusive grounds decisions by quarter, outcome and age (national Table 19)"),
    Choice.NOTIFICATIONS_BY_EXPLOITATION: _About(
        "Duty to Notify reports by quarter and type of exploitation (national Table 25)", False, False
    ),
    Choice.ARRESTS_BY_OFFENCE: _About("Arrests by offence", False, False),
    Choice.CHARGES_BY_OFFENCE: _About("Charges by offence", False, False),
    Choice.CONVICTIONS_BY_OFFENCE: _About("Convictions by offence", False, False),
    Choice.ESTIMATES: _About("Published ranges of how many were never seen"),
}


def chosen(kept: str) -> tuple[Choice, ...]:
    """The choices of a release, as they are kept: their values between spaces."""
    return tuple(map(Choice, kept.split()))
