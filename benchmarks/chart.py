"""A picture of searches over time, as SVG."""

import math
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 760, 380
LEFT, RIGHT, TOP, BOTTOM = 70, 20, 40, 50
# Told apart by form as well as by colour.
STROKES = [("#1b5e8c", ""), ("#b3541e", "8 4"), ("#5a7d2a", "2 4"), ("#6b4a8f", "8 3 2 3")]
# How far from the best the picture reaches, in per cent on a scale of powers of ten.
NEAREST, FARTHEST = 0.001, 100.0


def over_time(title, answers):
    """How far the objective, above, and the bound, below, are from the best objective known, over seconds."""
    best = min(answer["objective"] for answer in answers.values() if answer["objective"] is not None)
    first, last = 0.01, max(10.0, max(answer["seconds"] for answer in answers.values()))
    middle = TOP + (HEIGHT - TOP - BOTTOM) / 2

    def x(seconds):
        share = math.log10(max(first, seconds) / first) / math.log10(last / first)
        return LEFT + share * (WIDTH - LEFT - RIGHT)

    def y(value):
        percent = 100 * (value - best) / max(1, abs(best))
        size = min(FARTHEST, max(NEAREST, abs(percent)))
        share = math.log10(size / NEAREST) / math.log10(FARTHEST / NEAREST)
        return middle - math.copysign(share, percent) * (middle - TOP) if abs(percent) > NEAREST else middle

    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        'font-family="sans-serif" font-size="12">',
        f"<title>Objective and bound over time: {escape(title)}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
        f'<text x="{LEFT}" y="16">{escape(title)}: objective (above) and bound (below), in per cent from the best '
        "objective known</text>",
    ]
    for power in range(math.ceil(math.log10(first)), math.floor(math.log10(last)) + 1):
        at = x(10.0 ** power)
        lines.append(f'<line x1="{at:.1f}" y1="{TOP}" x2="{at:.1f}" y2="{HEIGHT - BOTTOM}" stroke="#ddd"/>')
        lines.append(f'<text x="{at:.1f}" y="{HEIGHT - BOTTOM + 16}" text-anchor="middle">{10.0 ** power:g} s</text>')
    for percent in (100, 10, 1, 0.1, 0.01, 0, -0.01, -0.1, -1, -10, -100):
        at = y(best + percent * max(1, abs(best)) / 100)
        lines.append(f'<line x1="{LEFT}" y1="{at:.1f}" x2="{WIDTH - RIGHT}" y2="{at:.1f}" stroke="#ddd"/>')
        lines.append(f'<text x="{LEFT - 6}" y="{at + 4:.1f}" text-anchor="end">{percent:g} %</text>')
    for place, ((name, answer), (colour, dashes)) in enumerate(zip(answers.items(), STROKES)):
        look = f'fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{dashes}"'
        for part in (1, 2):
            points = [(point[0], point[part]) for point in answer["trace"] if point[part] is not None]
            if points:
                lines.append(f'<path d="{steps(points, answer["seconds"], x, y)}" {look}/>')
        at = LEFT + 150 * place
        lines.append(f'<line x1="{at}" y1="{HEIGHT - 14}" x2="{at + 30}" y2="{HEIGHT - 14}" {look}/>')
        lines.append(f'<text x="{at + 36}" y="{HEIGHT - 10}">{escape(name)}</text>')
    return "\n".join([*lines, "</svg>", ""])


def steps(points, end, x, y):
    """A path that keeps each value until the next."""
    path = f"M{x(points[0][0]):.1f} {y(points[0][1]):.1f}"
    for seconds, value in points[1:]:
        path += f"H{x(seconds):.1f}V{y(value):.1f}"
    return path + f"H{x(max(end, points[-1][0])):.1f}"
