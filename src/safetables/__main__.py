"""`python -m safetables`: the command line."""

import sys

from safetables.cli import main

if __name__ == "__main__":
    sys.exit(main())
