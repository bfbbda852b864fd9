//! Keys, pressed as on a keyboard: wherever the focus is.

use crate::app::App;
use crate::trouble::Trouble;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;

impl App {
    /// Presses keys one after the other, each written as the app writes it: `Space`, `Shift+Left`, `Ctrl+K`, `X`.
    pub async fn keys(&self, keys: &[&str]) -> Result<(), Trouble> {
        for key in keys {
            self.key(key).await?;
        }
        Ok(())
    }

    /// Presses one key, or a chord.
    pub async fn key(&self, chord: &str) -> Result<(), Trouble> {
        let held: Vec<char> = chord.split('+').map(code).collect();
        let mut actions = KeyActions::new("keyboard".to_owned());
        for &value in &held {
            actions = actions.then(KeyAction::Down { value });
        }
        for &value in held.iter().rev() {
            actions = actions.then(KeyAction::Up { value });
        }
        Ok(self.client.perform_actions(actions).await?)
    }
}

/// The character WebDriver knows a key by.
fn code(name: &str) -> char {
    match name {
        "Space" => ' ',
        "Left" => Key::Left.into(),
        "Right" => Key::Right.into(),
        "Up" => Key::Up.into(),
        "Down" => Key::Down.into(),
        "Home" => Key::Home.into(),
        "End" => Key::End.into(),
        "Enter" => Key::Enter.into(),
        "Escape" => Key::Escape.into(),
        "Tab" => Key::Tab.into(),
        "Shift" => Key::Shift.into(),
        "Ctrl" => Key::Control.into(),
        "Alt" => Key::Alt.into(),
        letter => letter.chars().next().unwrap_or_default().to_ascii_lowercase(),
    }
}
