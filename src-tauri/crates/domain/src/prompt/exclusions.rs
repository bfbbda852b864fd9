//! What no clip of this team ever shows, whatever a brief says.

use thiserror::Error;

/// The most lines there can be; a prompt of nothing but exclusions makes nothing.
const MOST: usize = 20;
/// The longest line, in characters.
const LONGEST: usize = 200;

/// What no clip ever shows, a line each. The default is the three of the built-in template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandingExclusions(Vec<String>);

/// Lines that cannot stand in every prompt.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum InvalidExclusion {
    /// Too many.
    #[error("{0} exclusions are more than the {MOST} there can be")]
    TooMany(usize),
    /// Too long.
    #[error("`{0}` is longer than {LONGEST} characters")]
    TooLong(String),
}

impl Default for StandingExclusions {
    fn default() -> Self {
        let lines = ["No text overlays.", "No logos.", "No recognisable public figures."];
        Self(lines.map(str::to_owned).to_vec())
    }
}

impl StandingExclusions {
    /// Lines as somebody wrote them; empty ones are left out, and each is one line.
    pub fn new(lines: &[String]) -> Result<Self, InvalidExclusion> {
        let lines: Vec<String> = lines
            .iter()
            .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
            .filter(|line| !line.is_empty())
            .collect();
        if lines.len() > MOST {
            return Err(InvalidExclusion::TooMany(lines.len()));
        }
        match lines.iter().find(|line| line.chars().count() > LONGEST) {
            Some(long) => Err(InvalidExclusion::TooLong(long.clone())),
            None => Ok(Self(lines)),
        }
    }
    /// The lines.
    pub fn lines(&self) -> &[String] {
        &self.0
    }
    /// As they stand in a prompt.
    pub fn text(&self) -> String {
        self.0.join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_one_line_and_an_empty_one_is_none() {
        let lines = ["  No\nlogos. ".to_owned(), "   ".to_owned()];
        assert_eq!(StandingExclusions::new(&lines).unwrap().lines(), ["No logos."]);
        let long = ["x".repeat(201)];
        assert!(matches!(
            StandingExclusions::new(&long),
            Err(InvalidExclusion::TooLong(_))
        ));
    }
}
