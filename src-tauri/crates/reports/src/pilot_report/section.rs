//! What stands on a report, before it is a page or a PDF: plain words, tables, charts and pictures.

use crate::charts::Chart;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use circletake_domain::decision::DecisionVerdict;

/// A heading with what stands below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub heading: String,
    /// In order.
    pub blocks: Vec<Block>,
}

/// A piece of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading below the section's.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// Sentences, each with what follows from it.
    List(Vec<Item>),
    /// Rows and columns.
    Table(Table),
    /// A chart.
    Chart(Chart),
    /// Pictures of clips.
    Stills(Vec<Still>),
    /// How figures are made.
    Formulas(Vec<Formula>),
}

/// A sentence of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What follows from it.
    pub mark: Mark,
    /// The sentence.
    pub text: String,
}

/// What follows from a sentence; said in words too, because a mark alone may not be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// It is told beside.
    Told,
    /// It speaks for.
    Holds,
    /// It does not say yet.
    Open,
    /// It speaks against.
    Fails,
}

impl Mark {
    pub(super) fn of(verdict: Option<DecisionVerdict>) -> Self {
        match verdict {
            None => Self::Told,
            Some(DecisionVerdict::Meets) => Self::Holds,
            Some(DecisionVerdict::CannotBeJudged) => Self::Open,
            Some(DecisionVerdict::DoesNotMeet) => Self::Fails,
        }
    }
    /// In words; nothing where it is only told.
    pub fn words(self) -> &'static str {
        match self {
            Self::Told => "",
            Self::Holds => "Holds",
            Self::Open => "Open",
            Self::Fails => "Does not hold",
        }
    }
}

/// Rows under their columns. The first column names the row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What it is.
    pub caption: String,
    /// The columns.
    pub head: Vec<String>,
    /// The rows; each has a cell a column.
    pub rows: Vec<Vec<String>>,
    /// Whether all but the first column are figures.
    pub figures: bool,
}

/// A picture of a clip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Still {
    /// JPEG.
    pub jpeg: Vec<u8>,
    /// What it is of.
    pub caption: String,
}

impl Still {
    /// The picture as an address that holds it.
    pub fn address(&self) -> String {
        format!("data:image/jpeg;base64,{}", STANDARD.encode(&self.jpeg))
    }
}

/// How a figure is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Formula {
    /// Which figure.
    pub name: String,
    /// The formula.
    pub formula: String,
    /// What it means, and what becomes of what is not known.
    pub note: String,
}

impl Table {
    pub(super) fn of_figures(caption: &str, head: &[&str], rows: Vec<Vec<String>>) -> Self {
        Self {
            caption: caption.to_owned(),
            head: head.iter().map(|column| (*column).to_owned()).collect(),
            rows,
            figures: true,
        }
    }
    pub(super) fn of_words(caption: &str, head: &[&str], rows: Vec<Vec<String>>) -> Self {
        Self {
            figures: false,
            ..Self::of_figures(caption, head, rows)
        }
    }
}
