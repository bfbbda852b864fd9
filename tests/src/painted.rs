//! What is painted: pixels of the window, not what the page believes.

use crate::app::App;
use crate::trouble::Trouble;
use circletake_testkit::test_picture;
use image::RgbImage;
use serde::Deserialize;
use serde_json::json;
use std::time::Duration;

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

    /// The level of grey, 0 to 255, at a place given as shares of width and height.
    pub fn level(&self, x: f64, y: f64) -> u8 {
        let at = |share: f64, length: u32| whole(share * f64::from(length)).min(length.saturating_sub(1));
        let pixel = self
            .pixels
            .get_pixel(at(x, self.pixels.width()), at(y, self.pixels.height()));
        let sum: u32 = pixel.0.iter().map(|&level| u32::from(level)).sum();
        u8::try_from(sum / 3).unwrap_or(u8::MAX)
    }

    /// The brightest level of any colour in it.
    pub fn brightest(&self) -> u8 {
        self.pixels.iter().copied().max().unwrap_or(0)
    }

    /// Whether it is one flat colour: nothing was painted.
    pub fn is_flat(&self) -> bool {
        let first = self.pixels.get_pixel(0, 0);
        self.pixels
            .pixels()
            .all(|pixel| pixel.0.iter().zip(first.0).all(|(a, b)| a.abs_diff(b) < 8))
    }
}

/// What lay on the canvases before one paint of the page, and what the page said of them at that moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paint {
    /// The numbers burnt into the pictures.
    pub pictures: Vec<Option<u32>>,
    /// The numbers under them.
    pub numbers: Vec<Option<u32>>,
}

/// The cells of the strip that carries a burnt-in number.
#[derive(Deserialize)]
struct Noted {
    strips: Vec<Vec<u8>>,
    numbers: Vec<Option<u32>>,
}

impl From<Noted> for Paint {
    fn from(noted: Noted) -> Self {
        // A picture that is nothing but the strip: each cell one pixel, grey.
        let read = |strip: &Vec<u8>| {
            let row: Vec<u8> = strip.iter().flat_map(|&level| [level; 3]).collect();
            test_picture::read_counter(&row.repeat(6), u32::try_from(strip.len()).unwrap_or_default(), 6)
        };
        Self {
            pictures: noted.strips.iter().map(read).collect(),
            numbers: noted.numbers,
        }
    }
}

impl App {
    /// Looks at the canvases and the numbers under them before every paint, from inside the page.
    pub async fn watch_paints(&self, css: &str, duration: Duration) -> Result<Vec<Paint>, Trouble> {
        let milliseconds = u64::try_from(duration.as_millis()).unwrap_or(u64::MAX);
        let answer = self
            .client()
            .execute_async(include_str!("paints.js"), vec![json!(css), json!(milliseconds)])
            .await?;
        let noted: Vec<Noted> = serde_json::from_value(answer)?;
        Ok(noted.into_iter().map(Paint::from).collect())
    }

    /// What is painted where these elements are, all from one look at the window.
    pub async fn painted(&self, css: &str) -> Result<Vec<Picture>, Trouble> {
        let script = "const boxes = [...document.querySelectorAll(arguments[0])].map((element) => element.getBoundingClientRect());
            // As they are read: row by row, from the left; in the page they stand in the order they came.
            boxes.sort((a, b) => a.top - b.top || a.left - b.left);
            return [innerWidth, innerHeight, ...boxes.flatMap((box) => [box.left, box.top, box.width, box.height])];";
        // What the page says is true at once; the window shows it a paint later.
        self.is_painted().await?;
        let answer = self.run(script, vec![json!(css)]).await?;
        let numbers: Vec<f64> = serde_json::from_value(answer)?;
        let window = self.pixels().await?;
        let [page_width, page_height, boxes @ ..] = &numbers[..] else {
            return Ok(Vec::new());
        };
        let zoom = f64::from(window.width()) / page_width;
        // Above the page there may be a menu.
        let menu = f64::from(window.height()) / zoom - page_height;
        let cut = |of: &[f64]| {
            let [left, top, width, height] = [of[0], of[1] + menu, of[2], of[3]].map(|place| whole(place * zoom));
            image::imageops::crop_imm(&window, left, top, width, height).to_image()
        };
        Ok(boxes.chunks_exact(4).map(|of| Picture { pixels: cut(of) }).collect())
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
