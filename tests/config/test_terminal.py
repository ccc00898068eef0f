"""What the command line prints can be read by people and by programs."""

import json

from pentameter.config import terminal


def test_json_keeps_every_script(capsys):
    terminal.print_json({"name": "Nguyễn", "day": None})
    said = capsys.readouterr().out
    assert json.loads(said) == {"name": "Nguyễn", "day": None}
    assert "Nguyễn" in said


def test_in_a_pipe_lines_are_a_hundred_columns_wide(capsys):
    terminal.console().print("word " * 60)
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 100


def test_progress_goes_to_the_error_stream(capsys):
    with terminal.progress() as bars:
        bars.advance(bars.add_task("Reading", total=2))
    assert capsys.readouterr().out == ""
