"""What methods are called where people read of them."""

from collections.abc import Sequence

NAMED = {
    "lincoln_petersen": "Lincoln-Petersen",
    "chapman": "Chapman",
    "chao": "Chao's lower bound",
    "loglinear": "log-linear",
    "stepwise": "stepwise",
    "bic": "BIC search",
    "aic": "AIC search",
    "downhill bic": "downhill BIC search",
    "downhill aic": "downhill AIC search",
    "decomposable": "decomposable graphs",
    "latent_class": "latent classes",
    "thresholding": "thresholding",
    "repeat_counts": "repeat counts",
}


def spoken(method: str, *, first: bool = False) -> str:
    """A method's name as it is read; `first` in a line."""
    said = NAMED.get(method, method.replace("_", " "))
    return said[:1].upper() + said[1:] if first else said


def interactions(model: str) -> str:
    """A model's name; with room about the colons where the lists' names are long.

    >>> interactions("LA:NG, PF:GP"), interactions("Police forces:Shelters")
    ('LA:NG, PF:GP', 'Police forces : Shelters')
    """
    long = any(len(name) > 6 for pair in model.split(", ") for name in pair.split(":"))
    return model.replace(":", " : ") if long else model


def counted(words: str, many: Sequence[object] | int) -> str:
    """ "1 list", "2 lists"."""
    number = many if isinstance(many, int) else len(many)
    return f"{number:,} {words}" if number == 1 else f"{number:,} {words}s"
