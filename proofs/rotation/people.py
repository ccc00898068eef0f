"""Somebody at work while the root key changes: opens the keys of cases, or registers new ones, and counts.

`python -m proofs.rotation.people reads|writes SEED`: works until a line comes, then says what it did, as JSON.
"""

import json
import select
import sys
import time
from random import Random
from uuid import UUID

import django


def main(kind: str, seed: int) -> dict[str, int]:
    """Work until a line comes."""
    from pentameter.victims.models import CaseKey

    rng, counts = Random(seed), {"done": 0, "failed": 0, "slowest_ms": 0}
    ids = list(CaseKey.objects.order_by("pk").values_list("case_id", flat=True)[:5_000])
    act = _read if kind == "reads" else _write
    print("ready", flush=True)
    while not select.select([sys.stdin], [], [], 0)[0]:
        began = time.perf_counter()
        try:
            act(rng.choice(ids))
            counts["done"] += 1
        except Exception as error:
            counts["failed"] += 1
            print(f"{type(error).__name__}: {error}", file=sys.stderr)
        counts["slowest_ms"] = max(counts["slowest_ms"], round((time.perf_counter() - began) * 1000))
    return counts


def _read(case_id: UUID) -> None:
    """Open who somebody is, as every page of a case does."""
    from pentameter.victims.keys import safe_of
    from pentameter.victims.models import Case
    from pentameter.victims.queries.opening import bound

    sealed = Case.objects.values_list("identity", flat=True).get(pk=case_id)
    assert safe_of(case_id).unseal(sealed, bound_to=bound("identity", case_id))["name"]


def _write(_: UUID) -> None:
    """Register somebody, as an officer does at night."""
    from cast import durham_constable
    from pentameter.victims.services.rescue import register_rescue
    from victims.ground import a_rescue

    register_rescue(rescue=a_rescue(), by=durham_constable())


if __name__ == "__main__":
    django.setup()
    print(json.dumps(main(sys.argv[1], int(sys.argv[2]))), flush=True)
