//! How many tests ran, added up over every program that runs some.

use crate::step::{Failed, Session};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// Tests that passed, failed, and were left out.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    passed: u32,
    failed: u32,
    skipped: u32,
}

impl Tally {
    /// Runs a step, shows what it prints, and counts the tests it reports.
    pub fn step(&mut self, session: &Session, title: &str, command: &mut Command) -> Result<(), Failed> {
        println!("\n== {title}");
        let begun = std::time::Instant::now();
        let mut child = command
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| Failed(format!("{title} could not be started: {error}")))?;
        if let Some(output) = child.stdout.take() {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                println!("{line}");
                self.count(&line);
            }
        }
        let status = child
            .wait()
            .map_err(|error| Failed(format!("{title} was lost: {error}")))?;
        session.took(title, begun.elapsed());
        // The other programs still run: one report of everything that is broken is worth more than the first.
        if !status.success() {
            session.note_failure(title);
        }
        Ok(())
    }

    fn count(&mut self, line: &str) {
        let plain = without_colours(line);
        let line = plain.trim();
        let number_before = |word: &str| {
            let words: Vec<_> = line
                .split([' ', ';', ',', '|', '(', ')'])
                .filter(|word| !word.is_empty())
                .collect();
            let place = words.iter().position(|candidate| *candidate == word)?;
            words.get(place.checked_sub(1)?)?.parse::<u32>().ok()
        };
        // cargo: `test result: ok. 8 passed; 0 failed; 1 ignored; ...`, vitest: `Tests  3 failed | 71 passed (74)`.
        if line.starts_with("test result:") || (line.starts_with("Tests ") && line.contains('(')) {
            self.passed += number_before("passed").unwrap_or(0);
            self.failed += number_before("failed").unwrap_or(0);
            self.skipped += number_before("ignored")
                .or_else(|| number_before("skipped"))
                .unwrap_or(0);
        }
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{} passed, {} failed, {} skipped",
            self.passed, self.failed, self.skipped
        )
    }
}

fn without_colours(line: &str) -> String {
    let mut plain = String::new();
    let mut characters = line.chars();
    while let Some(character) = characters.next() {
        if character == '\u{1b}' {
            characters.by_ref().find(char::is_ascii_alphabetic);
        } else {
            plain.push(character);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn counts_what_cargo_and_vitest_print() {
        let mut tally = Tally::default();
        tally.count("test result: ok. 8 passed; 1 failed; 2 ignored; 0 measured; 0 filtered out; finished in 0.08s");
        tally.count(
            "\u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m\u{1b}[32m71 passed\u{1b}[39m\u{1b}[22m\u{1b}[90m (71)\u{1b}[39m",
        );
        tally.count("Test Files  12 passed (12)");
        assert_eq!(tally.to_string(), "79 passed, 1 failed, 2 skipped");
    }
}
