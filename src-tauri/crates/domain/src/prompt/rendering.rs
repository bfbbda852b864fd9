//! A template as it would read for a brief, gaps included: what is shown while either is written.

use super::reading::{self, Part};
use super::{Placeholder, StandingExclusions};
use crate::brief::Brief;

/// A run of a rendered prompt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenderedPiece {
    /// As it reads; the placeholder with its braces where nothing fills it.
    pub text: String,
    /// Where it comes from; `None` for the template's own words.
    pub placeholder: Option<Placeholder>,
    /// Whether nothing fills it, or nothing could.
    pub gap: bool,
}

/// A template as it would read for a brief.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The prompt, run by run.
    pub pieces: Vec<RenderedPiece>,
    /// What the template asks for and the brief leaves empty, each once.
    pub unfilled: Vec<Placeholder>,
    /// What the brief says and the template does not ask for.
    pub unused: Vec<Placeholder>,
}

impl Draft {
    /// What a text reads for a brief, whatever is wrong in it.
    pub fn of_text(text: &str, brief: &Brief, exclusions: &StandingExclusions) -> Self {
        Self::of(&reading::read(text).0, brief, exclusions)
    }

    pub(super) fn of(parts: &[Part], brief: &Brief, exclusions: &StandingExclusions) -> Self {
        let mut pieces: Vec<RenderedPiece> = Vec::new();
        let (mut asked, mut unfilled) = (Vec::new(), Vec::new());
        for part in parts {
            let piece = match part {
                Part::Text(text) => RenderedPiece {
                    text: text.clone(),
                    placeholder: None,
                    gap: false,
                },
                Part::Unknown(text) => RenderedPiece {
                    text: text.clone(),
                    placeholder: None,
                    gap: true,
                },
                Part::Placeholder(placeholder) => {
                    asked.push(*placeholder);
                    let value = placeholder.value(brief, exclusions);
                    if value.is_none() && !unfilled.contains(placeholder) {
                        unfilled.push(*placeholder);
                    }
                    RenderedPiece {
                        gap: value.is_none(),
                        text: value.unwrap_or_else(|| format!("{{{{{}}}}}", placeholder.as_str())),
                        placeholder: Some(*placeholder),
                    }
                }
            };
            if !piece.text.is_empty() {
                pieces.push(piece);
            }
        }
        if !asked.contains(&Placeholder::StandingExclusions) && !exclusions.lines().is_empty() {
            let ends_a_line = pieces.last().is_none_or(|piece| piece.text.ends_with('\n'));
            pieces.push(RenderedPiece {
                text: format!("{}{}\n", if ends_a_line { "" } else { "\n" }, exclusions.text()),
                placeholder: Some(Placeholder::StandingExclusions),
                gap: false,
            });
        }
        let unused = Placeholder::ALL.iter().copied().filter(|placeholder| {
            !matches!(placeholder, Placeholder::BriefId | Placeholder::StandingExclusions)
                && !asked.contains(placeholder)
                && placeholder.value(brief, exclusions).is_some()
        });
        Self {
            unused: unused.collect(),
            pieces,
            unfilled,
        }
    }

    /// The whole text.
    pub fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::BriefId;

    #[test]
    fn gaps_stay_in_sight_and_what_nobody_asks_for_is_named() {
        let brief = Brief {
            mood: Some("calm".into()),
            voice_cues: Some("a whisper".into()),
            ..Brief::bare(BriefId::new("bf_1").unwrap())
        };
        let none = StandingExclusions::new(&[]).unwrap();
        let draft = Draft::of_text("{{mood}}, {{scene}}, {{scene}} {{wat}}", &brief, &none);
        assert_eq!(draft.text(), "calm, {{scene}}, {{scene}} {{wat}}");
        assert_eq!(draft.unfilled, [Placeholder::Scene]);
        assert_eq!(draft.unused, [Placeholder::VoiceCues]);
        let gaps: Vec<_> = draft
            .pieces
            .iter()
            .filter(|piece| piece.gap)
            .map(|piece| piece.text.as_str())
            .collect();
        assert_eq!(gaps, ["{{scene}}", "{{scene}}", "{{wat}}"]);
    }
}
