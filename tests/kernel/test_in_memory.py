"""A file that lies in memory alone, at a path that can be opened."""

from pathlib import Path

from pentameter.kernel.in_memory import in_memory


def test_it_is_there_as_long_as_it_is_held() -> None:
    with in_memory(b"LA,PF,count\n") as path:
        assert path.read_bytes() == b"LA,PF,count\n"
        assert str(path).startswith("/proc/")
    assert not Path(path).exists()
