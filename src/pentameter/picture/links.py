"""Where the reports behind a figure are listed."""

from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from pentameter.picture.forms import Asked


@dataclass(frozen=True, slots=True)
class Links:
    """The list of reports, narrowed as the picture is. Without an address, nothing is a link."""

    address: str = ""
    wave: UUID | None = None
    asked: Asked = field(default_factory=Asked)

    def to(self, readable: int, **narrowing: str | date) -> str:
        """The reports behind a figure; empty where the reader may read none of them."""
        if not self.address or not readable:
            return ""
        further = {name: str(value) for name, value in narrowing.items()}
        return f"{self.address}?{urlencode({'wave': str(self.wave)} | self.asked.parameters() | further)}"
