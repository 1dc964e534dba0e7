"""Files that the format allows, and files that it does not: each of these says what is expected.

`# expect LINE: WORDS` in an invalid file is one finding; there must be no other.
"""

import json
import re
from pathlib import Path

import pytest
import yaml

from checker.read.document import read_document
from checker.read.load import read_text
from checker.read.schema import claims_schema, claims_validator

CASES = Path(__file__).parents[1] / "schema"
VALID = sorted((CASES / "valid").glob("*.yaml"))
INVALID = sorted((CASES / "invalid").glob("*.yaml"))
EXPECTED = re.compile(r"# expect (\d+): (.*)")
LEAKS = ("is not of type", "required property", "does not match", "was unexpected", "under any of")


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_valid_files_are_valid(path):
    file, findings = read_text(path.name, path.stem, path.read_text())
    assert not findings
    assert file is not None


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_valid_files_are_valid_for_editors_too(path):
    """Editors read numbers as numbers; dates they leave as text, as JSON knows no dates."""
    loader = type(
        "Loader",
        (yaml.SafeLoader,),
        {
            "yaml_implicit_resolvers": {
                first: [(tag, pattern) for tag, pattern in resolvers if "timestamp" not in tag]
                for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
            }
        },
    )
    text = re.sub(r"100,000", "'100,000'", path.read_text()).replace(" on:", " 'on':")
    data = json.loads(json.dumps(yaml.load(text, loader)))
    assert [str(error) for error in claims_validator().iter_errors(data)] == []


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_each_fault_is_one_finding_in_plain_words(path):
    text = path.read_text()
    expected = [(int(line), words) for line, words in EXPECTED.findall(text)]
    _, findings = read_text(path.name, path.stem, text)
    assert expected
    assert len(findings) == len(expected), [f.message for f in findings]
    for finding, (line, words) in zip(findings, expected, strict=True):
        assert finding.span.line == line
        assert words in finding.message
        assert finding.rule in {"format/schema", "format/duplicate-id"}
        assert finding.severity == "error"
        assert not any(leak in finding.message for leak in LEAKS)


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_the_place_stands_on_one_line_and_in_the_file(path):
    lines = path.read_text().split("\n")
    _, findings = read_text(path.name, path.stem, path.read_text())
    for finding in findings:
        assert finding.span.column <= len(lines[finding.span.line - 1]) + 1


def _properties(node, where=""):
    if isinstance(node, dict):
        for name, each in node.get("properties", {}).items():
            if "const" not in each:
                yield f"{where}/{name}", each
        for key, each in node.items():
            yield from _properties(each, f"{where}/{key}")
    elif isinstance(node, list):
        for index, each in enumerate(node):
            yield from _properties(each, f"{where}/{index}")


def test_every_property_has_a_description_and_examples_that_hold():
    import jsonschema_rs

    schema = claims_schema()
    found = list(_properties(schema))
    assert len(found) > 70
    for where, node in found:
        assert node.get("description"), where
        assert node.get("examples"), where
        rule = {**node, "$defs": schema["$defs"]}
        for example in node["examples"]:
            assert jsonschema_rs.is_valid(rule, example), (where, example)


def test_every_mapping_is_closed():
    def mappings(node):
        if isinstance(node, dict):
            if "properties" in node and "const" not in json.dumps(node["properties"])[:40]:
                yield node
            for each in node.values():
                yield from mappings(each)
        elif isinstance(node, list):
            for each in node:
                yield from mappings(each)

    closed = [node for node in mappings(claims_schema()) if "additionalProperties" in node]
    assert len(closed) >= 13
    assert all(node["additionalProperties"] is False for node in closed if "properties" in node)


def test_other_validators_read_the_schema_alike():
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft202012Validator(claims_schema())
    jsonschema.Draft202012Validator.check_schema(claims_schema())
    for path in [*VALID, *INVALID]:
        document, _ = read_document(path.name, path.read_text())
        assert validator.is_valid(document.data) == claims_validator().is_valid(document.data), path


def test_the_top_description_tells_how_editors_complete():
    assert "# yaml-language-server: $schema=" in claims_schema()["description"]


def test_what_is_faulty_is_left_out_and_the_rest_is_used():
    text = (CASES / "invalid" / "many-faults.yaml").read_text()
    text += "  - {id: c, measure: m, value: 3}\n"
    file, _ = read_text("x.yaml", "x", text)
    assert [claim.id for claim in file.claims] == ["c"]
    assert file.entities == ()
    assert file.left_out == (
        ("claims", "a"),
        ("claims", "b"),
        ("entities", "li"),
        ("entities", "wu"),
    )
    assert file.article is not None
