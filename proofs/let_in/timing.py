"""`python -m proofs.let_in.timing [--times N]`: hidden and absent alike: the same bytes and median time.

The two are asked in turns, so that whatever else the machine does falls on both. What is compared is the time of the
processor, in which no other work counts. Exit code 1 if the bytes differ, or a median is more than a tenth longer.
"""

import argparse
import sys
import time
from collections import Counter
from statistics import median

ALIKE = 1.1
ASKED = (
    ("cases/<uuid:case_id>/", "Kent's officer"),
    ("cases/<uuid:case_id>/", "a caseworker elsewhere"),
    ("cases/<uuid:case_id>/timeline/", "the caseworker"),
    ("cases/<uuid:case_id>/whereabouts/", "a colleague of the caseworker's"),
    ("cases/<uuid:case_id>/support/", "a caseworker elsewhere"),
    ("cases/<uuid:case_id>/protection/", "Durham's constable"),
    ("reports/<uuid:report_id>/", "Cleveland's sergeant"),
    ("things/<uuid:mention_id>/", "Cleveland's sergeant"),
    ("network/things/<uuid:thing_id>/", "Cleveland's sergeant"),
    ("queue/<uuid:pair_id>/", "Cleveland's sergeant"),
    ("justice/<uuid:investigation_id>/", "Kent's officer"),
    ("intake/files/<uuid:file_id>/", "Kent's officer"),
    ("screening/lists/<uuid:list_id>/", "a removals officer"),
)
"""Addresses, each with somebody whose role may open some such record, and not every one of them."""


def main() -> int:
    """Ask in turns, and compare."""
    from proofs.let_in.__main__ import on_throw_away, show

    parser = argparse.ArgumentParser(prog="python -m proofs.let_in.timing")
    parser.add_argument("--times", type=int, default=100, help="each is asked so often")
    chosen = parser.parse_args()
    before = time.perf_counter()
    counts, wrong = on_throw_away(lambda: run(chosen.times))
    show("Hidden and absent are alike", counts, wrong, time.perf_counter() - before)
    return 1 if wrong else 0


def run(times: int) -> tuple[Counter[str], list[str]]:
    """Medians of both for each address, as how much longer the one is than the other."""
    from proofs.let_in import people, policy, walk
    from proofs.let_in.addresses import STAFF
    from proofs.let_in.scene import scene

    stage = scene(whole=False)
    counts: Counter[str] = Counter()
    wrong = []
    for route, name in ASKED:
        reader = next(one for one in people.READERS if one.name == name)
        family, rule = STAFF[route]
        *there, absent = stage.of(family)
        hidden = next((one for one in there if not policy.lets_in(rule, reader, one)), None)
        if hidden is None:
            continue
        client, head = people.asking(reader)
        paths = [walk.filled(route, one) for one in (hidden, absent)]
        answers = [client.get(path, headers=head) for path in paths]
        told, other = ((one.status_code, one.content, sorted(one.items())) for one in answers)
        if told != other or answers[0].status_code != 404:
            wrong.append(f"/{route} by {name}: hidden ({told[0]}) and absent ({other[0]}) differ")
        spent: tuple[list[float], list[float]] = ([], [])
        for turn in range(2 * times):
            began = time.process_time()
            client.get(paths[turn % 2], headers=head)
            spent[turn % 2].append(time.process_time() - began)
        one, two = map(median, spent)
        counts["asked"] += 2 * times
        counts[f"/{route} by {name}: hidden, in thousandths of absent"] = round(1000 * one / two)
        if max(one, two) > ALIKE * min(one, two):
            wrong.append(
                f"/{route} by {name}: {1000 * one:.2f} ms where it is hidden, {1000 * two:.2f} ms where absent"
            )
    return counts, wrong


if __name__ == "__main__":
    sys.exit(main())
