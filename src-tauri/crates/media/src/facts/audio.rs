//! The first sound stream.

use crate::ffi::{Source, sound_traits};
use circletake_domain::clip::AudioFacts;

/// What the container says of the first sound stream; `None` where there is none.
pub(crate) fn first(source: &Source) -> Option<AudioFacts> {
    let stream = source.input().stream(source.audio_stream()?)?;
    let traits = sound_traits(&stream.parameters());
    Some(AudioFacts {
        codec: traits.codec,
        channels: traits.channels,
        sample_rate: traits.sample_rate,
    })
}
