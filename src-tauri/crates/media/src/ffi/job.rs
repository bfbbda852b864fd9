//! Windows bounds the memory of a process only through a job that the process belongs to.

use std::ffi::c_void;
use std::sync::OnceLock;
use std::{mem, ptr};
use windows_sys::Win32::System::JobObjects::{
    AssignProcessToJobObject, CreateJobObjectW, JOB_OBJECT_LIMIT_PROCESS_MEMORY, JOBOBJECT_EXTENDED_LIMIT_INFORMATION,
    JobObjectExtendedLimitInformation, SetInformationJobObject,
};
use windows_sys::Win32::System::ProcessStatus::{K32GetProcessMemoryInfo, PROCESS_MEMORY_COUNTERS};
use windows_sys::Win32::System::Threading::GetCurrentProcess;

/// The job of this process.
struct Job {
    /// Open for as long as the process lives: with its last handle the job would go, and its limit with it.
    handle: usize,
    /// What the process held when the job was made.
    at_start: usize,
}

/// Lets this process commit `bytes` beyond what it held when this was first called. Where the system refuses a job, only its time is limited.
pub fn limit_memory(bytes: u64) {
    static JOB: OnceLock<Option<Job>> = OnceLock::new();
    if let Some(job) = JOB.get_or_init(Job::of_this_process) {
        job.limit_memory(usize::try_from(bytes).unwrap_or(usize::MAX));
    }
}

impl Job {
    fn of_this_process() -> Option<Self> {
        // SAFETY: null means no attributes and no name: a job nobody else knows.
        let handle = unsafe { CreateJobObjectW(ptr::null(), ptr::null()) };
        if handle.is_null() {
            return None;
        }
        // SAFETY: the job was just made; the handle of the process itself is always good.
        let is_in = unsafe { AssignProcessToJobObject(handle, GetCurrentProcess()) } != 0;
        is_in.then(|| Self {
            handle: handle as usize,
            at_start: committed(),
        })
    }

    fn limit_memory(&self, bytes: usize) {
        let mut limit = JOBOBJECT_EXTENDED_LIMIT_INFORMATION {
            ProcessMemoryLimit: self.at_start.saturating_add(bytes),
            ..JOBOBJECT_EXTENDED_LIMIT_INFORMATION::default()
        };
        limit.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_PROCESS_MEMORY;
        // SAFETY: the handle is open; the pointer is to a local of the kind that is named, and of that size.
        unsafe {
            SetInformationJobObject(
                self.handle as *mut c_void,
                JobObjectExtendedLimitInformation,
                (&raw const limit).cast(),
                size_of_u32::<JOBOBJECT_EXTENDED_LIMIT_INFORMATION>(),
            );
        }
    }
}

/// Memory this process has committed, which is what the limit counts.
fn committed() -> usize {
    let mut counters = PROCESS_MEMORY_COUNTERS::default();
    let size = size_of_u32::<PROCESS_MEMORY_COUNTERS>();
    // SAFETY: the pointer is to a local of that size.
    unsafe { K32GetProcessMemoryInfo(GetCurrentProcess(), &raw mut counters, size) };
    counters.PagefileUsage
}

/// Structures say their own size, as Windows wants it.
#[expect(clippy::cast_possible_truncation, reason = "a few dozen bytes")]
const fn size_of_u32<T>() -> u32 {
    mem::size_of::<T>() as u32
}
