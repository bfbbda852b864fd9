//! The TypeScript side of the border, written from the Rust types: one file per type, and the client.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use ts_rs::{Config, TS, TypeVisitor};

/// Files by their path below `ui/src/lib/ipc`.
pub type Files = BTreeMap<String, String>;

const HEAD: &str = "// Written by `cargo xtask bindings` from the Rust types. Do not edit.\n";

/// A type that crosses: its TypeScript name, and how to write its file and those it needs.
#[derive(Clone)]
pub struct Argument {
    name: String,
    files: Files,
    imports: Vec<String>,
}

impl Argument {
    /// The type `T` as TypeScript sees it.
    pub fn of<T: TS + 'static>() -> Self {
        let mut written = Written::default();
        written.visit::<T>();
        T::visit_generics(&mut written);
        Self {
            name: T::name(&written.config),
            imports: written.named,
            files: written.files,
        }
    }
}

/// What an optional macro repetition gave: its type, or nothing.
pub fn first_of(made: &[fn() -> Argument]) -> Option<Argument> {
    made.first().map(|make| make())
}

#[derive(Default)]
struct Written {
    config: Config,
    files: Files,
    named: Vec<String>,
}

impl TypeVisitor for Written {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        let Some(path) = T::output_path() else { return };
        let path = format!("bindings/{}", path.display());
        let name = T::ident(&self.config);
        if !self.named.contains(&name) {
            self.named.push(name);
        }
        if self.files.contains_key(&path) {
            return;
        }
        // A type without a file of its own is one that `output_path` already left out.
        let Ok(text) = T::export_to_string(&self.config) else {
            return;
        };
        let body = text.split_once('\n').map_or(text.as_str(), |(_ts_rs_note, body)| body);
        let mut file = HEAD.to_owned();
        for line in body.lines() {
            let _ = writeln!(file, "{}", line.trim_end());
        }
        self.files.insert(path, file);
        // Dependencies need files too, but only the type itself is named by the client.
        let named = std::mem::take(&mut self.named);
        T::visit_dependencies(self);
        self.named = named;
    }
}

/// Collects the commands and writes the client.
#[derive(Default)]
pub struct Client {
    interface: String,
    calls: String,
    imports: Vec<String>,
    files: Files,
}

impl Client {
    /// Starts an area.
    pub fn area(&mut self, doc: &str) {
        let _ = write!(self.interface, "\n  // {}\n", doc.trim());
    }

    /// Adds a command.
    pub fn command<R: TS + 'static>(&mut self, name: &str, args: Option<Argument>, progress: Option<Argument>) {
        let result = Argument::of::<R>();
        let mut parameters = Vec::new();
        let mut passed = vec![format!("\"{name}\"")];
        if let Some(args) = &args {
            parameters.push(format!("args: {}", args.name));
            passed.push("args".to_owned());
        }
        if let Some(progress) = &progress {
            parameters.push(format!("onProgress: (progress: {}) => void", progress.name));
            if args.is_none() {
                passed.push("undefined".to_owned());
            }
            passed.push("onProgress as (progress: unknown) => void".to_owned());
        }
        let (parameters, passed) = (parameters.join(", "), passed.join(", "));
        let _ = writeln!(self.interface, "  {name}({parameters}): Promise<{}>;", result.name);
        let names = parameters_without_types(args.is_some(), progress.is_some());
        let _ = writeln!(
            self.calls,
            "    {name}: ({names}) => call({passed}) as Promise<{}>,",
            result.name
        );
        for argument in args.into_iter().chain(progress).chain([result]) {
            self.imports.extend(argument.imports);
            self.files.extend(argument.files);
        }
    }

    /// Adds the events and the error, and gives every file.
    pub fn finish<E: TS + 'static, P: TS + 'static>(mut self) -> Files {
        for argument in [Argument::of::<E>(), Argument::of::<P>()] {
            self.files.extend(argument.files);
        }
        self.imports.sort();
        self.imports.dedup();
        let mut client = HEAD.to_owned();
        for name in &self.imports {
            let _ = writeln!(client, "import type {{ {name} }} from \"./bindings/{name}\";");
        }
        let _ = write!(
            client,
            "\n/** Every command of the app. A refused one rejects with a `Problem`. */\nexport interface Commands {{{}}}\n\n\
             /** Carries one command to the app: its name, its arguments, and where its progress goes. */\n\
             export type Transport = (command: string, args?: object, onProgress?: (progress: unknown) => void) => Promise<unknown>;\n\n\
             /** The commands over a transport. */\n\
             export function commandsOver(call: Transport): Commands {{\n  return {{\n{}  }};\n}}\n",
            self.interface, self.calls
        );
        self.files.insert("client.ts".to_owned(), client);
        self.files
    }
}

fn parameters_without_types(args: bool, progress: bool) -> &'static str {
    match (args, progress) {
        (false, false) => "",
        (true, false) => "args",
        (false, true) => "onProgress",
        (true, true) => "args, onProgress",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ipc::{client, events::Events};
    use circletake_app::view::Problem;
    use std::path::{Path, PathBuf};

    fn ipc_folder() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/lib/ipc")
    }

    fn on_disk() -> Files {
        let read = |path: PathBuf| fs_err::read_to_string(path).unwrap().replace("\r\n", "\n");
        let mut files = Files::new();
        for entry in fs_err::read_dir(ipc_folder().join("bindings")).unwrap() {
            let entry = entry.unwrap();
            let name = format!("bindings/{}", entry.file_name().to_string_lossy());
            files.insert(name, read(entry.path()));
        }
        files.insert("client.ts".to_owned(), read(ipc_folder().join("client.ts")));
        files
    }

    fn write(files: &Files) {
        let folder = ipc_folder().join("bindings");
        if folder.exists() {
            fs_err::remove_dir_all(&folder).unwrap();
        }
        fs_err::create_dir_all(&folder).unwrap();
        for (path, text) in files {
            fs_err::write(ipc_folder().join(path), text).unwrap();
        }
    }

    #[test]
    fn the_typescript_bindings_are_those_of_the_rust_types() {
        let files = client().finish::<Events, Problem>();
        if std::env::var_os("CIRCLETAKE_WRITE_BINDINGS").is_some() {
            write(&files);
        }
        let stale: Vec<_> = {
            let written = on_disk();
            let changed = files.iter().filter(|(path, text)| written.get(*path) != Some(text));
            let left_over = written.iter().filter(|(path, _)| !files.contains_key(*path));
            changed.chain(left_over).map(|(path, _)| path.clone()).collect()
        };
        assert!(stale.is_empty(), "run `cargo xtask bindings`; out of date: {stale:?}");
    }

    #[test]
    fn no_number_crosses_that_javascript_cannot_hold() {
        for (path, text) in client().finish::<Events, Problem>() {
            assert!(!text.contains("bigint"), "{path} carries a bigint; send it as a string");
        }
    }
}
