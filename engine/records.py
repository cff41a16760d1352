"""Frozen records: what ``dataclass(frozen=True, slots=True)`` makes of a class, in a fifth of the time.

Until Python 3.13 a dataclass compiles six methods of its own, half a millisecond, and who opens the window waits for
more than a hundred of them (docs/decisions/005-starting.md). Here only ``__init__`` is compiled. What the library has
for dataclasses works as ever: `field`, `fields`, `replace`, `asdict`, ``__post_init__``, copies and pickles. There is
no ``InitVar``, for nobody has one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from reprlib import recursive_repr
from typing import Any, Final, NoReturn, TypeVar, dataclass_transform, overload

Class = TypeVar("Class", bound=type)


class _Unset:
    """In the place of what a ``default_factory`` is to make."""

    def __repr__(self) -> str:
        return "<factory>"


_UNSET: Final = _Unset()


@overload
def record(cls: Class, /) -> Class: ...


@overload
def record(*, eq: bool = True, kw_only: bool = False, weakref_slot: bool = False) -> Callable[[Class], Class]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: Any = None, /, *, eq: bool = True, kw_only: bool = False, weakref_slot: bool = False) -> Any:
    """Makes records of a class: frozen, with slots, told by the values of their fields and, with ``eq``, equal by them.

    eq: False for records that hold arrays, which have no equality that is one truth value.
    """

    def made(cls: type) -> type:
        shape = dataclass(init=False, repr=False, eq=False, kw_only=kw_only, slots=True, weakref_slot=weakref_slot)
        return _with_methods(shape(cls), eq)

    return made if cls is None else made(cls)


def _with_methods(made: Any, eq: bool) -> type:
    own = dict(vars(made))
    if "__eq__" in own and own["__hash__"] is None:
        del own["__hash__"]  # which Python has put there, not the class
    parts = fields(made)
    methods = {"__init__": _init(made, parts), "__repr__": _repr([each.name for each in parts if each.repr])}
    if eq:
        methods["__eq__"] = _equality([each.name for each in parts if each.compare])
        methods["__hash__"] = _hash([each.name for each in parts if (each.compare if each.hash is None else each.hash)])
    for name, method in methods.items():
        if name not in own:
            setattr(made, name, method)
    made.__setattr__, made.__delattr__ = _refuse_to_set, _refuse_to_delete
    made.__getstate__, made.__setstate__ = _state, _set_state
    return made  # type: ignore[no-any-return]


def _init(cls: type, parts: Sequence[Field[Any]]) -> Callable[..., None]:
    """``def __init__(self, a, b=_default_b): _set_a(self, a); _set_b(self, b)``, with the setters of the slots."""
    names: dict[str, Any] = {"__name__": cls.__module__, "_unset": _UNSET}
    arguments, lines = ["self"], []
    for each in sorted(parts, key=lambda each: bool(each.kw_only)):
        name, value, default = each.name, each.name, ""
        if each.default is not MISSING:
            names[f"_default_{name}"] = each.default
            default = f"_default_{name}"
        elif each.default_factory is not MISSING:
            names[f"_make_{name}"] = each.default_factory
            default, value = "_unset", f"_make_{name}() if {name} is _unset else {name}"
        if each.init:
            if each.kw_only and "*" not in arguments:
                arguments.append("*")
            arguments.append(f"{name}={default}" if default else name)
        elif default:
            value = default if each.default is not MISSING else f"_make_{name}()"
        else:
            continue  # for `__post_init__` to set
        names[f"_set_{name}"] = getattr(cls, name).__set__
        lines.append(f" _set_{name}(self, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append(" self.__post_init__()")
    exec(f"def __init__({', '.join(arguments)}):\n" + ("\n".join(lines) or " pass"), names)
    init: Any = names["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    init.__annotations__ = {each.name: each.type for each in parts if each.init} | {"return": None}
    return init  # type: ignore[no-any-return]


def _repr(names: Sequence[str]) -> Callable[[Any], str]:
    @recursive_repr()
    def shown(self: Any) -> str:
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    return shown


def _values(names: Sequence[str]) -> Callable[[Any], Any]:
    # Of one name `attrgetter` gets no tuple, and a tuple says that NaN equals itself where it is the same object.
    return attrgetter(*names) if len(names) > 1 else lambda self: tuple(getattr(self, name) for name in names)


def _equality(names: Sequence[str]) -> Callable[[Any, object], bool]:
    values = _values(names)

    def is_equal(self: Any, other: object) -> bool:
        return values(self) == values(other) if type(other) is type(self) else NotImplemented

    return is_equal


def _hash(names: Sequence[str]) -> Callable[[Any], int]:
    values = _values(names)

    def hash_of(self: Any) -> int:
        return hash(values(self))

    return hash_of


def _refuse_to_set(self: object, name: str, value: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: object, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, each.name) for each in fields(self)]


def _set_state(self: Any, state: Sequence[Any]) -> None:
    for each, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, each.name, value)
