"""`python -m proofs.hostile [--comments N] [--seed N]`: hostile comments against both doors, on throw-away databases.

Exit code 1 if one failed, appeared before a moderator approved it, or would be executed by a browser.
"""

import argparse
import os
import resource
import sys


def main() -> int:
    """Send them, and say what became of them."""
    parser = argparse.ArgumentParser(prog="python -m proofs.hostile")
    parser.add_argument("--comments", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=2007)
    chosen = parser.parse_args()
    counts = run(chosen.seed, chosen.comments)
    from rich.table import Table

    from pentameter.config.terminal import console

    seconds = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    table = Table(title=f"Hostile comments ({seconds:.0f} s of processor time)", show_header=False)
    for what, number in counts.items():
        table.add_row(what, f"{number:,}")
    console().print(table)
    from tests.bulletins.attack import BAD

    return 1 if any(counts[one] for one in BAD) else 0


def run(seed: int, number: int) -> dict[str, int]:
    """So many hostile comments on databases that are made for it and dropped."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pentameter.config.settings.testing")
    sys.path.insert(0, "tests")
    import django

    django.setup()
    from django.conf import settings
    from django.test.utils import get_runner, setup_test_environment

    setup_test_environment()
    runner = get_runner(settings)(verbosity=0, interactive=False)
    made = runner.setup_databases(aliases={"default", "public"})
    try:
        from tests.bulletins.attack import attack

        import cast

        return dict(attack(seed, number, moderator=cast.moderator()))
    finally:
        runner.teardown_databases(made)


if __name__ == "__main__":
    sys.exit(main())
