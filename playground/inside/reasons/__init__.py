"""The view of reasons: which pixels the answer of a lane hangs on."""
