//! Where a passphrase comes from: the terminal, without showing it, or a file descriptor. Never an argument, which every program can read.

use crate::exit::Failure;
use std::io::{BufRead, BufReader, Read};

/// More is a file by mistake.
const LONGEST: u64 = 8_192;

/// Reads a passphrase from a descriptor, or asks for it on the terminal.
pub fn read(descriptor: Option<u32>, question: &str) -> Result<String, Failure> {
    match descriptor {
        Some(descriptor) => from_descriptor(descriptor),
        None => ask(question),
    }
}

/// Reads a new passphrase from a descriptor, or asks for it twice.
pub fn read_new(descriptor: Option<u32>, question: &str) -> Result<String, Failure> {
    if descriptor.is_some() {
        return read(descriptor, question);
    }
    let first = ask(question)?;
    if ask("Once more: ")? == first {
        Ok(first)
    } else {
        Err(Failure::usage(
            "These were two different ones.",
            "Try again; nothing was changed.",
        ))
    }
}

fn ask(question: &str) -> Result<String, Failure> {
    rpassword::prompt_password(question).map_err(|_| {
        Failure::usage(
            "There is no terminal to ask for the passphrase on.",
            "Give the number of a file descriptor to read it from instead.",
        )
    })
}

/// The first line of what the descriptor leads to.
#[cfg(unix)]
fn from_descriptor(descriptor: u32) -> Result<String, Failure> {
    let refused = |error: std::io::Error| Failure::system("read the passphrase", &error);
    let file = std::fs::File::open(format!("/dev/fd/{descriptor}")).map_err(refused)?;
    let mut line = String::new();
    BufReader::new(file.take(LONGEST))
        .read_line(&mut line)
        .map_err(refused)?;
    Ok(line.trim_end_matches(['\n', '\r']).to_owned())
}

#[cfg(not(unix))]
fn from_descriptor(_descriptor: u32) -> Result<String, Failure> {
    Err(Failure::usage(
        "This system has no file descriptors to read a passphrase from.",
        "Type it on the terminal.",
    ))
}
