//! The command line as scripts use it: output, exit codes, files written or left alone.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use tempfile::TempDir;

fn copydesk(folder: &Path) -> Command {
    let mut command = Command::cargo_bin("copydesk").expect("built");
    command.current_dir(folder).env("NO_COLOR", "1").env_remove("COLUMNS");
    command
}

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("made");
        fs::write(path, text).expect("written");
    }
    folder
}

const PINNED: &str = "The candidate was pinned two days before the vote.\n";

#[test]
fn the_originals_language_is_read_and_said() {
    let rows =
        "write,avoid,kind,from,needs\ncaretaker,housekeepster,phrase,nl,\nlord mayor,city father,phrase,nl,from\n";
    let story = "The city father of Amsterdam thanked the housekeepster, Dutch radio said.\n";
    let elsewhere = story.replace("Amsterdam", "Oslo").replace("Dutch ", "");
    let desk = folder(&[("house.csv", rows), ("story.txt", story), ("oslo.txt", &elsewhere)]);
    let check = |arguments: &[&str]| {
        let base = ["check", "--no-config", "--format", "csv", "--rule", "literal-phrase", "--glossary", "house.csv"];
        let out = copydesk(desk.path()).args(base).args(arguments).assert().code(1);
        String::from_utf8_lossy(&out.get_output().stdout).into_owned()
    };
    let out = check(&["story.txt"]);
    assert!(
        out.contains("city father,lord mayor") && out.contains("original taken for Dutch: 2 of its idioms"),
        "{out}"
    );
    let named = check(&["story.txt", "--from", "nl"]);
    assert!(named.contains("lord mayor") && !named.contains("original taken"), "{named}");
    let out = check(&["oslo.txt"]);
    assert!(out.contains("housekeepster") && !out.contains("lord mayor"), "{out}");
}

#[test]
fn exit_codes_say_clean_findings_or_failure() {
    let desk = folder(&[("good.txt", "The candidate was held.\n"), ("bad.txt", PINNED)]);
    copydesk(desk.path()).args(["check", "good.txt"]).assert().code(0);
    let found = copydesk(desk.path()).args(["check", "bad.txt"]).assert().code(1);
    let out = String::from_utf8(found.get_output().stdout.clone()).expect("UTF-8");
    assert!(out.contains("bad.txt:1:15") && out.contains("was detained") && out.contains("vastgezet"), "{out}");
    copydesk(desk.path()).args(["check", "bad.txt", "--exit-zero"]).assert().code(0);
    copydesk(desk.path()).args(["check", "bad.txt", "--fail-on", "error"]).assert().code(0);
    let missing = copydesk(desk.path()).args(["check", "bad.txt", "gone.txt", "--format", "csv"]).assert().code(2);
    assert!(String::from_utf8_lossy(&missing.get_output().stderr).contains("gone.txt: no such file"));
    assert!(
        String::from_utf8_lossy(&missing.get_output().stdout).contains("was pinned"),
        "the other file is still checked"
    );
    copydesk(desk.path()).args(["check", "--rule", "literal-phrases", "bad.txt"]).assert().code(2);
}

#[test]
fn csv_has_the_contract_columns_and_disk_places() {
    let desk = folder(&[("a.txt", "\u{feff}Caf\u{e9}. The candidate was pinned two days before the vote.\r\n")]);
    let out = copydesk(desk.path()).args(["check", "--format", "csv", "a.txt"]).assert().code(1);
    let out = String::from_utf8(out.get_output().stdout.clone()).expect("UTF-8");
    let mut lines = out.lines();
    assert_eq!(
        lines.next(),
        Some(
            "file,line,column,start_byte,end_byte,rule,level,found,suggestion,safety,message,evidence,context,original"
        )
    );
    let row = lines.next().expect("a finding");
    assert!(row.starts_with("a.txt,1,21,24,34,literal-phrase,warning,was pinned,was detained,likely,"), "{row}");
}

#[test]
fn one_fault_is_told_once_and_its_place_becomes_the_suggestion() {
    let text = "The hall stood at the river.\n\nIt is noted that in May \"the bridge\" was shut. Recall that \"the ship\" sank.\n\n\
                The Minister of Sport of Ukraine Ihor Koval left on the 29th In September, with 20 boats of XVIII century make.\n";
    let desk = folder(&[("a.txt", text)]);
    let out = copydesk(desk.path()).args(["check", "a.txt", "--format", "csv"]).assert();
    let out = String::from_utf8_lossy(&out.get_output().stdout).into_owned();
    let mut reader = csv::Reader::from_reader(out.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    let mut made = text.to_owned();
    for row in rows.iter().rev() {
        let (start, end): (usize, usize) = (row[3].parse().expect("bytes"), row[4].parse().expect("bytes"));
        assert_eq!(&text[start..end], &row[7]);
        made.replace_range(start..end, &row[8]);
    }
    assert_eq!(
        made,
        "The hall stood at the river.\n\nIn May \"the bridge\" was shut. \"The ship\" sank.\n\n\
         The Ukrainian Sport Minister Ihor Koval left on September 29th, with 20 boats of 18th century make.\n",
        "{out}"
    );
}

#[test]
fn folders_globs_ignore_files_and_standard_input() {
    let desk = folder(&[
        ("in/a.txt", PINNED),
        ("in/b.md", PINNED),
        ("in/c.rs", PINNED),
        ("in/old/d.txt", PINNED),
        ("in/.copydeskignore", "old/\n"),
    ]);
    let files = |args: &[&str]| {
        let out = copydesk(desk.path()).arg("check").args(args).args(["--format", "csv"]).assert();
        let out = String::from_utf8(out.get_output().stdout.clone()).expect("UTF-8");
        out.lines().skip(1).map(|line| line.split(',').next().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(files(&["in"]), ["in/a.txt", "in/b.md"]);
    assert_eq!(files(&["in/*.md"]), ["in/b.md"]);
    assert_eq!(files(&["."]), ["in/a.txt", "in/b.md"]);
    let out = copydesk(desk.path())
        .args(["check", "-", "--stdin-name", "story.html", "--format", "csv"])
        .write_stdin(format!("<p>{PINNED}</p>"))
        .assert()
        .code(1);
    assert!(String::from_utf8_lossy(&out.get_output().stdout).contains("story.html,1,18,"), "{out:?}");
}

#[test]
fn a_house_glossary_wins_and_bad_rows_are_named() {
    let house = "write,avoid,kind,level,note\nwas jailed,was pinned,phrase,,house\nx,(y,term,,\nz,w,term,grave,\n";
    let desk = folder(&[("a.txt", PINNED), ("house.csv", house)]);
    let out = copydesk(desk.path()).args(["check", "a.txt", "-g", "house.csv"]).assert().code(2);
    let (stdout, stderr) = (
        String::from_utf8_lossy(&out.get_output().stdout).into_owned(),
        String::from_utf8_lossy(&out.get_output().stderr).into_owned(),
    );
    assert!(stdout.contains("was jailed") && stdout.contains("house.csv:2"), "{stdout}");
    assert!(stderr.contains("house.csv:3: column avoid") && stderr.contains("house.csv:4: column level"), "{stderr}");
}

#[test]
fn the_config_file_is_found_upwards_and_read_strictly() {
    let desk = folder(&[("copydesk.toml", "[levels]\nliteral-phrase = \"off\"\n"), ("in/a.txt", PINNED)]);
    copydesk(desk.path()).args(["check", "in/a.txt"]).assert().code(0);
    copydesk(desk.path()).args(["check", "in/a.txt", "--no-config"]).assert().code(1);
    fs::write(desk.path().join("copydesk.toml"), "glosaries = []\n").expect("written");
    let out = copydesk(desk.path()).args(["check", "in/a.txt"]).assert().code(2);
    assert!(String::from_utf8_lossy(&out.get_output().stderr).contains("did you mean glossaries?"));
    fs::write(
        desk.path().join("copydesk.toml"),
        "[[paths]]\nglob = \"in/**\"\nlevels = { literal-phrase = \"hint\" }\n",
    )
    .expect("written");
    copydesk(desk.path())
        .args(["check", "in/a.txt"])
        .assert()
        .code(0)
        .stdout(predicate_contains("hint[literal-phrase]"));
}

fn predicate_contains(text: &'static str) -> impl predicates::Predicate<[u8]> {
    predicates::function::function(move |out: &[u8]| String::from_utf8_lossy(out).contains(text))
}

#[test]
fn fix_writes_sure_fixes_only_and_diff_writes_nothing() {
    let text = format!("{PINNED}\nShare on Facebook\n");
    let desk = folder(&[("a.txt", &text), ("house.csv", "write,avoid\nvote,ballot\n")]);
    let path = desk.path().join("a.txt");
    let out = copydesk(desk.path()).args(["fix", "--diff", "a.txt"]).assert();
    assert!(String::from_utf8_lossy(&out.get_output().stdout).contains("-Share on Facebook"));
    assert_eq!(fs::read_to_string(&path).expect("there"), text);
    copydesk(desk.path()).args(["fix", "a.txt"]).assert().code(1);
    assert_eq!(fs::read_to_string(&path).expect("there"), format!("{PINNED}\n"));
    copydesk(desk.path()).args(["fix", "--likely", "a.txt"]).assert().code(0);
    assert_eq!(fs::read_to_string(&path).expect("there"), "The candidate was detained two days before the vote.\n\n");
    let out = copydesk(desk.path()).args(["fix", "--likely", "-"]).write_stdin(PINNED).assert().code(0);
    assert_eq!(
        String::from_utf8_lossy(&out.get_output().stdout),
        "The candidate was detained two days before the vote.\n"
    );
}

#[test]
fn quotations_are_never_changed_without_a_yes() {
    let text = "He said: “The candidate was pinned two days before the vote.”\n";
    let desk = folder(&[("a.txt", text)]);
    copydesk(desk.path()).args(["fix", "--likely", "a.txt"]).assert().code(1);
    assert_eq!(fs::read_to_string(desk.path().join("a.txt")).expect("there"), text);
}

#[test]
fn stet_lets_stand_and_an_idle_stet_is_told() {
    let text = "<!-- copydesk: stet literal-phrase -->\n\nThe candidate was pinned two days before the vote.\n";
    let desk = folder(&[("a.md", text), ("b.md", "<!-- copydesk: stet -->\n\nAll is well.\n")]);
    copydesk(desk.path()).args(["check", "a.md"]).assert().code(0).stdout(predicate_contains("nothing found"));
    copydesk(desk.path()).args(["check", "b.md"]).assert().code(0).stdout(predicate_contains("unused-stet"));
}

#[test]
fn explain_shows_the_table_and_the_page() {
    let desk = folder(&[]);
    copydesk(desk.path()).args(["explain"]).assert().code(0).stdout(predicate_contains("literal-phrase"));
    copydesk(desk.path())
        .args(["explain", "leftover"])
        .assert()
        .code(0)
        .stdout(predicate_contains("## Why it matters"));
    copydesk(desk.path())
        .args(["explain", "leftovers"])
        .assert()
        .code(2)
        .stderr(predicate_contains("did you mean leftover?"));
}

#[test]
fn files_that_are_not_text_are_refused_and_left_alone() {
    let desk = folder(&[("a.txt", PINNED)]);
    fs::write(desk.path().join("b.txt"), [0x7f, b'E', b'L', b'F', 0, 0, 1]).expect("written");
    let out = copydesk(desk.path()).args(["check", ".", "--format", "csv"]).assert().code(2);
    assert!(String::from_utf8_lossy(&out.get_output().stderr).contains("b.txt: not a text file"));
    assert!(String::from_utf8_lossy(&out.get_output().stdout).contains("a.txt"));
}

#[test]
fn settings_for_paths_hold_however_the_path_is_written() {
    let desk = folder(&[
        (
            "copydesk.toml",
            "ignore = [\"wire/\"]\n[[paths]]\nglob = \"desk/**\"\nlevels = { literal-phrase = \"off\" }\n",
        ),
        ("wire/a.txt", PINNED),
        ("desk/b.txt", PINNED),
        ("c.txt", PINNED),
    ]);
    let whole = desk.path().join("wire/a.txt");
    for path in ["wire/a.txt", "./wire/a.txt", "desk/b.txt", "wire", whole.to_str().expect("UTF-8")] {
        copydesk(desk.path()).args(["check", path]).assert().code(0);
    }
    copydesk(&desk.path().join("wire")).args(["check", "a.txt"]).assert().code(0);
    copydesk(&desk.path().join("wire")).args(["check", "../desk/b.txt"]).assert().code(0);
    copydesk(&desk.path().join("wire")).args(["check", "../c.txt"]).assert().code(1);
}

#[test]
fn nothing_is_checked_is_said_and_no_file_is_read_twice() {
    let desk = folder(&[("notes/a.rs", PINNED), ("b.txt", PINNED)]);
    let none = copydesk(desk.path()).args(["check", "notes"]).assert().code(2);
    assert!(String::from_utf8_lossy(&none.get_output().stderr).contains("notes: the folder holds no file"));
    let twice = copydesk(desk.path()).args(["check", "b.txt", "./b.txt", "-f", "csv"]).assert().code(1);
    assert_eq!(String::from_utf8_lossy(&twice.get_output().stdout).lines().count(), 2);
}

#[cfg(unix)]
#[test]
fn devices_are_written_to_and_read_only_files_are_left() {
    use std::os::unix::fs::{FileTypeExt, PermissionsExt};
    let desk = folder(&[("a.txt", "The candidate was pinned two days before the vote.\n")]);
    let pipe = desk.path().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().expect("run").success());
    let reader = std::thread::spawn({
        let pipe = pipe.clone();
        move || fs::read(pipe).expect("read")
    });
    copydesk(desk.path()).args(["check", "a.txt", "-f", "csv", "-o", "pipe"]).assert().code(1);
    assert!(fs::metadata(&pipe).expect("there").file_type().is_fifo(), "a pipe is never replaced");
    assert!(reader.join().expect("joined").starts_with(b"file,line"));

    let file = desk.path().join("a.txt");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).expect("set");
    let kept = copydesk(desk.path()).args(["fix", "--likely", "a.txt"]).assert().code(2);
    assert!(String::from_utf8_lossy(&kept.get_output().stderr).contains("a.txt: the file is read-only"));
    assert!(String::from_utf8_lossy(&kept.get_output().stdout).contains("0 mended in 0 files"));
    assert_eq!(fs::read_to_string(&file).expect("read"), PINNED);

    copydesk(desk.path()).args(["check", "a.txt", "-o", "new.txt"]).assert().code(1);
    let mode = fs::metadata(desk.path().join("new.txt")).expect("written").permissions().mode();
    assert_eq!(mode & 0o600, 0o600);
    let mask = fs::metadata(&pipe).expect("there").permissions().mode() & 0o066;
    assert_eq!(mode & 0o066, mask, "as the user's mask allows, not for the owner alone");
    let gone = copydesk(desk.path()).args(["check", "a.txt", "-o", "gone/x.csv"]).assert().code(2);
    assert!(String::from_utf8_lossy(&gone.get_output().stderr).contains("there is no folder gone"));
}

#[test]
fn a_house_that_only_avoids_deletes_nothing_and_articles_are_part_of_the_place() {
    let desk = folder(&[
        ("avoid.csv", "write,avoid\n,terrorist\ncar,automobile\n"),
        ("a.txt", "An automobile hit a terrorist.\n"),
    ]);
    let out = copydesk(desk.path()).args(["check", "-g", "avoid.csv", "-f", "csv", "a.txt"]).assert().code(1);
    let out = String::from_utf8_lossy(&out.get_output().stdout).into_owned();
    assert!(out.contains("a.txt,1,1,0,13,forbidden-term,warning,An automobile,A car,sure"), "{out}");
    assert!(out.contains("terrorist,(delete),choice"), "{out}");
    copydesk(desk.path()).args(["fix", "--likely", "-g", "avoid.csv", "a.txt"]).assert().code(1);
    assert_eq!(fs::read_to_string(desk.path().join("a.txt")).expect("read"), "A car hit a terrorist.\n");
}

#[test]
fn what_the_house_prints_is_no_variant() {
    let house = "write,avoid,kind\nVolodymyr Zelenskyy,Volodymyr Zelensky,person\n";
    let text = "Volodymyr Zelenskyy met Zelenskiy. Zelenskyy left. Zelensky came.\n";
    let desk = folder(&[("a.txt", text), ("house.csv", house)]);
    let out = copydesk(desk.path()).args(["check", "a.txt", "-g", "house.csv", "--format", "csv"]).assert().code(1);
    let out = String::from_utf8_lossy(&out.get_output().stdout).into_owned();
    let found: Vec<(&str, &str)> = out
        .lines()
        .skip(1)
        .map(|line| (line.split(',').nth(7).unwrap_or(""), line.split(',').nth(8).unwrap_or("")))
        .collect();
    assert_eq!(found, [("Zelenskiy", "Zelenskyy"), ("Zelensky", "Zelenskyy")]);
}

/// What a command prints on standard output and on standard error.
fn said(folder: &Path, arguments: &[&str], code: i32) -> (String, String) {
    let out = copydesk(folder).args(arguments).assert().code(code);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&out.get_output().stdout), text(&out.get_output().stderr))
}

#[test]
fn stet_comments_can_be_switched_off_and_their_rules_must_exist() {
    let desk = folder(&[("a.md", "<!-- copydesk: stet literal-phrse -->\n\nAll is well.\n")]);
    let (out, _) = said(desk.path(), &["check", "a.md"], 0);
    assert!(out.contains("no rule is named literal-phrse; did you mean literal-phrase?"), "{out}");
    let (out, _) = said(desk.path(), &["check", "--skip", "unused-stet", "a.md"], 0);
    assert!(!out.contains("stet"), "{out}");
    fs::write(desk.path().join("copydesk.toml"), "[levels]\nunused-stet = \"off\"\n").expect("written");
    let (out, _) = said(desk.path(), &["check", "a.md"], 0);
    assert!(!out.contains("stet"), "{out}");
    let (out, _) = said(desk.path(), &["explain", "unused-stet"], 0);
    assert!(out.starts_with("# unused-stet\n"), "{out}");
}

#[test]
fn off_is_no_level_to_report_from() {
    let desk = folder(&[("a.txt", PINNED)]);
    for option in ["--level", "--fail-on"] {
        let (_, said) = said(desk.path(), &["check", option, "off", "a.txt"], 2);
        assert!(said.contains("write hint, warning or error"), "{said}");
    }
    fs::write(desk.path().join("copydesk.toml"), "fail-on = \"off\"\n").expect("written");
    let (_, said) = said(desk.path(), &["check", "a.txt"], 2);
    assert!(said.contains("fail-on: write hint, warning or error"), "{said}");
}

#[test]
fn a_report_never_overwrites_a_story_and_is_none() {
    let desk = folder(&[("a.txt", PINNED)]);
    let (_, error) = said(desk.path(), &["check", "--format", "csv", "-o", "a.txt", "a.txt"], 2);
    assert!(error.contains("is one of the files to check"), "{error}");
    assert_eq!(fs::read_to_string(desk.path().join("a.txt")).expect("there"), PINNED);
    let report = || {
        said(desk.path(), &["check", "--format", "csv", "-o", "report.txt", "."], 1);
        fs::read_to_string(desk.path().join("report.txt")).expect("a report")
    };
    assert_eq!(report(), report(), "the last report is not checked");
}

#[test]
fn names_are_not_read_where_nothing_is_checked() {
    let desk = folder(&[
        ("copydesk.toml", "ignore = [\"old/**\"]\n"),
        ("old/a.txt", "Anna Bauer slept.\n"),
        ("b.txt", "Then Otto Lang slept.\n"),
    ]);
    let (out, _) = said(desk.path(), &["names", "--format", "csv", "."], 0);
    assert!(out.contains("Otto Lang") && !out.contains("Anna Bauer"), "{out}");
}

#[test]
fn text_in_four_bytes_a_letter_is_refused() {
    let desk = folder(&[]);
    let bytes: Vec<u8> = "\u{feff}Kiev".chars().flat_map(|letter| u32::from(letter).to_le_bytes()).collect();
    fs::write(desk.path().join("a.txt"), bytes).expect("written");
    let (_, error) = said(desk.path(), &["check", "a.txt"], 2);
    assert!(error.contains("a.txt: a UTF-32 file; save it as UTF-8"), "{error}");
}

#[test]
fn a_patch_is_of_the_bytes_on_disk() {
    let desk = folder(&[("house.csv", "write,avoid,kind\nKyiv,Kiev,place\n")]);
    let stories: [(&str, Vec<u8>); 3] = [
        ("a b.txt", b"\xef\xbb\xbfIn Kiev.\rHe left Kiev.".to_vec()),
        ("latin.txt", b"Caf\xe9s in Kiev, and all of Fran\xe7ois's friends in the old town.\r\n".to_vec()),
        (
            "wide.txt",
            std::iter::once(0xFEFF)
                .chain("In Kiev it rained all day.\n".encode_utf16())
                .flat_map(u16::to_le_bytes)
                .collect(),
        ),
    ];
    for (name, bytes) in &stories {
        fs::write(desk.path().join(name), bytes).expect("written");
    }
    let diff =
        ["fix", "--no-config", "-g", "house.csv", "--rule", "house-name", "--diff", "a b.txt", "latin.txt", "wide.txt"];
    let out = copydesk(desk.path()).args(diff).assert();
    let patch = out.get_output().stdout.clone();
    let fixed = diff.iter().filter(|word| **word != "--diff");
    let twin = folder(&[("house.csv", "write,avoid,kind\nKyiv,Kiev,place\n")]);
    for (name, bytes) in &stories {
        fs::write(twin.path().join(name), bytes).expect("written");
    }
    copydesk(twin.path()).args(fixed).assert().code(0);
    let mut command = std::process::Command::new("patch");
    command.args(["-p1", "--binary", "--silent"]).current_dir(desk.path()).stdin(std::process::Stdio::piped());
    let Ok(mut child) = command.spawn() else {
        eprintln!("skipped: there is no program named patch");
        return;
    };
    std::io::Write::write_all(&mut child.stdin.take().expect("a pipe"), &patch).expect("piped");
    assert!(child.wait().expect("ended").success(), "{}", String::from_utf8_lossy(&patch));
    for (name, _) in &stories {
        let read = |folder: &Path| fs::read(folder.join(name)).expect("there");
        assert_eq!(read(desk.path()), read(twin.path()), "{name}");
    }
}

#[test]
fn marks_at_the_start_of_lines_are_never_drawn_into_a_sentence() {
    let text = "> He met a bogus\n> refugee in May.\n\n- first item bogus\n  refugee here\n";
    let desk = folder(&[("house.csv", "write,avoid\nasylum seeker,bogus refugee\n"), ("a.md", text)]);
    let (out, _) = said(desk.path(), &["check", "--no-config", "-g", "house.csv", "--format", "csv", "a.md"], 1);
    assert_eq!(out.matches("forbidden-term").count(), 2, "{out}");
    let _ = copydesk(desk.path()).args(["fix", "--no-config", "-g", "house.csv", "a.md"]).assert();
    let fixed = fs::read_to_string(desk.path().join("a.md")).expect("there");
    assert!(!fixed.contains("asylum > seeker") && fixed.starts_with("> ") && fixed.contains("\n> "), "{fixed}");
}
