"""Names for what figures measure: the same thing gets the same key, different things do not.

A key is made of the words of the figure's noun and verb. Whether two figures of one article are
of the same thing is judged from their contexts: surely, probably, or not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct

from checker.draft import lexicon
from checker.draft.claims import Value
from checker.draft.context import Context, is_stated, words_before
from checker.draft.dates import WEEKDAYS
from checker.draft.figures import Figure, Kind
from checker.draft.likeness import (
    LIGHT_VERBS,
    comparable,
    dates_differ,
    heads_agree,
    other_state,
    scopes_meet,
)
from checker.draft.people import slug
from checker.draft.ratios import is_average, is_ratio
from checker.draft.statement import Statement
from checker.draft.times import TimePhrase
from checker.draft.unique import UniqueIds
from checker.draft.words import word_set
from checker.ranges import Range

# How many figures back the same thing, or what `them` stands for, is looked for.
_SEEN = 30
_ANTECEDENTS = 5
_LONGEST_KEY = 60
# Tokens: how far into a sentence the noun that opens it reaches, with its modifiers and `of`.
_OPENING = 5
_RATIOS = {Kind.PERCENT: "percent", Kind.SHARE: "share"}


class _Entry(Struct, frozen=True):
    """A figure that was given a key."""

    key: str
    statement: Statement
    figure: int
    times: tuple[TimePhrase, ...]
    claim: str


class _Count(Struct, frozen=True):
    """A count that later words may point back to."""

    claim: str
    key: str
    head: str
    widest: Range


def _exceeds(part: Range, whole: Range) -> bool:
    return part.low is not None and whole.high is not None and part.low > whole.high


class Register:
    """The measures of one article so far.

    What has no noun of its own, or is another thing of a name that is taken, is told from that of
    other articles by `digest`: the same key in two drafts is the same thing, and defined alike.
    """

    def __init__(self, digest: str) -> None:
        self.digest = digest
        self.measures: dict[str, dict[str, Value]] = {}
        self.keys = UniqueIds()
        self.by_kind: dict[tuple[Kind, str], list[_Entry]] = defaultdict(list)
        self.counts: list[_Count] = []
        self._times: tuple[TimePhrase, ...] = ()

    def measure(
        self, statement: Statement, i: int, times: Sequence[TimePhrase]
    ) -> tuple[str, str, str]:
        """The key of what a figure measures, the claim that states the same (or none), a doubt."""
        self._times = tuple(times)
        for entry in reversed(self._rivals(statement, i)):
            if entry.statement is statement or not _same_figures(entry, statement, i, times):
                continue
            sure = _surely_same(entry.statement.contexts[entry.figure], statement.contexts[i])
            return (
                entry.key,
                entry.claim,
                "" if sure else "taken for the same thing as before: other words",
            )
        key = self._new_key(statement, i)
        return key, "", ""

    def claimed(self, key: str, statement: Statement, i: int, claim: str) -> None:
        """Remember which claim states a figure."""
        figure = statement.figures[i]
        self.by_kind[figure.kind, _dimension(statement, i)].append(
            _Entry(key, statement, i, self._times, claim)
        )
        quantity = statement.quantities[i]
        if figure.kind is Kind.COUNT and quantity is not None:
            head = statement.contexts[i].head
            self.counts.append(_Count(claim, key, head, quantity.widest))

    def counted_before(self, part: Range) -> tuple[str, str] | None:
        """Claim and key of the count that `them` stands for: the last that can hold it, of people first.

        Where none can, the last one: then the text is at odds with itself.
        """
        recent = self.counts[-_ANTECEDENTS:][::-1]
        able = [count for count in recent if not _exceeds(part, count.widest)]
        people = [count for count in able if lexicon.names_persons(count.head)]
        return next(((count.claim, count.key) for count in [*people, *able, *recent]), None)

    def _rivals(self, statement: Statement, i: int) -> list[_Entry]:
        return self.by_kind[statement.figures[i].kind, _dimension(statement, i)][-_SEEN:]

    def _new_key(self, statement: Statement, i: int) -> str:
        name, kind = _name(statement, i), statement.figures[i].kind
        if kind in (Kind.PERCENT, Kind.SHARE) or is_ratio(statement, i):
            key = self.own_key(f"{name} {_RATIOS.get(kind, 'rate')}", name, statement.contexts[i])
            self.measures[key]["kind"] = "ratio"
            return key
        return self.own_key(name, name, statement.contexts[i])

    def own_key(self, words: str, name: str, context: Context | None = None) -> str:
        """A new key made of words, for what is called `name` and was not measured before."""
        base = slug(words)[:_LONGEST_KEY].strip("-")
        if base in self.measures or (context is not None and not context.head):
            base = f"{base}-{self.digest}"
        key = self.keys.take(base)
        self.measures[key] = {"name": name}
        return key

    def part_key(self, base: str, words: str) -> str:
        """A key for some of what another figure counts."""
        key = self.own_key(f"{base}-{words}", "")
        self.measures[key]["name"] = key.replace("-", " ")
        return key


def _dimension(statement: Statement, i: int) -> str:
    quantity = statement.quantities[i]
    return quantity.unit.dimension if quantity else ""


def _name(statement: Statement, i: int) -> str:
    """The words of noun and verb as printed, in the order noun, verb."""
    figure, context, sentence = statement.figures[i], statement.contexts[i], statement.sentence
    noun = sentence.words(figure.noun_start, figure.noun_end).lower()
    if not noun:
        noun = " ".join([*sorted(context.modifiers), context.head]).strip()
    name = f"{noun} {context.done or context.verb}".strip()
    if is_average(statement, i):
        name = f"average {name}".strip()
    return name or {Kind.MONEY: "amount", Kind.PERCENT: "share", Kind.SHARE: "share"}.get(
        figure.kind, "number"
    )


def _same_figures(entry: _Entry, statement: Statement, i: int, times: Sequence[TimePhrase]) -> bool:
    """Whether two figures of one article are, surely or probably, of the same thing."""
    if not comparable(entry.statement, entry.figure, statement, i):
        return False
    if is_ratio(entry.statement, entry.figure) is not is_ratio(statement, i):
        return False
    a, b = entry.statement.contexts[entry.figure], statement.contexts[i]
    if other_state(a, b) or a.modifiers != b.modifiers or _is_duration(statement, i):
        return False
    taken_up = _is_taken_up(entry, statement, i)
    if not (_one_verb(a, b) or taken_up) or not _one_thing(statement.figures[i].kind, a, b):
        return False
    if not (a.verb or taken_up) and not _one_label(entry, statement, i):
        return False
    if dates_differ(entry.statement.dates, statement.dates) or _times_differ(entry.times, times):
        return False
    return _one_scope(entry.statement, statement, a, b) and _one_subject(
        entry.statement, statement, a, b
    )


def _is_duration(statement: Statement, i: int) -> bool:
    """Lengths of time are of too many things to be compared by their verb."""
    quantity = statement.quantities[i]
    return quantity is not None and quantity.unit.dimension == "[time]"


def _one_verb(a: Context, b: Context) -> bool:
    if not a.verb and not b.verb:
        return bool(a.head)
    return bool(a.verb) and bool(b.verb) and lexicon.synonymous(a.verb, b.verb, "v")


def _is_taken_up(entry: _Entry, statement: Statement, i: int) -> bool:
    """`a crowd of 41,000 …`, later `The crowd of 14,000 …`: the same noun, whatever it does.

    Not where words set the two apart (`the second game`), or where it is told what always holds.
    """
    first, second = entry.statement.figures[entry.figure], statement.figures[i]
    ours, theirs = entry.statement.sentence.lower, statement.sentence.lower
    of = ours[first.start - 1 : first.start] == theirs[second.start - 1 : second.start] == ("of",)
    heads = {entry.statement.contexts[entry.figure].head, statement.contexts[i].head}
    opens = theirs[0] in ("the", "this", "that") and i == 0 and second.start <= _OPENING
    apart = _APART.intersection(ours) != _APART.intersection(theirs)
    always = theirs[second.end : second.end + 1] in (("is",), ("are",))
    return (
        of and opens and len(heads) == 1 and first.kind is not Kind.COUNT and not (apart or always)
    )


def _one_label(entry: _Entry, statement: Statement, i: int) -> bool:
    """Whether figures without a verb, as rows and items give them, are labelled alike.

    A counted noun alone is no evidence: every row of a table has it.
    """
    a, b = entry.statement.contexts[entry.figure], statement.contexts[i]
    ours = words_before(entry.statement.sentence, entry.statement.figures[0])
    theirs = words_before(statement.sentence, statement.figures[0])
    shown = a.modifiers | b.modifiers
    shown |= {context.head for context in (*entry.statement.contexts, *statement.contexts)}
    if ours & _APART != theirs & _APART:
        return False
    if ours - shown and theirs - shown:
        return bool((ours & theirs) - shown)
    names = entry.statement.base_names & statement.base_names
    told = names or a.scope & b.scope or (a.modifiers and (ours or theirs))
    stated = is_stated(entry.statement.sentence, entry.statement.figures[entry.figure])
    stated = stated and is_stated(statement.sentence, statement.figures[i])
    return bool(told) or (stated and statement.figures[i].kind is not Kind.COUNT)


def _one_thing(kind: Kind, a: Context, b: Context) -> bool:
    if kind is Kind.COUNT:
        return heads_agree(a, b)
    if not a.head and not b.head:
        told = bool(a.scope & b.scope) or (
            a.verb not in LIGHT_VERBS and bool(a.subject & b.subject)
        )
        return bool(a.verb) and (kind is Kind.UNIT or told)
    return bool(a.head) and bool(b.head) and lexicon.synonymous(a.head, b.head, "n")


def _one_scope(first: Statement, second: Statement, a: Context, b: Context) -> bool:
    """Whether no phrase sets the two apart; one that opens a sentence says where, other than before."""
    if not a.fronted <= second.words or not b.fronted <= first.words:
        return bool(a.fronted & b.fronted)
    if a.object and b.object and not a.object & b.object:
        return False
    if first.places and second.places and not first.places & second.places:
        return False
    return not a.scope or not b.scope or scopes_meet(first, second, a, b)


# Words that set one subject apart from another of the same noun.
_APART = word_set(
    "first second third fourth other another next new old former latter northern southern eastern western"
)


def _one_subject(first: Statement, second: Statement, a: Context, b: Context) -> bool:
    """Whether nobody else is meant: names before the verb, or contrasting words, that do not differ."""
    ours, theirs = _named(first, a), _named(second, b)
    if ours and theirs and not ours & theirs:
        return False
    if a.subject & _APART != b.subject & _APART or not _as_many(first, second, a, b):
        return False
    if not a.subject or not b.subject or _subjects_meet(a, b):
        return True
    if b.definite and _are_people(a.subject) and _are_people(b.subject):
        return True
    return bool(a.scope & b.scope) or bool(a.modifiers & b.modifiers)


def _as_many(first: Statement, second: Statement, a: Context, b: Context) -> bool:
    """Whether those who do it are not other ones by number: `85 percent got one dose, 61 percent two`."""
    ours, theirs = _doers(first, a), _doers(second, b)
    shares = any(figure.kind in (Kind.PERCENT, Kind.SHARE) for figure in (*ours, *theirs))
    if (ours and theirs) or shares:
        return bool({figure.value for figure in ours} & {figure.value for figure in theirs})
    return True


def _doers(statement: Statement, context: Context) -> list[Figure]:
    """The figures before the verb, where it has a subject: a figure that is the subject is none."""
    before = [figure for figure in statement.figures if figure.end <= context.verb_at]
    return before if context.subject else []


def _are_people(words: frozenset[str]) -> bool:
    return any(lexicon.names_persons(word) for word in words)


def _subjects_meet(a: Context, b: Context) -> bool:
    if a.subject & b.subject:
        return True
    return any(lexicon.synonymous(x, y, "n") for x in sorted(a.subject) for y in sorted(b.subject))


def _named(statement: Statement, context: Context) -> frozenset[str]:
    return context.subject & statement.base_names


def _surely_same(a: Context, b: Context) -> bool:
    told = a.verb or a.scope or a.modifiers
    alike = (a.head, a.verb, a.scope) == (b.head, b.verb, b.scope) and a.subject == b.subject
    return bool(told) and alike


def _times_differ(a: Sequence[TimePhrase], b: Sequence[TimePhrase]) -> bool:
    """Whether both name a day, month or year, and no two are the same."""
    ours = {_point(time) for time in a if time.point}
    theirs = {_point(time) for time in b if time.point}
    return bool(ours) and bool(theirs) and not ours & theirs


def _point(time: TimePhrase) -> str:
    words = [
        word
        for word in time.words.lower().split()
        if word not in ("in", "on", "during", "by", "at")
    ]
    weekday = next((word for word in words if word in WEEKDAYS), "")
    return weekday or " ".join(words)
