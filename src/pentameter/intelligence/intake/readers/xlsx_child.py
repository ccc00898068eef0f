"""The process in which a workbook is opened: `python -m ...xlsx_child FILE known|only`. It may fail, and ends alone.

It answers on standard output, a JSON value a line: {"refused": [code, sentence]} and nothing more, or the rows of the
table, each as [number, cells, faults], and at last {"end": true}.
"""

import json
import resource
import sys
from pathlib import Path

from pentameter.intelligence.intake.drafts import FileRefused
from pentameter.intelligence.intake.limits import MEMORY_FOR_WORKBOOK, SECONDS_FOR_WORKBOOK
from pentameter.intelligence.intake.readers import workbook


def main() -> None:
    """Read the workbook that the command line names: its sheet of known headings, or its only one."""
    _limit()
    try:
        for row in workbook.rows(Path(sys.argv[1]), only=sys.argv[2:] == ["only"]):
            _say(row)
        _say({"end": True})
    except FileRefused as refusal:
        _say({"refused": [refusal.code, refusal.sentence]})
    except (MemoryError, RecursionError):
        _say({"refused": ["too_large_unpacked", "it needs more memory than one file may. Send it as CSV."]})
    except Exception:  # whatever a broken workbook sets off ends here, in words
        _say({"refused": ["damaged", "it is incomplete or damaged. Save it again, and send it again."]})
    sys.stdout.flush()


def _say(what: object) -> None:
    sys.stdout.write(json.dumps(what) + "\n")


def _limit() -> None:
    """No more memory and time than a file may take, no files written."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_FOR_WORKBOOK, MEMORY_FOR_WORKBOOK))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS_FOR_WORKBOOK, SECONDS_FOR_WORKBOOK + 5))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
