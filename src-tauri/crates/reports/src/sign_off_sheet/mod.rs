//! The sign-off sheet: who approved which bytes, gate by gate, as a page to send or rows to sort.

mod csv;
mod html;

pub use self::csv::csv;
pub use html::html;

use circletake_domain::frame_range::FrameRange;
use circletake_domain::gate::Verdict;
use circletake_domain::id::{BriefId, ContentHash, GenerationId};
use circletake_domain::note::NoteCategory;
use circletake_domain::sign_off::VoidReason;
use circletake_domain::status::Status;
use circletake_domain::timestamp::Timestamp;

/// Everything on the sheet.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// Whose library it is from.
    pub library: String,
    /// When it was written.
    pub written_at: Timestamp,
    /// Clip by clip.
    pub clips: Vec<SheetClip>,
}

/// A clip on the sheet.
#[derive(Debug, Clone)]
pub struct SheetClip {
    /// `gen_00042`.
    pub generation: GenerationId,
    /// Its brief.
    pub brief: BriefId,
    /// What the brief is for.
    pub goal: String,
    /// Its model, where known.
    pub model: Option<String>,
    /// Where it stands.
    pub status: Status,
    /// Which version it stands with.
    pub version: Option<u32>,
    /// Its bytes.
    pub content_hash: Option<ContentHash>,
    /// A picture of it.
    pub still: Option<SheetStill>,
    /// What is asked of it, and the answers.
    pub gates: Vec<SheetGate>,
    /// Its signatures, the latest first.
    pub signatures: Vec<SheetSignature>,
    /// What was said on the way, the latest first.
    pub remarks: Vec<SheetRemark>,
    /// What was noted at its frames, the latest version first.
    pub notes: Vec<SheetNote>,
}

/// A picture of a clip: inside the page, and a file beside the rows.
#[derive(Debug, Clone)]
pub struct SheetStill {
    /// The file, as seen from the rows' own folder: `sheet-stills/gen_00042_v1.jpg`.
    pub file: String,
    /// The picture.
    pub jpeg: Vec<u8>,
}

/// A gate on the sheet.
#[derive(Debug, Clone)]
pub struct SheetGate {
    /// What is asked, in words.
    pub asked: String,
    /// What was answered.
    pub answer: Option<SheetAnswer>,
}

/// An answer on the sheet.
#[derive(Debug, Clone)]
pub struct SheetAnswer {
    /// What.
    pub verdict: Verdict,
    /// Why it failed, or does not apply.
    pub words: Option<String>,
    /// At which frame.
    pub frame: Option<u32>,
    /// Who.
    pub person: String,
    /// When.
    pub at: Timestamp,
}

/// A signature on the sheet.
#[derive(Debug, Clone)]
pub struct SheetSignature {
    /// Of which version.
    pub version: u32,
    /// Of which bytes.
    pub content_hash: ContentHash,
    /// Who.
    pub person: String,
    /// Whether they gave a passphrase.
    pub passphrase_checked: bool,
    /// When.
    pub at: Timestamp,
    /// In their words.
    pub note: Option<String>,
    /// When and why it ended.
    pub voided: Option<(Timestamp, VoidReason)>,
}

impl SheetSignature {
    /// Whether it still stands.
    pub fn stands(&self) -> bool {
        self.voided.is_none()
    }
}

/// Something that was said in the history.
#[derive(Debug, Clone)]
pub struct SheetRemark {
    /// When.
    pub at: Timestamp,
    /// Who; `None` for the app.
    pub person: Option<String>,
    /// Where the clip went then.
    pub to: Status,
    /// What they said, reasons first.
    pub words: String,
}

/// A note at frames of a version.
#[derive(Debug, Clone)]
pub struct SheetNote {
    /// Of which version.
    pub version: u32,
    /// At which frames, counted from 0.
    pub range: FrameRange,
    /// What it is about.
    pub category: Option<NoteCategory>,
    /// In their words; empty where it is only drawn.
    pub body: String,
    /// How many strokes are drawn on the picture.
    pub strokes: usize,
    /// Who.
    pub person: String,
    /// When.
    pub at: Timestamp,
}

impl SheetNote {
    /// `version 1, frame 7` or `version 1, frames 7-12`.
    fn place(&self) -> String {
        let frames = if self.range.first() == self.range.last() {
            "frame"
        } else {
            "frames"
        };
        format!("version {}, {frames} {}", self.version, self.range)
    }
    /// What it says, what it is about, and that something is drawn.
    fn words(&self) -> String {
        let drawn = match self.strokes {
            0 => None,
            1 => Some("1 stroke drawn".to_owned()),
            strokes => Some(format!("{strokes} strokes drawn")),
        };
        let body = Some(self.body.clone()).filter(|body| !body.is_empty());
        let category = self.category.map(|category| category.as_str().to_owned());
        [body, category, drawn]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(", ")
    }
}
