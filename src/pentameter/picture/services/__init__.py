"""What can be looked at and carried away: every look and every copy leaves one row in the record."""

from pentameter.picture.services.comparing import copy_comparison, show_comparison
from pentameter.picture.services.forces import Forces, list_forces, show_force
from pentameter.picture.services.looks import (
    NoWaveYet,
    Seen,
    copy_chart,
    export_picture,
    rights_of,
    show_section,
)

__all__ = [
    "Forces",
    "NoWaveYet",
    "Seen",
    "copy_chart",
    "copy_comparison",
    "export_picture",
    "list_forces",
    "rights_of",
    "show_comparison",
    "show_force",
    "show_section",
]
