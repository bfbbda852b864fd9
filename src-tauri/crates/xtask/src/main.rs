//! Build, run, check, test, measure: everything a contributor or CI calls.

use std::process::{Command, ExitCode};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["bindings"] => bindings(),
        _ => {
            eprintln!("cargo xtask bindings   writes the TypeScript types and the client from the Rust ones");
            ExitCode::from(2)
        }
    }
}

fn bindings() -> ExitCode {
    let status = Command::new("cargo")
        .args([
            "test",
            "--quiet",
            "--package",
            "circletake-desktop",
            "--lib",
            "ipc::bindings",
        ])
        .env("CIRCLETAKE_WRITE_BINDINGS", "1")
        .status();
    if status.is_ok_and(|status| status.success()) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
