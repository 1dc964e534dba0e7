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
    named_so = _named(word, ids)
    if len(named_so) != 1:
        raise _unknown(word, "rule", named_so, ids)
    return named_so[0]


def chosen(words: Iterable[str], ids: Collection[str]) -> tuple[str, ...]:
    """Families and rule ids for what was typed, in that order, without repetition.

    Raises:
        UnknownRuleError: a word is neither a family nor a rule.
    """
    families = {rule_id.partition("/")[0] for rule_id in ids}
    found: dict[str, None] = {}
    for word in words:
        named_so = [_plain(word)] if _plain(word) in families else _named(word, ids)
        if len(named_so) != 1:
            raise _unknown(word, "rule or family", named_so, {*families, *ids})
        found[named_so[0]] = None
    return tuple(found)


def _plain(word: str) -> str:
    return word.strip().lower().replace("_", "-")


def _named(word: str, ids: Collection[str]) -> list[str]:
    """The rules that are called so, with or without their family."""
    name = _plain(word)
    return [name] if name in ids else sorted(each for each in ids if each.endswith(f"/{name}"))


def _unknown(
    word: str, what: str, named_so: Collection[str], known: Collection[str]
) -> UnknownRuleError:
    if named_so:
        return UnknownRuleError(f"{word!r} is the name of {' and '.join(named_so)}: say which")
    by_name = {each.rpartition("/")[2]: each for each in sorted(known)}
    by_name |= {each: each for each in known}
    near = dict.fromkeys(by_name[each] for each in _nearest(_plain(word), sorted(by_name)))
    hint = f"; did you mean {' or '.join(near)}?" if near else ""
    return UnknownRuleError(f"there is no {what} {word!r}{hint}")


def _nearest(word: str, names: list[str]) -> list[str]:
    """The name that is most like a word, and another that is just as like it."""
    best = difflib.get_close_matches(word, names, n=1, cutoff=0.5)
    if not best:
        return []
    likeness = difflib.SequenceMatcher(None, best[0], word).ratio()
    return difflib.get_close_matches(word, names, n=2, cutoff=likeness - 0.02)
