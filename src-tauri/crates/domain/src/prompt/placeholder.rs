//! What a template may ask for, and what a brief answers.

use super::StandingExclusions;
use crate::brief::Brief;

macro_rules! placeholders {
    ($($(#[$doc:meta])* $name:ident = $word:literal, $label:literal;)*) => {
        /// What a template may ask for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Placeholder {
            $($(#[$doc])* $name,)*
        }
        impl Placeholder {
            /// Every placeholder, in the order of the brief.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Its name between the braces.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }
            /// What it is filled with, for people.
            pub fn label(self) -> &'static str {
                match self { $(Self::$name => $label,)* }
            }
        }
    };
}

placeholders! {
    /// The brief's id.
    BriefId = "brief_id", "the id of the brief";
    /// The channel.
    Channel = "channel", "where it is shown";
    /// The format.
    Format = "format", "what kind of clip it is";
    /// The length.
    DurationSeconds = "duration_seconds", "the length in seconds";
    /// The goal.
    Goal = "goal", "what it is for";
    /// What must be seen.
    MustInclude = "must_include", "what must be seen, with commas between";
    /// What must not be seen.
    MustAvoid = "must_avoid", "what must not be seen, with commas between";
    /// The aspect ratio.
    AspectRatio = "aspect_ratio", "the shape of the picture";
    /// The resolution.
    Resolution = "resolution", "the size of the picture";
    /// The frame rate.
    FrameRate = "frame_rate", "frames per second";
    /// The scene.
    Scene = "scene", "what is seen";
    /// The mood.
    Mood = "mood", "how it feels";
    /// The camera.
    CameraDirection = "camera_direction", "how the camera moves";
    /// What is said.
    VoiceCues = "voice_cues", "what is said";
    /// What is heard.
    MusicCues = "music_cues", "what is heard under it";
    /// The brand.
    BrandIdentity = "brand_identity", "the brand and how it looks";
    /// What the brand says.
    BrandMessaging = "brand_messaging", "what the brand says";
    /// What the brand does.
    BrandDo = "brand_do", "what the brand always does, with commas between";
    /// What the brand never does.
    BrandDont = "brand_dont", "what the brand never does, with commas between";
    /// Sketch or hero.
    Fidelity = "fidelity", "sketch or hero";
    /// The standing exclusions, which no brief fills.
    StandingExclusions = "standing_exclusions", "the standing exclusions of Settings, a line each";
}

impl Placeholder {
    /// Reads a name; spaces around it do not matter.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|placeholder| placeholder.as_str() == name.trim())
    }
    /// Every name.
    pub fn names() -> Vec<&'static str> {
        Self::ALL.iter().map(|placeholder| placeholder.as_str()).collect()
    }
    /// The name that somebody most likely meant, where one is near.
    pub fn nearest(name: &str) -> Option<Self> {
        let name = name.trim().to_lowercase().replace([' ', '-'], "_");
        let near = Self::ALL
            .iter()
            .map(|placeholder| {
                (
                    strsim::normalized_damerau_levenshtein(&name, placeholder.as_str()),
                    *placeholder,
                )
            })
            .max_by(|one, other| one.0.total_cmp(&other.0))?;
        (near.0 >= 0.6).then_some(near.1)
    }
    /// What a brief fills it with; `None` where it leaves it empty. No exclusions at all is a choice, not a gap.
    pub fn value(self, brief: &Brief, exclusions: &StandingExclusions) -> Option<String> {
        let list = |items: &[String]| Some(items.join(", "));
        let value = match self {
            Self::BriefId => Some(brief.brief_id.to_string()),
            Self::Channel => Some(brief.channel.clone()),
            Self::Format => Some(brief.format.clone()),
            Self::DurationSeconds => brief.duration_seconds.map(|seconds| seconds.normalize().to_string()),
            Self::Goal => Some(brief.goal.clone()),
            Self::MustInclude => list(&brief.must_include),
            Self::MustAvoid => list(&brief.must_avoid),
            Self::AspectRatio => brief.aspect_ratio.clone(),
            Self::Resolution => brief.resolution.clone(),
            Self::FrameRate => brief.frame_rate.clone(),
            Self::Scene => brief.scene.clone(),
            Self::Mood => brief.mood.clone(),
            Self::CameraDirection => brief.camera_direction.clone(),
            Self::VoiceCues => brief.voice_cues.clone(),
            Self::MusicCues => brief.music_cues.clone(),
            Self::BrandIdentity => brief.brand.identity.clone(),
            Self::BrandMessaging => brief.brand.messaging.clone(),
            Self::BrandDo => list(&brief.brand.does),
            Self::BrandDont => list(&brief.brand.does_not),
            Self::Fidelity => brief.fidelity.map(|fidelity| fidelity.as_str().to_owned()),
            Self::StandingExclusions => return Some(exclusions.text()),
        };
        value.filter(|value| !value.trim().is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_finds_the_field_that_was_meant_and_nonsense_finds_none() {
        assert_eq!(
            Placeholder::nearest("camera_direktion"),
            Some(Placeholder::CameraDirection)
        );
        assert_eq!(Placeholder::nearest("Must Include"), Some(Placeholder::MustInclude));
        assert_eq!(Placeholder::nearest("xyzzy"), None);
    }

    #[test]
    fn every_placeholder_is_read_by_its_own_name_and_says_what_it_is() {
        for placeholder in Placeholder::ALL {
            assert_eq!(Placeholder::from_name(placeholder.as_str()), Some(*placeholder));
            assert!(!placeholder.label().is_empty());
        }
    }
}
