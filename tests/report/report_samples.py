"""Findings of every shape, for the tests of the formats."""

from __future__ import annotations

from checker.finding import Finding, Query, Related, Repair, Severity
from checker.result import Accepted, Result, Summary
from checker.span import Span

FUNDS = Related(
    "sky-net#bank-funds",
    Span("claims/sky-net.yaml", 96, 5, 96, 31),
    "around 800 billion yuan … had been seized from underground banks",
    "Public Security Ministry",
)
CONFISCATED = Related(
    "sky-net#confiscated",
    Span("claims/sky-net.yaml", 31, 5, 31, 20),
    "illegal assets worth 1.2 billion yuan have been confiscated",
    "the article",
)
RETURNED = Related(
    "other#returned",
    Span("claims/other.yaml", 7, 9, 7, 17),
    "追回赃款12亿元",
    "刘建超",
)

PAIR = Finding(
    rule="numbers/part-exceeds-whole",
    severity=Severity.ERROR,
    message="Around 800 billion yuan cannot be part of 1.2 billion yuan: it is 667 times as much.",
    span=FUNDS.span,
    claims=(FUNDS.claim, CONFISCATED.claim),
    related=(FUNDS, CONFISCATED),
    explanation=(
        "around 800 billion yuan: at least 600 billion yuan",
        "1.2 billion yuan: at most 1.25 billion yuan",
    ),
    repairs=(
        Repair(
            FUNDS.claim,
            "800 billion yuan",
            "800 million yuan",
            "a slip of scale",
            ("aa11", "bb22"),
        ),
        Repair(FUNDS.claim, "800 billion yuan", "0.8 billion yuan", "a slip of scale"),
        Repair(CONFISCATED.claim, "1.2 billion yuan", "1.2 trillion yuan", "a slip of scale"),
    ),
    queries=(Query("Public Security Ministry", "How much was seized from underground banks?"),),
    fingerprint="aa11",
)
TRIPLE = Finding(
    rule="numbers/sum-mismatch",
    severity=Severity.WARNING,
    message="The parts do not add up.",
    span=RETURNED.span,
    claims=(RETURNED.claim, FUNDS.claim, CONFISCATED.claim),
    related=(RETURNED, FUNDS, CONFISCATED),
    fingerprint="cc33",
)
NOTE = Finding(
    rule="numbers/share-without-whole",
    severity=Severity.NOTE,
    message="Nearly half of what?",
    span=Span("claims/other.yaml", 7, 9, 7, 17),
    claims=(RETURNED.claim,),
    related=(RETURNED,),
    explanation=("nearly half: 45 to 50 percent",),
    fingerprint="cc33",
)
BARE = Finding(
    rule="format/syntax",
    severity=Severity.ERROR,
    message="This is no YAML: a bracket is never closed.",
    span=Span("claims/a folder/broken.yaml", 3, 1, 4, 2),
    subject="broken",
)
# everything that an article could smuggle into a report
HOSTILE_TEXT = (
    "\x1b]0;gone\x07\x1b[2J\r\n::error::no\t=1+1 \u202eevil\u2066 </script><img src=x> "
    "]]> & \x00 \ud800 \ufffe %0A \u200f\u2028 "
)
HOSTILE_SIDE = Related(
    "x#y", Span("a\n\x1b[31m/é %,:.yaml", 1, 1, 2, 1), HOSTILE_TEXT, HOSTILE_TEXT
)
HOSTILE = Finding(
    rule="names/unknown-variant",
    severity=Severity.ERROR,
    message="=cmd " + HOSTILE_TEXT,
    span=HOSTILE_SIDE.span,
    claims=("x#y", "x#z"),
    related=(HOSTILE_SIDE, HOSTILE_SIDE),
    explanation=(HOSTILE_TEXT,),
    repairs=(Repair("x#y", HOSTILE_TEXT, HOSTILE_TEXT, HOSTILE_TEXT),),
    queries=(Query(HOSTILE_TEXT, HOSTILE_TEXT),),
)
REMARK = Finding(
    rule="money/conversion-mismatch",
    severity=Severity.NOTE,
    message="189 million USD for 1.2 billion yuan agrees within rounding.",
    span=CONFISCATED.span,
    explanation=("1.2 billion CNY at 6.42 is 187 million USD",),
)

RESULT = Result(
    findings=(PAIR, TRIPLE, NOTE, BARE),
    summary=Summary(2, 63, errors=2, warnings=1, notes=1, accepted=1, rules=55),
    status=1,
    accepted=(Accepted(TRIPLE, "The ministry says so.", "M. Editor"),),
    remarks=(REMARK,),
)
HOSTILE_RESULT = Result(
    (HOSTILE,), Summary(1, 2, errors=1), 1, (Accepted(HOSTILE, HOSTILE_TEXT),), (HOSTILE,)
)
EMPTY = Result((), Summary(files=2, claims=63, rules=55), 0)
