//! Pictures of clips for the page, over HTTP on the loopback address.
//!
//! A webview plays video reliably only from a server with byte ranges. So there is one, on a random port, and three
//! things keep everybody else out: a random token in the path, the `Host` it must be addressed by (a foreign name that
//! resolves to 127.0.0.1 has another), and the `Origin`, which only the app's own page may carry.

use axum::Router;
use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::http::header::{
    ACCEPT_RANGES, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_RANGE, CONTENT_TYPE, HOST, ORIGIN, RANGE,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use camino::Utf8PathBuf;
use circletake_media::preview::PreviewIndex;
use futures::future::BoxFuture;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use tower_http::cors::{AllowOrigin, CorsLayer};
use tower_http::services::ServeFile;

/// Where the page itself comes from, on each system; and the development server in a build that asks it for the page.
const PAGE_ORIGINS: &[&str] = &[
    "tauri://localhost",
    "http://tauri.localhost",
    #[cfg(dev)]
    "http://localhost:5173",
];

/// A picture that lies ready as a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DerivedFile {
    /// One JPEG that stands for the clip.
    Poster,
    /// The tiles of hover scrub, one JPEG.
    Strip,
    /// The normalised video.
    Preview,
}

/// How an exact frame is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StillKind {
    /// Small; for looking.
    Jpeg,
    /// Lossless; for measuring.
    Png,
}

/// Where the pictures come from: the open library.
pub trait ClipPictures: Send + Sync + 'static {
    /// The file, where the clip has one.
    fn file(&self, which: DerivedFile, clip_key: String) -> BoxFuture<'_, Option<Utf8PathBuf>>;
    /// Where the frames of the clip's preview lie in its file, where it has one that a page can decode.
    fn preview_index(&self, clip_key: String) -> BoxFuture<'_, Option<PreviewIndex>>;
    /// The exact frame in full resolution, where the clip has it.
    fn still(&self, clip_key: String, frame: u32, kind: StillKind) -> BoxFuture<'_, Option<Vec<u8>>>;
}

/// A server that has its address but does not answer yet: the address is needed before the library is.
pub struct MediaServer {
    listener: TcpListener,
    port: u16,
    token: String,
}

impl MediaServer {
    /// Takes a free port on the loopback address and makes up a token.
    pub fn bind() -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        listener.set_nonblocking(true)?;
        let port = listener.local_addr()?.port();
        let token = format!("{:032x}", rand::random::<u128>());
        Ok(Self { listener, port, token })
    }

    /// The port, for the content security policy.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Where clips are served from, without a slash at the end.
    pub fn base(&self) -> String {
        format!("http://127.0.0.1:{}/{}", self.port, self.token)
    }

    /// Answers until the app ends.
    pub async fn serve(self, pictures: Arc<dyn ClipPictures>) -> io::Result<()> {
        let host = format!("127.0.0.1:{}", self.port);
        let doors = Router::new()
            .route("/poster/{clip_key}", get(poster))
            .route("/strip/{clip_key}", get(strip))
            .route("/preview/{clip_key}", get(preview))
            .route("/preview-index/{clip_key}", get(preview_index))
            .route("/frame/{clip_key}/{frame}", get(still))
            .with_state(pictures)
            .layer(cors());
        let router = Router::new()
            .nest(&format!("/{}", self.token), doors)
            .layer(middleware::from_fn_with_state(Arc::<str>::from(host), only_the_page));
        axum::serve(tokio::net::TcpListener::from_std(self.listener)?, router).await
    }
}

fn cors() -> CorsLayer {
    CorsLayer::new()
        .allow_origin(AllowOrigin::list(
            PAGE_ORIGINS.iter().copied().map(HeaderValue::from_static),
        ))
        .allow_methods([Method::GET, Method::HEAD])
        .allow_headers([RANGE])
        .expose_headers([CONTENT_RANGE, CONTENT_LENGTH, ACCEPT_RANGES])
}

async fn only_the_page(State(host): State<Arc<str>>, request: Request, next: Next) -> Response {
    if is_from_the_page(request.headers(), &host) {
        next.run(request).await
    } else {
        StatusCode::FORBIDDEN.into_response()
    }
}

fn is_from_the_page(headers: &HeaderMap, host: &str) -> bool {
    let addressed_here = headers.get(HOST).is_some_and(|value| value == host);
    // Pictures in the page are asked for without an origin; whoever has one must be the page.
    let no_stranger = headers
        .get(ORIGIN)
        .is_none_or(|origin| PAGE_ORIGINS.iter().any(|page| origin == page));
    addressed_here && no_stranger
}

type Pictures = State<Arc<dyn ClipPictures>>;

async fn poster(State(pictures): Pictures, Path(clip_key): Path<String>, request: Request) -> Response {
    send_file(pictures.file(DerivedFile::Poster, clip_key).await, request).await
}

async fn strip(State(pictures): Pictures, Path(clip_key): Path<String>, request: Request) -> Response {
    send_file(pictures.file(DerivedFile::Strip, clip_key).await, request).await
}

async fn preview(State(pictures): Pictures, Path(clip_key): Path<String>, request: Request) -> Response {
    send_file(pictures.file(DerivedFile::Preview, clip_key).await, request).await
}

async fn preview_index(State(pictures): Pictures, Path(clip_key): Path<String>) -> Response {
    let index = pictures.preview_index(clip_key).await;
    match index.and_then(|index| serde_json::to_vec(&index).ok()) {
        // Never remembered: it must be that of the very file that is fetched next.
        Some(json) => ([(CONTENT_TYPE, "application/json"), (CACHE_CONTROL, "no-store")], json).into_response(),
        None => not_there(),
    }
}

async fn still(State(pictures): Pictures, Path((clip_key, frame)): Path<(String, u32)>, uri: Uri) -> Response {
    let (kind, content_type) = match uri.query() {
        Some("format=png") => (StillKind::Png, "image/png"),
        _ => (StillKind::Jpeg, "image/jpeg"),
    };
    match pictures.still(clip_key, frame, kind).await {
        Some(bytes) => keep_a_while(([(CONTENT_TYPE, content_type)], bytes).into_response()),
        None => not_there(),
    }
}

/// Byte ranges, `HEAD`, and the content type by the file's extension.
async fn send_file(file: Option<Utf8PathBuf>, request: Request) -> Response {
    let Some(file) = file else { return not_there() };
    match ServeFile::new(file).try_call(request).await {
        Ok(response) if response.status() == StatusCode::NOT_FOUND => not_there(),
        Ok(response) if response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED => {
            keep_a_while(response.map(Body::new))
        }
        // What was asked wrongly, such as a range behind the end, is right once there is more of the file.
        Ok(response) => do_not_keep(response.map(Body::new)),
        Err(error) => {
            tracing::warn!(%error, "a picture could not be read");
            not_there()
        }
    }
}

/// A picture never changes under its key, but the library may be closed and the clip replaced.
fn keep_a_while(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, max-age=3600"));
    response
}

/// Not there yet, mostly: so nobody may remember it.
fn not_there() -> Response {
    do_not_keep(StatusCode::NOT_FOUND.into_response())
}

fn do_not_keep(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

#[cfg(test)]
mod tests;
