//! A team's spreadsheet comes in.

use crate::libraries;
use circletake_tests::{Ran, Sandbox, Start, TestResult, in_app};
use serde_json::json;

const LOG: &str = "\
id,brief_id,model,duration_seconds,Cost (USD),status,rejection_reason,Review time,published,created_at,mood board
gen_00001,bf_2025_001,veo-3,6,0.50,published,,3,true,2026-11-02T09:00:00Z,autumn
gen_00002,bf_2025_001,veo-3,6,0.50,rejected,artifact_or_distortion,2,false,2026-11-02T09:05:00Z,autumn
gen_00003,bf_2025_001,veo-3,six,0.50,approved,,4,false,2026-11-02T09:10:00Z,winter
gen_00004,bf_2025_001,veo-3,8,0.70,failed,,0,false,2026-11-02T09:15:00Z,winter
";

#[tokio::test]
async fn one_bad_row_stops_the_import_until_it_is_left_out_and_is_shown_with_its_line() -> TestResult {
    let sandbox = Sandbox::new()?;
    let library = libraries::empty(&sandbox)?;
    let log = sandbox.add_file("autumn.csv", LOG.as_bytes())?;
    let start = Start::with_library(&library).choosing_file(&log);
    in_app(sandbox, start, async |app| {
        app.press("Import a log").await?;
        app.find("dialog", "Import a log").await?;
        app.sees("autumn.csv, 4 rows").await?;
        let bad = app.find("table", "Bad rows").await?.text().await?;
        assert!(bad.contains('4') && bad.contains("six"), "the bad row reads: {bad}");
        let import = app.find("button", "1 bad row in the way").await?;
        assert!(!import.is_enabled().await?, "all rows or none");

        app.find("checkbox", "Leave out the 1 bad row").await?.click().await?;
        app.press("Import 3 rows").await?;
        app.sees("3 rows imported").await?;
        app.press("Show the clips").await?;
        app.until("three attempts in the grid", async || {
            Ok(app.count("option", "gen_").await? == 3)
        })
        .await?;
        let report = Ran::json(&library, &["report", "--brief", "bf_2025_001"])?;
        assert_eq!(report["total"], json!(3));
        assert_eq!(report["published"], json!(1));
        Ok(())
    })
    .await
}
