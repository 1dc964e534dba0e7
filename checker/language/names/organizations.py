"""Two names of organizations (places, things): legal forms off, abbreviations written out, words paired.

One word more or less is another organization (Bank of China, People's Bank of China); only words
such as `Group` may be left out.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from checker.language.names.fold import LONGEST, words
from checker.language.names.likeness import Comparison, Likeness
from checker.language.names.pairing import same_family
from checker.language.names.persons import joined
from checker.language.names.slips import slip
from checker.language.names.tables import rows, section

_MOST_WORDS = 24
_DOTTED = re.compile(r"\b\w\.(?:\s?\w\.)+")
"""L.P., S. A. R. L.: one word."""
_MAY_GO = frozenset(
    {"group", "holding", "holdings", "company", "companies", "co", "corp", "corporation"}
)
_LEADING = frozenset(
    {"the", "le", "la", "der", "die", "das", "of", "de", "for", "in", "et", "und", "y", "and"}
)


class Body(Struct, frozen=True):
    """An organization's name, read: its words, its legal forms, and the initials of all its words."""

    words: tuple[str, ...]
    legal: frozenset[str]
    initials: frozenset[str]


def compare_organizations(form: str, name: str) -> Comparison:
    """Compare two names of organizations, in Latin letters."""
    ours, theirs = body(form), body(name)
    if words(form) == words(name):
        return Comparison(Likeness.SAME, "the same name")
    if not ours.words or not theirs.words:
        return Comparison(Likeness.OTHER, f"{form!r} is no name")
    one, other = joined(ours.words, theirs.words)
    if one == other:
        return _same_words(ours, theirs)
    if _written_out(one, other) == other or _written_out(other, one) == one:
        return Comparison(Likeness.SPELLING, "some words are given by their initials", short=True)
    if _acronym(ours, theirs) or _acronym(theirs, ours):
        return Comparison(Likeness.SPELLING, "the initials of the name", short=True)
    if sorted(one) == sorted(other):
        return Comparison(Likeness.ORDER, "the same words in another order")
    return _rest(one, other)


def body(name: str) -> Body:
    """Read an organization's name."""
    text = _DOTTED.sub(lambda m: re.sub(r"[.\s]", "", m.group()) + " ", name[:LONGEST])
    text = re.sub(r"\s*[&+]\s*", " and ", text)
    found = _spelled_together(words(text))[:_MOST_WORDS]
    kept, legal = _without_legal(found)
    plain = tuple(w for w in kept if w not in _LEADING)
    read = _read(kept, "abbreviation")
    initials = {_initials(each) for each in (kept, plain, found, _within_another(kept))}
    return Body(read or found, legal, frozenset(initials))


def _within_another(found: tuple[str, ...]) -> tuple[str, ...]:
    """A name without the body that it is of, and small words: FAO, of the United Nations."""
    text = " ".join(found)
    own = text.partition(" of the ")[0].split()
    return tuple(w for w in own if w not in _LEADING) if len(own) > 2 else found


def _spelled_together(found: tuple[str, ...]) -> tuple[str, ...]:
    """Single letters in a row as one word: a, b, c is abc."""
    text = " ".join(found)
    return tuple(re.sub(r"\b\w(?: \w\b)+", lambda m: m.group().replace(" ", ""), text).split())


def _initials(found: tuple[str, ...]) -> str:
    return "".join(word[0] for word in found)


@cache
def _phrases(heading: str) -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    inside = False
    for row in rows("organizations.txt"):
        if row.startswith("["):
            inside = row == f"[{heading}]"
        elif inside:
            phrase, _, reading = row.partition(" = ")
            found[_spelled_together(tuple(phrase.split()))] = reading
    return found


def _without_legal(found: tuple[str, ...]) -> tuple[tuple[str, ...], frozenset[str]]:
    """The words without the legal forms at either end, and these."""
    phrases = _phrases("legal")
    legal: set[str] = set()
    changed = True
    while changed:
        changed = False
        for size in range(min(5, len(found) - 1), 0, -1):
            for phrase, rest in ((found[-size:], found[:-size]), (found[:size], found[size:])):
                if not changed and phrase in phrases:
                    legal.add(phrases[phrase])
                    found, changed = rest, True
    return found, frozenset(legal - {"-"})


def _read(found: tuple[str, ...], heading: str) -> tuple[str, ...]:
    """Abbreviations written out, numbers as digits, words without meaning left out."""
    phrases = _phrases(heading)
    made: list[str] = []
    place = 0
    while place < len(found):
        size = next(
            (
                s
                for s in range(5, 0, -1)
                if found[place : place + s] in phrases and place + s <= len(found)
            ),
            0,
        )
        reading = phrases[found[place : place + size]] if size else found[place]
        if reading.isdigit() and made and re.fullmatch("[2-9]0", made[-1]) and int(reading) < 10:
            made[-1] = str(int(made[-1]) + int(reading))
        elif reading != "-":
            made.append(reading)
        place += size or 1
    return tuple(made)


def _same_words(ours: Body, theirs: Body) -> Comparison:
    if ours.legal and theirs.legal and ours.legal != theirs.legal:
        return Comparison(Likeness.SPELLING, "the legal form differs")
    if ours.legal != theirs.legal:
        return Comparison(Likeness.SPELLING, "the legal form is left out or added", short=True)
    return Comparison(Likeness.SAME, "the same name")


def _acronym(short: Body, long: Body) -> bool:
    """Whether one word is the other's initials, or (UNHCR) those from some word of it on."""
    word = short.words[0]
    if len(short.words) > 1 or len(long.words) < 2 or not 2 <= len(word) <= 8:
        return False
    return word in long.initials or (len(word) > 3 and any(i.endswith(word) for i in long.initials))


def _written_out(short: tuple[str, ...], long: tuple[str, ...]) -> tuple[str, ...]:
    """A name with initials among its words as the other has them: UC Berkeley."""
    made: list[str] = []
    for word in short:
        size = len(word) if 2 <= len(word) <= 5 and word not in long else 0
        runs = (long[at : at + size] for at in range(len(long) - size + 1))
        fitting = (run for run in runs if size and _initials(run) == word)
        made.extend(next(fitting, (word,)))
    return tuple(made)


def _rest(form: tuple[str, ...], name: tuple[str, ...]) -> Comparison:
    """What the words come to that only one of the names has."""
    ours = [w for w in form if w not in name]
    theirs = [w for w in name if w not in form]
    if not ours and not theirs:
        return Comparison(Likeness.SPELLING, "a word is repeated")
    why: list[str] = []
    edits = 0
    for word in list(ours):
        for other in theirs:
            changed = _misprint(word, other)
            if changed is not None:
                edits += changed[0]
                why.append(changed[1])
                ours.remove(word)
                theirs.remove(other)
                break
    if any(w not in _MAY_GO for w in ours + theirs):
        missing = " ".join(w.capitalize() for w in (ours or theirs))
        return Comparison(Likeness.OTHER, f"{missing} makes it another name")
    if edits:
        return Comparison(Likeness.MISPRINT, "; ".join(why), edits=edits)
    return Comparison(
        Likeness.SPELLING, "; ".join(why) or "a general word is left out or added", short=not why
    )


def _misprint(form: str, name: str) -> tuple[int, str] | None:
    """A slip (or, with no letter counted, another spelling) between two words; None for two words."""
    general = section("organizations.txt", "general")
    if form.isdigit() or name.isdigit() or (form in general and name in general):
        return None
    if same_family(form, name):
        return 0, f"{form.capitalize()} is a form of {name.capitalize()}"
    if form + "s" == name or name + "s" == form:
        return 0, f"{form.capitalize()} for {name.capitalize()}"
    found = slip(form, name, most=1 if max(len(form), len(name)) <= 5 else 2)
    return None if found is None else (found.edits, found.why)
