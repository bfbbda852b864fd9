//! All that typst may know: our template, our fonts, the report. No file, no package, no clock.

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Dict, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

const TEMPLATE: &str = include_str!("../../../templates/pilot_report.typ");
const FONTS: [&[u8]; 2] = [
    include_bytes!("../../../fonts/Inter-Regular.otf"),
    include_bytes!("../../../fonts/Inter-SemiBold.otf"),
];

pub(super) struct ReportWorld {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    template: Source,
}

impl ReportWorld {
    /// With the report as its inputs; `None` where the fonts are none.
    pub(super) fn new(inputs: Dict) -> Option<Self> {
        let fonts: Vec<Font> = FONTS
            .into_iter()
            .map(|font| Font::new(Bytes::new(font), 0))
            .collect::<Option<_>>()?;
        let path = VirtualPath::new("/report.typ").ok()?;
        let id = FileId::new(RootedPath::new(VirtualRoot::Project, path));
        Some(Self {
            library: LazyHash::new(Library::builder().with_inputs(inputs).build()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            template: Source::new(id, TEMPLATE.to_owned()),
        })
    }

    fn nothing_else(id: FileId) -> FileError {
        FileError::NotFound(id.get().vpath().get_without_slash().into())
    }
}

impl World for ReportWorld {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }
    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }
    fn main(&self) -> FileId {
        self.template.id()
    }
    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() {
            Ok(self.template.clone())
        } else {
            Err(Self::nothing_else(id))
        }
    }
    fn file(&self, id: FileId) -> FileResult<Bytes> {
        Err(Self::nothing_else(id))
    }
    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
