"""The tables of comments, in the public database: what readers write, and beside it what staff decided of it."""

from pentameter.bulletins.comments.models.decided import Answer, Discussion, Measure, Standing, Tally
from pentameter.bulletins.comments.models.readers import Agreement, Attempt, Barred, Letter, Link, Reader, SignIn
from pentameter.bulletins.comments.models.written import Appeal, Comment, Report, Wording

__all__ = [
    "Agreement",
    "Answer",
    "Appeal",
    "Attempt",
    "Barred",
    "Comment",
    "Discussion",
    "Letter",
    "Link",
    "Measure",
    "Reader",
    "Report",
    "SignIn",
    "Standing",
    "Tally",
    "Wording",
]
