"""`pentameter laws`: the register as it stood on a day, and sentences for what is no day."""

import json

import pytest
from typer.testing import CliRunner

from pentameter.config.cli import app
from tests.installed import Installed


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("tomorrow", "--on: tomorrow is not a date. Write it as 2007-10-03."),
        ("[red]", "--on: [red] is not a date."),
        ("9999-01-01", "--on: 1 January 9999 lies ahead. The register goes as far as today."),
    ],
)
def test_what_is_no_day_is_said(given: str, told: str) -> None:
    done = CliRunner().invoke(app, ["laws", "--on", given])
    assert done.exit_code == 2
    assert told in done.stderr


@pytest.mark.installation
def test_the_register_is_printed(tmp_path) -> None:
    installed = Installed(tmp_path / "data")
    assert installed.call("init", "--demo").returncode == 0
    lines = {one["code"]: one for one in json.loads(installed.call("laws", "--on", "2007-10-03", "--json").stdout)}
    assert lines["AITC04-4"]["sentence"] == "In force nearly three years, no conviction."
    assert lines["AITC04-4"]["stands_out"] is True
    assert "MSA15-1" not in lines
    assert "Register of laws, 3 October 2007" in installed.call("laws", "--on", "2007-10-03").stdout
