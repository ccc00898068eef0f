"""Words that, while proceedings are active, can put a trial at risk. The list is reviewed; each row has its reason.

Sources: Contempt of Court Act 1981, ss. 1 to 8; in Ireland the common law and the courts. Whether proceedings are
active is for a person to say: the words alone hold.
"""

import csv
import re
from functools import cache
from importlib.resources import files


def bears_on_proceedings(text: str) -> bool:
    """Whether words of the list stand in it."""
    return bool(_listed().search(re.sub(r"[^\w']+", " ", text.replace("’", "'")).lower()))


@cache
def _listed() -> re.Pattern[str]:
    text = (files(__package__) / "data" / "contempt.csv").read_text(encoding="utf-8")
    words = (re.escape(row["words"]).replace(r"\ ", " ") for row in csv.DictReader(text.splitlines()))
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)")
