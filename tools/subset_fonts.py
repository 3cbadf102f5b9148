#!/usr/bin/env python3
"""Cuts the fonts of assets/fonts.toml: <face>.ttf for the web bundle and font_advances.h for both sides.

Usage: subset_fonts.py LIST FONT_FOLDER HEADER

The cut fonts know no kerning, ligatures or hints: what is drawn is exactly the sum of the advances. Their line is one em
high with capitals and figures in its middle, so that a size means the same in an SVG and in the client.
"""

import sys
import tomllib
from pathlib import Path

from fontTools import subset
from fontTools.misc.transform import Scale
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

MISSING = 0xFFFD


def characters(listing):
    wanted = {code for first, last in listing["ranges"] for code in range(first, last + 1)}
    return wanted | {ord(character) for character in listing["others"]}


def use_tabular_figures(font):
    substitutes = {}
    table = font["GSUB"].table
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for part in table.LookupList.Lookup[index].SubTable:
                    substitutes.update(getattr(part, "ExtSubTable", part).mapping)
    for cmap in font["cmap"].tables:
        if not cmap.isUnicode():
            continue
        for figure in map(ord, "0123456789"):
            if figure in cmap.cmap:
                cmap.cmap[figure] = substitutes.get(cmap.cmap[figure], cmap.cmap[figure])


def borrow(font, other, letters):
    scale = font["head"].unitsPerEm / other["head"].unitsPerEm
    glyphs = other.getGlyphSet()
    for letter in letters:
        source = other.getBestCmap()[ord(letter)]
        name = f"borrowed{ord(letter):04X}"
        pen = TTGlyphPen(None)
        glyphs[source].draw(TransformPen(pen, Scale(scale)))
        font["glyf"][name] = pen.glyph()
        font["hmtx"][name] = (round(other["hmtx"][source][0] * scale), round(other["hmtx"][source][1] * scale))
        for cmap in font["cmap"].tables:
            if cmap.isUnicode():
                cmap.cmap[ord(letter)] = name
    font.setGlyphOrder(font["glyf"].glyphOrder)


def stand_in_for_missing(font, character):
    for cmap in font["cmap"].tables:
        if cmap.isUnicode():
            cmap.cmap[MISSING] = cmap.cmap[ord(character)]


def set_line(font):
    """One em from ascent to descent, with the middle of the capitals in its middle."""
    em, capital = font["head"].unitsPerEm, font["OS/2"].sCapHeight
    ascent = (em + capital) // 2
    font["hhea"].ascent = font["OS/2"].sTypoAscender = font["OS/2"].usWinAscent = ascent
    font["hhea"].descent = font["OS/2"].sTypoDescender = ascent - em
    font["OS/2"].usWinDescent = em - ascent
    font["hhea"].lineGap = font["OS/2"].sTypoLineGap = 0


def cut(face, listing):
    wanted, borrowed = characters(listing), listing["borrowed"]
    font = instancer.instantiateVariableFont(TTFont(face["file"], recalcTimestamp=False), {"wght": face["weight"]})
    use_tabular_figures(font)
    borrow(font, TTFont(borrowed["file"]), borrowed["characters"])
    stand_in_for_missing(font, listing["missing"])
    set_line(font)

    every = wanted | {ord(letter) for letter in borrowed["characters"]} | {MISSING}
    lacking = every - set(font.getBestCmap())
    if lacking:
        sys.exit(f"{face['file']} has no " + " ".join(f"U+{code:04X}" for code in sorted(lacking)))
    options = subset.Options(layout_features=[], hinting=False, notdef_outline=True, name_IDs=[1, 2])
    options.drop_tables += ["GDEF", "GPOS", "GSUB", "STAT"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=every)
    cutter.subset(font)
    return font


def per_mille(font, units):
    return round(units * 1000 / font["head"].unitsPerEm)


def header(faces):
    lines = [
        "// Written by tools/subset_fonts.py from assets/fonts.toml. How far each character moves the pen, for whoever lays",
        "// out text. Advances are in thousandths of the font size; the line is one font size high, its base line lies",
        "// k_ascent below the top.",
        "#pragma once",
        "",
        "#include <cstdint>",
        "",
        "namespace baize::font_advances {",
        "",
        "struct Advance {",
        "  char32_t code;",
        "  std::uint16_t per_mille;",
        "};",
        "",
    ]
    first = next(iter(faces.values()))
    lines.append(f"inline constexpr std::uint16_t k_ascent = {per_mille(first, first['hhea'].ascent)};")
    lines.append(f"inline constexpr std::uint16_t k_capital_height = {per_mille(first, first['OS/2'].sCapHeight)};")
    for name, font in faces.items():
        lines += ["", "// What is drawn for a character that the font does not have."]
        lines.append(f"inline constexpr std::uint16_t k_{name}_missing = {per_mille(font, font['hmtx'][font.getBestCmap()[MISSING]][0])};")
        lines += ["", "// In the order of the codes.", f"inline constexpr Advance k_{name}[] = {{"]
        row = ""
        for code, glyph in sorted(font.getBestCmap().items()):
            entry = f"{{0x{code:04X}, {per_mille(font, font['hmtx'][glyph][0])}}}, "
            if len(row) + len(entry) > 110:
                lines.append("    " + row.rstrip())
                row = ""
            row += entry
        lines += ["    " + row.rstrip(), "};"]
    return "\n".join(lines + ["", "}  // namespace baize::font_advances", ""])


def main():
    listing = tomllib.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    folder, header_file = Path(sys.argv[2]), Path(sys.argv[3])
    faces = {face["name"]: cut(face, listing) for face in listing["face"]}
    folder.mkdir(parents=True, exist_ok=True)
    header_file.parent.mkdir(parents=True, exist_ok=True)
    for name, font in faces.items():
        font.save(folder / f"{name}.ttf")
    header_file.write_text(header(faces), encoding="utf-8")


main()
