//! One page with everything inside: no script, nothing fetched, every word escaped by the template. Charts are our own strings, escaped where
//! they are drawn.

use super::section::{Block, Section};
use super::{PilotReport, sections};
use askama::Template;

#[derive(Template)]
#[template(path = "pilot_report.html")]
struct Page<'a> {
    report: &'a PilotReport,
    sections: Vec<Section>,
}

/// The report as a page.
pub fn html(report: &PilotReport) -> Result<String, askama::Error> {
    let page = Page {
        report,
        sections: sections(report),
    };
    page.render()
}
