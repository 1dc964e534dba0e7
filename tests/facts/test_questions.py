"""Questions: whom to ask what, so that a finding is settled."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.api import check
from checker.cli import main
from checker.finding import Query
from checker.report.queries import render
from checker.report.style import Style

HEAD = """
article: {title: A count, byline: Ida Holm, publisher: The Post, published: 2015-12-09}
entities:
  ana: {type: person, name: Ana Prado, born: 1954-05-01}
  ministry: {type: organization, name: Ministry of Health}
events:
  opening: {name: the opening}
measures:
  back: {name: people brought back, kind: flow}
  money: {name: money seized, kind: flow, unit: CNY}
claims:
"""


def queries(claims: str, head: str = HEAD) -> list[tuple[str, str]]:
    found = check(
        {"a.yaml": head + claims}, today="2026-01-01", select=["numbers", "time", "money"]
    )
    return [
        (query.ask, query.question)
        for finding in found.findings
        if finding.severity != "note"
        for query in finding.queries
    ]


TWO = """
  - {id: a, quote: 72, measure: back, value: 72 people, period: 2015}
  - {id: b, quote: 65, measure: back, value: 65 people, period: 2015, speaker: ministry}
"""


def test_both_sides_are_asked_which_figure_holds() -> None:
    found = queries(TWO)
    assert [ask for ask, _ in found] == ["Ministry of Health", "Ida Holm"]
    assert all("“65 people” or “72 people”" in asked for _, asked in found)


def test_what_lies_outside_the_days_of_the_whole() -> None:
    (found,) = queries(
        """
  - {id: a, quote: x, measure: money, value: 1.2 billion yuan, period: 2015-05-09/2015-12-09}
  - {id: b, quote: x, measure: bank, value: 800 billion yuan, period: 2015-04-01/2015-11-30}
""".replace("measure: bank", "measure: bank"),
        HEAD.replace(
            "claims:", "  bank: {name: bank funds, kind: flow, broader: [money]}\nclaims:"
        ),
    )
    assert found == (
        "Ida Holm",
        "How much of “800 billion yuan” lies outside 9 May 2015 to 30 November 2015?",
    )


@pytest.mark.parametrize(
    ("claims", "question"),
    [
        (
            "  - {id: d, quote: x, event: opening, date: 2015-03-17}\n"
            "  - {id: e, quote: x, event: opening, date: 2011-08-29}\n",
            "When was the opening: “2011-08-29” or “2015-03-17”?",
        ),
        (
            "  - {id: d, quote: x, subject: ana, age: 50}\n",
            "Is this right: Ana Prado “50 years old”?",
        ),
        (
            "  - {id: m, quote: x, measure: money, value: 12 billion yuan, restated: $12 million}\n",
            "Which is the original amount, “12 billion yuan” or “$12 million”, and how was it "
            "converted?",
        ),
    ],
)
def test_days_ages_and_money(claims: str, question: str) -> None:
    assert question in [asked for _, asked in queries(claims)]


def test_without_a_byline_the_desk_is_asked() -> None:
    head = HEAD.replace("byline: Ida Holm, ", "")
    assert "the desk of The Post (“A count”)" in dict(queries(TWO, head))


def test_notes_ask_nothing_of_their_own() -> None:
    found = check({"a.yaml": HEAD + "  - {id: a, quote: x, measure: back, value: 7 people}\n"})
    assert all(finding.queries == () for finding in found.findings)


def test_the_report_groups_by_whom_to_ask() -> None:
    result = check({"a.yaml": HEAD + TWO}, select=["numbers"]).result
    text = render(result, Style())
    assert text.startswith("Ask Ida Holm:\n  - Which holds for people brought back")
    assert "    (a.yaml:14)\n" in text
    assert text.endswith("2 questions to 2 sources\n")
    assert render(check({"a.yaml": HEAD + "  []"}).result, Style()) == "There is nothing to ask.\n"


def test_a_rule_s_own_question_stays() -> None:
    claims = "  - {id: s, quote: x, measure: back, share: half, value: 5 people}\n"
    found = check({"a.yaml": HEAD + claims}, select=["numbers"]).findings
    assert [type(query) for each in found for query in each.queries] == [Query]


def test_attributes_ask_which_it_is() -> None:
    claims = """
  - {id: a, quote: x, subject: ana, attribute: birthplace, is: Recife}
  - {id: b, quote: x, subject: ana, attribute: birthplace, is: Olinda}
"""
    found = check({"a.yaml": HEAD + claims}, select=["names"]).findings
    asked = [query.question for each in found for query in each.queries]
    assert any("“Olinda” or “Recife”" in question for question in asked)


def test_several_figures_are_all_named() -> None:
    claims = """
  - {id: a, quote: x, measure: back, value: 12 people}
  - {id: b, quote: x, measure: back, value: 13 people, period: 2014}
  - {id: c, quote: x, measure: money, value: 99 yuan, sum-of: [a, b]}
  - {id: d, quote: x, measure: back, value: 40 people, speaker: ministry, sum-of: [a, b], period: 2011}
"""
    asked = queries(claims)
    assert asked[0][1].startswith("Which of these is wrong: people brought back")
    assert {"Ida Holm", "Ministry of Health"} == {ask for ask, _ in asked}


def test_the_command_lists_the_questions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.yaml").write_text(HEAD + TWO, encoding="utf-8")
    assert main(["queries", str(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith("Ask Ida Holm:\n")
    assert main(["queries", str(tmp_path / "nowhere")]) == 2
