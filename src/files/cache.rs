//! Compiled glossaries kept between runs, in the user's cache folder.
//!
//! A file is named by a key that holds all it was made of, is written whole or not at all, and is believed only when
//! its length and checksum are right. Whatever goes wrong here costs time and nothing else.

use std::fs;
use std::hash::Hasher;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rustc_hash::FxHasher;

/// The variable that names another folder, or with `off` or nothing in it switches the cache off.
pub const VARIABLE: &str = "COPYDESK_CACHE";

/// Files kept; the ones written longest ago go first.
const KEPT: usize = 8;
/// Bytes after the contents: their length and their checksum.
const SEAL: usize = 16;

/// The key of contents made of these parts, in this order: a hash of them and their length.
#[must_use]
pub fn key(parts: &[&[u8]]) -> String {
    let mut hasher = FxHasher::default();
    for part in parts {
        hasher.write(part);
        hasher.write_usize(part.len());
    }
    let length: usize = parts.iter().map(|part| part.len()).sum();
    format!("{:016x}{length:016x}", hasher.finish())
}

/// What was kept under a key, if it is whole.
#[must_use]
pub fn get(key: &str) -> Option<Vec<u8>> {
    let mut bytes = fs::read(folder()?.join(key)).ok()?;
    let end = bytes.len().checked_sub(SEAL)?;
    let whole = bytes[end..] == seal(&bytes[..end]);
    bytes.truncate(end);
    whole.then_some(bytes)
}

/// Keeps contents under a key, if the folder can be written.
pub fn put(key: &str, contents: &[u8]) {
    let Some(folder) = folder() else { return };
    let written = fs::create_dir_all(&folder).and_then(|()| {
        let mut file = tempfile::Builder::new().prefix(".new-").tempfile_in(&folder)?;
        file.write_all(contents)?;
        file.write_all(&seal(contents))?;
        Ok(file.persist(folder.join(key))?)
    });
    if written.is_ok() {
        let _ = tidy(&folder);
    }
}

fn folder() -> Option<PathBuf> {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(named) = std::env::var_os(VARIABLE) {
        return (!named.is_empty() && named != "off").then(|| PathBuf::from(named));
    }
    let caches = set("XDG_CACHE_HOME").or_else(|| set("LOCALAPPDATA")).or_else(|| Some(set("HOME")?.join(".cache")))?;
    Some(caches.join("copydesk"))
}

fn seal(contents: &[u8]) -> [u8; SEAL] {
    let mut hasher = FxHasher::default();
    hasher.write(contents);
    let mut seal = [0; SEAL];
    seal[..8].copy_from_slice(&(contents.len() as u64).to_le_bytes());
    seal[8..].copy_from_slice(&hasher.finish().to_le_bytes());
    seal
}

/// Takes out the oldest files. Only names that are keys are looked at: the folder may be one the user has named.
fn tidy(folder: &Path) -> std::io::Result<()> {
    let mut files: Vec<(SystemTime, PathBuf)> = fs::read_dir(folder)?
        .filter_map(Result::ok)
        .filter(|entry| {
            let name = entry.file_name();
            name.len() == 32 && name.to_string_lossy().bytes().all(|byte| byte.is_ascii_hexdigit())
        })
        .filter_map(|entry| Some((entry.metadata().ok()?.modified().ok()?, entry.path())))
        .collect();
    files.sort();
    let surplus = files.len().saturating_sub(KEPT);
    files[..surplus].iter().try_for_each(|(_, path)| fs::remove_file(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_tell_parts_apart() {
        assert_ne!(key(&[b"ab", b"c"]), key(&[b"a", b"bc"]));
        assert_ne!(key(&[b"ab"]), key(&[b"ab", b""]));
        assert_eq!(key(&[b"ab"]).len(), 32);
    }
}
