"""Builds the table of frequent given names from the lists of Faker.

    python bench/build_given_names.py checker/data/names/frequent_given.txt

Needs Faker (PyPI: `Faker`, MIT License); it is no dependency of ours. A name is kept that three of
its countries' lists have: what one list alone has may be a rare spelling, and so a likely slip.
Lists that are no statistics of a population but everything allowed are left out, and so are names
that are a surname in as many lists.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
import textwrap
from collections import Counter
from importlib.metadata import version
from pathlib import Path

from checker.language.names.fold import fold
from checker.language.names.tables import entries, families

LISTS = 3
LEFT_OUT = {"en", "es", "is_IS", "ga_IE", "en_PK", "de_LI"}
GIVEN = ("first_names", "first_names_male", "first_names_female")
SURNAMES = ("last_names", "last_names_male", "last_names_female", "last_romanized_names")
HEAD = """\
# Given names that at least {lists} of the lists of Faker {version} have (https://github.com/joke2k/faker, MIT License,
# Copyright (c) 2012 Daniele Faraglia), folded, without those of given_names.txt and known_names.txt.
# A slip of one of them that makes another of them is another name. Built by bench/build_given_names.py.
"""


def names_of(locale: str, kinds: tuple[str, ...]) -> set[str]:
    """The folded names of a country's lists that are one word in Latin letters."""
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    lists = [getattr(provider, kind, ()) for kind in kinds]
    written = {name for names in lists if not isinstance(names, property) for name in names}
    return {name for name in map(fold, written) if re.fullmatch("[a-z]{3,}", name)}


def main() -> None:
    """Write the table to the path given."""
    import faker.providers.person as persons

    count, surnames = Counter[str](), Counter[str]()
    for module in pkgutil.iter_modules(persons.__path__):
        if module.ispkg and module.name not in LEFT_OUT:
            count.update(names_of(module.name, GIVEN))
            surnames.update(names_of(module.name, SURNAMES))
    ours = entries("known_names.txt") | families("given_names.txt").keys()
    frequent = (name for name, n in count.items() if n >= LISTS and n > surnames[name])
    kept = sorted(name for name in frequent if name not in ours)
    head = HEAD.format(lists=LISTS, version=version("faker"))
    Path(sys.argv[1]).write_text(head + textwrap.fill(" ".join(kept), 120) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
