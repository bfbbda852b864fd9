//! Writes the library that `tests/older_libraries.rs` opens in every later version, as the schema of this one has it.
//!
//! `cargo run -p circletake-store --example write-schema-fixture`, before a release that changes the schema.
#![expect(clippy::print_stdout, reason = "it says which file it wrote")]

#[path = "../tests/common/mod.rs"]
mod common;

use camino::Utf8Path;
use circletake_domain::person::Role;
use circletake_domain::status::Status;
use circletake_store::{SCHEMA_VERSION, Step};
use common::{Sandbox, now};
use std::error::Error;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let sandbox = Sandbox::new().await;
    let ada = sandbox.person("Ada", Role::CreativeDirector).await;
    let take = sandbox.take("bf_2025_001").await;
    let mut write = sandbox.library.write().await?;
    write
        .decide(&take, &ada, None, &[Step::to(Status::ApprovedForEdit)], now())
        .await?;
    write.commit().await?;
    let fixtures = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let file = fixtures.join(format!("schema-{SCHEMA_VERSION}.db"));
    fs_err::create_dir_all(&fixtures)?;
    if file.exists() {
        fs_err::remove_file(&file)?;
    }
    sandbox.library.back_up(&file).await?;
    println!("{file}");
    Ok(())
}
