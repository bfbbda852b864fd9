//! Prompt templates: text with `{{placeholders}}`, rendered for a brief. What is unknown or unfilled is an error that names it.

use crate::brief::Brief;
use thiserror::Error;

/// The template every library starts with. The three standing exclusions are its last lines.
pub const BUILT_IN_TEMPLATE: &str = "\
A {{duration_seconds}} second {{format}} clip for {{channel}}.
Scene: {{scene}}
Mood: {{mood}}
Camera: {{camera_direction}}
Must include: {{must_include}}
Must avoid: {{must_avoid}}
No text overlays.
No logos.
No recognisable public figures.
";

/// Every placeholder a template may carry.
pub const PLACEHOLDERS: &[&str] = &[
    "brief_id",
    "channel",
    "format",
    "duration_seconds",
    "goal",
    "must_include",
    "must_avoid",
    "aspect_ratio",
    "resolution",
    "frame_rate",
    "scene",
    "mood",
    "camera_direction",
    "voice_cues",
    "music_cues",
    "brand_identity",
    "brand_messaging",
];

/// Why a template cannot be used or rendered.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TemplateError {
    /// A placeholder that no brief can fill.
    #[error("the template asks for `{{{{{0}}}}}`, which is not a field of a brief; it can ask for: {list}", list = PLACEHOLDERS.join(", "))]
    Unknown(String),
    /// A placeholder that this brief leaves empty.
    #[error("the template asks for `{{{{{0}}}}}`, which this brief leaves empty")]
    Unfilled(String),
    /// `{{` without `}}`.
    #[error("the `{{{{` in line {0} of the template is never closed by `}}}}`")]
    Unclosed(usize),
}

/// A template that has been read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Text(String),
    Placeholder(&'static str),
}

impl Template {
    /// Reads a template; unknown placeholders are refused here, before anybody writes a brief for it.
    pub fn parse(text: &str) -> Result<Self, TemplateError> {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some(start) = rest.find("{{") {
            let read = text.len() - rest.len() + start;
            parts.push(Part::Text(rest[..start].to_owned()));
            let inside = &rest[start + 2..];
            let end = inside
                .find("}}")
                .ok_or_else(|| TemplateError::Unclosed(text[..read].matches('\n').count() + 1))?;
            let name = inside[..end].trim();
            let known = PLACEHOLDERS
                .iter()
                .find(|placeholder| **placeholder == name)
                .ok_or_else(|| TemplateError::Unknown(name.to_owned()))?;
            parts.push(Part::Placeholder(known));
            rest = &inside[end + 2..];
        }
        parts.push(Part::Text(rest.to_owned()));
        Ok(Self { parts })
    }
    /// The placeholders it asks for, in order, each once.
    pub fn placeholders(&self) -> Vec<&'static str> {
        let mut names = Vec::new();
        for part in &self.parts {
            if let Part::Placeholder(name) = part
                && !names.contains(name)
            {
                names.push(*name);
            }
        }
        names
    }
    /// The prompt for a brief.
    pub fn render(&self, brief: &Brief) -> Result<String, TemplateError> {
        self.parts
            .iter()
            .map(|part| match part {
                Part::Text(text) => Ok(text.clone()),
                Part::Placeholder(name) => {
                    value(brief, name).ok_or_else(|| TemplateError::Unfilled((*name).to_owned()))
                }
            })
            .collect()
    }
}

fn value(brief: &Brief, placeholder: &str) -> Option<String> {
    let list = |items: &[String]| items.join(", ");
    let value = match placeholder {
        "brief_id" => Some(brief.brief_id.to_string()),
        "channel" => Some(brief.channel.clone()),
        "format" => Some(brief.format.clone()),
        "duration_seconds" => brief.duration_seconds.map(|seconds| seconds.normalize().to_string()),
        "goal" => Some(brief.goal.clone()),
        "must_include" => Some(list(&brief.must_include)),
        "must_avoid" => Some(list(&brief.must_avoid)),
        "aspect_ratio" => brief.aspect_ratio.clone(),
        "resolution" => brief.resolution.clone(),
        "frame_rate" => brief.frame_rate.clone(),
        "scene" => brief.scene.clone(),
        "mood" => brief.mood.clone(),
        "camera_direction" => brief.camera_direction.clone(),
        "voice_cues" => brief.voice_cues.clone(),
        "music_cues" => brief.music_cues.clone(),
        "brand_identity" => brief.brand.identity.clone(),
        "brand_messaging" => brief.brand.messaging.clone(),
        _ => None,
    };
    value.filter(|value| !value.trim().is_empty())
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

    #[test]
    fn the_built_in_template_renders_and_ends_with_the_three_exclusions() {
        let prompt = Template::parse(BUILT_IN_TEMPLATE).unwrap().render(&brief()).unwrap();
        assert!(prompt.starts_with("A 6 second social_broll clip for instagram_reel.\n"));
        assert!(prompt.contains("Must include: steam, window\n"));
        assert!(prompt.ends_with("No text overlays.\nNo logos.\nNo recognisable public figures.\n"));
    }

    #[test]
    fn what_a_brief_says_is_never_read_as_a_placeholder() {
        assert!(
            Template::parse("{{scene}}")
                .unwrap()
                .render(&brief())
                .unwrap()
                .contains("{{mood}}")
        );
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
        let unfilled = Template::parse("{{voice_cues}}").unwrap().render(&brief()).unwrap_err();
        assert_eq!(
            unfilled.to_string(),
            "the template asks for `{{voice_cues}}`, which this brief leaves empty"
        );
        assert_eq!(Template::parse("one\ntwo {{mood"), Err(TemplateError::Unclosed(2)));
    }
}
