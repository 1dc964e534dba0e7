"""Whom to ask what: the questions whose answers would settle a finding."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.facts.dating import words_of
from checker.facts.explain import claim_label, time_words, value_words
from checker.facts.overlaps import overlap_of
from checker.facts.times import Certainty, nests
from checker.finding import Finding, Query, Severity
from checker.language.days import write_day
from checker.model.claim import Age, Attribute, Happening

if TYPE_CHECKING:
    from checker.facts.facts import Facts
    from checker.facts.figures import FigureFact
    from checker.model.claim import Claim

# So many figures are named in one question.
_NAMED = 6
_PART = "numbers/part-exceeds-whole"
_SAME = "numbers/conflicting-values"


def queries(facts: Facts, finding: Finding) -> tuple[Query, ...]:
    """The finding's own questions, else one to each side of what contradicts itself."""
    claims = [facts.claims[key] for key in finding.claims if key in facts.claims]
    if finding.queries or not claims or finding.severity is Severity.NOTE:
        return finding.queries
    question = _question(facts, finding, claims)
    if question is None:
        return ()
    asked = dict.fromkeys(whom_to_ask(facts, claim) for claim in claims)
    return tuple(Query(ask, question) for ask in asked)


def whom_to_ask(facts: Facts, claim: Claim) -> str:
    """Who can say whether a claim is right: its speaker, else who wrote or printed the article."""
    if claim.speaker is not None:
        return facts.entity_name(claim.speaker)
    article = facts.article(claim)
    if article is None:
        return "the desk"
    if article.byline:
        return article.byline
    desk = f"the desk of {article.publisher}" if article.publisher else "the author"
    return f"{desk} (“{article.title}”)" if article.title else desk


def _question(facts: Facts, finding: Finding, claims: list[Claim]) -> str | None:
    figures = [facts.figures[claim.key] for claim in claims if claim.key in facts.figures]
    if len(figures) == len(claims):
        return _about_figures(facts, finding.rule, figures)
    if all(isinstance(claim.asserts, Happening | Age) for claim in claims):
        return _about_days(facts, claims)
    if all(isinstance(claim.asserts, Attribute) for claim in claims):
        return _about_attributes(facts, claims)
    return None


def _about_figures(facts: Facts, rule: str, figures: list[FigureFact]) -> str | None:
    family = rule.partition("/")[0]
    if len(figures) == 1:
        return _about_one(facts, family, figures[0])
    if family not in {"numbers", "units"}:
        return None
    if len(figures) == 2 and rule == _PART:
        return _about_part(*figures)
    if rule == _SAME:
        words = _either(value_words(fact) for fact in figures)
        return f"Which holds for {claim_label(facts, figures[0].claim)}: {words}?"
    listed = ", ".join(_named(facts, fact) for fact in figures[:_NAMED])
    more = f" and {len(figures) - _NAMED} more" if len(figures) > _NAMED else ""
    return f"Which of these is wrong: {listed}{more}?"


def _about_one(facts: Facts, family: str, fact: FigureFact) -> str | None:
    words = [value_words(fact), *fact.figure.restated]
    if family in {"money", "units"} and len(words) > 1:
        return f"Which is the original amount, {_either(words)}, and how was it converted?"
    if family in {"numbers", "units", "money"}:
        return f"Is “{words[0]}” right for {claim_label(facts, fact.claim)}?"
    return None


def _about_part(part: FigureFact, whole: FigureFact) -> str:
    """What lies outside the days of the whole, where their periods differ; else how it can be part."""
    nested = part.time and whole.time and nests(part.time, whole.time) is Certainty.SURE
    overlap = None if nested else overlap_of(part, whole)
    if overlap is None:
        words = f"“{value_words(part)}” be part of “{value_words(whole)}”"
        covered = f" for {time_words(whole.time)}" if whole.time else ""
        return f"How can {words}{covered}: which of the two figures is wrong?"
    first, last = (write_day(day) for day in overlap.shared)
    return f"How much of “{value_words(part)}” lies outside {first} to {last}?"


def _about_days(facts: Facts, claims: list[Claim]) -> str:
    happened = {c.asserts.event for c in claims if isinstance(c.asserts, Happening)}
    if len(happened) == 1 and len(claims) > 1 and not any(_is_age(claim) for claim in claims):
        name = facts.event_name(happened.pop())
        return f"When was {name}: {_either(words_of(claim) for claim in claims)}?"
    listed = ", ".join(_dated(facts, claim) for claim in claims[:_NAMED])
    if len(claims) == 1:
        return f"Is this right: {listed}?"
    return f"Which of these is wrong: {listed}?"


def _is_age(claim: Claim) -> bool:
    return isinstance(claim.asserts, Age)


def _dated(facts: Facts, claim: Claim) -> str:
    said = claim.asserts
    if isinstance(said, Age):
        return f"{facts.entity_name(said.subject)} “{words_of(claim)}”"
    assert isinstance(said, Happening)
    return f"{facts.event_name(said.event)} “{words_of(claim)}”"


def _about_attributes(facts: Facts, claims: list[Claim]) -> str:
    said = claims[0].asserts
    assert isinstance(said, Attribute)
    values = (value for claim in claims for value in getattr(claim.asserts, "values", ()))
    names = [facts.entity_name(value) for value in values]
    what = f"{said.attribute.replace('-', ' ')} of {facts.entity_name(said.subject)}"
    return f"Which is the {what}: {_either(names)}?"


def _named(facts: Facts, fact: FigureFact) -> str:
    figure = fact.figure
    change = figure.change.by if figure.change else None
    words = figure.value or figure.share or change or (figure.times and figure.times.factor)
    label = claim_label(facts, fact.claim)
    when = figure.period or figure.as_of
    label = f"{label} ({when})" if when else label
    return f"{label} “{words}”" if words else label


def _either(words: Iterator[str] | list[str]) -> str:
    quoted = [f"“{each}”" for each in dict.fromkeys(words)]
    return " or ".join([", ".join(quoted[:-1]), quoted[-1]]) if len(quoted) > 1 else quoted[0]
