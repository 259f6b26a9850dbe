//! Requests and their answers.

use std::any::Any;
use std::convert::Infallible;
use std::fs;
use std::future::Future;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::net::{IpAddr, TcpListener};
use std::path::Path;
use std::sync::{Arc, RwLock};
use std::time::{SystemTime, UNIX_EPOCH};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use percent_encoding::percent_decode_str;
use tokio::sync::watch;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;

use super::connection::{PATIENCE, Timed};
use super::file;
use super::pages::{Pages, Reply};
use crate::markdown::escaped;
use crate::page::Body;

/// What the browser runs to show what is served now.
const SCRIPT: &str = concat!(
    "(() => {\n\"use strict\";\n",
    include_str!("browser/merge.js"),
    include_str!("browser/remember.js"),
    include_str!("browser/panel.js"),
    include_str!("browser/follow.js"),
    "})();\n"
);

/// How the preview's own corner of a page looks.
const STYLE: &str = include_str!("browser/preview.css");

/// What a browser may load for a page, as the README offers it to those who publish: what it takes from elsewhere is
/// pictures that an author shows. A theme that needs more shows it here first.
const POLICY: &str = "default-src 'self'; img-src 'self' data: https: http:";

/// The same for a page that says what went wrong, whose looks are in itself.
const TROUBLE_POLICY: &str = "default-src 'self'; style-src 'unsafe-inline'";

/// Which state is served, as browsers are told.
#[derive(Clone, Copy)]
struct Version {
    /// A higher one for each state and each time that more of it is complete, also after a restart. A browser that holds another one
    /// shows what is served now.
    number: u64,
    /// The last state with which more than texts changed: a browser that holds an older one opens its page anew.
    whole: u64,
}

/// The state that is served now, shared by all requests.
#[derive(Clone)]
pub(super) struct Served {
    pages: Arc<RwLock<Arc<dyn Pages>>>,
    version: watch::Sender<Version>,
    address: IpAddr,
    /// Further names under which the preview is reached.
    hosts: Arc<[String]>,
}

impl Served {
    pub(super) fn new(pages: Arc<dyn Pages>, address: IpAddr, hosts: &[String]) -> Served {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let version = u64::try_from(since.as_millis()).unwrap_or_default();
        Served {
            pages: Arc::new(RwLock::new(pages)),
            version: watch::Sender::new(Version { number: version, whole: version }),
            address,
            hosts: hosts.into(),
        }
    }

    /// Serves `pages` from now on, which differ from those before in more than texts where `is_whole`. False when they are those
    /// that are served already.
    pub(super) fn replace(&self, pages: Arc<dyn Pages>, is_whole: bool) -> bool {
        let next = |Version { number, whole }: Version| {
            let number = number + 1;
            Version { number, whole: if is_whole { number } else { whole } }
        };
        self.exchange(pages, |now, pages| !is_same(now, pages), next)
    }

    /// Serves `completed` in place of the `shown` pages of the same state. False when other ones are served by now, or when
    /// there was nothing to complete.
    pub(super) fn complete(&self, shown: &Arc<dyn Pages>, completed: Arc<dyn Pages>) -> bool {
        let next = |version: Version| Version { number: version.number + 1, ..version };
        self.exchange(completed, |now, pages| is_same(now, shown) && !is_same(now, pages), next)
    }

    /// Serves `pages` if they shall take the place of those that are served now.
    fn exchange(
        &self,
        pages: Arc<dyn Pages>,
        shall: impl FnOnce(&Arc<dyn Pages>, &Arc<dyn Pages>) -> bool,
        next: impl FnOnce(Version) -> Version,
    ) -> bool {
        let before = {
            let mut now = self.pages.write().expect("nothing panics while it holds the pages");
            if !shall(&now, &pages) {
                return false;
            }
            let before = std::mem::replace(&mut *now, pages);
            self.version.send_modify(|version| *version = next(*version));
            before
        };
        discard(before);
        true
    }

    /// What is served now.
    pub(super) fn pages(&self) -> Arc<dyn Pages> {
        Arc::clone(&self.pages.read().expect("nothing panics while it holds the pages"))
    }
}

/// Gives `pages` back beside whatever is done next: for a large site that takes a while.
pub(super) fn discard(pages: Arc<dyn Pages>) {
    std::thread::spawn(move || drop(pages));
}

/// Whether the two are one and the same value.
pub(super) fn is_same(one: &Arc<dyn Pages>, other: &Arc<dyn Pages>) -> bool {
    std::ptr::addr_eq(Arc::as_ptr(one), Arc::as_ptr(other))
}

/// Answers until `until` is over. Open connections are not waited for.
pub(super) async fn answer_all(
    listener: TcpListener,
    served: Served,
    until: impl Future<Output = ()>,
) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let router = Router::new().fallback(answer).with_state(served);
    tokio::select! {
        result = async { axum::serve(Timed { listener, patience: PATIENCE }, router).await } => result,
        () = until => Ok(()),
    }
}

async fn answer(State(served): State<Served>, request: Request) -> Response {
    let names = [request.uri().authority().map(|authority| authority.as_str()), host(request.headers())];
    let foreign = names.into_iter().flatten().find(|name| !is_ours(name, served.address, &served.hosts));
    if foreign.is_some() || host(request.headers()).is_none() {
        return (StatusCode::FORBIDDEN, not_ours(foreign)).into_response();
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let allowed = [(header::ALLOW, "GET, HEAD")];
        return (StatusCode::METHOD_NOT_ALLOWED, allowed, "The preview can only be read.\n").into_response();
    }
    match request.uri().path() {
        "/_candor/events" => {
            let versions = WatchStream::new(served.version.subscribe());
            let data = |Version { number, whole }| Event::default().data(format!("{number} {whole}"));
            let events = versions.map(move |version| Ok::<_, Infallible>(data(version)));
            return Sse::new(events).keep_alive(KeepAlive::default()).into_response();
        }
        "/_candor/reload.js" => return respond(Reply::file("reload.js", Body::Text(SCRIPT.into())), 0, None),
        "/_candor/preview.css" => return respond(Reply::file("preview.css", Body::Text(STYLE.into())), 0, None),
        "/_candor/findings" => return about(served.pages(), request.uri().query()).await,
        _ => {}
    }
    // Read before the page, which may then be newer, and fetched once too often, but never older.
    let version = served.version.borrow().number;
    let raw = request.uri().path().to_owned();
    let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
    let pages = served.pages();
    let asked = raw.clone();
    let range = request.headers().get(header::RANGE).and_then(|range| range.to_str().ok()).map(str::to_owned);
    match tokio::task::spawn_blocking(move || page(&*pages, &asked, version, range.as_deref())).await {
        Ok(Found::Page(response)) => response,
        Ok(Found::Folder) => {
            // Not for ever: the page may become a file.
            let address = HeaderValue::from_str(&format!("{raw}/{query}"));
            match address {
                Ok(address) => (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, address)]).into_response(),
                Err(_) => StatusCode::NOT_FOUND.into_response(),
            }
        }
        Err(error) => {
            let why = error.try_into_panic().map_or_else(|error| error.to_string(), |panic| message(&*panic));
            respond(trouble(&raw, &why), version, None)
        }
    }
}

/// What is known about the page that a query names: `at=/sow/0003/`.
async fn about(pages: Arc<dyn Pages>, query: Option<&str>) -> Response {
    let asked = query.and_then(|query| query.split('&').find_map(|pair| pair.strip_prefix("at="))).unwrap_or("/");
    let decoded = percent_decode_str(asked).decode_utf8().map(|it| it.into_owned()).unwrap_or_default();
    let path = safe_path(&decoded).unwrap_or_default();
    let about = tokio::task::spawn_blocking(move || pages.about(&path)).await.unwrap_or_default();
    let text = serde_json::to_string(&about).expect("texts and numbers can be written");
    respond(Reply::file("findings.json", Body::Text(text)), 0, None)
}

enum Found {
    Page(Response),
    /// There is a page at this address with a slash at its end.
    Folder,
}

fn page(pages: &dyn Pages, raw: &str, version: u64, range: Option<&str>) -> Found {
    let path = safe_path(raw);
    let found = path.as_deref().and_then(|path| {
        // The published page is a file in its folder, and may be linked as that.
        let file = path.strip_suffix("index.html").filter(|folder| folder.is_empty() || folder.ends_with('/'));
        pages.get(path).or_else(|| pages.get(file?))
    });
    if let Some(response) = found.and_then(|reply| sent(reply, version, range)) {
        return Found::Page(response);
    }
    if path.is_some_and(|path| !path.is_empty() && !path.ends_with('/') && pages.get(&format!("{path}/")).is_some()) {
        return Found::Folder;
    }
    let reply = match pages.get("404.html") {
        Some(reply) => Reply { status: 404, ..reply },
        None => Reply::html(404, "<!doctype html><title>Not found</title><body><h1>There is no such page</h1></body>"),
    };
    Found::Page(respond(reply, version, None))
}

/// What a browser is told of everything: it asks again each time, takes nothing for what it is not, and no other site may
/// take the preview's files into its own pages.
const GUARDS: [(header::HeaderName, &str); 4] = [
    (header::CACHE_CONTROL, "no-store"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

fn respond(reply: Reply, version: u64, range: Option<&str>) -> Response {
    sent(reply, version, range).unwrap_or_else(|| StatusCode::NOT_FOUND.into_response())
}

/// The answer with `reply`. `None` when it is a file that has gone: the pages are made anew a moment later.
fn sent(reply: Reply, version: u64, range: Option<&str>) -> Option<Response> {
    let is_page = reply.content_type.starts_with("text/html");
    let failed = |file: &Path, error: &io::Error| {
        let is_gone = matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory);
        let trouble = || trouble(&file.display().to_string(), &error.to_string());
        (!is_gone).then(|| respond(trouble(), version, None))
    };
    if let (Body::OnDisk(file), false) = (&reply.body, is_page) {
        let answer = file::respond(file, reply.content_type, range, GUARDS);
        return answer.map_or_else(|error| failed(file, &error), Some);
    }
    let bytes = match &reply.body {
        Body::OnDisk(file) => match fs::read(file) {
            Ok(bytes) => bytes,
            Err(error) => return failed(file, &error),
        },
        Body::Text(_) | Body::Bytes(_) => reply.body.bytes().unwrap_or_default().to_owned(),
    };
    let tag = tag(&bytes);
    let quoted = format!("\"{tag}\"");
    let bytes = if is_page { with_script(bytes, version, reply.status) } else { bytes };
    let policy = if reply.status == 500 { TROUBLE_POLICY } else { POLICY };
    let headers = [
        (header::CONTENT_TYPE, reply.content_type),
        (header::ETAG, quoted.as_str()),
        (header::CONTENT_SECURITY_POLICY, policy),
    ]
    .map(|(name, value)| (name, HeaderValue::from_str(value).expect("each is plain ASCII")));
    let status = StatusCode::from_u16(reply.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    Some((status, GUARDS, headers, bytes).into_response())
}

/// The same for the same bytes.
fn tag(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    format!("{:x}", hasher.finish())
}

/// The page with what follows its changes before the end of its body.
fn with_script(mut page: Vec<u8>, version: u64, status: u16) -> Vec<u8> {
    const END: &[u8] = b"</body>";
    let script =
        format!("<script src=\"/_candor/reload.js\" data-version=\"{version}\" data-status=\"{status}\"></script>");
    let end = page.windows(END.len()).rposition(|part| part.eq_ignore_ascii_case(END)).unwrap_or(page.len());
    page.splice(end..end, script.into_bytes());
    page
}

fn trouble(place: &str, why: &str) -> Reply {
    let style = "body{font:16px/1.5 system-ui,sans-serif;max-width:50rem;margin:3rem auto;padding:0 1rem}pre{white-space:pre-wrap}";
    Reply::html(
        500,
        format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>This page failed</title>\
             <style>{style}</style></head><body><h1>This page failed</h1><p><code>{}</code></p><pre>{}</pre>\
             <p>The preview goes on, and shows the page when it works again.</p></body></html>",
            escaped(place),
            escaped(why)
        ),
    )
}

/// What a panic said.
pub(super) fn message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "a panic without words".to_owned())
}

/// The path below the site that `raw` asks for; `None` when it leaves the site or is no text.
fn safe_path(raw: &str) -> Option<String> {
    let path = percent_decode_str(raw.strip_prefix('/')?).decode_utf8().ok()?.into_owned();
    let folder = path.strip_suffix('/').unwrap_or(&path);
    let safe = path.is_empty() || folder.split('/').all(|part| !part.is_empty() && part != "." && part != "..");
    (safe && !path.contains(['\\', '\0'])).then_some(path)
}

fn host(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::HOST)?.to_str().ok()
}

/// Whether `host`, with or without a port, is a name of this server. A site elsewhere can have its own name lead to this
/// machine and then read what its visitor is served here, but it cannot make that name an address.
fn is_ours(host: &str, address: IpAddr, hosts: &[String]) -> bool {
    let name = without_port(host);
    if hosts.iter().any(|own| own.eq_ignore_ascii_case(name)) {
        return true;
    }
    match name.parse::<IpAddr>() {
        Ok(ip) => ip.is_loopback() || ip == address || address.is_unspecified(),
        Err(_) => name.eq_ignore_ascii_case("localhost"),
    }
}

/// The name or the address in `host`, without brackets.
fn without_port(host: &str) -> &str {
    match host.strip_prefix('[') {
        Some(six) => six.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    }
}

/// Why a request is not answered, and how to have it answered where the name is one that can be given.
fn not_ours(host: Option<&str>) -> String {
    let name = host.map_or("", without_port);
    let is_name =
        !name.is_empty() && name.chars().all(|letter| letter.is_ascii_alphanumeric() || "-.".contains(letter));
    match is_name {
        true => format!(
            "This preview answers to localhost and to its own address only, not to {name}.\n\
             If {name} is this machine, start it with: candor serve --host {name}\n"
        ),
        false => "This preview answers to localhost and to its own address only.\n".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_lead_here_are_ours() {
        let local: IpAddr = "127.0.0.1".parse().unwrap();
        for ours in ["localhost:4000", "LOCALHOST", "127.0.0.1:4000", "[::1]:4000", "127.0.0.1"] {
            assert!(is_ours(ours, local, &[]), "{ours}");
        }
        for foreign in ["example.org", "127.0.0.1.example.org:4000", "localhost.example.org", "192.168.1.5:4000", ""] {
            assert!(!is_ours(foreign, local, &[]), "{foreign}");
        }
        assert!(is_ours("192.168.1.5:4000", "192.168.1.5".parse().unwrap(), &[]));
        assert!(is_ours("192.168.1.5:4000", "0.0.0.0".parse().unwrap(), &[]));
        assert!(!is_ours("example.org", "0.0.0.0".parse().unwrap(), &[]));
        let hosts = ["devbox.example".to_owned()];
        assert!(is_ours("Devbox.example:4000", local, &hosts));
        assert!(!is_ours("devbox.example.evil.example", local, &hosts));
        assert!(not_ours(Some("devbox.example:4000")).contains("candor serve --host devbox.example\n"));
        assert!(!not_ours(Some("<script>")).contains('<'));
    }

    #[test]
    fn paths_stay_in_the_site() {
        for (raw, path) in [
            ("/", ""),
            ("/sow/0003/", "sow/0003/"),
            ("/k%C3%BChnel.html", "kühnel.html"),
            ("/a+b", "a+b"),
            ("/100%", "100%"),
        ] {
            assert_eq!(safe_path(raw).as_deref(), Some(path));
        }
        for raw in ["", "//example.org", "/../a", "/a/..", "/%2e%2e/a", "/%2Fexample.org", "/a%5Cb", "/%00", "/%ff"] {
            assert_eq!(safe_path(raw), None, "{raw}");
        }
    }

    #[test]
    fn the_script_stands_before_the_last_end_of_a_body() {
        let page = |text: &str| String::from_utf8(with_script(text.into(), 7, 200)).unwrap();
        let script = "<script src=\"/_candor/reload.js\" data-version=\"7\" data-status=\"200\"></script>";
        assert_eq!(page("<pre></body></pre></BODY></html>"), format!("<pre></body></pre>{script}</BODY></html>"));
        assert_eq!(page("no body"), format!("no body{script}"));
    }
}
