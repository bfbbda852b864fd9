//! The report as a tagged PDF, set by typst. Everything comes in as data, so that untrusted words stay words; fonts are our own; nothing is
//! read, fetched or dated, so that the same report is the same file to the byte.

mod data;
mod world;

use super::{PilotReport, sections};
use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use world::ReportWorld;

/// What it is printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// 210 by 297 mm.
    #[default]
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

impl Paper {
    /// As typst calls it.
    fn name(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::Letter => "us-letter",
        }
    }
}

/// A report that could not be set. It names what typst said: the fault is ours, not the reader's.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("the report could not be set as a PDF: {0}")]
pub struct PdfError(String);

impl PdfError {
    fn of(problems: &[SourceDiagnostic]) -> Self {
        let said: Vec<&str> = problems.iter().map(|problem| problem.message.as_str()).collect();
        Self(said.join("; "))
    }
}

/// The report as a PDF: tagged, titled, with words for every picture. It meets PDF/UA-1 wherever its words can be written in our font.
pub fn pdf(report: &PilotReport, paper: Paper) -> Result<Vec<u8>, PdfError> {
    let inputs = data::inputs(report, &sections(report), paper.name()).map_err(|error| PdfError(error.to_string()))?;
    let world = ReportWorld::new(inputs).ok_or_else(|| PdfError("its fonts cannot be read".to_owned()))?;
    let document = typst::compile::<PagedDocument>(&world)
        .output
        .map_err(|problems| PdfError::of(&problems))?;
    let options = |standards: &[PdfStandard]| {
        Ok(PdfOptions {
            ident: Smart::Custom(format!("{} {}", report.pilot, report.written_at)),
            creator: Smart::Custom(Some("Circletake".to_owned())),
            standards: PdfStandards::new(standards).map_err(|error| PdfError(error.message().to_string()))?,
            ..PdfOptions::default()
        })
    };
    let bytes = match typst_pdf::pdf(&document, &options(&[PdfStandard::Ua_1])?) {
        Ok(bytes) => Ok(bytes),
        // A name in letters that our font has not cannot meet PDF/UA; the file is tagged all the same, and the rest of it reads.
        Err(_) => typst_pdf::pdf(&document, &options(&[])?).map_err(|problems| PdfError::of(&problems)),
    };
    // Typst remembers what it worked out for the next time; the next report is another one.
    comemo::evict(0);
    bytes
}
