"""Articles checked as they are: drafted in memory, judged like claim files, placed in the text.

Two articles are also compared sentence by sentence (`checker.draft.pairs`), because what is plainly
the same sentence with another figure needs no claim to be seen.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import combinations

from msgspec.structs import replace

from checker.draft.claims import Draft, DraftClaim
from checker.draft.compose import compose, unread
from checker.draft.emit import write
from checker.draft.pairs import Clash, Passage, clashes
from checker.draft.verdict import verdict
from checker.facts.facts import Facts
from checker.finding import Finding, Related, Severity
from checker.fingerprint import fingerprint
from checker.language.quantity import read_quantity
from checker.model.text import ArticleText
from checker.read.article_bytes import NotText, read_article
from checker.read.load import Loaded, read_text
from checker.result import Result, Summary
from checker.run import Options, judge
from checker.span import Span

# What a draft says by construction needs no check: its quotes, its form, what it is unsure of.
_FAMILIES = ("numbers", "money", "units", "time", "names", "attribution")
_TEXT_RULES = ("source/unbalanced-quotation", "source/boilerplate")
_VALUES = "numbers/conflicting-values"
_DATES = "time/conflicting-dates"


def scan_texts(
    texts: Mapping[str, str | bytes],
    *,
    published: str | None = None,
    options: Options | None = None,
    unopened: Mapping[str, str] | None = None,
) -> Result:
    """Draft and check articles given by name as text or its bytes, each by itself and against the others.

    `published` is the date of publication of all of them (EDTF); without it what is relative to it
    stays open. Findings stand at the articles' own lines; what is no text is one too, and so is what
    could not be opened: `unopened` says by name why.
    """
    chosen = options or Options()
    readable, unreadable = _read(texts)
    scan = _Scan(readable, published)
    joint = list(scan.compare())
    select = chosen.select or (*_FAMILIES, *_TEXT_RULES)
    judging = replace(chosen, select=select, repairs=False)
    # each by itself: what two drafts call alike need not be one thing
    loaded = [scan.loaded(name) for name in scan.drafts]
    judged = [judge(each, judging) for each in loaded]
    own = [
        scan.placed(finding)
        for result in judged
        for finding in result.findings
        if not scan.is_strained(finding)
    ]
    facts = Facts(
        tuple(file for each in loaded for file in each.files),
        {name: text for each in loaded for name, text in each.texts.items()},
    )
    refused = [*unreadable, *(_unreadable(name, why) for name, why in (unopened or {}).items())]
    own += [*scan.cut_off(), *refused]
    seen = {frozenset(finding.claims) for finding in own}
    selection = chosen.selection
    new = [f for f in joint if frozenset(f.claims) not in seen and selection.wants(f)]
    own += [replace(selection.graded(f), fingerprint=fingerprint(facts, f)) for f in new]
    return _result(own, judged, chosen, len(judged) + len(refused))


def _read(texts: Mapping[str, str | bytes]) -> tuple[dict[str, str], list[Finding]]:
    """The texts that can be read, and a finding for each of the others."""
    readable: dict[str, str] = {}
    unreadable = []
    for name, given in texts.items():
        try:
            readable[name] = given if isinstance(given, str) else read_article(given)
        except NotText as error:
            unreadable.append(_unreadable(name, str(error)))
    return readable, unreadable


def _unreadable(name: str, why: str) -> Finding:
    return Finding("format/unreadable-file", Severity.ERROR, why, Span(name, 1, 1, 1, 1))


class _Scan:
    """The drafts of several articles, and where their claims stand in the texts."""

    def __init__(self, texts: Mapping[str, str], published: str | None) -> None:
        self.paths = {_file_id(name): name for name in texts}
        self.unread = {_file_id(name): unread(text) for name, text in texts.items()}
        self.drafts = {_file_id(name): compose(text, published) for name, text in texts.items()}
        self.texts = {
            name: ArticleText(self.paths[name], draft.text, _digest(draft.text))
            for name, draft in self.drafts.items()
        }
        self.added: Counter[str] = Counter()
        self.by_sentence: dict[str, dict[int, list[DraftClaim]]] = {}
        self.claims: dict[str, DraftClaim] = {}
        for name, draft in self.drafts.items():
            self.claims.update((f"{name}#{claim.id}", claim) for claim in draft.claims)

    def compare(self) -> Iterator[Finding]:
        """Findings that join two articles."""
        for first, second in combinations(self.drafts, 2):
            for clash in clashes(self.drafts[first].text, self.drafts[second].text):
                yield self._finding(first, second, clash)

    def loaded(self, name: str) -> Loaded:
        """One draft as a claim file, as if it had been read."""
        path = self.paths[name]
        file, findings = read_text(path, name, write(self.drafts[name]))
        files = (file,) if file is not None else ()
        return Loaded(files, findings, frozenset((path,)), {name: self.texts[name]})

    def is_strained(self, finding: Finding) -> bool:
        """Whether two figures only differ as a bound and a figure beyond its next round number.

        A claim file may say so; in an article that nobody has looked at, "more than 150" and 163
        are one thing said twice.
        """
        values = [
            self.claims[key].keys.get("value") for key in finding.claims if key in self.claims
        ]
        if (
            finding.rule != _VALUES
            or len(values) != 2
            or not all(isinstance(v, str) for v in values)
        ):
            return False
        return verdict(read_quantity(str(values[0])), read_quantity(str(values[1]))) is None

    def placed(self, finding: Finding) -> Finding:
        """The finding at the passage of its first claim, its related claims at theirs."""
        first = next((claim for claim in finding.claims if claim in self.claims), None)
        related = tuple(
            replace(each, span=self._span(each.claim)) if each.claim in self.claims else each
            for each in finding.related
        )
        unsure = any(self.claims[claim].doubts for claim in finding.claims if claim in self.claims)
        severity = finding.severity.at_most(Severity.WARNING) if unsure else finding.severity
        span = self._span(first) if first else finding.span
        return replace(finding, span=span, related=related, severity=severity)

    def cut_off(self) -> Iterator[Finding]:
        """A warning for each text that is too long to be read whole."""
        for name, words in self.unread.items():
            if words:
                text = self.texts[name]
                end = text.span(len(text.text), len(text.text))
                yield Finding("format/unreadable-file", Severity.WARNING, words, end, subject=words)

    def _span(self, key: str) -> Span:
        name = key.partition("#")[0]
        return self.texts[name].span(*self.claims[key].passage)

    def _finding(self, first: str, second: str, clash: Clash) -> Finding:
        keys = [self._claim(first, clash.first), self._claim(second, clash.second)]
        related = tuple(
            Related(key, self._span(key), self._sentence(key, passage), "")
            for key, passage in zip(keys, (clash.first, clash.second), strict=True)
        )
        sure = (
            "Two sentences that are the same but for this"
            if clash.strong
            else "What looks like the same thing"
        )
        return Finding(
            rule=_DATES if clash.is_date else _VALUES,
            severity=clash.severity,
            message=f"{sure}: “{clash.first.words}” in {first}, but “{clash.second.words}” in {second}.",
            span=self._span(keys[0]),
            claims=tuple(keys),
            related=related,
        )

    def _sentence(self, key: str, passage: Passage) -> str:
        return self.texts[key.partition("#")[0]].text[passage.sentence[0] : passage.sentence[1]]

    def _claim(self, name: str, passage: Passage) -> str:
        """The claim that states the passage; one is drafted where there is none yet."""
        draft = self.drafts[name]
        for claim in self._claims_of_sentence(name).get(passage.sentence[0], ()):
            if (
                claim.passage[0] < passage.end
                and passage.start < claim.passage[1]
                and claim.kind != "role"
            ):
                return f"{name}#{claim.id}"
        return self._add(name, draft, passage)

    def _claims_of_sentence(self, name: str) -> dict[int, list[DraftClaim]]:
        """The claims of a draft by where their sentences begin."""
        if name not in self.by_sentence:
            self.by_sentence[name] = defaultdict(list)
            for claim in self.drafts[name].claims:
                self.by_sentence[name][claim.start].append(claim)
        return self.by_sentence[name]

    def _add(self, name: str, draft: Draft, passage: Passage) -> str:
        self.added[name] += 1
        claim = DraftClaim(
            f"passage-{self.added[name]}", "figure", *passage.sentence, (passage.start, passage.end)
        )
        if passage.value:
            draft.measures[claim.id] = {"name": passage.words}
            claim.keys = {"measure": claim.id, "value": passage.value}
        else:
            claim.keys = {"event": claim.id, "date": passage.words}
        draft.claims.append(claim)
        self._claims_of_sentence(name)[claim.start].append(claim)
        self.claims[f"{name}#{claim.id}"] = claim
        return f"{name}#{claim.id}"


def _file_id(name: str) -> str:
    for ending in (".txt", ".md", ".markdown", ".yaml"):
        name = name.removesuffix(ending)
    return name


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _result(
    findings: Iterable[Finding], judged: Sequence[Result], options: Options, files: int
) -> Result:
    ordered = sorted(
        findings, key=lambda f: (f.span.path, f.span.line, f.rule, f.span.column, f.message)
    )
    errors, warnings, notes = (sum(f.severity is each for f in ordered) for each in Severity)
    summary = Summary(
        files=files,
        claims=sum(result.summary.claims for result in judged),
        errors=errors,
        warnings=warnings,
        notes=notes,
        rules=max((result.summary.rules for result in judged), default=0),
    )
    fails = any(options.fails(f.severity) for f in ordered)
    crashed = any(result.status == 2 for result in judged)
    return Result(tuple(ordered), summary, 2 if crashed else int(fails))
