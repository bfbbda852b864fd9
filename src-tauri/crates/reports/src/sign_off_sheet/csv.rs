//! A row an answer, safe to open in a spreadsheet; a clip of which nothing is asked has one row.

use super::{Sheet, SheetClip, SheetGate, SheetNote, SheetRemark};
use crate::log::formula::neutralise;
use circletake_domain::id::ContentHash;
use std::io;

const HEAD: [&str; 22] = [
    "generation_id",
    "brief_id",
    "goal",
    "model",
    "status",
    "version",
    "content_hash",
    "gate",
    "answer",
    "answer_words",
    "frame",
    "answered_by",
    "answered_at",
    "signed_by",
    "signed_at",
    "passphrase_checked",
    "sign_off_note",
    "voided_at",
    "void_reason",
    "still",
    "frame_notes",
    "remarks",
];

/// The sheet as CSV.
pub fn csv(sheet: &Sheet) -> io::Result<Vec<u8>> {
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(HEAD)?;
    for clip in &sheet.clips {
        if clip.gates.is_empty() {
            out.write_record(row(clip, None))?;
        }
        for gate in &clip.gates {
            out.write_record(row(clip, Some(gate)))?;
        }
    }
    out.into_inner().map_err(csv::IntoInnerError::into_error)
}

fn row(clip: &SheetClip, gate: Option<&SheetGate>) -> Vec<String> {
    let text = |value: Option<&str>| neutralise(value.unwrap_or_default()).into_owned();
    let answer = gate.and_then(|gate| gate.answer.as_ref());
    let signature = clip.signatures.first();
    let voided = signature.and_then(|signature| signature.voided);
    vec![
        text(Some(clip.generation.as_str())),
        text(Some(clip.brief.as_str())),
        text(Some(&clip.goal)),
        text(clip.model.as_deref()),
        clip.status.to_string(),
        clip.version.map(|version| version.to_string()).unwrap_or_default(),
        text(clip.content_hash.as_ref().map(ContentHash::as_str)),
        text(gate.map(|gate| gate.asked.as_str())),
        answer.map_or("open", |answer| answer.verdict.as_str()).to_owned(),
        text(answer.and_then(|answer| answer.words.as_deref())),
        answer
            .and_then(|answer| answer.frame)
            .map(|frame| frame.to_string())
            .unwrap_or_default(),
        text(answer.map(|answer| answer.person.as_str())),
        answer.map(|answer| answer.at.to_string()).unwrap_or_default(),
        text(signature.map(|signature| signature.person.as_str())),
        signature.map(|signature| signature.at.to_string()).unwrap_or_default(),
        signature
            .map(|signature| signature.passphrase_checked.to_string())
            .unwrap_or_default(),
        text(signature.and_then(|signature| signature.note.as_deref())),
        voided.map(|(at, _)| at.to_string()).unwrap_or_default(),
        voided.map(|(_, why)| why.to_string()).unwrap_or_default(),
        text(clip.still.as_ref().map(|still| still.file.as_str())),
        text(Some(&listed(clip.notes.iter().map(noted)))),
        text(Some(&listed(clip.remarks.iter().map(remarked)))),
    ]
}

/// Several in one cell, on one line: a row stays a line.
fn listed(said: impl Iterator<Item = String>) -> String {
    let one_line = |said: String| said.split_whitespace().collect::<Vec<_>>().join(" ");
    said.map(one_line).collect::<Vec<_>>().join(" | ")
}

fn noted(note: &SheetNote) -> String {
    format!("{}: {} ({}, {})", note.place(), note.words(), note.person, note.at)
}

fn remarked(remark: &SheetRemark) -> String {
    let person = remark.person.as_deref().unwrap_or("Circletake");
    format!("{}: {} ({person}, {})", remark.to, remark.words, remark.at)
}
