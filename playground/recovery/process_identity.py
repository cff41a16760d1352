"""Which processes are still alive: each is known by its number and by when it started, as numbers are used again."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path


def started(pid: int) -> str:
    """When a process started, in whatever way the system says it; empty where there is no such process (any more)."""
    if pid <= 0:
        return ""
    if sys.platform == "win32":
        return _started_on_windows(pid)
    if sys.platform.startswith("linux"):
        return _started_on_linux(pid)
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        command = ["ps", "-o", "lstart=,state=", "-p", str(pid)]
        found = subprocess.run(command, capture_output=True, text=True, timeout=5, check=False).stdout.strip()
        when, _, state = found.rpartition(" ")
        return "" if state.startswith("Z") else when.strip()
    return ""


def _started_on_linux(pid: int) -> str:
    try:
        # "pid (name) state ppid ...": the name may hold anything, so the fields are counted from its last bracket.
        fields = Path(f"/proc/{pid}/stat").read_text(errors="replace").rpartition(")")[2].split()
        boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    except OSError:
        return ""
    state, ticks = fields[0], fields[19]
    return "" if state in "ZX" else f"{boot} {ticks}"


def _started_on_windows(pid: int) -> str:
    if sys.platform != "win32":  # for the type checker
        return ""
    import ctypes
    from ctypes import wintypes

    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.OpenProcess.restype = wintypes.HANDLE
    kernel.OpenProcess.argtypes = [wintypes.DWORD, wintypes.BOOL, wintypes.DWORD]
    kernel.WaitForSingleObject.argtypes = [wintypes.HANDLE, wintypes.DWORD]
    kernel.GetProcessTimes.argtypes = [wintypes.HANDLE, *[ctypes.POINTER(wintypes.FILETIME)] * 4]
    kernel.CloseHandle.argtypes = [wintypes.HANDLE]
    query_and_wait = 0x1000 | 0x00100000
    handle = kernel.OpenProcess(query_and_wait, False, pid)
    if not handle:
        return ""
    try:
        has_ended = kernel.WaitForSingleObject(handle, 0) == 0
        times = [wintypes.FILETIME() for _ in range(4)]
        if has_ended or not kernel.GetProcessTimes(handle, *map(ctypes.byref, times)):
            return ""
        return f"{times[0].dwHighDateTime} {times[0].dwLowDateTime}"
    finally:
        kernel.CloseHandle(handle)


def me() -> dict[str, object]:
    """This process, as `is_alive` wants it."""
    return {"pid": os.getpid(), "started": started(os.getpid())}


def is_alive(process: object) -> bool:
    """Whether a process that `me` has named is still there. Nothing that makes no sense is alive."""
    if not isinstance(process, dict) or not isinstance(process.get("pid"), int):
        return False
    when = started(process["pid"])
    return bool(when) and when == process.get("started")
