//! `shushuo serve`: the site in a browser while it is edited.
//!
//! Nothing is written. After each change the site is compiled in memory, open pages are told, and
//! a page is made when it is asked for; what is wrong is shown over it. While there are errors, the
//! last site without any is shown.

mod findings;
mod hub;
mod inject;
mod request;
mod respond;
mod server;
mod side;
mod stage;
mod watch;

use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use shushuo::diag::Diagnostic;
use shushuo::live::Session;
use shushuo::{Compilation, Options};

use self::request::Names;
use self::respond::Desk;
use self::stage::Stage;
use self::watch::{Change, Watch};
use super::args;
use super::bar::Bar;
use super::console;
use super::failure::Failure;
use super::report;
use super::summary;
use super::words::Words;

/// How often it is found out which pages have been closed.
const KNOCK: Duration = Duration::from_secs(20);
/// A file that has just been emptied is about to be written: so long is it waited for.
const EMPTIED: Duration = Duration::from_millis(60);

/// Shows the site in `site_dir` until the program is stopped.
pub(crate) fn run(
    arguments: &args::Serve,
    site_dir: &Path,
    words: &mut Words,
) -> Result<ExitCode, Failure> {
    let started = Instant::now();
    let root = site_dir.canonicalize().unwrap_or_else(|_| site_dir.to_path_buf());
    let watch = Watch::start(&root).map_err(|cause| no_watch(&root, &cause, words))?;
    let options = Options::default();
    let bar = Bar::show(&options.progress, words);
    let mut session = Session::open(&root, options);
    let snapshot = session.compile();
    drop(bar);
    let compilation = snapshot.compilation();
    if let Some(site) = &compilation.site {
        words.settle(site.original());
    }
    let (listener, address) = listen(arguments, words)?;
    if !watch.is_told {
        console::note(&format!("{}\n", words.get("serve-polled")));
    }
    let mut log = Log::new(words.again());
    let sections = compilation.site.as_ref().map_or(0, |site| site.sections.len());
    let first = match sections {
        1 => words.get("serve-first-one").to_owned(),
        _ => words.fill("serve-first", &[("sections", &sections.to_string())]),
    };
    log.note(&first, started, compilation)?;
    let url = announce(arguments, address, words)?;
    let desk = Arc::new(Desk { stage: Stage::new(snapshot), root, words: words.again() });
    let names = Names { host: arguments.host.clone(), port: address.port() };
    accept(listener, names, Arc::clone(&desk));
    if arguments.open {
        open(&url, words);
    }
    follow(session, watch, &desk, &mut log)
}

/// Follows the changes of the folder; ends when the program is stopped.
fn follow(
    mut session: Session,
    mut watch: Watch,
    desk: &Desk,
    log: &mut Log,
) -> Result<ExitCode, Failure> {
    let mut is_told = watch.is_told;
    loop {
        // The system does not tell of what changes behind links: the first one that comes makes the
        // folder one that is read again and again. What changed meanwhile was told by nobody.
        let polls = watch.is_told && session.folder().has_links() && watch.poll().is_ok();
        if is_told && !watch.is_told {
            is_told = false;
            console::note(&format!("{}\n", log.words.get("serve-polled")));
        }
        let change = match polls {
            true => Change::Anywhere,
            false => watch.next(KNOCK, |path| session.folder().may_concern(path)),
        };
        let started = Instant::now();
        let mut differing = match change {
            Change::At(paths) => session.refresh(&paths),
            Change::Anywhere => session.refresh_all(),
            Change::Nothing => {
                desk.stage.hub.knock();
                continue;
            }
        };
        if has_emptied(&session, &differing) {
            match watch.next(EMPTIED, |path| session.folder().may_concern(path)) {
                Change::At(paths) => differing.extend(session.refresh(&paths)),
                Change::Anywhere => differing.extend(session.refresh_all()),
                Change::Nothing => {}
            }
        }
        differing.sort();
        differing.dedup();
        let Some(first) = differing.first() else { continue };
        let snapshot = session.compile();
        desk.stage.show(snapshot.clone());
        let what = match differing.len() - 1 {
            0 => first.clone(),
            more => log.words.fill("serve-more", &[("path", first), ("count", &more.to_string())]),
        };
        log.note(&what, started, snapshot.compilation())?;
    }
}

/// Whether one of some files is there and empty.
fn has_emptied(session: &Session, paths: &[String]) -> bool {
    let files = session.folder().files();
    paths.iter().any(|path| {
        files
            .find(path)
            .map(|id| files.get(id))
            .is_some_and(|file| file.is_readable() && file.bytes().is_empty())
    })
}

/// What is told on the terminal.
struct Log {
    words: Words,
    /// The findings that were told last.
    told: Vec<Diagnostic>,
}

impl Log {
    fn new(words: Words) -> Self {
        Log { words, told: Vec::new() }
    }

    /// Tells of one compilation in a line; its findings too, where they are others than before.
    fn note(
        &mut self,
        what: &str,
        started: Instant,
        compilation: &Compilation,
    ) -> Result<(), Failure> {
        let words = &self.words;
        if compilation.diagnostics != self.told {
            let found =
                report::text(&compilation.diagnostics, &compilation.files, words, console::width());
            console::note(&found);
            self.told.clone_from(&compilation.diagnostics);
        }
        let summary = &compilation.report.summary;
        let line = words.fill(
            "serve-built",
            &[
                ("what", what),
                ("time", &summary::time(started.elapsed(), words)),
                ("errors", &summary.errors.to_string()),
                ("warnings", &summary.warnings.to_string()),
            ],
        );
        console::result(&format!("{line}\n"))?;
        Ok(())
    }
}

fn listen(arguments: &args::Serve, words: &Words) -> Result<(TcpListener, SocketAddr), Failure> {
    let args::Serve { host, port, .. } = arguments;
    server::listen(host, *port).map_err(|cause| {
        let address = format!("{host}:{port}");
        let values = [("address", address.as_str()), ("cause", &cause.to_string())];
        let hint = words.get("serve-no-port-hint").to_owned();
        Failure::usage(words.fill("serve-no-port", &values), Some(hint))
    })
}

fn no_watch(root: &Path, cause: &notify::Error, words: &Words) -> Failure {
    let values = [("path", &*root.display().to_string()), ("cause", &cause.to_string())];
    Failure::usage(words.fill("serve-no-watch", &values), None)
}

/// Says where the site is; returns its address for a browser on this machine.
fn announce(
    arguments: &args::Serve,
    address: SocketAddr,
    words: &Words,
) -> Result<String, Failure> {
    let port = address.port();
    if port != arguments.port && arguments.port != 0 {
        let values = [("port", &*arguments.port.to_string()), ("next", &port.to_string())];
        console::note(&format!("{}\n", words.fill("serve-port-used", &values)));
    }
    let url = match address.ip().is_unspecified() {
        true => format!("http://127.0.0.1:{port}/"),
        false => format!("http://{address}/"),
    };
    let at = words.fill("serve-at", &[("url", &url)]);
    console::result(&format!("{at}\n{}\n", words.get("serve-stop")))?;
    Ok(url)
}

fn accept(listener: TcpListener, names: Names, desk: Arc<Desk>) {
    std::thread::spawn(move || server::serve(&listener, &names, &desk));
}

/// Opens the user's browser.
fn open(url: &str, words: &Words) {
    let (program, before): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(target_os = "windows") {
        ("cmd", &["/C", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    let mut command = Command::new(program);
    command.args(before).arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    if let Err(cause) = command.spawn() {
        let told = words.fill("serve-no-browser", &[("cause", &cause.to_string())]);
        console::note(&format!("{told}\n"));
    }
}
