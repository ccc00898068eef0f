"""The doctor's examinations: each finds what it is for."""

import pytest

from pentameter.config import health, installation
from pentameter.config.environment import Mode
from pentameter.work import api as work


@pytest.fixture
def made(tmp_path, monkeypatch):
    for name in ("PENTAMETER_KEYS", "PENTAMETER_CHECKPOINTS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PENTAMETER_DATA", str(tmp_path / "unused"))
    return installation.create(tmp_path / "data", demo=False)


@pytest.mark.django_db
def test_every_examination_answers(made):
    found = health.examine(made)
    assert [one.what for one in found] == list(health._CHECKS)
    assert all(one.found for one in found)


def test_keys_inside_the_data_folder_are_found(made, monkeypatch):
    inside = installation.Installation(
        type(made.places)(made.places.data, made.places.data / "keys", made.places.checkpoints), made.mode
    )
    made.places.keys.rename(inside.places.keys)
    assert "Restore the keys folder" in health._keys(made)[0]
    assert "PENTAMETER_KEYS" in health._keys(inside)[0]
    assert all(health._keys(one)[1] for one in (made, inside))


@pytest.mark.parametrize("mode", [0o640, 0o604])
def test_a_root_key_that_others_can_read_is_found(made, mode):
    assert not health._keys(made)[1]
    (made.places.keys / "root.key").chmod(mode)
    found, mend = health._keys(made)
    assert "chmod 600" in found
    assert mend


def test_an_open_data_folder_is_found(made):
    assert health._data_folder(made)[1] == ""
    made.places.data.chmod(0o755)
    assert health._data_folder(made)[1].startswith("chmod")


@pytest.mark.django_db
def test_demo_accounts_in_a_real_installation_are_found(made):
    from pentameter.accounts.models import User

    assert health._demo_accounts(made)[1] == ""
    user = User.objects.create_user("somebody", "somebody@demonstration.example", "Somebody")
    User.objects.filter(pk=user.pk).update(is_demo=True)
    assert health._demo_accounts(made)[1] != ""
    demo = installation.Installation(made.places, Mode.DEMO)
    assert health._demo_accounts(demo)[1] == ""


def test_an_examination_that_fails_is_a_finding(made):
    def broken(_):
        raise OSError("the disk is gone")

    found = health._safely("disk", broken, made)
    assert not found.well
    assert "the disk is gone" in found.found


@pytest.mark.django_db
def test_work_that_nobody_does_is_found(made):
    assert health._worker(made) == ("0 at work, 0 runs waiting, 0 failed", "")
    work.enqueue("take_in_file", "1")
    assert health._worker(made)[1].startswith("Start the installation")


def test_a_root_key_of_elsewhere_is_found(made, monkeypatch):
    monkeypatch.setattr(health.intelligence, "locked_agencies", lambda: ())
    assert health._seals(made)[1] == ""
    monkeypatch.setattr(health.intelligence, "locked_agencies", lambda: ("durham",))
    assert health._seals(made)[1].startswith("The root key is not the one")


def test_a_missing_public_database_is_found(made):
    assert "missing" in health._public_door(made)[0]
    made.places.public_database.touch()
    assert health._public_door(made)[1] == ""


def test_a_folder_that_cannot_be_written_is_found(made, monkeypatch):
    assert health._writable(made)[1] == ""
    monkeypatch.setattr(health.os, "access", lambda folder, _: folder != made.places.checkpoints)
    assert str(made.places.checkpoints) in health._writable(made)[0]
    assert health._writable(made)[1] != ""


def test_a_real_installation_without_the_desks_number_is_found(made, monkeypatch):
    monkeypatch.setenv("PENTAMETER_MODE", "real")
    monkeypatch.delenv("PENTAMETER_DESK", raising=False)
    assert "PENTAMETER_DESK" in health._duty_desk(made)[1]
    monkeypatch.setenv("PENTAMETER_DESK", "01632 960007")
    assert health._duty_desk(made) == ("01632 960007", "")


def test_a_real_installation_that_sends_no_letters_is_found(made, monkeypatch):
    monkeypatch.setenv("PENTAMETER_MODE", "real")
    monkeypatch.delenv("PENTAMETER_SMTP", raising=False)
    assert "no reader can register" in health._letters(made)[1]
    monkeypatch.setenv("PENTAMETER_SMTP", "smtp://mail.example")
    assert health._letters(made)[1] == ""


@pytest.mark.django_db
def test_reports_that_wait_for_a_key_are_found(made):
    from intelligence import ground
    from pentameter.intelligence.models import DataKey

    ground.sent(ground.csv_of([ground.full(1)]), ground.wave())
    assert health._matching(made) == ("1 reports wait to be matched", "")
    DataKey.objects.update(wrapped=b"another root key's")
    found, mend = health._matching(made)
    assert "durham" in found
    assert mend != ""


@pytest.mark.django_db
def test_a_model_of_another_version_is_found(made, monkeypatch):
    """The format that this version reads is another than the model's, which is read anew."""
    from intelligence import ground
    from pentameter.entities.linkage import model

    ground.sent(ground.csv_of([ground.full(1)]), ground.wave())
    monkeypatch.setattr(model, "FORMAT", model.FORMAT + 1)
    model.shipped.cache_clear()
    try:
        (found,) = (one for one in health.examine(made) if one.what == "matching")
    finally:
        model.shipped.cache_clear()
    assert found.found.startswith("nothing is matched: The model has another format than 2")
    assert found.mend == "Install the model that belongs to this version of Pentameter."


@pytest.mark.django_db
def test_of_many_things_the_doctor_says_that_the_rest_was_not_counted(made, monkeypatch):
    from entities.ground import Ground, judged
    from pentameter.entities.queries import checking

    some = Ground().mentions(4)
    judged(some[0], some[1])
    judged(some[2], some[3])
    assert health._things(made) == ("4 mentions counted again, 0 not as the judgements say", "")
    monkeypatch.setattr(checking, "STEP", 1)
    monkeypatch.setattr(health, "_STEPS_OF_THINGS", 1)
    found, mend = health._things(made)
    assert (found[:27], mend) == ("the first 2 mentions counte", "")
    assert "the rest was not counted: `pentameter entities check` counts all" in found


@pytest.mark.django_db
def test_counts_that_a_recount_does_not_give_are_found(made):
    from intelligence import ground
    from pentameter.intelligence.models import CountByWeek

    assert health._counts(made) == ("0 kept counts of reports that a recount does not give", "")
    ground.sent(ground.csv_of([ground.good(1)]), ground.wave())
    CountByWeek.objects.update(counted=7)
    found, mend = health._counts(made)
    assert found.endswith("of durham")
    assert "pentameter recount" in mend


def test_keys_of_tip_offs_that_are_no_pair_are_found(made):
    from pentameter.config import keys

    folder = made.places.keys
    assert health._tip_offs(made)[1] == ""
    other = folder / keys.TIPS
    kept = other.read_text()
    other.write_text("7" * 64)
    assert "no pair" in health._tip_offs(made)[0]
    other.unlink()
    assert "no tip-off opens" in health._tip_offs(made)[1]
    other.write_text(kept)
    other.chmod(0o600)
    (folder / keys.TIPS_PUBLIC).unlink()
    assert "takes no tip-off" in health._tip_offs(made)[1]
