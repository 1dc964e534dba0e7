"""Who says what a sentence says: `X said`, `according to X`, `he added`, and open quotations."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from checker.draft import lexicon
from checker.draft.context import noun_phrase_ending
from checker.draft.people import Cast, Mention, slug
from checker.draft.text import Sentence
from checker.draft.words import SAYING, UNNAMED, word_set

_PRONOUNS = word_set("he she")
_ARTICLE = (("the",), ("a",), ("an",))
_OWNERS = word_set("a an the its his her their")
_QUOTES = frozenset('"“”')
_BEFORE_VERB = word_set("also has had have later then further")
_NO_SUBJECT = word_set("a an the this that to of his her its their been was were be")


class Speech(Struct, frozen=True):
    """The speaker of one sentence: an entity's id, the words for it, what is unsure about it."""

    speaker: str = ""
    name: str = ""
    unsure: str = ""
    direct: bool = False


def find_speech(sentences: Sequence[Sentence], cast: Cast) -> list[Speech]:
    """The speech of every sentence, in order; no speaker where the article itself speaks."""
    listener = _Listener(cast)
    return [listener.hear(number, sentence) for number, sentence in enumerate(sentences)]


class _Listener:
    """Goes through a text and keeps who was named and who spoke last."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.mentions: dict[int, list[Mention]] = {}
        for mention in cast.mentions:
            self.mentions.setdefault(mention.name.sentence, []).append(mention)
        self.person = ""
        self.bodies: dict[str, str] = {}
        self.last = Speech()
        self.paragraph = -1
        self.open_quote = False

    def hear(self, number: int, sentence: Sentence) -> Speech:
        """The speech of the next sentence."""
        mentions = self.mentions.get(number, [])
        if sentence.paragraph != self.paragraph:
            self.last = Speech()
        marks = sum(token.text in _QUOTES for token in sentence.tokens)
        speech = self._attribution(sentence, mentions)
        goes_on = self.open_quote or sentence.tokens[0].text in _QUOTES
        if not speech.speaker and goes_on and self.last.speaker:
            speech = replace(self.last, unsure="the quotation goes on without a new “said”")
        speech = replace(speech, direct=bool(speech.speaker) and (marks > 0 or self.open_quote))
        self.open_quote = self.open_quote != (marks % 2 == 1)
        self._remember(sentence, mentions, speech)
        return speech

    def _remember(self, sentence: Sentence, mentions: Sequence[Mention], speech: Speech) -> None:
        self.paragraph = sentence.paragraph
        if speech.speaker:
            self.last = speech
        for mention in mentions:
            being = self.cast.beings[mention.being]
            if being.type == "person":
                self.person = being.id
            elif being.type == "organization":
                self.bodies.update(dict.fromkeys(being.name.lower().split(), being.id))
        speaker = self.cast.beings.get(speech.speaker)
        if speaker is not None and speaker.type == "person":
            self.person = speaker.id

    def _attribution(self, sentence: Sentence, mentions: Sequence[Mention]) -> Speech:
        words = sentence.lower
        for at, word in enumerate(words):
            if words[at : at + 2] == ("according", "to"):
                return _named_after(sentence, at + 2, mentions) or self._unnamed(
                    sentence, at + 2, at + 8
                )
            if lexicon.verb(word) in SAYING and not (at and words[at - 1] in _NO_SUBJECT):
                speech = self._subject(sentence, at, mentions)
                if speech.speaker:
                    return speech
        return Speech()

    def _subject(self, sentence: Sentence, at: int, mentions: Sequence[Mention]) -> Speech:
        words = sentence.lower
        before = at - 1
        while before > 0 and words[before] in _BEFORE_VERB:
            before -= 1
        if before >= 0 and words[before] in _PRONOUNS:
            doubt = f"taken for the last person named: “{words[before]}”"
            return Speech(self.person, words[before], doubt) if self.person else Speech()
        near = [
            m for m in mentions if m.name.end <= at <= m.name.end + self._reach(sentence, m, at)
        ]
        if near:
            in_commas = words[before] == "," and self._has_role(near[0])
            mention = near[0] if in_commas else near[-1]
            return Speech(mention.being, mention.name.text, mention.doubt)
        after = _named_after(sentence, at + 1, mentions) if _may_follow(sentence, at) else None
        if after is not None:
            return after
        if _may_follow(sentence, at) and words[at + 1 : at + 2] in _ARTICLE:
            return self._unnamed(sentence, at + 2, at + 5)
        unnamed = self._unnamed(sentence, max(before - 2, 0), before + 1)
        return unnamed if unnamed.speaker else self._body(sentence, before + 1)

    def _body(self, sentence: Sentence, end: int) -> Speech:
        """`the statistics office said`: any noun phrase with an article before the verb."""
        start, end = noun_phrase_ending(sentence, end)
        if end == start or not start or sentence.lower[start - 1] not in _OWNERS:
            return Speech()
        words = sentence.words(start, end)
        return Speech(self.bodies.get(sentence.lower[end - 1], "") or slug(words), words)

    def _has_role(self, mention: Mention) -> bool:
        """Whether a name is introduced there with a role, inside which other names may stand."""
        role_at = self.cast.beings[mention.being].role_at
        return role_at is not None and role_at[0] == mention.name.sentence

    def _reach(self, sentence: Sentence, mention: Mention, at: int) -> int:
        """How far before its verb a name may be the subject: beyond a role or a clause in commas."""
        if self.cast.beings[mention.being].type == "place":
            return -1
        behind = sentence.lower[mention.name.end] if mention.name.end < len(sentence.tokens) else ""
        if behind == "," and (
            sentence.lower[at - 1] == "," or sentence.lower[mention.name.end + 1] == "who"
        ):
            return 40
        return 2

    def _unnamed(self, sentence: Sentence, start: int, end: int) -> Speech:
        """`the ministry` is the last body so called; `police` a speaker without a name."""
        for at in range(start, min(end, len(sentence.tokens))):
            word = sentence.lower[at]
            if word in UNNAMED:
                body = self.bodies.get(word, "")
                return Speech(body or slug(word), sentence.tokens[at].text)
        return Speech()


def _may_follow(sentence: Sentence, at: int) -> bool:
    """`…," said X`: the verb stands behind a quotation or a comma."""
    return at > 0 and sentence.lower[at - 1] in (",", '"', "”", "'", "’", "“")


def _named_after(sentence: Sentence, at: int, mentions: Sequence[Mention]) -> Speech | None:
    # the last of a run: "said Eastport coach Bernard Hale"
    for mention in reversed(mentions):
        between = sentence.lower[at : mention.name.start]
        owner = sentence.tokens[mention.name.end - 1].text.endswith(("'s", "’s"))
        near = mention.name.start >= at and len(between) <= 5
        if near and not owner and not {",", '"'}.intersection(between):
            return Speech(mention.being, mention.name.text, mention.doubt)
    return None
