//! Which index answers the questions of a producer's desk, asked in the very words the library asks them in. A plan that begins to read every
//! attempt of a library fails here.

use crate::actuals::{ActualsBy, actuals_sql, clips_sql};
use crate::folder::LibraryFolder;
use crate::library::{Library, NewLibrary};
use crate::previews::{count_to_prepare_sql, to_prepare_sql};
use crate::run_plans::{FROZEN_SQL, of_pilot_sql};
use crate::seen_attempts::AttemptsOf;
use camino::Utf8PathBuf;
use circletake_domain::id::{BriefId, ModelName, PilotId, PromptId, TemplateId};
use circletake_domain::money::Currency;
use circletake_domain::timestamp::Timestamp;
use sqlx::Row;

struct Sandbox {
    library: Library,
    _folder: tempfile::TempDir,
}

impl Sandbox {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let place = Utf8PathBuf::from_path_buf(folder.path().join("library")).unwrap();
        let new = NewLibrary {
            name: "Plans".into(),
            currency: Currency::new("USD").unwrap(),
            is_sample: false,
            app_version: "0.1.0".into(),
            created_at: Timestamp::parse("2026-11-20T08:37:00Z").unwrap(),
        };
        let library = Library::create(LibraryFolder::new(place), new).await.unwrap();
        Self {
            library,
            _folder: folder,
        }
    }

    async fn steps(&self, sql: &str) -> Vec<String> {
        let explain = sqlx::AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}"));
        let rows = sqlx::query(explain).fetch_all(self.library.readers()).await.unwrap();
        rows.iter().map(|row| row.get("detail")).collect()
    }

    /// The steps of a plan; none of them reads every attempt, clip, time or plan there is.
    async fn plan(&self, sql: &str) -> String {
        let steps = self.steps(sql).await;
        for whole in [
            "generations",
            "g",
            "clip_versions",
            "c",
            "time_entries",
            "plans",
            "prompts",
        ] {
            let reads_all = |step: &&String| step.split(' ').take(2).eq(["SCAN", whole]);
            assert_eq!(steps.iter().find(reads_all), None, "{sql}");
        }
        steps.join("; ")
    }
}

#[tokio::test]
async fn what_own_attempts_came_to_is_counted_out_of_indices() {
    let sandbox = Sandbox::new().await;
    let of = [
        (
            AttemptsOf::Pilot(PilotId::new("pl_1").unwrap()),
            "generations_by_brief (brief_key=?)",
        ),
        (
            AttemptsOf::Brief(BriefId::new("bf_1").unwrap()),
            "generations_by_brief (brief_key=?)",
        ),
        (
            AttemptsOf::Format("social_broll".into()),
            "generations_by_brief (brief_key=?)",
        ),
        (
            AttemptsOf::Model(ModelName::new("m").unwrap()),
            "generations_by_model (model_key=?)",
        ),
        (
            AttemptsOf::Template(TemplateId::new("tpl_1").unwrap()),
            "generations_by_prompt (prompt_key=?)",
        ),
        (
            AttemptsOf::Prompt(PromptId::new("pr_1").unwrap()),
            "generations_by_prompt (prompt_key=?)",
        ),
    ];
    for (of, index) in of {
        let counts = sandbox.plan(&of.counts_sql()).await;
        assert!(counts.contains(&format!("COVERING INDEX {index}")), "{of:?}: {counts}");
        let time = sandbox.plan(&of.time_sql()).await;
        assert!(
            time.contains("time_entries USING COVERING INDEX time_entries_by_generation (generation_key=?)"),
            "{of:?}: {time}"
        );
    }
}

#[tokio::test]
async fn what_models_charged_in_a_pilot_reads_only_its_attempts() {
    let sandbox = Sandbox::new().await;
    for by in [ActualsBy::Model, ActualsBy::Prompt] {
        let plan = sandbox.plan(&actuals_sql("g.brief_key IN (1, 2)", by)).await;
        assert!(
            plan.contains("SEARCH g USING COVERING INDEX generations_by_brief (brief_key=?)"),
            "{plan}"
        );
        assert!(
            plan.contains("SEARCH c USING INDEX") && plan.contains("(generation_key=? AND version=?)"),
            "{plan}"
        );
    }
    for prices in [0, 2] {
        let plan = sandbox.plan(&clips_sql("g.brief_key IN (1, 2)", prices)).await;
        assert!(
            plan.contains("SEARCH g USING INDEX generations_") && plan.contains("(brief_key=?)"),
            "{plan}"
        );
        assert!(plan.contains("(generation_key=? AND version=?)"), "{plan}");
    }
}

#[tokio::test]
async fn the_plans_of_a_pilot_and_the_one_it_follows_are_found_by_their_index() {
    let sandbox = Sandbox::new().await;
    let plans = sandbox.plan(&of_pilot_sql()).await;
    assert!(plans.contains("INDEX plans_by_pilot (pilot_key=?)"), "{plans}");
    assert!(!plans.contains("TEMP B-TREE"), "they come in their order: {plans}");
    let frozen = sandbox.plan(FROZEN_SQL).await;
    assert!(frozen.contains("INDEX plans_frozen (pilot_key=?)"), "{frozen}");
    // What every attempt that comes in asks, in its trigger.
    let follows = "SELECT p.key FROM plans p WHERE p.pilot_key = (SELECT pilot_key FROM briefs WHERE key = 1)
                   ORDER BY p.created_at DESC, p.key DESC LIMIT 1";
    let follows = sandbox.plan(follows).await;
    assert!(
        follows.contains("COVERING INDEX plans_by_pilot (pilot_key=?)"),
        "{follows}"
    );
}

#[tokio::test]
async fn what_waits_for_a_preview_is_found_without_reading_every_clip() {
    let sandbox = Sandbox::new().await;
    for sql in [to_prepare_sql(), count_to_prepare_sql()] {
        // The index holds nothing but what waits.
        let steps = sandbox.steps(&sql).await;
        assert!(
            steps
                .iter()
                .any(|step| step.starts_with("SCAN c USING INDEX clip_versions_to_prepare")),
            "{steps:?}"
        );
    }
}
