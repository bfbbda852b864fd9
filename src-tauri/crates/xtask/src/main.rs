//! Build, run, check, test, measure: everything a contributor or CI calls.

fn main() {}
