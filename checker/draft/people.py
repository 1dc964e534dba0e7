"""Finds the names of a text: persons with their roles and later short forms, bodies, places.

A run of capitalised words is a person's name only on evidence: a title, an age, a role in
apposition, a known given name or Chinese surname, or a verb of saying. Anything else stays unread.
"""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from msgspec import Struct, field

from checker.draft import lexicon
from checker.draft.context import is_verb
from checker.draft.dates import MONTHS, WEEKDAYS
from checker.draft.text import Sentence
from checker.draft.unique import UniqueIds
from checker.draft.words import SAYING, UNNAMED, word_set
from checker.language.names.fold import fold
from checker.language.names.mandarin import is_pinyin
from checker.language.names.slips import slip
from checker.language.names.tables import entries, families, section

_BODIES = word_set(
    "ministry department commission bank university inc ltd corp corporation council party agency "
    "association committee police court institute group company union foundation centre center "
    "hospital school college bureau office board fund service services army navy force forces "
    "organization organisation authority administration federation league club congress parliament "
    "senate society network airlines airways airport church museum post times news daily"
)
_GEOGRAPHIC = word_set(
    "street avenue road province city county river lake island islands bay mountain mountains valley "
    "district village town square park sea ocean coast state states kingdom republic beach bridge"
)
_PLACE_PREPOSITIONS = word_set("in at from near to across outside inside around")
_ROLES = word_set(
    "director president minister chief spokesman spokeswoman spokesperson chairman chairwoman chair "
    "secretary professor officer official manager head leader mayor governor senator lawyer attorney "
    "judge prosecutor analyst economist researcher scientist expert doctor coach captain founder "
    "executive ceo editor author owner resident farmer teacher student driver witness deputy "
    "commissioner ambassador general commander principal superintendent sheriff inspector detective "
    "engineer curator organiser organizer campaigner activist historian biologist fellow dean nurse "
    "treasurer coordinator adviser advisor consultant architect"
)
_OPENING = word_set(
    "the a an in on at by for from it he she they we i his her its their our as with under over more "
    "less about around some this that these those there after before during since while when if but "
    "and or of to not no according meanwhile however among also last every each both one two three "
    "four five six seven eight nine ten like only several many most few nearly almost all such what "
    "who where why how then now here yet so because although despite earlier later"
)


class Name(Struct, frozen=True):
    """A run of capitalised words in a sentence, without titles and `'s`."""

    sentence: int
    start: int
    end: int
    text: str
    title: str = ""


class Being(Struct):
    """Somebody or something that a text names: an entity of the claim file to be."""

    id: str
    type: str
    name: str
    role: str = ""
    role_at: tuple[int, int, int] | None = None
    order: str = ""
    forms: set[str] = field(default_factory=set)
    unsure: str = ""


class Mention(Struct, frozen=True):
    """A name where it stands, and whom it most likely means; `doubt` says what is odd about it."""

    name: Name
    being: str
    doubt: str = ""


class Cast(Struct, frozen=True):
    """Everybody that a text names, and every place where it does."""

    beings: dict[str, Being]
    mentions: tuple[Mention, ...]
    by_sentence: Mapping[int, tuple[Mention, ...]] = field(default_factory=dict)

    def of_sentence(self, number: int) -> tuple[Mention, ...]:
        """The mentions in one sentence, in order."""
        return self.by_sentence.get(number, ())


def find_cast(sentences: Sequence[Sentence]) -> Cast:
    """The persons, bodies and places of a text, from its first sentence on."""
    casting = _Casting(sentences)
    for number, sentence in enumerate(sentences):
        for name in _names(number, sentence):
            casting.add(name)
    casting.settle_slips()
    casting.mentions.sort(key=lambda mention: (mention.name.sentence, mention.name.start))
    grouped = groupby(casting.mentions, key=lambda mention: mention.name.sentence)
    by_sentence = {number: tuple(mentions) for number, mentions in grouped}
    return Cast(casting.beings, tuple(casting.mentions), by_sentence)


def _names(number: int, sentence: Sentence) -> Iterator[Name]:
    """The runs of capitalised words of a sentence that may be names."""
    at = 0
    while at < len(sentence.tokens):
        end = _run_end(sentence, at)
        if end > at:
            yield from _without_title(number, sentence, at, end)
        at = max(end, at + 1)


def _run_end(sentence: Sentence, start: int) -> int:
    first = sentence.tokens[start].text
    if not _is_name_word(sentence, start):
        return start
    if first.lower() in _OPENING and (len(first) == 1 or not first.isupper()):
        return start
    particles = section("parts.txt", "particle")
    tokens = sentence.tokens
    end = start + 1
    while end < len(tokens):
        if tokens[end - 1].text.endswith(("'s", "’s")):
            break
        if _is_name_word(sentence, end) or _is_initial_dot(sentence, end):
            end += 1
        elif (
            sentence.lower[end] in particles
            and end + 1 < len(tokens)
            and _is_name_word(sentence, end + 1)
        ):
            end += 2
        elif sentence.lower[end] in ("of", "for") and _is_body_so_far(sentence, start, end):
            end = _behind_of(sentence, end)
            break
        else:
            break
    return end


def _behind_of(sentence: Sentence, at: int) -> int:
    """The end of `of China`, `of the Party`, `for Discipline Inspection` in a body's name."""
    start = at + 1 + (sentence.lower[at + 1 : at + 2] == ("the",))
    end = start
    while end < len(sentence.tokens) and _is_name_word(sentence, end):
        end += 1
    return end if end > start else at


def _is_body_so_far(sentence: Sentence, start: int, end: int) -> bool:
    return any(word in _BODIES for word in sentence.lower[start:end])


def _is_initial_dot(sentence: Sentence, at: int) -> bool:
    before = sentence.tokens[at - 1]
    return sentence.tokens[at].text == "." and (
        (len(before.text) == 1 and before.capital)
        or before.lower in ("dr", "mr", "mrs", "ms", "gen", "sen", "prof")
    )


def _is_name_word(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    if token.kind == "initials":
        return token.capital
    if token.kind != "word" or not token.capital or token.lower.endswith("-based"):
        return False
    return token.lower not in MONTHS and token.lower not in WEEKDAYS


def _without_title(number: int, sentence: Sentence, start: int, end: int) -> Iterator[Name]:
    titles = section("parts.txt", "title")
    title = ""
    while start < end and (
        fold(sentence.lower[start]) in titles or sentence.tokens[start].text == "."
    ):
        title = sentence.tokens[start].text if sentence.tokens[start].text != "." else title
        start += 1
    while end - start > 2 and _is_role(sentence.lower[start]):
        title = sentence.tokens[start].text
        start += 1
    while (
        end > start
        and sentence.tokens[end - 1].text == "."
        and len(sentence.tokens[end - 2].text) > 1
    ):
        end -= 1
    if start == end:
        return
    words = [token.text for token in sentence.tokens[start:end]]
    words[-1] = re.sub(r"['’]s?$", "", words[-1])
    yield Name(number, start, end, " ".join(words).replace(" .", "."), title)


def _is_role(word: str) -> bool:
    """Whether a word before a name says what somebody is: `Prosecutor`, `Singer`."""
    return word in _ROLES or (lexicon.known(word, "n") and lexicon.names_persons(word))


# Letters: with fewer, a slip apart from a name is no sign of being it.
_LONG_NAME = 6
# Names of one letter and length: a misprint is of one of the latest.
_SLIPPED = 40


class _Casting:
    """Goes through the names of a text in order and keeps who is who."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences = sentences
        self.beings: dict[str, Being] = {}
        self.ids = UniqueIds()
        self.mentions: list[Mention] = []
        self.short: dict[str, list[str]] = {}
        # short forms of one word by first letter and length, and where each being is named
        self.singles: dict[tuple[str, int], list[str]] = defaultdict(list)
        self.places: dict[str, list[int]] = defaultdict(list)
        self.loose: list[Name] = []

    def add(self, name: Name) -> None:
        """Take a name for a new being, or for one that is known."""
        known = self._known(name)
        if known:
            self._mention(name, known)
            return
        kind = self._kind(name)
        if kind:
            self._introduce(name, kind)
        elif " " not in name.text:
            self.loose.append(name)

    def _known(self, name: Name) -> str:
        ids = self.short.get(name.text.lower(), [])
        return ids[-1] if ids else ""

    def _kind(self, name: Name) -> str:
        words = name.text.lower().split()
        sentence = self.sentences[name.sentence]
        if any(word in _BODIES for word in words) and len(words) > 1:
            return "organization"
        if place_name(name.text) or (words[-1] in _GEOGRAPHIC and len(words) > 1):
            return "place"
        if name.text.lower() in _peoples():
            return ""
        if 2 <= len(words) <= 5 and self._is_person(name, words, sentence):
            return "person"
        return "person" if len(words) == 1 and name.title and not name.text.isupper() else ""

    def _is_person(self, name: Name, words: list[str], sentence: Sentence) -> bool:
        if not all(
            word.replace(".", "").replace("-", "").replace("'", "").isalpha() for word in words
        ):
            return False
        if name.title or _has_age(sentence, name) or _is_given_name(words[0]):
            return True
        if (
            _is_chinese(words)
            or self._says_something(name)
            or _role_behind(sentence, name.end) is not None
        ):
            return True
        return name.start > 0 and sentence.lower[name.start - 1] in _ROLES

    def _says_something(self, name: Name) -> bool:
        sentence = self.sentences[name.sentence]
        if name.end < len(sentence.tokens) and lexicon.verb(sentence.lower[name.end]) in SAYING:
            return True
        if name.start and lexicon.verb(sentence.lower[name.start - 1]) in SAYING:
            # "said Eastport coach Bernard Hale": a name before a role is not who says it
            return (
                sentence.lower[name.end : name.end + 1] == ()
                or sentence.lower[name.end] not in _ROLES
            )
        return sentence.lower[name.end : name.end + 2] == (",", "who")

    def _introduce(self, name: Name, kind: str) -> None:
        full = (place_name(name.text) or name.text) if kind == "place" else name.text
        if slug(full) in self.beings and kind == "place":
            self._remember(name.text, slug(full))
            self._mention(name, slug(full))
            return
        being = Being(self.ids.take(slug(full)), kind, full, forms={name.text})
        self.beings[being.id] = being
        if kind == "person":
            self._read_role(name, being)
            words = name.text.split()
            if _is_chinese([word.lower() for word in words]):
                being.order = "family-first"
            self._remember(words[0], being.id)
            self._remember(words[-1], being.id)
        self._remember(name.text, being.id)
        if kind == "organization":
            initials = "".join(word[0] for word in name.text.split() if word[0].isupper())
            if len(initials) > 2:
                self._remember(initials, being.id)
        self._mention(name, being.id)

    def _remember(self, form: str, being: str) -> None:
        form = form.lower()
        if form not in self.short and " " not in form:
            self.singles[form[0], len(form)].append(form)
        ids = self.short.setdefault(form, [])
        if being not in ids:
            ids.append(being)

    def _read_role(self, name: Name, being: Being) -> None:
        sentence = self.sentences[name.sentence]
        role = _role_behind(sentence, name.end)
        if role is not None:
            being.role = sentence.words(*role).replace(" ,", ",")
            being.role_at = (name.sentence, *role)

    def _mention(self, name: Name, being: str) -> None:
        ids = self.short.get(name.text.lower(), [])
        if being in ids:
            # whoever was named last is meant by the next short form
            ids.remove(being)
            ids.append(being)
        for form in (name.text.split()[0], name.text.split()[-1]):
            others = self.short.get(form.lower(), [])
            if being in others and self.beings[being].type == "person" and " " in name.text:
                others.remove(being)
                others.append(being)
        self.beings[being].forms.add(name.text)
        self.mentions.append(Mention(name, being))
        insort(self.places[being], name.sentence)

    def settle_slips(self) -> None:
        """Names that nobody has, one slip away from a known person's: most likely that person."""
        for name in self.loose:
            form = name.text.lower()
            if len(form) < 2 or not self._stands_for_a_person(name):
                continue
            before = [
                being
                for short in self._near(form)
                for being in self.short[short]
                if self._last_place(being, name) >= 0
            ]
            if not before:
                self._take_loose(name)
            else:
                being = max(before, key=lambda being: self._last_place(being, name))
                self.mentions.append(Mention(name, being, f"“{name.text}” may be a misprint"))
                insort(self.places[being], name.sentence)

    def _take_loose(self, name: Name) -> None:
        """A single name that says something is a person, though never introduced."""
        if self._known(name):
            self._mention(name, self._known(name))
        elif (
            self._says_something(name)
            and _is_family_name(name.text.lower())
            and not name.text.isupper()
        ):
            self._introduce(name, "person")

    def _stands_for_a_person(self, name: Name) -> bool:
        sentence = self.sentences[name.sentence]
        owner = sentence.tokens[name.end - 1].text.endswith(("'s", "’s"))
        if owner or self._says_something(name):
            return True
        # a short word may be anything; a long one that does something, so near a name, is the name
        is_long = len(name.text) >= _LONG_NAME and _is_family_name(name.text.lower())
        return is_long and name.end < len(sentence.tokens) and is_verb(sentence, name.end)

    def _near(self, form: str) -> list[str]:
        """The short forms of persons that are one slip away from a form in lower case."""
        alike = [
            short
            for length in (len(form) - 1, len(form), len(form) + 1)
            for short in self.singles.get((form[0], length), [])[-_SLIPPED:]
        ]
        return [
            short
            for short in alike
            if short != form
            and self.beings[self.short[short][-1]].type == "person"
            and slip(form, short, 2) is not None
        ]

    def _last_place(self, being: str, name: Name) -> int:
        """The last sentence up to that of `name` in which a being was named; -1 for none."""
        places = self.places.get(being, [])
        before = bisect_right(places, name.sentence)
        return places[before - 1] if before else -1


def slug(text: str) -> str:
    """An id of the claim format: words in lower case, joined by hyphens."""
    return (
        "-".join(re.findall(r"[^\W_]+", text.lower().replace("'", "").replace("’", "")))
        or "unnamed"
    )


def _has_age(sentence: Sentence, name: Name) -> bool:
    """`64-year-old Ruth Quill`, `Ruth Quill, 64,`."""
    if name.start > 0 and sentence.lower[name.start - 1] in ("year-old", "years-old"):
        return True
    behind = sentence.lower[name.end : name.end + 3]
    return (
        len(behind) == 3
        and behind[0] == ","
        and behind[1].isdecimal()
        and behind[2] in (",", ".", ")")
    )


def _is_given_name(word: str) -> bool:
    folded = fold(word)
    return folded in families("given_names.txt") or folded in entries("known_names.txt")


def _is_family_name(word: str) -> bool:
    common = lexicon.known(lexicon.noun(word), "n") or word in UNNAMED
    return not common and lexicon.verb(word) is None


def _is_chinese(words: list[str]) -> bool:
    """Whether it is a Chinese name in its own order: one syllable, then one or two."""
    if len(words) not in (2, 3) or not all(is_pinyin(fold(word)) for word in words):
        return False
    return fold(words[0]) in _chinese_surnames()


@lru_cache(maxsize=1)
def _chinese_surnames() -> frozenset[str]:
    from checker.language.names.tables import rows

    return frozenset(row.split()[1] for row in rows("surnames.txt") if len(row.split()) > 1)


def _role_behind(sentence: Sentence, end: int) -> tuple[int, int] | None:
    """The role in `, director of the Department,` as tokens; None where none stands there."""
    words = sentence.lower
    if words[end : end + 1] != (",",) or end + 1 >= len(words):
        return None
    start = end + 1 + (words[end + 1] in ("a", "an", "the"))
    head = next(
        (at for at in range(start, min(start + 7, len(words))) if words[at] in _ROLES), None
    )
    if head is None or any(word in (",", ".", "who", "said", "and") for word in words[start:head]):
        return None
    stop = head + 1
    while (
        stop < min(len(words), head + 20)
        and words[stop] not in (",", ".", ";", ")")
        and not (lexicon.verb(words[stop]) in SAYING and words[stop] != "state")
    ):
        stop += 1
    return start, stop


# Rows of several countries with one currency: their names do not stand for one another.
_FIRST_OF_SEVERAL = frozenset(
    {
        "united kingdom",
        "israel",
        "monaco",
        "switzerland",
        "denmark",
        "antigua and barbuda",
        "curacao",
    }
    | {"puerto rico", "australia", "new zealand", "new caledonia", "morocco", "cameroon", "senegal"}
)


@lru_cache(maxsize=1)
def _place_table() -> tuple[dict[str, str], frozenset[str]]:
    """Countries and large cities by their names in lower case, and the names of peoples."""
    path = Path(__file__).parent.parent / "data" / "places.tsv"
    places: dict[str, str] = {"u.s.": "united states", "u.k.": "united kingdom"}
    peoples: set[str] = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        _, countries, people, cities, *_ = [*line.split("\t"), "", "", ""]
        names = countries.split("|")
        one = names[0] not in _FIRST_OF_SEVERAL
        places.update((name, names[0] if one and name not in cities else name) for name in names)
        places.update((city, city) for city in cities.split("|") if city)
        peoples.update(filter(None, people.split("|")))
    return places, frozenset(peoples)


def place_name(text: str) -> str:
    """The full name of a country or large city that is called so; empty where none is."""
    lowered = text.lower()
    if len(text) < 4 and not text.isupper():
        return ""
    found = _place_table()[0].get(lowered, "")
    return text if found == lowered else found.title()


def _peoples() -> frozenset[str]:
    return _place_table()[1]
