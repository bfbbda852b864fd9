//! The Circletake desktop app.

fn main() {}
