//! The sample pilot: made on the spot by the app's own FFmpeg, so that a newcomer has something real to look at, judge and count.
//!
//! It is made in a folder beside the one asked for and takes its name only when it is whole: a crash or a cancel leaves nothing that looks
//! like a library.

mod plan;
mod script;
mod takes;
mod words;

use crate::error::AppError;
use crate::open_library::{OpenLibrary, Surroundings};
use crate::progress::ProgressSink;
use crate::view::import::Progress;
use camino::{Utf8Path, Utf8PathBuf};
use circletake_domain::brief::{Brief, Level};
use circletake_domain::decision::QualityBar;
use circletake_domain::frame::Microseconds;
use circletake_domain::id::{PersonId, PilotId, TemplateId};
use circletake_domain::money::{Amount, Currency};
use circletake_domain::person::Role;
use circletake_domain::timestamp::Timestamp;
use circletake_media::Inspection;
use circletake_store::{LibraryFolder, OpenMode, PersonFields, PilotFields, StoreError, WriteTransaction};
use futures::{StreamExt, TryStreamExt};
use rust_decimal::Decimal;
use script::{Take, script};
use takes::write_take;
use time::Duration;
use tokio_util::sync::CancellationToken;

/// Clips filmed at once; the pool has fewer workers and queues the rest.
const AT_ONCE: usize = 4;

/// A clip that was filmed, with what was seen in it.
struct Filmed {
    take: Take,
    name: Utf8PathBuf,
    inspection: Inspection,
}

/// The people of the sample, in the roles its script needs.
struct Cast {
    director: PersonId,
    editor: PersonId,
    brand: PersonId,
    producer: PersonId,
    pilot: PilotId,
    /// What its prompts were rendered from.
    template: TemplateId,
}

impl OpenLibrary {
    /// Makes the sample pilot in a new or empty folder and opens it.
    pub async fn create_sample(
        folder: &Utf8Path,
        surroundings: Surroundings,
        progress: ProgressSink<'_>,
        cancel: &CancellationToken,
    ) -> Result<Self, AppError> {
        refuse_used(folder)?;
        let making = making_folder(folder);
        remove(&making)?;
        let quiet = Surroundings {
            background: false,
            ..surroundings.clone()
        };
        let made = make(&making, quiet, progress, cancel).await;
        if let Err(error) = made {
            // What stays after a crash is cleared by the next try; after an error it is cleared now, if the disk lets us.
            let _ = remove(&making);
            return Err(error);
        }
        // An empty folder would be in the way of the rename on some systems.
        if folder.exists() {
            fs_err::remove_dir(folder).map_err(AppError::file(folder))?;
        }
        fs_err::rename(&making, folder).map_err(AppError::file(folder))?;
        Self::open(folder, OpenMode::Write, surroundings).await
    }
}

fn making_folder(folder: &Utf8Path) -> Utf8PathBuf {
    let name = folder.file_name().unwrap_or("sample");
    folder.with_file_name(format!("{name}.circletake-making"))
}

fn refuse_used(folder: &Utf8Path) -> Result<(), AppError> {
    let used = match fs_err::read_dir(folder) {
        Ok(mut entries) => entries.next().is_some(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => false,
        Err(error) => return Err(AppError::file(folder)(error)),
    };
    if used {
        return Err(StoreError::FolderNotEmpty {
            folder: folder.to_owned(),
        }
        .into());
    }
    Ok(())
}

fn remove(making: &Utf8Path) -> Result<(), AppError> {
    match fs_err::remove_dir_all(making) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(AppError::file(making)(error)),
    }
}

async fn make(
    folder: &Utf8Path,
    surroundings: Surroundings,
    progress: ProgressSink<'_>,
    cancel: &CancellationToken,
) -> Result<(), AppError> {
    let usd = Currency::new("USD").map_err(|error| invalid("currency", &error))?;
    let library = OpenLibrary::create_with(folder, words::LIBRARY_NAME, usd, true, surroundings).await?;
    let made = fill(&library, progress, cancel).await;
    library.close().await;
    made
}

async fn fill(library: &OpenLibrary, progress: ProgressSink<'_>, cancel: &CancellationToken) -> Result<(), AppError> {
    let takes = script();
    let takes_in_all = u32::try_from(takes.len()).unwrap_or(u32::MAX);
    // Each is filmed, then its strip is made.
    let total = takes_in_all.saturating_mul(2);
    let now = library.now();
    let briefs = words::briefs()?;
    let cast = write_frame(library, &briefs, now).await?;
    plan::write_plan(library, &cast, now).await?;
    let filming = futures::stream::iter(takes)
        .map(|take| film(library, take, cancel))
        .buffered(AT_ONCE);
    let mut filming = std::pin::pin!(filming);
    let mut done = 0;
    progress(Progress {
        done,
        total,
        subject: String::new(),
    });
    while let Some(filmed) = filming.try_next().await? {
        let subject = filmed.take.id().to_string();
        write_take(library, filmed, &cast, &briefs, now).await?;
        done += 1;
        progress(Progress { done, total, subject });
    }
    for clip in library.store().clips_to_prepare(takes_in_all, &[]).await? {
        progress(Progress {
            done,
            total,
            subject: "Making the strips to run through".to_owned(),
        });
        library.make_strip(&clip, cancel).await?;
        done += 1;
    }
    progress(Progress {
        done: total,
        total,
        subject: String::new(),
    });
    Ok(())
}

/// Films the clip of a take.
async fn film(library: &OpenLibrary, take: Take, cancel: &CancellationToken) -> Result<Filmed, AppError> {
    if cancel.is_cancelled() {
        return Err(AppError::Cancelled);
    }
    let name = LibraryFolder::clip_name(&take.brief()?, &take.id(), 1, "mp4");
    let file = library.store().folder().path().join(&name);
    if let Some(parent) = file.parent() {
        fs_err::create_dir_all(parent).map_err(AppError::file(parent))?;
    }
    library
        .media()
        .sample_clip(take.recipe(), file.as_std_path(), cancel)
        .await?;
    let inspection = library.media().inspect(file.as_std_path(), cancel).await?;
    Ok(Filmed { take, name, inspection })
}

/// People, the pilot and its briefs.
async fn write_frame(library: &OpenLibrary, briefs: &[Brief], now: Timestamp) -> Result<Cast, AppError> {
    let mut write = library.store().write().await?;
    let rate: Amount = "60".parse().map_err(|error| invalid("rate", &error))?;
    let mut people = Vec::new();
    for (name, role) in words::PEOPLE {
        let fields = PersonFields {
            name: (*name).to_owned(),
            role: *role,
            hourly_rate: Some(rate),
            active: true,
        };
        people.push((*role, write.add_person(&fields, now).await?.id));
    }
    let in_role = |wanted: Role| {
        let found = people
            .iter()
            .find(|(role, _)| *role == wanted)
            .map(|(_, id)| id.clone());
        found.ok_or_else(|| AppError::Invalid {
            field: "role",
            problem: format!("nobody is {wanted}"),
        })
    };
    let template = write_template(
        &mut write,
        &in_role(Role::CreativeDirector)?,
        ago(now, Duration::days(14))?,
    )
    .await?;
    let pilot = PilotFields {
        name: words::PILOT_NAME.to_owned(),
        format: "social_broll".to_owned(),
        channel: "instagram_reel".to_owned(),
        target_generations: Some(50),
        target_duration: Some(Microseconds(5_000_000)),
        longest_duration: Some(Microseconds(8_000_000)),
        models: words::MODELS.map(str::to_owned).to_vec(),
        templates: vec![template.to_string()],
        benchmark: Some(words::BENCHMARK.parse().map_err(|error| invalid("benchmark", &error))?),
        benchmark_what: Some("stock footage, licensed and cut".to_owned()),
        benchmark_source: Some("the studio's invoices of last quarter".to_owned()),
        budget: Some("500".parse().map_err(|error| invalid("budget", &error))?),
        quality_bar: QualityBar::suggested(Level::Low),
        preset: Some("two_week".to_owned()),
        ..PilotFields::default()
    };
    let pilot = write.add_pilot(&pilot, ago(now, Duration::days(14))?).await?;
    for brief in briefs {
        write.add_brief(brief, ago(now, Duration::days(14))?).await?;
        write.put_brief_in_pilot(&brief.brief_id, &pilot.id).await?;
    }
    let cast = Cast {
        director: in_role(Role::CreativeDirector)?,
        editor: in_role(Role::Editor)?,
        brand: in_role(Role::BrandReviewer)?,
        producer: in_role(Role::Producer)?,
        pilot: pilot.id,
        template,
    };
    write
        .set_setting(crate::people::CURRENT_PERSON, &cast.director, now)
        .await?;
    write.commit().await?;
    Ok(cast)
}

/// The template with its versions; the first was approved before the pilot began.
async fn write_template(
    write: &mut WriteTransaction,
    director: &PersonId,
    at: Timestamp,
) -> Result<TemplateId, AppError> {
    let [first, rest @ ..] = words::TEMPLATES;
    let id = write.add_template(words::TEMPLATE_NAME, first, None, at).await?;
    for body in rest {
        let number = write.add_template_version(&id, 1, None, at).await?;
        write.write_template_version(&id, number, body).await?;
    }
    write.approve_template_version(&id, 1, Some(director), at).await?;
    Ok(id)
}

fn ago(now: Timestamp, before: Duration) -> Result<Timestamp, AppError> {
    let moment = now.moment().checked_sub(before);
    let moment = moment.ok_or_else(|| AppError::Invalid {
        field: "time",
        problem: "the clock is before all time".to_owned(),
    })?;
    Ok(Timestamp::new(moment))
}

fn invalid(field: &'static str, error: &impl ToString) -> AppError {
    AppError::Invalid {
        field,
        problem: error.to_string(),
    }
}

/// Dollars and cents as a decimal.
fn dollars(cents: u32) -> String {
    Decimal::new(i64::from(cents), 2).to_string()
}
