//! What is worth a second look in a brief that reads well: told beside the field, never in the way.

use super::presets::{self, FirstUse};
use super::{Brief, Fidelity, Level};

/// Something worth a second look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Beside which field.
    pub field: &'static str,
    /// What, in a sentence.
    pub words: String,
}

impl Brief {
    /// What is worth a second look.
    pub fn remarks(&self) -> Vec<Remark> {
        let mut remarks = Vec::new();
        let mut say = |field: &'static str, words: String| remarks.push(Remark { field, words });
        if self.goal.is_empty() {
            say(
                "goal",
                "Without a goal nobody can say whether a clip reached it.".to_owned(),
            );
        }
        if let Some(channel) = presets::channel(&self.channel) {
            if let Some(aspect) = self
                .aspect_ratio
                .as_deref()
                .filter(|aspect| *aspect != channel.aspect_ratio)
            {
                say(
                    "aspect_ratio",
                    format!(
                        "This channel shows {}; {aspect} would be cropped or boxed.",
                        channel.aspect_ratio
                    ),
                );
            }
            if let Some(seconds) = self
                .duration_seconds
                .filter(|seconds| *seconds > channel.longest_seconds.into())
            {
                say(
                    "duration_seconds",
                    format!(
                        "{} seconds are more than the {} this channel takes.",
                        seconds.normalize(),
                        channel.longest_seconds
                    ),
                );
            }
            if channel.paid && !self.paid {
                say(
                    "paid",
                    "What runs on this channel is usually paid for, and that opens gates.".to_owned(),
                );
            }
        }
        if let Some(format) = presets::format(&self.format) {
            if let Some(seconds) = self.duration_seconds.filter(|seconds| !format.takes(*seconds)) {
                say(
                    "duration_seconds",
                    format!(
                        "This format is usually {} to {} seconds long, not {}.",
                        format.shortest_seconds,
                        format.longest_seconds,
                        seconds.normalize()
                    ),
                );
            }
            if format.first_use == FirstUse::WithCaution && self.risk_level == Level::Low {
                say(
                    "risk_level",
                    "This format is one to use with caution; a small visual error in it is rarely harmless.".to_owned(),
                );
            }
        }
        if self.fidelity == Some(Fidelity::Hero)
            && self.risk_level == Level::High
            && self.consistency_requirement == Level::High
        {
            say(
                "fidelity",
                "A hero clip of high risk that must match others is where traditional production stays ahead."
                    .to_owned(),
            );
        }
        if !self.sensitive_categories.is_empty() && self.risk_level == Level::Low {
            say(
                "sensitive_categories",
                "A sensitive subject at low risk is rare: is a small error really harmless here?".to_owned(),
            );
        }
        let same = |one: &str, other: &str| one.trim().to_lowercase() == other.trim().to_lowercase();
        for wanted in &self.must_include {
            if self.must_avoid.iter().any(|unwanted| same(wanted, unwanted)) {
                say("must_avoid", format!("“{wanted}” is also among what must be seen."));
            }
        }
        remarks
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
            goal: "A slow morning".into(),
            duration_seconds: Some(Decimal::from(6)),
            aspect_ratio: Some("9:16".into()),
            ..Brief::bare(BriefId::new("bf_1").unwrap())
        }
    }

    #[test]
    fn a_brief_of_the_two_week_pilot_raises_no_eyebrow() {
        assert_eq!(brief().remarks(), []);
    }

    #[test]
    fn another_shape_a_long_clip_and_a_contradiction_are_told_beside_their_fields() {
        let odd = Brief {
            aspect_ratio: Some("16:9".into()),
            duration_seconds: Some(Decimal::from(95)),
            must_include: vec!["Steam".into()],
            must_avoid: vec!["steam".into()],
            ..brief()
        };
        let fields: Vec<_> = odd.remarks().into_iter().map(|remark| remark.field).collect();
        assert_eq!(
            fields,
            ["aspect_ratio", "duration_seconds", "duration_seconds", "must_avoid"]
        );
    }
}
