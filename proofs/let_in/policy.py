"""The policy, restated from its sentences (design "Who may"; docs/guides) and from nothing that the program reads.

Each rule says whether a reader may do something to a record. It knows no matrix, no compartment and no reach: the
program has those, and the walk compares the two.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from pentameter.kernel.actor import Role
from proofs.let_in.people import Reader

OFFICER, SUPERVISOR, ANALYST = Role.FORCE_OFFICER, Role.FORCE_SUPERVISOR, Role.NATIONAL_ANALYST
CASEWORKER, DESK, DECIDER = Role.CASEWORKER, Role.DUTY_DESK, Role.DECISION_MAKER
REMOVALS, PROSECUTOR, STATISTICIAN = Role.REMOVALS_OFFICER, Role.PROSECUTOR, Role.STATISTICIAN
EDITOR, MODERATOR, AUDITOR, ADMINISTRATOR = Role.EDITOR, Role.MODERATOR, Role.AUDITOR, Role.ADMINISTRATOR
FORCE = (OFFICER, SUPERVISOR)


@dataclass(frozen=True, slots=True)
class Record:
    """Something that an address names, and what bears on who may see it.

    `agency` registered, sent or leads it; `supported_by` supports her; `given_to` are agencies that it was sent or
    released to; `needs` and `assigned` the ids of people whose share, broken glass or assignment is live; `conflicted`
    of those who declared a conflict; `places` what fills in the address; `mark` is the number of its canaries,
    `reference` what people call it by. `decided`: of the matter that lies in it. `about`: the id of the person whose
    conduct it asks about.
    """

    family: str
    name: str
    places: dict[str, str] = field(default_factory=dict)
    agency: str = ""
    supported_by: str = ""
    given_to: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    assigned: frozenset[str] = frozenset()
    conflicted: frozenset[str] = frozenset()
    state: str = "open"
    never_was: bool = False
    mark: int = 0
    reference: str = ""
    decided: bool = False
    about: str = ""


Rule = Callable[[Reader, Record], bool]


def anybody(reader: Reader, record: Record) -> bool:
    """Whoever asks, signed in or not."""
    return True


def whoever_signs_in(reader: Reader, record: Record) -> bool:
    """Every person, in whatever role."""
    return reader.actor is not None and not reader.token


def setting_up(reader: Reader, record: Record) -> bool:
    """Whoever signs in, also by password alone: to set up a second factor, and for nothing else."""
    return reader.actor is not None and not reader.token


def a_system(reader: Reader, record: Record) -> bool:
    """An agency's own system, by its token."""
    return reader.token


def its_own_system(reader: Reader, record: Record) -> bool:
    """What an agency's own system sent."""
    return reader.token and reader.agency == record.agency


def a_system_of_removals(reader: Reader, record: Record) -> bool:
    """Removal lists are sent by immigration enforcement's system alone."""
    return reader.token and reader.agency == "immigration-enforcement"


def only(*roles: Role) -> Rule:
    """Whoever works in one of these roles."""

    def rule(reader: Reader, record: Record) -> bool:
        return reader.role in roles

    return rule


def of_their_own(*roles: Role) -> Rule:
    """In these roles, what is their own agency's."""

    def rule(reader: Reader, record: Record) -> bool:
        return reader.role in roles and reader.agency == record.agency

    return rule


def of_their_own_or_given(*roles: Role) -> Rule:
    """In these roles, what is their own agency's or was given to it."""

    def rule(reader: Reader, record: Record) -> bool:
        return reader.role in roles and reader.agency in {record.agency, *record.given_to}

    return rule


def either(*rules: Rule) -> Rule:
    """Whoever one of the rules lets in."""

    def rule(reader: Reader, record: Record) -> bool:
        return any(one(reader, record) for one in rules)

    return rule


def of_others(allowed: Rule) -> Rule:
    """Whoever the rule lets in, but nobody to what asks about themselves."""

    def rule(reader: Reader, record: Record) -> bool:
        return reader.id != record.about and allowed(reader, record)

    return rule


def found_her(reader: Reader, record: Record) -> bool:
    """A force sees whom it registered."""
    return reader.role in FORCE and reader.agency == record.agency


def supports_her(reader: Reader, record: Record) -> bool:
    """The organisation that supports her, and nobody else, knows how."""
    return reader.role is CASEWORKER and reader.agency == record.supported_by


def works_with_her(reader: Reader, record: Record) -> bool:
    """Assigned to her in person, in a role that supports."""
    return reader.role is CASEWORKER and reader.id in record.assigned


def was_shown(reader: Reader, record: Record) -> bool:
    """A live share or broken glass. Whoever works in removal, decisions or administration is given no case."""
    return reader.role in (*FORCE, CASEWORKER) and reader.id in record.needs | record.assigned


def registered_her(reader: Reader, record: Record) -> bool:
    """An organisation sees whom it registered itself, also before anybody supports her."""
    return reader.role is CASEWORKER and reader.agency == record.agency


def sees_who_she_is(reader: Reader, record: Record) -> bool:
    """Her force, her organisation, whom she was shown to, and the desk."""
    return (
        found_her(reader, record)
        or registered_her(reader, record)
        or supports_her(reader, record)
        or was_shown(reader, record)
        or reader.role is DESK
    )


def helps_her(reader: Reader, record: Record) -> bool:
    """A caseworker who sees who she is."""
    return reader.role is CASEWORKER and sees_who_she_is(reader, record)


def sees_support(reader: Reader, record: Record) -> bool:
    """The organisation that supports her, and whom it named: for everybody else these pages do not exist."""
    return supports_her(reader, record) or (reader.role is CASEWORKER and was_shown(reader, record))


def changes_her_record(reader: Reader, record: Record) -> bool:
    """Her force, her organisation and the desk; to be shown a case gives an officer nothing to change."""
    return found_her(reader, record) or helps_her(reader, record) or reader.role is DESK


def sees_where_she_is(reader: Reader, record: Record) -> bool:
    """Who works with her in person, and the desk in an emergency."""
    return (reader.role is CASEWORKER and reader.id in record.needs | record.assigned) or reader.role is DESK


def sees_what_protects_her(reader: Reader, record: Record) -> bool:
    """Whoever sees who she is, and whoever decides."""
    return sees_who_she_is(reader, record) or reader.role is DECIDER


def records_what_happened(reader: Reader, record: Record) -> bool:
    """Caseworkers of hers, the desk, and whoever decides."""
    return helps_her(reader, record) or reader.role in (DESK, DECIDER)


def decides(reader: Reader, record: Record) -> bool:
    """Decision-makers of a competent authority."""
    return reader.role is DECIDER


def erases(reader: Reader, record: Record) -> bool:
    """Her caseworkers and the desk."""
    return helps_her(reader, record) or reader.role is DESK


def sees_matters(reader: Reader, record: Record) -> bool:
    """Who decides, who supports her, and the desk."""
    return helps_her(reader, record) or reader.role in (DESK, DECIDER)


def sees_the_letter(reader: Reader, record: Record) -> bool:
    """There is none before it is decided."""
    return record.decided and sees_matters(reader, record)


def named_for_it(*roles: Role) -> Rule:
    """In these roles, whoever was named in person to read it before its time."""

    def rule(reader: Reader, record: Record) -> bool:
        return reader.role in roles and reader.id in record.needs

    return rule


def sees_who_looked(reader: Reader, record: Record) -> bool:
    """Her caseworkers, for her; and auditors."""
    return helps_her(reader, record) or reader.role is AUDITOR


def sees_her_in_court(reader: Reader, record: Record) -> bool:
    """Those who support her and those who found her."""
    return sees_who_she_is(reader, record) and reader.role is not DESK


def ever(rule: Rule, reader: Reader) -> bool:
    """Whether there could be a record that the rule lets the reader to: one of their own, given, and needed."""
    agency, person = reader.agency, frozenset({reader.id})
    theirs = Record("", "", {}, agency, agency, frozenset({agency}), needs=person, assigned=person, decided=True)
    return lets_in(rule, reader, theirs)


def lets_in(rule: Rule, reader: Reader, record: Record) -> bool:
    """What the rule says, but for the hard denies: what never was, a declared conflict, and a missing second factor."""
    if rule is anybody:
        return not record.never_was
    if rule is setting_up:
        return rule(reader, record)
    if record.never_was or reader.id in record.conflicted or reader.weak:
        return False
    return rule(reader, record)
