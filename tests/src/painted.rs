//! What is painted: pixels of the window, not what the page believes.

use crate::app::App;
use crate::trouble::Trouble;
use circletake_testkit::test_picture;
use image::RgbImage;
use serde_json::json;

/// A part of the window, as painted.
#[derive(Debug, Clone)]
pub struct Picture {
    pixels: RgbImage,
}

impl Picture {
    /// The number burnt into a clip of the testkit, or nothing where none can be read.
    pub fn counter(&self) -> Option<u32> {
        test_picture::read_counter(self.pixels.as_raw(), self.pixels.width(), self.pixels.height())
    }

    /// The share of pixels, in percent, that are clearly another colour in the other picture.
    pub fn difference(&self, other: &Self) -> u32 {
        if self.pixels.dimensions() != other.pixels.dimensions() {
            return 100;
        }
        let pairs = self.pixels.pixels().zip(other.pixels.pixels());
        let changed = pairs.filter(|(one, other)| one.0.iter().zip(other.0).any(|(a, b)| a.abs_diff(b) > 24));
        let percent = changed.count() * 100 / self.pixels.pixels().len().max(1);
        u32::try_from(percent).unwrap_or(100)
    }

    /// Whether it is one flat colour: nothing was painted.
    pub fn is_flat(&self) -> bool {
        let first = self.pixels.get_pixel(0, 0);
        self.pixels
            .pixels()
            .all(|pixel| pixel.0.iter().zip(first.0).all(|(a, b)| a.abs_diff(b) < 8))
    }
}

impl App {
    /// The window as painted, cut down to what the picture inside an element covers: for a video or an image of another
    /// shape than its box, the bars around it are left out.
    pub async fn painted(&self, css: &str, nth: usize) -> Result<Picture, Trouble> {
        let script = "const element = document.querySelectorAll(arguments[0])[arguments[1]];
            if (!element) return null;
            const box = element.getBoundingClientRect();
            const own = { width: element.videoWidth ?? element.naturalWidth, height: element.videoHeight ?? element.naturalHeight };
            const scale = own.width ? Math.min(box.width / own.width, box.height / own.height) : 0;
            const width = scale ? own.width * scale : box.width;
            const height = scale ? own.height * scale : box.height;
            return [box.left + (box.width - width) / 2, box.top + (box.height - height) / 2, width, height, innerWidth];";
        let answer = self.run(script, vec![json!(css), json!(nth)]).await?;
        let numbers: Vec<f64> =
            serde_json::from_value(answer.clone()).map_err(|_| Trouble::Answer(answer.to_string()))?;
        let [left, top, width, height, page] = numbers[..] else {
            return Err(Trouble::Answer(answer.to_string()));
        };
        let window = image::load_from_memory(&self.client.screenshot().await?)?.to_rgb8();
        let zoom = f64::from(window.width()) / page;
        let pixels = image::imageops::crop_imm(
            &window,
            whole(left * zoom),
            whole(top * zoom),
            whole(width * zoom),
            whole(height * zoom),
        );
        Ok(Picture {
            pixels: pixels.to_image(),
        })
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "places on a screen are small and not negative"
)]
fn whole(place: f64) -> u32 {
    place.round().max(0.0) as u32
}
