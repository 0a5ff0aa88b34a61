//! Character encodings: bytes to text and the exact way back to the bytes on disk.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Decoded bytes between two checkpoints of the way back.
const STEP: usize = 4096;

/// How a file's bytes were turned into text, and how a byte of the text is found in the file again.
#[derive(Debug, Clone)]
pub struct Home {
    encoding: &'static Encoding,
    bom: usize,
    map: Map,
    exact: bool,
    /// Bytes of the file.
    length: usize,
}

#[derive(Debug, Clone)]
enum Map {
    /// Text and file hold the same bytes after the byte order mark.
    Same,
    /// Stretches `(text byte, file byte)` of the same bytes; what lies between them was not valid.
    Runs(Vec<(usize, usize)>),
    /// Another encoding; `(text byte, file byte)` at regular steps.
    Steps(Vec<(usize, usize)>),
}

/// What decoding gave.
#[derive(Debug, Clone)]
pub struct Decoded {
    /// The text, without byte order mark.
    pub text: String,
    /// The way back.
    pub home: Home,
    /// What a user should know of it: guessed encodings, bytes that are not text (with their place in the text).
    pub remarks: Vec<(usize, String)>,
}

/// Decodes a file. UTF-8 and UTF-16 by byte order mark or form; else a guess among the encodings of the web.
///
/// # Errors
/// When the bytes are not text (they hold NUL bytes and are not UTF-16), or are UTF-32.
pub fn decode(bytes: &[u8]) -> Result<Decoded, String> {
    if bytes.starts_with(&[0xFF, 0xFE, 0, 0]) {
        return Err("a UTF-32 file; save it as UTF-8".to_owned());
    }
    if let Some((encoding, bom)) = Encoding::for_bom(bytes) {
        return if encoding == UTF_8 { utf8(bytes, bom) } else { Ok(other(bytes, encoding, bom, Vec::new())) };
    }
    let head = &bytes[..bytes.len().min(STEP)];
    if head.contains(&0) {
        return match utf16_by_form(head) {
            Some(encoding) => {
                let remark = (0, format!("read as {} (no byte order mark)", encoding.name()));
                Ok(other(bytes, encoding, 0, vec![remark]))
            }
            None => Err("not a text file (it holds NUL bytes)".to_owned()),
        };
    }
    utf8(bytes, 0)
}

/// Decodes a file whose own head names its encoding, unless a byte order mark says otherwise.
///
/// # Errors
/// When there is no encoding of that name, or the bytes are not text in it.
pub fn decode_as(bytes: &[u8], label: &str) -> Result<String, String> {
    let encoding = Encoding::for_label(label.as_bytes())
        .ok_or_else(|| format!("the file says its encoding is \"{label}\", which is none; save it as UTF-8"))?;
    let (text, used, damaged) = encoding.decode(bytes);
    if damaged {
        return Err(format!("the file says its encoding is {}, but some of its bytes are not", used.name()));
    }
    Ok(text.into_owned())
}

/// The bytes of a text in Windows-1252 as browsers read it (WHATWG); none when it has a letter that the encoding lacks.
#[must_use]
pub fn windows_1252_bytes(text: &str) -> Option<Vec<u8>> {
    let (bytes, _, lossy) = encoding_rs::WINDOWS_1252.encode(text);
    (!lossy).then(|| bytes.into_owned())
}

/// The character of one byte of Windows-1252 as browsers read it (WHATWG).
#[must_use]
pub fn windows_1252_char(byte: u8) -> Option<char> {
    encoding_rs::WINDOWS_1252.decode(&[byte]).0.chars().next()
}

fn utf8(bytes: &[u8], bom: usize) -> Result<Decoded, String> {
    let body = &bytes[bom..];
    if let Ok(text) = std::str::from_utf8(body) {
        if text.contains('\0') {
            return Err("not a text file (it holds NUL bytes)".to_owned());
        }
        let home = Home { encoding: UTF_8, bom, map: Map::Same, exact: true, length: usize::MAX };
        return Ok(Decoded { text: text.to_owned(), home, remarks: Vec::new() });
    }
    if bom == 0 && !mostly_utf8(body) {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(body, true);
        let encoding = detector.guess(None, Utf8Detection::Deny);
        let remark = (0, format!("read as {} (guessed: the bytes are not UTF-8)", encoding.name()));
        return Ok(other(bytes, encoding, 0, vec![remark]));
    }
    Ok(broken_utf8(body, bom))
}

/// True when valid sequences of more than one byte outnumber broken ones: UTF-8 with damage, not another encoding.
fn mostly_utf8(body: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in body.utf8_chunks() {
        good += chunk.valid().bytes().filter(|b| *b >= 0xC0).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad
}

fn broken_utf8(body: &[u8], bom: usize) -> Decoded {
    let (mut text, mut runs, mut remarks) = (String::with_capacity(body.len()), Vec::new(), Vec::new());
    let mut at = bom;
    for chunk in body.utf8_chunks() {
        runs.push((text.len(), at));
        text.push_str(chunk.valid());
        at += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            if remarks.len() < 20 {
                remarks.push((text.len(), "bytes that are not UTF-8; shown as U+FFFD and left as they are".to_owned()));
            }
            runs.push((text.len(), at));
            text.push('\u{fffd}');
            at += chunk.invalid().len();
        }
    }
    runs.push((text.len(), at));
    Decoded {
        text,
        home: Home { encoding: UTF_8, bom, map: Map::Runs(runs), exact: true, length: usize::MAX },
        remarks,
    }
}

fn other(bytes: &[u8], encoding: &'static Encoding, bom: usize, mut remarks: Vec<(usize, String)>) -> Decoded {
    let body = &bytes[bom..];
    let (text, _) = encoding.decode_without_bom_handling(body);
    let text = text.into_owned();
    let exact = encode(encoding, &text).is_some_and(|back| back == body);
    if !exact {
        remarks.push((0, format!("not clean {}: places may be off and fixes are not written", encoding.name())));
    }
    let mut home = Home { encoding, bom, map: Map::Steps(vec![(0, bom)]), exact, length: bytes.len() };
    let (mut from, mut disk) = (0, bom);
    let mut steps = vec![(0, bom)];
    while from < text.len() {
        let mut to = (from + STEP).min(text.len());
        while !text.is_char_boundary(to) {
            to += 1;
        }
        disk += encode(encoding, &text[from..to]).map_or(to - from, |b| b.len());
        steps.push((to, disk));
        from = to;
    }
    home.map = Map::Steps(steps);
    Decoded { text, home, remarks }
}

fn utf16_by_form(head: &[u8]) -> Option<&'static Encoding> {
    let zeros = |offset: usize| head.iter().skip(offset).step_by(2).filter(|b| **b == 0).count();
    let (even, odd, pairs) = (zeros(0), zeros(1), head.len() / 2);
    if odd * 3 > pairs && even * 10 < pairs {
        Some(UTF_16LE)
    } else if even * 3 > pairs && odd * 10 < pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// The text in that encoding; none when a character is not in it.
fn encode(encoding: &'static Encoding, text: &str) -> Option<Vec<u8>> {
    if encoding == UTF_16LE {
        return Some(text.encode_utf16().flat_map(u16::to_le_bytes).collect());
    }
    if encoding == UTF_16BE {
        return Some(text.encode_utf16().flat_map(u16::to_be_bytes).collect());
    }
    let (bytes, _, unmappable) = encoding.encode(text);
    (!unmappable).then(|| bytes.into_owned())
}

impl Home {
    /// The home of text that was never in another encoding.
    #[must_use]
    pub fn plain() -> Self {
        Home { encoding: UTF_8, bom: 0, map: Map::Same, exact: true, length: usize::MAX }
    }

    /// The encoding's name as the web knows it (WHATWG).
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.encoding.name()
    }

    /// False when the bytes cannot be made again from the text, so that nothing may be written.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.exact
    }

    /// The byte on disk of a byte of the decoded text (which must be a character's first, or the end).
    #[must_use]
    pub fn disk(&self, text: &str, byte: usize) -> usize {
        let step = |list: &[(usize, usize)]| list[list.partition_point(|(at, _)| *at <= byte).max(1) - 1];
        match &self.map {
            Map::Same => byte + self.bom,
            Map::Runs(runs) => {
                let (at, disk) = step(runs);
                disk + (byte - at)
            }
            Map::Steps(steps) => {
                let (at, disk) = step(steps);
                let more =
                    text.get(at..byte).and_then(|piece| encode(self.encoding, piece)).map_or(byte - at, |b| b.len());
                (disk + more).min(self.length)
            }
        }
    }

    /// A replacement in the file's own encoding; none when a character is not in it.
    #[must_use]
    pub fn encode(&self, text: &str) -> Option<Vec<u8>> {
        if self.encoding == UTF_8 { Some(text.as_bytes().to_vec()) } else { encode(self.encoding, text) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn disk_of(bytes: &[u8], word: &str) -> (usize, Decoded) {
        let decoded = decode(bytes).expect("text");
        let at = decoded.text.find(word).expect("the word is there");
        (decoded.home.disk(&decoded.text, at), decoded)
    }

    #[test]
    fn every_encoding_finds_the_byte_on_disk() {
        let text = "Übung “x” Minsk";
        assert_eq!(disk_of(text.as_bytes(), "Minsk").0, text.find("Minsk").expect("there"));
        let mut with_bom = vec![0xEF, 0xBB, 0xBF];
        with_bom.extend(text.as_bytes());
        assert_eq!(disk_of(&with_bom, "Minsk").0, 3 + text.find("Minsk").expect("there"));
        let mut utf16 = vec![0xFF, 0xFE];
        utf16.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(disk_of(&utf16, "Minsk").0, 2 + 2 * 10);
        let cp1252 = b"\xDCbung \x93x\x94 f\xFCr die Leute in Minsk";
        let (at, decoded) = disk_of(cp1252, "Minsk");
        assert_eq!(at, cp1252.len() - 5);
        assert_eq!(decoded.remarks.len(), 1);
    }

    #[test]
    fn damaged_utf8_keeps_its_places() {
        let mut bytes = "é é é ".as_bytes().to_vec();
        bytes.extend([0xFF, b' ', b'M']);
        let (at, decoded) = disk_of(&bytes, "M");
        assert_eq!(at, bytes.len() - 1);
        assert!(decoded.remarks[0].1.contains("not UTF-8"));
    }

    #[test]
    fn binary_is_refused() {
        assert!(decode(&[0x7f, b'E', 0, 0, 0, 1, 2, 3]).is_err());
    }
}
