"""A rule's refusal as the error of the form that asked, so that nothing typed is lost."""

from collections.abc import Iterator
from contextlib import contextmanager

from django import forms

from pentameter.kernel.verdict import Refused


@contextmanager
def told_at(form: forms.Form) -> Iterator[None]:
    """Say a refusal at the form. What is hidden, and what somebody else changed, keeps its own page."""
    try:
        yield
    except Refused as refusal:
        if refusal.hidden or refusal.conflict:
            raise
        form.add_error(None, refusal.reason)
