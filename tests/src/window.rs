//! The app's window as the display knows it, and what is painted in it.

use crate::app::App;
use crate::trouble::Trouble;
use image::RgbImage;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{AtomEnum, ConnectionExt as _, ImageFormat, Window};
use x11rb::rust_connection::RustConnection;

x11rb::atom_manager! {
    Atoms: AtomsCookie {
        XdndAware,
        _NET_WM_PID,
    }
}

impl App {
    /// The pixels of the window as the display has them now: what a person sitting before it would see.
    pub(crate) async fn pixels(&self) -> Result<RgbImage, Trouble> {
        let name = self.display.name().to_owned();
        let owners = self.driver.children()?;
        let looking = tokio::task::spawn_blocking(move || {
            let (display, screen) = x11rb::connect(Some(&name)).map_err(refused)?;
            let root = display.setup().roots[screen].root;
            look_at(&display, of_processes(&display, root, &owners)?)
        });
        looking.await.map_err(|error| Trouble::Display(error.to_string()))?
    }
}

/// The window of one of these processes: the one that takes drops.
pub(crate) fn of_processes(display: &RustConnection, root: Window, owners: &[u32]) -> Result<Window, Trouble> {
    let atoms = Atoms::new(display).map_err(refused)?.reply().map_err(refused)?;
    find(display, atoms, root, owners)?.ok_or_else(|| Trouble::Display("the app has no window".to_owned()))
}

/// From the outside in: a window manager puts its frame around the app's window.
fn find(display: &RustConnection, atoms: Atoms, within: Window, owners: &[u32]) -> Result<Option<Window>, Trouble> {
    let children = display
        .query_tree(within)
        .map_err(refused)?
        .reply()
        .map_err(refused)?
        .children;
    for window in children {
        let property = |name, kind: AtomEnum| -> Result<Option<u32>, Trouble> {
            let cookie = display.get_property(false, window, name, kind, 0, 1).map_err(refused)?;
            Ok(cookie
                .reply()
                .map_err(refused)?
                .value32()
                .and_then(|mut values| values.next()))
        };
        let owner = property(atoms._NET_WM_PID, AtomEnum::CARDINAL)?;
        if property(atoms.XdndAware, AtomEnum::ATOM)?.is_some() && owner.is_some_and(|owner| owners.contains(&owner)) {
            return Ok(Some(window));
        }
        if let Some(inner) = find(display, atoms, window, owners)? {
            return Ok(Some(inner));
        }
    }
    Ok(None)
}

fn look_at(display: &RustConnection, window: Window) -> Result<RgbImage, Trouble> {
    let size = display
        .get_geometry(window)
        .map_err(refused)?
        .reply()
        .map_err(refused)?;
    let (width, height) = (size.width, size.height);
    let shot = display
        .get_image(ImageFormat::Z_PIXMAP, window, 0, 0, width, height, u32::MAX)
        .map_err(refused)?
        .reply()
        .map_err(refused)?;
    // Screens of 24 and 32 bits lay a pixel out as blue, green, red and a byte that says nothing.
    let rgb = shot
        .data
        .chunks_exact(4)
        .flat_map(|pixel| [pixel[2], pixel[1], pixel[0]])
        .collect();
    RgbImage::from_raw(u32::from(width), u32::from(height), rgb)
        .ok_or_else(|| Trouble::Display(format!("a screen of {} bits cannot be read", shot.depth)))
}

pub(crate) fn refused(error: impl std::error::Error) -> Trouble {
    Trouble::Display(error.to_string())
}
