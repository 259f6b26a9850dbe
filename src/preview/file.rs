//! Files that lie on disk: sent piece by piece, in whole or in part, so that a film costs no more memory than a page.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;
use std::path::Path;
use std::time::UNIX_EPOCH;

use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use tokio::sync::mpsc::channel;
use tokio_stream::wrappers::ReceiverStream;

/// How much is read at once.
const PIECE: usize = 64 * 1024;

/// The answer with the file at `path`, or with the part of it that `range`, a header of HTTP, asks for. Called where it may
/// block, on the threads of the runtime.
///
/// # Errors
/// When the file cannot be opened.
pub(super) fn respond(
    path: &Path,
    content_type: &str,
    range: Option<&str>,
    headers: [(HeaderName, &'static str); 4],
) -> io::Result<Response> {
    let mut file = File::open(path)?;
    let about = file.metadata()?;
    let length = about.len();
    let modified = about.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
    let tag = format!("\"{:x}-{length:x}\"", modified.as_nanos());
    let (status, part) = match range.map(|range| part(range, length)) {
        None | Some(Asked::All) => (StatusCode::OK, 0..length),
        Some(Asked::Part(part)) => (StatusCode::PARTIAL_CONTENT, part),
        Some(Asked::Nothing) => {
            let length = format!("bytes */{length}");
            return Ok((StatusCode::RANGE_NOT_SATISFIABLE, [(header::CONTENT_RANGE, length)]).into_response());
        }
    };
    file.seek(SeekFrom::Start(part.start))?;
    let mut response = (status, headers, pieces(file, part.end - part.start)).into_response();
    let content_range = format!("bytes {}-{}/{length}", part.start, part.end.saturating_sub(1));
    let own = [
        (header::CONTENT_TYPE, content_type.to_owned()),
        (header::ETAG, tag),
        (header::ACCEPT_RANGES, "bytes".to_owned()),
        (header::CONTENT_LENGTH, (part.end - part.start).to_string()),
    ];
    let of_part = (status == StatusCode::PARTIAL_CONTENT).then_some((header::CONTENT_RANGE, content_range));
    for (name, value) in own.into_iter().chain(of_part) {
        response.headers_mut().insert(name, HeaderValue::from_str(&value).expect("each is plain ASCII"));
    }
    Ok(response)
}

/// The next `length` bytes of `file`, read while they are sent.
fn pieces(file: File, length: u64) -> Body {
    let (send, pieces) = channel::<io::Result<Vec<u8>>>(2);
    tokio::task::spawn_blocking(move || {
        let mut rest = file.take(length);
        loop {
            let mut piece = vec![0; PIECE];
            let read = rest.read(&mut piece);
            let is_end = matches!(read, Ok(0) | Err(_));
            let piece = read.map(|read| {
                piece.truncate(read);
                piece
            });
            let is_empty = piece.as_ref().is_ok_and(Vec::is_empty);
            // Whoever asked may have gone.
            if (!is_empty && send.blocking_send(piece).is_err()) || is_end {
                return;
            }
        }
    });
    Body::from_stream(ReceiverStream::new(pieces))
}

/// What a range asks for.
#[derive(Debug, PartialEq, Eq)]
enum Asked {
    All,
    Part(Range<u64>),
    /// What is not there.
    Nothing,
}

/// The bytes that `range` asks for of a file of this length. What is no single range of bytes asks for all of it, as HTTP
/// has it.
fn part(range: &str, length: u64) -> Asked {
    let Some((first, last)) = range.trim().strip_prefix("bytes=").and_then(|range| range.split_once('-')) else {
        return Asked::All;
    };
    let asked = match (first.trim().parse::<u64>(), last.trim().parse::<u64>()) {
        (Ok(first), Ok(last)) if first <= last => first..last.saturating_add(1).min(length),
        (Ok(first), Err(_)) if last.trim().is_empty() => first..length,
        (Err(_), Ok(last)) if first.trim().is_empty() => length.saturating_sub(last)..length,
        _ => return Asked::All,
    };
    if asked.start < asked.end { Asked::Part(asked) } else { Asked::Nothing }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_a_part_of_the_file_or_all_of_it() {
        for (range, asked) in [
            ("bytes=0-9", Asked::Part(0..10)),
            ("bytes=90-", Asked::Part(90..100)),
            ("bytes=-5", Asked::Part(95..100)),
            ("bytes=-500", Asked::Part(0..100)),
            ("bytes=50-500", Asked::Part(50..100)),
            ("bytes=100-", Asked::Nothing),
            ("bytes=-0", Asked::Nothing),
            ("bytes=5-2", Asked::All),
            ("bytes=0-1,4-5", Asked::All),
            ("lines=1-2", Asked::All),
            ("", Asked::All),
        ] {
            assert_eq!(part(range, 100), asked, "{range}");
        }
    }
}
