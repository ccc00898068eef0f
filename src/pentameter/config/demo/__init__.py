"""The demo operation: invented files as agencies send them, made from a seed.

Everybody and everything in it is invented. Names are put together at random, telephone numbers come from the ranges
that are kept free for drama, streets do not exist, and "Demonstration data" stands in every file.
"""

from pentameter.config.demo.bench import write_bench_csv
from pentameter.config.demo.files import write_files

__all__ = ["write_bench_csv", "write_files"]
