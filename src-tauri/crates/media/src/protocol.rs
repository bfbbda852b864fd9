//! What app and worker say to each other: framed, versioned, size-capped messages over the worker's standard input and output.
//!
//! A frame is `CTM` and the version, the length of a JSON message, the length of a payload (both little-endian `u32`), the message, the
//! payload. Pictures travel as payload. Neither side believes a length: a worker may have been taken over by the file it read.

use crate::fault::Fault;
use crate::frame_table::FrameTable;
use crate::preview::{PreviewFacts, PreviewIndex, PreviewOptions};
use crate::sample::SampleRecipe;
use crate::still::StillFormat;
use circletake_domain::clip::ClipFacts;
use circletake_domain::frame::FrameIndex;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// Raised with every change of a message; app and worker are the same program, so they differ only while an update is half installed.
pub const VERSION: u8 = 2;
/// A frame table of an hour at 120 frames a second, with room.
const MESSAGE_CAP: u32 = 32 << 20;
/// An 8K PNG with transparency, with room.
const PAYLOAD_CAP: u32 = 384 << 20;
/// Magic, version, two lengths.
pub(crate) const HEADER_BYTES: usize = 12;
const MAGIC: [u8; 3] = *b"CTM";

/// A path as the system has it; not every path is UTF-8.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct WirePath(OsString);

impl From<&Path> for WirePath {
    fn from(path: &Path) -> Self {
        Self(path.as_os_str().to_owned())
    }
}
impl WirePath {
    /// The path again.
    pub fn to_path(&self) -> PathBuf {
        PathBuf::from(&self.0)
    }
}

/// What the app says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ToWorker {
    /// Work to do; one at a time.
    Do(Request),
    /// Stop working on this request and answer `cancelled`.
    Cancel {
        /// Which request.
        id: u64,
    },
}

/// One piece of work.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// Counts up; answers carry it.
    pub id: u64,
    /// After this the worker gives up by itself.
    pub time_ms: u64,
    /// Memory it may take for this.
    pub memory_bytes: u64,
    /// The work.
    pub operation: Operation,
}

/// The work a worker does.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Operation {
    /// Answer.
    Ping,
    /// Every fact about the file.
    Probe {
        /// The clip.
        path: WirePath,
    },
    /// Every fact and the poster, in one open.
    Inspect {
        /// The clip.
        path: WirePath,
        /// Poster width in pixels.
        width: u32,
    },
    /// The first frame that shows something.
    Poster {
        /// The clip.
        path: WirePath,
        /// Width in pixels.
        width: u32,
    },
    /// Tiles across the clip's length in one picture.
    Strip {
        /// The clip.
        path: WirePath,
        /// How many tiles.
        tiles: u32,
    },
    /// When every frame begins.
    FrameTable {
        /// The clip.
        path: WirePath,
    },
    /// One frame, exactly.
    Frame {
        /// The clip.
        path: WirePath,
        /// Which frame.
        index: FrameIndex,
        /// JPEG or PNG.
        format: StillFormat,
    },
    /// The normalised copy that review plays.
    Preview {
        /// The clip.
        path: WirePath,
        /// Where the preview goes.
        output: WirePath,
        /// Size and codec.
        options: PreviewOptions,
    },
    /// Where the frames of a preview lie in its file.
    PreviewIndex {
        /// The preview.
        path: WirePath,
    },
    /// A clip made up for the sample pilot.
    SampleClip {
        /// What it shows.
        recipe: SampleRecipe,
        /// Where it goes.
        output: WirePath,
    },
}

/// What the worker says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum FromWorker {
    /// First of all, once.
    Hello {
        /// The FFmpeg it runs with.
        ffmpeg: String,
    },
    /// How far a long piece of work has come.
    Progress {
        /// Which request.
        id: u64,
        /// Frames done.
        done: u32,
        /// Frames in all.
        total: u32,
    },
    /// The work is done.
    Done {
        /// Which request.
        id: u64,
        /// The result; a picture follows as payload.
        outcome: Outcome,
    },
    /// The work could not be done.
    Failed {
        /// Which request.
        id: u64,
        /// Why.
        fault: Fault,
    },
}

/// The result of an [`Operation`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Outcome {
    /// Of `Ping`.
    Pong,
    /// Of `Probe`, and of `Inspect` with the poster as payload.
    Facts(Box<ClipFacts>),
    /// Of `Poster` and `Frame`, with the picture as payload.
    Picture {
        /// In pixels.
        width: u32,
        /// In pixels.
        height: u32,
    },
    /// Of `Strip`, with the sprite as payload.
    Strip {
        /// How many tiles there are.
        tiles: u32,
        /// Of one tile, in pixels.
        tile_width: u32,
        /// Of one tile, in pixels.
        tile_height: u32,
    },
    /// Of `FrameTable`.
    FrameTable(FrameTable),
    /// Of `Preview`.
    Preview(PreviewFacts),
    /// Of `PreviewIndex`.
    PreviewIndex(PreviewIndex),
    /// Of `SampleClip`.
    SampleClip,
}

/// A message with its payload, ready to send.
pub(crate) fn encode(message: &impl Serialize, payload: &[u8]) -> io::Result<Vec<u8>> {
    let message = serde_json::to_vec(message)?;
    let (length, payload_length) = (capped(message.len(), MESSAGE_CAP)?, capped(payload.len(), PAYLOAD_CAP)?);
    let mut bytes = Vec::with_capacity(HEADER_BYTES + message.len() + payload.len());
    bytes.extend_from_slice(&MAGIC);
    bytes.push(VERSION);
    bytes.extend_from_slice(&length.to_le_bytes());
    bytes.extend_from_slice(&payload_length.to_le_bytes());
    bytes.extend_from_slice(&message);
    bytes.extend_from_slice(payload);
    Ok(bytes)
}

fn capped(length: usize, cap: u32) -> io::Result<u32> {
    u32::try_from(length)
        .ok()
        .filter(|length| *length <= cap)
        .ok_or_else(|| broken("a message longer than the protocol allows"))
}

/// The lengths of message and payload that follow a header.
pub(crate) fn lengths(header: [u8; HEADER_BYTES]) -> io::Result<(u32, u32)> {
    let [m0, m1, m2, version, a0, a1, a2, a3, b0, b1, b2, b3] = header;
    if [m0, m1, m2] != MAGIC {
        return Err(broken("not a message of this protocol"));
    }
    if version != VERSION {
        return Err(broken("another version of this protocol"));
    }
    let (message, payload) = (
        u32::from_le_bytes([a0, a1, a2, a3]),
        u32::from_le_bytes([b0, b1, b2, b3]),
    );
    if message > MESSAGE_CAP || payload > PAYLOAD_CAP {
        return Err(broken("a message longer than the protocol allows"));
    }
    Ok((message, payload))
}

/// Reads a message in the worker; `None` when the other side is gone.
pub(crate) fn read<M: DeserializeOwned>(input: &mut impl Read) -> io::Result<Option<(M, Vec<u8>)>> {
    let mut header = [0; HEADER_BYTES];
    match input.read_exact(&mut header) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        Err(error) => return Err(error),
    }
    let (message, payload) = lengths(header)?;
    let message = read_bytes(input, message)?;
    let payload = read_bytes(input, payload)?;
    Ok(Some((serde_json::from_slice(&message)?, payload)))
}

/// Memory grows with what really arrives, not with what was promised.
fn read_bytes(input: &mut impl Read, length: u32) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    input.take(u64::from(length)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == u64::from(length) {
        Ok(bytes)
    } else {
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}

/// Writes a message in the worker.
pub(crate) fn write(output: &mut impl Write, message: &impl Serialize, payload: &[u8]) -> io::Result<()> {
    output.write_all(&encode(message, payload)?)?;
    output.flush()
}

fn broken(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}
