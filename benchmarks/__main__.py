"""Every benchmark, one after the other and each in a process of its own: `make bench` or `python -m benchmarks`.

Name benchmarks to run only those: `python -m benchmarks measures`.
"""

from __future__ import annotations

import os
import pkgutil
import platform
import subprocess
import sys
from importlib.metadata import version

import benchmarks


def names() -> list[str]:
    """The benchmarks there are: the modules of this package."""
    return sorted(module.name for module in pkgutil.iter_modules(benchmarks.__path__) if module.name != "__main__")


def main(chosen: list[str]) -> int:
    """Run the chosen benchmarks, all of them if none is named; 1 if one of them failed."""
    unknown = sorted(set(chosen) - set(names()))
    if unknown:
        print(f"no such benchmark: {', '.join(unknown)}; there are {', '.join(names())}")
        return 2
    print(f"Python {platform.python_version()}, NumPy {version('numpy')}, {os.cpu_count()} CPUs, {platform.machine()}")
    failed = []
    for name in chosen or names():
        print(f"\n== {name}", flush=True)
        if subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], check=False).returncode:
            failed.append(name)
    if failed:
        print(f"\nfailed: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
