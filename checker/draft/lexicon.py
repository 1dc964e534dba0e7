"""English words: their base forms, what they can be, and which mean nearly the same.

Synonyms come from WordNet 3.1 (`checker/data/lexicon`): two words are near where they share a
synset, or where a synset of one lies directly above one of the other.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from msgspec import Struct

from checker.draft.words import word_set


class _Lexicon(Struct, frozen=True):
    senses: dict[str, dict[str, frozenset[int]]]
    parent: dict[int, int]
    irregular: dict[str, dict[str, str]]


@lru_cache(maxsize=1)
def _lexicon() -> _Lexicon:
    folder = files("checker") / "data" / "lexicon"
    senses: dict[str, dict[str, set[int]]] = {"n": {}, "v": {}}
    parent: dict[int, int] = {}
    for line in (folder / "synsets.tsv").read_text(encoding="utf-8").splitlines():
        key, above, words = line.split("\t")
        pos = key[0]
        synset = int(key[1:])
        if above:
            parent[synset] = int(above)
        for word in words.split():
            senses[pos].setdefault(word, set()).add(synset)
    irregular: dict[str, dict[str, str]] = {"n": {}, "v": {}}
    for line in (folder / "irregular.tsv").read_text(encoding="utf-8").splitlines():
        pos, base, forms = line.split("\t")
        irregular[pos].update(dict.fromkeys(forms.split(), base))
    frozen = {
        pos: {word: frozenset(found) for word, found in words.items()}
        for pos, words in senses.items()
    }
    return _Lexicon(frozen, parent, irregular)


def known(word: str, pos: str) -> bool:
    """Whether the base form `word` is a noun (`n`) or a verb (`v`)."""
    return word in _lexicon().senses[pos]


@lru_cache(maxsize=50_000)
def noun(word: str) -> str:
    """The singular of a noun in lower case; a word that is not known is cut by the usual endings."""
    irregular = _lexicon().irregular["n"]
    if word in irregular:
        return irregular[word]
    if word.endswith("men") and len(word) > 5:
        return f"{word[:-3]}man"
    if not word.endswith("s") or word.endswith(("ss", "us", "is")) or len(word) < 4:
        return word
    for candidate in _singulars(word):
        if known(candidate, "n"):
            return candidate
    return word[:-1]


def _singulars(word: str) -> list[str]:
    found = [word[:-1]]
    if word.endswith("ies"):
        found.insert(0, word[:-3] + "y")
    if word.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
        found.append(word[:-2])
    if word.endswith("ves"):
        found += [word[:-3] + "f", word[:-3] + "fe"]
    return found


@lru_cache(maxsize=50_000)
def verb(word: str) -> str | None:
    """The base form of a verb in lower case, or None where the word is no form of a known verb."""
    irregular = _lexicon().irregular["v"]
    if word in irregular:
        return irregular[word]
    for candidate in [word, *_base_forms(word)]:
        if known(candidate, "v"):
            return candidate
    return None


def _base_forms(word: str) -> list[str]:
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1:
            found = [stem + "e", stem] if stem[-1] not in "wxy" else [stem, stem + "e"]
            if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "sl":
                found.insert(0, stem[:-1])
            elif len(stem) > 2 and stem[-1] == stem[-2]:
                found.append(stem[:-1])
            if stem.endswith("i"):
                found.insert(0, stem[:-1] + "y")
            return found
    if word.endswith("ies"):
        return [word[:-3] + "y"]
    if word.endswith("es"):
        return [word[:-1], word[:-2]]
    return [word[:-1]] if word.endswith("s") and not word.endswith("ss") else []


def is_plural(word: str) -> bool:
    """Whether a word in lower case is the plural of a noun (or a noun that counts without one)."""
    if word in _lexicon().irregular["n"] or word in UNINFLECTED:
        return True
    return noun(word) != word and (known(noun(word), "n") or len(word) > 4)


UNINFLECTED = word_set("people police staff personnel cattle sheep fish aircraft troops")


@lru_cache(maxsize=50_000)
def synonymous(a: str, b: str, pos: str) -> bool:
    """Whether two base forms are one word or near in meaning."""
    if a == b or stem(a) == stem(b):
        return True
    lexicon = _lexicon()
    ours, theirs = _senses(a, pos), _senses(b, pos)
    if ours & theirs:
        return True
    above = lexicon.parent
    return any(above.get(s) in theirs for s in ours) or any(above.get(s) in ours for s in theirs)


def _senses(word: str, pos: str) -> frozenset[int]:
    """The synsets of a word; a noun's plural may have more (`assets`)."""
    senses = _lexicon().senses[pos]
    own = senses.get(word, frozenset())
    return own | senses.get(f"{word}s", frozenset()) if pos == "n" else own


@lru_cache(maxsize=10_000)
def names_persons(word: str) -> bool:
    """Whether a noun in its base form first of all means people: what `who` and `them` go with."""
    lexicon = _lexicon()
    persons = lexicon.senses["n"]["person"]
    for synset in lexicon.senses["n"].get(word, frozenset()):
        above: int | None = synset
        while above is not None:
            if above in persons:
                return True
            above = lexicon.parent.get(above)
    return False


_ENDINGS = (
    "ation",
    "ment",
    "ance",
    "ence",
    "ion",
    "ing",
    "ers",
    "ees",
    "er",
    "or",
    "ee",
    "al",
    "ed",
    "s",
    "e",
)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """What a verb and the nouns made from it share: employ, employee, employment."""
    for ending in _ENDINGS:
        cut = word.removesuffix(ending)
        if cut != word and len(cut) > 3:
            return cut
    return word
