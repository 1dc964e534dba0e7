"""The two real articles: what the run must find, and what it must leave alone."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from checker.draft.compose import compose
from checker.finding import Finding
from checker.read.discover import discover
from checker.read.load import load
from checker.run import Options, run

ROOT = Path(__file__).resolve().parents[1]
TEXTS = ROOT.parent / "shared" / "articles"
NEEDS_TEXTS = pytest.mark.skipif(
    not TEXTS.is_dir(),
    reason="the articles' texts are not beside this checkout (../shared/articles)",
)
FIRST, SECOND = "sky-net", "guangdong"


def findings_of(*texts: str) -> tuple[Finding, ...]:
    return run([str(ROOT / "claims")], Options(texts=texts, today="2026-01-01")).findings


@pytest.fixture(scope="module")
def alone() -> tuple[Finding, ...]:
    return findings_of()


@pytest.fixture(scope="module")
def with_texts() -> tuple[Finding, ...]:
    return findings_of(str(TEXTS))


def only(findings: tuple[Finding, ...], rule: str, *claims: str) -> Finding:
    """The one finding of a rule that rests on these claims (on no claim, where none is named)."""
    keys = {f"{FIRST}#{claim}" if "#" not in claim else claim for claim in claims}
    found = [f for f in findings if f.rule == rule and keys <= set(f.claims)]
    assert len(found) == 1, [(f.rule, f.claims) for f in findings]
    return found[0]


def words_of(finding: Finding) -> str:
    return "\n".join([finding.message, *finding.explanation])


def written_at(finding: Finding) -> str:
    """The line of the file that the finding is placed at."""
    return Path(finding.span.path).read_text(encoding="utf-8").split("\n")[finding.span.line - 1]


class TestFound:
    """Of the claims alone; the texts change none of it."""

    def test_li_is_no_form_of_anyone_introduced(self, alone):
        finding = only(alone, "names/unknown-variant", "remarks-on")
        assert "{Li: liu-jianchao" in written_at(finding)
        assert "most likely Liu Jianchao" in words_of(finding)
        assert "Liu Dong" in words_of(finding)

    def test_lui_is_no_form_of_anyone_introduced(self, alone):
        finding = only(alone, "names/unknown-variant", "transferred")
        assert "{Lui: liu-dong}" in written_at(finding)
        for words in ("Liu Dong", "two letters swapped", "no syllable of pinyin"):
            assert words in words_of(finding)
        assert [repair.after for repair in finding.repairs] == ["Liu"]

    def test_wednesday_is_not_the_eve_of_that_wednesday(self, alone):
        finding = only(alone, "time/weekday-mismatch", "remarks-on", "told-on")
        assert finding.severity == "error"
        assert "Wednesday 9 December 2015" in words_of(finding)
        assert "Tuesday 8 December 2015" in words_of(finding)

    def test_nor_where_only_the_year_is_known(self, tmp_path):
        for name in ("register.yaml", "sky-net.yaml"):
            claims = (ROOT / "claims" / name).read_text(encoding="utf-8")
            (tmp_path / name).write_text(claims.replace("2015-12-09\n", "2015\n"), encoding="utf-8")
        found = run([str(tmp_path)], Options(today="2026-01-01")).findings
        finding = only(found, "time/weekday-mismatch", "remarks-on", "told-on")
        assert finding.severity == "error"

    def test_800_billion_of_1_2_billion(self, alone):
        finding = only(alone, "numbers/part-exceeds-whole", "bank-funds", "confiscated")
        assert finding.severity == "warning"
        for words in ("667 times", "1 April 2015", "30 November 2015", "9 May 2015", "9 December"):
            assert words in words_of(finding)
        assert "share 9 May 2015 to 30 November 2015" in words_of(finding)
        assert "would have to fall" in words_of(finding)

    def test_which_liu(self, alone):
        finding = only(alone, "names/ambiguous-name", "common-interests")
        assert "{Liu: liu-jianchao" in written_at(finding)
        assert "Liu Jianchao or Liu Dong" in finding.message

    def test_nearly_half_of_what(self, alone):
        finding = only(alone, "numbers/share-without-whole", "at-large")
        assert finding.severity == "note"
        assert "share:" in written_at(finding)

    def test_three_ways_to_say_since_april(self, alone):
        finding = only(alone, "time/period-drift", "returned", "confiscated")
        assert finding.severity == "note"

    def test_days_of_an_article_without_a_day(self, alone):
        finding = only(
            alone, "time/unanchored-date", f"{SECOND}#meeting-day", f"{SECOND}#zhang-told"
        )
        assert finding.severity == "note"

    @NEEDS_TEXTS
    def test_the_quotation_mark_before_sky_net(self, with_texts):
        finding = only(with_texts, "source/unbalanced-quotation")
        assert finding.severity == "warning"
        assert finding.span.path.endswith("003_be0e26b69f1b021f.txt")
        column = finding.span.column - 1
        assert written_at(finding)[column : column + 8] == '"Sky Net'

    @NEEDS_TEXTS
    def test_page_furniture_and_the_caption_printed_twice(self, with_texts):
        found = [f for f in with_texts if f.rule == "source/boilerplate"]
        assert [f.span.line for f in found] == [3, 9]
        assert "twice" in found[0].message
        assert "Like Us on Facebook" in found[1].message


SILENT = {
    "189 million dollars for 1.2 billion yuan": ["confiscated"],
    "48, 34, 19 and one of over 700: an open list": [
        "from-usa", "from-canada", "from-australia", "from-uk",
    ],
    "96 officials, 300 persuaded and the rest": ["officials", "persuaded", "forced"],
    "300 persuaded and 300 arrested": ["persuaded", "suspects-arrested"],
    "64 years old, fled 13 years ago": ["huang-age", "huang-fled"],
    "back in 2004 after three years, sentenced in 2006 to 12": [
        f"{SECOND}#{claim}" for claim in ("yu-returned", "yu-fled", "yu-sentenced", "yu-term")
    ],
    "Tianwang and Sky Net": ["code-name", f"{SECOND}#code-name"],
    "U.S. and United States": ["from-usa", "huang-came-from", "hideaways", f"{SECOND}#yu-fled"],
    "two people called Liu as such": ["liu-role", "liu-dong-role"],
    "Bank of China and People's Bank of China": ["central-bank", f"{SECOND}#yu-role"],
    "Yu and the byline": [f"{SECOND}#yu-returned", f"{SECOND}#contributor"],
    "1,240, 42 and over 700": [f"{SECOND}#escaped", f"{SECOND}#returned-last-year", "returned"],
    "Sunday before Wednesday": ["huang-surrendered"],
}  # fmt: skip
# findings that the silent claims take part in for another reason
ELSEWHERE = {"numbers/part-exceeds-whole"}


@pytest.mark.parametrize("case", SILENT)
def test_silent(case, alone):
    keys = {claim if "#" in claim else f"{FIRST}#{claim}" for claim in SILENT[case]}
    loud = [f for f in alone if f.severity != "note" and f.rule not in ELSEWHERE]
    assert [(f.rule, f.claims) for f in loud if keys & set(f.claims)] == []


def test_one_articles_wednesday_is_not_the_others(alone):
    across = [f for f in alone if {key.partition("#")[0] for key in f.claims} == {FIRST, SECOND}]
    assert across == []


EXPECTED = {
    ("names/ambiguous-name", "warning"),
    ("names/unknown-variant", "error"),
    ("names/unknown-variant", "warning"),
    ("numbers/part-exceeds-whole", "warning"),
    ("numbers/share-without-whole", "note"),
    ("time/period-drift", "note"),
    ("time/unanchored-date", "note"),
    ("time/weekday-mismatch", "error"),
}
OF_THE_TEXTS = {("source/unbalanced-quotation", "warning"), ("source/boilerplate", "note")}


def test_nothing_else_is_said_of_the_claims_alone(alone):
    said = {(f.rule, f.severity.value) for f in alone}
    assert said == EXPECTED | {("source/text-missing", "note")}
    assert sum(f.rule == "source/text-missing" for f in alone) == 1


@NEEDS_TEXTS
def test_nothing_else_is_said_with_the_texts(with_texts):
    assert {(f.rule, f.severity.value) for f in with_texts} == EXPECTED | OF_THE_TEXTS


@NEEDS_TEXTS
def test_claims_hold_no_long_passage_of_a_text():
    """Short fragments only: newsrooms may not redistribute texts."""
    from checker.read.discover import discover
    from checker.read.load import load

    loaded = load(discover([str(ROOT / "claims")]), [TEXTS])
    quotes = [q for file in loaded.files for claim in file.claims for q in claim.quotes]
    assert len(quotes) > 90
    assert max(len(quote.split()) for quote in quotes) <= 16


@NEEDS_TEXTS
def test_a_draft_covers_what_people_claimed():
    sys.path.insert(0, str(ROOT / "bench"))
    from score_drafts import KINDS, is_drafted

    loaded = load(discover([str(ROOT / "claims")]), [str(TEXTS)])
    for file in loaded.files:
        if file.id in loaded.texts:
            draft = compose(loaded.texts[file.id].text)
            claims = [claim for claim in file.claims if type(claim.asserts) in KINDS]
            assert sum(is_drafted(claim, draft) for claim in claims) >= 0.9 * len(claims)
