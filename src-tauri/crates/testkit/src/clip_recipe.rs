//! What a generated clip should be like.

use crate::clip_maker;
use camino::Utf8PathBuf;
use circletake_domain::frame::FrameRate;

/// How the pictures are compressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each name is the codec's own")]
pub enum Codec {
    H264,
    Hevc,
    Vp8,
    Vp9,
    Av1,
    ProRes,
    Mpeg4,
    Mjpeg,
    Mpeg2,
}

/// The file around the pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each name is the container's own")]
pub enum Container {
    Mp4,
    Mov,
    Webm,
    Mkv,
    Avi,
    Flv,
    Mpg,
    Ts,
}

impl Container {
    /// The file name's ending.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Mp4 => "mp4",
            Self::Mov => "mov",
            Self::Webm => "webm",
            Self::Mkv => "mkv",
            Self::Avi => "avi",
            Self::Flv => "flv",
            Self::Mpg => "mpg",
            Self::Ts => "ts",
        }
    }
}

/// How long each frame stays.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Timing {
    /// Every frame equally long.
    Constant(FrameRate),
    /// Frames last this many milliseconds each, the pattern repeating.
    Variable(Vec<u32>),
}

/// The colour the pictures are converted to and tagged with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Color {
    /// BT.601, as in standard definition.
    Bt601,
    /// BT.709, as in high definition.
    Bt709,
    /// BT.2020, standard dynamic range.
    Bt2020,
    /// BT.2020 primaries with the PQ transfer (HDR10).
    Pq,
    /// BT.2020 primaries with the hybrid log-gamma transfer.
    Hlg,
    /// BT.709 pixels without any tag.
    Untagged,
}

impl Color {
    /// The matrix as FFmpeg's `scale` filter names it.
    pub fn matrix(self) -> &'static str {
        match self {
            Self::Bt601 => "smpte170m",
            Self::Bt709 | Self::Untagged => "bt709",
            Self::Bt2020 | Self::Pq | Self::Hlg => "bt2020",
        }
    }
}

/// The sound of a clip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Sound {
    /// FFmpeg's encoder name; otherwise the container's usual one.
    pub codec: Option<&'static str>,
    /// How many channels.
    pub channels: u8,
    /// Samples per second.
    pub rate: u32,
    /// It begins this much later than the pictures.
    pub delay_ms: u32,
}

impl Default for Sound {
    fn default() -> Self {
        Self {
            codec: None,
            channels: 1,
            rate: 48_000,
            delay_ms: 0,
        }
    }
}

/// A clip to be made by the `ffmpeg` command line: what it is encoded with and how its timeline is bent.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[expect(clippy::struct_excessive_bools, reason = "each is one independent trait of a clip")]
pub struct ClipRecipe {
    pub(crate) codec: Codec,
    pub(crate) container: Container,
    pub(crate) timing: Timing,
    pub(crate) frames: u32,
    pub(crate) size: (u32, u32),
    pub(crate) pixel_format: Option<&'static str>,
    pub(crate) color: Color,
    pub(crate) full_range: bool,
    pub(crate) b_frames: u32,
    pub(crate) key_interval: u32,
    pub(crate) open_gop: bool,
    pub(crate) alternate_reference: bool,
    pub(crate) start_offset_ms: u32,
    pub(crate) cut_head_frames: u32,
    pub(crate) no_edit_list: bool,
    pub(crate) rotation: u16,
    pub(crate) sample_aspect: (u32, u32),
    pub(crate) sound: Option<Sound>,
    pub(crate) alpha: bool,
    pub(crate) black_frames: u32,
    pub(crate) grain: Grain,
    pub(crate) mirrored: Mirrored,
}

/// Film grain or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Grain(pub(crate) bool);

impl std::hash::Hash for Grain {
    /// Adds nothing where there is none, so that clips made before there was grain keep their names; and the kind of grain where there is.
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        if self.0 {
            "half still, half flickering".hash(state);
        }
    }
}

/// Stored mirrored or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mirrored(pub(crate) bool);

impl std::hash::Hash for Mirrored {
    /// Adds nothing where it is not, like [`Grain`].
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        if self.0 {
            "mirrored".hash(state);
        }
    }
}

impl ClipRecipe {
    /// A plain clip: 320 x 180, 36 frames at 24 fps, BT.709 limited, a key frame every 12, no sound.
    pub fn new(codec: Codec, container: Container) -> Self {
        Self {
            codec,
            container,
            timing: Timing::Constant(rate(24, 1)),
            frames: 36,
            size: (320, 180),
            pixel_format: None,
            color: Color::Bt709,
            full_range: false,
            b_frames: 0,
            key_interval: 12,
            open_gop: false,
            alternate_reference: false,
            start_offset_ms: 0,
            cut_head_frames: 0,
            no_edit_list: false,
            rotation: 0,
            sample_aspect: (1, 1),
            sound: None,
            alpha: false,
            black_frames: 0,
            grain: Grain(false),
            mirrored: Mirrored(false),
        }
    }
    /// A constant rate, such as 24000 / 1001.
    #[must_use]
    pub fn rate(mut self, numerator: u32, denominator: u32) -> Self {
        self.timing = Timing::Constant(rate(numerator, denominator));
        self
    }
    /// Frames that last these milliseconds each, the pattern repeating.
    #[must_use]
    pub fn variable_rate(mut self, milliseconds: &[u32]) -> Self {
        self.timing = Timing::Variable(milliseconds.to_vec());
        self
    }
    /// How many frames are encoded.
    #[must_use]
    pub fn frames(mut self, frames: u32) -> Self {
        self.frames = frames;
        self
    }
    /// Stored size in pixels.
    #[must_use]
    pub fn size(mut self, width: u32, height: u32) -> Self {
        self.size = (width, height);
        self
    }
    /// FFmpeg's pixel format name; otherwise the codec's usual one.
    #[must_use]
    pub fn pixel_format(mut self, name: &'static str) -> Self {
        self.pixel_format = Some(name);
        self
    }
    /// Colour conversion and tags.
    #[must_use]
    pub fn color(mut self, color: Color) -> Self {
        self.color = color;
        self
    }
    /// Full range (0..255) instead of limited (16..235).
    #[must_use]
    pub fn full_range(mut self) -> Self {
        self.full_range = true;
        self
    }
    /// B-frames in a row, where the codec has them.
    #[must_use]
    pub fn b_frames(mut self, count: u32) -> Self {
        self.b_frames = count;
        self
    }
    /// Frames from key frame to key frame.
    #[must_use]
    pub fn key_interval(mut self, frames: u32) -> Self {
        self.key_interval = frames;
        self
    }
    /// B-frames may refer across the key frame (H.264 and HEVC).
    #[must_use]
    pub fn open_gop(mut self) -> Self {
        self.open_gop = true;
        self
    }
    /// Packets that are decoded and never shown (VP8 and VP9 alternate references).
    #[must_use]
    pub fn alternate_reference(mut self) -> Self {
        self.alternate_reference = true;
        self
    }
    /// The first frame is stamped this late.
    #[must_use]
    pub fn start_offset_ms(mut self, milliseconds: u32) -> Self {
        self.start_offset_ms = milliseconds;
        self
    }
    /// Cuts so many frames off the head without encoding again: an edit list hides the rest of the first group.
    #[must_use]
    pub fn cut_head(mut self, frames: u32) -> Self {
        self.cut_head_frames = frames;
        self
    }
    /// No edit list is written, so B-frames push the start away from zero (MP4 and MOV).
    #[must_use]
    pub fn no_edit_list(mut self) -> Self {
        self.no_edit_list = true;
        self
    }
    /// Stored turned, with a display matrix that turns it upright: clockwise 90, 180 or 270 (MP4 and MOV).
    #[must_use]
    pub fn rotation(mut self, degrees: u16) -> Self {
        self.rotation = degrees;
        self
    }
    /// Stored with left and right exchanged, with a display matrix that changes them back (MP4 and MOV).
    #[must_use]
    pub fn mirrored(mut self) -> Self {
        self.mirrored = Mirrored(true);
        self
    }
    /// Width to height of one stored pixel.
    #[must_use]
    pub fn sample_aspect(mut self, width: u32, height: u32) -> Self {
        self.sample_aspect = (width, height);
        self
    }
    /// With a 440 Hz tone.
    #[must_use]
    pub fn audio(self) -> Self {
        self.sound(Sound::default())
    }
    /// With a 440 Hz tone of another kind.
    #[must_use]
    pub fn sound(mut self, sound: Sound) -> Self {
        self.sound = Some(sound);
        self
    }
    /// With a transparent quarter at the bottom right.
    #[must_use]
    pub fn alpha(mut self) -> Self {
        self.alpha = true;
        self
    }
    /// With grain and a rate that goes with it, so that the clip weighs what real AI clips do: about one bit a pixel in a key frame, a quarter
    /// over all frames (seven real ones have 0.25 to 1.6, and 0.1 to 0.8; a drawn picture without grain 0.1).
    #[must_use]
    pub fn grain(mut self) -> Self {
        self.grain = Grain(true);
        self
    }
    /// The first frames are black.
    #[must_use]
    pub fn black_frames(mut self, count: u32) -> Self {
        self.black_frames = count;
        self
    }

    /// Makes the clip, or finds the one made before by the same recipe. The file is shared: never write to it.
    ///
    /// # Panics
    /// When `ffmpeg` is not installed or refuses the recipe.
    pub fn make(&self) -> Utf8PathBuf {
        clip_maker::make(self)
    }
    /// The rate, where it is constant.
    pub fn constant_rate(&self) -> Option<FrameRate> {
        match self.timing {
            Timing::Constant(rate) => Some(rate),
            Timing::Variable(_) => None,
        }
    }
    /// How many frames the finished clip shows.
    pub fn shown_frames(&self) -> u32 {
        self.frames.saturating_sub(self.cut_head_frames)
    }
    /// The matrix its decoded pixels are in, as FFmpeg's `scale` filter names it.
    pub fn decoded_matrix(&self) -> &'static str {
        self.color.matrix()
    }
    /// Whether its levels go from 0 to 255.
    pub fn is_full_range(&self) -> bool {
        self.full_range
    }
    /// The number burnt into the first frame shown.
    pub fn first_counter(&self) -> u32 {
        self.cut_head_frames
    }
    /// Size as shown, after rotation and before sample aspect.
    pub fn upright_size(&self) -> (u32, u32) {
        let (width, height) = self.size;
        if matches!(self.rotation, 90 | 270) {
            (height, width)
        } else {
            (width, height)
        }
    }
    /// A short name for messages.
    pub fn label(&self) -> String {
        let timing = match &self.timing {
            Timing::Constant(rate) => rate.to_string().replace('/', "_"),
            Timing::Variable(_) => "vfr".to_owned(),
        };
        format!(
            "{:?}-{:?}-{}x{}-{timing}",
            self.codec, self.container, self.size.0, self.size.1
        )
        .to_lowercase()
    }
}

fn rate(numerator: u32, denominator: u32) -> FrameRate {
    FrameRate::new(numerator, denominator).unwrap_or_else(|refused| panic!("{refused}"))
}
