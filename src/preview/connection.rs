//! Connections that nobody uses are not held: a request must come whole within a time, and so must the next one.

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::serve::Listener;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{Instant, Sleep, sleep};

/// For how long a connection is held that is of no use.
#[derive(Clone, Copy)]
pub(super) struct Patience {
    /// From its beginning to the first byte that is sent back.
    pub first: Duration,
    /// From the last byte that was sent back. The channel by which a page follows sends something more often.
    pub next: Duration,
}

/// What a browser never reaches, and a forgotten connection does.
pub(super) const PATIENCE: Patience = Patience { first: Duration::from_secs(30), next: Duration::from_secs(60) };

/// Accepts connections that end by themselves when they are of no use.
pub(super) struct Timed {
    /// Where connections come from.
    pub listener: TcpListener,
    /// How long each is held.
    pub patience: Patience,
}

impl Listener for Timed {
    type Io = Connection;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Connection, SocketAddr) {
        let (stream, address) = Listener::accept(&mut self.listener).await;
        (Connection { stream, end: Box::pin(sleep(self.patience.first)), next: self.patience.next }, address)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

/// One connection.
pub(super) struct Connection {
    stream: TcpStream,
    /// When nothing more is waited for.
    end: Pin<Box<Sleep>>,
    /// For how much longer something that is sent back holds it.
    next: Duration,
}

impl AsyncRead for Connection {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context, buffer: &mut ReadBuf) -> Poll<io::Result<()>> {
        if let Poll::Ready(read) = Pin::new(&mut self.stream).poll_read(context, buffer) {
            return Poll::Ready(read);
        }
        self.end.as_mut().poll(context).map(|()| Err(io::ErrorKind::TimedOut.into()))
    }
}

impl AsyncWrite for Connection {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        if written.is_ready() {
            let end = Instant::now() + self.next;
            self.end.as_mut().reset(end);
        }
        written
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use std::io::{ErrorKind, Read, Write};

    use axum::Router;
    use axum::routing::get;

    use super::*;

    const SHORT: Duration = Duration::from_millis(150);
    const LONG: Duration = Duration::from_secs(60);

    /// What a client got that sends `pieces`, a third of the short time apart, and whether the connection then ended by itself
    /// within ten times that.
    fn ends(patience: Patience, pieces: &[&str]) -> (String, bool) {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let address = listener.local_addr().unwrap();
        let router = Router::new().route("/", get(|| async { "home" }));
        runtime.spawn(axum::serve(Timed { listener, patience }, router).into_future());
        let mut client = std::net::TcpStream::connect(address).unwrap();
        for piece in pieces {
            // What is closed already takes no more.
            drop(client.write_all(piece.as_bytes()));
            std::thread::sleep(SHORT / 3);
        }
        client.set_read_timeout(Some(SHORT * 10)).unwrap();
        let mut answer = Vec::new();
        let ended = match client.read_to_end(&mut answer) {
            Ok(_) => true,
            Err(error) => !matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut),
        };
        (String::from_utf8(answer).unwrap(), ended)
    }

    #[test]
    fn a_request_comes_whole_within_its_time() {
        let patience = Patience { first: SHORT, next: LONG };
        assert_eq!(ends(patience, &[]), (String::new(), true), "nothing at all");
        // Each byte comes soon after the one before: that alone holds no connection.
        let slow = ["GET / HTTP/1.1\r\n", "Host: a\r\n", "A: b\r\n", "C: d\r\n", "E: f\r\n", "\r\n"];
        assert_eq!(ends(patience, &slow), (String::new(), true), "a header now and then");
        let (answer, ended) = ends(patience, &["GET / HTTP/1.1\r\nHost: a\r\n\r\n"]);
        assert!(answer.ends_with("home") && !ended, "{answer}");
    }

    #[test]
    fn a_connection_is_held_for_the_next_request_and_no_longer() {
        let patience = Patience { first: LONG, next: SHORT };
        let request = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
        let (answer, ended) = ends(patience, &[request, request]);
        assert!(answer.matches("home").count() == 2 && ended, "{answer}");
    }
}
