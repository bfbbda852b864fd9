//! `sample`, `doctor` and `backup`: a library to try everything on, and what keeps it whole.

use crate::bench::Bench;

#[test]
fn the_sample_pilot_reads_the_worked_numbers_and_is_in_order() {
    let bench = Bench::new();
    let made = bench.run(&["--json", "sample", "lib"]).ended(0).json();
    assert_eq!((&made["is_sample"], &made["generations"]), (&true.into(), &50.into()));
    let pilots = bench.json(&["pilot", "list"]).ended(0).json();
    let id = pilots[0]["id"].as_str().unwrap().to_owned();
    let report = bench.json(&["report", "--pilot", &id]).ended(0).json();
    for (field, value) in [
        ("usable_rate", "0.16"),
        ("attempts_per_usable", "6.25"),
        ("cost_per_usable", "41.25"),
        ("cost_per_published", "66"),
        ("human_minutes_per_usable", "37.5"),
    ] {
        assert_eq!(report[field], value, "{field}");
    }
    assert_eq!(bench.json(&["pilot", "show", &id]).ended(0).json()["report"], report);
    assert_eq!(bench.json(&["doctor"]).ended(0).json()["healthy"], true);
    bench.lib(&["backup", "copy.db"]).ended(0);
    assert!(
        std::fs::read(bench.path("copy.db"))
            .unwrap()
            .starts_with(b"SQLite format 3")
    );

    let stray = bench.write("lib/clips/stray.mp4", b"nobody's");
    let found = bench.json(&["doctor"]).ended(1).json();
    assert_eq!(found["findings"][0]["code"], "file_without_row");
    assert_eq!(bench.json(&["doctor", "--fix"]).ended(0).json()["healthy"], true);
    assert!(!stray.exists());
}
