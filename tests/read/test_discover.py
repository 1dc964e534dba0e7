"""Paths to files: roots, ids, what is shown, and what cannot be read."""

import os

import pytest

from checker.read.discover import Source, Unusable, discover, from_mapping
from checker.read.load import load

TEXT = "article: {}\n"


@pytest.fixture
def tree(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def make(*names, text=TEXT):
        for name in names:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        return tmp_path

    return make


def ids(sources, *, shown=True):
    return [source.file_id for source in sources if source.shown or not shown]


def test_a_folder_is_a_root_at_any_depth_in_order(tree):
    tree(
        "claims/b.yaml",
        "claims/a.yml",
        "claims/2015/sky-net.yaml",
        "claims/2015/08/x.y.yaml",
        "claims/readme.md",
    )
    found = discover(["claims"])
    assert ids(found) == ["2015/08/x.y", "2015/sky-net", "a", "b"]
    assert [source.path for source in found] == [
        "claims/2015/08/x.y.yaml",
        "claims/2015/sky-net.yaml",
        "claims/a.yml",
        "claims/b.yaml",
    ]


def test_hidden_names_are_skipped(tree):
    tree("claims/a.yaml", "claims/.git/b.yaml", "claims/.c.yaml")
    assert ids(discover(["claims/"])) == ["a"]


def test_a_file_alone_is_shown_alone_and_its_tree_is_read(tree):
    tree("claims/people.yaml", "claims/2015/x.yaml", "claims/2015/y.yaml", "other.yaml")
    found = discover(["claims/2015/x.yaml"])
    assert ids(found) == ["2015/x"]
    assert ids(found, shown=False) == ["2015/x", "2015/y", "people"]


def test_the_nearest_parent_called_claims_is_the_root(tree):
    tree("claims/claims/a/x.yaml", "claims/y.yaml")
    assert ids(discover(["claims/claims/a/x.yaml"]), shown=False) == ["a/x"]


def test_from_inside_the_tree_its_root_is_still_found(tree, monkeypatch):
    monkeypatch.chdir(tree("claims/2015/x.yaml", "claims/y.yaml") / "claims" / "2015")
    found = discover(["x.yaml"])
    assert ids(found) == ["2015/x"]
    assert ids(found, shown=False) == ["2015/x", "y"]


def test_the_configured_folder_comes_first(tree):
    tree("facts/claims/x.yaml", "facts/y.yaml")
    assert ids(discover(["facts/claims/x.yaml"], claims_folder="facts"), shown=False) == [
        "claims/x",
        "y",
    ]
    assert ids(discover(["facts/claims/x.yaml"], claims_folder="elsewhere"), shown=False) == ["x"]


def test_without_a_claims_folder_the_files_own_folder_is_the_root(tree):
    tree("facts/x.yaml", "facts/y.yaml", "z.yaml")
    assert ids(discover(["facts/x.yaml"]), shown=False) == ["x", "y"]


def test_an_absolute_path_is_shown_as_one(tree):
    top = tree("claims/x.yaml")
    assert [source.path for source in discover([top / "claims"])] == [
        (top / "claims/x.yaml").as_posix()
    ]
    assert [source.path for source in discover([top / "claims/x.yaml"])] == [
        (top / "claims/x.yaml").as_posix()
    ]


@pytest.mark.parametrize(
    "paths",
    [
        ["claims", "claims"],
        ["claims", "./claims/"],
        ["claims", "claims/2015"],
        ["claims/2015", "claims"],
        ["claims", "claims/2015/x.yaml"],
        ["claims/2015/x.yaml", "claims"],
        ["claims/2015/x.yaml", "claims/y.yaml"],
    ],
)
def test_overlapping_paths_count_once(tree, paths):
    tree("claims/2015/x.yaml", "claims/y.yaml")
    assert ids(discover(paths)) == ["2015/x", "y"]


def test_two_roots_with_one_id_keep_both(tree):
    tree("a/x.yaml", "b/x.yaml", "b/y.yaml")
    found = discover(["a", "b"])
    assert {source.path: source.file_id for source in found} == {
        "a/x.yaml": "x",
        "b/x.yaml": "b/x",
        "b/y.yaml": "y",
    }


def test_two_endings_with_one_id_keep_both(tree):
    tree("a/x.yaml", "a/x.yml")
    assert ids(discover(["a"])) == ["x", "a/x"]


def test_links_in_a_circle_are_followed_once(tree):
    top = tree("claims/a/x.yaml")
    (top / "claims/a/again").symlink_to(top / "claims", target_is_directory=True)
    (top / "claims/b").symlink_to(top / "claims/a", target_is_directory=True)
    (top / "claims/y.yaml").symlink_to(top / "claims/a/x.yaml")
    assert len(discover(["claims"])) == 1


@pytest.mark.parametrize(
    ("path", "words"), [("nowhere", "no such file or folder"), ("empty", "no claim files here")]
)
def test_what_cannot_be_used_at_all(tree, path, words):
    tree("empty/readme.md")
    with pytest.raises(Unusable, match=words) as raised:
        discover([path])
    assert path in str(raised.value)
    assert raised.value.message == str(raised.value)


def test_an_empty_folder_beside_a_good_one_is_still_wrong_usage(tree):
    tree("claims/x.yaml", "claims/none/readme.md")
    with pytest.raises(Unusable, match="claims/none"):
        discover(["claims", "claims/none"])


def test_standard_input(tree):
    (source,) = discover(["-"], stdin=b"article: {title: x}\n")
    assert (source.path, source.file_id) == ("<stdin>", "stdin")
    assert load([source]).files[0].article.title == "x"


def test_standard_input_under_a_name_stands_for_that_file(tree):
    tree("claims/x.yaml", "claims/y.yaml")
    found = discover(["-"], stdin=b"article: {title: new}\n", stdin_name="claims/x.yaml")
    loaded = load(found)
    assert loaded.shown == {"claims/x.yaml"}
    assert [(file.id, file.article.title) for file in loaded.files] == [("x", "new"), ("y", "")]
    unsaved = discover(["-"], stdin=b"article: {}\n", stdin_name="claims/new.yaml")
    assert ids(unsaved) == ["new"]
    assert ids(unsaved, shown=False) == ["new", "x", "y"]


def test_a_mapping_of_names_to_text():
    found = from_mapping({"2015/a.yaml": TEXT, "b.yml": TEXT.encode(), "c": TEXT, "d.e": TEXT})
    assert ids(found) == ["2015/a", "b", "c", "d.e"]
    assert len(load(found).files) == 4


def unreadable(paths):
    loaded = load(discover(paths))
    return [(f.rule, f.span.path, f.message) for f in loaded.findings], len(loaded.files)


def test_a_pipe_is_not_waited_for(tree):
    os.mkfifo(tree("claims/a.yaml") / "claims" / "p.yaml")
    findings, files = unreadable(["claims"])
    assert files == 1
    assert findings == [
        (
            "format/unreadable-file",
            "claims/p.yaml",
            "this is no plain file (perhaps a pipe or a device)",
        )
    ]


def test_a_folder_called_like_a_claim_file_is_said(tree):
    tree("claims/a.yaml", "claims/x.yaml/b.yaml")
    findings, files = unreadable(["claims"])
    assert files == 2
    ((rule, path, message),) = findings
    assert (rule, path) == ("format/unreadable-file", "claims/x.yaml")
    assert "folder" in message


def test_a_link_to_nothing(tree):
    (tree("claims/a.yaml") / "claims/b.yaml").symlink_to("gone")
    findings, files = unreadable(["claims"])
    assert files == 1
    assert findings[0][:2] == ("format/unreadable-file", "claims/b.yaml")


def test_a_name_that_is_no_utf8_can_be_printed(tree):
    top = tree("claims/a.yaml")
    (top / "claims" / os.fsdecode(b"b\xff.yaml")).write_text(TEXT)
    findings, files = unreadable(["claims"])
    assert files == 1
    assert findings[0][:2] == ("format/unreadable-file", "claims/b\\xff.yaml")
    assert "rename" in findings[0][2]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
@pytest.mark.parametrize("name", ["b.yaml", "sub"])
def test_what_may_not_be_opened(tree, name):
    top = tree("claims/a.yaml", "claims/b.yaml", "claims/sub/c.yaml")
    (top / "claims" / name).chmod(0)
    try:
        findings, files = unreadable(["claims"])
    finally:
        (top / "claims" / name).chmod(0o700)
    assert files == 2
    assert findings[0][:2] == ("format/unreadable-file", f"claims/{name}")
    assert "Permission denied" in findings[0][2]


@pytest.mark.parametrize(
    ("data", "words", "line"),
    [
        (b"a: b\nc: \xe9t\xe9\n", "save it as UTF-8", 2),
        (b"\x00\x01\xff\xfe" * 9, "not a text file", 1),
        (b"\xff\xfea\x00:\x00 \x00\x00\xd8", "UTF-16", 1),
    ],
)
def test_bytes_that_are_no_text(data, words, line):
    (finding,) = load(from_mapping({"a.yaml": data})).findings
    assert finding.rule == "format/unreadable-file"
    assert words in finding.message
    assert finding.span.line == line


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_that_say_what_they_are(encoding):
    loaded = load(from_mapping({"a.yaml": "article: {title: 刘建超}\n".encode(encoding)}))
    assert not loaded.findings
    assert loaded.files[0].article.title == "刘建超"


def test_a_source_with_nothing_to_read():
    loaded = load([Source("a.yaml", "a")])
    assert loaded.unread == ("a",)
    assert loaded.findings[0].rule == "format/unreadable-file"
