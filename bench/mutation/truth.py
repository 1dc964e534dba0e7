"""Whether a claim file contradicts itself, decided apart from the program that is being scored.

One variable a claim, one formula a rule of the claim format, all words at their widest, and z3 on
top. It knows what the files in `claims/` use and nothing more.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations, pairwise
from typing import Any

import z3
from words import MONEY, UnknownWordsError, amount, factor, share

Claim = dict[str, Any]
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
TOLERANCE = Fraction(3, 100)
_WORDS_OF_CHANGE = {"doubled": 2, "tripled": 3, "halved": Fraction(1, 2)}


def contradicts(file: dict[str, Any], only: set[str] | None = None) -> bool:
    """Whether no reading makes all claims of a file (or only some of them) true.

    Raises:
        UnknownWordsError: words that cannot be read: no plausible slip.
    """
    claims = [c for c in file["claims"] if only is None or c["id"] in only]
    for words in (c[key] for c in claims for key in ("period", "as-of", "date") if key in c):
        if words not in file.get("events", {}):
            span(words)
    solver = z3.Solver()
    solver.set("timeout", 20_000)
    system = _Figures(file, claims, solver)
    system.state()
    if any(_wrong_by_itself(file, claim) for claim in claims):
        return True
    answer = solver.check()
    if answer == z3.unknown:
        raise UnknownWordsError("undecided")
    return answer == z3.unsat or _Days(file, claims).contradict()


class _Figures:
    """The figures of a file as formulas."""

    def __init__(self, file: dict[str, Any], claims: list[Claim], solver: z3.Solver) -> None:
        self.file = file
        self.measures = file.get("measures", {})
        self.claims = {c["id"]: c for c in claims if "measure" in c}
        self.solver = solver
        # a claim that is only referred to still has a figure
        every = {c["id"]: c for c in file["claims"] if "measure" in c}
        self.all = every
        self.figure = {key: z3.Real(key) for key in every}

    def state(self) -> None:
        """Everything that the claims and the registers say."""
        for key in self.all:
            self.solver.add(self.figure[key] >= 0)
        for key, claim in self.claims.items():
            if "value" in claim:
                found = amount(claim["value"], self.unit(claim))
                self.bound(self.figure[key], (found.low, found.high, found.closed))
                if self.kind_of(claim) not in (None, found.kind):
                    raise UnknownWordsError("no rate says what that comes to")
            self.relations(key, claim)
        for one, other in combinations(self.all.values(), 2):
            if self.same(one, other):
                self.solver.add(self.figure[one["id"]] == self.figure[other["id"]])
            for inner, outer in ((one, other), (other, one)):
                if self.within(inner, outer) or self.reached(inner, outer):
                    self.solver.add(self.figure[inner["id"]] <= self.figure[outer["id"]])
        self.partitions()
        for outer in self.all.values():
            self.periods(outer)

    def periods(self, outer: Claim) -> None:
        """Periods apart from one another inside a longer one hold no more than that."""
        inner = [
            (self.time(c), c["id"])
            for c in self.all.values()
            if self.kind(c) == "flow" and _class(c) == _class(outer) and self.within(c, outer)
        ]
        for several in (each for n in range(2, 5) for each in combinations(sorted(inner), n)):
            if all(one[0][1] < other[0][0] for one, other in pairwise(several)):
                parts = z3.Sum([self.figure[key] for _, key in several])
                self.solver.add(parts <= self.figure[outer["id"]])

    def unit(self, claim: Claim) -> str:
        return self.measures[claim["measure"]].get("unit", "count")

    def kind_of(self, claim: Claim) -> str | None:
        """What other claims of the measure are counted in."""
        if "unit" in self.measures[claim["measure"]]:
            return self.unit(claim)
        return None

    def bound(self, variable: Any, limits: tuple[Fraction | None, Fraction | None, bool]) -> None:
        low, high, closed = limits
        if low is not None:
            self.solver.add(variable >= _q(low) if closed else variable > _q(low))
        if high is not None:
            self.solver.add(variable <= _q(high) if closed else variable < _q(high))

    def relations(self, key: str, claim: Claim) -> None:
        own, figure = self.figure[key], self.figure
        add = self.solver.add
        add([own == figure[other] for other in _listed(claim.get("same-as"))])
        add([own > figure[other] for other in _listed(claim.get("more-than"))])
        add([own < figure[other] for other in _listed(claim.get("less-than"))])
        if "sum-of" in claim:
            add(own == z3.Sum([figure[part] for part in claim["sum-of"]]))
        whole = claim.get("part-of") or claim.get("rest-of")
        if whole:
            add(own <= figure[whole])
        if "share" in claim:
            part = z3.Real(f"share {key}")
            self.bound(part, share(claim["share"]))
            add(own == part * figure[whole])
        if "times" in claim:
            times = z3.Real(f"times {key}")
            self.bound(times, factor(claim["times"]["factor"]))
            add(own == times * figure[claim["times"]["of"]])
        if "average" in claim:
            add(own * figure[claim["average"]["count"]] == figure[claim["average"]["total"]])
        if "rate" in claim:
            per = amount(claim["rate"]["per"]).number
            add(own * figure[claim["rate"]["in"]] == figure[claim["rate"]["of"]] * _q(per))
        if "change" in claim:
            self.change(key, figure[claim["change"]["from"]], claim["change"]["by"])
        for other in self.all.values() if "rank" in claim else ():
            if other["measure"] == claim["measure"] and self.is_member(other, claim):
                add(own >= figure[other["id"]])

    def change(self, key: str, old: Any, words: str) -> None:
        new = self.figure[key]
        if words in _WORDS_OF_CHANGE:
            times = z3.Real(f"change {key}")
            value = Fraction(_WORDS_OF_CHANGE[words])
            self.bound(times, (value * Fraction(9, 10), value * Fraction(11, 10), True))
            self.solver.add(new == times * old)
            return
        direction, _, by = words.partition(" ")
        if direction not in {"up", "down"} or not by:
            raise UnknownWordsError(words)
        found = amount(by, self.unit(self.all[key]))
        if found.kind in MONEY and found.kind != self.unit(self.all[key]):
            raise UnknownWordsError("no rate says what that comes to")
        step = z3.Real(f"change {key}")
        self.bound(step, (found.low, found.high, found.closed))
        self.solver.add(new > old if direction == "up" else new < old)
        step = step * old if found.kind == "ratio" else step
        self.solver.add(new == old + step if direction == "up" else new == old - step)

    def is_member(self, other: Claim, claim: Claim) -> bool:
        group = claim["rank"]["among"]
        entity = self.file["entities"].get(other.get("subject"), {})
        return entity.get("part-of") == group and other.get("part-of") is None

    def partitions(self) -> None:
        """Classes by one label are no larger than the whole, and the rest completes them."""
        classes: dict[tuple[str, str], dict[object, str]] = {}
        for key, claim in self.claims.items():
            whole = claim.get("part-of") or claim.get("rest-of")
            if whole and "by" in claim:
                classes.setdefault((whole, claim["by"]), {})[_class(claim)] = key
        for (whole, label), members in classes.items():
            total = z3.Sum([self.figure[key] for key in members.values()])
            self.solver.add(total <= self.figure[whole])
            ends = [c for c in self.claims.values() if c.get("rest-of") == whole]
            if any(c.get("by") == label for c in ends):
                every = {
                    _class(c): key
                    for key, c in self.all.items()
                    if c.get("by") == label and whole in (c.get("part-of"), c.get("rest-of"))
                }
                self.solver.add(
                    z3.Sum([self.figure[k] for k in every.values()]) == self.figure[whole]
                )

    def same(self, one: Claim, other: Claim) -> bool:
        if _class(one) != _class(other):
            return False
        wholes = [(c.get("part-of") or c.get("rest-of"), c.get("by")) for c in (one, other)]
        if wholes[0] != wholes[1]:
            return False
        times = self.time(one), self.time(other)
        if None in times:
            return times == (None, None)
        if self.kind(one) in {"count", "ratio"}:
            return times[0][0] <= times[1][1] and times[1][0] <= times[0][1]
        return times[0] == times[1]

    def within(self, inner: Claim, outer: Claim) -> bool:
        kinds = {self.kind(inner), self.kind(outer)}
        if not kinds <= {"flow", "stock", "toll"} or _is_part(inner) or _is_part(outer):
            return False
        measure = self.measures[inner["measure"]]
        wider = [
            (inner["measure"], outer["measure"], measure.get("broader", [])),
            *((inner.get(k), outer.get(k), self.above(inner.get(k))) for k in ("subject", "place")),
        ]
        if any(mine != other and other not in above for mine, other, above in wider):
            return False
        times = self.time(inner), self.time(outer)
        if None in times:
            return times == (None, None) and any(mine != other for mine, other, _ in wider)
        nested = times[1][0] <= times[0][0] and times[0][1] <= times[1][1]
        is_wider = any(mine != other for mine, other, _ in wider)
        return nested and (is_wider or (self.kind(inner) == "flow" and times[0] != times[1]))

    def reached(self, one: Claim, other: Claim) -> bool:
        """Whether both are tolls, the first of the same or of something narrower, and counted earlier."""
        if not self.kind(one) == self.kind(other) == "toll" or _is_part(one) or _is_part(other):
            return False
        broader = self.measures[one["measure"]].get("broader", [])
        if one["measure"] != other["measure"] and other["measure"] not in broader:
            return False
        for key in ("subject", "place"):
            if one.get(key) != other.get(key) and other.get(key) not in self.above(one.get(key)):
                return False
        times = self.time(one), self.time(other)
        return None not in times and times[0][1] < times[1][0]

    def above(self, entity: str | None) -> list[str]:
        given = self.file.get("entities", {}).get(entity, {})
        return _listed(given.get("part-of")) + _listed(given.get("within"))

    def kind(self, claim: Claim) -> str:
        return str(self.measures[claim["measure"]].get("kind", "count"))

    def time(self, claim: Claim) -> tuple[date, date] | None:
        if "period" in claim:
            return span(claim["period"])
        if "as-of" in claim:
            return span(claim["as-of"])
        if self.kind(claim) in {"stock", "toll"}:
            return span(self.file["article"]["published"])
        return None


class _Days:
    """The days of a file: every event has a first and a last day, every claim narrows them."""

    def __init__(self, file: dict[str, Any], claims: list[Claim]) -> None:
        self.file = file
        self.claims = claims
        self.events = file.get("events", {})
        self.solver = z3.Solver()

    def day(self, event: str, end: str) -> Any:
        declared = self.events[event]
        if declared.get("kind") in {"birth", "death"}:
            return z3.Int(f"{declared['kind']} of {declared['of']}")
        lasting = any(
            c.get("event") == event and ("lasts" in c or "/" in c.get("date", ""))
            for c in self.file["claims"]
        )
        return z3.Int(f"{end if lasting else 'day'} of {event}")

    def contradict(self) -> bool:
        for event, declared in self.events.items():
            self.declared(event, declared)
        for entity, given in self.file.get("entities", {}).items():
            for key, kind in (("born", "birth"), ("died", "death")):
                if key in given:
                    self.between(z3.Int(f"{kind} of {entity}"), span(given[key]))
        for claim in self.claims:
            if "event" in claim:
                self.happened(claim)
            if "age" in claim:
                self.aged(claim)
        return bool(self.solver.check() == z3.unsat)

    def declared(self, event: str, declared: dict[str, Any]) -> None:
        self.solver.add(self.day(event, "start") <= self.day(event, "end"))
        for other in declared.get("after", []):
            self.solver.add(self.day(other, "end") <= self.day(event, "start"))
        if "within" in declared:
            outer = declared["within"]
            self.solver.add(self.day(outer, "start") <= self.day(event, "start"))
            self.solver.add(self.day(event, "end") <= self.day(outer, "end"))
        if "of" in declared and declared.get("kind", "other") == "other":
            born, died = (z3.Int(f"{kind} of {declared['of']}") for kind in ("birth", "death"))
            self.solver.add(born <= self.day(event, "start"), self.day(event, "end") <= died)

    def happened(self, claim: Claim) -> None:
        start, end = (self.day(claim["event"], which) for which in ("start", "end"))
        day = z3.Int(f"day of claim {claim['id']}")
        self.solver.add(start <= day, day <= end)
        if "date" in claim:
            first, last = span(claim["date"])
            if "/" in claim["date"]:
                self.solver.add(start == first.toordinal(), end == last.toordinal())
            else:
                self.between(day, (first, last))
        if "weekday" in claim:
            if claim["weekday"] not in WEEKDAYS:
                raise UnknownWordsError(claim["weekday"])
            self.solver.add((day - 1) % 7 == WEEKDAYS.index(claim["weekday"]))
        if "lasts" in claim:
            number, unit = claim["lasts"].split()
            if unit != "days":
                raise UnknownWordsError(claim["lasts"])
            self.solver.add(end - start + 1 == int(number))

    def aged(self, claim: Claim) -> None:
        """Of age n from the n-th birthday to the day before the next; born on a known day."""
        age = int(claim["age"])
        born = [span(self.file["entities"][claim["subject"]]["born"])]
        day = z3.Int(f"day of age {claim['id']}")
        if claim.get("as-of") in self.events:
            self.solver.add(day == self.day(claim["as-of"], "start"))
        else:
            self.between(day, span(claim.get("as-of", self.file["article"]["published"])))
        first, _ = born[0]
        if not 0 < age < 130:
            raise UnknownWordsError(claim["age"])
        self.solver.add(day >= _years_on(first, age).toordinal())
        self.solver.add(day < _years_on(first, age + 1).toordinal())

    def between(self, day: Any, days: tuple[date, date]) -> None:
        self.solver.add(day >= days[0].toordinal(), day <= days[1].toordinal())


def _wrong_by_itself(file: dict[str, Any], claim: Claim) -> bool:
    """What a claim contradicts alone: things listed, the same amount again, more than all of it."""
    if "share" in claim and "part-of" in claim:
        low, _, closed = share(claim["share"])
        if low is not None and (low > 1 or (low == 1 and not closed)):
            return True
    if "items" in claim:
        found = amount(claim["value"])
        if found.low is not None and not found.low <= len(claim["items"]) <= (found.high or 10**9):
            return True
    return any(_restated_wrongly(file, claim, text) for text in _listed(claim.get("restated")))


def _restated_wrongly(file: dict[str, Any], claim: Claim, text: str) -> bool:
    first, second = amount(claim["value"]), amount(text)
    if first.kind != second.kind:
        rates = {(r["from"], r["to"]): Fraction(r["rate"]) for r in file.get("rates", [])}
        if (first.kind, second.kind) not in rates:
            raise UnknownWordsError(f"{claim['value']} as {text}")
        rate = rates[first.kind, second.kind]
    else:
        rate = Fraction(1)
    low, high = _roundly(first)
    other_low, other_high = _roundly(second)
    return low * rate > other_high or other_low > high * rate


def _roundly(found: Any) -> tuple[Fraction, Fraction]:
    slack = max(found.half_digit, found.number * TOLERANCE)
    return found.number - slack, found.number + slack


def span(text: str) -> tuple[date, date]:
    """The first and last day of a year, a month, a day or an interval of them."""
    start, _, end = text.partition("/")
    first, last = _first(start), _last(end or start)
    if last < first:
        raise UnknownWordsError(text)
    return first, last


def _first(text: str) -> date:
    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    return _date(year, month, day)


def _last(text: str) -> date:
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return _date(*parts)
    month = parts[1] if len(parts) == 2 else 12
    return _date(parts[0], month, calendar.monthrange(parts[0], month)[1])


def _date(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise UnknownWordsError(f"{year}-{month}-{day}") from None


def _years_on(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28) + timedelta(days=1)


def _class(claim: Claim) -> tuple[object, ...]:
    return claim["measure"], claim.get("subject"), claim.get("place")


def _is_part(claim: Claim) -> bool:
    return "part-of" in claim or "rest-of" in claim


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def _q(value: Fraction) -> Any:
    return z3.Q(value.numerator, value.denominator)


def forms(file: dict[str, Any]) -> Iterator[str]:
    """The forms of the names that the register has, and their parts."""
    for entity in file.get("entities", {}).values():
        yield entity["name"]
        yield from entity["name"].split()
