//! What the system has to have, on the systems whose package manager we know.

use crate::step::{self, Failed, Session};

/// What for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To build it and use it.
    Run,
    /// To run its tests as well.
    Test,
}

/// One package manager and what our needs are called there.
struct PackageManager {
    program: &'static str,
    system: &'static str,
    /// Lists those of the packages that are there, one name a line.
    list: &'static [&'static str],
    /// The second word of a line whose package is there, where removed ones are listed as well; other words are ignored.
    there: Option<&'static str>,
    update: Option<&'static [&'static str]>,
    install: &'static [&'static str],
    as_root: bool,
    run: &'static [&'static str],
    test: &'static [&'static str],
}

#[rustfmt::skip]
const KNOWN: &[PackageManager] = &[
    PackageManager {
        program: "apt-get", system: "Debian or Ubuntu",
        list: &["dpkg-query", "--show", "--showformat=${Package} ${db:Status-Status}\\n"],
        there: Some("installed"),
        update: Some(&["apt-get", "update", "--quiet"]),
        install: &["apt-get", "install", "--yes", "--quiet", "--no-install-recommends"],
        as_root: true,
        run: &[
            "build-essential", "pkg-config", "libwebkit2gtk-4.1-dev", "libgtk-3-dev", "librsvg2-dev", "libssl-dev", "clang", "libclang-dev", "nasm",
            "libavcodec-dev", "libavformat-dev", "libavutil-dev", "libavfilter-dev", "libavdevice-dev", "libswscale-dev", "libswresample-dev",
            "gstreamer1.0-plugins-base", "gstreamer1.0-plugins-good", "gstreamer1.0-plugins-bad", "gstreamer1.0-libav",
        ],
        test: &["xvfb", "webkit2gtk-driver", "ffmpeg", "ffmpegthumbnailer", "chromium"],
    },
    PackageManager {
        program: "dnf", system: "Fedora",
        list: &["rpm", "--query", "--queryformat", "%{NAME}\\n"],
        there: None,
        update: None,
        install: &["dnf", "install", "--assumeyes"],
        as_root: true,
        run: &[
            "gcc", "gcc-c++", "make", "pkgconf-pkg-config", "webkit2gtk4.1-devel", "gtk3-devel", "librsvg2-devel", "openssl-devel", "clang", "clang-devel",
            "nasm", "ffmpeg-free-devel", "gstreamer1-plugins-base", "gstreamer1-plugins-good", "gstreamer1-plugins-bad-free", "gstreamer1-plugin-libav",
        ],
        test: &["xorg-x11-server-Xvfb", "webkitgtk6.0", "ffmpeg-free", "ffmpegthumbnailer", "chromium"],
    },
    PackageManager {
        program: "pacman", system: "Arch",
        list: &["pacman", "--query"],
        there: None,
        update: None,
        install: &["pacman", "--sync", "--needed", "--noconfirm"],
        as_root: true,
        run: &[
            "base-devel", "webkit2gtk-4.1", "gtk3", "librsvg", "openssl", "clang", "nasm", "ffmpeg",
            "gst-plugins-base", "gst-plugins-good", "gst-plugins-bad", "gst-libav",
        ],
        test: &["xorg-server-xvfb", "ffmpegthumbnailer", "chromium"],
    },
    PackageManager {
        program: "brew", system: "macOS",
        list: &["brew", "list", "--formula", "-1"],
        there: None,
        update: None,
        install: &["brew", "install"],
        as_root: false,
        run: &["pkgconf", "ffmpeg", "nasm", "llvm"],
        test: &["ffmpegthumbnailer"],
    },
];

/// Installs what is missing.
pub fn install(session: &Session, purpose: Purpose) -> Result<(), Failed> {
    let Some(manager) = KNOWN.iter().find(|manager| step::has(manager.program)) else {
        return unknown_system(session, purpose);
    };
    let missing = manager.missing(session, purpose);
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    session.agree(&format!(
        "Circletake needs packages of {} that are not installed:\n  {names}\nThey would be installed by: {} {names}",
        manager.system,
        manager.install.join(" ")
    ))?;
    if let Some(update) = manager.update {
        manager.call(session, "package lists", update, &[])?;
    }
    manager.call(session, "system packages", manager.install, &missing)
}

impl PackageManager {
    fn missing(&self, session: &Session, purpose: Purpose) -> Vec<&'static str> {
        let test: &[_] = if purpose == Purpose::Test { self.test } else { &[] };
        let wanted: Vec<_> = self.run.iter().chain(test).copied().collect();
        let mut list = session.program(self.list[0]);
        list.args(&self.list[1..]);
        if self.as_root {
            list.args(&wanted);
        }
        // These programs fail when one of the packages is unknown, and still print the others.
        let printed = list.output().map(|output| output.stdout).unwrap_or_default();
        not_listed(&wanted, self.there, &String::from_utf8_lossy(&printed))
    }

    fn call(&self, session: &Session, title: &str, words: &[&str], more: &[&str]) -> Result<(), Failed> {
        let root = !self.as_root || is_root(session);
        let mut command = if root {
            session.program(words[0])
        } else {
            session.program("sudo")
        };
        command.args(if root { &words[1..] } else { words }).args(more);
        command.env("DEBIAN_FRONTEND", "noninteractive");
        session.step(title, &mut command)
    }
}

fn not_listed<'a>(wanted: &[&'a str], there: Option<&str>, printed: &str) -> Vec<&'a str> {
    let is_there = |name: &str| {
        printed.lines().any(|line| {
            let mut words = line.split_whitespace();
            words.next() == Some(name) && (there.is_none() || words.next() == there)
        })
    };
    wanted.iter().copied().filter(|name| !is_there(name)).collect()
}

fn is_root(session: &Session) -> bool {
    step::output(session.program("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

/// No package manager we know: the libraries that `pkg-config` does not find are named, and nothing is installed.
fn unknown_system(session: &Session, purpose: Purpose) -> Result<(), Failed> {
    const LIBRARIES: &[&str] = &[
        "webkit2gtk-4.1",
        "gtk+-3.0",
        "librsvg-2.0",
        "openssl",
        "libavcodec",
        "libavformat",
        "libavutil",
        "libavfilter",
        "libswscale",
        "libswresample",
    ];
    let mut missing: Vec<String> = Vec::new();
    for program in ["cc", "clang", "pkg-config"] {
        if !step::has(program) {
            missing.push(format!("the program {program}"));
        }
    }
    for library in LIBRARIES {
        if step::output(session.program("pkg-config").args(["--exists", library])).is_err() {
            missing.push(format!("the library {library} with its headers"));
        }
    }
    if purpose == Purpose::Test {
        for program in ["Xvfb", "WebKitWebDriver", "ffmpeg", "chromium"] {
            if !step::has(program) {
                missing.push(format!("the program {program}"));
            }
        }
    }
    if missing.is_empty() {
        return Ok(());
    }
    Err(Failed(format!(
        "this system's package manager is not one we know (apt, dnf, pacman, brew); please install:\n  {}\n\
         and, to play clips, the GStreamer plugins base, good, bad and libav",
        missing.join("\n  ")
    )))
}

#[cfg(test)]
mod tests {
    use super::not_listed;

    #[test]
    fn a_package_that_was_removed_but_is_remembered_counts_as_missing() {
        let printed = "xvfb installed\nclang not-installed\nnasm config-files\n";
        assert_eq!(
            not_listed(&["xvfb", "clang", "nasm", "ffmpeg"], Some("installed"), printed),
            ["clang", "nasm", "ffmpeg"]
        );
    }

    #[test]
    fn a_version_behind_the_name_says_nothing_about_whether_it_is_there() {
        let printed = "gtk3 1:3.24.50-1\nclang 21.1.0-1\n";
        assert_eq!(not_listed(&["gtk3", "clang", "nasm"], None, printed), ["nasm"]);
    }
}
