"""Rulings go out as ClaimReview and tables; reviews come in as claim files that pass."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import check, cli
from checker.exchange.skeleton import NoReviews, skeleton
from checker.read.load import read_text

MARCH = """\
article: {title: The march, publisher: The Bee, byline: Ann, url: "https://bee.example/1", published: 2011-05-02}
entities: {police: {type: organization, name: City police}, mayor: {type: person, name: Mayor, role: "=boss"}}
measures: {marchers: {name: people who marched}}
claims:
  - {id: one, quote: 720 marched, speaker: police, measure: marchers, value: 720 people}
  - id: two
    quote: 410 marched
    speaker: mayor
    said: on Sunday
    measure: marchers
    value: 410 people
    accept: [{rule: numbers/conflicting-values, reason: "=two ways of counting", by: Bo}]
  - {id: three, quote: 55 marched, measure: marchers, value: 55 people, place: x}
"""


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "march.yaml").write_text(MARCH)
    return tmp_path / "claims"


def exported(claims: Path, form: str, capsys) -> str:
    assert cli.main(["export", str(claims), "--to", form]) == 0
    return capsys.readouterr().out


def test_a_ruling_becomes_a_claim_review(claims: Path, capsys):
    document = json.loads(exported(claims, "claimreview", capsys))
    assert document["@context"] == "https://schema.org"
    (review,) = document["@graph"]
    assert review["@type"] == "ClaimReview"
    assert review["claimReviewed"] == "410 marched"
    assert review["author"] == {"@type": "Person", "name": "Bo"}
    assert review["reviewRating"] == {"@type": "Rating", "alternateName": "=two ways of counting"}
    assert "Two values for people who marched" in review["reviewBody"]
    item = review["itemReviewed"]
    assert item["author"] == {"@type": "Person", "name": "Mayor", "jobTitle": "=boss"}
    assert item["datePublished"] == "2011-05-02"  # `on Sunday` is no date to others
    assert item["appearance"] == {
        "@type": "NewsArticle",
        "headline": "The march",
        "url": "https://bee.example/1",
        "datePublished": "2011-05-02",
        "author": {"@type": "Person", "name": "Ann"},
        "publisher": {"@type": "Organization", "name": "The Bee"},
    }


def test_tables_hold_the_reason_and_no_formulas(claims: Path, capsys):
    (row,) = csv.DictReader(io.StringIO(exported(claims, "csv", capsys)))
    assert row["reason"] == "'=two ways of counting"
    assert row["claims"] == "march#two, march#one"
    assert (row["by"], row["speaker"], row["quote"]) == ("Bo", "Mayor", "410 marched")
    (ruling,) = json.loads(exported(claims, "json", capsys))["rulings"]
    assert ruling["reason"] == "=two ways of counting"
    assert ruling["fingerprint"] == row["fingerprint"]


def test_without_rulings_there_is_nothing_to_export(claims: Path, capsys):
    (claims / "march.yaml").write_text(MARCH.replace("    accept:", "    tags: [x] #"))
    assert json.loads(exported(claims, "claimreview", capsys))["@graph"] == []
    assert exported(claims, "csv", capsys).count("\n") == 1


def test_what_goes_out_comes_in_again(claims: Path, tmp_path: Path, capsys):
    review = tmp_path / "review.jsonld"
    assert cli.main(["export", str(claims), "--to", "claimreview", "-o", str(review)]) == 0
    (tmp_path / "new").mkdir()
    assert cli.main(["import", str(review), "-o", str(tmp_path / "new")]) == 0
    file, findings = read_text("x", "x", (tmp_path / "new" / "review.yaml").read_text())
    assert not findings
    assert (file.article.title, file.article.byline) == ("The march", "Ann")
    (claim,) = file.claims
    assert (claim.id, claim.quotes, claim.direct) == ("410-marched", ("410 marched",), True)
    assert claim.note.endswith(
        "rated “=two ways of counting” by Bo; appeared in https://bee.example/1"
    )
    assert file.entities[0].name == "Mayor"
    assert cli.main(["import", str(review), "-o", str(tmp_path / "new")]) == 2
    assert "would be overwritten" in capsys.readouterr().err
    assert cli.main(["fmt", "--check", str(tmp_path / "new")]) == 0


PAGE = """<!doctype html><script>var x = "{";</script>
<script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [{"@type": "WebPage"},
 {"@type": ["Review", "ClaimReview"], "url": "https://check.example/7", "datePublished": "2015-12-10",
  "claimReviewed": "The tax: \\"doubled\\" # in 2014", "author": [{"name": "Checkers"}],
  "reviewRating": {"ratingValue": 1},
  "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "A. Voter"},
    "datePublished": "2015-12-09T08:00:00Z",
    "appearance": [{"url": "https://tv.example/a"}, {"url": "https://tv.example/b"}]}},
 {"@type": "ClaimReview", "claimReviewed": "null", "itemReviewed": {"appearance": "https://tv.example/c"}},
 {"@type": "ClaimReview", "claimReviewed": "null"}]}
</script>"""


def test_a_page_with_several_reviews():
    file, findings = read_text("x", "x", skeleton(PAGE))
    assert not findings
    assert [claim.id for claim in file.claims] == ["the-tax-doubled-in-2014", "null-", "null--2"]
    first = file.claims[0]
    assert first.quotes == ('The tax: "doubled" # in 2014',)
    assert (first.said, first.speaker) == ("2015-12-09", "a-voter")
    assert "rated “1” by Checkers; https://check.example/7; appeared in https://tv.example/a" in (
        first.note or ""
    )
    assert file.claims[1].speaker == "unknown-speaker"
    assert check({"x.yaml": skeleton(PAGE)}).summary.errors == 0


def test_half_characters_become_question_marks():
    text = skeleton('{"@type": "ClaimReview", "claimReviewed": "a \\ud800 b"}')
    assert read_text("x", "x", text)[0].claims[0].quotes == ("a ? b",)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "neither JSON nor a web page"),
        ("{", "neither JSON nor a web page"),
        ("[" * 200_000, "nested too deep"),
        ("<p>nothing</p>", "no ClaimReview"),
        ('{"@type": "ClaimReview"}', "no ClaimReview with a `claimReviewed`"),
        ('{"@type": "Claim", "claimReviewed": "x"}', "no ClaimReview"),
    ],
)
def test_what_holds_no_review_is_said(text: str, words: str):
    with pytest.raises(NoReviews, match=words):
        skeleton(text)


def test_faults_of_usage(tmp_path: Path, capsys):
    assert cli.main(["import", str(tmp_path / "gone.json")]) == 2
    assert cli.main(["import", "a.json", "b.json"]) == 2
    (tmp_path / "latin.json").write_bytes(b'{"a": "\xe9"}')
    assert cli.main(["import", str(tmp_path / "latin.json")]) == 2
    assert cli.main(["export", str(tmp_path / "gone"), "--to", "csv"]) == 2
    assert cli.main(["export", str(tmp_path), "--to", "csv", "-o", "/gone/x"]) == 2
    error = capsys.readouterr().err
    assert "gone.json: No such file" in error
    assert "-o claims/" in error
    assert "0xE9 is not valid UTF-8" in error


TEXTS = st.one_of(st.none(), st.text(max_size=20), st.integers(), st.booleans())
ANY = st.recursive(
    TEXTS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(
                ["@type", "name", "url", "author", "appearance", "datePublished", "headline"]
            ),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(st.text(min_size=1, max_size=60), ANY, ANY)
def test_any_review_gives_a_file_that_passes(words, item, author):
    review = {
        "@type": "ClaimReview",
        "claimReviewed": words,
        "itemReviewed": item,
        "author": author,
    }
    try:
        text = skeleton(json.dumps(review))
    except NoReviews:
        assert not words.split()
        return
    _, findings = read_text("x", "x", text)
    assert not findings, text
