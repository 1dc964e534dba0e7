"""Renaming changes an id everywhere it stands and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import check, cli
from checker.edit.rename import NotRenamed, Renaming, Text, rename
from checker.read.load import read_text

REGISTER = """\
entities:
  li: {type: person, name: Li}   # the man
  "dept": {type: organization, name: Department, part-of: [ministry]}
  ministry: {type: organization, name: Ministry, distinct-from: dept}
measures:
  caught: {name: people caught}
  held: {name: people held, broader: caught}
"""
FIRST = """\
article: {title: One, published: 2015-12-09}
events:
  flight: {name: flight, of: li}
  return: {name: return, after: [flight]}
claims:
  - {id: one, quote: li li, measure: caught, value: 3, speaker: li, names: {Li: li, li: null}}
  - id: two  # not one
    quote: one
    measure: held
    value: 2
    part-of: "one"
  - {id: job, quote: x, subject: li, attribute: role, is: chief, of: dept}
  - {id: home, quote: x, subject: li, attribute: office, is: [ministry, li street]}
  - {id: gone, quote: x, event: flight, date: 2001-02-03}
  - {id: back, quote: x, event: return, date: 3 days after the flight}
  - {id: old, quote: x, subject: li, age: 64, as-of: flight}
"""
SECOND = """\
article: {title: Two, published: 2015-12-09}
claims:
  - {id: one, quote: x, measure: caught, value: 4, same-as: first#one}
  - {id: sum, quote: x, measure: caught, value: 7, sum-of: [one, '2015/first#one'], tags: [one]}
  - {id: much, quote: x, measure: caught, value: 9, times: {of: "#one", factor: twice}}
"""


def tree(**files: str) -> list[Text]:
    texts = []
    for name, text in files.items():
        file, findings = read_text(f"{name}.yaml", name, text)
        assert file is not None
        assert not findings
        texts.append(Text(f"{name}.yaml", name, text, file))
    return texts


def renamed(old: str, new: str, kind: str | None = None) -> Renaming:
    second = SECOND.replace("2015/first", "first")
    return rename(tree(register=REGISTER, first=FIRST, second=second), old, new, kind)


def test_an_entity():
    found = renamed("li", "li-yi")
    assert found.texts == {
        "register.yaml": REGISTER.replace("  li:", "  li-yi:"),
        "first.yaml": FIRST.replace("of: li}", "of: li-yi}")
        .replace("speaker: li,", "speaker: li-yi,")
        .replace("{Li: li,", "{Li: li-yi,")
        .replace("subject: li,", "subject: li-yi,"),
    }
    assert found.kind == "entity"


def test_an_entity_in_attributes_and_quotation_marks():
    assert renamed("dept", "bureau").texts == {
        "register.yaml": REGISTER.replace('"dept"', '"bureau"').replace(
            "from: dept", "from: bureau"
        ),
        "first.yaml": FIRST.replace("of: dept", "of: bureau"),
    }
    assert "is: [mps, li street]" in renamed("ministry", "mps").texts["first.yaml"]


def test_a_measure():
    found = renamed("caught", "returned")
    assert found.texts["register.yaml"].count("returned") == 2
    assert found.texts["second.yaml"] == SECOND.replace("2015/", "").replace("caught", "returned")


def test_an_event_in_phrases_and_ages():
    text = renamed("flight", "escape").texts["first.yaml"]
    assert "  escape: {name: flight, of: li}" in text
    assert "after: [escape]" in text
    assert "event: escape, date: 2001" in text
    assert "date: 3 days after the escape" in text
    assert "as-of: escape" in text


def test_a_claim_in_its_file_and_in_others():
    found = renamed("first#one", "uno")
    assert found.texts["first.yaml"] == FIRST.replace("id: one", "id: uno").replace(
        '"one"', '"uno"'
    )
    assert found.texts["second.yaml"] == SECOND.replace("2015/", "").replace(
        "first#one", "first#uno"
    )
    other = renamed("second#one", "second#uno").texts
    assert list(other) == ["second.yaml"]
    assert "sum-of: [uno, 'first#one'], tags: [one]" in other["second.yaml"]
    assert 'of: "#uno"' in other["second.yaml"]


def test_renaming_back_gives_the_same_bytes():
    files = tree(register=REGISTER, first=FIRST, second=SECOND.replace("2015/", ""))
    for old, new in [("li", "x-y"), ("caught", "c"), ("flight", "f"), ("first#two", "due")]:
        texts = {each.path: each.text for each in files}
        texts.update(rename(files, old, new).texts)
        again = tree(**{path.removesuffix(".yaml"): text for path, text in texts.items()})
        back = "first#due" if "#" in old else new
        texts.update(rename(again, back, old.rpartition("#")[2]).texts)
        assert texts == {each.path: each.text for each in files}


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("li", "dept", "dept is the id of another entity already (register.yaml:3)"),
        ("two", "one", "first#one is the id of another claim already (first.yaml:6)"),
        ("flight", "return", "already"),
        ("flihgt", "x", "event or claim called flihgt; did you mean flight?"),
        ("one", "x", "several claims are called one: write first#one or second#one"),
        ("li", "li yi", "'li yi' cannot be an id"),
        ("li", "null", "'null' cannot be an id"),
        ("li", "a#b", "cannot be an id"),
        ("li", "", "cannot be an id"),
    ],
)
def test_what_cannot_be_is_refused(old, new, words):
    with pytest.raises(NotRenamed) as caught:
        renamed(old, new)
    assert words in str(caught.value)


def test_one_id_of_two_kinds_needs_the_kind():
    files = tree(a="entities: {x: {type: group, name: X}}\nmeasures: {x: {name: x}}\n")
    with pytest.raises(NotRenamed, match="x is the id of an entity and of a measure"):
        rename(files, "x", "y")
    text = rename(files, "x", "y", "measure").texts["a.yaml"]
    assert text == "entities: {x: {type: group, name: X}}\nmeasures: {y: {name: x}}\n"


def test_ids_written_with_escapes_are_refused_and_aliases_follow_their_anchor():
    with pytest.raises(NotRenamed, match="the id is written in a way"):
        rename(tree(a='entities: {"\\x6ci": {type: group, name: X}}\n'), "li", "lu")
    text = "article: {}\nentities: {li: {type: person, name: Li}}\nclaims:\n"
    text += "  - {id: a, quote: x, speaker: &s li, direct: true}\n"
    text += "  - {id: b, quote: x, speaker: *s, direct: true}\n"
    assert rename(tree(a=text), "li", "lu").texts["a.yaml"] == text.replace("li:", "lu:").replace(
        "&s li", "&s lu"
    )


def test_the_command_changes_files_or_only_shows(tmp_path: Path, capsys):
    claims = tmp_path / "claims"
    claims.mkdir()
    (claims / "register.yaml").write_bytes(REGISTER.replace("\n", "\r\n").encode())
    (claims / "first.yaml").write_text(FIRST)
    before = check(claims)
    assert cli.main(["rename", "li", "lu", str(claims / "first.yaml"), "--dry-run"]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert len(shown) == 7
    assert shown[-1].endswith("register.yaml:2:3: li -> lu")
    assert (claims / "first.yaml").read_text() == FIRST
    assert cli.main(["rename", "li", "lu", str(claims)]) == 0
    assert b"\r\n  lu: {type" in (claims / "register.yaml").read_bytes()
    assert check(claims).summary == before.summary
    assert cli.main(["rename", "li", "x", str(claims)]) == 2
    (claims / "bad.yaml").write_text("claims: [")
    assert cli.main(["rename", "lu", "x", str(claims)]) == 2
    assert "bad.yaml:1: " in capsys.readouterr().err
    assert "lu" in (claims / "first.yaml").read_text()
