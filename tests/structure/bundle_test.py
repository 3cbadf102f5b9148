#!/usr/bin/env python3
"""Holds the web bundle to its promises: bundle_test.py DIST. Each rule is a function that yields what breaks it; the last
line counts rules."""

import gzip
import re
import sys
from pathlib import Path

import brotli

DIST = Path(sys.argv[1])
MOST_BYTES = 500_000
PACKED = {".br", ".gz"}
COMPRESSIBLE = {".html", ".js", ".mjs", ".css", ".json", ".webmanifest", ".svg", ".wasm", ".ttf"}


def files():
    return [path for path in sorted(DIST.rglob("*")) if path.is_file() and path.suffix not in PACKED]


def packed(path, suffix):
    return path.with_name(path.name + suffix)


def the_whole_bundle_is_a_download_of_less_than_500_kilobytes():
    total = sum((packed(path, ".br") if packed(path, ".br").exists() else path).stat().st_size for path in files())
    if not 0 < total < MOST_BYTES:
        yield f"{total:,} bytes with Brotli"


def what_compresses_stands_beside_its_compressed_forms():
    for path in files():
        if path.suffix not in COMPRESSIBLE:
            continue
        content = path.read_bytes()
        for suffix, unpack in ((".br", brotli.decompress), (".gz", gzip.decompress)):
            if not packed(path, suffix).exists() or unpack(packed(path, suffix).read_bytes()) != content:
                yield f"{path.name}{suffix} is missing or is not the same"


def every_path_in_the_pages_is_relative():
    absolute = re.compile(r"""(?:src|href|action)\s*=\s*["'](/|https?:)""")
    for path in files():
        if path.suffix in {".html", ".webmanifest"} and absolute.search(path.read_text(encoding="utf-8")):
            yield f"{path.name} names an absolute path"


def the_script_runs_under_a_policy_without_eval():
    for path in files():
        if path.suffix == ".js" and re.search(r"\beval\(|new Function\(", path.read_text(encoding="utf-8")):
            yield f"{path.name} evaluates text as code"


RULES = [
    the_whole_bundle_is_a_download_of_less_than_500_kilobytes,
    what_compresses_stands_beside_its_compressed_forms,
    every_path_in_the_pages_is_relative,
    the_script_runs_under_a_policy_without_eval,
]


def main():
    failed = 0
    for rule in RULES:
        broken = list(rule())
        failed += bool(broken)
        if broken:
            print(f"{rule.__name__.replace('_', ' ')}: " + "; ".join(broken))
    print(f"{len(RULES) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
