use super::*;
use camino::Utf8Path;
use circletake_media::preview::FrameBytes;
use tempfile::TempDir;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// A library with one clip, `known`, whose files all hold `0123456789`.
struct OneClip(TempDir);

impl ClipPictures for OneClip {
    fn file(&self, which: DerivedFile, clip_key: String) -> BoxFuture<'_, Option<Utf8PathBuf>> {
        let name = match which {
            DerivedFile::Poster => "poster.jpg",
            DerivedFile::Strip => return Box::pin(async { None }),
            DerivedFile::Preview => "preview.mp4",
        };
        let file = Utf8Path::from_path(self.0.path()).map(|folder| folder.join(name));
        Box::pin(async move { file.filter(|_| clip_key == "known") })
    }

    fn preview_index(&self, clip_key: String) -> BoxFuture<'_, Option<PreviewIndex>> {
        let index = PreviewIndex {
            codec: "avc1.64001f".to_owned(),
            description: vec![1, 0x64, 0, 0x1f],
            frames: vec![FrameBytes {
                at: 48,
                size: 700,
                key: true,
            }],
        };
        Box::pin(async move { (clip_key == "known").then_some(index) })
    }

    fn still(&self, clip_key: String, frame: u32, kind: StillKind) -> BoxFuture<'_, Option<Vec<u8>>> {
        let bytes = format!("{kind:?} {frame}").into_bytes();
        Box::pin(async move { (clip_key == "known" && frame < 100).then_some(bytes) })
    }
}

/// A running server and how to talk to it.
struct Visitor {
    port: u16,
    token: String,
}

struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        let line = self
            .head
            .lines()
            .find(|line| line.to_lowercase().starts_with(&format!("{name}:")));
        line.and_then(|line| line.split_once(": ")).map(|(_, value)| value)
    }
}

impl Visitor {
    fn arrive() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for name in ["poster.jpg", "preview.mp4"] {
            fs_err::write(folder.path().join(name), "0123456789").unwrap();
        }
        let server = MediaServer::bind().unwrap();
        let visitor = Self {
            port: server.port(),
            token: server.token.clone(),
        };
        tokio::spawn(server.serve(Arc::new(OneClip(folder))));
        visitor
    }

    /// Asks with the token and these headers.
    async fn ask(&self, method: &str, path: &str, headers: &str) -> Answer {
        let host = format!("127.0.0.1:{}", self.port);
        self.ask_as(&host, method, &format!("/{}{path}", self.token), headers)
            .await
    }

    async fn ask_as(&self, host: &str, method: &str, path: &str, headers: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).await.unwrap();
        let request = format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}\r\n");
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        Answer {
            status: head[9..12].parse().unwrap(),
            head: head.to_owned(),
            body: body.to_owned(),
        }
    }
}

#[tokio::test]
async fn without_the_token_there_is_nothing() {
    let visitor = Visitor::arrive();
    let host = format!("127.0.0.1:{}", visitor.port);
    let wrong = "0".repeat(32);
    for path in [
        "/".to_owned(),
        "/poster/known".to_owned(),
        format!("/{wrong}/poster/known"),
        "//poster/known".to_owned(),
    ] {
        let answer = visitor.ask_as(&host, "GET", &path, "").await;
        assert_eq!((answer.status, answer.body.as_str()), (404, ""), "{path}");
    }
    assert_eq!(visitor.token.len(), 32);
}

#[tokio::test]
async fn a_foreign_name_for_this_computer_or_a_foreign_page_is_refused() {
    let visitor = Visitor::arrive();
    let path = format!("/{}/poster/known", visitor.token);
    for host in ["evil.example", "localhost", "127.0.0.1"] {
        assert_eq!(visitor.ask_as(host, "GET", &path, "").await.status, 403, "{host}");
    }
    for origin in ["https://evil.example", "null", "http://127.0.0.1:1"] {
        let answer = visitor
            .ask("GET", "/poster/known", &format!("Origin: {origin}\r\n"))
            .await;
        assert_eq!(answer.status, 403, "{origin}");
        assert!(answer.header("access-control-allow-origin").is_none());
    }
}

#[tokio::test]
async fn the_page_gets_pictures_whole_or_in_ranges() {
    let visitor = Visitor::arrive();
    let page = "Origin: tauri://localhost\r\n";
    let whole = visitor.ask("GET", "/preview/known", page).await;
    assert_eq!((whole.status, whole.body.as_str()), (200, "0123456789"));
    assert_eq!(whole.header("content-type"), Some("video/mp4"));
    assert_eq!(whole.header("access-control-allow-origin"), Some("tauri://localhost"));

    let part = visitor
        .ask("GET", "/preview/known", &format!("{page}Range: bytes=2-4\r\n"))
        .await;
    assert_eq!((part.status, part.body.as_str()), (206, "234"));
    assert_eq!(part.header("content-range"), Some("bytes 2-4/10"));
    let beyond = visitor.ask("GET", "/preview/known", "Range: bytes=20-\r\n").await;
    assert_eq!((beyond.status, beyond.header("cache-control")), (416, Some("no-store")));
    assert_eq!(part.header("cache-control"), Some("private, max-age=3600"));

    let head = visitor.ask("HEAD", "/poster/known", page).await;
    assert_eq!(
        (head.status, head.body.as_str(), head.header("content-length")),
        (200, "", Some("10"))
    );
}

#[tokio::test]
async fn the_page_learns_where_the_frames_of_a_preview_lie_and_nobody_else_does() {
    let visitor = Visitor::arrive();
    let page = "Origin: tauri://localhost\r\n";
    let index = visitor.ask("GET", "/preview-index/known", page).await;
    assert_eq!(index.header("content-type"), Some("application/json"));
    assert_eq!(
        (index.status, index.body.as_str()),
        (
            200,
            r#"{"codec":"avc1.64001f","description":[1,100,0,31],"frames":[{"at":48,"size":700,"key":true}]}"#
        )
    );
    let foreign = "Origin: https://evil.example\r\n";
    assert_eq!(visitor.ask("GET", "/preview-index/known", foreign).await.status, 403);
    let host = format!("127.0.0.1:{}", visitor.port);
    assert_eq!(
        visitor.ask_as(&host, "GET", "/preview-index/known", "").await.status,
        404
    );
    assert_eq!(
        visitor
            .ask_as("evil.example", "GET", "/preview-index/known", "")
            .await
            .status,
        403
    );
    assert_eq!(visitor.ask("GET", "/preview-index/unknown", page).await.status, 404);
}

#[tokio::test]
async fn frames_are_asked_for_by_number() {
    let visitor = Visitor::arrive();
    assert_eq!(visitor.ask("GET", "/frame/known/7", "").await.body, "Jpeg 7");
    let png = visitor.ask("GET", "/frame/known/7?format=png", "").await;
    assert_eq!(
        (png.body.as_str(), png.header("content-type")),
        ("Png 7", Some("image/png"))
    );
    assert_eq!(visitor.ask("GET", "/frame/known/100", "").await.status, 404);
    assert_eq!(visitor.ask("GET", "/frame/known/-1", "").await.status, 400);
}

#[tokio::test]
async fn nothing_but_reading_is_possible_and_nothing_outside_is_reached() {
    let visitor = Visitor::arrive();
    assert_eq!(visitor.ask("POST", "/poster/known", "").await.status, 405);
    assert_eq!(visitor.ask("DELETE", "/preview/known", "").await.status, 405);
    for key in ["unknown", "..%2f..%2fetc%2fpasswd", "known%00"] {
        let answer = visitor.ask("GET", &format!("/poster/{key}"), "").await;
        assert_eq!(answer.status, 404, "{key}");
        assert_eq!(answer.header("cache-control"), Some("no-store"));
    }
}
