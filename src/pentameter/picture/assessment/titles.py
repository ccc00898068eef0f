"""What each part of the assessment is called that people write on, in the order of the document."""

from pentameter.picture.assessment.rules.content import SUMMARY
from pentameter.picture.assessment.sections import SECTIONS

TITLES: dict[str, str] = {SUMMARY: "Summary", **{kind.key: kind.title for kind in SECTIONS}}
