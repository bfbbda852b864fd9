//! A library that clips come into.
#![allow(dead_code, reason = "each test file uses its own part")]

use camino::{Utf8Path, Utf8PathBuf};
use circletake_app::view::import::IngestOptions;
use circletake_app::{OpenLibrary, Surroundings};
use circletake_domain::id::BriefId;
use circletake_domain::money::Currency;
use circletake_media::{MediaPool, PoolOptions};
use circletake_testkit::{ClipRecipe, Codec, Container};
use std::path::PathBuf;

pub fn surroundings(background: bool) -> Surroundings {
    let media = MediaPool::new(PoolOptions::new(env!("CARGO_BIN_EXE_torture-kill")));
    Surroundings {
        background,
        ..Surroundings::new(media)
    }
}

pub struct Sandbox {
    pub library: OpenLibrary,
    pub folder: tempfile::TempDir,
}

impl Sandbox {
    pub async fn new(background: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let place = Utf8PathBuf::from_path_buf(folder.path().join("library")).unwrap();
        let library = OpenLibrary::create(&place, "Test", Currency::new("USD").unwrap(), surroundings(background))
            .await
            .unwrap();
        Self { library, folder }
    }
    pub fn path(&self) -> &Utf8Path {
        Utf8Path::from_path(self.folder.path()).unwrap()
    }
    /// A folder with two good clips, one of them twice, and three that are none.
    pub fn delivery(&self) -> PathBuf {
        let delivery = self.path().join("delivery");
        fs_err::create_dir_all(delivery.join("more")).unwrap();
        let first = ClipRecipe::new(Codec::H264, Container::Mp4).frames(24).make();
        let second = ClipRecipe::new(Codec::H264, Container::Mp4).frames(30).make();
        fs_err::copy(&first, delivery.join("take 1.mp4")).unwrap();
        fs_err::copy(&second, delivery.join("take 2.mp4")).unwrap();
        fs_err::copy(&first, delivery.join("more/take 1 again.mp4")).unwrap();
        fs_err::write(delivery.join("empty.mp4"), "").unwrap();
        fs_err::write(delivery.join("words.mp4"), "these are words, not frames").unwrap();
        let whole = fs_err::read(&second).unwrap();
        fs_err::write(delivery.join("cut.mp4"), &whole[..whole.len() / 3]).unwrap();
        delivery.into_std_path_buf()
    }
}

pub fn options(reference: bool) -> IngestOptions {
    IngestOptions {
        reference,
        ..IngestOptions::copies_for(BriefId::new("bf_2025_001").unwrap())
    }
}
