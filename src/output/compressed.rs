//! What a server sends in place of a text to those who can unpack it: the same text, smaller, beside it.
//!
//! The files are made where a text is new or has changed. One that lies there is taken over when it unpacks to the text, byte by
//! byte, which costs a fraction of packing.

use std::io::{Read, Write};

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

use crate::id::ContentPath;
use crate::page::{Body, Page};
use crate::site::places::{PACKED, TEXTS};

/// Below this many bytes a server sends no fewer packets for a packed text.
const LEAST: usize = 512;

/// A way of packing.
#[derive(Debug, Clone, Copy)]
pub(super) struct Packing {
    /// What the name of a packed file ends with.
    pub(super) ending: &'static str,
    pack: fn(&[u8]) -> Vec<u8>,
    /// Whether the packed bytes hold this text and nothing else.
    holds: fn(&[u8], &[u8]) -> bool,
}

/// Every way, as servers know them by the endings of the files.
pub(super) const PACKINGS: [Packing; 2] = [
    Packing { ending: PACKED[0], pack: gzip, holds: |packed, text| unpacks(GzDecoder::new(packed), text) },
    Packing {
        ending: PACKED[1],
        pack: brotli,
        holds: |packed, text| unpacks(brotli::Decompressor::new(packed, 4096), text),
    },
];

/// Whether `page` is a text that Candor makes and that is worth packing. What is published as it is stays by itself: its authors may
/// have packed it, too.
pub(super) fn is_packed(page: &Page) -> bool {
    let is_long = |bytes: &[u8]| bytes.len() >= LEAST;
    match &page.body {
        Body::OnDisk(_) => false,
        Body::Bytes(_) | Body::Text(_) => {
            TEXTS.iter().any(|ending| page.path.as_str().ends_with(ending)) && page.body.bytes().is_ok_and(is_long)
        }
    }
}

impl Packing {
    /// The packed form of `page`: `there`, where that holds it.
    pub(super) fn of(self, page: &Page, there: Option<Vec<u8>>) -> Option<Page> {
        let text = page.body.bytes().ok()?;
        let path = ContentPath::parse(&format!("{}{}", page.path, self.ending))?;
        let packed = there.filter(|there| (self.holds)(there, text)).unwrap_or_else(|| (self.pack)(text));
        Some(Page { path, body: Body::Bytes(packed.into()) })
    }

    /// What the packed form of the file `name` is called.
    pub(super) fn name(self, name: &str) -> String {
        format!("{name}{}", self.ending)
    }
}

/// Without a time and a name in it, so that the same text gives the same bytes.
fn gzip(text: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(text).expect("writing to memory does not fail");
    encoder.finish().expect("writing to memory does not fail")
}

fn brotli(text: &[u8]) -> Vec<u8> {
    // The best quality takes ten times as long for a twentieth less.
    let settings = BrotliEncoderParams { quality: 5, size_hint: text.len(), ..BrotliEncoderParams::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*text, &mut packed, &settings).expect("writing to memory does not fail");
    packed
}

fn unpacks(from: impl Read, text: &[u8]) -> bool {
    let mut unpacked = Vec::with_capacity(text.len());
    // No more than it may hold: packed bytes can promise any length.
    let read = from.take(text.len() as u64 + 1).read_to_end(&mut unpacked);
    read.is_ok() && unpacked == text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_unpacks_to_the_same_and_nothing_else_does() {
        let text = "A text that says the same again and again. ".repeat(100);
        for packing in PACKINGS {
            let packed = (packing.pack)(text.as_bytes());
            assert!(packed.len() * 5 < text.len(), "{} of {}", packed.len(), text.len());
            assert!((packing.holds)(&packed, text.as_bytes()));
            assert!(!(packing.holds)(&packed, &text.as_bytes()[1..]) && !(packing.holds)(b"by hand", text.as_bytes()));
            assert_eq!(packed, (packing.pack)(text.as_bytes()), "the same text gives the same bytes");
        }
    }
}
