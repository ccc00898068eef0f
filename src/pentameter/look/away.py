"""Whether nothing can be read or written at the moment, which passes and is no fault of ours."""

import errno

from django.db import DatabaseError, InterfaceError, OperationalError

_DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG, errno.EIO})
_WRONG_SQL = 1
"""SQLite's code for a statement that is wrong, such as of a table that is not there: that does not pass."""
_READ_ONLY = "25006"
"""PostgreSQL's code for a write in a database that takes none; it alone comes as another kind of error."""


def is_away(error: BaseException | None) -> bool:
    """Whether a database that is away, full, locked or read-only, or a disk that is full, is behind an exception."""
    met: set[int] = set()
    while error is not None and id(error) not in met:
        if _says_so(error):
            return True
        met.add(id(error))
        error = error.__cause__ or error.__context__
    return False


def _says_so(error: BaseException) -> bool:
    if isinstance(error, OperationalError | InterfaceError):
        return getattr(error.__cause__, "sqlite_errorcode", None) != _WRONG_SQL
    if isinstance(error, OSError):
        return error.errno in _DISK
    return isinstance(error, DatabaseError) and getattr(error.__cause__, "sqlstate", None) == _READ_ONLY
