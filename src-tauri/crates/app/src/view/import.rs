//! Bringing clips and logs in: what was chosen, how far it is, what came of it.

use super::Problem;
use camino::Utf8Path;
use circletake_domain::id::{BriefId, GenerationId, ModelName, PersonId, TemplateId};
use circletake_domain::money::{Amount, CostBasis};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Files a person dropped or chose; the page knows them only by this key.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ClipSelection {
    /// Names the selection in later calls.
    pub selection_key: String,
    /// How many files, folders walked.
    pub files: u32,
    /// Their size together, in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// The first few names, for people.
    pub sample_names: Vec<String>,
}

/// How clips are brought in.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct IngestOptions {
    /// For which brief; one that does not exist yet becomes a bare brief.
    pub brief_id: BriefId,
    /// By which model, where known.
    pub model: Option<ModelName>,
    /// Leave the files where they are instead of copying them in.
    pub reference: bool,
    /// Who asked the model for them, where known: they do not sign these clips.
    #[serde(default)]
    pub made_by: Option<PersonId>,
    /// With which version of a prompt template, where known: these clips count there.
    #[serde(default)]
    pub prompt: Option<PromptVersionName>,
    /// What the model cost for each clip; where nobody says, a price entry that fits is assumed.
    #[serde(default)]
    pub cost: Option<ClipCost>,
}

impl IngestOptions {
    /// Copies for this brief, of which nothing else is said.
    pub fn copies_for(brief_id: BriefId) -> Self {
        Self {
            brief_id,
            model: None,
            reference: false,
            made_by: None,
            prompt: None,
            cost: None,
        }
    }
}

/// Names a version of a prompt template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PromptVersionName {
    /// Of which template.
    pub template_id: TemplateId,
    /// Which, from 1.
    pub number: u32,
}

/// What the model cost for a clip, and how that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClipCost {
    /// In the library's currency.
    pub amount: Amount,
    /// Billed, reported by the provider, or assumed.
    pub basis: CostBasis,
}

/// How far long work is.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Progress {
    /// Things done.
    pub done: u32,
    /// Things to do; 0 while not yet known.
    pub total: u32,
    /// What is being worked on, for people.
    pub subject: String,
}

/// What came of bringing clips in.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct IngestReport {
    /// Clips that are new in the library.
    pub added: u32,
    /// Those of them whose attempts were logged before, without their clips.
    pub awaited: u32,
    /// Files whose bytes the library already had.
    pub duplicates: u32,
    /// Those of them whose own file was lost or written over, and is back.
    pub back: u32,
    /// Files that could not be brought in, each with its reason.
    pub failed: Vec<FailedFile>,
    /// The new clips.
    pub clips: Vec<IngestedClip>,
    /// Stopped on request before the end.
    pub cancelled: bool,
}

impl IngestReport {
    pub(crate) fn add(&mut self, generation: GenerationId, path: &Utf8Path) {
        self.added += 1;
        self.clips.push(IngestedClip {
            generation_id: generation,
            path: path.to_string(),
        });
    }
}

/// A file that could not be brought in.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FailedFile {
    /// Where it lies, for people.
    pub path: String,
    /// Why.
    pub error: Problem,
}

/// A clip that is new in the library.
#[derive(Debug, Clone, Serialize, TS)]
pub struct IngestedClip {
    /// Its generation.
    pub generation_id: GenerationId,
    /// Where it lies now, for people.
    pub path: String,
}

/// A log file a person chose, read but not yet written.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LogPreview {
    /// Names the selection in later calls.
    pub selection_key: String,
    /// The file's name.
    pub file_name: String,
    /// `jsonl`, `json_array`, `csv` ...
    pub format: String,
    /// The columns as the file names them.
    pub columns: Vec<String>,
    /// Which column each field of the log record is read from; null where none was recognised.
    pub mapping: BTreeMap<String, Option<String>>,
    /// How the file's own status words are read, with how often each occurs.
    pub status_words: Vec<StatusWord>,
    /// The first rows, in the file's columns.
    pub first_rows: Vec<Vec<String>>,
    /// Rows in the file.
    pub rows: u32,
    /// What an import would do.
    pub outcome: LogImportReport,
}

/// A status word of another log.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StatusWord {
    /// As the file writes it.
    pub word: String,
    /// What it is read as; null where nothing is known.
    pub status: Option<String>,
    /// In how many rows.
    pub count: u32,
}

/// What came, or would come, of importing a log.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct LogImportReport {
    /// Rows that are new.
    pub imported: u32,
    /// Rows the library already has, the same.
    pub unchanged: u32,
    /// Rows that differ from what the library has and were updated because that was asked for.
    pub updated: u32,
    /// Rows that differ from what the library has.
    pub conflicts: Vec<LogConflict>,
    /// Rows that could not be read.
    pub bad: Vec<BadRow>,
    /// Clips on this computer that the rows name and that were linked where they lie.
    pub clips_linked: u32,
    /// Clips on this computer that the rows name and that cannot be read; their rows were imported.
    pub clips_failed: Vec<FailedFile>,
}

/// What a log can be written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LogFormat {
    /// One JSON object a line.
    Jsonl,
    /// Comma-separated, safe to open in a spreadsheet.
    Csv,
}

/// A row that says something else than the library.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LogConflict {
    /// Which generation.
    pub id: GenerationId,
    /// Line in the file.
    pub line: u32,
    /// The fields that differ.
    pub fields: Vec<String>,
}

/// A row that could not be read.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BadRow {
    /// Line in the file, counted from 1.
    pub line: u32,
    /// The field of the log record.
    pub field: String,
    /// What stood there.
    pub value: String,
    /// What was expected.
    pub message: String,
}
