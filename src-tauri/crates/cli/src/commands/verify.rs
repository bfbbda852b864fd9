//! `verify`: whether anybody changed the library behind its own back.

use super::Outcome;
use crate::exit::Done;
use crate::library::ChosenLibrary;
use crate::output::Output;
use crate::progress::ProgressLine;
use circletake_app::view::library::{TamperingView, VerifyView};
use circletake_domain::day::Day;
use tokio_util::sync::CancellationToken;

/// Looks at every row and every file; reading is enough, beside whoever writes.
pub async fn verify(library: &ChosenLibrary, output: Output, cancel: &CancellationToken) -> Outcome {
    let library = library.to_read().await?;
    let progress = ProgressLine::new(output, "Hashing files");
    let verified = library.verify(&|now| progress.show(&now), cancel).await;
    progress.finish();
    library.close().await;
    let verified = verified?;
    output.result(&verified, words);
    Ok(Done::unless(!verified.intact))
}

fn words(verified: &VerifyView) -> String {
    let mut lines: Vec<String> = verified.tampering.iter().map(finding).collect();
    if let Some(found) = verified.as_found {
        lines.push(format!(
            "{} rows were there before rows were sealed ({}); they are as they were found then.",
            found.rows,
            Day::of(found.on)
        ));
    }
    let looked_at = format!(
        "{} files, {} moves and {} rows",
        verified.files, verified.moves, verified.rows
    );
    lines.push(if verified.intact {
        format!("{looked_at} are as they were written.")
    } else {
        format!("{looked_at} were looked at; what is named above is not as it was written.")
    });
    lines.join("\n")
}

fn finding(found: &TamperingView) -> String {
    let head = format!("{}: {} {}: {}", found.code, found.table, found.id, found.message);
    let expected = found.expected.iter().map(|expected| format!("  expected {expected}"));
    let there = found.found.iter().map(|there| format!("  found    {there}"));
    [head]
        .into_iter()
        .chain(expected)
        .chain(there)
        .collect::<Vec<_>>()
        .join("\n")
}
