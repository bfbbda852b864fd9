//! 0 done; 1 done but some inputs failed; 2 usage; 3 library. Every failure says what to do next.

use crate::bench::Bench;

#[test]
fn what_cannot_be_asked_ends_with_2() {
    let bench = Bench::with_library();
    for arguments in [
        vec!["nonsense"],
        vec!["decide", "gen_00001", "--as", "Maria"],
        vec!["decide", "gen_00001", "--as", "Maria", "--keep", "--to", "edited"],
        vec!["decide", "gen_00001", "--as", "Maria", "--reject", "ugly"],
        vec!["decide", "gen_00001", "--as", "Maria", "--to", "purple"],
        vec!["decide", "gen_00001", "--as", "Maria", "--keep", "--minutes", "-1"],
        vec!["report"],
        vec!["report", "--brief", "a", "--pilot", "b"],
        vec!["report", "--brief", "bf_none"],
        vec!["report", "--brief", "bf_none", "--hourly-rate", "lots"],
        vec!["log", "import", "x.csv", "--map", "no_equals_sign"],
        vec!["brief", "show", "bf_none"],
        vec!["history", "gen_99999"],
        vec!["pilot", "show", "pl_9999"],
        vec!["init", "other", "--currency", "dollars"],
    ] {
        let ran = bench.lib(&arguments).ended(2);
        assert!(!ran.errors.trim().is_empty(), "{arguments:?}");
    }
}

#[test]
fn a_library_that_is_none_ends_with_3_and_says_how_to_name_one() {
    let bench = Bench::new();
    let nowhere = bench.run(&["brief", "list"]).ended(3);
    assert!(nowhere.errors.contains("--library DIR"), "{}", nowhere.errors);
    let wrong = bench.run(&["--library", ".", "--json", "brief", "list"]).ended(3);
    assert_eq!(wrong.json()["error"]["code"], "not_a_library");
    bench.write("full/file.txt", b"x");
    let full = bench.run(&["--json", "init", "full"]).ended(3);
    assert_eq!(full.json()["error"]["code"], "folder_not_empty");
}

#[test]
fn the_library_is_the_named_one_the_one_of_the_environment_or_the_current_folder() {
    let bench = Bench::with_library();
    let run = |folder: &str, variable: Option<&str>| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_circletake"));
        command
            .args(["brief", "list"])
            .current_dir(bench.path(folder))
            .env_remove("CIRCLETAKE_LIBRARY");
        command.envs(variable.map(|value| ("CIRCLETAKE_LIBRARY", value)));
        command.output().unwrap().status.code()
    };
    assert_eq!(run("lib", None), Some(0));
    assert_eq!(run(".", Some("lib")), Some(0));
    assert_eq!(run(".", None), Some(3));
}

#[test]
fn a_shell_gets_its_completions() {
    let bench = Bench::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(
            bench
                .run(&["completions", shell])
                .ended(0)
                .output
                .contains("circletake"),
            "{shell}"
        );
    }
}
