//! Why a clip could not be read: one clear reason per failure, worded once for people.

use serde::{Deserialize, Serialize};
use std::fmt;
use ts_rs::TS;

macro_rules! failures {
    ($($(#[$doc:meta])* $name:ident = $word:literal, $message:literal, $hint:literal;)*) => {
        /// Why a clip could not be read.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        pub enum MediaFailure {
            $($(#[$doc])* #[serde(rename = $word)] $name,)*
        }
        impl MediaFailure {
            /// Every failure.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The code stored and printed.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }
            /// What happened, for people.
            pub fn message(self) -> &'static str {
                match self { $(Self::$name => $message,)* }
            }
            /// What to do next.
            pub fn hint(self) -> &'static str {
                match self { $(Self::$name => $hint,)* }
            }
        }
    };
}

failures! {
    /// The bytes are of no known video container.
    NotAVideo = "not_a_video", "This file is not a video.", "Check that the right file was chosen, or export it again as MP4.";
    /// A container without pictures, such as a sound file.
    NoVideoStream = "no_video_stream", "This file has no pictures in it, only sound or data.", "Choose the video file that belongs to it.";
    /// A codec this build of FFmpeg cannot decode.
    UnsupportedCodec = "unsupported_codec", "The pictures in this file are in a format that cannot be decoded here.", "Export the clip as H.264 in MP4.";
    /// The file ends before its pictures do.
    Truncated = "truncated", "This file stops before the clip ends.", "The download was probably cut off; fetch the clip again.";
    /// The contents contradict themselves.
    Damaged = "damaged", "This file is damaged; none of its pictures can be read.", "Fetch or export the clip again.";
    /// Larger pictures or more bytes than the limits allow.
    TooLarge = "too_large", "This clip is larger than Circletake reads.", "Export it in 8K or smaller, and below one hour.";
    /// No answer within the time limit.
    TimedOut = "timed_out", "Reading this clip took too long and was stopped.", "Try again; if it happens twice, the file is probably damaged.";
    /// The worker process crashed or ran out of memory on this file.
    WorkerDied = "worker_died", "Reading this clip crashed the reader, which was restarted; nothing else was touched.", "The file is probably damaged; export the clip again.";
    /// The file may not be read by this user.
    PermissionDenied = "permission_denied", "This file may not be opened.", "Give yourself permission to read it, then try again.";
    /// There is no such file.
    Missing = "missing", "This file is not there any more.", "Put it back where it was, or import it from its new place.";
    /// A folder, a pipe, a device: not a plain file.
    NotAFile = "not_a_file", "This is not a file that can be read as a clip.", "Choose a video file.";
    /// There are no bytes in it.
    Empty = "empty", "This file is empty.", "The download probably failed; fetch the clip again.";
    /// A frame that the clip does not have.
    NoSuchFrame = "no_such_frame", "The clip has no frame with this number.", "Frames are counted from 0; choose one below the frame count.";
    /// The disk refused while reading or writing.
    DiskError = "disk_error", "The disk could not be read or written.", "Check that the disk is connected and has space, then try again.";
    /// The work was stopped on request.
    Cancelled = "cancelled", "Stopped, as asked.", "Start again whenever you like.";
    /// The worker program could not be started at all.
    WorkerUnavailable = "worker_unavailable", "The clip reader could not be started.", "Reinstall Circletake, or check that security software does not block it.";
}

impl fmt::Display for MediaFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message())
    }
}
