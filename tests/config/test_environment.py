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
