from pentameter.intelligence.intake import limits
from pentameter.intelligence.intake.columns import COLUMNS


def test_the_template_fits_within_the_limits() -> None:
    assert max(map(len, COLUMNS.values())) < limits.MOST_COLUMNS
    assert limits.LONGEST_PLACE <= limits.LONGEST_SHORT_CELL <= limits.LONGEST_CELL < limits.LONGEST_LINE
    assert limits.LONGEST_REFERENCE <= limits.LONGEST_SHORT_CELL
