"""Where to begin: the claim that most findings rest on."""

from __future__ import annotations

from checker.api import check
from checker.report.style import Style
from checker.report.text import render

HEAD = """
article: {title: A count, published: 2015-12-09}
measures:
  back: {name: people brought back, kind: flow}
  men: {name: men, kind: flow}
  women: {name: women, kind: flow}
claims:
"""


def _claims(whole: str) -> str:
    return f"""
  - {{id: whole, quote: {whole} people, measure: back, value: {whole} people, period: 2015}}
  - {{id: again, quote: 857 people, measure: back, value: 857 people, period: 2015}}
  - {{id: men, quote: 612 men, measure: men, value: 612 men, period: 2015}}
  - {{id: women, quote: 245 women, measure: women, value: 245 women, period: 2015}}
  - {{id: sum, quote: 857, measure: back, period: 2015, sum-of: [men, women]}}
  - {{id: part, quote: 612 men, measure: men, period: 2015, part-of: whole, same-as: men}}
"""


def test_the_claim_that_most_findings_rest_on_is_named() -> None:
    result = check({"a.yaml": HEAD + _claims("587")}, select=["numbers"]).result
    assert len(result.findings) >= 3
    assert result.hints == (
        f"Settle “587 people” (a.yaml:9) first: all {len(result.findings)} findings that hang "
        "together rest on it.",
    )
    assert "Settle “587 people” (a.yaml:9) first" in render(result, Style())
    assert "Settle" not in render(result, Style(quiet=True))


def test_few_findings_need_no_beginning() -> None:
    assert check({"a.yaml": HEAD + _claims("857")}).result.hints == ()
