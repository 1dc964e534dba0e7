"""Claims of what happened when: events with their dates, and how far two of them are apart."""

from __future__ import annotations

from collections.abc import Sequence

from checker.draft import lexicon
from checker.draft.context import subject_noun, subject_phrase, verb_behind, verb_of
from checker.draft.figure_claims import is_distance
from checker.draft.notebook import Notebook, span
from checker.draft.people import slug
from checker.draft.statement import Statement
from checker.draft.text import Sentence
from checker.draft.times import TimePhrase
from checker.draft.unique import UniqueIds
from checker.draft.words import SAYING, word_set

# What happens to somebody or something once, so that two dates for it cannot both be right.
_ONCE = word_set(
    "bear die found establish open launch release marry crash sink collapse elect appoint inaugurate "
    "surrender sentence convict kidnap assassinate premiere demolish bomb execute drown"
)
_REMARKS = word_set("remark remarks comment comments statement statements speech announcement")
_PLANNING = word_set("will would plans planned expected scheduled due next shall set")


def times_of_figures(sentence: Sentence, times: Sequence[TimePhrase]) -> list[TimePhrase]:
    """The times that a figure may be of: not those of saying it or of what it is compared with."""
    return [t for t in times if not _of_speech(sentence, t) and not _is_compared(sentence, t)]


class EventClaims:
    """Drafts the claims of events, sentence by sentence; knows which were named before."""

    def __init__(self, notebook: Notebook) -> None:
        self.notebook = notebook
        self.declared = notebook.draft.events
        self.ids = UniqueIds()
        self.remarks: dict[str, str] = {}

    def of_sentence(
        self, number: int, statement: Statement, times: Sequence[TimePhrase], *, has_figure: bool
    ) -> None:
        """Draft what happened at `times`; a figure of the sentence takes a time `since` for itself."""
        for time in times:
            self._event(number, statement.sentence, time, has_figure=has_figure)
        for i in range(len(statement.figures)):
            self._distance(number, statement, i)

    def _event(
        self, number: int, sentence: Sentence, time: TimePhrase, *, has_figure: bool
    ) -> None:
        verb = verb_of(sentence, time.start, time.end)
        since = time.words.lower().startswith("since") and not has_figure
        subject = self._subject(number, sentence, time) if verb and (time.point or since) else ""
        if time.weekday and not subject:
            # a weekday beside a date can be checked whatever it is the date of
            subject, verb = "day", self.notebook.digest
        if not subject:
            return
        event, doubt = self._event_id(sentence, subject, verb, time)
        claim = self.notebook.claim(number, "date", event, span(sentence, time.start, time.end))
        claim.keys.update({"event": event, "date": time.words})
        if time.weekday:
            claim.keys["weekday"] = time.weekday
        if _is_planned(sentence, time):
            claim.keys["planned"] = True
        claim.doubts += [doubt] if doubt else []
        kind = {"bear": "birth", "die": "death"}.get(verb)
        if kind and subject in self.notebook.cast.beings:
            name = event.replace("-", " ")
            self.declared[event] = {"name": name, "of": subject, "kind": kind}
        self.notebook.add(claim, number)

    def _distance(self, number: int, statement: Statement, i: int) -> None:
        """`surrendered 13 years after she fled`: how far two events of one person are apart."""
        sentence, figure = statement.sentence, statement.figures[i]
        way = sentence.lower[figure.end] if figure.end < len(sentence.tokens) else ""
        if not is_distance(statement, i) or way not in ("after", "before"):
            return
        persons = self.notebook.named_before(number, figure.start, "person")
        first = verb_of(sentence, figure.start, figure.start)
        second = verb_behind(sentence, figure.end + 1)
        if not persons or not first or not second:
            return
        event, other = f"{persons[-1]}-{first}", f"{persons[-1]}-{second}"
        for each in (event, other):
            if each not in self.declared:
                self._new_event(each)
        passage = span(sentence, figure.start, figure.end)
        claim = self.notebook.claim(number, "date", event, passage)
        claim.keys.update({"event": event, "date": f"{figure.value} {way} {other}"})
        claim.doubts.append(f"taken for {other.replace('-', ' ')}")
        self.notebook.add(claim, number)

    def _subject(self, number: int, sentence: Sentence, time: TimePhrase) -> str:
        """Who or what does something at a time: an entity's id, else a slug of the noun."""
        persons = self.notebook.named_before(number, time.start, "person")
        if _of_speech(sentence, time):
            nobody = f"statement-{self.notebook.digest}"
            return self.notebook.speech[number].speaker or [nobody, *persons][-1]
        bodies = self.notebook.named_before(number, time.start, "organization")
        if persons or bodies:
            return (persons or bodies)[-1]
        verb = verb_of(sentence, time.start, time.end)
        noun = slug(subject_noun(sentence, time.start, time.end) or verb)
        return f"{noun}-{self.notebook.digest}"

    def _event_id(
        self, sentence: Sentence, subject: str, verb: str, time: TimePhrase
    ) -> tuple[str, str]:
        if verb in SAYING:
            return self._new_remarks(subject), ""
        if _is_remark(sentence, time):
            event = self.remarks.get(subject) or self._new_remarks(subject)
            return event, "taken for the remarks reported before"
        event = f"{subject}-{verb}"
        if verb in _ONCE and event in self.declared and self._is_known(sentence, subject, time):
            return event, "taken for the event dated before"
        return self._new_event(event), ""

    def _is_known(self, sentence: Sentence, subject: str, time: TimePhrase) -> bool:
        """Whether a subject is somebody or something that was told of before.

        Of `800 people died` and `145 people died` neither is; nor is `another bridge`.
        """
        if subject in self.notebook.cast.beings:
            return True
        start, end = subject_phrase(sentence, time.start, time.end)
        if end == start or sentence.tokens[start].capital:
            return True
        noun = lexicon.noun(sentence.lower[end - 1])
        one = noun == sentence.lower[end - 1] and not lexicon.names_persons(noun)
        return one and sentence.lower[start - 1 : start] not in (("a",), ("an",), ("another",))

    def _new_remarks(self, subject: str) -> str:
        """What a being says on a day, called by its name; an unknown speaker's has none."""
        event = self.remarks[subject] = self._new_event(f"{subject}-remarks")
        if (being := self.notebook.cast.beings.get(subject)) is not None:
            self.declared[event]["name"] = f"{being.name}'s remarks"
        return event

    def _new_event(self, base: str) -> str:
        event = self.ids.take(base)
        self.declared[event] = {}
        return event


def _of_speech(sentence: Sentence, time: TimePhrase) -> bool:
    """Whether a time is that of saying something rather than of what is said."""
    return _is_remark(sentence, time) or verb_of(sentence, time.start, time.end) in SAYING


def _is_compared(sentence: Sentence, time: TimePhrase) -> bool:
    """Whether a time is what is compared with: `fewer than in 2014`."""
    return time.start > 0 and sentence.lower[time.start - 1] in ("than", "with")


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
