"""What was derived from the first root key and stays: a change of it would have to write anew whatever it made.

Blind indexes have to find tomorrow what they were given yesterday; files and lists lie sealed as they came. Their keys
are derived from the first version of the root key, and are kept beside the later ones once there are any
(docs/adr/0035). A purpose that is not listed here has no key.
"""

STANDING = (
    "django secret key",
    "accounts",
    "received files",
    "index of identifiers",
    "what linking derives",
    "index of entities",
    "mentions under keys",
    "questions on their way",
    "fingerprints of imported cases",
    "index of surnames asked about",
    "weight given to accounts",
    "index of where people live",
)
FIRST = 1
"""The version of the root key with which every installation begins."""
