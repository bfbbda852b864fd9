//! Makes a permission for every command in the one list of them, so that nothing else can be granted to the window.

macro_rules! commands {
    ($($(#[doc = $doc:literal])* $area:ident {
        $($name:ident($($args:ty)?) -> $result:ty $(, progress $progress:ty)?;)*
    })*) => {
        const COMMANDS: &[&str] = &[$($(stringify!($name)),*),*];
    };
}
include!("src/ipc/table.rs");

fn main() {
    println!("cargo:rerun-if-changed=src/ipc/table.rs");
    println!("cargo:rerun-if-changed=capabilities");
    let attributes = tauri_build::Attributes::new().app_manifest(tauri_build::AppManifest::new().commands(COMMANDS));
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo:warning={error:#}");
        std::process::exit(1);
    }
}
