"""Finding article texts."""

import hashlib

import pytest

from checker.read.discover import discover, from_mapping
from checker.read.load import load

STORY = "Over 700 fugitives\nwere caught – 刘.\n"
DIGEST = hashlib.sha256(STORY.encode()).hexdigest()


@pytest.fixture
def story(tmp_path, monkeypatch):
    """A claims tree with one article, and files beside it."""
    monkeypatch.chdir(tmp_path)

    def make(article, files=(), texts=(), name="claims/2015/a.yaml"):
        given = {name: f"article: {{{article}}}\n", **dict(files)}
        for place, content in given.items():
            path = tmp_path / place
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return load(discover(["claims"]), texts)

    return make


def found(loaded):
    assert not loaded.findings
    return loaded.texts.get("2015/a") or loaded.texts.get("a")


@pytest.mark.parametrize(
    ("article", "place", "texts"),
    [
        ("text: a.txt", "claims/2015/a.txt", []),
        ("text: ../../texts/a.txt", "texts/a.txt", []),
        ("text: a.txt", "archive/a.txt", ["archive"]),
        ("text: ../texts/a.txt", "texts/a.txt", ["texts"]),
        ("text: x/a.txt", "archive/x/a.txt", ["empty", "archive"]),
        (f"sha256: {DIGEST}", "archive/deep/whatever.md", ["archive"]),
        (f"sha256: {DIGEST.upper()}", "archive/whatever", ["archive"]),
        (f"text: gone.txt, sha256: {DIGEST}", "archive/other.txt", ["archive"]),
    ],
)
def test_where_a_text_may_lie(story, article, place, texts):
    text = found(story(article, {place: STORY}, texts))
    assert text.text == STORY
    assert text.sha256 == DIGEST
    assert text.path.endswith(place)


def test_of_two_texts_the_one_with_the_right_digest(story):
    files = {"claims/2015/a.txt": "edited", "archive/a.txt": STORY}
    assert found(story(f"text: a.txt, sha256: {DIGEST}", files, ["archive"])).text == STORY
    assert found(story("text: a.txt", files, ["archive"])).text == "edited"


def test_a_changed_text_is_there_with_its_own_digest(story):
    text = found(story(f"text: a.txt, sha256: {DIGEST}", {"claims/2015/a.txt": "edited"}))
    assert text.text == "edited"
    assert text.sha256 == hashlib.sha256(b"edited").hexdigest()


@pytest.mark.parametrize(
    "article", ["", "text: gone.txt", f"sha256: {DIGEST}", "text: '.'", 'text: "a\\0b"']
)
def test_a_text_that_is_not_there_is_no_finding_of_reading(story, article):
    loaded = story(article, {"archive/x.txt": "other"}, ["archive"])
    assert loaded.texts == {}
    assert not loaded.findings


@pytest.mark.parametrize("path", ["/etc/passwd", "../../../../../../../../../../etc/passwd"])
def test_paths_lead_nowhere_else(story, path):
    loaded = story(f"title: x, text: {path}")
    (finding,) = loaded.findings
    assert loaded.texts == {}
    assert finding.rule == "format/unreadable-file"
    assert "--texts" in finding.message
    assert (finding.span.line, finding.span.column) == (1, 27)


def test_links_lead_nowhere_else(story, tmp_path):
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims/passwd.txt").symlink_to("/etc/passwd")
    loaded = story("text: passwd.txt", name="claims/a.yaml")
    assert loaded.texts == {}
    assert len(loaded.findings) == 1


def test_a_text_that_is_no_text(story):
    (finding,) = story("text: a.txt", {"claims/2015/a.txt": b"caf\xe9"}).findings
    assert finding.rule == "format/unreadable-file"
    assert "save it as UTF-8" in finding.message
    assert finding.span.path == "claims/2015/a.yaml"


def test_files_are_hashed_only_when_a_digest_asks_for_it(story, monkeypatch):
    def refuse(_):
        raise AssertionError("hashed")

    monkeypatch.setattr("checker.read.texts._digest", refuse)
    assert found(story("text: a.txt", {"archive/a.txt": STORY}, ["archive"])).text == STORY


def test_offsets_become_lines_and_columns(story):
    text = found(story("text: a.txt", {"claims/2015/a.txt": "\ufeff" + STORY}))
    span = text.span(5, 25)
    assert (span.line, span.column, span.end_line, span.end_column) == (1, 6, 2, 7)


def test_files_in_memory_find_their_texts_in_the_folders(tmp_path):
    (tmp_path / "a.txt").write_text(STORY)
    sources = from_mapping(
        {"x.yaml": "article: {text: a.txt}\n", "y.yaml": "article: {text: ../../etc/passwd}\n"}
    )
    loaded = load(sources, [tmp_path])
    assert set(loaded.texts) == {"x"}
