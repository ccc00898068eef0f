"""`python -m proofs.bad_input.guided PARSER [--seconds N]`: a parser under atheris, which follows what its code does.

atheris is no part of the lock: `.venv/bin/uv pip install "atheris>=3,<4"` puts it beside (Linux, Apache-2.0). What
finds a fault is written to the folder from which this was started, to be put into `tests/config/corpus`.
"""

import argparse
import importlib
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any


def main() -> int:
    """Let it run for so long; exit code 1 where it found something."""
    parser = argparse.ArgumentParser(prog="python -m proofs.bad_input.guided")
    parser.add_argument("parser", help="its name, such as CSV")
    parser.add_argument("--seconds", type=int, default=600)
    chosen = parser.parse_args()
    try:
        atheris: Any = importlib.import_module("atheris")
    except ImportError:
        sys.stderr.write('atheris is not installed: .venv/bin/uv pip install "atheris>=3,<4"\n')
        return 2
    with atheris.instrument_imports(include=["pentameter"]):
        from proofs.bad_input.parsers import named
    tried = named(chosen.parser)
    with TemporaryDirectory() as folder:
        for number, seed in enumerate(tried.seeds):
            (Path(folder) / str(number)).write_bytes(seed)

        def one(sent: bytes) -> None:
            if tried.texts:
                sent = sent.decode("utf-8", "replace").encode()
            tried.read(sent)

        atheris.Setup(["guided", f"-max_total_time={chosen.seconds}", "-rss_limit_mb=3000", folder], one)
        atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
