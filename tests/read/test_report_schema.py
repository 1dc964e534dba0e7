"""The schema of the JSON report: strict, and described throughout."""

import copy
import json

import jsonschema_rs
import pytest

from checker.schemas import schema_text

SCHEMA = json.loads(schema_text("report"))
PLACE = {"path": "claims/a.yaml", "line": 1, "column": 2}
REPORT = {
    "version": 1,
    "findings": [
        {
            **PLACE,
            "rule": "numbers/part-exceeds-whole",
            "severity": "error",
            "message": "The part is larger than the whole.",
            "end_line": 1,
            "end_column": 9,
            "claims": ["a#x", "2015/b#y"],
            "related": [{**PLACE, "claim": "2015/b#y", "quote": "…", "speaker": ""}],
            "explanation": ["a step"],
            "repairs": [{"claim": "a#x", "from": "1", "to": "2", "why": "a slip", "settles": []}],
            "queries": [{"ask": "the ministry", "question": "Which?"}],
            "fingerprint": "0af3",
        }
    ],
    "summary": dict.fromkeys(
        ("files", "claims", "errors", "warnings", "notes", "accepted", "baselined", "rules"), 0
    ),
}


def test_a_whole_report_is_valid():
    assert jsonschema_rs.is_valid(SCHEMA, REPORT)


def _finding(report):
    return report["findings"][0]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda report: report.update(version=2),
        lambda report: report.update(extra=1),
        lambda report: report.pop("summary"),
        lambda report: report["summary"].update(files=-1),
        lambda report: report["summary"].pop("rules"),
        lambda report: _finding(report).update(severity="fatal"),
        lambda report: _finding(report).update(line=0),
        lambda report: _finding(report).update(claims=["x"]),
        lambda report: _finding(report).update(claims=["a#x", "a#x"]),
        lambda report: _finding(report).update(fingerprint="xyz"),
        lambda report: _finding(report).update(extra=1),
        lambda report: _finding(report).pop("end_column"),
        lambda report: _finding(report)["repairs"][0].pop("from"),
        lambda report: _finding(report)["related"][0].update(speaker=None),
    ],
)
def test_anything_else_is_not(spoil):
    report = copy.deepcopy(REPORT)
    spoil(report)
    assert not jsonschema_rs.is_valid(SCHEMA, report)


def test_every_property_is_described():
    nodes = [SCHEMA, *SCHEMA["$defs"].values()]
    for node in nodes:
        for name, each in node.get("properties", {}).items():
            assert "$ref" in each or (each["description"] and "examples" in each), name


def test_an_unknown_schema_is_said():
    with pytest.raises(FileNotFoundError, match="nowhere"):
        schema_text("nowhere")
