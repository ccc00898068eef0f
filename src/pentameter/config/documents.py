"""Documents that are made from the code, so that they cannot say anything else than it does."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from pentameter.access.queries import MatrixLine, matrix_page
from pentameter.bulletins.editing.rules import states as stories
from pentameter.bulletins.tipdesk.rules import states as tips
from pentameter.config import asvs
from pentameter.config.sensitivity import data_dictionary
from pentameter.decisions.rules.states import OWNERS, Kind, following
from pentameter.intelligence.intake import dictionary
from pentameter.intelligence.rules import FILE_NEXT, RELEASES, ROW_NEXT, Release
from pentameter.intelligence.vocabulary import HANDLING_CODES
from pentameter.justice.rules import laws as register
from pentameter.justice.rules import questions, screen, stages
from pentameter.justice.rules.laws_standing import forces
from pentameter.justice.rules.offence import Mark, Offence
from pentameter.releases.rules import states as releases
from pentameter.scale.rules.asking import RUN_NEXT
from pentameter.victims.law import REFERRAL_NEXT, REFERRAL_OWNERS, Rule, rule_book

State = TypeVar("State", bound=StrEnum)
_NOTE = "<!-- Made by `pentameter docs` from the code. Change the code, then run it again. -->\n\n"


def all_documents() -> dict[str, str]:
    """The text of every generated document, by its name under docs/generated."""
    return {
        "access-matrix.md": _NOTE + access_matrix(),
        "asvs.md": _NOTE.replace("the code. Change the code,", "docs/asvs.csv. Change that,") + asvs.page(asvs.read()),
        "data.md": _NOTE + data_dictionary(),
        "handling.md": _NOTE + handling(),
        "laws.md": _NOTE + laws(),
        "protection.md": _NOTE + protection_rules(),
        "states.md": _NOTE + states(),
        "templates.md": _NOTE + dictionary.markdown(),
    }


def access_matrix() -> str:
    """Who may do what, and the firewall."""
    page = matrix_page()
    heading = _row(["", *(role.label for role in page.roles)])
    lines = [heading, _row(["---"] * (len(page.roles) + 1)), *(_matrix_row(line) for line in page.lines)]
    walls = [_row([wall.role.label, wall.compartment.value, wall.why]) for wall in page.walls]
    return (
        "# Who may do what\n\nWhat is empty is refused. *own agency*: records of one's own agency; *released*: those "
        "that a handling code releases as well. **p** needs a stated purpose, **2** a sign-in with a second factor.\n\n"
        + "".join(lines)
        + "\n# The firewall\n\nNo grant, share or emergency passes it.\n\n"
        + "| role | never sees | why |\n| --- | --- | --- |\n"
        + "".join(walls)
    )


def handling() -> str:
    """How far each handling code lets a report go."""
    rows = [
        _row([scheme.value, code, HANDLING_CODES[scheme][code], *_reach(one)])
        for (scheme, code), one in RELEASES.items()
    ]
    return (
        "# How far a handling code lets a report go\n\nAn agency reads its own reports always. A code that is not here "
        "releases nothing. The wording of the 5x5x5 codes is to confirm.\n\n"
        "| scheme | code | meaning | released to | another state | named recipients |\n"
        "| --- | --- | --- | --- | --- | --- |\n" + "".join(rows)
    )


def protection_rules() -> str:
    """The dated rules of protection, each with its sources and what of it is to confirm."""
    return (
        "# Rules of protection\n\nFacts in own words; not legal advice. A body that uses them confirms each row. Both "
        "days of a span count. How they are applied: [a file of events](../guides/protection-file.md).\n\n"
        + "\n".join(_rule(rule) for rule in rule_book().rules)
    )


def _rule(rule: Rule) -> str:
    since = f"{rule.from_on:%-d %B %Y}" if rule.from_on else "not known"
    until = f"{rule.to_on:%-d %B %Y}" if rule.to_on else "now"
    said = {
        "in force": f"{since} to {until}",
        "clocks": " and ".join(sorted(rule.clocks)),
        "composition": rule.composition.value.replace("_", " "),
        **{name: text for name, text in rule.facts.items() if name not in ("dates", "combine") and text},
        "note": rule.note,
        "status": rule.status,
        "**to confirm**": "; ".join(rule.to_confirm),
        "sources": "; ".join(rule.sources),
    }
    lines = [f"- {name.replace('_', ' ')}: {text}\n" for name, text in said.items() if text]
    return f"## {rule.id}: {rule.title}\n\n" + "".join(lines)


def states() -> str:
    """The state tables as diagrams."""
    parts = (
        _diagram("A received file", FILE_NEXT),
        _diagram("A row in quarantine", ROW_NEXT),
        _diagram("A referral between organisations", REFERRAL_NEXT, REFERRAL_OWNERS),
        *_matters(),
        *_pipeline(),
        *_questions(),
        _diagram("An estimation run", RUN_NEXT),
        *_releases(),
        *_stories(),
        *_tips(),
    )
    return "# States\n\n" + "\n".join(parts)


def _matters() -> Iterator[str]:
    """A diagram for each table that decisions have, with the kinds that it is for, and who owns each state."""
    tables: dict[str, list[Kind]] = {}
    for kind in Kind:
        tables.setdefault(_diagram("", following(kind)), []).append(kind)
    for drawn, kinds in tables.items():
        yield drawn.replace("## ", f"## A decision on {', '.join(kind.words for kind in kinds)}", 1)
    owners = "".join(_row([state.value, owner.value]) for state, owner in OWNERS.items())
    yield "## Who has to act on a decision\n\n| state | who |\n| --- | --- |\n" + owners


def _pipeline() -> Iterator[str]:
    """A suspect, a charge and the non-punishment check: their diagrams, and who owns each state."""
    yield _diagram("A suspect until the charge", stages.following(stages.BEFORE))
    yield _diagram("A charge", stages.following(stages.CHARGE))
    yield _diagram("The non-punishment check", screen.CHECK_NEXT)
    owned = [*((one.value, owner.value) for one, owner in stages.OWNERS.items())]
    owned += [(one.value, owner.value) for one, owner in screen.CHECK_OWNERS.items()]
    rows = "".join(_row(one) for one in owned)
    yield "## Who has to act on a suspect, a charge and a check\n\n| state | who |\n| --- | --- |\n" + rows


def _questions() -> Iterator[str]:
    """A question of policy, and who has to act on it."""
    yield _diagram("A question of policy", questions.following())
    rows = "".join(_row([state.value, owner.value]) for state, owner in questions.OWNERS.items())
    yield "## Who has to act on a question of policy\n\n| state | who |\n| --- | --- |\n" + rows


def _releases() -> Iterator[str]:
    """A version of a release, and who has to act on it."""
    yield _diagram("A version of a release", releases.following())
    rows = "".join(_row([state.value, owner.value]) for state, owner in releases.OWNERS.items())
    yield "## Who has to act on a version of a release\n\n| state | who |\n| --- | --- |\n" + rows


def _stories() -> Iterator[str]:
    """A bulletin until it is published and after it, and who has to act on it."""
    yield _diagram("A bulletin before its first publication", stories.following(public=False))
    yield _diagram("A bulletin that is public, and its correction", stories.following(public=True))
    rows = "".join(_row([state.value, owner.value]) for state, owner in stories.OWNERS.items())
    yield "## Who has to act on a bulletin\n\n| state | who |\n| --- | --- |\n" + rows


def _tips() -> Iterator[str]:
    """A tip-off at the desk, and who has to act on it."""
    yield _diagram("A tip-off", tips.following())
    rows = "".join(_row([state.value, owner.value]) for state, owner in tips.OWNERS.items())
    yield "## Who has to act on a tip-off\n\n| state | who |\n| --- | --- |\n" + rows


def laws() -> str:
    """The register's table, with sources and what of each law is to confirm."""
    told = "\n".join(_law(one) for one in (*register.offences(), *register.safeguards()))
    return (
        "# Laws\n\nFacts in own words; not legal advice. A body that uses them confirms each row. Both days of a span "
        f"count. How they are used: [the register of laws](../guides/the-register-of-laws.md).\n\n{told}"
    )


def _law(law: Offence) -> str:
    said = {
        "law": law.law,
        "against": law.scope.words,
        "in force": "; ".join(one.words for one in forces(law.spans, date.max)),
        "maximum": law.max_penalty + (" (to confirm)" if Mark.PENALTY in law.to_confirm else ""),
        "note": law.note,
        "source": law.source,
        "checked": law.verification,
    }
    return f"## {law.code}: {law.name}\n\n" + "".join(f"- {name}: {text}\n" for name, text in said.items() if text)


def _reach(release: Release) -> list[str]:
    sectors = ", ".join(sorted(sector.value.replace("_", " ") for sector in release.sectors)) or "nobody"
    return [sectors, "no" if release.same_state_only else "yes", "yes" if release.named else "no"]


def _diagram(
    title: str,
    table: Mapping[State, frozenset[State]],
    owners: Mapping[State, Mapping[State, frozenset[StrEnum]]] | None = None,
) -> str:
    lines = [f"## {title}\n\n```mermaid\nstateDiagram-v2\n"]
    for state, then in table.items():
        lines += [f"    {state.value} --> {one.value}{_owned(owners, state, one)}\n" for one in sorted(then)]
        lines += [f"    {state.value} --> [*]\n"] if not then else []
    return "".join(lines) + "```\n"


def _owned(owners: Mapping[State, Mapping[State, frozenset[StrEnum]]] | None, state: State, to: State) -> str:
    """Whose step it is, where the table says it."""
    return " : " + ", ".join(sorted(owners[state][to])) if owners else ""


def _matrix_row(line: MatrixLine) -> str:
    cells = [line.operation.value.replace("_", " ")]
    for grant in line.cells:
        marks = "" if grant is None else f"{' **p**' * grant.needs_purpose}{' **2**' * grant.needs_second_factor}"
        cells.append("" if grant is None else f"{grant.reach.value.replace('_', ' ')}{marks}")
    return _row(cells)


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |\n"
