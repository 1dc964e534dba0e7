"""What the words around a figure say that it is a figure of: noun, verb, modifiers, scope.

No parser: a figure's own noun phrase, the noun that governs it (`a rating of 63 %`), the nearest
verb of its clause, and the phrases that limit where and when (`in North America`).
"""

from __future__ import annotations

from msgspec import Struct

from checker.draft import lexicon
from checker.draft.dates import MONTHS, WEEKDAYS
from checker.draft.figures import STOP_WORDS, Figure, Kind, numeral_end
from checker.draft.text import Sentence
from checker.draft.words import SAYING, word_set


class Context(Struct, frozen=True):
    """The words that say what a figure measures, as base forms.

    `done` is the verb as printed where it tells of the past. `head` is the noun counted or governing, `modifiers` its other words, `verb` what is done,
    `scope` the words of the phrases behind the figure and at the clause's start (`fronted`: of these
    alone), `verb_at` the token of the verb, `subject` the words before the verb, `object` those behind the verb of a figure that is
    itself the subject (`892 pupils took Russian`).
    """

    head: str = ""
    modifiers: frozenset[str] = frozenset()
    verb: str = ""
    scope: frozenset[str] = frozenset()
    subject: frozenset[str] = frozenset()
    negated: bool = False
    state: frozenset[str] = frozenset()
    supposed: frozenset[str] = frozenset()
    done: str = ""
    definite: bool = False
    fronted: frozenset[str] = frozenset()
    object: frozenset[str] = frozenset()
    verb_at: int = -1


# Words beside a figure that make it one of another moment or of a part: no two figures are of one
# thing where only one has such a word.
_STATES = word_set(
    "now left remaining remain remains each every per apiece more additional extra another other "
    "originally initially previously earlier before already further altogether then still"
)
# Words that make a figure one of a plan, a wish or a condition.
_SUPPOSING = word_set(
    "will would can could may might should if expected expects planned plans projected forecast aims target hopes "
    "wants needs predicted unless intends"
)
MORE = word_set("another additional further extra")
_EACH_TIME = {
    (each, unit)
    for each in ("a", "an")
    for unit in ("day", "week", "month", "year", "hour", "minute")
}
# In reported speech "will" becomes "would".
_BACKSHIFT = {"would": "will", "could": "can", "might": "may"}
_DETERMINERS = word_set(
    "a an the this that these those his her its their our my your no every each"
)
PREPOSITIONS = word_set(
    "in on at for from across among within throughout outside inside during near between under over "
    "since until by after before with to against"
)
_SCOPE_ADVERBS = word_set(
    "worldwide globally nationwide nationally abroad overseas domestically locally annually monthly "
    "weekly daily yearly today overall altogether elsewhere internationally"
)
_BREAKS = frozenset(
    ("while", "whereas", "but", "which", "who", "although", ";", ":", "(", ")", "—")
)
_PHRASE_ENDS = _BREAKS | WEEKDAYS | MONTHS.keys() | {"and", "with", "of", "based"}
_AUXILIARIES = word_set(
    "be have do is are was were been being am has had having does did will would can could may might "
    "shall should must"
)
_LINKS = word_set(
    "of at is was are were be been to by stood stands reached hit totaled totalled averaged"
)
_BEING = word_set("is are was were be been being")
_DAYS = word_set("yesterday tomorrow tonight today")
_LEVEL_VERBS = word_set(
    "stand reach hit rise fall grow drop climb jump increase decrease decline total average"
)
_ADVERBS = word_set("now currently still also already only just then later recently once ever even")
_NEGATIONS = frozenset(("not", "never", "n't", "without", "neither", "nor", "cannot"))
_PRONOUNS = word_set("i he she it we they you who which that there")


def describe(sentence: Sentence, figure: Figure) -> Context:
    """The context of one figure of a sentence."""
    behind = max(figure.end, figure.noun_end)
    verb_at = _verb_right_behind(sentence, behind)
    if verb_at is None:
        verb_at = _verb_before(sentence, figure.start)
    if verb_at is None:
        verb_at = _verb_after(sentence, behind)
    if _is_predicate(sentence, figure):
        verb_at = None
    if figure.kind is Kind.COUNT and figure.noun_end == figure.noun_start:
        verb_at = figure.start - 1  # "Blast kills 31"
    verb = (lexicon.verb(sentence.lower[verb_at]) or "") if verb_at is not None else ""
    head, modifiers = _head(sentence, figure)
    before = sentence.lower[max(figure.start - 12, 0) : figure.start]
    return Context(
        head,
        modifiers,
        verb,
        _scope(sentence, figure),
        _subject(sentence, figure, verb_at),
        any(word in _NEGATIONS or word.endswith("n't") for word in before),
        _states(sentence, figure),
        frozenset(
            _BACKSHIFT.get(word, word)
            for word in _SUPPOSING.intersection((*before, *sentence.lower[behind : behind + 5]))
        ),
        _printed_past(sentence, verb_at),
        _is_definite(sentence, figure, verb_at),
        _fronted(sentence, figure),
        _object(sentence, figure, verb_at),
        -1 if verb_at is None else verb_at,
    )


def _printed_past(sentence: Sentence, verb_at: int | None) -> str:
    word = sentence.lower[verb_at] if verb_at is not None else ""
    return "" if word == lexicon.verb(word) or word.endswith(("s", "ing")) else word


def _is_predicate(sentence: Sentence, figure: Figure) -> bool:
    """Whether a figure is what a noun is (`the rent was 940 euros`): then nothing is done."""
    before = sentence.lower[figure.start - 1] if figure.start else ""
    if before not in ("is", "was", "are", "were") or figure.noun_end > figure.noun_start:
        return False
    start, end = _governor(sentence, figure.start)
    return end > start


def _subject(sentence: Sentence, figure: Figure, verb_at: int | None) -> frozenset[str]:
    """The words before the verb; none where the figure itself is what the verb is about."""
    if verb_at is None or verb_at > figure.start:
        return frozenset()
    return frozenset(_content(sentence, _clause_start(sentence, verb_at), verb_at))


def _clause_start(sentence: Sentence, verb_at: int) -> int:
    """Where the clause of a verb begins: behind `X said`, where somebody is reported to say it."""
    for at in range(verb_at - 1, max(verb_at - 16, -1), -1):
        if lexicon.verb(sentence.lower[at]) in SAYING and is_verb(sentence, at):
            return at + 1
    return 0


_POINTING = word_set("the they it he she we these those this that")


def _is_definite(sentence: Sentence, figure: Figure, verb_at: int | None) -> bool:
    """Whether the subject points back to somebody: `the attackers killed`, `they killed`."""
    if verb_at is None or verb_at > figure.start:
        return False
    start = _clause_start(sentence, verb_at)
    return bool(_POINTING.intersection(sentence.lower[start : min(start + 2, verb_at)]))


def _states(sentence: Sentence, figure: Figure) -> frozenset[str]:
    """The words around a figure (its hedge left out) that say which moment or part it is of."""
    first, last = figure.start, max(figure.end, figure.noun_end)
    tokens = sentence.tokens
    near = [token.text for token in tokens[figure.number : last]]
    near += MORE.intersection(sentence.lower[figure.start : figure.number])
    while first and figure.start - first < 3 and tokens[first - 1].kind == "word":
        first -= 1
        near.append(tokens[first].text)
    end = last
    while end < len(tokens) and end - last < 3 and tokens[end].kind == "word":
        near.append(tokens[end].text)
        end += 1
    if sentence.lower[last : last + 2] in _EACH_TIME:
        near.append("per")
    # a capital makes it part of a title ("The Night Before")
    return _STATES.intersection(near)


def verb_of(sentence: Sentence, start: int, end: int) -> str:
    """What is done at a time from `start` to `end`: the base form of the nearest verb, or empty.

    A verb of saying counts only where it stands right before.
    """
    said = _saying_before(sentence, start)
    verb_at = said if said is not None else _deed_at(sentence, start, end)
    return (lexicon.verb(sentence.lower[verb_at]) or "") if verb_at is not None else ""


def verb_behind(sentence: Sentence, start: int) -> str:
    """What is done in the clause that begins at `start`: `she fled`; empty where no verb is near."""
    for at in range(start, min(start + 5, len(sentence.tokens))):
        if _is_deed(sentence, at):
            return lexicon.verb(sentence.lower[at]) or ""
    return ""


def _saying_before(sentence: Sentence, start: int) -> int | None:
    for at in range(start - 1, max(start - 7, -1), -1):
        if sentence.lower[at] in _BREAKS | {","} or _is_deed(sentence, at):
            return None
        if is_verb(sentence, at) and lexicon.verb(sentence.lower[at]) in SAYING:
            return at
    return None


def _deed_at(sentence: Sentence, start: int, end: int) -> int | None:
    before = _verb_before(sentence, start)
    return before if before is not None else _verb_after(sentence, end)


def subject_noun(sentence: Sentence, start: int, end: int) -> str:
    """The noun phrase before the verb nearest to a time: who or what does it."""
    return sentence.words(*subject_phrase(sentence, start, end)).lower()


def subject_phrase(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Where that noun phrase stands, as tokens; empty where there is none."""
    verb_at = _deed_at(sentence, start, end)
    if verb_at is None:
        return start, start
    first = verb_at
    while first and sentence.lower[first - 1] in _AUXILIARIES | _ADVERBS | {"to"}:
        first -= 1
    return noun_phrase_ending(sentence, first)


def content_words(sentence: Sentence) -> frozenset[str]:
    """The base forms of all words of a sentence that carry meaning."""
    return frozenset(_content(sentence, 0, len(sentence.tokens)))


def is_stated(sentence: Sentence, figure: Figure) -> bool:
    """Whether a noun before a figure is said to be it, or is a certain one: not just `winds of 40 km`."""
    if not figure.start or sentence.lower[figure.start - 1] != "of":
        return True
    start, _ = _governor(sentence, figure.start)
    return start > 0 and sentence.lower[start - 1] in _DETERMINERS - {
        "a",
        "an",
        "no",
        "every",
        "each",
    }


def words_before(sentence: Sentence, figure: Figure) -> frozenset[str]:
    """The base forms of the words with a meaning that stand before a figure."""
    return frozenset(_content(sentence, 0, figure.start))


def _content(sentence: Sentence, start: int, end: int) -> list[str]:
    return [
        lexicon.noun(word)
        for token, word in zip(sentence.tokens[start:end], sentence.lower[start:end], strict=True)
        if token.kind in ("word", "initials") and word not in STOP_WORDS
    ]


def _head(sentence: Sentence, figure: Figure) -> tuple[str, frozenset[str]]:
    """The noun that a figure counts, or else that governs it, and its modifiers."""
    if figure.noun_end > figure.noun_start:
        return _split(sentence, figure.noun_start, figure.noun_end)
    if figure.kind is Kind.COUNT:
        return "person", frozenset()  # "Blast kills 31"
    for start, end in (_governor(sentence, figure.start), _noun_behind(sentence, figure)):
        if end > start:
            return _split(sentence, start, end)
    return "", frozenset()


def _split(sentence: Sentence, start: int, end: int) -> tuple[str, frozenset[str]]:
    words = _content(sentence, start, end)
    return (words[-1], frozenset(words[:-1])) if words else ("", frozenset())


def _governor(sentence: Sentence, start: int) -> tuple[int, int]:
    """The noun phrase in `a rating of #`, `the rating was #`, `the toll rose to #`."""
    words = sentence.lower
    end = start
    if not end or words[end - 1] not in _LINKS:
        return start, start
    while end and (
        words[end - 1] in _LINKS or words[end - 1] in _ADVERBS or _is_level_verb(words[end - 1])
    ):
        end -= 1
    return noun_phrase_ending(sentence, end)


def _is_level_verb(word: str) -> bool:
    return lexicon.verb(word) in _LEVEL_VERBS or word in _AUXILIARIES


def noun_phrase_ending(sentence: Sentence, end: int) -> tuple[int, int]:
    """The words of the noun phrase that ends before `end`; empty where no noun stands there."""
    if not end or not _may_be_noun(sentence, end - 1):
        return end, end
    start = end - 1
    while start and end - start < 4 and _is_inside_noun_phrase(sentence, start - 1):
        start -= 1
    return start, end


def _may_be_noun(sentence: Sentence, at: int) -> bool:
    """Whether a word is a noun, or not known and nothing else by its form (`turnout`)."""
    token, word = sentence.tokens[at], sentence.lower[at]
    if lexicon.known(lexicon.noun(word), "n"):
        return True
    other = word in STOP_WORDS | _ADVERBS or word.endswith("ly") or lexicon.verb(word) is not None
    return token.kind == "word" and not token.capital and not other and len(word) > 3


def _is_inside_noun_phrase(sentence: Sentence, at: int) -> bool:
    word = sentence.lower[at]
    return (
        sentence.tokens[at].kind == "word" and word not in STOP_WORDS and not is_verb(sentence, at)
    )


def _noun_behind(sentence: Sentence, figure: Figure) -> tuple[int, int]:
    """The noun in `# budget`, `# of voters`, `# (…) in illegal assets`."""
    words = sentence.lower
    at = figure.end
    if words[at : at + 1] == ("(",):
        closing = next((i for i in range(at, min(at + 8, len(words))) if words[i] == ")"), None)
        at = closing + 1 if closing is not None else at
    if words[at : at + 2] == ("worth", "of"):
        at += 2
    elif words[at : at + 1] in (("of",), ("in",)):
        at += 1
    start = at + (words[at : at + 1] != () and words[at] in _DETERMINERS)
    end = start
    while end < min(len(words), start + 4) and _is_inside_noun_phrase(sentence, end):
        end += 1
    if end == start or not lexicon.known(lexicon.noun(words[end - 1]), "n"):
        return at, at
    named = figure.kind in (Kind.MONEY, Kind.PERCENT) and sentence.tokens[start].capital
    return (at, at) if named else (start, end)


def is_verb(sentence: Sentence, at: int) -> bool:
    """Whether the word at `at` most likely is a full verb here."""
    word = sentence.lower[at]
    base = lexicon.verb(word)
    if base is None or word in STOP_WORDS or sentence.tokens[at].kind != "word":
        return False
    before = sentence.lower[at - 1] if at else ""
    if before in _DETERMINERS or before.endswith("'s") or (at and sentence.tokens[at].capital):
        return False
    if before == "to" and word in lexicon.UNINFLECTED:
        return False
    if word != base and not word.endswith(("s", "ing")):
        return True
    if word.endswith("ing"):
        return (
            before in _AUXILIARIES
            or before in (",", "by", "after", "while")
            or (before == "and" and not lexicon.known(word, "n"))
            or lexicon.is_plural(before)
        )
    if before in PREPOSITIONS and before not in _AUXILIARIES and before != "to":
        return False
    if not lexicon.known(lexicon.noun(word), "n"):
        return True
    is_subject = bool(at) and (sentence.tokens[at - 1].capital or lexicon.is_plural(before))
    return (
        before == "to"
        or before in _AUXILIARIES
        or before in _PRONOUNS
        or (is_subject and before not in STOP_WORDS)
    )


def _is_deed(sentence: Sentence, at: int) -> bool:
    """Whether a full verb stands there that says what is done: no auxiliary, no `said`."""
    if not is_verb(sentence, at):
        return False
    base = lexicon.verb(sentence.lower[at])
    return base not in _AUXILIARIES and base not in SAYING and sentence.lower[at] != "according"


def _verb_before(sentence: Sentence, start: int) -> int | None:
    for at in range(start - 1, max(start - 16, -1), -1):
        word = sentence.lower[at]
        if word in _BREAKS or (lexicon.verb(word) in SAYING and is_verb(sentence, at)):
            return None
        if _is_deed(sentence, at):
            return at
    return None


def _verb_right_behind(sentence: Sentence, end: int) -> int | None:
    """The verb of a figure that is its subject: `48 people were killed`, `300 suspects arrested`."""
    at = end
    while at < min(end + 4, len(sentence.tokens)) and sentence.lower[at] in _AUXILIARIES | _ADVERBS:
        at += 1
    if at >= len(sentence.tokens) or not is_verb(sentence, at):
        return None
    word = sentence.lower[at]
    past = word != lexicon.verb(word) and not word.endswith(("s", "ing"))
    return (
        at
        if past
        and lexicon.verb(word) not in _AUXILIARIES
        and sentence.lower[end + 1 : end + 2] != ("to",)
        else None
    )


def _verb_after(sentence: Sentence, end: int) -> int | None:
    stop = min(end + 14, len(sentence.tokens))
    breaks = (at for at in range(end, stop) if sentence.lower[at] in _BREAKS)
    stop = next(breaks, stop)
    # behind a comma it is a participle: "two bathrooms, built in 1932"
    deeds = [
        at for at in range(end, stop) if _is_deed(sentence, at) and sentence.lower[at - 1] != ","
    ]
    helped = [at for at in deeds if at > end and sentence.lower[at - 1] in _AUXILIARIES]
    return next(iter([*helped, *(at for at in deeds if at < end + 9)]), None)


def _scope(sentence: Sentence, figure: Figure) -> frozenset[str]:
    """The content of the phrase that follows the figure, and of one that opens the sentence."""
    words = sentence.lower
    at = max(figure.end, figure.noun_end)
    found: set[str] = set()
    if at < len(words) and words[at] in _SCOPE_ADVERBS:
        found.add(words[at])
    elif at < len(words) and words[at] in PREPOSITIONS:
        found.update(_phrase(sentence, at + 1))
    return (_fronted(sentence, figure) | found) - {figure.value}


def _fronted(sentence: Sentence, figure: Figure) -> frozenset[str]:
    """The phrase of place or circumstance that opens a sentence: `In Lyon 300 people marched`."""
    opens = sentence.lower[0] in PREPOSITIONS and figure.start > 1
    return frozenset(_phrase(sentence, 1)) if opens else frozenset()


def _object(sentence: Sentence, figure: Figure, verb_at: int | None) -> frozenset[str]:
    """What the verb of a figure that is its subject is done to, by the nouns right behind the verb."""
    if verb_at is None or verb_at < figure.end or sentence.lower[verb_at - 1] in _BEING:
        return frozenset()
    at = verb_at + 1
    at += sentence.lower[at : at + 1] != () and sentence.lower[at] in _DETERMINERS
    found = set()
    for token in sentence.tokens[at : at + 3]:
        named = token.capital and token.lower not in WEEKDAYS | MONTHS.keys()
        plain = token.lower not in STOP_WORDS | _SCOPE_ADVERBS | _DAYS | SAYING
        if token.kind != "word" or not (named or (plain and not token.lower.endswith("ly"))):
            break
        found.add(lexicon.noun(token.lower))
    return frozenset(found)


def _phrase(sentence: Sentence, start: int) -> list[str]:
    """The words of a phrase of place or circumstance; what is said of time is compared elsewhere."""
    end = start
    while end < min(len(sentence.tokens), start + 6):
        word = sentence.lower[end]
        if sentence.tokens[end].kind in ("sign", "number") or word in _PHRASE_ENDS:
            break
        if numeral_end(sentence, end) > end or (
            end == start and sentence.lower[end - 1] == "to" and lexicon.verb(word)
        ):
            break
        end += 1
    return _content(sentence, start, end)
