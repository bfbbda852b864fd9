//! A picture that the page composed, written where a person chose.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::whole_file::WholeFile;
use camino::Utf8Path;
use std::io::Write;

/// What every PNG begins with.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
/// Nine pictures in 4K are far below this.
const LARGEST: usize = 256 * 1024 * 1024;

impl OpenLibrary {
    /// Writes a PNG to a file. What is no PNG is refused: nothing else leaves the page by this door.
    pub async fn write_picture(&self, png: Vec<u8>, file: &Utf8Path) -> Result<(), AppError> {
        let refused = |problem: &str| AppError::Invalid {
            field: "picture",
            problem: problem.to_owned(),
        };
        if !png.starts_with(PNG) {
            return Err(refused("it is not a PNG"));
        }
        if png.len() > LARGEST {
            return Err(refused("it is larger than 256 MB"));
        }
        let path = file.to_owned();
        let written = tokio::task::spawn_blocking(move || {
            image::load_from_memory_with_format(&png, image::ImageFormat::Png)
                .map_err(|error| AppError::Invalid {
                    field: "picture",
                    problem: error.to_string(),
                })
                .and_then(|_readable| {
                    let mut file = WholeFile::begin(&path)?;
                    let written = file.out.write_all(&png).map_err(AppError::file(path));
                    file.end(written)
                })
        });
        written.await.map_err(|_stopped| AppError::Cancelled)?
    }
}
