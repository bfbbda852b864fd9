//! What this process may use, and how it ends.

#[cfg(target_os = "linux")]
use std::sync::OnceLock;

/// Keeps a crash from writing gigabytes of somebody's clip to the disk.
pub fn forbid_core_dumps() {
    #[cfg(unix)]
    set_soft_limit(libc::RLIMIT_CORE, 0);
}

/// Lets this process allocate `bytes` beyond what it held when this was first called; the allocation after that fails, as on a full
/// machine.
pub fn limit_memory(bytes: u64) {
    #[cfg(target_os = "linux")]
    {
        // Measured once: what a request leaks is not granted to the next one again.
        static AT_START: OnceLock<u64> = OnceLock::new();
        set_soft_limit(
            libc::RLIMIT_DATA,
            AT_START.get_or_init(data_in_use).saturating_add(bytes),
        );
    }
    // macOS counts no private data apart; libraries and their caches are within this allowance.
    #[cfg(all(unix, not(target_os = "linux")))]
    set_soft_limit(libc::RLIMIT_AS, bytes.saturating_add(4 << 30));
    #[cfg(windows)]
    super::job::limit_memory(bytes);
}

/// Keeps memory that a clip gave back for the next one: pictures are megabytes, and getting them from the system anew costs a seventh of a
/// poster's time. The allowances keep what is held in bounds.
pub fn keep_freed_memory() {
    // SAFETY: plain settings of the C library's allocator, made before any other thread runs.
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    unsafe {
        libc::mallopt(libc::M_MMAP_THRESHOLD, 32 << 20);
        libc::mallopt(libc::M_TRIM_THRESHOLD, 96 << 20);
    }
}

/// Ends this process at once: no destructor, no exit handler, whatever other threads do.
pub fn quit(code: i32) -> ! {
    // SAFETY: `_exit` takes any number and does not return.
    #[cfg(unix)]
    unsafe {
        libc::_exit(code)
    }
    #[cfg(not(unix))]
    std::process::exit(code)
}

#[cfg(unix)]
fn set_soft_limit(resource: Resource, value: u64) {
    let mut limit = libc::rlimit {
        rlim_cur: 0,
        rlim_max: 0,
    };
    // SAFETY: the pointer is to a local of the right type. The hard limit is left as it is, so that the next request may have another one.
    unsafe {
        if libc::getrlimit(resource, &raw mut limit) == 0 {
            limit.rlim_cur = value.min(limit.rlim_max);
            libc::setrlimit(resource, &raw const limit);
        }
    }
}

#[cfg(all(target_os = "linux", target_env = "gnu"))]
type Resource = libc::__rlimit_resource_t;
#[cfg(all(unix, not(all(target_os = "linux", target_env = "gnu"))))]
type Resource = libc::c_int;

/// Private writable memory of this process, which is what `RLIMIT_DATA` counts.
#[cfg(target_os = "linux")]
fn data_in_use() -> u64 {
    let status = fs_err::read_to_string("/proc/self/status").unwrap_or_default();
    let kibibytes = status
        .lines()
        .find_map(|line| line.strip_prefix("VmData:"))
        .and_then(|rest| rest.split_whitespace().next())
        .and_then(|number| number.parse::<u64>().ok());
    kibibytes.unwrap_or(0) * 1024
}

/// The version of the FFmpeg this program runs with.
pub fn version() -> String {
    // SAFETY: FFmpeg returns a static NUL-terminated string.
    let words = unsafe { std::ffi::CStr::from_ptr(ffmpeg_next::ffi::av_version_info()) };
    words.to_string_lossy().into_owned()
}
