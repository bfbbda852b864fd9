//! Notes handed over: rows, markers, stills with the strokes burnt in.
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use circletake_domain::frame::{FrameIndex, FrameRate};
use circletake_domain::frame_range::FrameRange;
use circletake_domain::id::{BriefId, GenerationId};
use circletake_domain::note::{NoteCategory, Point, Stroke};
use circletake_domain::timestamp::Timestamp;
use circletake_reports::notes::{NoteRecord, burn_in, markers, write_csv};
use image::{ImageFormat, Rgb, RgbImage};
use std::io::Cursor;

fn note(generation: &str, first: u32, last: u32, body: &str) -> NoteRecord {
    NoteRecord {
        generation: GenerationId::new(generation).unwrap(),
        brief: BriefId::new("bf_2025_001").unwrap(),
        version: 1,
        file: format!("clips/bf_2025_001/{generation}_v1.mp4"),
        frame_rate: FrameRate::new(24_000, 1_001).unwrap(),
        frame_count: 144,
        range: FrameRange::new(FrameIndex(first), FrameIndex(last)).unwrap(),
        category: Some(NoteCategory::Product),
        body: body.to_owned(),
        strokes: Vec::new(),
        person: "Maya Lindqvist".to_owned(),
        written_at: Timestamp::parse("2026-11-20T08:37:00Z").unwrap(),
        edited_at: None,
        still: Some(format!("stills/{generation}_v1_f{first:05}.png")),
    }
}

fn notes() -> Vec<NoteRecord> {
    let drawn = NoteRecord {
        category: None,
        strokes: vec![Stroke::Arrow {
            from: Point { x: 0.1, y: 0.2 },
            to: Point { x: 0.5, y: 0.5 },
        }],
        ..note("gen_00002", 0, 0, "")
    };
    vec![
        note("gen_00001", 12, 12, "the handle melts"),
        note("gen_00001", 48, 95, "=HYPERLINK(\"http://a\")"),
        drawn,
    ]
}

#[test]
fn notes_are_rows_that_no_spreadsheet_runs() {
    let mut out = Vec::new();
    write_csv(&mut out, &notes()).unwrap();
    insta::assert_snapshot!(String::from_utf8(out).unwrap());
}

#[test]
fn notes_are_markers_on_their_clips() {
    insta::assert_snapshot!(serde_json::to_string_pretty(&markers("Lake house", &notes())).unwrap());
}

#[test]
fn strokes_are_burnt_in_where_they_were_drawn_and_nowhere_else() {
    let grey = RgbImage::from_pixel(1280, 720, Rgb([128, 128, 128]));
    let mut still = Cursor::new(Vec::new());
    grey.write_to(&mut still, ImageFormat::Png).unwrap();
    let at = |x, y| Point { x, y };
    let strokes = [
        Stroke::Box {
            from: at(0.25, 0.25),
            to: at(0.75, 0.75),
        },
        Stroke::Pen {
            points: vec![at(0.5, 0.5)],
        },
        Stroke::Text {
            at: at(0.3, 0.95),
            text: "W".to_owned(),
        },
        Stroke::Arrow {
            from: at(0.0, 0.0),
            to: at(1.0, 0.0),
        },
    ];
    let burnt = image::load_from_memory(&burn_in(still.get_ref(), &strokes).unwrap())
        .unwrap()
        .to_rgb8();
    let is_ink = |x, y| {
        let Rgb([red, green, blue]) = *burnt.get_pixel(x, y);
        red > 200 && green < 140 && blue < 120
    };
    assert_eq!(burnt.dimensions(), (1280, 720));
    assert!(is_ink(320, 360), "the left side of the box");
    assert!(is_ink(640, 180), "its top");
    assert!(is_ink(640, 360), "the dot");
    assert!((384..440).any(|x| (640..700).any(|y| is_ink(x, y))), "the letter");
    assert_eq!(
        *burnt.get_pixel(480, 280),
        Rgb([128, 128, 128]),
        "the inside of the box"
    );
    assert_eq!(*burnt.get_pixel(1200, 600), Rgb([128, 128, 128]), "the rest");
}
