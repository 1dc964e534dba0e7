"""Valid documents as typed values."""

from checker.model.claim import (
    Age,
    Attribute,
    Average,
    Change,
    Correction,
    Figure,
    Happening,
    Proportion,
    Rank,
    Times,
    Utterance,
    Waiver,
)
from checker.read.load import read_text
from checker.span import Span


def read(text, file_id="2015/x"):
    file, findings = read_text("c/x.yaml", file_id, text)
    assert not findings
    return file


def claim(line, **options):
    return read("article: {}\nclaims:\n  - {id: a, " + line + "}\n", **options).claims[0]


def asserts(line):
    return claim(line).asserts


def test_a_file_knows_what_it_is():
    file = read("article: {title: 1984, published: 2015, language: en}\n")
    assert (file.path, file.id) == ("c/x.yaml", "2015/x")
    assert (file.article.title, file.article.published, file.article.language) == (
        "1984",
        "2015",
        "en",
    )
    assert (file.article.byline, file.article.text) == ("", None)
    assert read("entities: {a: {type: place, name: A}}\n").article is None
    assert read("article:\n").article is not None


def test_entities():
    (li,) = read(
        "entities: {li: {type: person, name: Li, aliases: L, distinct-from: [wu], part-of: [x, y], "
        "within: z, born: 1964, native: 李, order: family-first, role: head, note: n, died: 2000}}\n"
    ).entities
    assert (li.id, li.type, li.name, li.native, li.order) == (
        "li",
        "person",
        "Li",
        "李",
        "family-first",
    )
    assert (li.aliases, li.distinct_from, li.part_of, li.within) == (
        ("L",),
        ("wu",),
        ("x", "y"),
        ("z",),
    )
    assert (li.born, li.died, li.role, li.note, li.date) == ("1964", "2000", "head", "n", None)


def test_measures_and_events_take_their_id_for_a_name():
    file = read(
        "measures: {a-b: {}, c: {name: C, kind: flow, broader: a-b, unit: CNY, between: [0, 9.50]}}\nevents:\n  d-e:\n  f: {of: li, after: d-e, before: [g], within: h, kind: death}\n"
    )
    bare, c = file.measures
    assert (bare.name, bare.kind, bare.between) == ("a b", "count", None)
    assert (c.name, c.kind, c.broader, c.unit, c.between) == (
        "C",
        "flow",
        ("a-b",),
        "CNY",
        ("0", "9.50"),
    )
    empty, f = file.events
    assert (empty.id, empty.name, empty.kind, empty.after) == ("d-e", "d e", "other", ())
    assert (f.of, f.after, f.before, f.within, f.kind) == ("li", ("d-e",), ("g",), "h", "death")


def test_rates_keep_their_digits():
    (rate,) = read(
        "rates: [{from: GBP, to: USD, on: 1967-11-17, rate: 2.80, source: parity}]\n"
    ).rates
    assert (rate.source_currency, rate.target_currency, rate.on) == ("GBP", "USD", "1967-11-17")
    assert (rate.rate, rate.source) == ("2.80", "parity")


def test_references_become_whole():
    figure = asserts(
        "measure: m, part-of: b, by: k, same-as: ['#c', y#d], sum-of: [e], more-than: f"
    )
    assert figure.part_of == "2015/x#b"
    assert figure.same_as == ("2015/x#c", "y#d")
    assert (figure.sum_of, figure.more_than, figure.less_than) == (("2015/x#e",), ("2015/x#f",), ())
    assert claim("measure: m, value: 3, repeats: b").repeats == "2015/x#b"


def test_every_relation_of_a_quantity():
    figure = asserts(
        "measure: m, value: 4.0, restated: 3 km, rest-of: b, items: [p, q], share: half, times: {of: b, factor: twice}, "
        "change: {from: b, by: up 3,000}, average: {total: b, count: c}, rate: {of: b, in: c, per: 100,000}, "
        "rank: {at: 2, among: g}"
    )
    key = "2015/x#"
    assert figure == Figure(
        measure="m",
        value="4.0",
        restated=("3 km",),
        rest_of=key + "b",
        items=("p", "q"),
        share="half",
        times=Times(key + "b", "twice"),
        change=Change(key + "b", "up 3,000"),
        average=Average(key + "b", key + "c"),
        rate=Proportion(key + "b", key + "c", "100,000"),
        rank=Rank(2, "g", "highest"),
    )
    assert asserts("measure: m, rate: {of: b, in: c}").rate.per == "1"


def test_a_plain_quantity():
    expected = Figure("m", "over 700", "li", "2015", "2016", "here")
    assert (
        asserts("measure: m, value: over 700, subject: li, period: 2015, as-of: 2016, place: here")
        == expected
    )


def test_the_other_kinds():
    assert asserts(
        "event: e, date: 2015, weekday: Sunday, planned: true, lasts: a day"
    ) == Happening("e", "2015", "Sunday", True, "a day")
    assert asserts("age: 64, subject: li") == Age("li", "64", None)
    assert asserts("attribute: role, subject: li, is: [a, b], of: c") == Attribute(
        "li", "role", ("a", "b"), None, "c"
    )
    assert asserts("speaker: li, direct: true, quote: x") == Utterance()


def test_what_every_claim_has():
    found = claim(
        "measure: m, value: 3, quote: [x, y], speaker: s, said: Sunday, names: {Li: ~, Wu: wu}, direct: true, "
        "note: n, tags: t, accept: [{rule: a/b, reason: r, values: [v]}, {rule: a/b, reason: r, by: w, until: 2026-01-31, values: v}]"
    )
    assert found.key == "2015/x#a"
    assert (found.quotes, found.speaker, found.said, found.direct) == (
        ("x", "y"),
        "s",
        "Sunday",
        True,
    )
    assert (found.names, found.note, found.tags) == ({"Li": None, "Wu": "wu"}, "n", ("t",))
    assert found.accept == (
        Waiver("a/b", "r", values=("v",)),
        Waiver("a/b", "r", "w", "2026-01-31", "v"),
    )


def test_corrections():
    assert claim(
        "measure: m, value: 3, corrects: y#b, was: 4, on: 2015-01-02"
    ).correction == Correction("y#b", "4", "2015-01-02", ("4",))
    several = claim(
        "attribute: nationality, subject: li, is: Peru, corrects: b, was: [Chile, Cuba]"
    ).correction
    assert (several.was, several.were) == ("Chile", ("Chile", "Cuba"))
    assert claim("measure: m, value: 3, corrects: y#b").correction == Correction("y#b")


def test_every_value_knows_its_place():
    found = claim("measure: m, value: over 700, change: {from: b, by: up}")
    assert found.span("value") == Span("c/x.yaml", 3, 32, 3, 40)
    assert found.key_span("change", "by") == Span("c/x.yaml", 3, 60, 3, 62)
    assert found.span() == Span("c/x.yaml", 3, 5, 3, 68)


def test_a_claim_id_that_stands_twice_counts_once():
    file, (finding,) = read_text(
        "x.yaml",
        "x",
        "article: {}\nclaims:\n  - {id: a, measure: m, value: 3}\n  - {id: a, measure: m, value: 4}\n",
    )
    assert [each.asserts.value for each in file.claims] == ["3"]
    assert (finding.rule, finding.span.line, finding.span.column) == ("format/duplicate-id", 4, 10)


def test_a_faulty_article_key_leaves_the_rest_of_the_article():
    file, findings = read_text("x.yaml", "x", "article: {title: T, published: [a], publsher: P}\n")
    assert len(findings) == 2
    assert (file.article.title, file.article.published, file.article.publisher) == ("T", None, "")


def test_a_faulty_block_leaves_the_others():
    file, findings = read_text(
        "x.yaml",
        "x",
        "article: X\nentities: [a]\nmeasures: {m: {}}\nclaims:\n  - {id: a, measure: m, value: 3}\n",
    )
    assert len(findings) == 2
    assert (len(file.measures), len(file.claims), file.entities, file.article) == (1, 1, (), None)
