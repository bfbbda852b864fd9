//! What is written of briefs and templates: nothing typed is lost, and what was used never changes.
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod common;

use circletake_domain::brief::{Brief, BriefForm};
use circletake_domain::id::{BriefId, TemplateId};
use circletake_domain::person::Role;
use circletake_domain::prompt::{BUILT_IN_TEMPLATE, BUILT_IN_TEMPLATE_ID};
use circletake_domain::status::Status;
use circletake_store::{Library, NewGeneration, OpenMode, PromptReference, PromptSet, VersionMarks};
use common::{Sandbox, folder_of, now};

fn brief_id() -> BriefId {
    BriefId::new("bf_2025_001").unwrap()
}

fn built_in() -> TemplateId {
    TemplateId::new(BUILT_IN_TEMPLATE_ID).unwrap()
}

async fn type_goal(library: &Library, goal: &str) {
    let form = BriefForm {
        goal: goal.into(),
        ..BriefForm::default()
    };
    let mut write = library.write().await.unwrap();
    write.keep_brief_draft(&brief_id(), &form, None, now()).await.unwrap();
    write.commit().await.unwrap();
}

async fn with_brief() -> Sandbox {
    let sandbox = Sandbox::new().await;
    let mut write = sandbox.library.write().await.unwrap();
    write.add_brief(&Brief::bare(brief_id()), now()).await.unwrap();
    write.commit().await.unwrap();
    sandbox
}

#[tokio::test]
async fn a_draft_survives_the_app_and_is_no_revision() {
    let sandbox = with_brief().await;
    type_goal(&sandbox.library, "A mug at dawn").await;
    sandbox.library.close().await;
    let again = Library::open(folder_of(&sandbox.folder), OpenMode::Write, now())
        .await
        .unwrap();
    let draft = again.brief_draft(&brief_id()).await.unwrap().unwrap();
    assert_eq!(draft.form.goal, "A mug at dawn");
    assert_eq!(again.brief(&brief_id()).await.unwrap().brief.goal, "");
    assert_eq!(again.brief_revisions(&brief_id()).await.unwrap().len(), 1);
}

#[tokio::test]
async fn an_attempt_makes_the_draft_a_revision_and_keeps_it_when_the_brief_goes_on() {
    let sandbox = with_brief().await;
    type_goal(&sandbox.library, "A mug at dawn").await;
    sandbox.take("bf_2025_001").await;
    assert_eq!(sandbox.library.brief_draft(&brief_id()).await.unwrap(), None);
    type_goal(&sandbox.library, "A mug at noon").await;
    let mut write = sandbox.library.write().await.unwrap();
    write.make_brief_revision(&brief_id(), now()).await.unwrap().unwrap();
    write.commit().await.unwrap();
    let revisions = sandbox.library.brief_revisions(&brief_id()).await.unwrap();
    let told: Vec<_> = revisions
        .iter()
        .map(|revision| (revision.number, revision.brief.goal.as_str(), revision.generations))
        .collect();
    assert_eq!(told, [(2, "A mug at noon", 0), (1, "A mug at dawn", 1)]);
}

#[tokio::test]
async fn a_draft_that_does_not_read_stays_and_an_attempt_runs_with_what_is_there() {
    let sandbox = with_brief().await;
    let form = BriefForm {
        duration_seconds: "six".into(),
        ..BriefForm::default()
    };
    let mut write = sandbox.library.write().await.unwrap();
    write.keep_brief_draft(&brief_id(), &form, None, now()).await.unwrap();
    let problems = write
        .make_brief_revision(&brief_id(), now())
        .await
        .unwrap()
        .unwrap_err();
    assert_eq!(problems[0].field, "duration_seconds");
    write.commit().await.unwrap();
    sandbox.take("bf_2025_001").await;
    let draft = sandbox.library.brief_draft(&brief_id()).await.unwrap().unwrap();
    assert_eq!(draft.form.duration_seconds, "six");
}

#[tokio::test]
async fn typing_back_what_was_there_leaves_no_draft() {
    let sandbox = with_brief().await;
    type_goal(&sandbox.library, "A mug").await;
    type_goal(&sandbox.library, "").await;
    assert_eq!(sandbox.library.brief_draft(&brief_id()).await.unwrap(), None);
}

#[tokio::test]
async fn every_library_begins_with_the_built_in_template() {
    let sandbox = Sandbox::new().await;
    let template = sandbox.library.template(&built_in()).await.unwrap();
    assert_eq!(template.versions[0].body, BUILT_IN_TEMPLATE);
}

#[tokio::test]
async fn a_version_that_was_used_or_approved_never_changes_and_the_next_one_does() {
    let sandbox = with_brief().await;
    let ada = sandbox.person("Ada", Role::Producer).await;
    let mut write = sandbox.library.write().await.unwrap();
    write
        .keep_prompt(&built_in(), 1, &brief_id(), "a mug", now())
        .await
        .unwrap();
    let refused = write.write_template_version(&built_in(), 1, "other").await.unwrap_err();
    assert_eq!(refused.code(), "version_settled");
    assert_eq!(
        write
            .add_template_version(&built_in(), 1, Some(&ada), now())
            .await
            .unwrap(),
        2
    );
    write.write_template_version(&built_in(), 2, "{{mood}}").await.unwrap();
    write
        .approve_template_version(&built_in(), 2, Some(&ada), now())
        .await
        .unwrap();
    assert!(write.write_template_version(&built_in(), 2, "other").await.is_err());
    write
        .approve_template_version(&built_in(), 2, None, now())
        .await
        .unwrap();
    write.write_template_version(&built_in(), 2, "{{scene}}").await.unwrap();
    write.commit().await.unwrap();
    let raw = sandbox.raw().await;
    for sql in [
        "UPDATE prompt_template_versions SET body = 'x' WHERE number = 1",
        "DELETE FROM prompt_template_versions WHERE number = 1",
    ] {
        assert!(sqlx::query(sql).execute(&raw).await.is_err(), "{sql}");
    }
}

#[tokio::test]
async fn variants_of_one_idea_get_letters_and_keep_them() {
    let sandbox = Sandbox::new().await;
    let mut write = sandbox.library.write().await.unwrap();
    let marks = VersionMarks {
        tags: vec!["winter".into(), " winter ".into()],
        variant_group: Some("hook".into()),
    };
    let mut ids = Vec::new();
    for name in ["Fast hook", "Slow hook", "Fast hook"] {
        let id = write.add_template(name, "{{mood}}", None, now()).await.unwrap();
        write.mark_template_version(&id, 1, &marks).await.unwrap();
        ids.push(id);
    }
    write.mark_template_version(&ids[0], 1, &marks).await.unwrap();
    write.commit().await.unwrap();
    assert_eq!(
        ids.iter().map(TemplateId::as_str).collect::<Vec<_>>(),
        ["tpl_fast_hook", "tpl_slow_hook", "tpl_fast_hook_2"]
    );
    let mut letters = Vec::new();
    for id in &ids {
        let version = sandbox.library.template_version(id, 1).await.unwrap();
        assert_eq!(version.tags, ["winter"]);
        letters.push(version.variant.unwrap().1);
    }
    assert_eq!(letters, ["A", "B", "C"]);
}

#[tokio::test]
async fn attempts_of_a_log_that_names_a_template_and_a_number_count_at_that_version() {
    let sandbox = Sandbox::new().await;
    let mut write = sandbox.library.write().await.unwrap();
    for (version, prompt) in [
        ("v1", BUILT_IN_TEMPLATE_ID),
        ("7", BUILT_IN_TEMPLATE_ID),
        ("1", "pr_other"),
    ] {
        let id = write.reserve_generations(1).await.unwrap().remove(0);
        let new = NewGeneration {
            prompt: Some(PromptReference {
                id: prompt.parse().unwrap(),
                version: version.into(),
                body: None,
                template: None,
            }),
            ..NewGeneration::started(id, brief_id(), now())
        };
        write.add_generation(&new, now()).await.unwrap();
    }
    write.commit().await.unwrap();
    let library = &sandbox.library;
    let sums = library.prompt_sums(&PromptSet::Version(built_in(), 1)).await.unwrap();
    assert_eq!(sums.statuses, [(Status::GenerationStarted, 1)]);
    let named = library.named_prompts(10).await.unwrap();
    assert_eq!(named.len(), 2);
    let all = library
        .prompt_sums(&PromptSet::Named("pr_other".parse().unwrap(), None))
        .await
        .unwrap();
    assert_eq!(all.unknown_costs, 1);
    let unknown = library
        .prompt_sums(&PromptSet::Named("pr_none".parse().unwrap(), None))
        .await;
    assert_eq!(unknown.unwrap_err().code(), "not_found");
}

#[tokio::test]
async fn the_same_rendering_again_is_the_same_prompt() {
    let sandbox = with_brief().await;
    let mut write = sandbox.library.write().await.unwrap();
    let first = write
        .keep_prompt(&built_in(), 1, &brief_id(), "a mug", now())
        .await
        .unwrap();
    let again = write
        .keep_prompt(&built_in(), 1, &brief_id(), "a mug", now())
        .await
        .unwrap();
    let other = write
        .keep_prompt(&built_in(), 1, &brief_id(), "a cup", now())
        .await
        .unwrap();
    assert_eq!((first.id.as_str(), first.version.as_str()), ("pr_00001", "1"));
    assert_eq!(first, again);
    assert_ne!(first.id, other.id);
}
