import re

from pentameter.intelligence.intake.columns import REPORTS_V1, names
from pentameter.intelligence.intake.drafts import FileKind


def test_every_old_heading_says_which_columns_took_its_place() -> None:
    present = set(names(FileKind.REPORTS))
    for old, new in REPORTS_V1.items():
        assert old not in present
        assert set(re.split(", | and ", new)) <= present
