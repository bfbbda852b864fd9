//! Figures that tests measured. A test that passes is silent, so they are also written down for `cargo xtask test` to print at the end.

#![expect(clippy::print_stdout, reason = "figures are there to be read")]

use crate::built;
use crate::trouble::Trouble;
use std::io::Write;

/// Prints a line and writes it down.
pub fn figure(line: &str) -> Result<(), Trouble> {
    println!("{line}");
    let folder = built::pictures();
    fs_err::create_dir_all(&folder)?;
    let mut file = fs_err::OpenOptions::new()
        .create(true)
        .append(true)
        .open(folder.join("figures.txt"))?;
    writeln!(file, "{line}")?;
    Ok(())
}
