//! Files dragged onto the window as a file manager drags them: the XDND protocol, spoken from outside the app.

use crate::app::App;
use crate::trouble::Trouble;
use crate::window::{self, refused};
use camino::Utf8PathBuf;
use std::thread::sleep;
use std::time::{Duration, Instant};
use url::Url;
use x11rb::CURRENT_TIME;
use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    Atom, AtomEnum, ClientMessageEvent, ConnectionExt as _, CreateWindowAux, EventMask, PropMode,
    SELECTION_NOTIFY_EVENT, SelectionNotifyEvent, SelectionRequestEvent, Window, WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

/// How long the app may take to answer a move or the drop.
const PATIENCE: Duration = Duration::from_secs(10);
/// The version of the protocol this speaks.
const VERSION: u32 = 5;

x11rb::atom_manager! {
    Atoms: AtomsCookie {
        XdndEnter,
        XdndPosition,
        XdndStatus,
        XdndDrop,
        XdndFinished,
        XdndLeave,
        XdndSelection,
        XdndActionCopy,
        TARGETS,
        URI_LIST: b"text/uri-list",
    }
}

impl App {
    /// Drags files and folders over the middle of the window and lets them go.
    pub async fn drop_files(&self, paths: &[Utf8PathBuf]) -> Result<(), Trouble> {
        self.drag(paths, true).await
    }

    /// Drags files over the window and out of it again.
    pub async fn drag_over(&self, paths: &[Utf8PathBuf]) -> Result<(), Trouble> {
        self.drag(paths, false).await
    }

    async fn drag(&self, paths: &[Utf8PathBuf], let_go: bool) -> Result<(), Trouble> {
        let display = self.display.name().to_owned();
        let owners = self.driver.children()?;
        let list = uri_list(paths)?;
        let dragging = tokio::task::spawn_blocking(move || {
            let mut drag = Drag::begin(&display, &owners, list)?;
            drag.over_the_middle()?;
            if let_go { drag.let_go() } else { drag.leave() }
        });
        dragging.await.map_err(|error| Trouble::Display(error.to_string()))?
    }
}

/// One drag: the window it comes from, the window it goes to, and what is carried.
struct Drag {
    display: RustConnection,
    atoms: Atoms,
    from: Window,
    to: Window,
    root: Window,
    carried: String,
}

impl Drag {
    fn begin(display: &str, owners: &[u32], carried: String) -> Result<Self, Trouble> {
        let (display, screen) = x11rb::connect(Some(display)).map_err(refused)?;
        let atoms = Atoms::new(&display).map_err(refused)?.reply().map_err(refused)?;
        let root = display.setup().roots[screen].root;
        let from = display.generate_id().map_err(refused)?;
        let looks = CreateWindowAux::new();
        display
            .create_window(0, from, root, 0, 0, 1, 1, 0, WindowClass::INPUT_ONLY, 0, &looks)
            .map_err(refused)?;
        display
            .set_selection_owner(from, atoms.XdndSelection, CURRENT_TIME)
            .map_err(refused)?;
        let to = window::of_processes(&display, root, owners)?;
        let drag = Self {
            display,
            atoms,
            from,
            to,
            root,
            carried,
        };
        drag.tell(
            drag.atoms.XdndEnter,
            [drag.from, VERSION << 24, drag.atoms.URI_LIST, 0, 0],
        )?;
        Ok(drag)
    }

    /// Moves until the app says that it would take what is carried.
    fn over_the_middle(&mut self) -> Result<(), Trouble> {
        let size = self
            .display
            .get_geometry(self.to)
            .map_err(refused)?
            .reply()
            .map_err(refused)?;
        let origin = self
            .display
            .translate_coordinates(self.to, self.root, 0, 0)
            .map_err(refused)?;
        let origin = origin.reply().map_err(refused)?;
        let middle = |from: i16, length: u16| u32::from(from.unsigned_abs()) + u32::from(length) / 2;
        let place = middle(origin.dst_x, size.width) << 16 | middle(origin.dst_y, size.height);
        let deadline = Instant::now() + PATIENCE;
        while Instant::now() < deadline {
            let action = self.atoms.XdndActionCopy;
            self.tell(self.atoms.XdndPosition, [self.from, 0, place, CURRENT_TIME, action])?;
            let status = self.answer_until(self.atoms.XdndStatus, Duration::from_secs(2))?;
            if status.is_some_and(|data| data[1] & 1 == 1) {
                return Ok(());
            }
        }
        Err(Trouble::Display(
            "the app does not take the files that are held over it".to_owned(),
        ))
    }

    fn let_go(mut self) -> Result<(), Trouble> {
        self.tell(self.atoms.XdndDrop, [self.from, 0, CURRENT_TIME, 0, 0])?;
        match self.answer_until(self.atoms.XdndFinished, PATIENCE)? {
            Some(_) => Ok(()),
            None => Err(Trouble::Display("the app did not finish the drop".to_owned())),
        }
    }

    fn leave(self) -> Result<(), Trouble> {
        self.tell(self.atoms.XdndLeave, [self.from, 0, 0, 0, 0])
    }

    fn tell(&self, kind: Atom, data: [u32; 5]) -> Result<(), Trouble> {
        let message = ClientMessageEvent::new(32, self.to, kind, data);
        self.display
            .send_event(false, self.to, EventMask::NO_EVENT, message)
            .map_err(refused)?;
        self.display.flush().map_err(refused)
    }

    /// Hands out what is carried, to whoever asks, until the app sends this message.
    fn answer_until(&mut self, kind: Atom, patience: Duration) -> Result<Option<[u32; 5]>, Trouble> {
        let deadline = Instant::now() + patience;
        while Instant::now() < deadline {
            match self.display.poll_for_event().map_err(refused)? {
                Some(Event::ClientMessage(message)) if message.type_ == kind => {
                    return Ok(Some(message.data.as_data32()));
                }
                Some(Event::SelectionRequest(request)) => self.hand_out(&request)?,
                Some(_) => {}
                None => sleep(Duration::from_millis(5)),
            }
        }
        Ok(None)
    }

    fn hand_out(&self, request: &SelectionRequestEvent) -> Result<(), Trouble> {
        let (to, property) = (request.requestor, request.property);
        let mut given = property;
        if request.target == self.atoms.URI_LIST {
            let bytes = self.carried.as_bytes();
            self.display
                .change_property8(PropMode::REPLACE, to, property, self.atoms.URI_LIST, bytes)
                .map_err(refused)?;
        } else if request.target == self.atoms.TARGETS {
            let targets = [self.atoms.TARGETS, self.atoms.URI_LIST];
            self.display
                .change_property32(PropMode::REPLACE, to, property, AtomEnum::ATOM, &targets)
                .map_err(refused)?;
        } else {
            given = x11rb::NONE;
        }
        let done = SelectionNotifyEvent {
            response_type: SELECTION_NOTIFY_EVENT,
            sequence: 0,
            time: request.time,
            requestor: to,
            selection: request.selection,
            target: request.target,
            property: given,
        };
        self.display
            .send_event(false, to, EventMask::NO_EVENT, done)
            .map_err(refused)?;
        self.display.flush().map_err(refused)
    }
}

/// The paths as a file manager hands them over.
fn uri_list(paths: &[Utf8PathBuf]) -> Result<String, Trouble> {
    let addresses = paths.iter().map(|path| {
        let address = Url::from_file_path(path).map_err(|()| Trouble::Display(format!("{path} is not absolute")))?;
        Ok(format!("{address}\r\n"))
    });
    addresses.collect()
}
