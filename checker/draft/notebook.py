"""What the drafting of one article has so far: its sentences, who is in it, the claims, the ids."""

from __future__ import annotations

from hashlib import sha256

from checker.draft.claims import Draft, DraftClaim
from checker.draft.people import find_cast, slug
from checker.draft.speech import Speech, find_speech
from checker.draft.text import Sentence, sentences
from checker.draft.unique import UniqueIds

_LONGEST_ID = 60


class Notebook:
    """One article, read, and the claims drafted from it up to now."""

    def __init__(self, text: str, published: str | None) -> None:
        self.draft = Draft(text, published)
        self.sentences = sentences(text)
        self.cast = find_cast(self.sentences)
        self.speech = find_speech(self.sentences, self.cast)
        # what is called by a mere noun is another thing in every article
        self.digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:4]
        self._ids = UniqueIds()

    def claim(self, number: int, kind: str, base: str, passage: tuple[int, int]) -> DraftClaim:
        """A new claim of the sentence with this number, with its speaker; `add` keeps it."""
        sentence = self.sentences[number]
        claim = DraftClaim(self.new_id(base), kind, sentence.start, sentence.end, passage)
        speech = self.speech[number]
        if speech.speaker:
            claim.keys["speaker"] = self._speaker(speech)
            claim.doubts += [speech.unsure] if speech.unsure else []
        return claim

    def add(self, claim: DraftClaim, number: int) -> None:
        """Keep a claim, with the persons that its sentence names."""
        names: dict[str, str] = {}
        for mention in self.cast.of_sentence(number):
            if self.cast.beings[mention.being].type == "person":
                names[mention.name.text] = mention.being
                if mention.doubt and mention.doubt not in claim.doubts:
                    claim.doubts.append(mention.doubt)
        if names:
            claim.keys["names"] = names
        self.draft.claims.append(claim)

    def new_id(self, base: str) -> str:
        """An id for a claim that no other has."""
        return self._ids.take(slug(base)[:_LONGEST_ID].strip("-"))

    def named_before(self, number: int, at: int, kind: str) -> list[str]:
        """The beings of a kind named in a sentence before a token, in order."""
        return [
            mention.being
            for mention in self.cast.of_sentence(number)
            if mention.name.end <= at and self.cast.beings[mention.being].type == kind
        ]

    def _speaker(self, speech: Speech) -> str:
        if speech.speaker not in self.cast.beings and speech.speaker not in self.draft.entities:
            # "Officials said": no name, but a noun that begins a sentence
            name = speech.name[:1].lower() + speech.name[1:]
            self.draft.entities[speech.speaker] = {"type": "other", "name": name}
        return speech.speaker


def span(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Where the tokens from `start` up to `end` stand in the text."""
    return sentence.tokens[start].start, sentence.tokens[end - 1].end
