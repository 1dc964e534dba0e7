"""Page furniture inside the article's text, or a paragraph printed twice.

## What it checks
Paragraphs that belong to the web page and not to the article ("Like us on Facebook", "Read more:",
"Advertisement", "Sign up for our newsletter"), and a paragraph or caption that stands in the text a
second time, with or without its bullet and credit.

## Why
A text that was copied with its page around it may hold other articles' words, and figures that are
counted twice.

## Fires
```yaml
# file: levy.yaml
article: {title: The levy, text: levy.txt}
claims: []
# text-finding: 2 note "twice"
# text-finding: 3 note "Like Us on Facebook"
# text: levy.txt
• The mayor of Maribor waits for the council's vote on the levy.
The mayor of Maribor waits for the council's vote on the levy. (Photo: Agency)
Like Us on Facebook
The levy brought in 640,000 euros.
```

## Silent
```yaml
# file: levy.yaml
article: {title: The levy, text: levy.txt}
claims: []
# text: levy.txt
Like us, he said, the readers advertise on Facebook.
"No."
The levy brought in 640,000 euros, and its advertisement cost nothing.
"No."
```

## Source
Page furniture as found in copies of news pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.facts.evidence import finding
from checker.facts.facts import Facts
from checker.finding import Finding, Severity
from checker.language.passages import fold
from checker.model.claim import ClaimFile
from checker.model.text import ArticleText

_FURNITURE = re.compile(
    r"(?:like|follow|join|find|add) (?:us|me) on [\w ,&/]+"
    r"|(?:please )?(?:like|share|tweet|pin|email|print)(?: this)?(?: (?:article|story|page|post))?"
    r"|share (?:this|on|via)\b.{0,60}"
    r"|(?:read|see|view|watch|learn|show|load) (?:more|also|next|all)(?: (?:stories|articles|news|comments))?"
    r"|(?:read more|read also|also read|see also|related|more from|more on|up next|don't miss|recommended"
    r"|most read|trending|most popular|editor's picks?|related (?:stories|articles|links|news|coverage|topics))\s*:.{0,120}"
    r"|(?:related|recommended|popular|trending|latest) (?:stories|articles|links|news|posts|coverage|topics|videos)"
    r"|most (?:read|popular|viewed|shared)|you may also like|you might also like|editor's picks?|trending now|up next"
    r"|(?:advertisement|advertisements|advertising|sponsored(?: content| links)?|promoted(?: content)?|ad)"
    r"|(?:story|article) continues (?:below|after)(?: the| this)?(?: advertisement| ad| video)?"
    r"|(?:continue reading|keep reading|scroll (?:down )?(?:to|for) (?:continue|more))\b.{0,60}"
    r"|(?:sign up|subscribe|register)(?: now| today| here| free)? (?:for|to) (?:our|the|a|your|daily|free|get|receive)\b.{0,120}"
    r"|(?:get|receive) (?:our|the|your) .{0,60}newsletters?\b.{0,60}|subscribe(?: now)?|sign in|log in|newsletter"
    r"|(?:click|tap) here (?:to|for)\b.{0,80}|download (?:our|the) (?:free )?app\b.{0,60}|support our journalism\b.{0,60}"
    r"|(?:view|post|leave|add|read|show)?\s*(?:a |all |\d+ )?comments?(?: \(\d+\))?|(?:back|skip|return) to (?:top|content|main content)"
    r"|(?:©|\(c\)|copyright) .{0,120}|.{0,60}all rights reserved.{0,20}|(?:we|this (?:web)?site) uses? cookies\b.{0,120}"
    r"|enter your e-?mail(?: address)?.{0,40}|loading(?: \.\.\.|\.\.\.)?|photo gallery|view gallery|print this page|font size.{0,20}",
    re.IGNORECASE,
)
_LONGEST = 200  # characters; page furniture is short
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
_BULLET = re.compile(r"^\W+")
_CREDIT = re.compile(
    r"[(\[]\s?(?:photo|image|picture|credit|file|source|foto|getty|reuters|ap\b|afp)[^()\[\]]{0,100}[)\]]\.?$",
    re.IGNORECASE,
)
_WORDS = 6  # of a paragraph that nobody writes twice by chance
_SHOWN = 60


def check_file(file: ClaimFile, facts: Facts) -> Iterator[Finding]:
    """Furniture and repeated paragraphs of the article's text."""
    text = facts.text(file)
    if text is None:
        return
    first_line: dict[str, int] = {}
    for paragraph in _PARAGRAPH.finditer(text.text):
        start, end = paragraph.span()
        words = fold(paragraph[0].strip()).text if len(paragraph[0]) < _LONGEST else ""
        if _FURNITURE.fullmatch(words.rstrip(" .!»>")):
            yield _note(
                facts,
                text,
                (start, end),
                f"This belongs to the page, not to the article: “{words}”.",
            )
            continue
        core = _core(paragraph[0])
        if len(core.split()) < _WORDS:
            continue
        if core in first_line:
            message = f"This paragraph is printed twice, first in line {first_line[core]}: “{_clip(core)}”."
            yield _note(facts, text, (start, end), message)
        else:
            first_line[core] = text.span(start, end).line


def _note(facts: Facts, text: ArticleText, where: tuple[int, int], message: str) -> Finding:
    place = text.span(*where)
    return finding(
        facts, Severity.NOTE, message, [], at=place, subject=text.text[slice(*where)].strip()
    )


def _core(paragraph: str) -> str:
    """The paragraph without its bullet and its photographer's credit."""
    return _CREDIT.sub("", _BULLET.sub("", paragraph.strip())).rstrip()


def _clip(words: str) -> str:
    return words if len(words) <= _SHOWN else words[:_SHOWN].rpartition(" ")[0] + " …"
