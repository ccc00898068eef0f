"""A version as files, made once from the text that was signed and from nothing else: made again, they are the same."""

from pentameter.releases.files.making import files_of

__all__ = ["files_of"]
