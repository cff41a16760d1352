"""Names in one file that mean the same as names in another: columns and classes, case and surrounding blanks aside.

The functions stand by themselves, since exported scripts have them too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence


def folded(name: str) -> str:
    """What is the same in all ways to write a name."""
    return name.strip().casefold()


def folded_class(name: str) -> str:
    """The same for a class, which may be a number: 3, 3.0 and 03 are one. Beyond 2^53 numbers are not exact."""
    try:
        number = float(name)
    except ValueError:
        return folded(name)
    return repr(number).removesuffix(".0") if abs(number) < 2**53 else folded(name)


def finder(names: Sequence[str], fold: Callable[[str], str] = folded) -> Callable[[str], int | None]:
    """Says at which place a name stands: the very same, or else the only one that is the same when folded."""
    exact = {name: place for place, name in enumerate(names)}
    alike: dict[str, int | None] = {}
    for place, name in enumerate(names):
        alike[fold(name)] = None if fold(name) in alike else place
    return lambda name: exact.get(name, alike.get(fold(name)))


def places_of(wanted: Sequence[str], found: Sequence[str]) -> list[int | None]:
    """Where each of the wanted columns stands among those found. None: it is not there, or another has its place."""
    place_of, others = finder(found), set(wanted)
    places = [place_of(name) for name in wanted]
    return [
        None if place is None or (found[place] != name and found[place] in others) else place
        for name, place in zip(wanted, places, strict=True)
    ]
