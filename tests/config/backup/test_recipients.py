"""Who can open a backup: public keys from a file or the command line, private ones in a file of their own."""

import pytest

from pentameter.config.backup import recipients
from pentameter.config.environment import Misconfigured


@pytest.fixture(autouse=True)
def _no_variable(monkeypatch):
    monkeypatch.delenv(recipients.VARIABLE, raising=False)


def test_a_pair_of_keys_belongs_together(tmp_path):
    public = recipients.new_identity(tmp_path / "private.key")
    assert (tmp_path / "private.key").stat().st_mode & 0o777 == 0o600
    assert str(recipients.identity(tmp_path / "private.key").to_public()) == public
    with pytest.raises(Misconfigured, match="must not be written over"):
        recipients.new_identity(tmp_path / "private.key")


def test_they_are_named_or_stand_in_a_file(tmp_path, monkeypatch):
    first, second = (recipients.new_identity(tmp_path / name) for name in ("a", "b"))
    (tmp_path / recipients.FILE).write_text(f"# the night shift\n{first}\n\n")
    assert [str(one) for one in recipients.named(tmp_path, [])] == [first]
    assert [str(one) for one in recipients.named(tmp_path, [second])] == [second]
    (tmp_path / "other").write_text(f"{second}\n{first}\n")
    monkeypatch.setenv(recipients.VARIABLE, str(tmp_path / "other"))
    assert [str(one) for one in recipients.named(tmp_path, [])] == [second, first]


def test_with_nobody_to_open_it_no_backup_is_made(tmp_path):
    with pytest.raises(Misconfigured, match="pentameter backup key"):
        recipients.named(tmp_path, [])


def test_a_private_key_is_no_recipient_and_is_not_shown(tmp_path):
    recipients.new_identity(tmp_path / "private.key")
    private = (tmp_path / "private.key").read_text().strip()
    with pytest.raises(Misconfigured, match="a private key is no public key") as shown:
        recipients.named(tmp_path, [private])
    assert private not in str(shown.value)
    with pytest.raises(Misconfigured, match="'age1nobody' is no public key"):
        recipients.named(tmp_path, ["age1nobody"])


@pytest.mark.parametrize("text", ["", "# nothing\n", "age1xvj8rz9d4ysujc4f\n"])
def test_what_is_no_private_key_opens_nothing(tmp_path, text):
    (tmp_path / "private.key").touch(mode=0o600)
    (tmp_path / "private.key").write_text(text)
    with pytest.raises(Misconfigured, match="holds no private key"):
        recipients.identity(tmp_path / "private.key")


def test_a_private_key_that_others_can_read_is_refused(tmp_path):
    recipients.new_identity(tmp_path / "private.key")
    (tmp_path / "private.key").chmod(0o640)
    with pytest.raises(Misconfigured, match="can be read by others"):
        recipients.identity(tmp_path / "private.key")
    with pytest.raises(Misconfigured, match="without it no backup opens"):
        recipients.identity(tmp_path / "nowhere")
