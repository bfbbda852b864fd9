//! How a template reads: for a brief as it is written now, gaps and faults named.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::prompt::{PlaceholderView, PromptRun, TemplateFaultView, TemplateReading};
use circletake_domain::brief::Brief;
use circletake_domain::id::BriefId;
use circletake_domain::prompt::{Draft, Placeholder, StandingExclusions, TemplateFaultKind, faults};

impl OpenLibrary {
    /// Everything a template may ask for.
    pub fn prompt_placeholders(&self) -> Vec<PlaceholderView> {
        let all = Placeholder::ALL.iter().map(|placeholder| PlaceholderView {
            name: placeholder.as_str().to_owned(),
            label: placeholder.label().to_owned(),
        });
        all.collect()
    }

    /// How a template's text reads, for a brief as it is written now where one is named.
    pub async fn read_template(&self, body: &str, brief: Option<&BriefId>) -> Result<TemplateReading, AppError> {
        let written = match brief {
            Some(id) => Some(self.brief_as_far_as_it_reads(id).await?),
            None => None,
        };
        Ok(reading(body, written.as_ref(), &self.exclusions().await?))
    }

    /// What is written of a brief; where that does not read, what its current revision says.
    async fn brief_as_far_as_it_reads(&self, id: &BriefId) -> Result<Brief, AppError> {
        let current = self.store().brief(id).await?.brief;
        let draft = self.store().brief_draft(id).await?;
        Ok(match draft.map(|draft| draft.form.read(&current)) {
            Some(Ok(brief)) => brief,
            _ => current,
        })
    }
}

pub(super) fn reading(body: &str, brief: Option<&Brief>, exclusions: &StandingExclusions) -> TemplateReading {
    let nobody = BriefId::new("no_brief").ok().map(Brief::bare);
    let draft = brief
        .or(nobody.as_ref())
        .map(|brief| Draft::of_text(body, brief, exclusions));
    let faults: Vec<TemplateFaultView> = faults(body)
        .into_iter()
        .map(|fault| {
            let (unknown, nearest) = match fault.kind {
                TemplateFaultKind::Unknown { name, nearest } => (Some(name), nearest),
                TemplateFaultKind::Unclosed => (None, None),
            };
            TemplateFaultView {
                line: u32::try_from(fault.line).unwrap_or(u32::MAX),
                unknown,
                nearest: nearest.map(|placeholder| placeholder.as_str().to_owned()),
            }
        })
        .collect();
    let names = |placeholders: &[Placeholder]| -> Vec<String> {
        placeholders.iter().map(|one| one.as_str().to_owned()).collect()
    };
    // Without a brief every placeholder is a gap, which is nobody's fault.
    let of_brief = draft.as_ref().filter(|_| brief.is_some());
    let unfilled = of_brief.map(|draft| names(&draft.unfilled)).unwrap_or_default();
    TemplateReading {
        brief_id: brief.map(|brief| brief.brief_id.clone()),
        complete: brief.is_some() && faults.is_empty() && unfilled.is_empty(),
        unused: of_brief.map(|draft| names(&draft.unused)).unwrap_or_default(),
        unfilled,
        faults,
        pieces: draft
            .map(|draft| draft.pieces)
            .unwrap_or_default()
            .into_iter()
            .map(|piece| PromptRun {
                text: piece.text,
                placeholder: piece.placeholder.map(|placeholder| placeholder.as_str().to_owned()),
                gap: piece.gap,
            })
            .collect(),
    }
}
