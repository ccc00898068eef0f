"""A file of a release, as it is handed out."""

from dataclasses import dataclass

from pentameter.releases.shelf.freezing import digest as digest_of


@dataclass(frozen=True, slots=True)
class File:
    """`words` say what it is; `media` is its media type."""

    name: str
    words: str
    media: str
    body: bytes

    @property
    def digest(self) -> str:
        """SHA-256 over its bytes."""
        return digest_of(self.body)
