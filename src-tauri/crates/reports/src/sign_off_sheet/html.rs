//! One page with its pictures inside: no script, nothing fetched, every word escaped by the template.

use super::{Sheet, SheetClip, SheetSignature};
use askama::Template;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

#[derive(Template)]
#[template(path = "sign_off_sheet.html")]
struct Page<'a> {
    sheet: &'a Sheet,
}

impl SheetClip {
    /// The still as an address that holds it.
    fn still_address(&self) -> Option<String> {
        let still = self.still.as_ref()?;
        Some(format!("data:image/jpeg;base64,{}", STANDARD.encode(&still.jpeg)))
    }
    /// The signature that stands, where one does.
    fn standing(&self) -> Option<&SheetSignature> {
        self.signatures.iter().find(|signature| signature.stands())
    }
}

/// The sheet as a page.
pub fn html(sheet: &Sheet) -> Result<String, askama::Error> {
    Page { sheet }.render()
}
