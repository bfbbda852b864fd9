//! `add-version`: an edited file becomes the next version of a clip.

use super::Outcome;
use super::review::decider;
use crate::arguments::AddVersionArguments;
use crate::exit::{Done, Failure};
use crate::library::ChosenLibrary;
use crate::output::Output;
use crate::progress::ProgressLine;
use circletake_app::OpenLibrary;
use circletake_app::view::edit::AddedVersion;
use tokio_util::sync::CancellationToken;

/// Takes the file in.
pub async fn add_version(
    library: &ChosenLibrary,
    arguments: AddVersionArguments,
    output: Output,
    cancel: &CancellationToken,
) -> Outcome {
    let library = library.to_write().await?;
    let added = add_to(&library, arguments, output, cancel).await;
    library.close().await;
    output.result(&added?, words);
    Ok(Done::Fully)
}

async fn add_to(
    library: &OpenLibrary,
    arguments: AddVersionArguments,
    output: Output,
    cancel: &CancellationToken,
) -> Result<AddedVersion, Failure> {
    let person = decider(library, &arguments.person, output).await?;
    let minutes = arguments.minutes.map(|minutes| minutes.to_string());
    let progress = ProgressLine::new(output, "Reading the clip");
    let added = library
        .add_version(
            &arguments.generation,
            &arguments.file,
            &person.id,
            minutes.as_deref(),
            &|now| progress.show(&now),
            cancel,
        )
        .await;
    progress.finish();
    Ok(added?)
}

fn words(added: &AddedVersion) -> String {
    let mut line = format!(
        "{} version {} is in {}; it stands as {}",
        added.generation_id, added.version, added.path, added.status
    );
    if added.sign_off_voided {
        line.push_str(", and its sign-off no longer holds");
    }
    line
}
