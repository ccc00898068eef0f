"""What was typed cannot be: refused at the field where it stands, so that nothing typed is lost."""

from pentameter.kernel.verdict import Refused, Verdict


class DoesNotFit(Refused):
    """What was typed cannot be. `field` is where."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(reason)
        self.field = field


def fits(field: str, verdict: Verdict) -> None:
    """Go on only if allowed.

    Raises:
        DoesNotFit: carrying the verdict's reason to its field.
    """
    if not verdict.allowed:
        raise DoesNotFit(field, verdict.reason)
