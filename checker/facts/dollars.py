"""Which other dollar a bare `$` may be, where the article or the measure speaks of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.facts.restatements import Amount, Restatement
from checker.language.currencies import candidates
from checker.language.types import Quantity
from checker.solve.constraint import Level

if TYPE_CHECKING:
    from checker.facts.facts import Facts
    from checker.facts.figures import FigureFact


def other_dollars(facts: Facts, fact: FigureFact, quantity: Quantity) -> list[str]:
    """The currencies that a sign read as US dollars may stand for besides: the measure's, else the places'."""
    if not quantity.assumed:
        return []
    possible = set(candidates(quantity.assumed)) - set(quantity.unit.currencies)
    unit = facts.units.get(fact.figure.measure)
    declared = unit.currency if unit else None
    if declared in quantity.unit.currencies:
        return []
    if declared in possible:
        return [declared] if declared else []
    return sorted(possible & facts.currencies_of(fact.claim.file))


def may_be_other_dollars(facts: Facts, both: Restatement) -> bool:
    """Whether a bare `$` beside `US$` is another dollar that fits, or one whose rate is not known."""
    one, other = both.first, both.second
    return _fits(facts, both.fact, one, other) or _fits(facts, both.fact, other, one)


def _fits(facts: Facts, fact: FigureFact, bare: Amount, named: Amount) -> bool:
    target, tolerance = named.unit.currency, facts.settings.tolerance
    if named.quantity.assumed or target is None:
        return False
    given, wanted = (each.at(Level.STATED, tolerance) for each in (bare, named))
    for currency in other_dollars(facts, fact, bare.quantity):
        rates = facts.exchange.rates_for(currency, target, (fact,))
        if rates is None or (given * rates).meets(wanted):
            return True
    return False
