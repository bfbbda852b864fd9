//! Which crate may know which. Kept by a check over `cargo metadata`, because a wrong arrow is easy to add and hard to
//! take away again.

use crate::step::{self, Failed, Session};
use serde_json::Value;

/// Every crate of ours and those of ours that it may use in what is shipped.
const MAY_USE: &[(&str, &[&str])] = &[
    ("circletake-domain", &[]),
    ("circletake-store", &["circletake-domain"]),
    ("circletake-media", &["circletake-domain"]),
    ("circletake-reports", &["circletake-domain"]),
    (
        "circletake-app",
        &[
            "circletake-domain",
            "circletake-store",
            "circletake-media",
            "circletake-reports",
        ],
    ),
    // The shell and the command line call use cases; `media` only because each of them is its own worker program.
    (
        "circletake-desktop",
        &["circletake-domain", "circletake-app", "circletake-media"],
    ),
    (
        "circletake-cli",
        &["circletake-domain", "circletake-app", "circletake-media"],
    ),
    ("circletake-testkit", &["circletake-domain"]),
    ("circletake-tests", &["circletake-domain", "circletake-testkit"]),
    ("xtask", &[]),
];

/// Libraries that one crate wraps for all the others: SQL is in `store`, FFmpeg in `media`, and nobody else ships with them.
const WRAPPED_BY: &[(&str, &str)] = &[("sqlx", "circletake-store"), ("ffmpeg-next", "circletake-media")];

/// Names every arrow that the table does not have.
pub fn check(session: &Session) -> Result<(), Failed> {
    let printed = step::output(&mut session.cargo(["metadata", "--format-version", "1", "--no-deps"]))?;
    let metadata: Value =
        serde_json::from_str(&printed).map_err(|error| Failed(format!("cargo metadata is not JSON: {error}")))?;
    let wrong = wrong_arrows(&metadata);
    if wrong.is_empty() {
        println!("\n== layers: every crate knows only those it may");
        Ok(())
    } else {
        Err(Failed(format!(
            "the layers of the architecture are broken:\n  {}",
            wrong.join("\n  ")
        )))
    }
}

fn wrong_arrows(metadata: &Value) -> Vec<String> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let name = |value: &Value| value["name"].as_str().unwrap_or_default().to_owned();
    let mut wrong = Vec::new();
    for package in list(&metadata["packages"]) {
        let package_name = name(&package);
        let Some((_, allowed)) = MAY_USE.iter().find(|(known, _)| *known == package_name) else {
            wrong.push(format!("{package_name} is not in the table of layers"));
            continue;
        };
        for dependency in list(&package["dependencies"]) {
            let dependency_name = name(&dependency);
            let ours = MAY_USE.iter().any(|(known, _)| *known == dependency_name);
            // Tests may use more than what is shipped.
            let shipped = dependency["kind"].as_str() != Some("dev");
            if ours && shipped && !allowed.contains(&dependency_name.as_str()) {
                wrong.push(format!("{package_name} must not use {dependency_name}"));
            }
            let wrapped = WRAPPED_BY.iter().find(|(library, _)| *library == dependency_name);
            if let Some((library, wrapper)) = wrapped.filter(|(_, wrapper)| shipped && *wrapper != package_name) {
                wrong.push(format!("{package_name} must not use {library}; {wrapper} does"));
            }
        }
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::wrong_arrows;
    use serde_json::json;

    #[test]
    fn a_library_that_one_crate_wraps_is_used_by_no_other_but_in_its_tests() {
        let metadata = json!({ "packages": [
            { "name": "circletake-store", "dependencies": [{ "name": "sqlx", "kind": null }, { "name": "ffmpeg-next", "kind": "build" }] },
            { "name": "circletake-media", "dependencies": [{ "name": "ffmpeg-next", "kind": null }] },
            { "name": "circletake-app", "dependencies": [{ "name": "sqlx", "kind": "dev" }] },
            { "name": "circletake-cli", "dependencies": [{ "name": "sqlx", "kind": null }] },
        ]});
        assert_eq!(
            wrong_arrows(&metadata),
            [
                "circletake-store must not use ffmpeg-next; circletake-media does",
                "circletake-cli must not use sqlx; circletake-store does"
            ]
        );
    }

    #[test]
    fn an_arrow_against_the_layers_is_named_unless_only_tests_use_it() {
        let metadata = json!({ "packages": [
            { "name": "circletake-domain", "dependencies": [{ "name": "circletake-store", "kind": null }] },
            { "name": "circletake-store", "dependencies": [{ "name": "circletake-testkit", "kind": "dev" }, { "name": "serde", "kind": null }] },
            { "name": "newcomer", "dependencies": [] },
        ]});
        assert_eq!(
            wrong_arrows(&metadata),
            [
                "circletake-domain must not use circletake-store",
                "newcomer is not in the table of layers"
            ]
        );
    }
}
