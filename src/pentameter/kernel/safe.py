"""Facts sealed under one key: what a case, an agency or a list holds, opened again as it was."""

import json
from dataclasses import dataclass
from functools import cached_property

from pentameter.kernel import sealing

_ENCODER = json.JSONEncoder(ensure_ascii=False)


@dataclass(frozen=True)
class Safe:
    """Seals and opens facts (anything that JSON can say) under `key`, each bound to its row."""

    key: bytes

    @cached_property
    def _sealing(self) -> bytes:
        return sealing.derive(self.key, "sealing")

    def seal(self, facts: object, *, bound_to: str) -> bytes:
        """Seal facts for one row."""
        said = _ENCODER.encode(facts).encode("utf-8", "surrogatepass")
        return sealing.seal(self._sealing, said, bound_to=bound_to)

    def unseal(self, sealed: bytes | memoryview, *, bound_to: str) -> object:
        """The facts of one row.

        Raises:
            SealBroken: if the bytes were changed or belong to another row.
        """
        return json.loads(sealing.unseal(self._sealing, sealed, bound_to=bound_to))
