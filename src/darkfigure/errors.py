"""What the library says when it will not give a number."""


class BadInput(ValueError):  # noqa: N818 - says what it is
    """The table itself is wrong. The sentence names the list, the row or the cell."""


class Refusal(Exception):  # noqa: N818 - says what it is
    """The table is sound, but the method has no finite answer to it.

    `sentence` says what stands in the way, in words a reader of the result understands; `what_would_help` says
    what to do instead; `status` is "infinite", "zero" or "not identified".
    """

    def __init__(self, sentence: str, what_would_help: str = "", *, status: str = "not identified") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.what_would_help = what_would_help
        self.status = status

    def __str__(self) -> str:
        return f"{self.sentence} {self.what_would_help}".strip()
