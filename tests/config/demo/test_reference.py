from pentameter.config.demo.calendar import waves
from pentameter.config.demo.reference import MARK, REFERENCE_DAY, REFERENCE_REPORTS


def test_the_examples_stand_at_the_end_of_the_second_waves_sixth_week() -> None:
    assert REFERENCE_DAY.weekday() == 0
    assert len(waves(REFERENCE_DAY)[1].weeks()) == 6


def test_the_words_in_every_file_and_the_size_of_the_set() -> None:
    assert MARK == "Demonstration data"
    assert REFERENCE_REPORTS == 2000
