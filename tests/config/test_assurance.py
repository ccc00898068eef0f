"""The table of proofs: read as it is printed, and every command is one that there is."""

from dataclasses import replace
from importlib.util import find_spec

import pytest
from proofs import assurance
from proofs.assurance import PROOFS, Outcome, Proof
from rich.console import Console
from rich.table import Table

FOUND = Outcome("proofs.power --cuts 2", "2026-12-01", "0123abcd", "Python 3.11", 61, True, {"cuts": "2", "lost": "0"})


@pytest.mark.parametrize("proof", PROOFS, ids=lambda proof: proof.command)
def test_every_proof_is_there(proof: Proof) -> None:
    module, _, _ = proof.command.partition(" ")
    assert find_spec(f"{module}.__main__" if find_spec(module).submodule_search_locations else module)


def test_a_table_is_read_as_it_is_printed() -> None:
    table = Table(title="Nothing is lost (3 s)", show_header=False)
    table.add_row("acknowledged, and lost", "0")
    table.add_row("reports sent", "1,024")
    console = Console(width=160, record=True)
    console.print(table)
    assert assurance.figures(console.export_text()) == {"acknowledged, and lost": "0", "reports sent": "1,024"}


def test_a_claim_that_did_not_hold_says_so() -> None:
    command = PROOFS[0].command
    page = assurance.page("# About", {command: replace(FOUND, command=command, held=False)})
    assert f"`python -m {command}`: **did not hold**. 2026-12-01, commit 0123abcd, 61 s; Python 3.11." in page
    assert "| lost | 0 |" in page
    assert page.count("not yet run to its end in the full form") == len(PROOFS) - 1


def test_the_page_is_written_from_what_is_kept() -> None:
    written = assurance.page(assurance.ABOUT.read_text(encoding="utf-8"), assurance.kept())
    assert assurance.PAGE.read_text(encoding="utf-8") == written
