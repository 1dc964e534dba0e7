"""Articles checked as text: findings in the article's own lines, inside it and between two."""

import pytest

from checker.draft.compose import LONGEST
from checker.options import Options
from checker.scanning import scan_texts


def found(texts, **options):
    return [
        (f.severity.value, f.rule)
        for f in scan_texts(texts, **options).findings
        if f.severity.value != "note"
    ]


def test_a_clean_article_is_silent():
    result = scan_texts({"a.txt": "The fire killed 12 people, police said. Rain fell on the town."})
    assert (result.findings, result.status, result.summary.files) == ((), 0, 1)


def test_findings_stand_in_the_text():
    text = "The fire killed 12 people in the mill.\n\nThe fire killed 15 people in the mill."
    (finding,) = scan_texts({"a.txt": text}).findings
    assert (finding.rule, finding.severity.value) == ("numbers/conflicting-values", "error")
    assert (finding.span.path, finding.span.line, finding.span.column) == ("a.txt", 3, 17)
    assert [related.span.line for related in finding.related] == [3, 1]


def test_what_the_draft_is_unsure_of_is_a_warning():
    text = "Officers seized 1.2 billion yuan in illegal assets.\n\nPolice confiscated 800 billion yuan in illegal funds."
    assert found({"a": text}) == [("warning", "numbers/conflicting-values")]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The bridge collapsed on Monday, March 3, 2015.", "time/weekday-mismatch"),
        (
            "The plant cost 3.2 billion yuan ($1.2 billion) in May 2015.",
            "money/conversion-mismatch",
        ),
        ("The bus held 42 passengers, including 51 children.", "numbers/part-exceeds-whole"),
        ("It held 30 people: 12 men, 9 women and 14 girls.", "numbers/sum-mismatch"),
        ("Exports rose 20 percent to 450 tonnes from 250 tonnes.", "numbers/change-mismatch"),
        ("Liu Dong, a deputy director, came. The banks closed, Lui said.", "names/unknown-variant"),
    ],
)
def test_rules_judge_drafts(text, rule):
    assert rule in {name for _, name in found({"a": text}, published="2015-06-01")}


def test_two_articles_are_compared():
    result = scan_texts({"a.txt": "Molly has 5 red cars", "b.md": "Molly has 9 red cars"})
    (finding,) = result.findings
    assert {claim.partition("#")[0] for claim in finding.claims} == {"a", "b"}
    assert [related.span.path for related in finding.related] == ["a.txt", "b.md"]
    assert finding.fingerprint


def test_numbers_without_a_claim_get_one():
    (finding,) = scan_texts(
        {"a": "the ratio was 3 to 7 there", "b": "the ratio was 5 to 7 there"}
    ).findings
    assert {claim.rpartition("#")[2] for claim in finding.claims} == {"passage-1"}


def test_dates_of_two_articles_are_compared():
    texts = {"a": "The shop opened on 3 May 2014 here", "b": "The shop opened on 4 May 2014 here"}
    assert found(texts) == [("error", "time/conflicting-dates")]


def test_a_bound_and_a_larger_figure_agree():
    assert (
        found({"a": "More than 150 firms signed the pledge. By noon 163 firms had signed."}) == []
    )


def test_rules_can_be_chosen():
    texts = {"a": "Molly has 5 red cars", "b": "Molly has 9 red cars"}
    assert found(texts, options=Options(ignore=("numbers",))) == []
    assert found(texts, options=Options(select=("time",))) == []
    assert scan_texts(texts, options=Options(fail_on="never")).status == 0


def test_a_text_too_long_is_said():
    result = scan_texts({"a": "rain " * (LONGEST // 4)})
    assert [f.rule for f in result.findings] == ["format/unreadable-file"]


def test_the_same_text_gives_the_same_report():
    texts = {"a": "Molly has 5 red cars", "b": "Molly has 9 red cars"}
    assert scan_texts(texts) == scan_texts(texts)
