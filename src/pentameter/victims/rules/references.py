"""Hold references, as people say and type them."""

import re

_FORM = re.compile(r"H([0-9A-HJKMNP-TV-Z]{4})([0-9A-HJKMNP-TV-Z]{4})")
_READ_AS = str.maketrans("OIL", "011")


def written(said: str) -> str:
    """A reference as it is kept ("H-7K2M-9QXD"), however it was typed; empty where it is none."""
    plain = re.sub(r"[^0-9A-Z]", "", said.upper())
    letters = plain[:1] + plain[1:].translate(_READ_AS)
    found = _FORM.fullmatch(letters)
    return f"H-{found[1]}-{found[2]}" if found else ""
