"""What is sealed comes back as it was; what a later version wrote is shown rather than lost."""

from pentameter.victims.rules.contents import AssessmentWords, FlagWords, StayWords
from pentameter.victims.rules.support import EntryKind, FlagKind


def test_levels_are_said_in_words() -> None:
    assert AssessmentWords("immediate").level_words(EntryKind.RISK) == "Immediate danger"
    assert AssessmentWords("of a later version").level_words(EntryKind.RISK) == "of a later version"


def test_a_flag_that_is_not_known_is_still_shown() -> None:
    assert FlagWords("do_not_call").flag is FlagKind.DO_NOT_CALL
    assert FlagWords("of a later version").words == "of a later version"
    assert FlagWords().words


def test_a_stay_comes_back_as_it_was() -> None:
    stay = StayWords("safe_house", "An organisation", "somewhere")
    assert StayWords.from_json(stay.as_json()) == stay
    assert stay.kind_words == "Safe house"
