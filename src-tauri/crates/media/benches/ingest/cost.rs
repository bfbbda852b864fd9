//! What a piece of work took: by the clock, and of the processor in this process, in those it started, and in the pool's workers.

use circletake_media::MediaPool;
use std::iter::Sum;
use std::time::{Duration, Instant};

#[derive(Debug, Clone, Copy, Default)]
pub struct Cost {
    pub clock: Duration,
    /// 0 where the system does not tell.
    pub processor: Duration,
}

impl Cost {
    pub fn least(self, other: Self) -> Self {
        Self {
            clock: self.clock.min(other.clock),
            processor: self.processor.min(other.processor),
        }
    }
}

impl Sum for Cost {
    fn sum<I: Iterator<Item = Self>>(costs: I) -> Self {
        costs.fold(Self::default(), |sum, cost| Self {
            clock: sum.clock + cost.clock,
            processor: sum.processor + cost.processor,
        })
    }
}

/// What the work takes.
pub fn of(pool: &MediaPool, work: impl FnOnce()) -> Cost {
    let used = processor_time(pool);
    let began = Instant::now();
    work();
    Cost {
        clock: began.elapsed(),
        processor: processor_time(pool).saturating_sub(used),
    }
}

/// Of this process, of every child that has ended, and of the workers, which live on.
#[cfg(target_os = "linux")]
fn processor_time(pool: &MediaPool) -> Duration {
    let workers = pool.worker_process_ids().into_iter().map(of_threads).sum::<Duration>();
    used_by(libc::RUSAGE_SELF) + used_by(libc::RUSAGE_CHILDREN) + workers
}
#[cfg(not(target_os = "linux"))]
fn processor_time(_pool: &MediaPool) -> Duration {
    Duration::ZERO
}

#[cfg(target_os = "linux")]
#[expect(unsafe_code, reason = "no safe crate here asks the system this")]
fn used_by(whom: libc::c_int) -> Duration {
    let mut usage = std::mem::MaybeUninit::<libc::rusage>::zeroed();
    // SAFETY: the pointer is to a local of the right type; all zeros is a valid value of it.
    let usage = unsafe {
        libc::getrusage(whom, usage.as_mut_ptr());
        usage.assume_init()
    };
    [usage.ru_utime, usage.ru_stime]
        .into_iter()
        .map(|time| {
            Duration::from_secs(u64::try_from(time.tv_sec).unwrap_or(0))
                + Duration::from_micros(u64::try_from(time.tv_usec).unwrap_or(0))
        })
        .sum()
}

/// Nanoseconds on a processor, as the scheduler counts them.
#[cfg(target_os = "linux")]
fn of_threads(process: u32) -> Duration {
    let Ok(threads) = std::fs::read_dir(format!("/proc/{process}/task")) else {
        return Duration::ZERO;
    };
    let used = |thread: std::io::Result<std::fs::DirEntry>| {
        let statistics = std::fs::read_to_string(thread.ok()?.path().join("schedstat")).ok()?;
        let nanoseconds = statistics.split_whitespace().next()?.parse().ok()?;
        Some(Duration::from_nanos(nanoseconds))
    };
    threads.filter_map(used).sum()
}
