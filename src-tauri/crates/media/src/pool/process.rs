//! One worker process, seen from the app.

use super::CANCEL_GRACE;
use crate::fault::Fault;
use crate::protocol::{self, FromWorker, HEADER_BYTES, Outcome, Request, ToWorker};
use crate::worker::WORKER_ARGUMENT;
use circletake_domain::media_failure::MediaFailure;
use futures::StreamExt;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::io::AsyncWriteExt;
use tokio::process::{Child, ChildStdin, ChildStdout, Command};
use tokio_util::bytes::{Buf, BytesMut};
use tokio_util::codec::{Decoder, FramedRead};
use tokio_util::sync::CancellationToken;

/// Loading FFmpeg's libraries from a cold disk on a busy laptop.
const START_PATIENCE: Duration = Duration::from_secs(30);
/// A worker ends late work by itself; one that is this much later hangs and is killed.
const HANG_GRACE: Duration = Duration::from_secs(2);

/// The ids of the processes alive.
#[derive(Debug, Clone, Default)]
pub(super) struct Running(Arc<Mutex<Vec<u32>>>);

impl Running {
    pub(super) fn ids(&self) -> Vec<u32> {
        self.change(|ids| ids.clone())
    }
    fn change<R>(&self, change: impl FnOnce(&mut Vec<u32>) -> R) -> R {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// A worker process that waits for work. Dropping it kills it.
#[derive(Debug)]
pub(super) struct Process {
    child: Child,
    input: ChildStdin,
    output: FramedRead<ChildStdout, Messages>,
    last_path: Option<PathBuf>,
    id: u32,
    running: Running,
}

/// How a request ended for the process.
pub(super) enum Ended {
    /// It can take the next one.
    Answered(Result<(Outcome, Vec<u8>), Fault>),
    /// It cannot be trusted any more.
    MustEnd(Fault),
}

impl Process {
    pub(super) async fn start(program: &Path, running: &Running) -> Result<Self, Fault> {
        let unavailable = |what: String| Fault::new(MediaFailure::WorkerUnavailable, what);
        let mut command = Command::new(program);
        command
            .arg(WORKER_ARGUMENT)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true);
        #[cfg(windows)]
        command.creation_flags(0x0800_0000); // CREATE_NO_WINDOW
        let mut child = command
            .spawn()
            .map_err(|error| unavailable(format!("{}: {error}", program.display())))?;
        let (Some(input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(unavailable("no pipes".to_owned()));
        };
        let id = child.id().unwrap_or(0);
        running.change(|ids| ids.push(id));
        let output = FramedRead::new(output, Messages);
        let mut process = Self {
            child,
            input,
            output,
            last_path: None,
            id,
            running: running.clone(),
        };
        match tokio::time::timeout(START_PATIENCE, process.output.next()).await {
            Ok(Some(Ok((FromWorker::Hello { ffmpeg }, _)))) => {
                tracing::debug!(id, ffmpeg, "media worker started");
                Ok(process)
            }
            Ok(Some(Ok(_))) => Err(unavailable("it did not say hello".to_owned())),
            Ok(Some(Err(error))) => Err(unavailable(error.to_string())),
            Ok(None) => Err(unavailable("it ended at once".to_owned())),
            Err(_) => Err(unavailable("it did not start in time".to_owned())),
        }
    }

    pub(super) fn is_alive(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }
    pub(super) fn last_path(&self) -> Option<&Path> {
        self.last_path.as_deref()
    }
    pub(super) fn set_last_path(&mut self, path: &Path) {
        self.last_path = Some(path.to_owned());
    }

    /// Sends a request and waits for its end, its time limit, or a cancel.
    pub(super) async fn perform(
        &mut self,
        request: Request,
        limit: Duration,
        cancel: &CancellationToken,
        progress: &mut (dyn FnMut(u32, u32) + Send),
    ) -> Ended {
        let id = request.id;
        if let Err(error) = self.send(&ToWorker::Do(request)).await {
            return self.died(&error.to_string()).await;
        }
        tokio::select! {
            biased;
            () = cancel.cancelled() => {}
            answer = tokio::time::timeout(limit + HANG_GRACE, self.answer(id, progress)) => return match answer {
                Ok(Ok(answer)) => answer,
                Ok(Err(error)) => self.died(&error.to_string()).await,
                Err(_) => Ended::MustEnd(Fault::new(MediaFailure::TimedOut, "the worker hung and was killed")),
            },
        }
        let asked_to_stop = async {
            self.send(&ToWorker::Cancel { id }).await?;
            self.answer(id, &mut |_, _| {}).await
        };
        let stopped = Fault::new(MediaFailure::Cancelled, "while it was worked on");
        match tokio::time::timeout(CANCEL_GRACE, asked_to_stop).await {
            Ok(Ok(Ended::Answered(_))) => Ended::Answered(Err(stopped)),
            _ => Ended::MustEnd(stopped),
        }
    }

    async fn send(&mut self, message: &ToWorker) -> io::Result<()> {
        self.input.write_all(&protocol::encode(message, &[])?).await?;
        self.input.flush().await
    }

    async fn answer(&mut self, id: u64, progress: &mut (dyn FnMut(u32, u32) + Send)) -> io::Result<Ended> {
        while let Some(message) = self.output.next().await {
            match message? {
                (FromWorker::Progress { id: about, done, total }, _) if about == id => progress(done, total),
                (FromWorker::Done { id: about, outcome }, payload) if about == id => {
                    return Ok(Ended::Answered(Ok((outcome, payload))));
                }
                // It caught its own panic; what state it is in nobody knows.
                (FromWorker::Failed { id: about, fault }, _)
                    if about == id && fault.failure == MediaFailure::WorkerDied =>
                {
                    return Ok(Ended::MustEnd(fault));
                }
                (FromWorker::Failed { id: about, fault }, _) if about == id => return Ok(Ended::Answered(Err(fault))),
                _ => {
                    return Err(io::Error::new(
                        io::ErrorKind::InvalidData,
                        "an answer to another question",
                    ));
                }
            }
        }
        Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the worker ended"))
    }

    async fn died(&mut self, detail: &str) -> Ended {
        // It is dead or about to be; how it died goes into the log.
        let status = tokio::time::timeout(Duration::from_millis(100), self.child.wait()).await;
        let how = match status {
            Ok(Ok(status)) => status.to_string(),
            _ => "still running".to_owned(),
        };
        Ended::MustEnd(Fault::new(MediaFailure::WorkerDied, format!("{detail} ({how})")))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.running.change(|ids| ids.retain(|id| *id != self.id));
    }
}

/// Cuts the worker's output into messages. What has arrived of one survives a cancelled wait.
#[derive(Debug)]
struct Messages;

impl Decoder for Messages {
    type Item = (FromWorker, Vec<u8>);
    type Error = io::Error;

    fn decode(&mut self, bytes: &mut BytesMut) -> io::Result<Option<Self::Item>> {
        let Some(header) = bytes.first_chunk::<HEADER_BYTES>() else {
            return Ok(None);
        };
        let (message, payload) = protocol::lengths(*header)?;
        let (message, payload) = (message as usize, payload as usize);
        let total = HEADER_BYTES + message + payload;
        if bytes.len() < total {
            // Room for what is coming, a little at a time: a promised length is not believed.
            bytes.reserve((total - bytes.len()).min(1 << 20));
            return Ok(None);
        }
        bytes.advance(HEADER_BYTES);
        let message = serde_json::from_slice(&bytes.split_to(message))?;
        Ok(Some((message, bytes.split_to(payload).to_vec())))
    }
}
