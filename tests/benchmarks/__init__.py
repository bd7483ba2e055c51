"""Benchmarks: `python -m tests.benchmarks`. They print ratios, and assert nothing about time."""
