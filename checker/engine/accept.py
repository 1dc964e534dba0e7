"""Accepting a finding: its waiver goes into the claim file of the claim that it is placed at."""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

from checker.facts.values import values_of
from checker.finding import Finding
from checker.model.claim import Claim, ClaimFile
from checker.read.waive import Uneditable, Waiver, with_waiver
from checker.report.write import write_file

SHORTEST = 4
# Line and paragraph separators, controls, halves of characters, and overrides of direction.
_REFUSED = {"Cc", "Zl", "Zp", "Cs"}
_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class CannotAccept(Exception):
    """A finding that no waiver can be written for; the message says why, and what to do."""


def chosen(prefix: str, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings whose fingerprint begins so: one, or several that are equal.

    Raises:
        CannotAccept: there is none, or there are different ones.
    """
    wanted = prefix.lower()
    if len(wanted) < SHORTEST:
        raise CannotAccept(f"type at least {SHORTEST} characters of the fingerprint")
    found = [each for each in findings if each.fingerprint.startswith(wanted)]
    if not found:
        raise CannotAccept(
            f"there is no open finding with the fingerprint {prefix}; `--verbose` shows them"
        )
    if len({each.fingerprint for each in found}) > 1:
        several = ", ".join(sorted({each.fingerprint for each in found}))
        raise CannotAccept(f"several fingerprints begin with {prefix}: {several}")
    return tuple(found)


def check_words(name: str, words: str) -> str:
    """The words of a person, in any script, on one line.

    Raises:
        CannotAccept: there are none, or they hold control characters.
    """
    if not words.strip():
        raise CannotAccept(f"{name}: say it in words")
    for each in words:
        if unicodedata.category(each) in _REFUSED or each in _OVERRIDES:
            raise CannotAccept(
                f"{name}: U+{ord(each):04X} is a control character; write one line of plain text"
            )
    return words.strip()


def waiver_for(
    finding: Finding, files: Sequence[ClaimFile], *, reason: str, by: str, until: str
) -> Waiver:
    """The entry for `accept`, with the values of the finding's claims as they are now."""
    claims = _claims(finding, files)
    values = dict.fromkeys(value for claim in claims for value in values_of(claim))
    waiver: dict[str, str | list[str]] = {"rule": finding.rule, "reason": reason}
    waiver |= {"by": by} if by else {}
    waiver |= {"until": until} if until else {}
    return waiver | ({"values": list(values)} if values else {})


def _claims(finding: Finding, files: Sequence[ClaimFile]) -> list[Claim]:
    known = {claim.key: claim for file in files for claim in file.claims}
    return [known[key] for key in finding.claims if key in known]


def write_waiver(finding: Finding, files: Sequence[ClaimFile], waiver: Waiver) -> str:
    """Put the waiver into the file of the finding's first claim; gives the file's path.

    Raises:
        CannotAccept: the finding rests on no claim, or its claim cannot be added to.
        UnwritableError: the system refuses it.
    """
    claims = _claims(finding, files)
    if not claims:
        raise CannotAccept(
            f"this finding rests on no claim that could carry a waiver; leave it out with --ignore "
            f"{finding.rule}, or take it into the baseline"
        )
    path, line = claims[0].path, claims[0].places.own[0]
    data = _bytes(path)
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    try:
        text = data[len(mark) :].decode()
        changed = with_waiver(text, claims[0].places.own, waiver)
    except UnicodeDecodeError:
        raise CannotAccept(f"{path}: save this file as UTF-8 first") from None
    except Uneditable as error:
        raise CannotAccept(
            f"{path}:{line}: this claim is written in a way that cannot be added to; put this under "
            f"its `accept` yourself:\n{error}"
        ) from None
    if _bytes(path) != data:
        raise CannotAccept(f"{path}: the file was changed meanwhile; run this again")
    write_file(path, mark.decode() + changed)
    return path


def _bytes(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise CannotAccept(f"{path}: cannot be opened ({error.strerror})") from None
