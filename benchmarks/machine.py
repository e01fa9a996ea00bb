"""What the numbers were measured on."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from pathlib import Path


def description() -> str:
    """Return the processor, its cores, the memory, and the versions of what runs here, in one line."""
    parts = (_processor(), f"{os.cpu_count()} cores", _memory(), platform.system(), _python(), _node())
    return ", ".join(part for part in parts if part)


def _python() -> str:
    return f"{platform.python_implementation()} {platform.python_version()}"


def _node() -> str:
    node = shutil.which("node")
    if not node:
        return ""
    return f"Node.js {subprocess.run([node, '--version'], capture_output=True, text=True, check=True).stdout.strip()}"


def _processor() -> str:
    return _field("/proc/cpuinfo", "model name") or platform.processor() or platform.machine()


def _memory() -> str:
    kibibytes = _field("/proc/meminfo", "MemTotal").removesuffix(" kB")
    return f"{int(kibibytes) / 2**20:.0f} GiB" if kibibytes else ""


def _field(path: str, name: str) -> str:
    """Return the first value of a field in a file of the kernel's, or nothing where there is none."""
    file = Path(path)
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(name)), "")
