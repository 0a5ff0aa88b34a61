//! Compiled glossaries kept between runs: the same report with a cache, without one, and with a damaged one.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;

/// A house with enough rows to be worth keeping, and an article that breaks one of them.
fn desk() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let mut house = "write,avoid,kind,colour\nKyiv,Kiev,place,blue\n".to_owned();
    for row in 0..4000 {
        house.push_str(&format!("Ivan Petrov{row},Iwan Petrow{row},person,\n"));
    }
    house.push_str("x,a (b,term,\n");
    fs::write(folder.path().join("house.csv"), house).expect("written");
    fs::write(folder.path().join("a.txt"), "Iwan Petrow17 came to Kiev on Monday.\n").expect("written");
    folder
}

/// Standard output and standard error of a check.
fn check(desk: &Path, cache: &str) -> (String, String) {
    let mut command = Command::cargo_bin("copydesk").expect("built");
    command.current_dir(desk).env("COPYDESK_CACHE", cache);
    let done = command.args(["check", "--no-config", "-g", "house.csv", "-f", "csv", "a.txt"]).output().expect("runs");
    assert_eq!(done.status.code(), Some(2), "a row is refused, each time");
    (String::from_utf8_lossy(&done.stdout).into_owned(), String::from_utf8_lossy(&done.stderr).into_owned())
}

fn kept(desk: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(desk.join("cache")).expect("the cache").map(|entry| entry.expect("a file").path());
    files.collect()
}

#[test]
fn a_kept_glossary_says_the_same_even_when_damaged() {
    let desk = desk();
    let wanted = check(desk.path(), "off");
    assert!(wanted.0.contains("Ivan Petrov17") && wanted.0.contains("Kyiv"), "{}", wanted.0);
    assert!(wanted.1.contains("colour") && wanted.1.contains("house.csv:4003"), "{}", wanted.1);
    assert!(!desk.path().join("cache").exists());

    for _ in 0..2 {
        assert_eq!(check(desk.path(), "cache"), wanted);
        assert_eq!(kept(desk.path()).len(), 1);
    }
    let file = &kept(desk.path())[0];
    let whole = fs::read(file).expect("read");
    let damaged = [
        whole[..whole.len() / 2].to_vec(),
        Vec::new(),
        whole.iter().enumerate().map(|(at, byte)| if at == whole.len() / 3 { byte ^ 1 } else { *byte }).collect(),
    ];
    for bytes in damaged {
        fs::write(file, bytes).expect("written");
        assert_eq!(check(desk.path(), "cache"), wanted);
        assert_eq!(fs::read(file).expect("read"), whole, "it is written anew");
    }
}

#[test]
fn what_is_wrong_with_rows_is_said_in_their_order() {
    let desk = TempDir::new().expect("a folder");
    let mut house = "write,avoid\n".to_owned();
    for row in 2..2000 {
        house.push_str(if row % 500 == 0 { "x,a (b\n" } else { "Kyiv,Kiev\n" });
    }
    fs::write(desk.path().join("house.csv"), house).expect("written");
    fs::write(desk.path().join("a.txt"), "They met in Kiev.\n").expect("written");
    let (found, said) = check(desk.path(), "off");
    assert!(found.contains("house.csv:2"), "the first of equal rows speaks: {found}");
    let lines: Vec<&str> = said.lines().filter_map(|line| line.split(':').nth(2)).collect();
    assert_eq!(lines, ["500", "1000", "1500"], "{said}");
}

#[test]
fn a_changed_glossary_is_compiled_anew() {
    let desk = desk();
    let before = check(desk.path(), "cache");
    let house = fs::read_to_string(desk.path().join("house.csv")).expect("read");
    fs::write(desk.path().join("house.csv"), house.replace("Kyiv,Kiev", "Kyjiv,Kiev")).expect("written");
    let after = check(desk.path(), "cache");
    assert!(before.0.contains("Kyiv") && after.0.contains("Kyjiv"));
    assert_eq!(kept(desk.path()).len(), 2);
}

#[test]
fn runs_at_once_and_folders_that_cannot_be_written_change_nothing() {
    let desk = desk();
    let wanted = check(desk.path(), "off");
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| assert_eq!(check(desk.path(), "cache"), wanted));
        }
    });
    assert_eq!(kept(desk.path()).len(), 1);
    // The folder's name is taken by a file.
    assert_eq!(check(desk.path(), "a.txt"), wanted);
}
