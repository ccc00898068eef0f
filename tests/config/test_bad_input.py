"""Bad input in short: every input that ever found a fault, and a part of what `python -m proofs.bad_input` tries."""

import io
import zipfile
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import settings as property_settings
from hypothesis import strategies as st
from proofs.bad_input import changing, files, parsing, strings
from proofs.bad_input.parsers import PARSERS, Broken, Parser, can_be_kept, named

CORPUS = Path(__file__).with_name("corpus")
FOUND = sorted(one.relative_to(CORPUS).as_posix() for one in CORPUS.rglob("*") if one.is_file())
CASES = 2_000


@pytest.mark.parametrize("found", FOUND)
@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
def test_what_found_a_fault_finds_none_any_more(found: str) -> None:
    """`corpus/PARSER/NAME` is what was sent."""
    named(Path(found).parent.name).read((CORPUS / found).read_bytes())


@pytest.mark.parametrize("parser", PARSERS, ids=lambda one: one.name)
def test_good_input_is_read(parser: Parser) -> None:
    """What is changed by chance has to begin as something that gets through."""
    outcomes = {parser.read(one) for one in parser.seeds}
    assert "accepted" in outcomes or parser.name == "Names and numbers of things"


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
def test_changed_input_breaks_no_parser() -> None:
    tried = parsing.Tried()
    for parser in PARSERS:
        parsing.run(parser, Random(f"2007 {parser.name}"), CASES * parser.share // 1000, tried)
    assert not tried.faults
    assert tried.counts["cases"] > CASES * 0.9
    outcomes = {one.rpartition(" ")[2] for one in tried.counts}
    assert {"accepted", "quarantined", "refused"} <= outcomes


@given(st.sampled_from([one for one in PARSERS if not one.texts]), st.binary(max_size=300))
@property_settings(max_examples=150)
def test_any_bytes_break_no_parser(parser: Parser, sent: bytes) -> None:
    assert parser.read(sent) in {"accepted", "quarantined", "refused"}


@given(st.sampled_from([one for one in PARSERS if one.texts]), st.text(st.characters(), max_size=200))
@property_settings(max_examples=150)
def test_any_text_breaks_no_parser(parser: Parser, text: str) -> None:
    assert parser.read(text.encode("utf-8", "surrogatepass")) in {"accepted", "quarantined", "refused"}


def test_what_does_not_hold_is_noticed() -> None:
    def breaks(sent: bytes) -> str:
        raise KeyError("x")

    tried = parsing.Tried()
    parsing.one(Parser("Broken", breaks, (b"",), 0), b"sent", tried)
    assert tried.counts["Broken: FAULT"] == 1
    assert list(tried.faults.values()) == [b"sent"]
    for text in ("a\x00b", "\ud800"):
        with pytest.raises(Broken):
            can_be_kept({"x": (text,)})


def test_of_inputs_with_one_fault_the_shortest_is_kept() -> None:
    one, other = parsing.Tried(faults={("p", "x"): b"long"}), parsing.Tried(faults={("p", "x"): b"s"}, slowest=2)
    one.add(other)
    assert (one.faults, one.slowest) == ({("p", "x"): b"s"}, 2)


def test_strings_are_five_thousand_different_and_the_same_each_time() -> None:
    first = list(strings.strings(2007, 5_000))
    assert first[:500] == list(strings.strings(2007, 500))
    assert len(set(first)) > 4_500
    assert len(set(strings.strings(2008, 1_000)) - set(first)) > 400


def test_changes_are_bounded_and_the_same_each_time() -> None:
    seeds = [one for parser in PARSERS for one in parser.seeds]
    first = [changing.bytes_from(Random(seed), seeds) for seed in range(200)]
    assert first == [changing.bytes_from(Random(seed), seeds) for seed in range(200)]
    assert max(map(len, first)) <= changing.LARGEST


def test_a_package_with_a_changed_part_can_be_opened() -> None:
    seeds = files.workbooks()[:1]
    made = changing.package_from(Random(3), seeds)
    with zipfile.ZipFile(io.BytesIO(made)) as opened, zipfile.ZipFile(io.BytesIO(seeds[0])) as good:
        assert opened.testzip() is None
        changed = [name for name in good.namelist() if opened.read(name) != good.read(name)]
    assert len(changed) == 1
    assert parsing.workbooks(1, 1, seeds).counts["cases"] == 1
