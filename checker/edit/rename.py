"""Renames an id in every file of a tree, letter by letter where it stands; nothing else moves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from checker.edit.tree import LINE_BREAK
from checker.edit.uses import Use, uses
from checker.model.claim import ClaimFile
from checker.read.load import read_text
from checker.span import Span

# as `slug` in the schema
_SLUG = re.compile(r"[^\s!-,/:-@\[-^`{-~]+")
_WORDS_OF_YAML = frozenset({"true", "false", "null"})


class NotRenamed(Exception):
    """Nothing is changed; the message says why, and what to type instead."""


class Text(Struct, frozen=True):
    """One file of the tree: its id, its text, and what was read from it."""

    path: str
    file_id: str
    text: str
    file: ClaimFile


class Renaming(Struct, frozen=True):
    """What changes: the new text of each file by path, and the places."""

    texts: Mapping[str, str]
    places: tuple[Span, ...]
    kind: str


def rename(files: Sequence[Text], old: str, new: str, kind: str | None = None) -> Renaming:
    """Rename the entity, measure, event or claim `old` to `new` wherever it stands.

    A claim is named `claim-id` or, where several files have one so called, `file-id#claim-id`.

    Raises:
        NotRenamed: nothing or several things are called so, or the new id is taken or is none.
    """
    found = list(uses(each.file for each in files))
    kind, target = _meant(found, old, kind)
    file_id = target.partition("#")[0] if kind == "claim" else ""
    new = new.removeprefix(f"{file_id}#") if file_id else new
    _refuse_bad_id(new)
    wanted = f"{file_id}#{new}" if file_id else new
    _refuse_collision(found, kind, wanted)
    chosen = [use for use in found if (use.kind, use.name) == (kind, target)]
    letters = target.rpartition("#")[2]
    texts = {
        each.path: _replaced(
            each.text, [u.span for u in chosen if u.span.path == each.path], letters, new
        )
        for each in files
    }
    changed = {each.path: texts[each.path] for each in files if texts[each.path] != each.text}
    _refuse_other_changes(files, texts, Use(kind, target, chosen[0].span), wanted)
    return Renaming(changed, tuple(sorted(use.span for use in chosen)), kind)


def _meant(found: Sequence[Use], old: str, kind: str | None) -> tuple[str, str]:
    """The kind and whole name of what `old` names."""
    named = {
        (use.kind, use.name)
        for use in found
        if kind in (None, use.kind) and (use.name == old or _is_claim(use, old))
    }
    declared = {(use.kind, use.name) for use in found if use.declares or use.kind == "event"}
    named &= declared
    if len(named) == 1:
        return next(iter(named))
    if not named:
        what = kind or "entity, measure, event or claim"
        raise NotRenamed(f"there is no {what} called {old}{_nearest(old, found)}")
    kinds = sorted({each for each, _ in named})
    if len(kinds) > 1:
        raise NotRenamed(
            f"{old} is the id of {' and of '.join(map(_a, kinds))}: say which with --kind"
        )
    raise NotRenamed(
        f"several claims are called {old}: write {' or '.join(sorted(n for _, n in named))}"
    )


def _is_claim(use: Use, old: str) -> bool:
    return use.kind == "claim" and use.name.rpartition("#")[2] == old


def _nearest(old: str, found: Sequence[Use]) -> str:
    from difflib import get_close_matches

    names = {use.name for use in found} | {use.name.rpartition("#")[2] for use in found}
    near = get_close_matches(old, sorted(names), n=1)
    return f"; did you mean {near[0]}?" if near else ""


def _a(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def _refuse_bad_id(new: str) -> None:
    if not _SLUG.fullmatch(new) or new.lower() in _WORDS_OF_YAML:
        raise NotRenamed(
            f"{new!r} cannot be an id: write letters, digits, `-`, `_` and `.`, no spaces"
        )


def _refuse_collision(found: Sequence[Use], kind: str, wanted: str) -> None:
    taken = [use for use in found if (use.kind, use.name) == (kind, wanted)]
    if taken:
        first = min(taken, key=lambda use: (not use.declares, use.span))
        where = f"{first.span.path}:{first.span.line}"
        raise NotRenamed(f"{wanted} is the id of another {kind} already ({where})")


def _replaced(text: str, spans: Sequence[Span], old: str, new: str) -> str:
    """The text with the id replaced in each span, from the last to the first."""
    starts = [0, *(found.end() for found in LINE_BREAK.finditer(text))]
    for span in sorted(spans, reverse=True):
        begin = starts[span.line - 1] + span.column - 1
        end = starts[span.end_line - 1] + span.end_column - 1
        written = text[begin:end]
        if written.startswith("*"):  # an alias: its value is renamed where it stands
            continue
        at = written.rfind(old)
        if at < 0:
            raise NotRenamed(
                f"{span.path}:{span.line}: the id is written in a way that cannot be replaced; "
                "write it plainly first"
            )
        text = text[: begin + at] + new + text[begin + at + len(old) :]
    return text


def _refuse_other_changes(
    files: Sequence[Text], texts: Mapping[str, str], old: Use, wanted: str
) -> None:
    """Reads the new tree: the new id must be used exactly as the old one was, all else as before."""
    again = []
    for each in files:
        file, findings = read_text(each.path, each.file_id, texts[each.path])
        if file is None or findings:
            raise NotRenamed(f"{each.path}: the new id cannot stand everywhere the old one does")
        again.append(file)
    before = Counter(
        (use.kind, wanted if (use.kind, use.name) == (old.kind, old.name) else use.name)
        for use in uses(each.file for each in files)
    )
    if before != Counter((use.kind, use.name) for use in uses(again)):
        raise NotRenamed("the new id would be taken for something else somewhere; choose another")
