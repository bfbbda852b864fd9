//! What samples show. Each scene draws one moment from its seed and the time in seconds.

mod aurora;
mod ball;
mod dunes;
mod ink;
mod lights;
mod shapes;
mod turntable;

use super::SampleScene;
use super::canvas::Canvas;

/// Draws the scene at a moment.
pub(super) fn draw(scene: SampleScene, seed: u32, seconds: f32, canvas: &mut Canvas) {
    match scene {
        SampleScene::Dunes => dunes::draw(seed, seconds, canvas),
        SampleScene::Turntable => turntable::draw(seed, seconds, canvas),
        SampleScene::Lights => lights::draw(seed, seconds, canvas),
        SampleScene::Aurora => aurora::draw(seed, seconds, canvas),
        SampleScene::Ink => ink::draw(seed, seconds, canvas),
        SampleScene::Shapes => shapes::draw(seed, seconds, canvas),
        SampleScene::Ball => ball::draw(seed, seconds, canvas),
    }
}
