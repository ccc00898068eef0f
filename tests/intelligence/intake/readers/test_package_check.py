import io
import zipfile

import pytest

from pentameter.intelligence.intake import limits
from pentameter.intelligence.intake.drafts import FileRefused
from pentameter.intelligence.intake.readers.package_check import check
from tests.intelligence.intake.bad_files import package, workbook


def checked(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        check(opened)


def test_an_ordinary_workbook_may_be_opened() -> None:
    checked(workbook())
    checked(package({"xl/workbook.xml": b"<x/>", "xl/printerSettings/printerSettings1.bin": b"x"}))


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"xl/vbaProject.bin": b""}, "macros"),
        ({"XL/VBAPROJECT.BIN": b""}, "macros"),
        ({"xl/anything.bin": b""}, "embedded_objects"),
        ({"xl/externalLinks/x.xml": b""}, "external_links"),
        ({f"part{n}": b"" for n in range(limits.MOST_PARTS + 1)}, "too_large_unpacked"),
        ({"xl/x.xml": b" " * 3_000_000}, "too_large_unpacked"),
    ],
)
def test_what_may_not(parts: dict[str, bytes], code: str) -> None:
    with pytest.raises(FileRefused) as refused:
        checked(package(parts))
    assert refused.value.code == code


@pytest.mark.parametrize("twin", ["xl/workbook.xml", "xl/WorkBook.xml", "xl\\workbook.xml"])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_is_there_twice_hides_one_of_the_two(twin: str) -> None:
    content = io.BytesIO(workbook())
    with zipfile.ZipFile(content, "a") as made:
        made.writestr(twin, b"<x/>")
    with pytest.raises(FileRefused) as refused:
        checked(content.getvalue())
    assert refused.value.code == "damaged"


def test_a_part_whose_packing_is_broken_is_damaged() -> None:
    """What deflate finds wrong is an error of its own, and is answered like any other damage."""
    content = bytearray(package({"xl/workbook.xml": b"<x>" + bytes(range(256)) * 20 + b"</x>"}))
    begins = content.index(b"xl/workbook.xml") + len(b"xl/workbook.xml")
    content[begins : begins + 8] = b"\xff" * 8
    with pytest.raises(FileRefused) as refused:
        checked(bytes(content))
    assert refused.value.code == "damaged"
