"""What is wrong with a claim as one of its kind: keys of another kind, none or two kinds at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checker.read.faults import Fault

KINDS = {
    "measure": "a quantity",
    "event": "an event",
    "age": "an age",
    "attribute": "an attribute",
}
_BELONGS = {
    "measure": frozenset(
        (
            "value",
            "period",
            "place",
            "restated",
            "part-of",
            "by",
            "rest-of",
            "sum-of",
            "items",
            "share",
            "same-as",
            "more-than",
            "less-than",
            "times",
            "change",
            "average",
            "rate",
            "rank",
        )
    ),
    "event": frozenset(("date", "weekday", "planned", "lasts")),
    "attribute": frozenset(("is", "of")),
}
_INSTEAD = {
    ("measure", "date"): "`period` or `as-of`",
    ("measure", "of"): "`subject`",
    ("event", "period"): "`date`",
    ("event", "as-of"): "`date`",
    ("event", "value"): "`date` or `lasts`",
    ("age", "value"): "`age`",
    ("age", "date"): "`as-of`",
    ("age", "period"): "`as-of`",
    ("attribute", "value"): "`is`",
    ("attribute", "date"): "`period`",
    ("attribute", "as-of"): "`period`",
}
_UTTERANCE = ("speaker", "direct", "quote")

Complaint = tuple[str, str]
"""The key at fault (empty: the claim itself) and the message."""


def kind_complaints(claim: Mapping[str, Any], faults: Sequence[Fault]) -> Iterator[Complaint]:
    """What to say of a claim that does not fit its kind; `faults` are those of the kind's rules."""
    kinds = [key for key in KINDS if key in claim]
    surplus = [fault.instance for fault in faults if fault.keyword == "propertyNames"]
    if not kinds:
        yield _no_kind(claim, surplus)
    elif len(kinds) > 1:
        yield _two_kinds(kinds)
    else:
        yield from _misfits(kinds[0], surplus, faults)


def _no_kind(claim: Mapping[str, Any], surplus: Sequence[str]) -> Complaint:
    for key in surplus:
        for kind, keys in _BELONGS.items():
            if key in keys:
                return (
                    "",
                    f"`{kind}` is missing: `{key}` belongs to {KINDS[kind]}, and `{kind}` makes one",
                )
    if surplus:
        return (
            "",
            f"`measure`, `age` or `attribute` is missing: `{surplus[0]}` belongs to one of these",
        )
    missing = [key for key in _UTTERANCE if key not in claim]
    need = " and ".join(f"`{key}`" for key in missing) or "`direct: true`"
    return "", (
        "nothing says what this claims: add `measure` (a quantity), `event`, `age` or `attribute`; "
        f"for a bare utterance {need} {'are' if len(missing) > 1 else 'is'} missing"
    )


def _two_kinds(kinds: Sequence[str]) -> Complaint:
    both = " and ".join(f"`{kind}`" for kind in kinds)
    return kinds[-1], f"{both} in one claim: a claim asserts one thing; make them two claims"


def _misfits(kind: str, surplus: Sequence[str], faults: Sequence[Fault]) -> Iterator[Complaint]:
    for key in surplus:
        instead = _INSTEAD.get((kind, key))
        hint = f"; use {instead}" if instead else ""
        yield key, f"`{key}` does not belong to {KINDS[kind]} (`{kind}` makes this claim one){hint}"
    if surplus:
        return  # what is missing is most likely what stands under the wrong key
    for fault in faults:
        if fault.keyword == "required":
            yield "", f"`{fault.name}` is missing: {KINDS[kind]} needs it"
        else:
            yield "", "`date` is missing: an event needs `date`, `weekday` or `lasts`"
