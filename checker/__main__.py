"""`python -m checker` is `factcheck`."""

import gc
import sys

from checker.cli import main


def program() -> int:
    """The command line as a process of its own; gives the exit status.

    At its end the interpreter would look through all that is left for cycles, a fifth of the time
    of a large tree, only to give back what the system takes back anyway.
    """
    try:
        return main()
    finally:
        gc.freeze()


if __name__ == "__main__":
    sys.exit(program())
