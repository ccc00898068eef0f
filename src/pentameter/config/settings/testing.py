"""The staff door with throw-away keys and databases: for tests, type checks and the making of migrations."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from pentameter.config import keys as _keys

_worker = os.environ.get("PYTEST_XDIST_WORKER", "")
if "PENTAMETER_DATA" not in os.environ or os.environ.get("PENTAMETER_TEST_WORKER", "") != _worker:
    os.environ["PENTAMETER_TEST_WORKER"] = _worker  # each worker has a folder of its own, its processes the same one
    _folder = Path(tempfile.mkdtemp(prefix="pentameter-test-"))
    atexit.register(shutil.rmtree, _folder, ignore_errors=True)
    os.environ["PENTAMETER_DATA"] = str(_folder / "data")
    for _name in ("public", "static"):
        (_folder / "data" / _name).mkdir(parents=True)
os.environ.setdefault("PENTAMETER_MODE", "demo")
_keys.make(Path(os.environ["PENTAMETER_DATA"] + ".keys"), demo=True)

from pentameter.config.settings.staff import *  # noqa: E402
from pentameter.config.settings.staff import DATABASES, PLACES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# An embedded database lies in a file here, too: in memory it would neither be in WAL mode nor wait for its turn.
for _alias, _database in DATABASES.items():
    if _database["ENGINE"].endswith("sqlite3"):
        _database["TEST"] = {"NAME": str(PLACES.data / f"test-{_alias}.sqlite3")}
