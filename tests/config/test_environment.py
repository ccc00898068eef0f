"""What an installation is told from outside fails loudly."""

from pathlib import Path

import pytest

from pentameter.config import environment
from pentameter.config.environment import Misconfigured


def test_a_missing_variable_is_named(monkeypatch):
    monkeypatch.delenv("PENTAMETER_MODE", raising=False)
    with pytest.raises(Misconfigured, match="PENTAMETER_MODE"):
        environment.mode()


def test_an_unknown_mode_is_refused(monkeypatch):
    monkeypatch.setenv("PENTAMETER_MODE", "trial")
    with pytest.raises(Misconfigured, match="demo or real"):
        environment.mode()


@pytest.mark.parametrize("url", ["mysql://h/db", "sqlite:///x", "h/db"])
def test_only_postgresql_addresses_are_taken(url):
    with pytest.raises(Misconfigured, match="postgresql://"):
        environment.postgres(url)


def test_a_postgresql_address_is_read():
    read = environment.postgres("postgresql://us%40er:p%2Fw@db.example:5433/the_db?sslmode=require")
    assert (read["USER"], read["PASSWORD"], read["HOST"], read["PORT"]) == ("us@er", "p/w", "db.example", "5433")
    assert read["NAME"] == "the_db"
    assert read["OPTIONS"] == {"sslmode": "require"}


def test_without_an_address_the_embedded_database_is_used(monkeypatch, tmp_path):
    monkeypatch.delenv("SOME_URL", raising=False)
    read = environment.database("SOME_URL", Path(tmp_path / "x.sqlite3"))
    assert read["ENGINE"].endswith("sqlite3")
    assert read["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_hosts_are_this_machine_and_those_named(monkeypatch):
    monkeypatch.setenv("PENTAMETER_HOSTS", " Pentameter.police.example, .internal.example,")
    assert environment.hosts()[3:] == ["pentameter.police.example", ".internal.example"]
    monkeypatch.delenv("PENTAMETER_HOSTS")
    assert environment.hosts() == ["127.0.0.1", "localhost", "[::1]"]


@pytest.mark.parametrize("names", ["*", "https://pentameter.example", "pentameter.example:8000", "a b"])
def test_what_is_no_host_name_is_refused(monkeypatch, names):
    monkeypatch.setenv("PENTAMETER_HOSTS", names)
    with pytest.raises(Misconfigured, match="no host name"):
        environment.hosts()


def test_proxies_are_counted(monkeypatch):
    monkeypatch.delenv("PENTAMETER_PROXIES", raising=False)
    assert environment.proxies() == 0
    monkeypatch.setenv("PENTAMETER_PROXIES", "2")
    assert environment.proxies() == 2


@pytest.mark.parametrize("value", ["-1", "many", "10", "1.5"])
def test_a_senseless_number_of_proxies_is_refused(monkeypatch, value):
    monkeypatch.setenv("PENTAMETER_PROXIES", value)
    with pytest.raises(Misconfigured, match="0 to 9"):
        environment.proxies()


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("smtp://mail.example", {"EMAIL_HOST": "mail.example", "EMAIL_PORT": 25, "EMAIL_USE_TLS": False}),
        ("smtp://me:pa%40ss@mail.example", {"EMAIL_PORT": 587, "EMAIL_USE_TLS": True, "EMAIL_HOST_PASSWORD": "pa@ss"}),
        ("smtps://me:p@mail.example", {"EMAIL_PORT": 465, "EMAIL_USE_SSL": True, "EMAIL_USE_TLS": False}),
    ],
)
def test_letters_go_where_they_are_told(monkeypatch: pytest.MonkeyPatch, url: str, expected: dict[str, object]) -> None:
    monkeypatch.setenv("PENTAMETER_SMTP", url)
    assert expected.items() <= environment.mail(Path("/nowhere")).items()


def test_a_real_installation_without_a_server_sends_no_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PENTAMETER_MODE", "real")
    monkeypatch.setenv("PENTAMETER_SMTP", " ")
    assert not environment.sends_letters()
    monkeypatch.setenv("PENTAMETER_SMTP", "smtp://mail.example")
    assert environment.sends_letters()
    monkeypatch.delenv("PENTAMETER_SMTP")
    monkeypatch.setenv("PENTAMETER_MODE", "demo")
    assert environment.sends_letters()


def test_a_demonstration_writes_its_letters_into_a_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PENTAMETER_SMTP", raising=False)
    monkeypatch.setenv("PENTAMETER_MODE", "demo")
    assert environment.mail(Path("/mail"))["EMAIL_FILE_PATH"] == "/mail"
    monkeypatch.setenv("PENTAMETER_SMTP", "http://mail.example")
    with pytest.raises(Misconfigured, match="smtp://"):
        environment.mail(Path("/mail"))
