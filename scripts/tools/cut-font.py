"""cut-font.py FONT OUTPUT CODES: cuts characters out of a font, drawn no finer than a screen shows.

500 units to the em in place of 1000, outlines within some 3/1000 em: a fifth less to load, and nothing of it to see at 14 to 32 px.
"""
import sys
from fontTools import subset
from fontTools.cu2qu import curve_to_quadratic
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.scaleUpem import scale_upem

UNITS = 500
TOLERANCE = 2
DROPPED = ['BASE', 'GDEF', 'GPOS', 'GSUB', 'STAT', 'VORG', 'gasp', 'meta', 'vhea', 'vmtx']


def fewer(start, points):
    """Control points that stand for one cubic curve, as few as come near enough to it."""
    start, first, last, end = (complex(*point) for point in (start, points[0], points[-2], points[-1]))
    reach = (len(points) - 1) / 1.5
    cubic = [start, start + (first - start) * reach, end + (last - end) * reach, end]
    found = curve_to_quadratic([(point.real, point.imag) for point in cubic], TOLERANCE)[1:]
    return found if len(found) < len(points) else points


def redrawn(glyphs, name):
    drawn, pen = DecomposingRecordingPen(glyphs), TTGlyphPen(None)
    glyphs[name].draw(drawn)
    at = None
    for line, points in drawn.value:
        getattr(pen, line)(*(fewer(at, points) if len(points) > 2 else points))
        at = points[-1] if points else None
    return pen.glyph()


source, output, codes = sys.argv[1:]
options = subset.Options(flavor='woff2', hinting=False, layout_features=[])
options.drop_tables += DROPPED
font = subset.load_font(source, options)
subsetter = subset.Subsetter(options)
subsetter.populate(unicodes=[int(code, 16) for code in codes.split(',')])
subsetter.subset(font)
glyphs, outlines = font.getGlyphSet(), font['glyf']
coarse = {name: redrawn(glyphs, name) for name in font.getGlyphOrder()}
for name, glyph in coarse.items():
    outlines[name] = glyph
scale_upem(font, UNITS)
for name in coarse:
    outlines[name].recalcBounds(outlines)
    font['hmtx'][name] = (font['hmtx'][name][0], getattr(outlines[name], 'xMin', 0))
subset.save_font(font, output, options)
