"""The template that was in use before this one, so that a file made from it is known by its name."""

from collections.abc import Mapping
from types import MappingProxyType

REPORTS_V1: Mapping[str, str] = MappingProxyType(
    {
        "ref_no": "report_ref",
        "date": "reported_on",
        "force": "agency",
        "area": "force_area",
        "location": "place",
        "category": "theme",
        "grading": "grade_scheme, source_grade, information_grade and handling_code",
        "intelligence": "text",
        "subject_name": "person1_name",
        "subject_dob": "person1_dob",
        "nationality": "person1_nationality",
        "telephone": "phone1",
        "vrm": "vehicle_registration",
    }
)
"""Each heading of the first template, and what it is called now."""
