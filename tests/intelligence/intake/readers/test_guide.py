from pentameter.intelligence.intake.readers.guide import GUIDE


def test_the_sheet_s_name_is_short_enough_for_excel() -> None:
    assert len(GUIDE) <= 31
