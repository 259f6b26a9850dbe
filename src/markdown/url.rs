//! Addresses: which are followed, which lead away, and how they stand in an attribute.

use percent_encoding::percent_encode_byte;

/// What a link may ask a browser to do. Anything else is shown as text.
const SCHEMES: &[&str] = &["http", "https", "mailto", "tel", "irc", "ircs", "matrix"];

/// Pictures that may stand in the address itself. Not SVG: it can hold scripts.
const DATA_IMAGES: &[&str] =
    &["image/png;", "image/gif;", "image/jpeg;", "image/webp;", "image/avif;", "image/vnd.microsoft.icon;"];

/// Whether a browser may follow or load `url`: it is relative, or its scheme is one that runs nothing.
pub(super) fn is_allowed(url: &str, is_image: bool) -> bool {
    let Some((scheme, rest)) = scheme(url) else { return true };
    if scheme == "data" {
        return is_image && DATA_IMAGES.iter().any(|image| rest.get(..image.len()) == Some(image));
    }
    if scheme == "http" || scheme == "https" {
        return rest.strip_prefix("//").is_some_and(is_authority);
    }
    !is_image && SCHEMES.contains(&scheme.as_str())
}

/// Whether `url` leads to another site.
pub(super) fn is_external(url: &str) -> bool {
    url.starts_with("//") || scheme(url).is_some_and(|(scheme, _)| scheme.starts_with("http"))
}

/// What stands before a colon in the first part of `url`, as browsers see it: they ignore case, leading control
/// characters and every line break. `None` when `url` is relative.
fn scheme(url: &str) -> Option<(String, &str)> {
    let end = url.find([':', '/', '?', '#'])?;
    let rest = url[end..].strip_prefix(':')?;
    let visible = url[..end].chars().filter(|letter| !letter.is_whitespace() && !letter.is_control());
    Some((visible.take(20).collect::<String>().to_lowercase(), rest))
}

/// Whether what follows `//` begins with a host, and a number where there is a port.
fn is_authority(rest: &str) -> bool {
    let authority = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let (host, port) = match host.strip_prefix('[').and_then(|host| host.split_once(']')) {
        Some((address, rest)) if address.parse::<std::net::Ipv6Addr>().is_ok() => {
            ("v6", rest.strip_prefix(':').unwrap_or(rest))
        }
        Some(_) => return false,
        None => host.split_once(':').unwrap_or((host, "")),
    };
    let is_name = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_');
    let is_label = |label: &str| (1..64).contains(&label.len()) && label.chars().all(is_name);
    let is_host = host.len() < 254 && host.strip_suffix('.').unwrap_or(host).split('.').all(is_label);
    is_host && (port.is_empty() || port.parse::<u16>().is_ok())
}

/// Appends `url` as the inside of an attribute, with what an address cannot hold in percent form.
pub(super) fn write(out: &mut String, url: &str) {
    let url = url.trim();
    let bytes = url.as_bytes();
    // An IPv6 host, the only place where an address may hold brackets.
    let host = match url.find("//[") {
        Some(start) if start <= "https:".len() => start..url.find(']').map_or(start, |end| end + 1),
        _ => 0..0,
    };
    let fragment = url.find('#');
    let mut from = 0;
    for (at, byte) in bytes.iter().enumerate() {
        if PLAIN[usize::from(*byte)] {
            continue;
        }
        // Between two bytes of one letter there is nothing, and no place to cut.
        if from < at {
            out.push_str(&url[from..at]);
        }
        from = at + 1;
        match byte {
            b'&' => out.push_str("&amp;"),
            b'\'' => out.push_str("&#39;"),
            b'%' if bytes.get(at + 1..at + 3).is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit)) => out.push('%'),
            b'[' | b']' if host.contains(&at) => out.push(char::from(*byte)),
            b'#' if fragment == Some(at) => out.push('#'),
            _ => out.push_str(percent_encode_byte(*byte)),
        }
    }
    out.push_str(&url[from..]);
}

/// Bytes that stand for themselves in an address and in an attribute.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let letters = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?@!$()*+,;=";
    let mut at = 0;
    while at < letters.len() {
        plain[letters[at] as usize] = true;
        at += 1;
    }
    plain
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_that_run_nothing_are_followed() {
        for url in [
            "https://llvm.org/docs",
            "HTTP://llvm.org",
            "http://localhost:8080/x",
            "http://[::1]:80/",
            "mailto:a@b.org",
            "../sow/0001.md#scope",
            "#scope",
            "a/b:c",
            "?q=a:b",
            "",
        ] {
            assert!(is_allowed(url, false), "{url}");
        }
        for url in [
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            " javascript:alert(1)",
            "java\nscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "vbscript:x",
            "data:text/html,<script>",
            "data:image/svg+xml;base64,PHN2Zz4=",
            "file:///etc/passwd",
            "blob:x",
            "http:///x",
            "http://a b/",
            "http://a:b/",
        ] {
            assert!(!is_allowed(url, false), "{url}");
            assert!(!is_allowed(url, true), "{url}");
        }
        assert!(is_allowed("data:image/png;base64,iVBOR", true));
        assert!(!is_allowed("data:image/png;base64,iVBOR", false));
    }

    #[test]
    fn an_address_cannot_leave_its_attribute() {
        for (url, written) in [
            ("a\"b<c>d'e", "a%22b%3Cc%3Ed&#39;e"),
            ("a b%20c%", "a%20b%20c%25"),
            ("?a=1&b=[2]", "?a=1&amp;b=%5B2%5D"),
            ("http://[::1]/[x]", "http://[::1]/%5Bx%5D"),
            ("/ü#a#b", "/%C3%BC#a%23b"),
        ] {
            let mut out = String::new();
            write(&mut out, url);
            assert_eq!(out, written);
        }
    }
}
