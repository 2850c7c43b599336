"""Cuts one slice of the screens' font, with outlines as fine as a screen shows: font, output, characters' codes.

The font's curves were made for print, in up to four pieces a stroke. Pieces that one curve can stand for within TOLERANCE are one, and
points lie on a grid of UNITS to the em: nothing that 32 pixels could show, and a quarter fewer bytes.
"""

import math
import sys

from fontTools import subset
from fontTools.pens.basePen import decomposeQuadraticSegment
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.scaleUpem import scale_upem

UNITS = 500
# In units of the font, 1000 to the em.
TOLERANCE = 3
UNUSED = ["BASE", "DSIG", "GDEF", "GPOS", "GSUB", "STAT", "VORG", "gasp", "meta", "vhea", "vmtx"]


def minus(a, b):
    return (a[0] - b[0], a[1] - b[1])


def cross(a, b):
    return a[0] * b[1] - a[1] * b[0]


def points_of(curve, count):
    start, control, end = curve
    return [
        tuple((1 - t) ** 2 * a + 2 * t * (1 - t) * b + t * t * c for a, b, c in zip(start, control, end))
        for t in (n / count for n in range(count + 1))
    ]


def distance(point, path):
    found = math.inf
    for start, end in zip(path, path[1:]):
        along = minus(end, start)
        length = along[0] ** 2 + along[1] ** 2
        off = minus(point, start)
        t = max(0, min(1, (off[0] * along[0] + off[1] * along[1]) / length)) if length else 0
        found = min(found, math.hypot(off[0] - t * along[0], off[1] - t * along[1]))
    return found


def one_for(curves):
    """The curve with the same ends and directions, if it comes near enough."""
    start, end = curves[0][0], curves[-1][2]
    out, back = minus(curves[0][1], start), minus(end, curves[-1][1])
    turn = cross(out, back)
    if abs(turn) < 1e-6:
        return None
    t, s = cross(minus(end, start), back) / turn, cross(minus(end, start), out) / turn
    if t <= 0 or s >= 0:
        return None
    one = (start, (start[0] + t * out[0], start[1] + t * out[1]), end)
    path, wanted = points_of(one, 12), [point for curve in curves for point in points_of(curve, 4)]
    is_near = all(distance(p, path) <= TOLERANCE for p in wanted) and all(distance(p, wanted) <= TOLERANCE for p in path)
    return one if is_near else None


def fewer(curves):
    while curves:
        for count in range(len(curves), 0, -1):
            one = curves[0] if count == 1 else one_for(curves[:count])
            if one:
                yield one
                curves = curves[count:]
                break


def goes_on(before, after):
    """Without a corner between them."""
    a, b = minus(before[2], before[1]), minus(after[1], after[0])
    lengths = math.hypot(*a) * math.hypot(*b)
    return lengths > 0 and abs(cross(a, b)) <= 0.05 * lengths and a[0] * b[0] + a[1] * b[1] > 0


def contours_of(glyphs, name):
    """Each as lines (two points) and curves (three)."""
    pen = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(pen)
    contours = []
    for step, points in pen.value:
        if step == "moveTo":
            contours.append([])
            at = points[0]
        elif step == "lineTo":
            contours[-1].append((at, points[0]))
            at = points[0]
        elif step == "qCurveTo":
            for control, end in decomposeQuadraticSegment(points):
                contours[-1].append((at, control, end))
                at = end
    return contours


def thinned(contour):
    runs = []
    for piece in contour:
        if runs and len(piece) == 3 and len(runs[-1][-1]) == 3 and goes_on(runs[-1][-1], piece):
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return [piece for run in runs for piece in (fewer(run) if len(run) > 1 else run)]


def draw(contours, scale):
    pen = TTGlyphPen(None)
    on_grid = lambda point: (round(point[0] * scale), round(point[1] * scale))
    for contour in contours:
        pieces = [tuple(map(on_grid, piece)) for piece in thinned(contour)]
        pen.moveTo(pieces[0][0])
        at = pieces[0][0]
        controls = []
        for n, piece in enumerate(pieces):
            end = piece[-1]
            if len(piece) == 3:
                controls.append(piece[1])
                follows = pieces[n + 1] if n + 1 < len(pieces) else ()
                # A point half-way between two controls needn't be said.
                if len(follows) == 3 and all(abs((a + b) / 2 - c) < 1 for a, b, c in zip(piece[1], follows[1], end)):
                    continue
                pen.qCurveTo(*controls, end)
                controls = []
            elif end != at and not (n == len(pieces) - 1 and end == pieces[0][0]):
                pen.lineTo(end)
            at = end
        pen.closePath()
    return pen.glyph()


font_file, output, codes = sys.argv[1:]
options = subset.Options()
options.hinting = False
options.layout_features = []
options.name_IDs = []
options.drop_tables += UNUSED
font = subset.load_font(font_file, options)
subsetter = subset.Subsetter(options)
subsetter.populate(unicodes=[int(code, 16) for code in codes.split(",")])
subsetter.subset(font)
scale = UNITS / font["head"].unitsPerEm
glyphs = font.getGlyphSet()
drawn = {name: draw(contours_of(glyphs, name), scale) for name in font.getGlyphOrder() if font["glyf"][name].numberOfContours}
scale_upem(font, UNITS)
table = font["glyf"]
for name, glyph in drawn.items():
    table[name] = glyph
    glyph.recalcBounds(table)
    font["hmtx"][name] = (font["hmtx"][name][0], getattr(glyph, "xMin", 0))
font.flavor = "woff2"
font.save(output)
