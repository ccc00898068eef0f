"""Texts that tools stumble over: quotes, line breaks, right to left, emoji, control characters, formulas."""

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

PATIENT = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=60)
TEXTS = (
    'Mira "the Elder" O\'Testova',
    "one\ntwo\r\nthree\ttabs",
    "ميرا תמר \u202eabc\u202c",
    "👩🏽‍🦰 Zoë",
    "nul\x00 bell\x07 esc\x1b del\x7f c1\x85\x9f",
    "half \ud83d and \ufffe\uffff",
    '=HYPERLINK("http://example")',
    "+1-2",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "'=1",
    "]]><script>alert(1)</script>&amp;<!ENTITY x SYSTEM 'file:///etc/passwd'>",
    "; , | \\ ; ",
    " ",
)
"""Each is put where a name, an address and a label stand."""

strange = st.one_of(st.sampled_from(TEXTS), st.text(max_size=40), st.text(st.characters(), max_size=20))
