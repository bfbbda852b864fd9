//! The words of the sample: its people, briefs, prompts and notes.

use crate::error::AppError;
use circletake_domain::brief::Brief;
use circletake_domain::person::Role;
use circletake_domain::prompt::{BUILT_IN_TEMPLATE, StandingExclusions, Template};
use circletake_domain::status::Status;
use serde_json::json;

pub(super) const LIBRARY_NAME: &str = "Sample pilot";
pub(super) const PILOT_NAME: &str = "Sample: social b-roll, two weeks";

/// What a usable clip costs today, in dollars.
pub(super) const BENCHMARK: &str = "55";

pub(super) const PLAN_NAME: &str = "Two weeks, two models";

/// The cheap model and the dear one.
pub(super) const MODELS: [&str; 2] = ["sample-sketch-1", "sample-hero-2"];

pub(super) const BRIEF_IDS: [&str; 3] = ["bf_sample_001", "bf_sample_002", "bf_sample_003"];

pub(super) const PEOPLE: &[(&str, Role)] = &[
    ("Maya Lindqvist", Role::CreativeDirector),
    ("Tomás Ribeiro", Role::Editor),
    ("Aiko Tanabe", Role::BrandReviewer),
    ("Sam Okafor", Role::Producer),
];

/// Three briefs of one campaign.
pub(super) fn briefs() -> Result<Vec<Brief>, AppError> {
    let brand = json!({
        "identity": "Norrland, a maker of enamel mugs", "messaging": "Slow mornings",
        "do": ["natural light", "quiet movement"], "dont": ["studio white", "people's faces"],
    });
    let bodies = [
        json!({
            "brief_id": BRIEF_IDS[0], "goal": "Make a slow morning feel worth getting up for",
            "scene": "Dunes at first light, wind over the grass", "mood": "calm, warm", "camera_direction": "slow push in",
            "must_include": ["low sun"], "must_avoid": ["people", "footprints"],
        }),
        json!({
            "brief_id": BRIEF_IDS[1], "goal": "Show that the bottle stands on its own",
            "scene": "A bottle turning on a plain table", "mood": "clean, confident", "camera_direction": "locked off",
            "must_include": ["the whole bottle"], "must_avoid": ["hands", "labels that change"],
        }),
        json!({
            "brief_id": BRIEF_IDS[2], "goal": "A background that a headline can stand on",
            "scene": "Lights of a city out of focus", "mood": "anticipation", "camera_direction": "drift to the left",
            "must_include": ["a dark third at the top"], "must_avoid": ["readable signs", "logos"],
        }),
    ];
    let mut briefs = Vec::with_capacity(bodies.len());
    for mut body in bodies {
        if let Some(fields) = body.as_object_mut() {
            fields.insert("channel".into(), json!("instagram_reel"));
            fields.insert("format".into(), json!("social_broll"));
            fields.insert("duration_seconds".into(), json!(5.5));
            fields.insert("aspect_ratio".into(), json!("9:16"));
            fields.insert("frame_rate".into(), json!("24"));
            fields.insert("brand".into(), brand.clone());
        }
        briefs.push(Brief::from_json(&body).map_err(AppError::Brief)?);
    }
    Ok(briefs)
}

/// What the template of the sample is called.
pub(super) const TEMPLATE_NAME: &str = "Sample social b-roll";

/// The versions of the template, each saying it another way.
pub(super) const TEMPLATES: [&str; 3] = [
    BUILT_IN_TEMPLATE,
    "{{scene}}. {{mood}}. {{camera_direction}}. For {{brand_identity}}: {{brand_messaging}}.\n\
     Must include: {{must_include}}\nMust avoid: {{must_avoid}}\n{{standing_exclusions}}\n",
    "Camera: {{camera_direction}}. {{scene}}, {{mood}}, {{duration_seconds}} seconds, vertical.\n\
     Must include: {{must_include}}\nMust avoid: {{must_avoid}}\n{{standing_exclusions}}\n",
];

/// What was asked of the model with a version of the template.
pub(super) fn prompt(brief: &Brief, version: u32) -> String {
    let template = TEMPLATES.get(version.saturating_sub(1) as usize).copied();
    let template = Template::parse(template.unwrap_or(BUILT_IN_TEMPLATE));
    let rendered = template.and_then(|template| template.render(brief, &StandingExclusions::default()));
    rendered.unwrap_or_else(|error| error.to_string())
}

/// What somebody wrote beside a decision.
pub(super) fn note(number: u32, status: Status) -> Option<&'static str> {
    match (number, status) {
        (3, Status::RejectedQuality) => Some("The picture stands still after a second and a half."),
        (6, Status::RejectedAccuracy) => Some("The neck of the bottle is too long."),
        (7, Status::RejectedQuality) => Some("Goes black."),
        (11, Status::RejectedQuality) => Some("Landscape; we asked for vertical."),
        (17, Status::RejectedRightsRisk) => Some("That skyline is a protected design."),
        (27, Status::RejectedRightsRisk) => Some("Flashes faster than the platform allows."),
        (12 | 20 | 37, Status::RejectedBrandFit) => Some("Too cold for us."),
        (29, Status::NeedsRevision) => Some("Trim the first eight frames."),
        (9, Status::ApprovedForEdit) => Some("This is the one for Monday."),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_brief_reads_and_every_template_renders() {
        for brief in briefs().unwrap() {
            for version in 1..=3 {
                let text = prompt(&brief, version);
                assert!(text.contains(brief.camera_direction.as_deref().unwrap()), "{text}");
            }
        }
    }
}
