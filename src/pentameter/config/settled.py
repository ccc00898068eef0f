"""What a server process does once all of it is loaded, before it answers anybody."""

import gc

from django.urls import get_resolver


def settle() -> None:
    """Load every page, and leave what is loaded out of the collection of garbage: it stays until the process ends.

    Otherwise Python walks through all of it again every few requests, which takes longer than most pages do.
    """
    get_resolver().url_patterns  # noqa: B018 - reading them imports the views of every page
    gc.collect()
    gc.freeze()
