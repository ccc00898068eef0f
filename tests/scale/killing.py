"""A run in a process of its own, to be killed: `python -m scale.killing prepare|take|tell`.

`take` begins the run in a new process whenever it is told to by a line, and says how it ended.
"""

import json
import os
import sys

import django

from intelligence.killing import chain_is_whole, say


def main(act: str) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "pentameter.config.settings.testing"
    django.setup()
    {"prepare": prepare, "take": take, "tell": tell}[act]()


def prepare() -> None:
    """Women on three lists, some of them in doubt, and a run that waits."""
    from django.core.management import call_command

    import cast
    from pentameter.kernel import clock
    from pentameter.scale.services.asking import ask_run
    from scale import scene

    call_command("migrate", verbosity=0, interactive=False)
    ground = scene.Scene()
    ground.three_lists()
    scene.proposed([(ground.woman(scene.POLICE), ground.woman(scene.NGO)) for _ in range(6)], weight=1.0)
    ask_run(question=scene.this_year(), by=cast.statistician(), today=clock.today())


def take() -> None:
    """Carry the run out, to its end unless killed, as often as told."""
    from django.db import connections

    from pentameter.scale.models import Run
    from pentameter.scale.tasks import estimate

    run_id = str(Run.objects.get().id)
    connections.close_all()
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            estimate(run_id)
            os._exit(0)
        say(str(child))
        _, status = os.waitpid(child, 0)
        say("killed" if os.WIFSIGNALED(status) else "ended" if status == 0 else "failed")


def tell() -> None:
    """What was frozen and found, as far as two runs must agree on it."""
    from pentameter.audit.models import Entry
    from pentameter.scale.models import Frozen, Result

    frozen, result = Frozen.objects.get(), Result.objects.get()
    events = sorted(Entry.objects.filter(event__in=("lists_frozen", "estimate_made")).values_list("event", flat=True))
    told = {"table": frozen.digest, "drawn": frozen.drawn, "digest": result.digest, "events": events}
    say(json.dumps({**told, "chain": chain_is_whole()}))


if __name__ == "__main__":
    main(*sys.argv[1:])
