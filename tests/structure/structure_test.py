#!/usr/bin/env python3
"""Holds the tree to the plan of the house: the stairs over all include lines, what shared/ may use, and the conventions
that a program can check. Each rule is a function that yields what breaks it; the last line counts rules."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# A room and the rooms directly below it; it may include those and whatever is below them.
STAIRS = {
    "core": [],
    "cards": ["core"],
    "scene": ["cards"],
    "narration": ["cards"],
    "games": ["scene", "narration"],
    "table": ["games"],
    "protocol": ["table"],
    "client": ["protocol"],
}
WEB_ROOMS = {"platform", "paint", "controls", "screens", "semantics", "shell"}
SERVER_ROOMS = {"commands", "net", "http", "documents", "rooms", "accounts", "store", "bus", "ops"}

SHARED_PACKAGES = re.compile(r"boost/(describe|mp11|type_index)(/|\.hpp$)|tl/expected\.hpp$|cereal/|nlohmann/|sodium\.h$")
GENERATED = {"font_advances.h"}
# Standard headers that shared/ does without: what the wasm compiler lacks, and clocks, threads, files and chance.
IMPURE = set("""ranges format coroutine expected thread mutex shared_mutex condition_variable future stop_token semaphore
    latch barrier atomic fstream filesystem iostream random ctime cassert csignal csetjmp syncstream print""".split())
VAGUE_NAMES = {"util", "utils", "helper", "helpers", "manager", "common", "misc", "data", "info"}
CODE = {".h", ".cpp", ".c", ".js", ".mjs", ".py", ".sh", ".html", ".css", ".cmake", ".txt", ".toml", ".json", ".webmanifest",
        ".svg"}
CPP = {".h", ".cpp"}

# Put together from halves, so that this file does not break the rules it checks.
UNFINISHED = re.compile("|".join([r"\b(TO" "DO|FIX" "ME|XX" r"X|HA" r"CK)\b", "not imple" "mented"]))
UNPROVEN = re.compile("|".join(["GTEST_" "SKIP", "DISA" "BLED_", "sleep" "_for", "waitFor" "Timeout", r"\bsle" r"ep\("]))
CHEAP_CHANCE = re.compile(r"\bmt1" r"9937|\bra" r"nd\(\)")
MACHINE_PATHS = re.compile("/wo" "rk/|/ho" "me/|/ro" "ot/")


class File:
    def __init__(self, name):
        self.name = name
        self.path = Path(name)
        self.text = (ROOT / name).read_text(encoding="utf-8")
        self.lines = self.text.split("\n")
        self.includes = [(number, match[1], match[2]) for number, line in enumerate(self.lines, 1)
                         if (match := re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line))]

    @property
    def wing(self):
        """shared, web, native_server, tests, ..; and the room in it."""
        return self.path.parts[0]

    @property
    def room(self):
        return self.path.parts[1] if len(self.path.parts) > 2 else None


def tracked_files():
    listing = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT,
                             capture_output=True, text=True, check=True)
    names = (name for name in listing.stdout.splitlines() if (ROOT / name).is_file())
    is_code = lambda name: Path(name).suffix in CODE or Path(name).parent.name == "tools" or name in ("play", "check")
    return [File(name) for name in sorted(set(names)) if is_code(name)]


def below(room):
    rooms = {room}
    for step in STAIRS[room]:
        rooms |= below(step)
    return rooms


def matches(files, pattern):
    for file in files:
        for number, line in enumerate(file.lines, 1):
            if pattern.search(line):
                yield f"{file.name}:{number} {line.strip()[:100]}"


def includes_point_down_the_stairs(files):
    for file in files:
        if file.wing != "shared" or file.room not in STAIRS:
            continue
        for number, quote, include in file.includes:
            if quote == '"' and include.split("/")[0] not in below(file.room):
                yield f"{file.name}:{number} includes {include}"


def shared_includes_only_what_both_sides_have(files):
    for file in files:
        if file.wing != "shared":
            continue
        for number, quote, include in file.includes:
            standard = re.fullmatch(r"[a-z_0-9]+", include) and include not in IMPURE
            if quote == "<" and not (standard or include in GENERATED or SHARED_PACKAGES.match(include)):
                yield f"{file.name}:{number} includes {include}"


def shared_does_not_ask_which_side_it_is_on(files):
    shared = [file for file in files if file.wing == "shared"]
    yield from matches(shared, re.compile(r"__EMSCRIPTEN__|__wasm|_clock::now|\bgetenv\b|\btime\(nullptr\)"))


def a_game_is_named_by_itself_and_the_registry_only(files):
    for file in files:
        if file.wing not in ("shared", "web", "native_server"):
            continue
        for number, _, include in file.includes:
            game = re.match(r"games/(\w+)/", include)
            home = game and file.name.startswith(f"shared/games/{game[1]}/")
            if game and not home and file.path.parts[:2] + (file.path.stem,) != ("shared", "games", "registry"):
                yield f"{file.name}:{number} includes {include}"


def games_are_named_nowhere_else(files):
    """Not in code, text or comments either: what a game is called comes from the registry. Tests, benches, the oracle and
    docs may name games: a test has to play some game, and docs speak of what there is."""
    names = {path.parts[2] for path in (file.path for file in files)
             if path.parts[:2] == ("shared", "games") and len(path.parts) > 3}
    named = re.compile("|".join(rf"(?<![a-z]){name}" for name in sorted(names)) + r"|hold.?'?em", re.IGNORECASE)
    house = [file for file in files if file.wing in ("shared", "web", "native_server", "assets", "cmake")
             and file.path.parts[:2] + (file.path.stem,) != ("shared", "games", "registry")]
    for name in names:
        home = f"shared/games/{name}/"
        strangers = re.compile("|".join(sorted(names - {name})) or "(?!)", re.IGNORECASE)
        yield from matches([file for file in house if file.name.startswith(home)], strangers)
    yield from matches([file for file in house if not any(file.name.startswith(f"shared/games/{name}/") for name in names)],
                       named)


def web_and_server_never_see_each_other(files):
    for file in files:
        strangers = {"web": SERVER_ROOMS | {"native_server"}, "native_server": WEB_ROOMS | {"web"}}.get(file.wing, set())
        for number, quote, include in file.includes:
            if quote == '"' and include.split("/")[0] in strangers:
                yield f"{file.name}:{number} includes {include}"


def only_the_web_platform_includes_emscripten(files):
    for file in files:
        for number, _, include in file.includes:
            if re.match(r"emscripten|html5", include) and not file.name.startswith("web/platform/"):
                yield f"{file.name}:{number} includes {include}"


def headers_open_with_what_they_are_and_pragma_once(files):
    for file in files:
        if file.path.suffix == ".h" and not file.text.startswith("//"):
            yield f"{file.name} does not begin by saying what it is"
        if file.path.suffix == ".h" and "\n#pragma once\n" not in file.text:
            yield f"{file.name} has no #pragma once"


def our_code_defines_no_macros(files):
    ours = [file for file in files if file.path.suffix in CPP and file.wing in ("shared", "web", "native_server")]
    yield from matches(ours, re.compile(r"^\s*#\s*define\b"))


def assertions_do_not_vanish_in_release_builds(files):
    ours = [file for file in files if file.path.suffix in CPP]
    yield from matches(ours, re.compile(r"<cassert>|<assert\.h>|(?<![\w_])assert\("))


def files_are_named_for_the_one_thing_in_them(files):
    for file in files:
        for part in file.path.parts[:-1] + (file.path.stem,):
            if VAGUE_NAMES & set(part.lower().split("_")):
                yield f"{file.name} has a name that says nothing"
                break


# Written by a program, and never read from end to end.
MADE = re.compile(r"(package-lock\.json|docs/protocol\.md)$")


def no_file_has_more_than_500_lines(files):
    for file in files:
        if len(file.lines) > 501 and not MADE.search(file.name):
            yield f"{file.name} has {len(file.lines) - 1} lines"


def nothing_is_left_unfinished(files):
    yield from matches(files, UNFINISHED)


def tests_neither_sleep_nor_stay_away(files):
    yield from matches([file for file in files if file.wing in ("tests", "bench")], UNPROVEN)


def chance_comes_from_the_operating_system(files):
    yield from matches([file for file in files if file.wing in ("shared", "web", "native_server")], CHEAP_CHANCE)


def no_path_belongs_to_one_machine(files):
    yield from matches(files, MACHINE_PATHS)


SOURCE = r"(?:TDA\d+|WSOP\d+|WSOPSection[IVX]+|LA\d+|RROP|NoNumber)_"
TEST_OF_A_RULE = re.compile(rf"^TEST\(Rule(\d\d)_((?:{SOURCE})+)[A-Z][A-Za-z]*,\s+[a-z]", re.M)


def every_rule_of_holdem_has_tests_that_name_it_and_its_sources(files):
    """docs/holdem.md has a row a rule: | 1 | the rule | TDA34, WSOP87 |."""
    page = (ROOT / "docs/holdem.md").read_text(encoding="utf-8")
    due = {int(number): set(sources.split(", "))
           for number, sources in re.findall(r"^\| (\d+) \| .* \| ([\w, ]+) \|$", page, re.M)}
    found = {number: set() for number in due}
    for file in files:
        for start in re.finditer(r"^TEST\(Rule", file.text, re.M) if file.wing == "tests" else ():
            named = TEST_OF_A_RULE.match(file.text, start.start())
            if named:
                found.setdefault(int(named[1]), set()).update(named[2].rstrip("_").split("_"))
            else:
                yield f"{file.name} names no source: {file.text[start.start():start.start() + 60]}"
    if sorted(due) != list(range(1, 14)):
        yield "docs/holdem.md does not have rules 1 to 13"
    for number in sorted(found):
        for source in sorted(found[number] ^ due.get(number, set())):
            yield f"rule {number}: {source} stands " + ("on the page only" if source in due.get(number, ()) else "in tests only")


RULES = [
    includes_point_down_the_stairs,
    shared_includes_only_what_both_sides_have,
    shared_does_not_ask_which_side_it_is_on,
    a_game_is_named_by_itself_and_the_registry_only,
    games_are_named_nowhere_else,
    web_and_server_never_see_each_other,
    only_the_web_platform_includes_emscripten,
    headers_open_with_what_they_are_and_pragma_once,
    our_code_defines_no_macros,
    assertions_do_not_vanish_in_release_builds,
    files_are_named_for_the_one_thing_in_them,
    no_file_has_more_than_500_lines,
    nothing_is_left_unfinished,
    tests_neither_sleep_nor_stay_away,
    chance_comes_from_the_operating_system,
    no_path_belongs_to_one_machine,
    every_rule_of_holdem_has_tests_that_name_it_and_its_sources,
]


def main():
    files = tracked_files()
    failed = 0
    for rule in RULES:
        broken = list(rule(files))
        failed += bool(broken)
        if broken:
            print(f"{rule.__name__.replace('_', ' ')}: broken {len(broken)} times")
            print("\n".join(f"    {line}" for line in broken[:20]))
    print(f"{len(RULES) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
