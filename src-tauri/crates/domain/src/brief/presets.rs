//! Channels and formats that a brief can start from: what a channel shows, and where its own buttons and words cover the picture.

use rust_decimal::Decimal;
use serde::Serialize;
use ts_rs::TS;

/// The part of the picture that a channel leaves free, as percent of the picture that is covered at each edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct SafeArea {
    /// Covered at the top.
    pub top: u8,
    /// Covered at the right.
    pub right: u8,
    /// Covered at the bottom.
    pub bottom: u8,
    /// Covered at the left.
    pub left: u8,
}

/// What a channel shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct ChannelPreset {
    /// The word in the brief: `instagram_reel`.
    pub channel: &'static str,
    /// The shape of its picture.
    pub aspect_ratio: &'static str,
    /// The usual resolution.
    pub resolution: &'static str,
    /// The usual frame rate.
    pub frame_rate: &'static str,
    /// The longest clip it takes, in seconds.
    pub longest_seconds: u32,
    /// What its own buttons and words leave free; about, because channels change it without notice.
    pub safe_area: SafeArea,
    /// Whether what runs there is paid for.
    pub paid: bool,
}

/// How often a format is a good use of AI video.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FirstUse {
    /// A good first use.
    Good,
    /// Only with caution.
    WithCaution,
}

/// What is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct FormatPreset {
    /// The word in the brief: `social_broll`.
    pub format: &'static str,
    /// The usual shortest clip, in seconds.
    pub shortest_seconds: u32,
    /// The usual longest clip, in seconds.
    pub longest_seconds: u32,
    /// Whether AI video is good at it.
    pub first_use: FirstUse,
}

const NOTHING_COVERED: SafeArea = SafeArea {
    top: 0,
    right: 0,
    bottom: 0,
    left: 0,
};
/// The title-safe frame of broadcast, which web players keep to.
const TITLE_SAFE: SafeArea = SafeArea {
    top: 5,
    right: 5,
    bottom: 5,
    left: 5,
};

/// Channels, the most usual first. Covered edges of the phone apps are approximate and on the generous side: apps move their buttons.
pub const CHANNELS: &[ChannelPreset] = &[
    ChannelPreset {
        channel: "instagram_reel",
        aspect_ratio: "9:16",
        resolution: "1080p",
        frame_rate: "30",
        longest_seconds: 90,
        safe_area: SafeArea {
            top: 14,
            right: 6,
            bottom: 35,
            left: 6,
        },
        paid: false,
    },
    ChannelPreset {
        channel: "tiktok",
        aspect_ratio: "9:16",
        resolution: "1080p",
        frame_rate: "30",
        longest_seconds: 60,
        safe_area: SafeArea {
            top: 7,
            right: 12,
            bottom: 20,
            left: 6,
        },
        paid: false,
    },
    ChannelPreset {
        channel: "youtube_short",
        aspect_ratio: "9:16",
        resolution: "1080p",
        frame_rate: "30",
        longest_seconds: 60,
        safe_area: SafeArea {
            top: 15,
            right: 18,
            bottom: 35,
            left: 5,
        },
        paid: false,
    },
    ChannelPreset {
        channel: "paid_social",
        aspect_ratio: "4:5",
        resolution: "1080p",
        frame_rate: "30",
        longest_seconds: 60,
        safe_area: TITLE_SAFE,
        paid: true,
    },
    ChannelPreset {
        channel: "product_page",
        aspect_ratio: "1:1",
        resolution: "1080p",
        frame_rate: "30",
        longest_seconds: 30,
        safe_area: NOTHING_COVERED,
        paid: false,
    },
    ChannelPreset {
        channel: "display",
        aspect_ratio: "16:9",
        resolution: "1080p",
        frame_rate: "30",
        longest_seconds: 30,
        safe_area: TITLE_SAFE,
        paid: true,
    },
    ChannelPreset {
        channel: "internal",
        aspect_ratio: "16:9",
        resolution: "1080p",
        frame_rate: "24",
        longest_seconds: 600,
        safe_area: NOTHING_COVERED,
        paid: false,
    },
];

/// Formats: good first uses first, then those that need caution.
pub const FORMATS: &[FormatPreset] = &[
    good("social_broll", 5, 8),
    good("ad_hook", 2, 5),
    good("background", 4, 10),
    good("storyboard_preview", 2, 8),
    good("concept_exploration", 3, 10),
    good("product_scenario", 5, 10),
    cautious("product_demo", 5, 15),
    cautious("regulated_ad", 5, 30),
    cautious("customer_likeness", 5, 15),
    cautious("recurring_character", 5, 15),
    cautious("multi_shot_narrative", 10, 60),
    cautious("brand_hero_film", 15, 60),
];

const fn good(format: &'static str, shortest_seconds: u32, longest_seconds: u32) -> FormatPreset {
    FormatPreset {
        format,
        shortest_seconds,
        longest_seconds,
        first_use: FirstUse::Good,
    }
}

const fn cautious(format: &'static str, shortest_seconds: u32, longest_seconds: u32) -> FormatPreset {
    FormatPreset {
        format,
        shortest_seconds,
        longest_seconds,
        first_use: FirstUse::WithCaution,
    }
}

/// What is known of a channel.
pub fn channel(word: &str) -> Option<&'static ChannelPreset> {
    CHANNELS.iter().find(|preset| preset.channel == word)
}

/// What is known of a format.
pub fn format(word: &str) -> Option<&'static FormatPreset> {
    FORMATS.iter().find(|preset| preset.format == word)
}

impl FormatPreset {
    /// Whether a clip is as long as this format usually is.
    pub fn takes(&self, seconds: Decimal) -> bool {
        seconds >= Decimal::from(self.shortest_seconds) && seconds <= Decimal::from(self.longest_seconds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::FrameRate;

    #[test]
    fn every_preset_can_be_written_into_a_brief() {
        for preset in CHANNELS {
            assert!(preset.aspect_ratio.split_once(':').is_some(), "{}", preset.channel);
            assert!(preset.frame_rate.parse::<FrameRate>().is_ok(), "{}", preset.channel);
            let SafeArea {
                top,
                right,
                bottom,
                left,
            } = preset.safe_area;
            assert!(top + bottom < 100 && left + right < 100, "{}", preset.channel);
        }
        for preset in FORMATS {
            assert!(preset.shortest_seconds <= preset.longest_seconds, "{}", preset.format);
        }
    }

    #[test]
    fn the_two_week_pilot_is_a_good_first_use_of_five_to_eight_seconds() {
        let broll = format("social_broll").unwrap();
        assert_eq!(broll.first_use, FirstUse::Good);
        assert!(broll.takes(Decimal::from(5)) && broll.takes(Decimal::from(8)) && !broll.takes(Decimal::from(9)));
    }
}
