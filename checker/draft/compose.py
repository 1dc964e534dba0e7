"""Drafts the claims of an article: what `draft` writes and `scan` checks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256

from checker.draft import lexicon
from checker.draft.claims import Draft, DraftClaim, Value
from checker.draft.context import subject_noun, verb_behind, verb_of
from checker.draft.figures import Figure, Kind
from checker.draft.measures import Register
from checker.draft.people import Being, Cast, find_cast, slug
from checker.draft.relations import relate
from checker.draft.speech import Speech, find_speech
from checker.draft.statement import Statement, read_statement
from checker.draft.text import Sentence, sentences
from checker.draft.times import TimePhrase, find_times
from checker.draft.unique import UniqueIds
from checker.draft.words import SAYING, word_set

# What happens to somebody or something once, so that two dates for it cannot both be right.
_ONCE = word_set(
    "bear die found establish open launch release marry crash sink collapse elect appoint inaugurate "
    "surrender sentence convict kidnap assassinate premiere demolish bomb execute drown"
)
_REMARKS = word_set("remark remarks comment comments statement statements speech announcement")
_LONGEST_ID = 60
_MEASURED = (Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.UNIT, Kind.SHARE)


def compose(text: str, published: str | None = None) -> Draft:
    """Draft all claims of an article's text; `published` is a date in EDTF."""
    return _Composer(_readable(text), published).compose()


# What no file of claims may hold; a space each, so that all places stay where they are.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"
)
# Characters: no article is longer, and a book or a log would keep an editor waiting.
LONGEST = 100_000


def _readable(text: str) -> str:
    """The text that is drafted: without control characters, and no more than an article's length."""
    return _UNPRINTABLE.sub(" ", text[:LONGEST])


class _Composer:
    """Goes through the sentences of one article and keeps what it has drafted."""

    def __init__(self, text: str, published: str | None) -> None:
        self.draft = Draft(text, published)
        self.sentences = sentences(text)
        self.cast: Cast = find_cast(self.sentences)
        self.speech = find_speech(self.sentences, self.cast)
        self.register = Register()
        # what is called by a mere noun is another thing in every article
        self.digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:4]
        self.ids = UniqueIds()
        self.events = UniqueIds()
        self.remarks: dict[str, str] = {}

    def compose(self) -> Draft:
        """All claims, then the entities that they name."""
        for being in self.cast.beings.values():
            self._role(being)
        for number, sentence in enumerate(self.sentences):
            self._sentence(number, sentence)
        self.draft.measures.update(self.register.measures)
        self._entities()
        self.draft.claims.sort(key=lambda claim: (claim.start, claim.passage))
        return self.draft

    def _sentence(self, number: int, sentence: Sentence) -> None:
        statement = read_statement(sentence)
        times = find_times(sentence)
        of_figures = [
            t for t in times if not _of_speech(sentence, t) and not _is_compared(sentence, t)
        ]
        claims: dict[int, DraftClaim] = {}
        for i, figure in enumerate(statement.figures):
            if any(time.start <= figure.number < time.end for time in times):
                continue
            claim = self._figure(number, statement, i, of_figures, claims)
            if claim is not None:
                claims[i] = claim
                self._add(claim, number)
        relate(statement, claims, self.draft.claims)
        self._rest(number, sentence, list(claims.values()))
        for time in times:
            self._event(number, sentence, time)
        for i in range(len(statement.figures)):
            self._distance(number, statement, i)
        self._doubtful_names(number, sentence, bool(claims))

    def _figure(
        self,
        number: int,
        statement: Statement,
        i: int,
        times: Sequence[TimePhrase],
        claims: dict[int, DraftClaim],
    ) -> DraftClaim | None:
        figure = statement.figures[i]
        if figure.kind is Kind.AGE:
            return self._age(number, statement.sentence, figure)
        if _is_age_in_commas(statement.sentence, figure):
            return self._age(number, statement.sentence, figure)
        if statement.quantities[i] is None or _is_distance(statement, i):
            return None
        if figure.kind is Kind.BARE:
            part = self._elided(number, statement, i)
            if part is not None or not _says_what(statement, i):
                return part
        elif figure.kind not in _MEASURED:
            return None
        if _restates(statement, i) and i - 1 in claims:
            claims[i - 1].keys["restated"] = figure.value
            claims[i - 1].passage = (
                claims[i - 1].passage[0],
                _place(statement.sentence, figure)[1],
            )
            return None
        key, same, doubt = self.register.measure(statement, i, times)
        claim = self._claim(
            number,
            statement.sentence,
            _kind_name(figure),
            f"{key}",
            _place(statement.sentence, figure),
        )
        claim.keys["measure"] = key
        claim.keys["share" if figure.kind is Kind.SHARE else "value"] = figure.value
        time = _nearest(times, figure)
        if time is not None:
            claim.keys["period"] = time.words
        place = self._place_of(number, figure)
        if place:
            claim.keys["place"] = place
        if same:
            claim.keys["same-as"] = same
            claim.doubts += [doubt] if doubt else []
        self.register.claimed(key, statement, i, claim.id)
        return claim

    def _place_of(self, number: int, figure: Figure) -> str:
        """The place named behind a figure: `12 people in the city of Izmit`."""
        places = [
            m.being
            for m in self.cast.of_sentence(number)
            if self.cast.beings[m.being].type == "place" and m.name.start >= figure.end
        ]
        words = self.sentences[number].lower
        behind = [m for m in self.cast.of_sentence(number) if m.being in places]
        near = [m.being for m in behind if words[m.name.start - 1] in _AT]
        return near[0] if near else ""

    def _elided(self, number: int, statement: Statement, i: int) -> DraftClaim | None:
        """`300 of them`, `among those brought back, 48 were …`: some of what was counted last."""
        figure, words = statement.figures[i], statement.sentence.lower
        of_them = (
            words[figure.end : figure.end + 1] == ("of",)
            and words[figure.end + 1 : figure.end + 2] in _THEM
        )
        among = words[0] in ("among", "of") and words[1:2] in _THEM
        among = among or words[max(figure.start - 1, 0)] == "including"
        quantity = statement.quantities[i]
        counted = (
            self.register.counted_before(quantity.widest)
            if quantity and (of_them or among)
            else None
        )
        if counted is None:
            return None
        whole, key = counted
        words_of_part = statement.contexts[i].verb or "part"
        part = self.register.part_key(key, words_of_part)
        claim = self._claim(
            number, statement.sentence, "figure", part, _place(statement.sentence, figure)
        )
        claim.keys.update({"measure": part, "value": figure.value, "part-of": whole})
        claim.doubts.append("taken for part of the figure before")
        return claim

    def _claim(
        self, number: int, sentence: Sentence, kind: str, base: str, passage: tuple[int, int]
    ) -> DraftClaim:
        claim = DraftClaim(self._new_id(base), kind, sentence.start, sentence.end, passage)
        speech = self.speech[number]
        if speech.speaker:
            claim.keys["speaker"] = self._speaker(speech)
            claim.doubts += [speech.unsure] if speech.unsure else []
        return claim

    def _speaker(self, speech: Speech) -> str:
        if speech.speaker not in self.cast.beings and speech.speaker not in self.draft.entities:
            self.draft.entities[speech.speaker] = {"type": "other", "name": speech.name}
        return speech.speaker

    def _add(self, claim: DraftClaim, number: int) -> None:
        names: dict[str, str] = {}
        for mention in self.cast.of_sentence(number):
            if self.cast.beings[mention.being].type == "person":
                names[mention.name.text] = mention.being
                if mention.doubt and mention.doubt not in claim.doubts:
                    claim.doubts.append(mention.doubt)
        if names:
            claim.keys["names"] = names
        self.draft.claims.append(claim)

    def _age(self, number: int, sentence: Sentence, figure: Figure) -> DraftClaim | None:
        person = self._person_beside(number, figure.start, figure.end, 4)
        if person is None:
            return None
        claim = self._claim(number, sentence, "age", f"{person}-age", _place(sentence, figure))
        claim.keys.update({"subject": person, "age": figure.value})
        return claim

    def _person_beside(self, number: int, start: int, end: int, reach: int) -> str | None:
        persons = [
            (min(abs(m.name.start - end), abs(start - m.name.end)), m.being)
            for m in self.cast.of_sentence(number)
            if self.cast.beings[m.being].type == "person"
        ]
        near = [pair for pair in persons if pair[0] <= reach]
        return min(near)[1] if near else None

    def _event(self, number: int, sentence: Sentence, time: TimePhrase) -> None:
        verb = verb_of(sentence, time.start, time.end)
        is_event = time.point or (
            time.words.lower().startswith("since") and not _has_figure(self.draft, sentence)
        )
        subject = self._subject(number, sentence, time) if verb and is_event else ""
        if time.weekday and not subject:
            # a weekday beside a date can be checked whatever it is the date of
            subject, verb = "day", self.digest
        if not subject:
            return
        event, doubt = self._event_id(sentence, subject, verb, time)
        claim = self._claim(number, sentence, "date", event, _span(sentence, time.start, time.end))
        claim.keys.update({"event": event, "date": time.words})
        if time.weekday:
            claim.keys["weekday"] = time.weekday
        if _is_planned(sentence, time):
            claim.keys["planned"] = True
        claim.doubts += [doubt] if doubt else []
        kind = {"bear": "birth", "die": "death"}.get(verb, "other")
        if kind != "other" and subject in self.cast.beings:
            self.draft.events[event] = {
                "name": event.replace("-", " "),
                "of": subject,
                "kind": kind,
            }
        self._add(claim, number)

    def _distance(self, number: int, statement: Statement, i: int) -> None:
        """`surrendered 13 years after she fled`: how far two events of one person are apart."""
        sentence, figure = statement.sentence, statement.figures[i]
        way = sentence.lower[figure.end] if figure.end < len(sentence.tokens) else ""
        if not _is_distance(statement, i) or way not in ("after", "before"):
            return
        persons = [
            m.being
            for m in self.cast.of_sentence(number)
            if self.cast.beings[m.being].type == "person" and m.name.end <= figure.start
        ]
        first, second = (
            verb_of(sentence, figure.start, figure.start),
            verb_behind(sentence, figure.end + 1),
        )
        if not persons or not first or not second:
            return
        event, other = f"{persons[-1]}-{first}", f"{persons[-1]}-{second}"
        for each in (event, other):
            if each not in self.draft.events:
                self._new_event(each)
        claim = self._claim(
            number, sentence, "date", event, _span(sentence, figure.start, figure.end)
        )
        claim.keys.update({"event": event, "date": f"{figure.value} {way} {other}"})
        claim.doubts.append(f"taken for {other.replace('-', ' ')}")
        self._add(claim, number)

    def _rest(self, number: int, sentence: Sentence, claims: Sequence[DraftClaim]) -> None:
        """`300 of them …, while the rest …`: what completes the parts of a whole."""
        at = next(
            (
                n
                for n in range(1, len(sentence.tokens))
                if sentence.lower[n - 1 : n + 1] == ("the", "rest")
            ),
            None,
        )
        parts = [claim for claim in claims if "part-of" in claim.keys and "value" in claim.keys]
        if at is None or not parts or sentence.lower[at + 1 : at + 2] == ("of",):
            return
        whole = parts[-1].keys["part-of"]
        key = self.register.part_key(str(parts[-1].keys["measure"]), "rest")
        claim = self._claim(number, sentence, "figure", key, _span(sentence, at - 1, at + 1))
        claim.keys.update({"measure": key, "rest-of": whole, "by": "rest"})
        claim.doubts.append("taken for the rest of the figure before")
        parts[-1].keys["by"] = "rest"
        self._add(claim, number)

    def _subject(self, number: int, sentence: Sentence, time: TimePhrase) -> str:
        before = [m.being for m in self.cast.of_sentence(number) if m.name.end <= time.start]
        persons = [being for being in before if self.cast.beings[being].type == "person"]
        verb = verb_of(sentence, time.start, time.end)
        if verb in SAYING or _is_remark(sentence, time):
            return self.speech[number].speaker or [f"statement-{self.digest}", *persons][-1]
        if persons:
            return persons[-1]
        bodies = [b for b in before if self.cast.beings[b].type == "organization"]
        if bodies:
            return bodies[-1]
        noun = slug(subject_noun(sentence, time.start, time.end) or verb)
        return f"{noun}-{self.digest}"

    def _event_id(
        self, sentence: Sentence, subject: str, verb: str, time: TimePhrase
    ) -> tuple[str, str]:
        if verb in SAYING:
            return self._new_remarks(subject), ""
        if _is_remark(sentence, time):
            event = self.remarks.get(subject) or self._new_remarks(subject)
            return event, "taken for the remarks reported before"
        event = f"{subject}-{verb}"
        if verb in _ONCE:
            again = event in self.draft.events
            return event if again else self._new_event(
                event
            ), "taken for the event dated before" if again else ""
        return self._new_event(event), ""

    def _new_remarks(self, subject: str) -> str:
        """What a being says on a day, called by its name; an unknown speaker's has none."""
        event = self.remarks[subject] = self._new_event(f"{subject}-remarks")
        if (being := self.cast.beings.get(subject)) is not None:
            self.draft.events[event]["name"] = f"{being.name}'s remarks"
        return event

    def _new_event(self, base: str) -> str:
        event = self.events.take(base)
        self.draft.events[event] = {}
        return event

    def _doubtful_names(self, number: int, sentence: Sentence, has_claims: bool) -> None:
        """A name that may be a misprint needs a claim to be checked in."""
        doubtful = [m for m in self.cast.of_sentence(number) if m.doubt]
        if (
            not doubtful
            or has_claims
            or any(c.start == sentence.start for c in self.draft.claims[-2:])
        ):
            return
        name = doubtful[0].name
        passage = _span(sentence, name.start, name.end)
        claim = DraftClaim(
            self._new_id(f"{doubtful[0].being}-words"),
            "name",
            sentence.start,
            sentence.end,
            passage,
        )
        claim.keys.update({"speaker": doubtful[0].being, "direct": True})
        self._add(claim, number)

    def _role(self, being: Being) -> None:
        if being.role_at is None:
            return
        number, start, end = being.role_at
        sentence = self.sentences[number]
        claim = DraftClaim(
            self._new_id(f"{being.id}-role"),
            "role",
            sentence.start,
            sentence.end,
            _span(sentence, start, end),
        )
        claim.keys.update({"subject": being.id, "attribute": "role", "is": being.role})
        self.draft.claims.append(claim)

    def _entities(self) -> None:
        """Everybody whom a claim names, before the speakers without a name."""
        used = {
            str(v)
            for c in self.draft.claims
            for k, v in c.keys.items()
            if k in ("speaker", "subject", "place")
        }
        used |= {
            being for c in self.draft.claims for being in _mapping(c.keys.get("names")).values()
        }
        used |= {str(event["of"]) for event in self.draft.events.values() if "of" in event}
        unnamed = dict(self.draft.entities)
        self.draft.entities.clear()
        for being in self.cast.beings.values():
            if being.id in used or (being.type == "place" and self._needs_places()):
                entity: dict[str, Value] = {"type": being.type, "name": being.name}
                if being.order:
                    entity["order"] = being.order
                if being.role:
                    entity["role"] = being.role
                self.draft.entities[being.id] = entity
        self.draft.entities.update(unnamed)

    def _needs_places(self) -> bool:
        """Whether a currency's name leaves open whose it is: then the places may tell."""
        return any(claim.kind == "money" for claim in self.draft.claims)

    def _new_id(self, base: str) -> str:
        return self.ids.take(slug(base)[:_LONGEST_ID].strip("-"))


_AT = word_set("in at near across of")
_THEM = (("them",), ("those",), ("these",), ("whom",), ("which",), ("the",))


def _is_distance(statement: Statement, i: int) -> bool:
    """Whether a length of time tells when (`13 years after …`) or is an age, not how long."""
    figure = statement.figures[i]
    words = statement.sentence.lower
    if words[figure.start - 1 : figure.start] == ("for",):
        return False
    behind = words[figure.end : figure.end + 1]
    return _is_time(statement, i) and behind in (
        ("after",),
        ("before",),
        ("ago",),
        ("later",),
        ("earlier",),
    )


def _has_figure(draft: Draft, sentence: Sentence) -> bool:
    """Whether a figure of the sentence was drafted, whose period a time then is."""
    return any(
        claim.start == sentence.start and "measure" in claim.keys for claim in draft.claims[-9:]
    )


def _is_time(statement: Statement, i: int) -> bool:
    quantity = statement.quantities[i]
    return quantity is not None and quantity.unit.dimension == "[time]"


_OLDEST = 120


def _is_age_in_commas(sentence: Sentence, figure: Figure) -> bool:
    """`Helga Brandt, 57, joined`: a small number between commas right behind a name."""
    words = sentence.lower
    if (
        figure.kind not in (Kind.BARE, Kind.LABEL)
        or figure.start < 2
        or figure.start != figure.number
    ):
        return False
    if words[figure.start - 1] != "," or words[figure.end : figure.end + 1] not in (
        (",",),
        (".",),
        (")",),
    ):
        return False
    return (
        sentence.tokens[figure.start - 2].capital
        and figure.value.isdecimal()
        and int(figure.value) <= _OLDEST
    )


_SUBJECT_VERBS = word_set("is are was were has have had will would did do")


def _says_what(statement: Statement, i: int) -> bool:
    """Whether a number without a noun is still said to be of something: `a crowd of 22,000`."""
    figure, context, words = statement.figures[i], statement.contexts[i], statement.sentence.lower
    if figure.start < figure.number and words[figure.start] not in ("some", "only", "just", "near"):
        return bool(context.verb or context.head) and words[figure.start - 1] not in _SUBJECT_VERBS
    if words[max(figure.start - 1, 0)] == "of" and context.head:
        return True
    return words[figure.end : figure.end + 1] != () and words[figure.end] in _SUBJECT_VERBS


def _of_speech(sentence: Sentence, time: TimePhrase) -> bool:
    """Whether a time is that of saying something rather than of what is said."""
    return _is_remark(sentence, time) or verb_of(sentence, time.start, time.end) in SAYING


def _is_compared(sentence: Sentence, time: TimePhrase) -> bool:
    """Whether a time is what is compared with: `fewer than in 2014`."""
    return time.start > 0 and sentence.lower[time.start - 1] in ("than", "with")


def _mapping(value: Value) -> dict[str, str]:
    return value if isinstance(value, dict) else {}


def _kind_name(figure: Figure) -> str:
    return "money" if figure.kind is Kind.MONEY else "figure"


def _restates(statement: Statement, i: int) -> bool:
    """Whether a figure of money stands in brackets right behind another."""
    if not i or statement.figures[i].kind is not Kind.MONEY:
        return False
    before, words = statement.figures[i - 1], statement.sentence.lower
    if before.kind is not Kind.MONEY:
        return False
    between = words[before.end : statement.figures[i].start]
    return between in (("(",), (",", "or"), ("(", "or"), ("-", "or"))


def _nearest(times: Sequence[TimePhrase], figure: Figure) -> TimePhrase | None:
    """The phrase of time behind a figure, or else the one before it."""
    behind = [time for time in times if time.start >= figure.end]
    before = [time for time in times if time.end <= figure.start]
    return behind[0] if behind else before[-1] if before else None


_PLANNING = word_set("will would plans planned expected scheduled due next shall set")


def _is_planned(sentence: Sentence, time: TimePhrase) -> bool:
    """Whether what is dated is still to come."""
    words = sentence.lower
    first = max(time.start - 12, 0)
    to_do = any(
        words[at] == "to" and lexicon.verb(words[at + 1]) == words[at + 1]
        for at in range(first, time.start - 1)
    )
    return to_do or bool(_PLANNING.intersection(words[first : time.end]))


def _is_remark(sentence: Sentence, time: TimePhrase) -> bool:
    """Whether a time is that of remarks: `who made his remarks on …`, `speaking on …`."""
    near = sentence.lower[max(time.start - 5, 0) : time.start]
    return bool(_REMARKS.intersection(near)) or "speaking" in near


def _place(sentence: Sentence, figure: Figure) -> tuple[int, int]:
    return _span(sentence, figure.start, max(figure.end, figure.noun_end))


def _span(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    return sentence.tokens[start].start, sentence.tokens[end - 1].end
