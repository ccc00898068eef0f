"""What the library says when it will not give a table."""


class BadInput(ValueError):  # noqa: N818 - says what it is
    """The table, the hierarchy or the rule itself is wrong. The sentence names the row and the field, or the cell."""


class Refusal(Exception):  # noqa: N818 - says what it is
    """The input is sound, but no safe answer was found: nothing may be published.

    `sentence` says what stands in the way; `what_would_help` says what to do instead; `cells` names the cells that
    would be given away.
    """

    def __init__(self, sentence: str, what_would_help: str = "", *, cells: tuple[str, ...] = ()) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.what_would_help = what_would_help
        self.cells = cells

    def __str__(self) -> str:
        return f"{self.sentence} {self.what_would_help}".strip()
