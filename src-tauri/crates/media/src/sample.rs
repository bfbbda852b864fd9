//! Clips made up for the sample pilot: drawn here, encoded by the app's own encoder, and marked as samples in every picture.

mod canvas;
mod film;
mod label;
mod palette;
mod scenes;
#[cfg(test)]
mod tests;
mod tone;

pub(crate) use film::film;

use circletake_domain::frame::FrameRate;
use serde::{Deserialize, Serialize};

/// What a sample clip shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SampleRecipe {
    /// What is drawn.
    pub scene: SampleScene,
    /// Colours, speeds and places: clips of one scene differ by it.
    pub seed: u32,
    /// Burnt in beside the word SAMPLE: the generation's number.
    pub label: String,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// How many frames.
    pub frames: u32,
    /// Constant.
    pub rate: FrameRate,
    /// With a soft tone.
    pub sound: bool,
    /// What is wrong with it.
    pub fault: Option<SampleFault>,
}

/// What a sample clip is a picture of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SampleScene {
    /// Dunes under a low sun, passed by.
    Dunes,
    /// A bottle on a turntable.
    Turntable,
    /// Lights out of focus.
    Lights,
    /// Curtains of light in a night sky.
    Aurora,
    /// Colours that run into each other.
    Ink,
    /// Paper shapes turning.
    Shapes,
    /// A ball that bounces.
    Ball,
}

impl SampleScene {
    /// Every scene.
    pub const ALL: [Self; 7] = [
        Self::Dunes,
        Self::Turntable,
        Self::Lights,
        Self::Aurora,
        Self::Ink,
        Self::Shapes,
        Self::Ball,
    ];
}

/// What can be wrong with a generated clip, for real.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SampleFault {
    /// Nothing but black after the first third.
    Black,
    /// The picture stands still after the first third.
    Frozen,
    /// Width and height are exchanged.
    WrongSize,
}

impl SampleRecipe {
    /// A vertical clip of 5 to 6 seconds at 24 frames a second. Neighbouring numbers get different scenes; the same number gives the same clip.
    pub fn numbered(number: u32, label: impl Into<String>) -> Self {
        let scene = SampleScene::ALL.get(number as usize % SampleScene::ALL.len()).copied();
        Self {
            scene: scene.unwrap_or(SampleScene::Dunes),
            seed: number,
            label: label.into(),
            width: 360,
            height: 640,
            frames: 120 + number * 7 % 25,
            rate: twenty_four(),
            sound: false,
            fault: None,
        }
    }
    /// With another scene than its number gives.
    #[must_use]
    pub fn scene(mut self, scene: SampleScene) -> Self {
        self.scene = scene;
        self
    }
    /// With a soft tone.
    #[must_use]
    pub fn with_sound(mut self) -> Self {
        self.sound = true;
        self
    }
    /// With something wrong with it.
    #[must_use]
    pub fn with_fault(mut self, fault: SampleFault) -> Self {
        if fault == SampleFault::WrongSize {
            (self.width, self.height) = (self.height, self.width);
        }
        self.fault = Some(fault);
        self
    }
}

fn twenty_four() -> FrameRate {
    match FrameRate::new(24, 1) {
        Ok(rate) => rate,
        Err(_) => unreachable!("24 is a frame rate"),
    }
}
