"""The command line lists what a person would guess, and says in one sentence what went wrong."""

import subprocess
import sys

import pytest

from tests.installed import Installed, environment

GUESSED = (
    "init",
    "run",
    "demo",
    "intake",
    "picture",
    "laws",
    "assessment",
    "protection",
    "recount",
    "screen",
    "link",
    "entities",
    "audit",
    "keys",
    "users",
    "doctor",
)


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    found = Installed(tmp_path_factory.mktemp("cli") / "data")
    done = found.call("init", "--demo")
    assert done.returncode == 0, done.stderr
    return found


def test_help_lists_the_commands():
    words = [sys.executable, "-m", "pentameter.config.cli", "--help"]
    said = subprocess.run(words, env=environment(), capture_output=True, text=True, check=True).stdout
    assert [command for command in GUESSED if command not in said] == []


def test_doctor_finds_a_fresh_installation_well(installed):
    done = installed.call("doctor")
    assert done.returncode == 0, done.stdout
    assert "mend" not in done.stdout.replace("Mend", "")


def test_doctor_names_a_key_that_others_can_read(installed):
    key = installed.data.parent / "data.keys" / "checkpoint.key"
    key.chmod(0o644)
    try:
        done = installed.call("doctor")
        assert done.returncode != 0
        assert "checkpoint.key" in done.stdout + done.stderr
    finally:
        key.chmod(0o600)


def test_recount_says_that_nothing_is_wrong(installed):
    done = installed.call("recount")
    assert (done.returncode, done.stdout.strip()) == (0, "Every kept count is that of a recount.")


def test_the_record_of_a_fresh_installation_is_whole(installed):
    assert installed.call("audit", "verify").returncode == 0


@pytest.mark.parametrize("mend", [[], ["--mend"]])
def test_the_things_of_a_fresh_installation_stand_as_the_ledger_says(installed, mend):
    done = installed.call("entities", "check", *mend)
    assert done.returncode == 0, done.stderr
    assert "stand as the ledger of judgements says" in done.stdout


def test_an_index_of_nothing_is_made_anew(installed):
    assert "0 reports were indexed." in installed.call("entities", "index", "--anew").stdout


def test_agencies_and_people_are_listed(installed):
    assert "north-yorkshire" in installed.call("users", "agencies").stdout
    assert "durham.constable" in installed.call("users", "list").stdout


def test_a_file_of_an_agency_that_nobody_knows_is_refused_in_a_sentence(installed, tmp_path):
    file = tmp_path / "week.csv"
    file.write_text("agency\n")
    done = installed.call("intake", str(file), "--agency", "atlantis", "--wave", "x/1")
    assert done.returncode == 2
    assert "No agency is called atlantis" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_a_wave_the_command_says_how_to_name_one(installed, tmp_path):
    file = tmp_path / "week.csv"
    file.write_text("agency\n")
    done = installed.call("intake", str(file), "--agency", "durham")
    assert done.returncode == 2
    assert "--wave" in done.stderr


def test_init_again_keeps_everything(installed):
    before = installed.call("users", "list").stdout
    assert installed.call("init", "--demo").returncode == 0
    assert installed.call("users", "list").stdout == before


def test_a_real_installation_has_no_demo_accounts(tmp_path):
    real = Installed(tmp_path / "data")
    assert real.call("init").returncode == 0
    assert "durham.constable" not in real.call("users", "list").stdout
    refused = real.call("run", "--demo")
    assert refused.returncode == 2
    assert "Choose another folder" in refused.stderr
