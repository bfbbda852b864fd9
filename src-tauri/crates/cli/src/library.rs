//! Which library a command means, and opening it.

use crate::exit::Failure;
use crate::output::Output;
use camino::{Utf8Path, Utf8PathBuf};
use circletake_app::view::Problem;
use circletake_app::{AppError, OpenLibrary, OpenMode, Surroundings};

/// The file that makes a folder a library.
const DATABASE: &str = "circletake.db";

/// The library that a command means: the one that was named, else the current folder.
#[derive(Debug, Clone)]
pub struct ChosenLibrary {
    named: Option<Utf8PathBuf>,
    output: Output,
}

impl ChosenLibrary {
    /// By what was typed or set in the environment.
    pub fn new(named: Option<Utf8PathBuf>, output: Output) -> Self {
        Self { named, output }
    }
    /// Opens it to be read, beside whoever has it open.
    pub async fn to_read(&self) -> Result<OpenLibrary, Failure> {
        self.open(OpenMode::Read).await
    }
    /// Opens it to be read, where one was named or the current folder is one: for what the app knows without a library too.
    pub async fn to_read_if_any(&self) -> Result<Option<OpenLibrary>, Failure> {
        if self.named.is_none() && !Utf8Path::new(DATABASE).is_file() {
            return Ok(None);
        }
        self.to_read().await.map(Some)
    }
    /// Opens it to be written; refused where another program has it open.
    pub async fn to_write(&self) -> Result<OpenLibrary, Failure> {
        self.open(OpenMode::Write).await
    }
    /// Opens it to be written, or to be read where another program has it open, and says so.
    pub async fn to_write_if_free(&self) -> Result<OpenLibrary, Failure> {
        let library = self.open(OpenMode::WriteIfFree).await?;
        let summary = library.summary().await?;
        if summary.read_only {
            let holder = summary.held_by.unwrap_or_else(|| "another program".to_owned());
            self.output
                .note(&format!("The library is in use by {holder}; it is only read here."));
        }
        Ok(library)
    }
    async fn open(&self, mode: OpenMode) -> Result<OpenLibrary, Failure> {
        Ok(OpenLibrary::open(&self.folder()?, mode, surroundings()?).await?)
    }
    fn folder(&self) -> Result<Utf8PathBuf, Failure> {
        if let Some(folder) = &self.named {
            return absolute(folder);
        }
        let here = Utf8Path::new(".");
        if here.join(DATABASE).is_file() {
            return absolute(here);
        }
        Err(Failure::from(Problem {
            code: "no_library".to_owned(),
            message: "No library was named, and the current folder is none.".to_owned(),
            hint: "Name one with --library DIR or $CIRCLETAKE_LIBRARY, or make one with `circletake init DIR`."
                .to_owned(),
        }))
    }
}

/// The same place, named so that it means the same from anywhere: logs and clips name files inside it.
pub fn absolute(path: &Utf8Path) -> Result<Utf8PathBuf, Failure> {
    let plain = std::path::absolute(path).map_err(|error| Failure::system("find the folder", &error))?;
    Utf8PathBuf::from_path_buf(plain).map_err(|_| {
        Failure::usage(
            "The name of the current folder cannot be written down.",
            "Rename it, or work elsewhere.",
        )
    })
}

/// What a library is opened with here: a command ends soon, so previews are left to the app.
pub fn surroundings() -> Result<Surroundings, Failure> {
    Ok(Surroundings::for_a_command()?)
}

impl From<AppError> for Failure {
    fn from(error: AppError) -> Self {
        Self::from(error.problem())
    }
}
