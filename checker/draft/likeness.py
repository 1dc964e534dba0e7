"""How much speaks for two figures of two sentences being figures of the same thing.

Agreements add up: the noun, what is done, modifiers, where and when, names. What makes them
figures of different things (another place, another year, two names) rules them out.
"""

from __future__ import annotations

from msgspec import Struct

from checker.draft import lexicon
from checker.draft.context import Context
from checker.draft.dates import WEEKDAYS, DateMention
from checker.draft.figures import Kind
from checker.draft.statement import Statement
from checker.draft.words import word_set
from checker.language.types import Quantity

_SAME_THING = 3
_SAME_MEASURE = 4  # a rating, a budget: named by the same noun
_SAME_VERB = 2
_PERSON = word_set("person people man woman individual human")
# Verbs that say too little for two sentences to be about one deed.
LIGHT_VERBS = word_set("have get make take be do give put go come use hold include see set")
# What makes a figure another one than the same noun without it.
_TELLING = word_set(
    "more additional extra other further new first last total average combined annual monthly daily "
    "weekly record net gross maximum minimum previous next remaining budget target forecast"
)


class Likeness(Struct, frozen=True):
    """Points for being the same thing; `strong` where noun, verb and subject all agree."""

    points: int = 0
    strong: bool = False


NONE = Likeness()


def likeness(a: Statement, i: int, b: Statement, j: int) -> Likeness:
    """How much speaks for figure `i` of one sentence and `j` of another being the same."""
    first, second = a.quantities[i], b.quantities[j]
    if first is None or second is None or not comparable(a, i, b, j):
        return NONE
    ours, theirs = a.contexts[i], b.contexts[j]
    thing = _same_thing(a.figures[i].kind, ours, theirs)
    if not thing or other_state(ours, theirs) or _apart(a, b):
        return NONE
    verb = bool(ours.verb) and lexicon.synonymous(ours.verb, theirs.verb, "v")
    points = thing + _modifiers(ours, theirs) + _scopes(a, b, ours, theirs)
    points += _SAME_VERB if verb and thing >= _SAME_THING else 0
    points += min(2, len(a.names & b.names)) + min(2, len(_shared_words(a, b, ours)))
    strong = verb and ours.verb not in LIGHT_VERBS and thing >= _SAME_THING
    strong = (
        strong
        and ours.modifiers == theirs.modifiers
        and any(lexicon.noun(name) != ours.head for name in a.names & b.names)
    )
    return Likeness(points, strong and _same_scope(a, b, ours, theirs))


def other_state(a: Context, b: Context) -> bool:
    """Whether one is denied, of another moment or only thought of, where the other is not."""
    return a.negated != b.negated or a.state != b.state or a.supposed != b.supposed


def comparable(a: Statement, i: int, b: Statement, j: int) -> bool:
    """Whether two figures are of one kind and dimension."""
    first, second = a.figures[i], b.figures[j]
    if first.kind is not second.kind or first.kind in (Kind.LABEL, Kind.ORDINAL, Kind.FACTOR):
        return False
    if first.kind is Kind.BARE and a.contexts[i].head != b.contexts[j].head:
        return False  # "a population of 40,000": only the noun before tells of what it is
    if first.outof != second.outof:
        return False
    ours, theirs = a.quantities[i], b.quantities[j]
    return ours is not None and theirs is not None and same_dimension(ours, theirs)


def same_dimension(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities can be held against each other: money only in one currency."""
    if a.unit.dimension == b.unit.dimension == "money":
        return a.unit.currencies == b.unit.currencies
    return a.unit.dimension == b.unit.dimension


def _same_thing(kind: Kind, a: Context, b: Context) -> int:
    if kind is Kind.COUNT:
        return _SAME_THING if heads_agree(a, b) else 0
    if a.head and a.head == b.head:
        return _SAME_MEASURE
    if kind is Kind.BARE:
        return 0
    labels = [(x, y) for x in (a.head, a.verb) for y in (b.head, b.verb) if x and y]
    if any(_one_label(x, y) for x, y in labels):
        return _SAME_THING
    return 1 if kind in (Kind.PERCENT, Kind.SCORE) and not (a.head and b.head) else 0


def _one_label(a: str, b: str) -> bool:
    return lexicon.synonymous(a, b, "n") or lexicon.synonymous(a, b, "v")


def heads_agree(a: Context, b: Context) -> bool:
    """Whether two counted nouns are one: equal, near, or the people who do what the other names."""
    if a.head == b.head:
        return True
    if (a.head in _PERSON) == (b.head in _PERSON) and lexicon.synonymous(a.head, b.head, "n"):
        return True
    return any(
        person.head in _PERSON
        and person.verb
        and lexicon.stem(person.verb) == lexicon.stem(other.head)
        for person, other in ((a, b), (b, a))
    )


def _modifiers(a: Context, b: Context) -> int:
    shared = a.modifiers & b.modifiers
    odd = a.modifiers ^ b.modifiers
    telling = sum(2 if word in _TELLING else 1 for word in odd)
    return len(shared) - min(telling, 3)


def _scopes(a: Statement, b: Statement, ours: Context, theirs: Context) -> int:
    if not ours.scope or not theirs.scope:
        return 0
    return 2 if scopes_meet(a, b, ours, theirs) else -2


def scopes_meet(a: Statement, b: Statement, ours: Context, theirs: Context) -> bool:
    """Whether two phrases of place or circumstance share a word; of names, a name."""
    named, others = ours.scope & a.base_names, theirs.scope & b.base_names
    return bool(named & others) if named and others else bool(ours.scope & theirs.scope)


def _same_scope(a: Statement, b: Statement, ours: Context, theirs: Context) -> bool:
    return ours.scope == theirs.scope or scopes_meet(a, b, ours, theirs)


def _shared_words(a: Statement, b: Statement, context: Context) -> frozenset[str]:
    """Words of meaning that both sentences hold beside names and the thing itself."""
    lowered = {word for word in a.words & b.words if word.lower() not in a.names}
    return frozenset(lowered - {context.head, context.verb})


def _apart(a: Statement, b: Statement) -> bool:
    """Whether the sentences speak of different times or of different names."""
    if dates_differ(a.dates, b.dates) or weekdays_differ(a, b) or _labels_differ(a, b):
        return True
    if not a.names or not b.names or a.names & b.names:
        return False
    return not (a.anaphoric or b.anaphoric)


def _labels_differ(a: Statement, b: Statement) -> bool:
    """Whether both hold numbers that are part of names (`Flight 370`), and none is the same."""
    ours, theirs = _labels(a), _labels(b)
    return bool(ours) and bool(theirs) and not ours & theirs


def _labels(statement: Statement) -> frozenset[str]:
    return frozenset(figure.value for figure in statement.figures if figure.kind is Kind.LABEL)


def weekdays_differ(a: Statement, b: Statement) -> bool:
    """Whether both name days of the week, and none is the same."""
    ours, theirs = WEEKDAYS.intersection(a.sentence.lower), WEEKDAYS.intersection(b.sentence.lower)
    return bool(ours) and bool(theirs) and not ours & theirs


def dates_differ(a: tuple[DateMention, ...], b: tuple[DateMention, ...]) -> bool:
    """Whether both name times and no two of them can be one."""
    return bool(a) and bool(b) and not any(may_be_one(x, y) for x in a for y in b)


def may_be_one(a: DateMention, b: DateMention) -> bool:
    """Whether two dates agree in every part that both name."""
    pairs = ((a.year, b.year), (a.month, b.month), (a.day, b.day))
    return all(x is None or y is None or x == y for x, y in pairs)
