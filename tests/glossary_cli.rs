//! `copydesk glossary` as scripts use it: check, try, add, convert, stats.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use tempfile::TempDir;

fn run(folder: &Path, arguments: &[&str], code: i32) -> (String, String) {
    let mut command = Command::cargo_bin("copydesk").expect("built");
    command.current_dir(folder).env("NO_COLOR", "1").args(arguments);
    let done = command.assert().code(code);
    let output = done.get_output();
    (String::from_utf8_lossy(&output.stdout).into_owned(), String::from_utf8_lossy(&output.stderr).into_owned())
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

fn text(folder: &TempDir, name: &str) -> String {
    fs::read_to_string(folder.path().join(name)).expect("read")
}

#[test]
fn check_parts_errors_from_warnings() {
    let desk = folder(&[
        ("warn.csv", "write,avoid,until\nKyiv,Kiev,\nBasra,Bassora,2020-12-31\nmake,do,\n"),
        (
            "err.csv",
            "write,avoid,bad,good\nBasra,Bassora,The port of Basra reopened.,\nBassora,Basra,,\nOslo,Kristiania,,\n",
        ),
    ]);
    let (out, _) = run(desk.path(), &["glossary", "check", "warn.csv", "--day", "2026-11-25"], 0);
    assert!(out.contains("warn.csv:3: warning: column until: expired"), "{out}");
    assert!(out.contains("warn.csv:4: warning: column avoid: dangerous: \"do\""), "{out}");
    assert!(out.ends_with("3 rows in use, 0 errors, 2 warnings\n"), "{out}");
    let (out, _) = run(desk.path(), &["glossary", "check", "warn.csv", "--day", "2020-01-01"], 0);
    assert!(!out.contains("expired"), "{out}");
    let (out, _) = run(desk.path(), &["glossary", "check", "err.csv"], 1);
    assert!(out.contains("err.csv:2: error: column bad: the row does not find its own bad sentence"), "{out}");
    assert!(out.contains("err.csv:2: error: column write: writes \"Basra\", which line 3 avoids"), "{out}");
}

/// One fault a line: where and how grave, and a part of what is said.
const FAULTS: &[(&str, &str)] = &[
    ("1: warning: column Avoids", "unknown column, kept; did you mean avoid?"),
    ("1: warning: column pattern", "unknown column, kept"),
    ("3: warning: column avoid", "\"Kiev\" is avoided in line 2 already"),
    ("4: error: column write", "which line 5 avoids, and that row writes what this one avoids"),
    ("6: error: column write", "writes \"ferry\", which line 7 avoids (it writes \"vessel\")"),
    ("8: error: column avoid", "line 2 writes \"Kyiv\" for it, this row \"Kiyv\""),
    ("10: warning: column avoid", "\"narrow way\" is never found: line 9 takes it first"),
    ("11: warning: column avoid", "a match never crosses punctuation"),
    ("12: error: column bad", "does not find its own bad sentence \"The bank was shut.\""),
    ("13: error: column good", "is found in its own good sentence"),
    ("14: warning: column until", "expired: valid until 2022-09-16, and it is 2026-11-25"),
    ("15: warning: column since", "not yet valid: from 2030-01-01, and it is 2026-11-25"),
    ("16: error: column since", "never; exchange the dates"),
    ("17: warning: column avoid", "\"do\" stands about 993 times in a million words"),
    ("18: warning: column avoid", "\"the one who\" is made of very common words"),
    ("19: warning: column avoid", "nothing to avoid"),
    ("20: error: column avoid", "character 3: ) is missing"),
    ("21: error: column avoid", "none of base, s, ing"),
    ("22: error: column kind", "\"thing\" is none of term, person"),
    ("23: error: column from", "write two letters such as nl or uk"),
    ("24: error: column when", "none of @quote, @headline, @start"),
    ("25: error: column needs", "none of from, quote, or a rate"),
    ("26: error: column case", "none of sentence, as-is, exact, any"),
    ("27: error: column inflect", "none of auto, none, noun"),
    ("28: error: column level", "none of off, hint, warning, error"),
    ("29: error: column since", "no date; write it as 2026-11-24"),
    ("30: error: column until", "no date; write it as 2026-11-24"),
    ("31: error: column status", "none of preferred, admitted"),
    ("32: error", "neither write nor avoid is filled in"),
    ("33: error", "put quotes round a cell that holds the delimiter"),
    ("35: error: column avoid", "the row avoids what it writes, \"same\"; take it out of avoid"),
];

#[test]
fn check_tells_every_kind_of_fault() {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/glossaries"));
    let (out, _) = run(folder, &["glossary", "check", "faulty.csv", "--day", "2026-11-25"], 1);
    let told = |(place, part): &&(&str, &str)| {
        let start = format!("faulty.csv:{place}: ");
        out.lines().any(|line| line.starts_with(&start) && line.contains(part))
    };
    let untold: Vec<_> = FAULTS.iter().filter(|fault| !told(fault)).collect();
    assert!(untold.is_empty(), "not told: {untold:#?}\n{out}");
    let rows: Vec<&str> = FAULTS.iter().filter_map(|(place, _)| place.split(':').next()).collect();
    let silent: Vec<String> =
        (2..=35).map(|line| line.to_string()).filter(|line| !rows.contains(&line.as_str())).collect();
    assert_eq!(silent, ["2", "5", "7", "9", "34"], "these rows are only the other half of a fault");
}

#[test]
fn add_keeps_every_other_byte() {
    let before = "\u{feff}avoid;write;note\r\n# names\r\nBassora;Basra;\"a; b\"\r\n# more\r\nKiev;Kyiv;\r\n";
    let desk = folder(&[("house.csv", before)]);
    let add = ["glossary", "add", "house.csv", "--write", "Dnipro", "--avoid", "Dnepr", "--note", "a \"river\""];
    let (out, _) = run(desk.path(), &[&add[..], &["--dry-run"]].concat(), 0);
    assert_eq!(out, "house.csv:4: Dnepr;Dnipro;\"a \"\"river\"\"\"\n");
    assert_eq!(text(&desk, "house.csv"), before);
    run(desk.path(), &add, 0);
    let after = before.replace("# more", "Dnepr;Dnipro;\"a \"\"river\"\"\"\r\n# more");
    assert_eq!(text(&desk, "house.csv"), after);
    for (arguments, reason) in [
        (&["--write", "Dnipro", "--avoid", "Dnepr"][..], "already"),
        (&["--write", "Kiyv", "--avoid", "Kiev"], "line 6 writes \"Kyiv\" for it"),
        (&["--write", "Kiev", "--avoid", "Kyiw"], "which line 6 avoids"),
        (&["--write", "x", "--avoid", "(a"], "column avoid"),
        (
            &["--write", "x", "--avoid", "y", "--kind", "place"],
            "the file has no column kind; add kind to its header row",
        ),
    ] {
        let (_, err) = run(desk.path(), &[&["glossary", "add", "house.csv"][..], arguments].concat(), 2);
        assert!(err.contains(reason), "{err}");
        assert_eq!(text(&desk, "house.csv"), after);
    }
}

#[test]
fn add_refuses_a_row_that_makes_another_fail() {
    let before = "write,avoid\nmigrant,bogus\n\"#MeToo\",me too\n";
    let desk = folder(&[("house.csv", before), ("notes.xlsx", before)]);
    let add =
        |file: &str, cells: &[&str], code| run(desk.path(), &[&["glossary", "add", file][..], cells].concat(), code);
    let (_, err) = add("house.csv", &["--write", "newcomer", "--avoid", "migrant"], 2);
    assert!(err.contains("house.csv:2: error: column write: writes \"migrant\", which line 4 avoids"), "{err}");
    let (_, err) = add("house.csv", &[], 2);
    assert!(err.contains("give --write, --avoid or both"), "{err}");
    assert_eq!(text(&desk, "house.csv"), before);
    add("house.csv", &["--write", "#Resist", "--avoid", "resist tag"], 0);
    assert_eq!(text(&desk, "house.csv"), format!("{before}\"#Resist\",resist tag\n"));
    let (out, _) = run(desk.path(), &["glossary", "check", "house.csv"], 0);
    assert!(out.ends_with("3 rows in use, 0 errors, 0 warnings\n"), "{out}");
    run(desk.path(), &["glossary", "convert", "house.csv", "a.tsv"], 0);
    assert_eq!(text(&desk, "a.tsv"), text(&desk, "house.csv").replace(',', "\t"));
    for file in ["new.xlsx", "notes.xlsx"] {
        let (_, err) = add(file, &["--write", "ferry", "--avoid", "catamaran"], 2);
        assert!(err.contains("only tables are written in place"), "{err}");
    }
    let (_, err) = run(desk.path(), &["glossary", "suggest", "house.csv", "--add-to", "new.xlsx"], 2);
    assert!(err.contains("only tables are written in place") && !desk.path().join("new.xlsx").exists(), "{err}");
}

#[test]
fn check_holds_files_against_one_another() {
    let desk = folder(&[("a.csv", "write,avoid\nyawl,ketch\n"), ("b.csv", "write,avoid\nsloop,yawl\n")]);
    for files in [["a.csv", "b.csv"], ["b.csv", "a.csv"]] {
        let (out, _) = run(desk.path(), &[&["glossary", "check"][..], &files].concat(), 0);
        assert!(out.contains("a.csv:2: warning: column write: writes \"yawl\", which b.csv:2 avoids"), "{out}");
        assert!(out.ends_with("2 rows in use, 0 errors, 1 warnings\n"), "{out}");
    }
}

#[test]
fn a_term_base_gets_no_row_that_it_would_turn_round() {
    let table = "write,avoid,kind,level,status\nferry,catamaran,,Error,\n,sloop,keep,,\nx,yawl,,OFF,\ny,ketch,,,Draft\n,Read also,leftover,,\n";
    let desk = folder(&[("a.csv", table)]);
    let (_, err) = run(desk.path(), &["glossary", "convert", "a.csv", "b.tbx"], 0);
    for lost in [
        "(kind keep) (1 row: line 3)",
        "(level off) (1 row: line 4)",
        "(not in force) (1 row: line 5)",
        "(kind leftover)",
    ] {
        assert!(err.contains(lost), "{err}");
    }
    let written = text(&desk, "b.tbx");
    assert!(
        written.contains("catamaran") && !["sloop", "yawl", "ketch", "also"].iter().any(|word| written.contains(word))
    );
}

#[test]
fn add_makes_a_file_and_runs_the_rows_own_sentences() {
    let desk = folder(&[]);
    let row = ["glossary", "add", "new.tsv", "--write", "detained", "--avoid", "pinned", "--kind", "phrase"];
    let (_, err) = run(desk.path(), &[&row[..], &["--bad", "He was held."]].concat(), 2);
    assert!(err.contains("does not find its own bad sentence"), "{err}");
    assert!(!desk.path().join("new.tsv").exists());
    run(desk.path(), &[&row[..], &["--bad", "He was pinned."]].concat(), 0);
    assert_eq!(text(&desk, "new.tsv"), "write\tavoid\tkind\tnote\tbad\ndetained\tpinned\tphrase\t\tHe was pinned.\n");
}

#[test]
fn convert_and_check_with_every_format() {
    let table = "write,avoid,when,color\n# kept\nferry,catamaran,police,\"re,d\"\n";
    let desk = folder(&[("a.csv", table), ("story.txt", "The police say that the catamaran sank.\n")]);
    run(desk.path(), &["glossary", "convert", "a.csv", "b.tsv"], 0);
    assert_eq!(text(&desk, "b.tsv"), "write\tavoid\twhen\tcolor\n# kept\nferry\tcatamaran\tpolice\tre,d\n");
    run(desk.path(), &["glossary", "convert", "b.tsv", "c.csv"], 0);
    assert_eq!(text(&desk, "c.csv"), table);
    let (_, err) = run(desk.path(), &["glossary", "convert", "a.csv", "d.tbx"], 0);
    assert!(err.contains("d.tbx: not held by TBX: when (1 row: line 3)") && err.contains("TBX: color"), "{err}");
    for house in ["a.csv", "b.tsv", "d.tbx"] {
        let check = ["check", "--rule", "forbidden-term", "--format", "csv", "--glossary", house, "story.txt"];
        let (out, _) = run(desk.path(), &check, 1);
        assert!(out.contains(",catamaran,ferry,"), "{house}: {out}");
    }
    run(desk.path(), &["glossary", "convert", "d.tbx", "e.csv"], 0);
    assert_eq!(text(&desk, "e.csv"), "write,avoid,concept\nferry,catamaran,c1\n");
    let (_, err) = run(desk.path(), &["glossary", "convert", "a.csv", "f.doc"], 2);
    assert!(err.contains("none of csv, tsv, tbx"), "{err}");
    fs::write(desk.path().join("bad.tbx"), "<tbx>\n<a></tbx>").expect("written");
    let (_, err) = run(desk.path(), &["check", "--glossary", "bad.tbx", "story.txt"], 2);
    assert!(err.contains("bad.tbx:2: not well-formed XML"), "{err}");
}

#[test]
fn try_and_stats_in_three_formats() {
    let desk = folder(&[
        ("house.csv", "write,avoid,kind\nKyiv,Kiev,place\nferry,catamaran,\n"),
        ("story.txt", "The train to Kiev was late. \"We love Kiev,\" she said.\n"),
    ]);
    let base = ["glossary", "try", "house.csv", "--over", "story.txt", "--show", "1", "--format"];
    let (out, _) = run(desk.path(), &[&base[..], &["pretty"]].concat(), 0);
    assert!(out.contains("2 hits") && out.contains("1 quoted") && out.contains("to [Kiev] was late"), "{out}");
    let (out, _) = run(desk.path(), &[&base[..], &["csv"]].concat(), 0);
    let mut lines = out.lines();
    assert_eq!(lines.next(), Some("glossary,row,write,avoid,hits,quoted,per_million,file,before,found,after"));
    assert!(lines.next().expect("a row").starts_with("house.csv,2,Kyiv,Kiev,2,1,"), "{out}");
    let (out, _) = run(desk.path(), &[&base[..], &["json"]].concat(), 0);
    let line: serde_json::Value = serde_json::from_str(out.trim()).expect("one line of JSON");
    assert_eq!((line["hits"].as_u64(), line["places"][0]["found"].as_str()), (Some(2), Some("Kiev")));
    fs::write(desk.path().join("noise.txt"), [0, 159, 146, 150, 0, 0]).expect("written");
    let (out, err) =
        run(desk.path(), &["glossary", "try", "house.csv", "--over", "gone.txt", "noise.txt", "story.txt"], 2);
    assert!(out.contains("1 quoted (50 %)") && err.contains("gone.txt: no such file"), "{out}{err}");
    let (out, _) = run(desk.path(), &["glossary", "stats", "house.csv"], 0);
    assert!(out.starts_with("house.csv: 2 rows\n") && out.contains("kind place"), "{out}");
    let (out, _) = run(desk.path(), &["glossary", "stats", "house.csv", "--format", "csv"], 0);
    assert!(out.contains("house.csv,forms to avoid,,2"), "{out}");
    let (out, _) = run(desk.path(), &["glossary", "stats", "house.csv", "--format", "json"], 0);
    assert!(out.lines().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()), "{out}");
}

#[test]
fn try_fills_the_measured_columns() {
    let house = "\u{feff}write;avoid;from;needs;human;machine\r\n# places\r\nKyiv;Kiev;ru;from;;\r\nferry;catamaran;;3/500;;\"7\"\r\nOslo;Kristiania;;;;\r\n";
    let desk = folder(&[("house.csv", house), ("story.txt", &"The catamaran sank off Odesa. ".repeat(1000))]);
    let base = ["glossary", "try", "house.csv", "--over", "story.txt", "--fill"];
    run(desk.path(), &[&base[..], &["human"]].concat(), 0);
    let after = house.replace("from;;", "from;0;").replace("500;;", "500;200000;").replace("ia;;;;", "ia;;;0;");
    assert_eq!(text(&desk, "house.csv"), after);
    fs::write(desk.path().join("short.csv"), "write,avoid\nferry,catamaran\n").expect("written");
    let (_, err) = run(desk.path(), &["glossary", "try", "short.csv", "--over", "story.txt", "--fill", "human"], 2);
    assert!(err.contains("short.csv: the file has no column human; add human to its header row"), "{err}");
}

/// The rows of `house.csv` that speak in `story`, by their suggestions, and the evidence of the last one.
fn spoken(desk: &TempDir, story: &str, options: &[&str]) -> (Vec<String>, String) {
    let base = ["check", "--no-config", "--exit-zero", "--format", "csv", "-g", "house.csv", story];
    let (out, _) = run(desk.path(), &[&base[..], options].concat(), 0);
    let mut reader = csv::Reader::from_reader(out.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    (rows.iter().map(|row| row[8].to_owned()).collect(), rows.last().map(|row| row[11].to_owned()).unwrap_or_default())
}

#[test]
fn dated_rows_are_judged_on_the_storys_day() {
    let house = "write,avoid,since,until\nEskom Ferries,Eskom Boats,,2021-06-30\nNew Ferries,Old Ferries,2021-07-01,\n";
    let body = "Eskom Boats and Old Ferries closed a line.\n";
    let desk = folder(&[
        ("house.csv", house),
        ("undated.txt", body),
        ("old.md", &format!("---\ndate: 2021-05-03\n---\n{body}")),
        ("new.html", &format!("<meta property='article:published_time' content='2021-08-01T09:00'><p>{body}</p>")),
        ("line.txt", &format!("Ferries close\n\nDURBAN, 3 May 2021 — {body}")),
    ]);
    let (both, evidence) = spoken(&desk, "undated.txt", &[]);
    assert_eq!(both, ["Eskom Ferries", "New Ferries"]);
    assert!(evidence.contains("holds from 2021-07-01, and the story gives no day; give it with --day"), "{evidence}");
    assert_eq!(spoken(&desk, "undated.txt", &["--day", "2021-06-30"]).0, ["Eskom Ferries"]);
    assert_eq!(
        spoken(&desk, "undated.txt", &["--day", "2021-07-01"]),
        (vec!["New Ferries".to_owned()], "house.csv:3".to_owned())
    );
    assert_eq!(spoken(&desk, "old.md", &[]).0, ["Eskom Ferries"]);
    assert_eq!(spoken(&desk, "line.txt", &[]).0, ["Eskom Ferries"]);
    assert_eq!(spoken(&desk, "new.html", &[]).0, ["New Ferries"]);
    assert_eq!(spoken(&desk, "new.html", &["--day", "2021-05-01"]).0, ["Eskom Ferries"]);
    let (_, err) = run(desk.path(), &["check", "--day", "2021-02-30", "undated.txt"], 2);
    assert!(err.contains("no such day; write it as 2026-11-24"), "{err}");
}

#[test]
fn unknown_languages_are_refused_with_the_one_that_may_be_meant() {
    let desk = folder(&[("story.txt", "It sank.\n"), ("copydesk.toml", "from = [\"cz\"]\n")]);
    for (code, told) in
        [("ua", "did you mean uk (Ukrainian)?"), ("dutch", "did you mean nl"), ("xx", "write one of af am ar")]
    {
        let (_, err) = run(desk.path(), &["check", "--no-config", "--from", code, "story.txt"], 2);
        assert!(err.contains(told), "{err}");
    }
    let (_, err) = run(desk.path(), &["check", "story.txt"], 2);
    assert!(err.contains("copydesk.toml: from: no language has the code cz; did you mean cs (Czech)?"), "{err}");
    run(desk.path(), &["check", "--no-config", "--from", "NL,sq", "story.txt"], 0);
}

#[test]
fn glossaries_of_paths_win_there_and_are_silent_elsewhere() {
    let config = "glossaries = [\"house.csv\"]\n\
        [[paths]]\nglob = \"sport/**\"\nglossaries = [\"desk/sport.csv\"]\n\
        [[paths]]\nglob = \"wire/nl/**\"\nfrom = [\"nl\"]\n";
    let story = "A catamaran from Kiev sank, and the alderman was late. Dynamo Minsc came from Minsc.\n";
    let desk = folder(&[
        ("copydesk.toml", config),
        (
            "house.csv",
            "write,avoid,kind,from,needs\nferry,catamaran,,,\nKyiv,Kiev,place,,\ncouncillor,alderman,,nl,from\n",
        ),
        ("desk/sport.csv", "write,avoid,kind\nracing boat,catamaran,\nMinsk,Minsc,place\n"),
        ("news/a.txt", story),
        ("sport/a.txt", story),
        ("wire/nl/a.txt", story),
    ]);
    let found = |file: &str, options: &[&str]| {
        let base =
            ["check", "--exit-zero", "--rule", "forbidden-term", "--rule", "house-name", "--format", "csv", file];
        let (out, _) = run(desk.path(), &[&base[..], options].concat(), 0);
        let rows =
            csv::Reader::from_reader(out.as_bytes()).into_records().map(|row| row.expect("a row")).collect::<Vec<_>>();
        rows.iter().map(|row| format!("{} {}", &row[8], &row[11])).collect::<Vec<_>>()
    };
    let house = ["ferry house.csv:2", "Kyiv house.csv:3"];
    assert_eq!(found("news/a.txt", &[]), house);
    let sport =
        ["racing boat desk/sport.csv:2", "Kyiv house.csv:3", "Minsk desk/sport.csv:3", "Minsk desk/sport.csv:3"];
    assert_eq!(found("sport/a.txt", &[]), sport);
    assert_eq!(found("wire/nl/a.txt", &[]), [house[0], house[1], "councillor house.csv:4"]);
    assert_eq!(found("wire/nl/a.txt", &["--from", "de"]), house);
    fs::write(desk.path().join("own.csv"), "write,avoid\nship,catamaran\n").expect("written");
    assert_eq!(found("sport/a.txt", &["-g", "own.csv"])[0], "ship own.csv:2");
    assert_eq!(found(".", &[]).len(), house.len() + sport.len() + 3);
}

const STORIES: [(&str, &str); 2] = [
    ("a.txt", "Olga Vasilenka met the harbour pilots. \"A harbour pilot waits,\" Vasilenka said.\n"),
    (
        "b.txt",
        "Harbour-pilots waited in Kyiv. Olga Vasilenko left last year. The harbour pilots of last year stayed.\n",
    ),
];

#[test]
fn suggest_lists_names_and_terms_that_have_no_row() {
    let desk = folder(&STORIES);
    let base = ["glossary", "suggest", "a.txt", "b.txt", "--no-config", "--least", "2"];
    let (out, _) = run(desk.path(), &base, 0);
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines.len(), 2, "{out}");
    assert!(lines[0].contains("4 times in    2 files  term    harbour pilots (2)"), "{out}");
    assert!(lines[1].contains("person  Olga Vasilenka (1) | Olga Vasilenko (1) | Vasilenka (1)"), "{out}");
    assert!(lines[1].ends_with("a.txt:1:1"), "{out}");
    let (json, _) = run(desk.path(), &[&base[..], &["--format", "json"]].concat(), 0);
    assert!(json.lines().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()), "{json}");
    let (again, _) = run(desk.path(), &[&base[..], &["--jobs", "1"]].concat(), 0);
    assert_eq!(again, out);
    fs::write(desk.path().join("house.csv"), "write,avoid\nriver guide,harbour pilot\nOlha Vasylenko,Olga Vasilenka\n")
        .expect("written");
    let (out, _) = run(desk.path(), &[&base[..], &["-g", "house.csv"]].concat(), 0);
    assert_eq!(out, "");
}

#[test]
fn suggested_rows_are_a_glossary_and_are_added_once() {
    let desk = folder(&STORIES);
    let base = ["glossary", "suggest", "a.txt", "b.txt", "--no-config", "--least", "2"];
    let (csv, _) = run(desk.path(), &[&base[..], &["--format", "csv"]].concat(), 0);
    fs::write(desk.path().join("drafts.csv"), &csv).expect("written");
    let (out, _) = run(desk.path(), &["glossary", "stats", "drafts.csv"], 0);
    assert!(out.contains("2 rows") && out.contains("status draft"), "{out}");
    let house = "avoid;write;kind;status;note\r\nKiev;Kyiv;place;;\r\n";
    fs::write(desk.path().join("house.csv"), house).expect("written");
    let add = [&base[..], &["--add-to", "house.csv"]].concat();
    let (out, _) = run(desk.path(), &add, 0);
    assert_eq!(out, "2 draft rows added to house.csv\n");
    let added = ";harbour pilot;term;draft;\"4 times in 2 files; first a.txt:1:24\"\r\n";
    let rows = text(&desk, "house.csv");
    assert!(rows.starts_with(house) && rows.contains(added), "{rows}");
    let (out, _) = run(desk.path(), &add, 0);
    assert_eq!((out.as_str(), text(&desk, "house.csv")), ("0 draft rows added to house.csv\n", rows));
}

#[test]
#[cfg(feature = "xlsx")]
fn sheets_are_read_like_tables() {
    let desk = folder(&[("story.txt", "The catamaran sank.\n"), ("broken.xlsx", "PK\u{3}\u{4}nothing")]);
    let sheet = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/glossaries/house.xlsx");
    run(desk.path(), &["glossary", "convert", sheet, "a.csv"], 0);
    assert_eq!(text(&desk, "a.csv"), "write,avoid,since\nferry,\"catamaran|ship, the\",2019-08-14\n");
    let (out, _) = run(desk.path(), &["check", "--format", "csv", "--glossary", sheet, "story.txt"], 1);
    assert!(out.contains(",catamaran,ferry,") && out.contains("house.xlsx:3"), "{out}");
    let (_, err) = run(desk.path(), &["check", "--glossary", "broken.xlsx", "story.txt"], 2);
    assert!(err.contains("broken.xlsx: not an xlsx workbook"), "{err}");
}
