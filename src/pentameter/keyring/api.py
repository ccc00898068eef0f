"""The door for other contexts."""

from pentameter.keyring.purposes import FIRST, STANDING
from pentameter.keyring.queries import Versions, keys_kept, left_behind, versions
from pentameter.keyring.ring import Ring
from pentameter.keyring.services import STEP, Step, begin_version, retire_versions, wrap_next
from pentameter.keyring.wrapping import Wrapped, standing_key, unwrap, wrap, wrapped_by

__all__ = [
    "FIRST",
    "STANDING",
    "STEP",
    "Ring",
    "Step",
    "Versions",
    "Wrapped",
    "begin_version",
    "keys_kept",
    "left_behind",
    "retire_versions",
    "standing_key",
    "unwrap",
    "versions",
    "wrap",
    "wrap_next",
    "wrapped_by",
]
