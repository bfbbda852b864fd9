//! The circletake command: every use case without a window.

fn main() {}
