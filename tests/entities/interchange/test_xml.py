from xml.etree import ElementTree

from hypothesis import given

from pentameter.entities.interchange import xml
from pentameter.entities.interchange.wording import clean
from tests.entities.interchange.strange import PATIENT, strange


@PATIENT
@given(strange, strange)
def test_any_text_is_read_again_as_it_was(attribute: str, text: str) -> None:
    written = f"{xml.HEAD}<a b={xml.attribute(attribute)}>{xml.text(text)}</a>".encode()
    read = ElementTree.fromstring(written)
    assert (read.get("b"), read.text or "") == (clean(attribute), clean(text))
