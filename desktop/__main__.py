"""`python -m desktop` does the same as `viergesprek`."""

import sys

from desktop.cli import main

if __name__ == "__main__":
    sys.exit(main())
