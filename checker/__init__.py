"""A linter for facts: which of these claims cannot all be true.

    from checker import check, scan, draft

    report = check(["claims/"], texts=["articles/"])
    report = check({"march.yaml": text_of_the_file})
    report = scan({"a": text_of_an_article, "b": text_of_another})
    claim_file = draft(text_of_an_article, published="2015-12-09")

Importing it is cheap: what does the work is imported by the first call.
"""

from checker import draft  # a package that can be called
from checker.api import MisuseError, Report, check, scan

__all__ = ["MisuseError", "Report", "check", "draft", "scan"]
