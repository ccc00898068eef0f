"""The public door as it runs: its own process, its own settings, its own empty database."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def public_door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a public door that knows no staff database and no staff key."""
    folder = tmp_path_factory.mktemp("public-door")
    variables = _variables(folder)
    make = [sys.executable, "-c", _MAKE, variables["PENTAMETER_DATA"]]
    subprocess.run(make, env=variables, check=True)
    subprocess.run([sys.executable, "-m", "django", "migrate", "--verbosity", "0"], env=variables, check=True)
    (folder / "data.keys" / "root.key").unlink()
    port = _free_port()
    serve = [sys.executable, "-m", "gunicorn", "--no-control-socket", "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen([*serve, "pentameter.config.wsgi_public"], env=variables, stderr=subprocess.DEVNULL)
    try:
        _wait_for(f"http://127.0.0.1:{port}/health/")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


_MAKE = """
import sys
from pathlib import Path
from pentameter.config import keys
data = Path(sys.argv[1])
(data / "public").mkdir(parents=True)
keys.make(data.with_name(data.name + ".keys"), demo=True)
"""


def _variables(folder: Path) -> dict[str, str]:
    ours = ("PENTAMETER_", "DJANGO_", "DATABASE_URL", "PUBLIC_DATABASE_URL")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    settings = "pentameter.config.settings.public"
    return {
        **clean,
        "PENTAMETER_DATA": str(folder / "data"),
        "PENTAMETER_MODE": "demo",
        "DJANGO_SETTINGS_MODULE": settings,
    }


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait_for(address: str) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"{address} did not answer in time")
