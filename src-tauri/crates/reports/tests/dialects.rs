//! One log in every dialect that teams keep: the same records come out of each.
#![expect(clippy::unwrap_used, reason = "a log that cannot be read must fail the test")]

use circletake_domain::money::Currency;
use circletake_domain::record::LogField;
use circletake_reports::log::{ColumnMapping, LogFile, RecordReader, export::JsonlWriter};
use std::fmt::Write;

const SPREADSHEET: &str = "\
Take;Brief;Model;Length (s);Cost (USD);Review time;State;Why rejected;Live?;Created time;File;Shot
gen_00001;bf_2025_001;gen4.5;6;$1,234.50;12 min;Approved;;yes;2025-11-20 08:37;s3://bucket/a.mp4;\"wide
shot\"
gen_00002;bf_2025_001;gen4.5;6;0,42;0:01:30;rejected;Artifacts;no;2025-11-20 09:00;;
gen_00003;bf_2025_001;gen4.5;;n/a;;failed;;;2025-11-20;;'=1+1
";

/// Everything a reader makes of a file: the mapping, the status words, and each row as a record or with its problems.
fn told(bytes: &[u8]) -> String {
    let file = LogFile::read(bytes).unwrap();
    let mapping = ColumnMapping::recognise(file.columns());
    let currency = Currency::new("USD").unwrap();
    let reader = RecordReader::new(&file, &mapping, &currency);
    let mut told = format!("{} in {}, {} rows\n", file.format(), file.encoding(), file.row_count());
    for field in LogField::ALL {
        writeln!(told, "{field} <- {}", mapping.column_of(*field).unwrap_or("nothing")).unwrap();
    }
    for word in reader.status_words() {
        writeln!(told, "{} x {} = {:?}", word.count, word.word, word.statuses).unwrap();
    }
    told.push_str(&records(bytes));
    told
}

fn records(bytes: &[u8]) -> String {
    let file = LogFile::read(bytes).unwrap();
    let mapping = ColumnMapping::recognise(file.columns());
    let currency = Currency::new("USD").unwrap();
    let mut told = String::new();
    for row in RecordReader::new(&file, &mapping, &currency).records() {
        match row.record {
            Ok(record) => {
                let mut writer = JsonlWriter::new(Vec::new());
                writer.write(&record).unwrap();
                let line = String::from_utf8(writer.finish().unwrap()).unwrap();
                write!(told, "{}: {line}", row.line).unwrap();
            }
            Err(problems) => problems.iter().for_each(|problem| writeln!(told, "{problem}").unwrap()),
        }
    }
    told
}

#[test]
fn a_spreadsheet_with_columns_of_its_own_is_understood() {
    insta::assert_snapshot!(told(SPREADSHEET.as_bytes()));
}

#[test]
fn every_problem_of_every_bad_row_is_told_with_line_field_value_and_what_was_expected() {
    let log = "\
id,brief_id,duration_seconds,generation_cost_usd,status,rejection_reason,review_minutes,published,created_at
gen_00001,bf_1,6,0.42,review_pending,,1.5,false,2025-11-20T08:37:00Z
,bf_1,6,0.42,review_pending,,,false,2025-11-20T08:37:00Z
gen_00003,bf_1,long,-1,purple,,soon,maybe,3/4/2025
gen_00004,,6,0.42,rejected_quality,,1,false,2025-11-20T08:37:00Z
gen_00005,bf_1,6,0.42,rejected_quality,ugly,1,true,2025-11-20T08:37:00Z
gen_00006,bf_1,6,0.42,published,,1,true,2025-11-20T08:37:00Z,surplus
";
    insta::assert_snapshot!(told(log.as_bytes()));
}

#[test]
fn the_encoding_and_the_delimiter_change_nothing() {
    let plain = records(SPREADSHEET.as_bytes());
    let utf16: Vec<u8> = [0xFEFF]
        .into_iter()
        .chain(SPREADSHEET.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(records(&utf16), plain);
    let marked = [b"\xEF\xBB\xBF".as_slice(), SPREADSHEET.as_bytes()].concat();
    assert_eq!(records(&marked), plain);
    for delimiter in ["\t", "|", "~", "^"] {
        assert_eq!(
            records(SPREADSHEET.replace(';', delimiter).as_bytes()),
            plain,
            "{delimiter:?}"
        );
    }
}

#[test]
fn a_json_list_and_json_lines_say_the_same() {
    let rows = [
        r#"{"id": "gen_00001", "brief_id": "bf_1", "status": "review_pending", "generation_cost_usd": 0.42, "shot": 3, "tags": ["a"]}"#,
        r#"{"id": "gen_00002", "brief_id": "bf_1", "status": "published", "published": true, "generation_cost_usd": "1.5", "prompt_version": 2}"#,
    ];
    let without_lines = |text: String| {
        text.lines()
            .map(|line| line.split_once(": ").unwrap().1.to_owned())
            .collect::<Vec<_>>()
    };
    let lines = without_lines(records(rows.join("\n").as_bytes()));
    let list = without_lines(records(format!("[{},\n{}]", rows[0], rows[1]).as_bytes()));
    assert_eq!(lines, list);
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn the_user_says_what_a_status_word_means() {
    let file = LogFile::read(b"id,brief,state\na,b,Approved\nc,b,on hold\n").unwrap();
    let mut mapping = ColumnMapping::recognise(file.columns());
    mapping.set("status:approved", "approved_to_publish").unwrap();
    mapping.set("status:On hold", "review_pending").unwrap();
    let currency = Currency::new("USD").unwrap();
    let read = RecordReader::new(&file, &mapping, &currency).records();
    let statuses: Vec<_> = read.map(|row| row.record.unwrap().status.as_str()).collect();
    assert_eq!(statuses, ["approved_to_publish", "review_pending"]);
    assert!(
        mapping
            .set("status:approved", "fine")
            .unwrap_err()
            .to_string()
            .starts_with("`fine` is not a status")
    );
}
