"""Finds the rules by walking the package: a new file is a new rule, listed nowhere else.

Rules of installed packs (see `checker.packs`) are found the same way.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import lru_cache
from inspect import cleandoc
from types import ModuleType

from msgspec.structs import replace

from checker import rules
from checker.packs import Pack, packs
from checker.rules._rule import Rule

_PARTS = ("check_file", "check_tree", "constrain", "describe")


@lru_cache(maxsize=1)
def all_rules() -> tuple[Rule, ...]:
    """Every rule, sorted by id.

    Raises:
        TypeError: a module under `rules/` that defines no part of a rule, or has no page.
        BrokenPack: a rule of a pack cannot be imported or is none.
    """
    found: list[Rule] = []
    for family in pkgutil.iter_modules(rules.__path__):
        if not family.ispkg:
            continue
        package = importlib.import_module(f"{rules.__name__}.{family.name}")
        modules = pkgutil.iter_modules(package.__path__)
        found += [_rule(family.name, module.name) for module in modules]
    families = {rule.family for rule in found}
    for pack in packs():
        if pack.name in families:
            raise pack.broken("its name is that of a family of rules; it must have its own")
        found += _rules_of(pack)
    return tuple(sorted(found, key=lambda rule: rule.id))


def rule_ids() -> frozenset[str]:
    """The ids of all rules."""
    return frozenset(rule.id for rule in all_rules())


def _rule(family: str, name: str) -> Rule:
    module = importlib.import_module(f"{rules.__name__}.{family}.{name}")
    return as_rule(f"{family}/{name.replace('_', '-')}", module)


def _rules_of(pack: Pack) -> Iterator[Rule]:
    for module in pkgutil.iter_modules([str(pack.folder / "rules")]):
        try:
            loaded = importlib.import_module(f"{pack.module}.rules.{module.name}")
            rule = as_rule(f"{pack.name}/{module.name.replace('_', '-')}", loaded)
        except Exception as error:  # whatever a pack's own code does at import
            raise pack.broken(f"rules/{module.name}.py: {type(error).__name__}: {error}") from error
        yield replace(rule, pack=pack.name)


def as_rule(rule_id: str, module: ModuleType) -> Rule:
    """The rule that a module defines.

    Raises:
        TypeError: the module defines no part of a rule, or has no page.
    """
    parts = {part: getattr(module, part) for part in _PARTS if hasattr(module, part)}
    if not parts and not getattr(module, "PASSIVE", False):
        raise TypeError(f"{module.__name__} defines no rule: give it check_file or constrain")
    if not module.__doc__:
        raise TypeError(f"{module.__name__} has no page: its docstring is the page of the rule")
    page = cleandoc(module.__doc__)
    return Rule(rule_id, page, **parts, selected_only=getattr(module, "SELECTED_ONLY", False))
