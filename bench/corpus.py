"""Writes claims trees with planted contradictions, and a manifest of what must be found.

    python bench/corpus.py FOLDER [--files 1000] [--seed 1]

Every file has 40 claims: groups of a few claims each that hang together (a total and its parts, a
figure in two currencies, an event and its weekday …), on topics, units and hedges that vary, true by
construction. In every twentieth file one group is made false, each kind of falsehood in turn. The same
seed gives the same bytes. `manifest.json` beside the claims names, for each planted group, the rules
that may report it and its claims.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

from checker.language.money import Rates

CLAIMS = 40
PLANT_EVERY = 20

# what is counted, in which words, and how many of it there may be
TOPICS = (
    ("arrests", "people arrested", "people", 200, 9_000),
    ("schools-built", "schools built", "schools", 20, 900),
    ("coal-mined", "coal mined", "tonnes", 2_000, 90_000),
    ("trees-planted", "trees planted", "trees", 5_000, 700_000),
    ("road-paved", "road paved", "kilometres", 60, 4_000),
    ("patients", "patients treated", "patients", 300, 20_000),
    ("tickets-sold", "tickets sold", "tickets", 1_000, 80_000),
    ("power-made", "electricity generated", "GWh", 100, 9_000),
)
CURRENCIES = (
    ("yuan", "CNY"),
    ("euros", "EUR"),
    ("rand", "ZAR"),
    ("Indian rupees", "INR"),
    ("zlotys", "PLN"),
)
# what the quote of a claim repeats word for word
QUOTED = ("value", "share", "date", "weekday", "age", "restated")
REGISTER = "register.yaml"
RATES = Rates.of(())


@dataclass(slots=True)
class ArticleFile:
    """One claim file in the making."""

    number: int
    published: date
    rng: random.Random
    lines: list[str] = field(default_factory=list)
    count: int = 0
    registers: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        return f"{self.published:%Y}/story-{self.number:05}"

    def claim(self, what: str, **keys: str) -> str:
        """Add a claim; its quote holds all its figures. Gives back its id."""
        self.count += 1
        claim = f"{what}-{self.count}"
        self.lines += [f"  - id: {claim}"]
        said = ", ".join(keys[key] for key in QUOTED if key in keys)
        quote = f"{what.replace('-', ' ')} came to {said}, the office said"
        self.lines += [f"    quote: {_text(quote)}"]
        self.lines += [f"    note: taken from paragraph {self.count} of the printed edition"]
        for key, value in keys.items():
            words = _text(value) if key in QUOTED else value
            self.lines += [f"    {key.replace('_', '-')}: {words}"]
        return claim

    def organization(self, kind: str) -> str:
        """Declare an organization that only this file's next group is about."""
        name = f"{self.made_up()} {self.made_up()} {kind.title()}"
        slug = name.lower().replace(" ", "-")
        self.registers += [f"  {slug}: {{type: organization, name: {name}}}"]
        return slug

    def made_up(self) -> str:
        """A proper name that no other is mistaken for."""
        syllables = (self.rng.choice("bdfgklmnprstvz") + self.rng.choice("aeiou") for _ in range(4))
        return "".join(syllables).title()


Planted = tuple[str, ...]
# A group adds its claims; where it is to be false it does so, and names the rules that may say so.
Group = Callable[[ArticleFile, bool], Planted]


def _text(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}"


def _topic(article: ArticleFile) -> tuple[str, str, int]:
    """A measure, its noun, and a number of it with no trailing zeros."""
    measure, _, noun, low, high = article.rng.choice(TOPICS)
    number = article.rng.randrange(low, high)
    return measure, noun, number if number % 10 else number + 3


def parts(article: ArticleFile, false: bool) -> Planted:
    """A total and three classes of an open partition."""
    measure, noun, total = _topic(article)
    subject = article.organization("agency")
    period = str(article.published.year - 1)
    same = {"measure": measure, "period": period}
    whole = article.claim(measure, value=_counted(total, noun), subject=subject, **same)
    for number, share in enumerate((3, 4, 5)):
        part = total // share if not false else total * 2 // (share - 1)
        article.claim(
            f"{measure}-{number}",
            value=_counted(max(part, 1) | 1, noun),
            subject=article.organization("branch"),
            part_of=whole,
            by="branch",
            **same,
        )
    return ("numbers/parts-exceed-whole", "numbers/part-exceeds-whole")


def one_part(article: ArticleFile, false: bool) -> Planted:
    """A figure within a wider one."""
    measure, noun, total = _topic(article)
    subject = article.organization("ministry")
    same = {"measure": measure, "subject": subject, "period": str(article.published.year - 1)}
    article.claim(measure, value=_counted(total, noun), **same)
    inner = total * 5 if false else max(total // 5, 1)
    same["period"] = f"{article.published.year - 1}-05"
    article.claim(measure, value=_counted(inner | 1, noun), **same)
    return ("numbers/part-exceeds-whole",)


def total_of(article: ArticleFile, false: bool) -> Planted:
    """A sum and its two summands."""
    measure, noun, first = _topic(article)
    second = first // 3 + 17
    summands = [
        article.claim(measure, value=_counted(n, noun), subject=article.organization("office"),
                      measure=measure)
        for n in (first, second)
    ]  # fmt: skip
    total = first + second + (first * 2 // 3 + 100 if false else 0)
    article.claim(
        measure,
        measure=measure,
        value=_counted(total, noun) if total % 10 else f"exactly {_counted(total, noun)}",
        subject=article.organization("union"),
        sum_of=f"[{', '.join(summands)}]",
    )
    return ("numbers/sum-mismatch",)


def share_of(article: ArticleFile, false: bool) -> Planted:
    """A part with its share of the whole."""
    measure, noun, total = _topic(article)
    subject = article.organization("council")
    part = total // 3
    whole = article.claim(measure, measure=measure, value=_counted(total, noun), subject=subject)
    article.claim(
        measure,
        measure=measure,
        value=_counted(part, noun),
        subject=article.organization("party"),
        part_of=whole,
        share="nearly nine-tenths" if false else "about a third",
    )
    return ("numbers/share-mismatch",)


def change_of(article: ArticleFile, false: bool) -> Planted:
    """A figure that grew by so many percent."""
    measure, noun, before = _topic(article)
    subject = article.organization("company")
    percent = article.rng.randrange(20, 60)
    after = before + before * percent // 100
    year = article.published.year
    same = {"measure": measure, "subject": subject}
    old = article.claim(measure, value=_counted(before, noun), period=str(year - 2), **same)
    told = percent + 35 if false else percent
    article.claim(
        measure,
        value=f"about {_counted(after, noun)}" if not false else _counted(after | 1, noun),
        period=str(year - 1),
        change=f"{{from: {old}, by: up about {told} percent}}",
        **same,
    )
    return ("numbers/change-mismatch",)


def money(article: ArticleFile, false: bool) -> Planted:
    """An amount in two currencies, at the rate of the day."""
    name, code = article.rng.choice(CURRENCIES)
    amount = Fraction(article.rng.randrange(11, 990), 10)
    rate = RATES.rate(code, "USD", article.published.toordinal())
    assert rate is not None
    dollars = round(float(amount * rate.rate), 2)
    article.claim(
        "budget",
        measure="budget",
        subject=article.organization("fund"),
        value=f"{float(amount):.1f} million {name}",
        restated=f"US${dollars:.2f} {'billion' if false else 'million'}",
    )
    return ("money/conversion-mismatch", "money/stale-rate")


def distance(article: ArticleFile, false: bool) -> Planted:
    """A length in kilometres and miles."""
    kilometres = article.rng.randrange(101, 899)
    miles = round(kilometres * (1.609344 if false else 1 / 1.609344))
    article.claim(
        "line",
        measure="line-length",
        subject=article.organization("railway"),
        value=f"{kilometres} kilometres",
        restated=f"{miles} miles",
    )
    return ("units/restated-mismatch",)


def again(article: ArticleFile, false: bool) -> Planted:
    """One figure three times, in words that differ."""
    measure, noun, number = _topic(article)
    same = {"measure": measure, "subject": article.organization("bureau")}
    same["period"] = str(article.published.year - 1)
    article.claim(measure, value=_counted(number, noun), **same)
    article.claim(measure, value=f"about {_counted(number + number // 50, noun)}", **same)
    step = 10 ** (len(str(number)) - 1)
    last = number * 3 if false else number // step * step
    article.claim(measure, value=f"over {_counted(last, noun)}", **same)
    return ("numbers/conflicting-values",)


def toll(article: ArticleFile, false: bool) -> Planted:
    """A running total that grows."""
    same = {"measure": "deaths", "subject": article.organization("hospital")}
    first = article.rng.randrange(21, 90)
    day = article.published - timedelta(days=9)
    article.claim("deaths", value=f"at least {first} people", as_of=day.isoformat(), **same)
    later = first - 9 if false else first + 9
    article.claim("deaths", value=f"{later} people", as_of=article.published.isoformat(), **same)
    return ("numbers/falling-toll",)


def happened(article: ArticleFile, false: bool) -> Planted:
    """An event with its day and weekday, told twice."""
    day = article.published - timedelta(days=article.rng.randrange(20, 400))
    event = f"opening-{article.number}-{article.count}"
    shown = day + timedelta(days=2) if false else day
    article.claim("opening", event=event, date=_day(day), weekday=f"{day:%A}")
    article.claim("opening", event=event, date=_day(shown))
    return ("time/conflicting-dates", "time/weekday-mismatch", "time/jointly-impossible")


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def person(article: ArticleFile, false: bool) -> Planted:
    """An age and a year of birth."""
    age = article.rng.randrange(25, 80)
    born = article.published.year - age - (5 if false else 0)
    name = f"{article.made_up()} {article.made_up()}"
    slug = name.lower().replace(" ", "-")
    article.registers += [f"  {slug}: {{type: person, name: {name}, born: {born}-01-01}}"]
    article.claim("age", subject=slug, age=str(age))
    return ("time/age-mismatch", "time/jointly-impossible")


def multiple(article: ArticleFile, false: bool) -> Planted:
    """A figure that is three times another."""
    measure, noun, number = _topic(article)
    base = article.claim(
        measure, measure=measure, value=_counted(number, noun), subject=article.organization("club")
    )
    article.claim(
        measure,
        measure=measure,
        value=_counted((number * 5 if false else number * 3) | 1, noun),
        subject=article.organization("league"),
        times=f"{{of: {base}, factor: three times}}",
    )
    return ("numbers/times-mismatch",)


GROUPS: tuple[Group, ...] = (
    parts, one_part, total_of, share_of, change_of, money, distance, again, toll, happened, person,
    multiple,
)  # fmt: skip


def write(folder: Path, files: int, seed: int) -> None:
    """Write so many claim files, the register and the manifest."""
    claims = folder / "claims"
    claims.mkdir(parents=True, exist_ok=True)
    (claims / REGISTER).write_text(_register(), encoding="utf-8")
    planted = []
    for number in range(files):
        rng = random.Random(f"{seed} {number}")
        published = date(2010, 1, 4) + timedelta(days=rng.randrange(4_000))
        article = ArticleFile(number, published, rng)
        at = number // PLANT_EVERY % len(GROUPS) if number % PLANT_EVERY == 0 else None
        planted += _fill(article, None if at is None else GROUPS[at])
        path = claims / f"{article.name}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(_file(article), encoding="utf-8")
    manifest = {"files": files, "seed": seed, "planted": planted}
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def _fill(article: ArticleFile, planted: Group | None) -> list[dict[str, object]]:
    """Forty claims, with one false group if asked; what the manifest says of it."""
    told: list[dict[str, object]] = []
    if planted is not None:
        rules = planted(article, True)
        ids = [line.split()[-1] for line in article.lines if line.startswith("  - id: ")]
        keys = [f"{article.name}#{claim}" for claim in ids]
        told = [{"kind": planted.__name__, "rules": rules, "claims": keys}]
    while article.count < CLAIMS:
        left = CLAIMS - article.count
        group = article.rng.choice(GROUPS)
        if left >= 4 or group in {money, distance, person}:
            group(article, False)
    return told


def _file(article: ArticleFile) -> str:
    head = [
        "article:",
        f"  title: Story {article.number} of the bench",
        "  publisher: The Daily Bench",
        f"  published: {article.published.isoformat()}",
        "entities:",
        *article.registers,
        "claims:",
    ]
    return "\n".join([*head, *article.lines]) + "\n"


def _register() -> str:
    lines = ["measures:"]
    lines += [f"  {slug}: {{name: {name}, kind: flow}}" for slug, name, *_ in TOPICS]
    lines += ["  budget: {name: budget}", "  line-length: {name: length of the line}"]
    lines += ["  deaths: {name: deaths, kind: toll}"]
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    write(options.folder, options.files, options.seed)


if __name__ == "__main__":
    main()
