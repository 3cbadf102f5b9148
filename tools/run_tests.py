#!/usr/bin/env python3
"""Runs built tests and adds them up: run_tests.py unit wasm server browser oracle deep.

Which programs belong to a kind is said once, by the labels in tests/CMakeLists.txt. The last line is
"N passed, N failed"; the line before it tells what was skipped, if anything was. The exit code is 0 when nothing failed.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ORACLE = ROOT.parent / "shared" / "oracle"

# kind: the presets whose tests with these labels make it up
LABELLED = {
    "unit": [("native", "unit"), ("native", "structure")],
    "wasm": [("web", "unit"), ("web", "bundle")],
    "server": [("native", "server")],
    "deep": [("native-debug", "unit"), ("native-debug", "server"), ("native-thread", "server"), ("fuzz", "fuzz")],
}


class Tally:
    def __init__(self):
        self.passed = self.failed = self.skipped = 0

    def add(self, name, passed, failed, skipped, seconds):
        self.passed += passed
        self.failed += failed
        self.skipped += skipped
        parts = [f"{passed} passed"] + [f"{n} {what}" for n, what in ((failed, "FAILED"), (skipped, "skipped")) if n]
        print(f"  {name}: {', '.join(parts)} in {seconds:.1f} s", flush=True)

    def line(self):
        return f"{self.passed} passed, {self.failed} failed"


def labelled_tests(preset, label):
    """(name, command, labels, environment) of the tests that CMake knows under this label."""
    listing = subprocess.run(
        ["ctest", "--show-only=json-v1", "--test-dir", ROOT / "build" / preset, "--label-regex", f"^{label}$"],
        capture_output=True, text=True, check=True)
    for test in json.loads(listing.stdout)["tests"]:
        properties = {each["name"]: each["value"] for each in test.get("properties", [])}
        settings = dict(setting.split("=", 1) for setting in properties.get("ENVIRONMENT", []))
        yield test["name"], test.get("command", []), properties["LABELS"], settings


def gtest_counts(report, exit_code):
    """A program that died counts as one more failure than it could report."""
    try:
        result = json.loads(Path(report).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return 0, 1, 0
    skipped = sum(case.get("result") == "SKIPPED" for suite in result["testsuites"] for case in suite["testsuite"])
    failed = result["failures"] + result["errors"]
    if exit_code and not failed:
        failed = 1
    return result["tests"] - result["failures"] - result["disabled"] - skipped, failed, skipped


def run_gtest(command, environment):
    with tempfile.TemporaryDirectory() as folder:
        report = os.path.join(folder, "report.json")
        done = subprocess.run([*command, "--gtest_brief=1", f"--gtest_output=json:{report}"], cwd=ROOT, env=environment)
        return gtest_counts(report, done.returncode)


def run_program(command, environment):
    """Any other program counts as one test, or as many as its own last line says it ran."""
    runner = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    line = ""
    for line in runner.stdout:
        print(line, end="", flush=True)
    counted = re.fullmatch(r"(\d+) passed, (\d+) failed\n", line)
    passed, failed = (int(counted[1]), int(counted[2])) if counted else (1, 0)
    if runner.wait() and not failed:
        passed, failed = max(passed - 1, 0), 1
    return passed, failed, 0


def run_labelled(kind, tally):
    environment = dict(os.environ)
    if kind == "deep":
        environment["BAIZE_DEEP"] = "1"
    for preset, label in LABELLED[kind]:
        for name, command, labels, settings in labelled_tests(preset, label):
            start = time.monotonic()
            if not command:
                tally.add(name, 0, 1, 0, 0)  # CMake lists it without a command: its program was not built
                continue
            run = run_gtest if "gtest" in labels else run_program
            tally.add(name, *run(command, environment | settings), time.monotonic() - start)


def run_node(folder, tally):
    files = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "tests" / folder).glob("*.test.mjs"))
    start = time.monotonic()
    if not files:
        tally.add(folder, 0, 1, 0, 0)
        return
    runner = subprocess.Popen(["node", "--test", "--test-reporter=tap", *files], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    count = dict.fromkeys(("pass", "fail", "cancelled", "skipped", "todo"), 0)
    for line in runner.stdout:
        print(line, end="", flush=True)
        summary = re.fullmatch(r"# (pass|fail|cancelled|skipped|todo) (\d+)\n", line)
        if summary:
            count[summary[1]] = int(summary[2])
    failed = count["fail"] + count["cancelled"]
    if runner.wait() and not failed:
        failed = 1
    tally.add(folder, count["pass"], failed, count["skipped"] + count["todo"], time.monotonic() - start)


def run_oracle(tally):
    recorded = (".jsonl", ".phh", ".tar.xz")
    files = sorted(one for one in ORACLE.glob("*") if one.is_dir() or one.name.endswith(recorded))
    if not files:
        print(f"  no recorded hands in {ORACLE}")
        tally.add("oracle", 0, 0, 1, 0)
    for file in files:
        start = time.monotonic()
        counts = run_program([ROOT / "build" / "native" / "baize-oracle", file], None)
        tally.add(f"oracle {file.name}", *counts, time.monotonic() - start)


def main():
    tally = Tally()
    for kind in sys.argv[1:]:
        print(f"{kind} tests", flush=True)
        if kind == "browser":
            run_node("browser", tally)
        elif kind == "oracle":
            run_oracle(tally)
        else:
            run_labelled(kind, tally)
        if kind == "server":
            run_node("documents", tally)
    if tally.skipped:
        print(f"  {tally.skipped} skipped")
    print(tally.line())
    sys.exit(1 if tally.failed else 0)


main()
