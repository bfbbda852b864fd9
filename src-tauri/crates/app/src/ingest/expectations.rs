//! What a brief asks of a clip that a probe can answer: shape, size, length, rate. Only ever a flag.

use circletake_domain::brief::Brief;
use circletake_domain::clip::ClipFacts;
use circletake_domain::clip_flag::ClipFlag;
use circletake_domain::frame::FrameRate;
use rust_decimal::Decimal;

/// Models round to whole latent frames: half a second is still the length asked for.
const LENGTH_TOLERANCE_US: i64 = 500_000;

/// One part in a hundred: 720x1280 for 9:16, but 704x1280 is another shape.
const SHAPE_TOLERANCE_PERCENT: u64 = 1;

/// What the clip has otherwise than the brief asks. What the brief leaves open is never flagged.
pub(crate) fn unmet(brief: &Brief, facts: &ClipFacts) -> Vec<ClipFlag> {
    let mut flags = Vec::new();
    if !shape_fits(brief, facts) || !size_fits(brief, facts) {
        flags.push(ClipFlag::WrongSize);
    }
    if !length_fits(brief, facts) {
        flags.push(ClipFlag::WrongLength);
    }
    if !rate_fits(brief, facts) {
        flags.push(ClipFlag::WrongFrameRate);
    }
    flags
}

fn shape_fits(brief: &Brief, facts: &ClipFacts) -> bool {
    let Some((width, height)) = brief.aspect_ratio.as_deref().and_then(|text| pair(text, ':')) else {
        return true;
    };
    let asked = u64::from(width) * u64::from(facts.display_height);
    let found = u64::from(height) * u64::from(facts.display_width);
    asked.abs_diff(found) * 100 <= asked * SHAPE_TOLERANCE_PERCENT
}

/// `1080p` asks for the shorter side, `1080x1920` for both, `4K` for 2160.
fn size_fits(brief: &Brief, facts: &ClipFacts) -> bool {
    let Some(asked) = brief.resolution.as_deref().map(str::trim) else {
        return true;
    };
    let (width, height) = (facts.display_width, facts.display_height);
    if let Some(both) = pair(asked, 'x') {
        return both == (width, height);
    }
    let shorter = match asked.to_ascii_lowercase().as_str() {
        "4k" | "uhd" => Some(2160),
        other => other.strip_suffix('p').and_then(|digits| digits.parse().ok()),
    };
    shorter.is_none_or(|shorter: u32| width.min(height) == shorter)
}

fn length_fits(brief: &Brief, facts: &ClipFacts) -> bool {
    let asked = brief
        .duration_seconds
        .and_then(|seconds| seconds.checked_mul(Decimal::from(1_000_000)));
    let tolerance = Decimal::from(LENGTH_TOLERANCE_US);
    asked.is_none_or(|asked| (asked - Decimal::from(facts.duration_us.0)).abs() <= tolerance)
}

fn rate_fits(brief: &Brief, facts: &ClipFacts) -> bool {
    let asked = brief
        .frame_rate
        .as_deref()
        .and_then(|text| text.parse::<FrameRate>().ok());
    asked.is_none_or(|asked| {
        let found = facts.frame_rate;
        let asked_scaled = u64::from(asked.numerator()) * u64::from(found.denominator());
        let found_scaled = u64::from(found.numerator()) * u64::from(asked.denominator());
        // 24 and 24000/1001 are one wish: nobody who writes 24 minds.
        asked_scaled.abs_diff(found_scaled) * 500 <= asked_scaled
    })
}

fn pair(text: &str, between: char) -> Option<(u32, u32)> {
    let (first, second) = text.split_once(between)?;
    Some((first.trim().parse().ok()?, second.trim().parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use circletake_domain::id::BriefId;
    use rstest::rstest;

    fn facts(width: u32, height: u32, duration_us: i64) -> ClipFacts {
        serde_json::from_value(serde_json::json!({
            "container": "mp4", "duration_us": duration_us, "frame_count": 144, "frame_rate": "24000/1001",
            "variable_frame_rate": false, "width": width, "height": height, "display_width": width, "display_height": height,
            "rotation": 0, "codec": "h264", "profile": null, "pixel_format": "yuv420p", "bit_depth": 8,
            "color": {"primaries": null, "transfer": null, "matrix": null, "range": null}, "hdr": false, "alpha": false,
            "audio": null, "bytes": 1, "blake3": "0".repeat(64),
        }))
        .unwrap()
    }

    #[rstest]
    #[case(720, 1280, 6_000_000, &[])]
    #[case(1280, 720, 6_000_000, &[ClipFlag::WrongSize])]
    #[case(1080, 1920, 6_000_000, &[ClipFlag::WrongSize])]
    #[case(720, 1280, 6_400_000, &[])]
    #[case(720, 1280, 4_000_000, &[ClipFlag::WrongLength])]
    fn a_clip_is_held_against_what_the_brief_asks(
        #[case] width: u32,
        #[case] height: u32,
        #[case] duration_us: i64,
        #[case] expected: &[ClipFlag],
    ) {
        let mut brief = Brief::bare(BriefId::new("bf").unwrap());
        assert_eq!(
            unmet(&brief, &facts(width, height, duration_us)),
            [],
            "a bare brief asks for nothing"
        );
        brief.aspect_ratio = Some("9:16".into());
        brief.resolution = Some("720p".into());
        brief.duration_seconds = Some(Decimal::from(6));
        brief.frame_rate = Some("24".into());
        assert_eq!(unmet(&brief, &facts(width, height, duration_us)), expected);
    }
}
