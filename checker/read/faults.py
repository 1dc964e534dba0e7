"""What in a document is against the schema, fault by fault, for `complaints` to word.

The library jsonschema finds the faults: it says which part of the schema an instance breaks. It is
far slower than the check that says yes, so that only documents which fail come here: 10,000 faulty
claims take it two seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any

import jsonschema_rs
from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend
from msgspec import Struct

Path = tuple[str | int, ...]

_KIND_OF_CLAIM = ["properties", "claims", "items", "allOf", 0]


class Fault(Struct, frozen=True):
    """One part of the schema, `rule`, whose `keyword` does not hold for the instance at `path`.

    `name` is the key that is missing (`required`, `dependentRequired`). `of_kind`: the rule is one
    of those that make a claim a quantity, an event, an age, an attribute or an utterance.
    """

    keyword: str
    path: Path
    instance: Any
    rule: Mapping[str, Any]
    name: str = ""
    of_kind: bool = False


def faults(data: Any, schema: Mapping[str, Any]) -> Iterator[Fault]:
    """All faults of a document."""
    for error in _Validator(schema).iter_errors(data):
        steps = list(error.schema_path)
        keyword = "propertyNames" if "propertyNames" in steps[-2:] else str(error.validator)
        yield Fault(
            keyword,
            tuple(error.path),
            error.instance,
            error.schema if isinstance(error.schema, dict) else {},
            error.message if keyword in _MISSING else "",
            steps[: len(_KIND_OF_CLAIM)] == _KIND_OF_CLAIM,
        )


_MISSING = ("required", "dependentRequired")


def _required(_: Any, keys: list[str], instance: Any, __: Any) -> Iterator[ValidationError]:
    """As in the library, but the message is just the missing key."""
    if isinstance(instance, dict):
        for key in keys:
            if key not in instance:
                yield ValidationError(key)


def _dependent(
    _: Any, needs: dict[str, list[str]], instance: Any, __: Any
) -> Iterator[ValidationError]:
    if isinstance(instance, dict):
        missing = {key for each, keys in needs.items() if each in instance for key in keys}
        for key in sorted(missing - instance.keys()):
            yield ValidationError(key)


def _pattern(_: Any, pattern: str, instance: Any, __: Any) -> Iterator[ValidationError]:
    """Python reads `$` and blanks otherwise than JSON Schema: what the fast check says holds here."""
    if isinstance(instance, str) and not _matcher(pattern)(instance):
        yield ValidationError(pattern)


@lru_cache(maxsize=64)
def _matcher(pattern: str) -> Callable[[Any], bool]:
    return jsonschema_rs.Draft202012Validator({"pattern": pattern}).is_valid


_Validator = extend(  # type: ignore[no-untyped-call]  # its stub has no types
    Draft202012Validator,
    {"required": _required, "dependentRequired": _dependent, "pattern": _pattern},
)
