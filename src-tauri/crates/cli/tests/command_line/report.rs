//! `report -o FILE`: the report of a pilot, as a page, a PDF, data and rows.

use crate::bench::Bench;

fn sample() -> (Bench, String) {
    let bench = Bench::new();
    bench.run(&["sample", "lib"]).ended(0);
    let pilots = bench.json(&["pilot", "list"]).ended(0).json();
    let id = pilots[0]["id"].as_str().unwrap().to_owned();
    (bench, id)
}

#[test]
fn the_report_of_the_sample_pilot_is_written_in_every_format_and_over_no_other_file() {
    let (bench, id) = sample();
    let write = |file: &str, more: &[&str]| bench.json(&[&["report", "--pilot", &id, "-o", file], more].concat());

    let told = write("report.html", &[]).ended(0).json();
    assert_eq!(told["format"], "html");
    let page = bench.read("report.html");
    assert!(
        page.contains("AI video costs $41.25 per usable clip (95 %: $23.15 to $79.16), against a benchmark of $55.00")
    );
    assert!(page.contains("$66.00") && page.contains("37.5 min"));
    // Eight usable clips, each with its still inside.
    assert_eq!(page.matches("data:image/jpeg;base64,").count(), 8);
    assert!(!page.contains("<script"));

    write("paper", &["--format", "pdf", "--paper", "letter"]).ended(0);
    let pdf = std::fs::read(bench.path("paper")).unwrap();
    let holds = |words: &str| pdf.windows(words.len()).any(|window| window == words.as_bytes());
    assert!(pdf.starts_with(b"%PDF-") && holds("/StructTreeRoot") && holds("/MediaBox[0 0 612 792]"));

    write("report.json", &[]).ended(0);
    let data: serde_json::Value = serde_json::from_str(&bench.read("report.json")).unwrap();
    assert_eq!(data["pilot"]["report"]["cost_per_usable"], "41.25");
    assert_eq!(data["decision"]["verdict"], "cannot_be_judged");
    assert_eq!(data["decision"]["conditions"][0]["kind"], "cost");
    assert_eq!(data["dashboard"]["rates"]["by_model"].as_array().unwrap().len(), 2);

    write("report.csv", &[]).ended(0);
    let rows = bench.read("report.csv");
    assert!(
        rows.contains("cost_per_usable,41.25,23.14634")
            && rows.starts_with("figure,value,low_95,high_95,currency,says")
    );

    let refused = write("report.html", &[]).ended(2).json();
    assert!(
        refused["error"]["message"]
            .as_str()
            .unwrap()
            .contains("is there already")
    );
    assert_eq!(bench.read("report.html"), page);
}

#[test]
fn what_cannot_be_written_is_refused_and_leaves_nothing_behind() {
    let bench = Bench::with_library();
    let before = std::fs::read_dir(bench.path("")).unwrap().count();
    let unknown = bench
        .json(&["report", "--pilot", "pl_0099", "-o", "report.html"])
        .ended(2)
        .json();
    assert_eq!(unknown["error"]["code"], "not_found");
    let unnamed = bench
        .json(&["report", "--pilot", "pl_0099", "-o", "report"])
        .ended(2)
        .json();
    assert!(unnamed["error"]["hint"].as_str().unwrap().contains("--format"));
    bench.lib(&["report", "--brief", "bf_1", "-o", "report.html"]).ended(2);
    bench.lib(&["report", "--pilot", "pl_0099", "--format", "pdf"]).ended(2);
    assert_eq!(std::fs::read_dir(bench.path("")).unwrap().count(), before);
}
