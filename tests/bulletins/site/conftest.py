"""The public door for a browser, on the test's own databases."""

from collections.abc import Iterator

import pytest
from pytest_django.live_server_helper import LiveServer

from public_door import public_door


@pytest.fixture
def door() -> Iterator[str]:
    """The address of a public door that reads what the test wrote."""
    with public_door():
        server = LiveServer("localhost")
        try:
            yield server.url
        finally:
            server.stop()
