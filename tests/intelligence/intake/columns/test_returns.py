from pentameter.intelligence.intake.columns import LOOKED, required
from pentameter.intelligence.intake.drafts import FileKind


def test_nothing_found_and_not_looked_are_two_things() -> None:
    assert list(LOOKED) == ["found", "nil", "not_looked"]
    assert "looked" in required(FileKind.RETURNS)
