//! Prompt templates: text with `{{placeholders}}`, rendered for a brief. What is unknown or unfilled is an error that names it.

mod exclusions;
mod placeholder;
mod reading;
mod rendering;

pub use exclusions::{InvalidExclusion, StandingExclusions};
pub use placeholder::Placeholder;
pub use reading::{TemplateFault, TemplateFaultKind, faults};
pub use rendering::{Draft, RenderedPiece};

use crate::brief::Brief;
use reading::Part;
use thiserror::Error;

/// The template every library starts with. The three standing exclusions are its last lines.
pub const BUILT_IN_TEMPLATE: &str = "\
A {{duration_seconds}} second {{format}} clip for {{channel}}.
Scene: {{scene}}
Mood: {{mood}}
Camera: {{camera_direction}}
Must include: {{must_include}}
Must avoid: {{must_avoid}}
{{standing_exclusions}}
";

/// The name of the built-in template.
pub const BUILT_IN_TEMPLATE_ID: &str = "tpl_built_in";

/// Why a template cannot be used or rendered.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TemplateError {
    /// A placeholder that no brief can fill.
    #[error("the template asks for `{{{{{0}}}}}`, which is not a field of a brief; it can ask for: {list}", list = Placeholder::names().join(", "))]
    Unknown(String),
    /// A placeholder that this brief leaves empty.
    #[error("the template asks for `{{{{{0}}}}}`, which this brief leaves empty")]
    Unfilled(String),
    /// `{{` without `}}`.
    #[error("the `{{{{` in line {0} of the template is never closed by `}}}}`")]
    Unclosed(usize),
}

/// A template that has been read: every placeholder in it can be filled by some brief.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    parts: Vec<Part>,
}

impl Template {
    /// Reads a template; unknown placeholders are refused here, before anybody writes a brief for it.
    pub fn parse(text: &str) -> Result<Self, TemplateError> {
        let (parts, faults) = reading::read(text);
        match faults.into_iter().next() {
            None => Ok(Self { parts }),
            Some(fault) => Err(match fault.kind {
                TemplateFaultKind::Unknown { name, .. } => TemplateError::Unknown(name),
                TemplateFaultKind::Unclosed => TemplateError::Unclosed(fault.line),
            }),
        }
    }
    /// The placeholders it asks for, in order, each once.
    pub fn placeholders(&self) -> Vec<Placeholder> {
        let mut asked = Vec::new();
        for part in &self.parts {
            if let Part::Placeholder(placeholder) = part
                && !asked.contains(placeholder)
            {
                asked.push(*placeholder);
            }
        }
        asked
    }
    /// The prompt for a brief. The standing exclusions end it where the template gives them no place of their own.
    pub fn render(&self, brief: &Brief, exclusions: &StandingExclusions) -> Result<String, TemplateError> {
        let mut draft = Draft::of(&self.parts, brief, exclusions);
        if draft.unfilled.is_empty() {
            Ok(draft.text())
        } else {
            Err(TemplateError::Unfilled(draft.unfilled.remove(0).as_str().to_owned()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::BriefId;
    use rust_decimal::Decimal;

    fn brief() -> Brief {
        Brief {
            channel: "instagram_reel".into(),
            format: "social_broll".into(),
            duration_seconds: Some(Decimal::new(60, 1)),
            scene: Some("a mug on a sill, {{mood}}".into()),
            mood: Some("calm".into()),
            camera_direction: Some("slow push in".into()),
            must_include: vec!["steam".into(), "window".into()],
            must_avoid: vec!["hands".into()],
            ..Brief::bare(BriefId::new("bf_2025_001").unwrap())
        }
    }

    fn render(template: &str) -> Result<String, TemplateError> {
        Template::parse(template)?.render(&brief(), &StandingExclusions::default())
    }

    #[test]
    fn the_built_in_template_renders_and_ends_with_the_three_exclusions() {
        let prompt = render(BUILT_IN_TEMPLATE).unwrap();
        assert!(prompt.starts_with("A 6 second social_broll clip for instagram_reel.\n"));
        assert!(prompt.contains("Must include: steam, window\n"));
        assert!(prompt.ends_with("No text overlays.\nNo logos.\nNo recognisable public figures.\n"));
    }

    #[test]
    fn what_a_brief_says_is_never_read_as_a_placeholder() {
        assert!(render("{{scene}}").unwrap().contains("{{mood}}"));
    }

    #[test]
    fn the_exclusions_stand_in_every_prompt_whether_the_template_places_them_or_not() {
        assert_eq!(
            render("{{mood}}").unwrap(),
            "calm\nNo text overlays.\nNo logos.\nNo recognisable public figures.\n"
        );
        let first = render("{{standing_exclusions}}\n{{mood}}").unwrap();
        assert!(
            first.starts_with("No text overlays.\n") && first.ends_with("\ncalm"),
            "{first}"
        );
        let none = StandingExclusions::new(&[]).unwrap();
        let plain = Template::parse("{{mood}}").unwrap().render(&brief(), &none).unwrap();
        assert_eq!(plain, "calm");
    }

    #[test]
    fn an_unknown_an_unfilled_and_an_unclosed_placeholder_are_named() {
        let unknown = Template::parse("{{ camera_direktion }}").unwrap_err();
        assert!(
            unknown
                .to_string()
                .starts_with("the template asks for `{{camera_direktion}}`, which is not"),
            "{unknown}"
        );
        let unfilled = render("{{voice_cues}}").unwrap_err();
        assert_eq!(
            unfilled.to_string(),
            "the template asks for `{{voice_cues}}`, which this brief leaves empty"
        );
        assert_eq!(Template::parse("one\ntwo {{mood"), Err(TemplateError::Unclosed(2)));
    }
}
