"""Finds rules by what people type: an id, the name without its family, a family."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable


class UnknownRuleError(LookupError):
    """There is no such rule or family; the message names the nearest."""


def find_rule(word: str, ids: Collection[str]) -> str:
    """The id that `word` names: an id, or the part after the slash where that is unique.

    Raises:
        UnknownRuleError: nothing or several rules are called so.
    """
    name = word.strip().lower().replace("_", "-")
    if name in ids:
        return name
    named_so = sorted(rule_id for rule_id in ids if rule_id.partition("/")[2] == name)
    if len(named_so) == 1:
        return named_so[0]
    if named_so:
        raise UnknownRuleError(f"{word!r} is the name of {' and '.join(named_so)}: say which")
    raise UnknownRuleError(f"there is no rule {word!r}{_hint(name, ids)}")


def chosen(words: Iterable[str], ids: Collection[str]) -> tuple[str, ...]:
    """Families and rule ids for what was typed, in that order, without repetition.

    Raises:
        UnknownRuleError: a word is neither a family nor a rule.
    """
    families = {rule_id.partition("/")[0] for rule_id in ids}
    found = (_family_or_rule(word, families, ids) for word in words)
    return tuple(dict.fromkeys(found))


def _family_or_rule(word: str, families: Collection[str], ids: Collection[str]) -> str:
    if word.strip().lower() in families:
        return word.strip().lower()
    try:
        return find_rule(word, ids)
    except UnknownRuleError:
        near = _hint(word.strip().lower(), [*families, *ids])
        if near:
            raise UnknownRuleError(f"there is no rule or family {word!r}{near}") from None
        raise


def _hint(name: str, ids: Collection[str]) -> str:
    """`; did you mean …?` with the nearest id by whole or by short name."""
    by_name = {rule_id.partition("/")[2] or rule_id: rule_id for rule_id in sorted(ids)}
    by_name |= {rule_id: rule_id for rule_id in sorted(ids)}
    near = difflib.get_close_matches(name, by_name, n=1, cutoff=0.5)
    return f"; did you mean {by_name[near[0]]}?" if near else ""
