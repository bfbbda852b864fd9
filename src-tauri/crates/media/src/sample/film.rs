//! Filming a sample: draw, burn the label in, encode.

use super::canvas::Canvas;
use super::{SampleFault, SampleRecipe, label, scenes, tone};
use crate::draft::Draft;
use crate::fault::Fault;
use crate::ffi::{Conversion, Matrix, Scaler, Shape, Stop, allocate, write_rows};
use crate::movie::{MovieWriter, PictureCodec, PictureSettings, SoundSettings};
use circletake_domain::frame::FrameIndex;
use circletake_domain::media_failure::MediaFailure;
use ffmpeg_next::format::Pixel;
use ffmpeg_next::software::scaling::Flags;
use std::path::Path;

/// Larger or longer samples are a mistake.
const LARGEST: u32 = 4096;
const LONGEST: u32 = 24 * 60;

/// Films a sample clip at `output`.
pub(crate) fn film(recipe: &SampleRecipe, output: &Path, stop: &Stop) -> Result<(), Fault> {
    let SampleRecipe {
        width,
        height,
        frames,
        rate,
        ..
    } = *recipe;
    if width < 32 || height < 32 || width > LARGEST || height > LARGEST || frames == 0 || frames > LONGEST {
        return Err(Fault::new(
            MediaFailure::TooLarge,
            format!("a sample of {width}x{height}, {frames} frames"),
        ));
    }
    let codec = PictureCodec::best();
    let pictures = PictureSettings {
        codec,
        width: width & !1,
        height: height & !1,
        rate,
        matrix: Matrix::Bt709,
        threads: 1,
    };
    let sound = recipe.sound.then_some(SoundSettings {
        rate: tone::RATE,
        channels: 2,
    });
    let draft = Draft::beside(output)?;
    let mut movie = MovieWriter::create(draft.path(), pictures, sound)?;
    let mut canvas = Canvas::new(pictures.width, pictures.height);
    let rgb = Shape {
        format: Pixel::RGB24,
        width: pictures.width,
        height: pictures.height,
    };
    let conversion = Conversion {
        from: Matrix::Bt709,
        from_full_range: true,
        to: Matrix::Bt709,
        to_full_range: codec.is_full_range(),
    };
    let mut scaler = Scaler::new(
        rgb,
        Shape {
            format: codec.pixels(),
            ..rgb
        },
        conversion,
        Flags::BICUBIC,
    )?;
    for frame in 0..frames {
        stop.check()?;
        draw(recipe, frame, &mut canvas);
        let mut drawn = allocate(Pixel::RGB24, pictures.width, pictures.height)?;
        if !write_rows(&mut drawn, 0, pictures.width as usize * 3, canvas.bytes()) {
            return Err(Fault::new(MediaFailure::Damaged, "a drawing of another size"));
        }
        movie.picture(&mut scaler.run(&drawn)?)?;
    }
    if recipe.sound {
        let length = rate.start_of(FrameIndex(frames)).0 * i64::from(tone::RATE) / 1_000_000;
        let chord = tone::chord(recipe.seed, usize::try_from(length).unwrap_or(0));
        movie.sound(&[&chord, &chord])?;
    }
    movie.finish()?;
    draft.publish()
}

fn draw(recipe: &SampleRecipe, frame: u32, canvas: &mut Canvas) {
    let fault_begins = recipe.frames / 3;
    let frame = match recipe.fault {
        Some(SampleFault::Black) if frame >= fault_begins => return canvas.black(),
        Some(SampleFault::Frozen) => frame.min(fault_begins),
        _ => frame,
    };
    let seconds = recipe.rate.start_of(FrameIndex(frame)).0;
    #[expect(clippy::cast_precision_loss, reason = "a few seconds")]
    let seconds = seconds as f32 / 1_000_000.0;
    scenes::draw(recipe.scene, recipe.seed, seconds, canvas);
    label::burn_in(canvas, &recipe.label);
}
