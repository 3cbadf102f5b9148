#!/usr/bin/env python3
"""Packs the web bundle: shell, program and fonts, each compressible file with its .br and .gz beside it.

Program and fonts get a hash of their content into their names, so that a browser may keep them for good. The text files
of the shell say where they want to know those names:

  @BUNDLE@   a JSON object: {"baize.js": {"path": "baize.1a2b3c4d.js", "bytes": 91234}, "baize.wasm": .., and
             "fonts/regular.ttf": ..}; bytes are counted before compression, for a true progress bar
  @VERSION@  eight hexadecimal digits that change whenever any file of the bundle does

All paths are relative: the bundle works in any folder of any static host. At the end stands what a visitor downloads.
"""

import argparse
import gzip
import hashlib
import json
import shutil
from pathlib import Path

import brotli

TEXT = {".html", ".js", ".mjs", ".css", ".json", ".webmanifest", ".svg", ".txt"}
COMPRESSIBLE = TEXT | {".wasm", ".ttf", ".ico"}


def digest(content):
    return hashlib.sha256(content).hexdigest()[:8]


def hashed_name(name, content):
    path = Path(name)
    return str(path.with_name(f"{path.stem}.{digest(content)}{path.suffix}"))


def program_files(javascript, wasm):
    """The script names its wasm, so that name goes in before the script's own hash is taken."""
    wasm_name = hashed_name(wasm.name, wasm.read_bytes())
    script = javascript.read_text(encoding="utf-8").replace(wasm.name, wasm_name).encode()
    return {javascript.name: (hashed_name(javascript.name, script), script), wasm.name: (wasm_name, wasm.read_bytes())}


def font_files(fonts):
    files = {}
    for font in fonts:
        name, content = f"fonts/{font.name}", font.read_bytes()
        files[name] = (hashed_name(name, content), content)
    return files


def shell_files(shell, bundle, version):
    files = {}
    for path in sorted(shell.rglob("*")):
        if not path.is_file():
            continue
        content = path.read_bytes()
        if path.suffix in TEXT:
            text = content.decode("utf-8").replace("@BUNDLE@", json.dumps(bundle)).replace("@VERSION@", version)
            content = text.encode()
        files[str(path.relative_to(shell))] = content
    return files


def write(out, name, content):
    """Returns how many bytes a browser that takes Brotli downloads."""
    path = out / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    if path.suffix not in COMPRESSIBLE:
        return len(content)
    packed = brotli.compress(content, quality=11, lgwin=22)
    path.with_name(path.name + ".br").write_bytes(packed)
    path.with_name(path.name + ".gz").write_bytes(gzip.compress(content, 9, mtime=0))
    return len(packed)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shell", type=Path, required=True)
    parser.add_argument("--program", type=Path, nargs=2, required=True, metavar=("JS", "WASM"))
    parser.add_argument("--fonts", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()

    hashed = program_files(*args.program) | font_files(args.fonts)
    bundle = {name: {"path": path, "bytes": len(content)} for name, (path, content) in hashed.items()}
    unversioned = shell_files(args.shell, bundle, "")
    version = digest(b"".join(name.encode() + content for name, content in unversioned.items()))

    fresh = args.out.with_name(args.out.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    files = {path: content for path, content in hashed.values()} | shell_files(args.shell, bundle, version)
    sizes = {name: write(fresh, name, content) for name, content in files.items()}
    shutil.rmtree(args.out, ignore_errors=True)
    fresh.rename(args.out)

    for name, size in sorted(sizes.items(), key=lambda item: -item[1]):
        print(f"{size:9,} bytes  {name}")
    print(f"{sum(sizes.values()):9,} bytes  in all, Brotli")


main()
