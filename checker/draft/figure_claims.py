"""Claims of the figures of a sentence: quantities with measure, time and place, and ages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.draft.claims import DraftClaim
from checker.draft.figures import Figure, Kind
from checker.draft.measures import Register
from checker.draft.notebook import Notebook, span
from checker.draft.ratios import base_of_comparison, is_base, is_ratio, relate_ratios
from checker.draft.relations import relate
from checker.draft.statement import Statement
from checker.draft.text import Sentence
from checker.draft.times import TimePhrase
from checker.draft.words import word_set

_MEASURED = (Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.UNIT, Kind.SHARE)
_AT = word_set("in at near across of")
_THEM = (("them",), ("those",), ("these",), ("whom",), ("which",), ("the",))
_OLDEST = 120
_SUBJECT_VERBS = word_set("is are was were has have had will would did do")


class FigureClaims:
    """Drafts the claims of figures, sentence by sentence; knows what was measured before."""

    def __init__(self, notebook: Notebook) -> None:
        self.notebook = notebook
        self.register = Register(notebook.digest)

    def of_sentence(
        self,
        number: int,
        statement: Statement,
        times: Sequence[TimePhrase],
        of_figures: Sequence[TimePhrase],
    ) -> bool:
        """Draft the figures that are no part of a time, and say whether there were any.

        `of_figures` are the times that a figure of the sentence may be of.
        """
        claims: dict[int, DraftClaim] = {}
        for i, figure in enumerate(statement.figures):
            if any(time.start <= figure.number < time.end for time in times):
                continue
            claim = self._figure(number, statement, i, of_figures, claims)
            if claim is not None:
                claims[i] = claim
                self.notebook.add(claim, number)
        relate(statement, claims, self.notebook.draft.claims)
        relate_ratios(statement, claims)
        self._rest(number, statement.sentence, list(claims.values()))
        return bool(claims)

    def _figure(
        self,
        number: int,
        statement: Statement,
        i: int,
        times: Sequence[TimePhrase],
        claims: Mapping[int, DraftClaim],
    ) -> DraftClaim | None:
        figure = statement.figures[i]
        in_commas = _is_age_in_commas(statement.sentence, figure)
        if in_commas or figure.kind is Kind.AGE:
            return self._age(number, statement.sentence, figure, in_commas=in_commas)
        if statement.quantities[i] is None or is_distance(statement, i) or is_base(statement, i):
            return None
        if figure.kind is Kind.BARE:
            part = self._elided(number, statement, i)
            part = part or self._compared(number, statement, i, times, claims)
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
        claim = self.notebook.claim(
            number,
            _kind_name(figure),
            f"{key}",
            _place(statement.sentence, figure),
        )
        claim.keys["measure"] = key
        claim.keys["share" if figure.kind is Kind.SHARE else "value"] = figure.value
        base = base_of_comparison(statement, i)
        if base is not None:
            # a time behind what it is compared with is the time of that
            times = [time for time in times if time.end <= statement.figures[base].start]
        _set_period(claim, times, figure)
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
            for m in self.notebook.cast.of_sentence(number)
            if self.notebook.cast.beings[m.being].type == "place" and m.name.start >= figure.end
        ]
        words = self.notebook.sentences[number].lower
        behind = [m for m in self.notebook.cast.of_sentence(number) if m.being in places]
        near = [m.being for m in behind if words[m.name.start - 1] in _AT]
        return near[0] if near else ""

    def _elided(self, number: int, statement: Statement, i: int) -> DraftClaim | None:
        """`300 of them`, `among those brought back, 48 were …`: some of what was counted last."""
        figure, words = statement.figures[i], statement.sentence.lower
        of_them = (
            words[figure.end : figure.end + 1] == ("of",)
            and words[figure.end + 1 : figure.end + 2] in _THEM
        )
        listed = i == 0 or words[figure.start - 1] in (",", "and")
        among = listed and words[0] in ("among", "of") and words[1:2] in _THEM
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
        claim = self.notebook.claim(number, "figure", part, _place(statement.sentence, figure))
        claim.keys.update({"measure": part, "value": figure.value, "part-of": whole})
        claim.doubts.append("taken for part of the figure before")
        return claim

    def _compared(
        self,
        number: int,
        statement: Statement,
        i: int,
        times: Sequence[TimePhrase],
        claims: Mapping[int, DraftClaim],
    ) -> DraftClaim | None:
        """`three times as many as the 40 of 2013`: the same thing at another time."""
        whole = next((n for n in claims if base_of_comparison(statement, n) == i), None)
        if whole is None:
            return None
        figure = statement.figures[i]
        key = self.register.part_key(str(claims[whole].keys["measure"]), "compared")
        claim = self.notebook.claim(number, "figure", key, _place(statement.sentence, figure))
        claim.keys.update({"measure": key, "value": figure.value})
        _set_period(claim, times, figure)
        return claim

    def _age(
        self, number: int, sentence: Sentence, figure: Figure, *, in_commas: bool
    ) -> DraftClaim | None:
        if in_commas:
            person = self._person_ending(number, figure.start - 1)
        else:
            person = self._person_beside(number, figure.start, figure.end, 4)
        if person is None:
            return None
        claim = self.notebook.claim(number, "age", f"{person}-age", _place(sentence, figure))
        claim.keys.update({"subject": person, "age": figure.value})
        return claim

    def _person_ending(self, number: int, at: int) -> str | None:
        """The person whose name ends right before a token: `Daniel Jones, 61`."""
        named = self.notebook.named_before(number, at, "person")
        ends = [m for m in self.notebook.cast.of_sentence(number) if m.name.end == at]
        return named[-1] if named and ends and ends[-1].being == named[-1] else None

    def _person_beside(self, number: int, start: int, end: int, reach: int) -> str | None:
        persons = [
            (min(abs(m.name.start - end), abs(start - m.name.end)), m.being)
            for m in self.notebook.cast.of_sentence(number)
            if self.notebook.cast.beings[m.being].type == "person"
        ]
        near = [pair for pair in persons if pair[0] <= reach]
        return min(near)[1] if near else None

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
        claim = self.notebook.claim(number, "figure", key, span(sentence, at - 1, at + 1))
        claim.keys.update({"measure": key, "rest-of": whole, "by": "rest"})
        claim.doubts.append("taken for the rest of the figure before")
        parts[-1].keys["by"] = "rest"
        self.notebook.add(claim, number)


def is_distance(statement: Statement, i: int) -> bool:
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


def _is_time(statement: Statement, i: int) -> bool:
    quantity = statement.quantities[i]
    return quantity is not None and quantity.unit.dimension == "[time]"


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


def _says_what(statement: Statement, i: int) -> bool:
    """Whether a number without a noun is still said to be of something: `a crowd of 22,000`."""
    figure, context, words = statement.figures[i], statement.contexts[i], statement.sentence.lower
    if is_ratio(statement, i):
        return True
    if figure.start < figure.number and words[figure.start] not in ("some", "only", "just", "near"):
        return bool(context.verb or context.head) and words[figure.start - 1] not in _SUBJECT_VERBS
    if words[max(figure.start - 1, 0)] == "of" and context.head:
        return True
    return words[figure.end : figure.end + 1] != () and words[figure.end] in _SUBJECT_VERBS


def _kind_name(figure: Figure) -> str:
    return "money" if figure.kind is Kind.MONEY else "figure"


_FOR_ONE = word_set("a an per each apiece every")


def _restates(statement: Statement, i: int) -> bool:
    """Whether a sum or a measurement is given again right behind, in brackets or after `or`."""
    words = statement.sentence.lower
    if not i or not _same_dimension(statement, i):
        return False
    before = statement.figures[i - 1]
    figure, between = statement.figures[i], words[before.end : statement.figures[i].start]
    if words[figure.end : figure.end + 1] and words[figure.end] in _FOR_ONE:
        return False  # "$11 billion, or $2.10 a share"
    in_brackets = between == ("(",)
    if figure.kind is Kind.MONEY and in_brackets:
        return True
    joined = in_brackets or between in ((",", "or"), ("(", "or"), ("-", "or"))
    return joined and not _same_unit(statement, i)


def _same_dimension(statement: Statement, i: int) -> bool:
    first, second = statement.quantities[i - 1], statement.quantities[i]
    if first is None or second is None or statement.figures[i].kind not in (Kind.MONEY, Kind.UNIT):
        return False
    return first.unit.dimension == second.unit.dimension


def _same_unit(statement: Statement, i: int) -> bool:
    first, second = statement.quantities[i - 1], statement.quantities[i]
    if first is None or second is None:
        return False
    ours, theirs = first.unit, second.unit
    return (ours.currencies, ours.factor) == (theirs.currencies, theirs.factor)


def _set_period(claim: DraftClaim, times: Sequence[TimePhrase], figure: Figure) -> None:
    time = _nearest(times, figure)
    if time is not None:
        claim.keys["period"] = time.words


def _nearest(times: Sequence[TimePhrase], figure: Figure) -> TimePhrase | None:
    """The phrase of time behind a figure, or else the one before it."""
    behind = [time for time in times if time.start >= figure.end]
    before = [time for time in times if time.end <= figure.start]
    return behind[0] if behind else before[-1] if before else None


def _place(sentence: Sentence, figure: Figure) -> tuple[int, int]:
    return span(sentence, figure.start, max(figure.end, figure.noun_end))
