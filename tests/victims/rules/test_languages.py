"""Languages are said by name."""

from pentameter.victims.rules.languages import spoken


def test_a_code_is_said_by_name_and_what_was_written_stays() -> None:
    assert spoken("sq") == "Albanian"
    assert spoken("a dialect of the hills") == "a dialect of the hills"
