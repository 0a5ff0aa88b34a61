//! The only module that touches the disk: finding files, reading them, writing them whole or not at all.

pub mod cache;

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;
use ignore::overrides::OverrideBuilder;

use crate::fix::File;
use crate::formats::FORMATS;

/// The name under which standard input is reported unless the user names it.
pub const STDIN: &str = "<stdin>";
/// Larger files are refused, in bytes: places are kept in 32 bits.
const LARGEST: u64 = 4_000_000_000;

/// The files meant by paths: files as they are; of folders and globs those with a known ending that no ignore file
/// names. In the order of the paths, each folder sorted by name; no file twice. Problems come as messages.
#[must_use]
pub fn find(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<String>) {
    let (mut found, mut problems) = (Vec::new(), Vec::new());
    let mut seen = std::collections::HashSet::new();
    for path in paths {
        let name = path.to_string_lossy();
        if name == "-" || path.exists() && !path.is_dir() {
            found.push(path.clone());
        } else if path.is_dir() {
            let before = (found.len(), problems.len());
            walk(&WalkBuilder::new(path), &mut found, &mut problems);
            if before == (found.len(), problems.len()) {
                problems.push(format!(
                    "{name}: the folder holds no file of a known kind; name the file itself to have it read"
                ));
            }
        } else if name.contains(['*', '?', '[', '{']) {
            match globbed(&name) {
                Ok(walker) => {
                    let before = found.len();
                    walk(&walker, &mut found, &mut problems);
                    if found.len() == before {
                        problems.push(format!("{name}: no file matches"));
                    }
                }
                Err(message) => problems.push(message),
            }
        } else {
            problems.push(format!("{name}: no such file or folder"));
        }
    }
    found.retain(|path| seen.insert(plain(path)));
    (found, problems)
}

fn walk(builder: &WalkBuilder, found: &mut Vec<PathBuf>, problems: &mut Vec<String>) {
    let mut builder = builder.clone();
    builder.require_git(false).add_custom_ignore_filename(".copydeskignore").sort_by_file_path(Ord::cmp);
    for entry in builder.build() {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) && is_text(entry.path()) => {
                found.push(plain(entry.path()))
            }
            Ok(_) => {}
            Err(error) => problems.push(error.to_string()),
        }
    }
}

/// `./a.txt` as `a.txt`.
fn plain(path: &Path) -> PathBuf {
    path.strip_prefix("./").unwrap_or(path).to_owned()
}

fn is_text(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| FORMATS.iter().any(|format| format.extensions.contains(&ending.as_str())))
}

/// A walker over the fixed head of a glob that lets through only what matches the whole.
fn globbed(glob: &str) -> Result<WalkBuilder, String> {
    let fixed: PathBuf = Path::new(glob)
        .components()
        .take_while(|part| !part.as_os_str().to_string_lossy().contains(['*', '?', '[', '{']))
        .collect();
    let rest = Path::new(glob).strip_prefix(&fixed).unwrap_or(Path::new(glob));
    let root = if fixed.as_os_str().is_empty() { PathBuf::from(".") } else { fixed };
    let mut overrides = OverrideBuilder::new(&root);
    overrides.add(&format!("/{}", rest.to_string_lossy())).map_err(|error| format!("{glob}: {error}"))?;
    let mut walker = WalkBuilder::new(&root);
    walker.overrides(overrides.build().map_err(|error| format!("{glob}: {error}"))?);
    Ok(walker)
}

/// Reads one file, or standard input for `-` (reported under `stdin_name`).
///
/// # Errors
/// A message with the file's name.
pub fn read(path: &Path, stdin_name: &str) -> Result<File, String> {
    if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map_err(|error| format!("{stdin_name}: {error}"))?;
        return Ok(File { name: stdin_name.to_owned(), bytes });
    }
    let name = path.to_string_lossy().into_owned();
    let size = std::fs::metadata(path).map_err(|error| format!("{name}: {error}"))?.len();
    if size > LARGEST {
        return Err(format!("{name}: {size} bytes are too many; split the file"));
    }
    let bytes = std::fs::read(path).map_err(|error| format!("{name}: {error}"))?;
    Ok(File { name, bytes })
}

/// Writes a file whole or not at all: into a neighbour first, which then takes its place. Permissions are kept; a link
/// stays a link and its target is written. A device or a pipe is written to, never replaced; a read-only file is refused.
///
/// # Errors
/// A message with the file's name; the old file is then untouched.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let failed = |error: io::Error| format!("{}: {error}; the file is as it was", path.display());
    let target = if path.exists() { path.canonicalize().map_err(failed)? } else { path.to_owned() };
    if target.is_dir() {
        return Err(format!("{}: is a folder; name a file in it", path.display()));
    }
    let old = std::fs::metadata(&target).ok();
    if old.as_ref().is_some_and(|meta| !meta.is_file()) {
        let mut device = std::fs::OpenOptions::new().write(true).open(&target).map_err(failed)?;
        return device.write_all(bytes).map_err(failed);
    }
    if old.as_ref().is_some_and(|meta| meta.permissions().readonly()) {
        return Err(format!("{}: the file is read-only; it is as it was", path.display()));
    }
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        return Err(format!("{}: there is no folder {}", path.display(), folder.display()));
    }
    let mut file = neighbour().tempfile_in(folder).map_err(failed)?;
    file.write_all(bytes).map_err(failed)?;
    if let Some(meta) = old {
        file.as_file().set_permissions(meta.permissions()).map_err(failed)?;
    }
    file.as_file().sync_all().map_err(failed)?;
    file.persist(&target).map_err(|error| failed(error.error))?;
    Ok(())
}

/// How the neighbour is made: a new file may be read by whom the user's own mask lets read it.
fn neighbour() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".copydesk-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder
}
