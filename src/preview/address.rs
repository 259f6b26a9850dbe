//! Where the preview listens, and how a browser finds it.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::process::{Command, Stdio};

/// Ports that are tried when none is asked for.
pub(super) const PORTS: std::ops::RangeInclusive<u16> = 4000..=4019;

/// What listens at `address`; without one, on this machine alone, at the first free port from 4000.
///
/// # Errors
/// When the address cannot be had; the words name the port and the flag.
pub fn bind(address: Option<SocketAddr>) -> io::Result<TcpListener> {
    let Some(address) = address else {
        for port in PORTS {
            match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
                Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
                Err(error) => return Err(not_bound((Ipv4Addr::LOCALHOST, port).into(), &error)),
                listener => return listener,
            }
        }
        let why = format!("the ports {} to {} are in use", PORTS.start(), PORTS.end());
        return Err(io::Error::new(
            io::ErrorKind::AddrInUse,
            format!("{why}; name a free one with `--address 127.0.0.1:PORT`"),
        ));
    };
    TcpListener::bind(address).map_err(|error| not_bound(address, &error))
}

pub(super) fn not_bound(address: SocketAddr, error: &io::Error) -> io::Error {
    let port = address.port();
    let other = SocketAddr::new(address.ip(), if port < 1024 { 4000 } else { port.checked_add(1).unwrap_or(4000) });
    let why = match error.kind() {
        io::ErrorKind::AddrInUse => {
            format!("port {port} is in use; name another one with `--address {other}`, or end the program that has it")
        }
        io::ErrorKind::PermissionDenied => {
            format!("port {port} is not open to you; name another one with `--address {other}`")
        }
        io::ErrorKind::AddrNotAvailable => {
            format!(
                "{} is no address of this machine; name another one with `--address 127.0.0.1:{port}`",
                address.ip()
            )
        }
        _ => format!("{address} cannot be served: {error}; name another one with `--address`"),
    };
    io::Error::new(error.kind(), why)
}

/// Where a browser on this machine finds `address`, with a slash at its end.
pub fn url(address: SocketAddr) -> String {
    match address.ip() {
        ip if ip.is_unspecified() || ip == Ipv4Addr::LOCALHOST => format!("http://localhost:{}/", address.port()),
        _ => format!("http://{address}/"),
    }
}

pub(super) fn open(url: &str) -> io::Result<()> {
    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        let mut command = Command::new("cmd");
        command.args(["/C", "start", ""]);
        command
    } else {
        Command::new("xdg-open")
    };
    let program = command.get_program().to_string_lossy().into_owned();
    let started = command.arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    let mut child = started.map_err(|error| io::Error::new(error.kind(), format!("{program}: {error}")))?;
    // Some openers live as long as the browser.
    std::thread::spawn(move || drop(child.wait()));
    Ok(())
}
