"""What was done to a table, in words that can be printed under it."""

from typing import TYPE_CHECKING

from safetables.rules import Rules, Zeros

if TYPE_CHECKING:
    from safetables.protected import Protected


def statement(protected: "Protected") -> str:
    """What was withheld and why, for the reader of the table. It gives no hidden count, and does not say which cells
    were hidden for their own sake and which for another's."""
    return " ".join(part for part in (_method(protected), _zeros(protected.rules), _attacked(protected)) if part)


def _method(protected: "Protected") -> str:
    many, hidden = protected.cells, protected.hidden
    if protected.method == "suppression":
        if not hidden:
            return f"No count is below {protected.rules.threshold}, and all {many:,} cells are shown exactly."
        verb = "is" if hidden == 1 else "are"
        return (
            f"{hidden:,} of {many:,} cells {verb} hidden and marked x: those that count fewer than "
            f"{protected.rules.threshold} people, and others from which they could be worked out. "
            "All other counts are exact."
        )
    if protected.method == "bands":
        return f"Counts are given in bands: {', '.join(protected.bands)}. No count is shown exactly but nought."
    chance = ", up or down by chance," if protected.method == "random rounding" else ""
    return (
        f"Every count is rounded to a multiple of {protected.base}{chance} so that the table still adds up; "
        f"no count is further than {protected.within} from what is printed."
    )


def _zeros(rules: Rules) -> str:
    return {
        Zeros.SHOWN: "A count of nobody is shown as 0.",
        Zeros.USABLE: "A hidden count may be one of nobody.",
        Zeros.HIDDEN: "A count of nobody is withheld as one of a few people is.",
    }[rules.zeros]


def _attacked(protected: "Protected") -> str:
    """What the attacker was shown, and could not do."""
    others = len(protected.earlier)
    against = f"this table and {others} published before" if others else "this table"
    if protected.rules.protection.kind == "threshold":
        cannot = f"no hidden count below {protected.rules.threshold} can be told from one that reaches it"
    elif protected.rules.protection.kind == "share":
        cannot = (
            f"no count below {protected.rules.threshold} can be told to within {protected.rules.protection.amount:.0%}"
        )
    else:
        apart = protected.rules.protection.amount
        cannot = f"the bounds of every count below {protected.rules.threshold} lie at least {apart:g} apart"
    return f"By linear programming over {against} it was proved that {cannot}."
