//! What a report of a pilot says, and what it must never do.
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod worked_pilot;

use circletake_domain::decision::PilotDecision;
use circletake_domain::metrics::Tally;
use circletake_reports::pilot_report::{Block, PilotReport, csv, figures, html, sections};
use rust_decimal::Decimal;
use worked_pilot::{facts, worked};

fn text(report: &PilotReport) -> String {
    html(report).unwrap()
}

#[test]
fn it_opens_with_the_sentence_and_reads_the_worked_numbers() {
    let page = text(&worked());
    let sentence =
        page.find("AI video costs $41.25 per usable clip (95 %: $23.15 to $79.16), against a benchmark of $55.00");
    let first_section = page.find("<h2>").unwrap();
    assert!(sentence.unwrap() < first_section);
    for figure in [
        "16 %",
        "8.3 % to 28.5 %",
        "$66.00",
        "6.25",
        "37.5 min",
        "$330.00",
        "about 204 more attempts",
    ] {
        assert!(page.contains(figure), "{figure}");
    }
}

#[test]
fn everything_is_inside_and_nothing_runs() {
    let page = text(&worked());
    assert!(page.contains("default-src 'none'; img-src data:"));
    for foreign in [
        "<script", "http://", "https://", "url(", "@import", "<link", "<iframe", "onload",
    ] {
        let found = page.replace("http://www.w3.org/2000/svg", "");
        assert!(!found.contains(foreign), "{foreign}");
    }
    assert!(page.contains("data:image/jpeg;base64,"));
    assert_eq!(page.matches("role=\"img\"").count(), 8);
}

#[test]
fn no_word_of_a_person_is_markup() {
    let evil = "</style><script>alert('x')</script>\" onclick=\"y";
    let mut report = worked();
    report.name = evil.to_owned();
    report.library = evil.to_owned();
    report.settings.benchmark_what = Some(evil.to_owned());
    report.by_model[0].name = Some(evil.to_owned());
    report.stills[0].model = Some(evil.to_owned());
    report.advice = vec![(evil.to_owned(), evil.to_owned())];
    let mut told = facts();
    told.longest_loop.as_mut().unwrap().brief = evil.to_owned();
    report.decision = PilotDecision::of(&told);
    let page = text(&report);
    assert!(
        !page.contains("<script") && !page.contains("\" onclick"),
        "markup came through"
    );
    assert_eq!(page.matches("</style>").count(), 1);
}

#[test]
fn the_method_has_every_formula_and_how_often_the_intervals_kept_their_word() {
    let all = sections(&worked());
    let method = all.last().unwrap();
    let formulas: usize = method
        .blocks
        .iter()
        .map(|block| {
            if let Block::Formulas(formulas) = block {
                formulas.len()
            } else {
                0
            }
        })
        .sum();
    assert_eq!(formulas, 24);
    let page = text(&worked());
    assert!(
        page.contains("10,000 pilots were simulated")
            && page.contains("How often the intervals and the plans kept their word")
    );
}

#[test]
fn a_pilot_of_which_nothing_is_known_has_a_report_that_says_so() {
    let mut report = worked();
    let mut told = facts();
    told.tally = Tally::default();
    report.tally = Tally::default();
    report.decision = PilotDecision::of(&told);
    report.statuses.clear();
    report.reasons.clear();
    report.costs.clear();
    report.cost_basis.clear();
    report.course.clear();
    report.by_model.clear();
    report.by_prompt.clear();
    report.by_week.clear();
    report.spend.clear();
    report.stills.clear();
    let page = text(&report);
    assert!(page.contains("AI video has not been tried yet"));
    assert!(page.contains("Nothing has been tried yet."));
    assert!(page.contains("undefined"));
    assert!(!page.contains("NaN"));
}

#[test]
fn what_is_not_known_is_never_read_as_nothing() {
    let mut report = worked();
    report.tally.unknown_costs = 4;
    let page = text(&report);
    assert!(page.contains("at least $41.25") && page.contains("missing from every sum, not 0"));
}

#[test]
fn stills_are_bounded_in_number() {
    let mut report = worked();
    report.stills = vec![report.stills[0].clone(); 40];
    assert_eq!(text(&report).matches("data:image/jpeg").count(), 12);
}

#[test]
fn as_rows_every_digit_is_there_and_no_spreadsheet_runs_a_name() {
    let mut report = worked();
    report.name = "=cmd()".to_owned();
    let rows = String::from_utf8(csv(&report).unwrap()).unwrap();
    insta::assert_snapshot!(rows);
}

#[test]
fn the_figures_keep_every_digit_beside_what_is_shown() {
    let all = figures(&worked());
    let cost = &all[0];
    assert_eq!((cost.key, cost.shown.as_str()), ("cost_per_usable", "$41.25"));
    assert_eq!(cost.value, Some(Decimal::new(4125, 2)));
    assert!(cost.low.unwrap().to_string().starts_with("23.14634"));
}

#[test]
fn the_page_is_as_it_was() {
    insta::assert_snapshot!(text(&worked()));
}

mod as_pdf {
    use super::*;
    use circletake_reports::pilot_report::{Paper, pdf};

    fn holds(bytes: &[u8], words: &str) -> bool {
        bytes.windows(words.len()).any(|window| window == words.as_bytes())
    }

    #[test]
    fn it_is_tagged_titled_and_the_same_to_the_byte_every_time() {
        let first = pdf(&worked(), Paper::A4).unwrap();
        assert!(first.starts_with(b"%PDF-"));
        for word in [
            "/MarkInfo",
            "/Marked true",
            "/StructTreeRoot",
            "/Lang",
            "/Figure",
            "pdfuaid",
        ] {
            assert!(holds(&first, word), "{word}");
        }
        assert!(!holds(&first, "/CreationDate"));
        assert_eq!(first, pdf(&worked(), Paper::A4).unwrap());
    }

    #[test]
    fn it_is_set_for_the_paper_it_is_printed_on() {
        let a4 = pdf(&worked(), Paper::A4).unwrap();
        let letter = pdf(&worked(), Paper::Letter).unwrap();
        if let Some(folder) = std::env::var_os("CIRCLETAKE_KEEP_REPORTS") {
            let folder = std::path::PathBuf::from(folder);
            std::fs::write(folder.join("a4.pdf"), &a4).unwrap();
            std::fs::write(folder.join("letter.pdf"), &letter).unwrap();
        }
        assert!(holds(&a4, "/MediaBox[0 0 595.2756 841.8898]"));
        assert!(holds(&letter, "/MediaBox[0 0 612 792]"));
    }

    #[test]
    fn what_a_person_wrote_is_never_read_as_typst() {
        let mut report = worked();
        let evil = "#panic(\"read\") $ #include \"/etc/passwd\" * _ ` \\ #sys.inputs ] )";
        report.name = evil.to_owned();
        report.library = evil.to_owned();
        report.settings.benchmark_what = Some(evil.to_owned());
        report.by_model[0].name = Some(format!("{evil}</text></svg>\u{0}\u{1b}"));
        report.stills[0].model = Some(evil.to_owned());
        report.advice = vec![(evil.to_owned(), evil.to_owned())];
        assert!(pdf(&report, Paper::A4).unwrap().starts_with(b"%PDF-"));
    }

    #[test]
    fn letters_that_the_font_has_not_are_no_reason_to_fail() {
        let mut report = worked();
        report.name = "東京 кофе ☕ العربية".to_owned();
        assert!(pdf(&report, Paper::A4).is_ok());
    }

    #[test]
    fn a_picture_that_is_none_is_said_and_no_panic() {
        let mut report = worked();
        report.stills[0].jpeg = b"no jpeg".to_vec();
        let refused = pdf(&report, Paper::A4).unwrap_err().to_string();
        assert!(
            refused.starts_with("the report could not be set as a PDF: "),
            "{refused}"
        );
    }
}

#[test]
fn days_of_spending_lie_as_far_apart_as_they_are() {
    let page = text(&worked());
    let (_, chart) = page.split_once("<figcaption>Spent until the end of each day").unwrap();
    let (_, line) = chart.split_once("<polyline points=\"").unwrap();
    let (points, _) = line.split_once('"').unwrap();
    let across: Vec<f64> = points
        .split(' ')
        .map(|point| point.split_once(',').unwrap().0.parse().unwrap())
        .collect();
    // 2, 5, 9 and 13 November.
    let days = |place: usize| (across[place] - across[0]) / (across[3] - across[0]) * 11.0;
    assert!(
        (days(1) - 3.0).abs() < 0.05 && (days(2) - 7.0).abs() < 0.05,
        "{across:?}"
    );
}
