"""A person as a removal list or the protected people's register names her."""

from dataclasses import dataclass

from pentameter.decisions.matching.births import Birth


@dataclass(frozen=True, slots=True)
class Subject:
    """Who is asked about, or who is protected. What is not told is empty.

    `name` is a whole name of unknown order; `given` and `surname` are used where they are told apart. `doubts` are what
    could not be read, in words that name the row and the field; where not even the cells could be told apart the line
    is not `is_whole`, and nobody can be ruled out.
    """

    id: str
    name: str = ""
    given: str = ""
    surname: str = ""
    born: Birth | None = None
    sex: str = ""
    nationality: str = ""
    document: str = ""
    doubts: tuple[str, ...] = ()
    is_whole: bool = True
