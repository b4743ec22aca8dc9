//! The girih frame: lines through the middles of the edges of octagons and
//! squares, at one angle throughout ("polygons in contact"), so that they run
//! on from tile to tile as eight-pointed stars and knots.

use std::fmt::Write;

/// Tiles along the page's width and height. With a tile of 87 mm (the
/// difference of A4's sides) divided by 9, whole tiles leave the same margin
/// on all four sides.
const COLUMNS: u32 = 29;
const ROWS: u32 = 20;
/// Side of a tile, in millimetres.
const TILE: f64 = 87.0 / 9.0;
const PAGE: (f64, f64) = (297.0, 210.0);
/// Distance from the page's edge to the frame, in millimetres.
const MARGIN: f64 = (PAGE.1 - TILE * ROWS as f64) / 2.0;

const LAPIS: &str = "#22409a";
const SAFFRON: &str = "#c9781a";
const GROUND: &str = "#eef1f9";
const STAR: &str = "#fdf3e3";
const KNOT: &str = "#dfe5f4";
const PAPER: &str = "#fffdf8";

type Point = (f64, f64);

/// The frame of a whole page as SVG, in millimetres.
pub fn frame() -> String {
    let mut fills = String::new();
    let mut stars = String::new();
    let mut lines = String::new();
    for (column, row) in border_tiles() {
        let centre = at(f64::from(column) + 0.5, f64::from(row) + 0.5);
        let tips: Vec<Point> = (0..8).map(|edge| on_octagon(centre, edge)).collect();
        polygon(&mut stars, &star(&tips));
        for tip in 0..8 {
            line(&mut lines, tips[tip], tips[(tip + 3) % 8]);
        }
    }
    for (column, row) in border_corners() {
        let knot = knot(at(f64::from(column), f64::from(row)));
        polygon(&mut fills, &knot);
        for pair in 0..knot.len() {
            line(&mut lines, knot[pair], knot[(pair + 1) % knot.len()]);
        }
    }
    compose(&fills, &stars, &lines)
}

fn compose(fills: &str, stars: &str, lines: &str) -> String {
    let (width, height) = PAGE;
    let outer = rectangle(0.0);
    let inner = rectangle(TILE);
    let hairline = rectangle(TILE + 1.3);
    let outline = rectangle(-1.0);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}mm\" height=\"{height}mm\" viewBox=\"0 0 {width} {height}\">\
         <clipPath id=\"band\"><path d=\"{outer}{inner}\" clip-rule=\"evenodd\"/></clipPath>\
         <g clip-path=\"url(#band)\">\
         <path d=\"{outer}{inner}\" fill=\"{GROUND}\" fill-rule=\"evenodd\"/>\
         <path d=\"{fills}\" fill=\"{KNOT}\"/>\
         <path d=\"{stars}\" fill=\"{STAR}\"/>\
         <path d=\"{lines}\" fill=\"none\" stroke=\"{LAPIS}\" stroke-width=\".62\" stroke-linecap=\"round\"/>\
         <path d=\"{lines}\" fill=\"none\" stroke=\"{PAPER}\" stroke-width=\".26\" stroke-linecap=\"round\"/>\
         </g>\
         <path d=\"{outer}{inner}\" fill=\"none\" stroke=\"{LAPIS}\" stroke-width=\".4\"/>\
         <path d=\"{hairline}\" fill=\"none\" stroke=\"{SAFFRON}\" stroke-width=\".3\"/>\
         <path d=\"{outline}\" fill=\"none\" stroke=\"{LAPIS}\" stroke-width=\".15\"/>\
         </svg>"
    )
}

/// The tiles of a ring one tile thick.
fn border_tiles() -> impl Iterator<Item = (u32, u32)> {
    (0..COLUMNS)
        .flat_map(|column| (0..ROWS).map(move |row| (column, row)))
        .filter(|(column, row)| {
            *column == 0 || *row == 0 || *column == COLUMNS - 1 || *row == ROWS - 1
        })
}

/// The corners of those tiles.
fn border_corners() -> impl Iterator<Item = (u32, u32)> {
    (0..=COLUMNS)
        .flat_map(|column| (0..=ROWS).map(move |row| (column, row)))
        .filter(|(column, row)| {
            *column <= 1 || *row <= 1 || *column >= COLUMNS - 1 || *row >= ROWS - 1
        })
}

/// A point of the grid of tiles, in millimetres on the page.
fn at(column: f64, row: f64) -> Point {
    (MARGIN + column * TILE, MARGIN + row * TILE)
}

/// The middle of one of the octagon's eight edges.
fn on_octagon((x, y): Point, edge: usize) -> Point {
    let angle = std::f64::consts::FRAC_PI_4 * edge as f64;
    let apothem = TILE / 2.0;
    (x + apothem * angle.cos(), y + apothem * angle.sin())
}

/// The outline of the star {8/3} through the tips.
fn star(tips: &[Point]) -> Vec<Point> {
    let crossing = |tip: usize| {
        let next = tip + 1;
        crossing(
            (tips[tip % 8], tips[(tip + 3) % 8]),
            (tips[next % 8], tips[(next + 5) % 8]),
        )
    };
    (0..8).flat_map(|tip| [tips[tip], crossing(tip)]).collect()
}

/// The lines of the octagons around a corner of the grid, carried on into the
/// square there: they meet on its diagonals.
fn knot((x, y): Point) -> Vec<Point> {
    // The square stands on a corner of the grid, its edges at 45°.
    let edge = TILE / (1.0 + std::f64::consts::SQRT_2);
    let apothem = edge / 2.0;
    let angle = 67.5_f64.to_radians();
    // From an edge's middle, at this angle to the edge, to the diagonal that
    // runs from the square's centre to the edge's end.
    let reach = apothem * angle.tan() / (1.0 + angle.tan());
    (0..4)
        .flat_map(|side| {
            let turn = std::f64::consts::FRAC_PI_2 * f64::from(side);
            let middle = polar((x, y), apothem, turn + std::f64::consts::FRAC_PI_4);
            let inner = (apothem - reach) * std::f64::consts::SQRT_2;
            [
                middle,
                polar(
                    (x, y),
                    inner.max(apothem * 0.3),
                    turn + std::f64::consts::FRAC_PI_2,
                ),
            ]
        })
        .collect()
}

fn polar((x, y): Point, radius: f64, angle: f64) -> Point {
    (x + radius * angle.cos(), y + radius * angle.sin())
}

/// Where two lines through two points each cross.
fn crossing((a, b): (Point, Point), (c, d): (Point, Point)) -> Point {
    let (ab, cd) = ((b.0 - a.0, b.1 - a.1), (d.0 - c.0, d.1 - c.1));
    let across = ab.0 * cd.1 - ab.1 * cd.0;
    let along = ((c.0 - a.0) * cd.1 - (c.1 - a.1) * cd.0) / across;
    (a.0 + along * ab.0, a.1 + along * ab.1)
}

fn rectangle(inset: f64) -> String {
    let (left, top) = (MARGIN + inset, MARGIN + inset);
    let (right, bottom) = (PAGE.0 - left, PAGE.1 - top);
    format!("M{left:.3} {top:.3}H{right:.3}V{bottom:.3}H{left:.3}Z")
}

fn polygon(path: &mut String, points: &[Point]) {
    for (index, (x, y)) in points.iter().enumerate() {
        let command = if index == 0 { 'M' } else { 'L' };
        let _ = write!(path, "{command}{x:.3} {y:.3}");
    }
    path.push('Z');
}

fn line(path: &mut String, from: Point, to: Point) {
    let _ = write!(path, "M{:.3} {:.3}L{:.3} {:.3}", from.0, from.1, to.0, to.1);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_tiles_leave_the_same_margin_on_all_sides() {
        let left = (PAGE.0 - TILE * f64::from(COLUMNS)) / 2.0;
        assert!((left - MARGIN).abs() < 1e-9, "{left} {MARGIN}");
        const { assert!(MARGIN > 5.0, "printers cannot print closer to the edge") };
    }

    #[test]
    fn the_frame_is_its_own_mirror_image() {
        let mut points = Vec::new();
        for (column, row) in border_tiles() {
            let centre = at(f64::from(column) + 0.5, f64::from(row) + 0.5);
            points.extend((0..8).map(|edge| on_octagon(centre, edge)));
        }
        for (column, row) in border_corners() {
            points.extend(knot(at(f64::from(column), f64::from(row))));
        }
        let near = |(x, y): Point| {
            points
                .iter()
                .any(|(u, v)| (u - x).abs() < 1e-6 && (v - y).abs() < 1e-6)
        };
        for (x, y) in &points {
            assert!(near((PAGE.0 - x, *y)) && near((*x, PAGE.1 - y)), "{x} {y}");
        }
    }
}
