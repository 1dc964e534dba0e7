"""What the rules of format say of files that people write, beyond the examples of their pages."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import check
from checker.facts.circles import circles
from checker.finding import Finding

Claim = dict[str, Any]


def tree(*claims: Claim, **blocks: Any) -> str:
    measures = {"people": {"name": "people"}, "money": {"name": "money"}}
    blocks["measures"] = {**measures, **blocks.get("measures", {})}
    named = [{"id": f"c{n}", **claim} for n, claim in enumerate(claims)]
    blocks.setdefault("article", {"title": "One", "published": "2013-06-12"})
    return json.dumps({**blocks, "claims": named}, ensure_ascii=False)


def found(*claims: Claim, rule: str, others: dict[str, str] | None = None, today: str = "2026-01-01",
          **blocks: Any) -> list[Finding]:  # fmt: skip
    report = check({"a.yaml": tree(*claims, **blocks), **(others or {})}, today=today)
    assert report.status != 2, [finding.message for finding in report.findings]
    return [finding for finding in report.findings if finding.rule == f"format/{rule}"]


def people(value: str, **keys: Any) -> Claim:
    return {"measure": "people", "value": value, **keys}


def money(value: str, **keys: Any) -> Claim:
    return {"measure": "money", "value": value, **keys}


RELATIONS: list[Claim] = [
    {"part-of": "ghost"},
    {"rest-of": "ghost", "by": "city"},
    {"sum-of": ["c0", "ghost"]},
    {"same-as": "ghost"},
    {"more-than": "ghost"},
    {"less-than": "ghost"},
    {"times": {"of": "ghost", "factor": "twice"}},
    {"change": {"from": "ghost", "by": "up"}},
    {"average": {"total": "ghost", "count": "c0"}},
    {"average": {"total": "c0", "count": "ghost"}},
    {"rate": {"of": "ghost", "in": "c0"}},
    {"rate": {"of": "c0", "in": "ghost"}},
    {"rank": {"at": 1, "among": "ghost"}},
    {"subject": "ghost"},
    {"place": "ghost"},
    {"speaker": "ghost"},
    {"names": {"Li": "ghost"}},
    {"repeats": "ghost"},
    {"measure": "ghost"},
    {"corrects": "ghost", "was": "5 people"},
    {"part-of": "b#ghost"},
]


@pytest.mark.parametrize("relation", RELATIONS, ids=lambda relation: next(iter(relation)))
def test_every_reference_must_name_something(relation: Claim) -> None:
    told = found(people("50 people"), people("20 people", **relation), rule="unknown-reference")
    assert [finding.claims for finding in told] == [("a#c1",)]
    assert "ghost" in told[0].message


@pytest.mark.parametrize(
    ("block", "name", "keys"),
    [
        ("entities", "li", {"type": "person", "name": "Li", "part-of": "ghost"}),
        ("entities", "li", {"type": "place", "name": "Li", "within": ["ghost"]}),
        ("entities", "li", {"type": "person", "name": "Li", "distinct-from": "ghost"}),
        ("measures", "dogs", {"name": "dogs", "broader": "ghost"}),
        ("events", "strike", {"of": "ghost"}),
    ],
)
def test_registers_refer_to_what_is_declared(block: str, name: str, keys: Claim) -> None:
    told = found(rule="unknown-reference", **{block: {name: keys}})
    assert [finding.subject for finding in told] == ["ghost"]


OTHER = "{article: {title: B}, claims: [{id: only, measure: people, value: 5 people}]}"


@pytest.mark.parametrize(
    ("target", "hint"),
    [
        ("bb#only", "there is no file `bb`"),
        ("b#onyl", "did you mean `b#only`"),
        ("b#ghost", "did you mean `b#only`"),
        ("only", "did you mean `b#only`"),
        ("c00", "did you mean `c0`"),
    ],
)
def test_what_was_meant_is_named(target: str, hint: str) -> None:
    told = found(people("50 people"), people("9 people", **{"part-of": target}),
                 rule="unknown-reference", others={"b.yaml": OTHER})  # fmt: skip
    assert hint.lower() in told[0].message.lower()


def test_what_a_broken_file_or_claim_declares_is_not_called_unknown() -> None:
    claim = people("9 people", **{"part-of": "b#only", "subject": "ghost"})
    assert not found(claim, rule="unknown-reference", others={"b.yaml": "article: [broken"})
    faulty = "{article: {title: B}, claims: [{id: only, measure: people, valeu: 5}]}"
    assert not found(people("9 people", **{"part-of": "b#only"}), rule="unknown-reference",
                     others={"b.yaml": faulty})  # fmt: skip


@pytest.mark.parametrize(
    ("claims", "words"),
    [
        ([people("9", **{"part-of": "c0"})], "“c0” is part of itself"),
        (
            [people("9", **{"part-of": "c1"}), people("9", **{"rest-of": "c0", "by": "x"})],
            "“c1” is part",
        ),
        ([people("9", **{"sum-of": ["c1"]}), people("9", **{"sum-of": ["c0"]})], "is part of"),
        ([people("9", repeats="c1"), people("9", repeats="c0")], "repeats"),
        ([people("9", corrects="c1", was="8"), people("8", corrects="c0", was="9")], "corrects"),
        ([people("9", times={"of": "c0", "factor": "twice"})], "reckoned from itself"),
        ([people("9", change={"from": "c0", "by": "up"})], "reckoned from itself"),
        (
            [people("9", average={"total": "c0", "count": "c1"}), people("3")],
            "reckoned from itself",
        ),
        ([people("9", rate={"of": "c1", "in": "c0"}), people("3")], "reckoned from itself"),
    ],
)
def test_circles_of_claims(claims: list[Claim], words: str) -> None:
    told = found(*claims, rule="circular-relation")
    assert len(told) == 1
    assert words in told[0].message


def test_circles_of_declared_things_and_relations_to_nothing() -> None:
    measures = {"a": {"broader": "a"}}
    assert "broader than itself" in found(rule="circular-relation", measures=measures)[0].message
    events = {"talks": {"within": "talks"}}
    assert "lies within itself" in found(rule="circular-relation", events=events)[0].message
    ghost = people("9", **{"part-of": "ghost", "sum-of": ["ghost"]})
    assert not found(ghost, rule="circular-relation")
    assert not found(people("9", **{"same-as": "c1"}), people("9", **{"same-as": "c0"}),
                     rule="circular-relation")  # fmt: skip


nodes = st.sampled_from("abcdefg")


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(nodes, st.lists(nodes, max_size=3)))
def test_a_graph_has_circles_where_it_cannot_be_peeled(graph: dict[str, list[str]]) -> None:
    left = {node: set(targets) for node, targets in graph.items()}
    while ends := [node for node, targets in left.items() if not targets & left.keys()]:
        for node in ends:
            del left[node]
    given_circles = list(circles(graph))
    assert bool(given_circles) == bool(left)
    assert len({node for circle in given_circles for node in circle}) == sum(
        map(len, given_circles)
    )
    for circle in given_circles:
        following = [*circle[1:], circle[0]]
        assert all(b in graph[a] for a, b in zip(circle, following, strict=True))


@pytest.mark.parametrize(
    ("claim", "mixed"),
    [
        (people("9 people", **{"part-of": "c0"}), True),
        (people("9", **{"part-of": "c0"}), False),
        (money("5 million USD", **{"part-of": "c0"}), False),
        (people("9 tonnes", **{"more-than": "c0"}), True),
        (people("9 people", **{"less-than": ["c0"]}), True),
        (people("9 people", **{"same-as": "c0"}), True),
        (people("9 people", times={"of": "c0", "factor": "twice"}), True),
        (people("9 people", change={"from": "c0", "by": "up"}), True),
        (money("9 yuan", change={"from": "c0", "by": "up 5 people"}), True),
        (money("9 yuan", change={"from": "c0", "by": "up 5 percent"}), False),
        (money("9 yuan", change={"from": "c0", "by": "up 5 points"}), False),
        (people("9 people", average={"total": "c0", "count": "c1"}), True),
        (money("9 yuan", average={"total": "c0", "count": "c1"}), False),
        (people("40 percent", **{"part-of": "c1"}), True),
        (people("9 people", **{"rest-of": "c0", "by": "x"}), True),
    ],
)
def test_relations_of_two_dimensions(claim: Claim, mixed: bool) -> None:
    told = found(money("90 yuan"), people("10 people"), claim, rule="mixed-dimensions")
    assert bool(told) is mixed
    assert all(finding.claims[0] == "a#c2" for finding in told)


@pytest.mark.parametrize(
    ("between", "unit", "value", "outside"),
    [
        ([0, "9 trillion CNY"], "CNY", "10 trillion yuan", True),
        ([0, "9 trillion CNY"], "CNY", "800 billion yuan", False),
        ([0, "9 trillion CNY"], "CNY", "5 trillion USD", True),
        ([0, 100], None, "63.7 %", False),
        ([0, 1], None, "63.7 %", False),
        ([0, 100], None, "163.7 %", True),
        ([0, 100], None, "about 120 people", False),
        ([0, 100], None, "about 200 people", True),
        ([10, 100], None, "9 people", True),
        ([0, "100 km"], None, "50 miles", False),
        ([0, "100 km"], None, "150", True),
        ([0, "100 km"], None, "150 people", False),
        ([0, 100], "kg", "1 tonne", True),
        (["nothing much", 100], None, "300 people", True),
    ],
)
def test_bounds_of_a_measure(
    between: list[Any], unit: str | None, value: str, outside: bool
) -> None:
    measure = {"name": "much", "between": between} | ({"unit": unit} if unit else {})
    told = found(
        {"measure": "much", "value": value}, rule="outside-range", measures={"much": measure}
    )
    assert bool(told) is outside


def test_bounds_in_a_currency_without_a_rate_say_nothing() -> None:
    measure = {"name": "much", "unit": "USD", "between": [0, 10]}
    for article in ({"title": "One"}, {"title": "One", "published": "1950-01-01"}):
        assert not found({"measure": "much", "value": "5 billion yuan"}, rule="outside-range",
                         measures={"much": measure}, article=article)  # fmt: skip


@pytest.mark.parametrize(
    ("claim", "keys"),
    [
        ({"measure": "people", "value": "5", "said": "whenever", "period": "2013"}, "whenever"),
        ({"event": "talks", "date": "someday"}, "someday"),
        ({"event": "talks", "lasts": "ages"}, "ages"),
        ({"measure": "people", "value": "5", "as-of": "someday"}, "someday"),
        ({"attribute": "role", "subject": "li", "is": "mayor", "period": "ages"}, "ages"),
        ({"age": "old", "subject": "li"}, "old"),
        ({"age": "64", "subject": "li", "as-of": "moonrise"}, "moonrise"),
        ({"measure": "people", "value": "5", "corrects": "c1", "was": "6", "on": "soon"}, "soon"),
    ],
)
def test_unreadable_dates(claim: Claim, keys: str) -> None:
    register = {"li": {"type": "person", "name": "Li"}}
    told = found(claim, people("6"), rule="unreadable-date", entities=register)
    assert len(told) == 1
    assert keys in told[0].message


@pytest.mark.parametrize("date", ["31 April 2014", "Thursday, 9 December 2015", "2015-02-30"])
def test_impossible_days_are_for_the_rules_of_time(date: str) -> None:
    assert not found({"event": "talks", "date": date}, rule="unreadable-date")
    assert not found({"age": "64", "subject": "li", "as-of": date}, rule="unreadable-date")


def test_a_birth_must_be_dated_by_itself() -> None:
    register = {"li": {"type": "person", "name": "Li", "born": "last year"}}
    assert "no date by itself" in found(rule="unreadable-date", entities=register)[0].message


def test_definitions_that_differ_only_in_notes_agree() -> None:
    same = "measures: {people: {name: people, note: other}, money: {name: money}}"
    other = "measures: {people: {name: persons}, money: {name: money}}"
    assert not found(rule="conflicting-definition", others={"b.yaml": same})
    told = found(rule="conflicting-definition", others={"b.yaml": other})
    assert "`name` is “people” there and “persons” here" in told[0].message


CONFLICT = [people("1,830 people", period="2012"), people("2,140 people", period="2012")]
RULE = "numbers/conflicting-values"


@pytest.mark.parametrize(
    ("waiver", "told"),
    [
        ({}, ""),
        ({"until": "2026-01-01"}, ""),
        ({"until": "2025-12-31"}, "held until 31 December 2025"),
        ({"values": "2,140 people"}, ""),
        ({"values": ["1,830  people", "2,140 people"]}, ""),
        ({"values": ["1,830 people", "2,100 people"]}, "have changed"),
        ({"rule": "numbers/sum-mismatch"}, "settles nothing"),
        ({"rule": "numbers/conflicting-value"}, "did you mean numbers/conflicting-values"),
        ({"rule": "cooking/overdone"}, "There is no rule"),
        ({"rule": "source/quote-not-found"}, None),  # without the text that rule did not run
        ({"rule": "source/unclaimed-figure"}, None),  # nor did one that is off
    ],
)
@pytest.mark.parametrize("on", [0, 1])
def test_waivers(waiver: Claim, told: str | None, on: int) -> None:
    claims = [dict(claim) for claim in CONFLICT]
    claims[on]["accept"] = [{"rule": RULE, "reason": "two offices", **waiver}]
    report = check({"a.yaml": tree(*claims)}, today="2026-01-01")
    about = [
        f for f in report.findings if f.rule in ("format/unused-waiver", "format/expired-waiver")
    ]
    open_conflicts = [f for f in report.findings if f.rule == RULE]
    if told == "":
        assert not about
        assert not open_conflicts
        assert [(each.finding.rule, each.reason) for each in report.accepted] == [
            (RULE, "two offices")
        ]
    else:
        assert len(open_conflicts) == 1
        assert [told in finding.message for finding in about] == ([] if told is None else [True])


@pytest.mark.parametrize(
    "claim",
    [
        {"event": "talks", "date": "2013-06-01", "weekday": "Sunday"},
        {"age": "64", "subject": "li"},
        {"attribute": "role", "subject": "li", "is": "mayor"},
    ],
)
def test_a_waiver_of_any_claim_may_be_unused_or_asleep(claim: Claim) -> None:
    accept = [{"rule": "time/conflicting-dates", "reason": "as told", "values": "2012"}]
    register = {"li": {"type": "person", "name": "Li"}}
    told = found({**claim, "accept": accept}, rule="unused-waiver", entities=register)
    assert len(told) == 1
    assert told[0].claims == ("a#c0",)


def test_what_could_not_be_checked_leaves_a_waiver_in_use() -> None:
    accept = [{"rule": "money/conversion-mismatch", "reason": "the parity"}]
    loan = money("£35 million", restated="US$99 million", accept=accept)
    assert not found(loan, rule="unused-waiver", article={"title": "One"})
    accept = [{"rule": RULE, "reason": "two offices"}]
    assert not found(people("many people", accept=accept), rule="unused-waiver")


def test_without_a_day_nothing_expires() -> None:
    waiver = {"rule": RULE, "reason": "two offices", "until": "1999-01-01"}
    report = check({"a.yaml": tree(CONFLICT[0], {**CONFLICT[1], "accept": [waiver]})})
    rules = {finding.rule for finding in report.findings}
    assert ("format/expired-waiver" in rules) == (RULE in rules)
