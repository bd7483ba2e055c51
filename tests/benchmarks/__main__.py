"""Run every benchmark and print its figures: `python -m tests.benchmarks [NAME ...]`."""

import sys

from tests.benchmarks import append, check, engine, korea, needle, replays, screens

BENCHMARKS = {
    "engine": engine.run,
    "korea": korea.run,
    "append": append.run,
    "check": check.run,
    "screens": screens.run,
    "replays": replays.run,
    "needle": needle.run,
}


def main(names: list[str]) -> int:
    """Run the benchmarks named, or all of them."""
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        sys.stderr.write(f"there is no benchmark '{unknown[0]}'; there are: {', '.join(BENCHMARKS)}\n")
        return 2
    for name in names or BENCHMARKS:
        for line in BENCHMARKS[name]():
            sys.stdout.write(f"{name}: {line}\n")
    return 0


# The processes that play for the needle import this file, too.
if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
