"""`python -m darkfigure`: the command line."""

import sys

from darkfigure.cli import main

if __name__ == "__main__":
    sys.exit(main())
