//! From stored pixels to what is shown: sample aspect ratio, rotation, mirroring.

use crate::ffi::Source;
use ffmpeg_next::codec::packet::side_data::Type;
use ffmpeg_next::{Rational, frame};

/// A clockwise turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    None,
    Quarter,
    Half,
    ThreeQuarters,
}

impl Turn {
    /// Clockwise, in degrees.
    pub(crate) fn degrees(self) -> u16 {
        match self {
            Self::None => 0,
            Self::Quarter => 90,
            Self::Half => 180,
            Self::ThreeQuarters => 270,
        }
    }
    /// Whether width and height change places.
    pub(crate) fn is_sideways(self) -> bool {
        matches!(self, Self::Quarter | Self::ThreeQuarters)
    }
    /// Nearest to an angle in degrees, clockwise.
    fn nearest(degrees: f64) -> Self {
        let turns = (degrees / 90.0).round().rem_euclid(4.0);
        if turns < 0.5 || turns.is_nan() {
            Self::None
        } else if turns < 1.5 {
            Self::Quarter
        } else if turns < 2.5 {
            Self::Half
        } else {
            Self::ThreeQuarters
        }
    }
}

/// How a stored picture becomes the one shown: left and right change places first, then it is turned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Orientation {
    /// As a front camera stores what its owner saw.
    pub mirrored: bool,
    pub turn: Turn,
}

impl Orientation {
    /// Shown as stored.
    pub(crate) const AS_STORED: Self = Self {
        mirrored: false,
        turn: Turn::None,
    };
}

/// How the container says the picture is to be turned and mirrored.
pub(crate) fn orientation(source: &Source, stream: usize) -> Orientation {
    let Some(stream) = source.input().stream(stream) else {
        return Orientation::AS_STORED;
    };
    let matrix = stream.side_data().find(|data| data.kind() == Type::DisplayMatrix);
    matrix.map_or(Orientation::AS_STORED, |data| orientation_of_matrix(data.data()))
}

/// A display matrix is nine 32-bit numbers in the machine's byte order; the upper left four turn and scale.
fn orientation_of_matrix(bytes: &[u8]) -> Orientation {
    let number = |place: usize| {
        let four = bytes
            .get(place * 4..place * 4 + 4)
            .and_then(|four| <[u8; 4]>::try_from(four).ok());
        four.map_or(0.0, |four| f64::from(i32::from_ne_bytes(four)))
    };
    let (a, b, c, d) = (number(0), number(1), number(3), number(4));
    let (scale_x, scale_y) = (a.hypot(c), b.hypot(d));
    if scale_x == 0.0 || scale_y == 0.0 {
        return Orientation::AS_STORED;
    }
    // A negative determinant mirrors. Without the mirror, what is left is a turn.
    let mirrored = a * d - b * c < 0.0;
    let side = if mirrored { -1.0 } else { 1.0 };
    Orientation {
        mirrored,
        turn: Turn::nearest((side * b / scale_y).atan2(side * a / scale_x).to_degrees()),
    }
}

/// Width to height of one pixel: the container's word before the codec's, square where neither makes sense.
pub(crate) fn sample_aspect(container: Rational, picture: &frame::Video) -> Rational {
    let sensible = |ratio: &Rational| {
        let (width, height) = (ratio.numerator(), ratio.denominator());
        width > 0 && height > 0 && width / height < 20 && height / width < 20
    };
    [container, picture.aspect_ratio()]
        .into_iter()
        .find(sensible)
        .unwrap_or(Rational(1, 1))
}

/// The size as shown.
pub(crate) fn display_size(picture: &frame::Video, aspect: Rational, turn: Turn) -> (u32, u32) {
    let (num, den) = (i64::from(aspect.numerator()), i64::from(aspect.denominator()));
    let stretched = (i64::from(picture.width()) * num * 2 + den) / (den * 2);
    let width = u32::try_from(stretched).unwrap_or(picture.width()).max(1);
    if turn.is_sideways() {
        (picture.height(), width)
    } else {
        (width, picture.height())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matrix(upper_left: [i32; 4]) -> Vec<u8> {
        let [a, b, c, d] = upper_left;
        [a, b, 0, c, d, 0, 0, 0, 1 << 30]
            .into_iter()
            .flat_map(i32::to_ne_bytes)
            .collect()
    }

    #[test]
    fn a_phones_display_matrix_is_read_as_a_clockwise_turn() {
        let one = 1 << 16;
        let upright = |turn| Orientation { mirrored: false, turn };
        assert_eq!(orientation_of_matrix(&matrix([one, 0, 0, one])), Orientation::AS_STORED);
        assert_eq!(
            orientation_of_matrix(&matrix([0, one, -one, 0])),
            upright(Turn::Quarter)
        );
        assert_eq!(orientation_of_matrix(&matrix([-one, 0, 0, -one])), upright(Turn::Half));
        assert_eq!(
            orientation_of_matrix(&matrix([0, -one, one, 0])),
            upright(Turn::ThreeQuarters)
        );
    }

    #[test]
    fn a_mirror_in_the_display_matrix_is_told_from_a_turn() {
        let one = 1 << 16;
        let mirrored = |turn| Orientation { mirrored: true, turn };
        assert_eq!(orientation_of_matrix(&matrix([-one, 0, 0, one])), mirrored(Turn::None));
        assert_eq!(
            orientation_of_matrix(&matrix([one, 0, 0, -one])),
            mirrored(Turn::Half),
            "upside down is mirrored and turned by half"
        );
        assert_eq!(
            orientation_of_matrix(&matrix([0, -one, -one, 0])),
            mirrored(Turn::Quarter)
        );
        assert_eq!(
            orientation_of_matrix(&matrix([0, one, one, 0])),
            mirrored(Turn::ThreeQuarters)
        );
    }

    #[test]
    fn a_broken_display_matrix_turns_nothing() {
        assert_eq!(orientation_of_matrix(&[]), Orientation::AS_STORED);
        assert_eq!(orientation_of_matrix(&matrix([0, 0, 0, 0])), Orientation::AS_STORED);
    }
}
