"""`python -m checker` is `factcheck`."""

import sys

from checker.cli import main

sys.exit(main())
