"""A hash of arrays tells every difference in what they hold, and none in how they lie in memory."""

from __future__ import annotations

import hashlib

import numpy as np

from engine.data.fingerprint import hash_of


def test_a_hash_is_that_of_a_heading_and_the_bytes() -> None:
    whole = b"(2,) <i2;" + bytes([1, 0, 2, 0])
    assert hash_of([np.array([1, 2], "<i2")]) == hashlib.blake2b(whole, digest_size=16).hexdigest()


def test_every_difference_of_values_shape_type_and_order_is_told() -> None:
    a, b = np.arange(6, dtype=np.float32), np.zeros(2, np.float32)
    changed = a.copy()
    changed[5] = np.nextafter(a[5], 9)
    different = [[a], [a.reshape(2, 3)], [a.reshape(3, 2)], [a.view(np.int32)], [changed], [a, b], [b, a], [a[:5]], []]
    assert len({hash_of(each) for each in different}) == len(different)


def test_how_arrays_lie_in_memory_is_no_matter() -> None:
    a = np.arange(12.0).reshape(3, 4)
    assert hash_of([a]) == hash_of([np.asfortranarray(a)]) == hash_of([np.repeat(a, 2, axis=1)[:, ::2]])
