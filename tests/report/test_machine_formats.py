"""Each format for other programs, held against its schema or read by a parser of its own."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from report_samples import (
    BARE,
    EMPTY,
    HOSTILE,
    HOSTILE_RESULT,
    HOSTILE_TEXT,
    NOTE,
    PAIR,
    RESULT,
    TRIPLE,
)

from checker.finding import Finding, Query, Related, Repair, Severity
from checker.report._dump import dump
from checker.report.formats import FORMATS, renderer
from checker.report.style import Style
from checker.result import Accepted, Result
from checker.span import Span

PAGES = {
    "format/schema": "The file has another shape.\n\n## Why\n\nSo.",
    "numbers/sum-mismatch": "Parts do not add up.\n\n## Why\n\nSo.",
}
RESULTS = {"findings": RESULT, "hostile": HOSTILE_RESULT, "empty": EMPTY}
REPORT_SCHEMA = Path(__file__).parents[2] / "schemas" / "report.schema.json"
each_result = pytest.mark.parametrize("result", RESULTS.values(), ids=RESULTS)


def rendered(name: str, result: Result, **style) -> str:
    text = renderer(name)(result, Style(pages=PAGES, version="1.2.3", **style))
    text.encode("utf-8")  # whatever an article holds, a report can be written
    return text


def shuffled(result: Result) -> Result:
    return replace(result, findings=result.findings[::-1])


def test_there_is_a_renderer_for_each_format_and_no_other():
    assert all(callable(renderer(name)) for name in FORMATS)
    with pytest.raises(KeyError):
        renderer("style")


@pytest.mark.parametrize("name", FORMATS)
@each_result
def test_every_format_ends_its_last_line_and_repeats_its_bytes(name, result):
    text = rendered(name, result)
    assert text == rendered(name, result)
    assert text == "" or text.endswith("\n")


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"text", "html"}))
def test_the_order_of_findings_changes_nothing(name):
    assert rendered(name, RESULT) == rendered(name, shuffled(RESULT))


@settings(max_examples=60, deadline=None)
@given(st.text(), st.text(min_size=1), st.text())
def test_whatever_an_article_holds_every_report_can_be_read(words, path, speaker):
    side = Related(words, Span(path), words, speaker)
    repair = Repair(words, words, speaker, words)
    finding = Finding("a/b", Severity.ERROR, words, Span(path), (words, ""), (side, side), (words,))
    finding = replace(finding, repairs=(repair,), queries=(Query(speaker, words),), subject=words)
    result = Result((finding,), EMPTY.summary, 1, (Accepted(finding, words),), (finding,))
    reports = {name: rendered(name, result, verbose=True) for name in FORMATS}
    for name in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(reports[name])
    assert len(list(map(json.loads, reports["jsonl"].splitlines()))) >= 2
    assert len(reports["github"].splitlines()) == 2
    assert len(list(csv.reader(io.StringIO(reports["csv"])))) == 2
    ElementTree.fromstring(reports["junit"])
    tags = Tags()
    tags.feed(reports["html"])
    assert tags.open == []
    assert "script" not in tags.seen


# json


@pytest.mark.skipif(not REPORT_SCHEMA.is_file(), reason="schemas/report.schema.json is not there")
@each_result
def test_json_fits_its_schema(result):
    schema = json.loads(REPORT_SCHEMA.read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    validator.validate(json.loads(rendered("json", result)))


def test_json_is_sorted_by_path_line_and_rule():
    found = json.loads(rendered("json", RESULT))["findings"]
    keys = [(each["path"], each["line"], each["rule"]) for each in found]
    assert keys == sorted(keys)
    assert [each["rule"] for each in found] == [
        BARE.rule,
        NOTE.rule,
        TRIPLE.rule,
        PAIR.rule,
    ]


def test_json_holds_both_sides():
    pair = json.loads(rendered("json", RESULT))["findings"][-1]
    assert pair["claims"] == ["sky-net#bank-funds", "sky-net#confiscated"]
    assert pair["quote"].startswith("around 800 billion yuan")
    assert pair["speaker"] == "Public Security Ministry"
    (other,) = pair["related"]
    assert other == {
        "claim": "sky-net#confiscated",
        "path": "claims/sky-net.yaml",
        "line": 31,
        "column": 5,
        "quote": "illegal assets worth 1.2 billion yuan have been confiscated",
        "speaker": "the article",
    }
    assert pair["repairs"][0]["from"] == "800 billion yuan"
    assert pair["repairs"][0]["settles"] == ["aa11", "bb22"]


def test_json_keeps_scripts_as_they_are_and_texts_as_they_were():
    assert "追回赃款12亿元" in rendered("json", RESULT)
    (finding,) = json.loads(rendered("json", HOSTILE_RESULT))["findings"]
    # half a character is the one thing that no encoding holds
    assert finding["quote"] == HOSTILE_TEXT.replace("\ud800", "\\ud800")


def test_json_means_the_same_and_does_nothing_to_a_terminal():
    risky = "\x1b[2J \x7f \x85 \x9b31m \u2028 \u2029 \u202e \u2066 \u200f"
    text = dump(risky)
    assert json.loads(text) == risky
    assert text.removesuffix("\n").isprintable()


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"html"}))
def test_no_report_holds_what_a_terminal_would_obey(name):
    text = rendered(name, HOSTILE_RESULT, verbose=True)
    harmless = {"\n", "\ufffe"}  # the second is no character at all
    assert not {char for char in text if not char.isprintable()} - harmless


def test_related_claims_of_a_finding_without_claims_are_all_others():
    loose = replace(PAIR, claims=())
    (finding,) = json.loads(rendered("json", Result((loose,), EMPTY.summary, 1)))["findings"]
    assert len(finding["related"]) == 2
    assert finding["quote"] == ""


def test_jsonl_is_the_findings_of_json_and_a_summary():
    rows = [json.loads(line) for line in rendered("jsonl", RESULT).splitlines()]
    whole = json.loads(rendered("json", RESULT))
    assert rows[:-1] == whole["findings"]
    assert rows[-1] == {"version": 1, "summary": whole["summary"]}
    assert rendered("jsonl", EMPTY, quiet=True) == ""


# sarif


@each_result
def test_sarif_fits_the_official_schema(result):
    model = pytest.importorskip("pydantic_sarif.model", reason="pydantic-sarif is not installed")
    log = model.StaticAnalysisResultsFormatSarifVersion210JsonSchema
    log.model_validate_json(rendered("sarif", result))


@each_result
def test_sarif_rule_indexes_point_at_their_rules(result):
    (run,) = json.loads(rendered("sarif", result))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert {rule["id"] for rule in rules} >= set(PAGES)
    for each in run["results"]:
        assert rules[each["ruleIndex"]]["id"] == each["ruleId"]


def test_sarif_says_where_and_against_what():
    (run,) = json.loads(rendered("sarif", RESULT))["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["version"] == "1.2.3"
    broken, _, _, pair, accepted = run["results"]
    location = broken["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "claims/a%20folder/broken.yaml"
    assert location["region"] == {"startLine": 3, "startColumn": 1, "endLine": 4, "endColumn": 2}
    assert pair["partialFingerprints"] == {"factcheck/v1": "aa11"}
    assert [side["id"] for side in pair["relatedLocations"]] == [1]
    assert accepted["suppressions"][0]["justification"] == "The ministry says so. (M. Editor)"


def test_sarif_carries_the_pages():
    (run,) = json.loads(rendered("sarif", RESULT))["runs"]
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert rules["numbers/sum-mismatch"]["help"]["markdown"] == PAGES["numbers/sum-mismatch"]
    assert rules["numbers/sum-mismatch"]["shortDescription"] == {"text": "Parts do not add up."}
    assert rules[PAIR.rule] == {"id": PAIR.rule}


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("claims/x.yaml", "claims/x.yaml"),
        ("./claims//x.yaml", "claims/x.yaml"),
        ("../a/x.yaml", "../a/x.yaml"),
        ("/tmp/a b.yaml", "file:///tmp/a%20b.yaml"),
        ("a#b?c%:é.yaml", "a%23b%3Fc%25%3A%C3%A9.yaml"),
    ],
)
def test_sarif_uris_lead_back_to_the_path(path, uri):
    finding = replace(BARE, span=replace(BARE.span, path=path))
    (run,) = json.loads(rendered("sarif", Result((finding,), EMPTY.summary, 1)))["runs"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == uri
    assert unquote(urlsplit(uri).path) in {path, path.removeprefix("./").replace("//", "/")}


# github

COMMAND = re.compile(r"^::(error|warning|notice) ([^:]*)::(.*)$")


def unescaped(text: str) -> str:
    for code, char in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, char)
    return text


def test_github_annotations():
    *annotations, summary = rendered("github", RESULT).splitlines()
    matches = [COMMAND.match(line) for line in annotations]
    assert [match[1] for match in matches] == ["error", "notice", "warning", "error"]
    fields = dict(field.split("=", 1) for field in matches[-1][2].split(","))
    assert fields == {
        "file": "claims/sky-net.yaml",
        "line": "96",
        "endLine": "96",
        "col": "5",
        "endColumn": "30",
        "title": "factcheck numbers/part-exceeds-whole",
    }
    assert unescaped(matches[-1][3]).splitlines()[0] == PAIR.message
    assert summary.startswith("2 files, 63 claims")


def test_github_is_given_no_commands_by_an_article():
    lines = rendered("github", HOSTILE_RESULT, quiet=True).splitlines()
    (match,) = (COMMAND.match(line) for line in lines)
    fields = dict(field.split("=", 1) for field in match[2].split(","))
    assert set(fields) == {"file", "line", "endLine", "title"}
    assert unescaped(fields["file"]) == "a \\x1b[31m/é %,:.yaml"
    assert all(char.isprintable() for char in lines[0])


def test_github_messages_are_cut_to_length():
    long = replace(PAIR, message="x%" * 10_000)
    text = rendered("github", Result((long,), EMPTY.summary, 1), quiet=True)
    assert len(unescaped(COMMAND.match(text)[3])) == 4000
    assert text.endswith("…\n")


# gitlab


@each_result
def test_gitlab_issues_have_what_gitlab_needs(result):
    issues = json.loads(rendered("gitlab", result))
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert issue["location"]["lines"]["begin"] >= 1
        assert not issue["location"]["path"].startswith("./")
        assert issue["fingerprint"]
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_gitlab_keeps_the_first_of_equal_fingerprints():
    prints = [issue["fingerprint"] for issue in json.loads(rendered("gitlab", RESULT))]
    assert prints.count("cc33") == 1
    assert "aa11" in prints


# rdjson


@each_result
def test_rdjson_has_the_shape_of_a_diagnostic_result(result):
    report = json.loads(rendered("rdjson", result))
    assert report["source"] == {"name": "factcheck"}
    for diagnostic in report["diagnostics"]:
        assert set(diagnostic) == {"message", "location", "severity", "code"}
        assert diagnostic["severity"] in {"ERROR", "WARNING", "INFO"}
        assert set(diagnostic["location"]) == {"path", "range"}
        # whole lines: its columns would have to count bytes
        start, end = diagnostic["location"]["range"].values()
        assert set(start) == set(end) == {"line"}
        assert start["line"] <= end["line"]


# junit


@each_result
def test_junit_counts_what_it_holds(result):
    root = ElementTree.fromstring(rendered("junit", result))
    cases = root.findall("testsuite/testcase")
    for element in (root, root.find("testsuite")):
        assert int(element.get("tests")) == len(cases) >= 1
        assert int(element.get("failures")) == len(root.findall(".//failure"))
    assert all(case.get("name") and case.get("classname") for case in cases)


def test_junit_is_read_by_a_parser():
    junitparser = pytest.importorskip("junitparser", reason="junitparser is not installed")
    report = junitparser.JUnitXml.fromstring(rendered("junit", RESULT).encode())
    (suite,) = report
    kinds = [[type(outcome).__name__ for outcome in case.result] for case in suite]
    assert kinds == [["Failure"], [], ["Failure"], ["Failure"]]
    assert suite.tests == 4
    assert suite.failures == 3


def test_junit_shows_the_words():
    root = ElementTree.fromstring(rendered("junit", RESULT))
    failure = root.findall(".//failure")[-1]
    assert failure.get("message") == PAIR.message
    assert failure.get("type") == "error"
    assert "the article: “illegal assets" in failure.text
    assert root.find(".//system-out").text.startswith(NOTE.message)


# csv


@each_result
def test_csv_is_a_table(result):
    header, *rows = csv.reader(io.StringIO(rendered("csv", result), newline=""))
    assert len(rows) == len(result.findings)
    assert all(len(row) == len(header) for row in rows)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", " =", "＝"])
def test_csv_holds_no_formulas(start):
    finding = replace(HOSTILE, message=start + "1+1", rule=start + "1")
    rows = list(csv.DictReader(io.StringIO(rendered("csv", Result((finding,), EMPTY.summary, 1)))))
    for row in rows:
        assert row["message"].startswith("'")
        assert not any(cell.lstrip().startswith(tuple("=+-@\t\r＝")) for cell in row.values())


def test_csv_names_both_sides():
    rows = list(csv.DictReader(io.StringIO(rendered("csv", RESULT))))
    pair = rows[-1]
    assert pair["speaker"] == "Public Security Ministry"
    assert pair["other sides"].startswith("the article: “illegal assets worth 1.2 billion yuan")
    assert pair["repair"].startswith("It would be right if “800 billion yuan” read")


# html


class Tags(HTMLParser):
    """Collects tags, to see that they are closed, and what could load or run something."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""

    def handle_starttag(self, tag, attrs):
        self.seen.append(tag)
        self.attributes += attrs
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


@each_result
@pytest.mark.parametrize("verbose", [False, True])
def test_html_is_whole_and_holds_nothing_that_runs(result, verbose):
    page = rendered("html", result, verbose=verbose)
    tags = Tags()
    tags.feed(page)
    tags.close()
    assert tags.open == []
    assert not set(tags.seen) & {"script", "img", "iframe", "link", "object", "form", "svg"}
    assert not [name for name, _ in tags.attributes if name.startswith("on") or name == "src"]
    assert "default-src 'none'" in page


def test_html_allows_only_its_own_style_sheet():
    from base64 import b64encode
    from hashlib import sha256

    page = rendered("html", RESULT)
    sheet = page[page.index("<style>") + 7 : page.index("</style>")]
    digest = b64encode(sha256(sheet.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in page
    assert " style=" not in page


def test_html_shows_what_the_editor_needs():
    tags = Tags()
    tags.feed(rendered("html", RESULT, verbose=True))
    for words in (
        PAIR.message,
        "illegal assets worth 1.2 billion yuan",
        "Public Security Ministry",
        "追回赃款12亿元",
        "at least 600 billion yuan",
        "It would be right if “800 billion yuan” read “800 million yuan”",
        "How much was seized",
        "The ministry says so. (M. Editor)",
        "1.2 billion CNY at 6.42 is 187 million USD",
        "2 files, 63 claims: 2 errors",
    ):
        assert words in tags.text
