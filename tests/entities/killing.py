"""Matching in a process of its own, to be killed: `python -m entities.killing prepare|take|tell`.

`take` begins the matching of all that waits in a new process whenever it is told to by a line, and says how it ended.
"""

import json
import os
import sys
from typing import Any

import django

from intelligence.killing import chain_is_whole, say, table


def main(act: str, *arguments: str) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "pentameter.config.settings.testing"
    django.setup()
    {"prepare": prepare, "take": take, "tell": tell}[act](*arguments)


def prepare(rows: str, stage: str) -> None:
    """Reports of two forces that share people, phones and organisations wait to be placed, or to be matched again."""
    from django.core.management import call_command

    import cast
    from entities import matched
    from intelligence import ground
    from pentameter.entities.services.rematching import match_all_again
    from pentameter.kernel.actor import SYSTEM

    call_command("migrate", verbosity=0, interactive=False)
    wave_id = ground.wave()
    half = int(rows) // 2
    matched.take_in([report(n) for n in range(half)], wave_id)
    theirs = [report(n, agency="cleveland") for n in range(half)]
    matched.take_in(theirs, wave_id, by=cast.cleveland_sergeant())
    if stage == "again":
        matched.place()
        match_all_again(by=SYSTEM)


def report(number: int, **other: str) -> dict[str, str]:
    """Every person comes back, in another role; some phones and one organisation are everybody's."""
    from entities import matched
    from intelligence import ground

    who = number % 40
    letters = "bdfgklmnpr"[who % 10] + "aeio"[who // 10]
    facts = {"name": f"{letters * 3} Testova", "dob": f"19{60 + who % 40}-03-05", "document": f"AB{who:05d}"}
    role = ("suspect", "suspect", "witness", "victim", "")[number % 5]
    things = {"phone1": f"07700 9004{number % 7:02d}", "organisation_name": f"Works {number % 3} Ltd"}
    return ground.good(number, **matched.person(facts, role), **things, **other)


def take() -> None:
    """Match all that waits, to its end unless killed, as often as told."""
    from pentameter.entities.tasks import match_mentions

    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            match_mentions("all")
            os._exit(0)
        say(str(child))
        _, status = os.waitpid(child, 0)
        say("killed" if os.WIFSIGNALED(status) else "ended" if status == 0 else "failed")


def tell() -> None:
    """What the tables hold now, as far as two runs must agree on it."""
    from pentameter.entities import models

    plain: dict[str, Any] = {name: table(getattr(models, name), *columns) for name, columns in PLAIN.items()}
    states = sorted(models.Proposal.objects.values_list("state", flat=True).distinct())
    say(json.dumps({**plain, "kept": kept(), "states": states, "chain": chain_is_whole()}))


PLAIN = {
    "Placing": ("mention_id", "report_id", "agency_id", "kind", "thing", "island", "prepared_by"),
    "Block": ("mention_id", "value"),
    "Judgement": ("left_id", "right_id", "finding", "way", "score", "model_version"),
    "Proposal": ("left_id", "right_id", "kind", "state", "weight", "impact", "model_version"),
    "Followed": ("agency_id", "arrival"),
}


def kept() -> list[object]:
    """What lies under the seals of the placings."""
    from pentameter.entities.models import Placing
    from pentameter.entities.prepared import opened

    rows = Placing.objects.order_by("mention_id").values_list("mention_id", "sealed")
    return [str(opened(mention, sealed)) for mention, sealed in rows]


if __name__ == "__main__":
    main(*sys.argv[1:])
