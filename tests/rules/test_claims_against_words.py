"""The rules of source, names and attribution on small trees: what fires where, and near misses."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent, indent

import pytest

from checker import check

ARTICLE = "article: {title: A story, published: 2015-12-09}\n"


def tree(**files: str) -> dict[str, str]:
    return {f"{name}.yaml": dedent(text) for name, text in files.items()}


def said(files: dict[str, str], *families: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Rule, severity and claims of what the families say, the note on absent texts left out."""
    findings = check(files, select=families, today="2026-01-01").findings
    return [
        (f.rule, f.severity.value, f.claims) for f in findings if f.rule != "source/text-missing"
    ]


def claim(number: int = 1, **keys: str) -> str:
    lines = "\n".join(f"  {key}: {value}" for key, value in keys.items())
    return f"- id: c{number}\n{lines}\n"


def story(*claims: str, entities: str = "", head: str = ARTICLE) -> str:
    register = f"entities:\n{indent(dedent(entities), '  ')}\n" if entities else ""
    measures = "measures:\n  m: {name: people counted}\n"
    return head + register + measures + "claims:\n" + "".join(claims)


class TestSource:
    def one(self, **keys: str) -> list[tuple[str, str]]:
        files = {"a.yaml": story(claim(**keys))}
        return [(rule, severity) for rule, severity, _ in said(files, "source")]

    @pytest.mark.parametrize(
        ("keys", "expected"),
        [
            ({"quote": "48 people", "measure": "m", "value": "48 people"}, None),
            ({"quote": "forty-eight people", "measure": "m", "value": "48 people"}, None),
            ({"quote": "84 people", "measure": "m", "value": "48 people"}, "figure-not-in-quote"),
            ({"quote": "480 people", "measure": "m", "value": "48 people"}, "scale-slip"),
            ({"quote": "48 km", "measure": "m", "value": "48 miles"}, "unit-changed"),
            ({"quote": "a third of them", "measure": "m", "share": "a quarter"}, "figure-not-in-quote"),
            ({"quote": "the rest of them", "measure": "m"}, None),
            ({"quote": "[some of, 48 people]", "measure": "m", "value": "48 people"}, None),
            (
                {"quote": "1.2 billion yuan (US$189 million)", "measure": "m",
                 "value": "1.2 billion yuan", "restated": "198 million USD"},
                "figure-not-in-quote",
            ),
            ({"quote": "on Tuesday", "event": "e", "date": "Tuesday"}, None),
            ({"quote": "on Tuesday", "event": "e", "date": "2015-12-08"}, None),
            ({"quote": "on Tuesday", "event": "e", "date": "2015-12-07"}, "figure-not-in-quote"),
            ({"quote": "at last", "event": "e", "date": "2015-12-07"}, "figure-not-in-quote"),
        ],
    )  # fmt: skip
    def test_figures(self, keys, expected):
        assert self.one(**keys) == ([(f"source/{expected}", "error")] if expected else [])

    def test_another_language_is_not_read(self):
        keys = {"quote": "fast vierzig Menschen", "measure": "m", "value": "nearly 40 people"}
        german = ARTICLE.replace("}", ", language: de}")
        assert said({"a.yaml": story(claim(**keys), head=german)}, "source") == []
        assert self.one(**keys) == [("source/figure-not-in-quote", "error")]

    def test_a_hedge_is_a_warning(self):
        keys = {"quote": "65 people", "measure": "m", "value": "at least 65 people"}
        assert self.one(**keys) == [("source/hedge-changed", "warning")]

    def test_a_quote_that_is_not_there_is_nothing_else(self, tmp_path: Path):
        (tmp_path / "claims").mkdir()
        (tmp_path / "a.txt").write_text("Some 48 people came.", encoding="utf-8")
        head = "article: {title: A story, text: ../a.txt}\n"
        claims = claim(quote="84 people came", measure="m", value="8.4 million people")
        (tmp_path / "claims" / "a.yaml").write_text(story(claims, head=head), encoding="utf-8")
        (found,) = check([tmp_path / "claims"], select=["source"]).findings
        assert (found.rule, found.severity) == ("source/quote-not-found", "error")
        assert "[-48-]{+84+} people came" in found.message

    def test_nothing_like_the_quote(self, tmp_path: Path):
        (tmp_path / "a.txt").write_text("Nobody.", encoding="utf-8")
        head = "article: {title: A story, text: a.txt}\n"
        claims = claim(quote="84 people came by train", measure="m")
        (tmp_path / "a.yaml").write_text(story(claims, head=head), encoding="utf-8")
        (found,) = check([tmp_path / "a.yaml"], select=["source"]).findings
        assert "nothing there is like it" in found.message

    def test_texts_are_missed_once(self):
        one = story(claim(quote="48 people", measure="m", value="48 people"))
        other = story(claim(quote="48 people", measure="m", value="48 people")).replace(
            "measures:\n  m: {name: people counted}\n", ""
        )
        found = check({"a.yaml": one, "b.yaml": other}, select=["source/text-missing"]).findings
        assert [(f.severity, f.message.split(" was")[0]) for f in found] == [
            ("note", "The text of 2 articles")
        ]


PEOPLE = """\
liu-a: {type: person, name: Liu Jianchao, order: family-first}
liu-b: {type: person, name: Liu Dong, order: family-first}
mps: {type: organization, name: Ministry of Public Security}
"""


def role(number: int, form: str, meant: str) -> str:
    return claim(
        number,
        quote=f'"{form}, the head"',
        names=f'{{"{form}": {meant}}}',
        subject="liu-a",
        attribute="task",
        **{"is": "head"},
    )


class TestNames:
    def names(self, *claims: str, entities: str = PEOPLE) -> list[tuple[str, str, tuple[str, ...]]]:
        return said({"a.yaml": story(*claims, entities=entities)}, "names")

    @pytest.mark.parametrize(
        ("form", "meant", "expected"),
        [
            ("Liu Jianchao", "liu-a", []),
            ("Liu", "liu-a", []),
            ("Li", "liu-a", [("unknown-variant", "error")]),
            ("Lui", "liu-a", [("unknown-variant", "warning")]),
            ("Jianchao Liu", "liu-a", [("unknown-variant", "warning")]),
            ("Wang", "null", [("unresolved-mention", "warning")]),
            ("the ministry", "mps", []),
            ("Public Security Ministry", "mps", [("unknown-variant", "note")]),
        ],
    )
    def test_forms(self, form, meant, expected):
        found = [(rule, severity) for rule, severity, _ in self.names(role(1, form, meant))]
        assert found == [(f"names/{rule}", severity) for rule, severity in expected]

    def test_a_form_is_reported_once_an_article(self):
        assert len(self.names(role(1, "Lui", "liu-a"), role(2, "Lui", "liu-a"))) == 1

    def test_an_unplaced_form_that_resembles_someone_introduced(self):
        found = self.names(role(1, "Liu Jianchao", "liu-a"), role(2, "Lui", "null"))
        assert found == [
            ("names/unknown-variant", "warning", ("a#c2",)),
            ("names/unresolved-mention", "warning", ("a#c2",)),
        ]

    def test_which_of_two(self):
        both = [role(1, "Liu Jianchao", "liu-a"), role(2, "Liu Dong", "liu-b")]
        ambiguous = [("names/ambiguous-name", "warning", ("a#c3",))]
        assert self.names(*both, role(3, "Liu", "liu-a"), role(4, "Liu", "liu-b")) == ambiguous
        assert self.names(role(1, "Liu", "liu-a"), both[1]) == []

    @pytest.mark.parametrize(
        ("a", "b", "expected"),
        [
            ("name: Wang Wei", "name: Wang Wei", "near-duplicate-entities"),
            ("name: Ilse Brandt", "name: Brandt Ilse", "near-duplicate-entities"),
            ("name: Johanna Hanssen", "name: Johanna Hansen", "near-duplicate-entities"),
            ("name: Wang Wei", "name: Wang Mei", None),
            ("name: Wang Wei, born: 1960", "name: Wang Wei, born: 1970", None),
            ("name: Wang Wei", "name: Wang Wei, distinct-from: [a]", None),
            ("name: Wang Wei, aliases: [Old Wang]", "name: Wang Li, aliases: [Old Wang]", "alias-collision"),
            ("name: Wang Wei, aliases: [Wang Li]", "name: Wang Li", "alias-collision"),
            ("name: Wang Wei, aliases: [Wang Li]", "name: Wang Li, distinct-from: [a]", None),
        ],
    )  # fmt: skip
    def test_registers(self, a, b, expected):
        entities = f"entities:\n  a: {{type: person, {a}}}\n  b: {{type: person, {b}}}\n"
        found = [rule for rule, _, _ in said({"r.yaml": entities}, "names")]
        assert found == ([f"names/{expected}"] if expected else [])

    def test_one_letter_from_somebody_else(self):
        entities = """\
        a: {type: person, name: Johanna Hansen, born: 1960}
        b: {type: person, name: Johanna Hanssen, born: 1970}
        """
        found = self.names(
            claim(quote="Johanna Hansen said", names="{Johanna Hansen: a}", measure="m"),
            claim(2, quote="Johanna Hansen went", names="{Johanna Hansen: a}", measure="m"),
            entities=entities,
        )
        assert found == [("names/near-name", "note", ("a#c1",))]


def attribute(name: str, value: str, day: str = "2015-12-09", **more: str) -> str:
    head = f"article: {{title: A story, published: {day}}}\nclaims:\n"
    keys = {"quote": "the words", "subject": "a", "attribute": name, "is": value, **more}
    return head + claim(**keys)


REGISTER = """
    entities:
      a: {type: person, name: Ana Novak}
      x: {type: organization, name: Economic Department}
      y: {type: organization, name: Legal Department}
      case: {type: other, name: the case}
      henan: {type: place, name: Henan}
      zhengzhou: {type: place, name: Zhengzhou, within: henan}
"""


class TestAttributes:
    def pair(self, first: str, second: str, *families: str) -> list[tuple[str, str]]:
        files = tree(r=REGISTER) | {"f.yaml": first, "s.yaml": second}
        return [(rule, severity) for rule, severity, _ in said(files, *families)]

    @pytest.mark.parametrize(
        ("first", "second", "severity"),
        [
            (("birthplace", "Leeds", "2010-01-01"), ("birthplace", "York", "2015-12-09"), "error"),
            (("birthplace", "henan"), ("birthplace", "zhengzhou"), None),
            (("birthplace", "Leeds"), ("birthplace", "Leeds, England"), None),
            (("gender", "female"), ("gender", "male"), "error"),
            (("gender", "woman"), ("gender", "female"), None),
            (("kind", "fixed-wing gunship"), ("kind", "gunship"), None),
            (("nationality", "Chinese"), ("nationality", "American"), "warning"),
            (("nationality", "Chinese"), ("nationality", "[American, Chinese]"), None),
            (("nationality", "Chinese", "2010-01-01"), ("nationality", "American"), None),
            (("party", "Labour"), ("party", "Conservative"), "warning"),
        ],
    )
    def test_conflicts(self, first, second, severity):
        found = self.pair(attribute(*first), attribute(*second), "names")
        assert found == ([("names/conflicting-attribute", severity)] if severity else [])

    @pytest.mark.parametrize(
        ("first", "second", "fires"),
        [
            (("director", "x"), ("director", "y"), True),
            (("director", "x"), ("deputy director", "x"), True),
            (("director", "x"), ("acting director", "x"), False),
            (("director", "x"), ("lawyer", "x"), False),
            (("director", "x"), ("deputy director", "y"), False),
            (("general secretary", "x"), ("secretary", "x"), True),
        ],
    )
    def test_roles(self, first, second, fires):
        one, other = (attribute("role", title, of=body) for title, body in (first, second))
        assert bool(self.pair(one, other, "names")) is fires

    def test_dates_that_are_not_known_meet_nothing(self):
        undated = attribute("nationality", "Chinese").replace(", published: 2015-12-09", "")
        assert self.pair(undated, attribute("nationality", "American"), "names") == []

    @pytest.mark.parametrize(
        ("first", "second", "fires"),
        [
            (("charged", "2010-03-18"), ("convicted", "2010-03-18"), True),
            (("convicted", "2010-03-18"), ("charged", "2010-03-20"), True),
            (("charged", "2010-03-18"), ("convicted", "2010-03-20"), False),
            (("detained", "2010-03-18"), ("arrested", "2010-03-18"), False),
            (("indicted", "2010-03-18"), ("charged", "2010-03-18"), False),
            (("acquitted", "2010-03-18"), ("convicted", "2010-03-18"), True),
            (("acquitted", "2012-03-18"), ("convicted", "2010-03-18"), False),
            (("lawsuit-filed", "2010-03-18"), ("lawsuit-threatened", "2010-03-19"), True),
            (("lawsuit-filed", "2010-03-18"), ("charged", "2010-03-19"), False),
            (("lawsuit-won", "2010-03-18"), ("lawsuit-lost", "2010-03-18"), True),
            (("jailed", "2010-03-18"), ("charged", "2010-03-18"), False),
        ],
    )
    def test_legal_stages(self, first, second, fires):
        one, other = (attribute("legal-stage", *each, of="case") for each in (first, second))
        found = self.pair(one, other, "attribution", "names")
        assert found == ([("attribution/legal-stage-jump", "error")] if fires else [])

    def test_another_case_is_another_ladder(self):
        one = attribute("legal-stage", "charged", of="case")
        assert self.pair(one, attribute("legal-stage", "convicted"), "attribution") == []

    def test_a_case_that_was_overturned_may_begin_again(self):
        files = tree(r=REGISTER) | {
            "f.yaml": attribute("legal-stage", "convicted", "2010-01-01", of="case"),
            "g.yaml": attribute("legal-stage", "overturned", "2012-01-01", of="case"),
            "h.yaml": attribute("legal-stage", "charged", "2013-01-01", of="case"),
        }
        assert said(files, "attribution") == []

    def test_within_one_article_only_stages_with_periods(self):
        both = attribute("legal-stage", "convicted", of="case") + claim(
            2, quote="x", subject="a", attribute="legal-stage", of="case", **{"is": "charged"}
        )
        assert said(tree(r=REGISTER) | {"f.yaml": both}, "attribution") == []
        dated = both.replace("attribute:", "period: 2015-12-09\n  attribute:")
        assert [
            rule for rule, _, _ in said(tree(r=REGISTER) | {"f.yaml": dated}, "attribution")
        ] == ["attribution/legal-stage-jump"]


def quotation(words: str, speaker: str, **more: str) -> str:
    head = f"article: {{title: A story, published: {more.pop('day', '2015-12-09')}}}\nclaims:\n"
    return head + claim(quote=f'"{words}"', speaker=speaker, direct="true", **more)


SPEAKERS = """
    entities:
      city: {type: organization, name: City of Maribor}
      novak: {type: person, name: Ana Novak, part-of: city}
      horvat: {type: person, name: Jan Horvat}
"""


class TestUtterances:
    def pair(self, first: str, second: str) -> list[tuple[str, str]]:
        files = tree(r=SPEAKERS) | {"f.yaml": first, "s.yaml": second}
        return [(rule, severity) for rule, severity, _ in said(files, "attribution")]

    MISMATCH = ("attribution/speaker-mismatch", "error")
    VARIANT = ("attribution/quote-variant", "warning")

    @pytest.mark.parametrize(
        ("first", "second", "expected"),
        [
            (("We shall keep it", "novak"), ("we shall keep it", "horvat"), MISMATCH),
            (("We shall keep it", "novak"), ("we shall keep it.", "city"), None),
            (("Never again", "novak"), ("Never again", "horvat"), None),
            (("We shall keep the levy for years to come", "novak"),
             ("keep the levy for years to come", "horvat"), MISMATCH),
            (("We shall keep the levy for years", "novak"),
             ("We shall keep the tax for years", "novak"), VARIANT),
            (("We shall keep the levy for years", "novak"),
             ("We shall keep the tax for years", "horvat"), None),
            (("We shall keep the levy for years", "novak"), ("shall keep the levy", "novak"), None),
            (("We shall keep the levy for years", "novak"),
             ("Nobody has asked me about the levy", "novak"), None),
        ],
    )  # fmt: skip
    def test_pairs(self, first, second, expected):
        found = self.pair(quotation(*first), quotation(*second))
        assert found == ([expected] if expected else [])

    def test_a_repeated_quotation_is_the_first_speakers(self):
        again = quotation("We shall keep it", "horvat", repeats="f#c1")
        assert self.pair(quotation("We shall keep it", "novak"), again) == []

    def test_two_days_are_two_utterances(self):
        one = quotation("We shall keep the levy for years", "novak", said="2015-12-01")
        other = quotation("We shall keep the tax for years", "novak", said="2015-12-02")
        assert self.pair(one, other) == []


class TestCorrections:
    STORY = """
        article: {title: A story, published: 2009-11-02}
        entities: {a: {type: person, name: Ana Novak}}
        measures: {m: {name: doses}, s: {name: sales, kind: flow}}
        claims:
        - {id: doses, quote: 2.3 million doses, measure: m, value: 2.3 million doses}
        - {id: died, quote: died on 3 May, event: death, date: 2009-05-03}
        - {id: born, quote: born in York, subject: a, attribute: birthplace, is: York}
        - {id: sales, quote: 7 sold, measure: s, value: '7', period: 2008}
    """
    CORRECTION = """
        article: {title: Correction, published: 2009-11-05}
        claims:
        - {id: doses, quote: '230,000 doses, not 2.3 million doses', measure: m, value: '230,000 doses', corrects: story#doses, was: 2.3 million doses, on: 2009-11-05}
        - {id: died, quote: died on 4 May, event: death, date: 2009-05-04, corrects: story#died, was: 2009-05-03}
        - {id: born, quote: born in Leeds, subject: a, attribute: birthplace, is: Leeds, corrects: story#born, was: York}
        - {id: sales, quote: 8 sold, measure: s, value: '8', period: 2008, corrects: story#sales}
    """

    def later(self, claim: str, day: str = "2010-01-20") -> list[tuple[str, tuple[str, ...]]]:
        text = f"article: {{title: Later, published: {day}}}\nclaims:\n- {{id: c, {claim}}}\n"
        files = tree(story=self.STORY, correction=self.CORRECTION) | {"later.yaml": text}
        return [(rule, claims) for rule, _, claims in said(files, "attribution")]

    @pytest.mark.parametrize(
        ("claim", "corrected"),
        [
            ("quote: 2.3 million, measure: m, value: 2.3 million doses", "doses"),
            ("quote: '2,300,000', measure: m, value: '2,300,000 doses'", "doses"),
            ("quote: 3 May, event: death, date: 3 May 2009", "died"),
            ("quote: York, subject: a, attribute: birthplace, is: York", "born"),
            ("quote: 7 sold, measure: s, value: '7', period: 2008", "sales"),
        ],
    )
    def test_returns(self, claim, corrected):
        found = self.later(claim)
        assert found == [
            ("attribution/corrected-value-returns", ("later#c", f"correction#{corrected}"))
        ]
        assert self.later(claim, day="2009-11-04") == []

    @pytest.mark.parametrize(
        "claim",
        [
            "quote: 230 thousand, measure: m, value: 230 thousand doses",
            "quote: 4 May, event: death, date: 2009-05-04",
            "quote: Leeds, subject: a, attribute: birthplace, is: Leeds",
            "quote: 7 sold, measure: s, value: '7', period: 2009",
        ],
    )
    def test_stays_away(self, claim):
        assert self.later(claim) == []
