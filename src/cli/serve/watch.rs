//! What changed in the site folder, gathered until it is quiet again.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, CreateKind, EventKind, ModifyKind};
use notify::{
    Config, ErrorKind, Event, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher, WatcherKind,
};

/// The parts of a site folder that are watched with everything in them.
const PARTS: [&str; 3] = ["content", "seeds", "themes"];
/// A change is complete when nothing more has happened for so long: an editor that empties a file
/// before it writes it takes less.
const QUIET: Duration = Duration::from_millis(2);
/// A folder that is never quiet is looked at as often as this.
const LONGEST: Duration = Duration::from_millis(60);
/// How often a folder is read that the system cannot watch.
const POLL: Duration = Duration::from_millis(300);

/// Tells what changes in a site folder.
pub(crate) struct Watch {
    root: PathBuf,
    watcher: Box<dyn Watcher>,
    events: Receiver<notify::Result<Event>>,
    /// The parts that are being watched.
    watched: Vec<PathBuf>,
    /// Whether the system tells of changes; else the folder is read again and again.
    pub(crate) is_told: bool,
}

/// What happened.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Change {
    /// Something may have changed at these paths.
    At(Vec<PathBuf>),
    /// So much changed that nobody knows what.
    Anywhere,
    /// Nothing, for as long as was asked.
    Nothing,
}

impl Watch {
    /// Begins to watch the site in `root`, an absolute path without links.
    ///
    /// # Errors
    /// When the folder can neither be watched nor read.
    pub(crate) fn start(root: &Path) -> notify::Result<Watch> {
        let (tell, events) = channel();
        let system = RecommendedWatcher::new(tell, Config::default());
        let system = system.and_then(|mut watcher| {
            watcher.watch(root, RecursiveMode::NonRecursive)?;
            Ok(Box::new(watcher))
        });
        let Ok(watcher) = system else { return Watch::polling(root) };
        let (root, watched) = (root.to_path_buf(), Vec::new());
        let mut watch = Watch { root, watcher, events, watched, is_told: true };
        watch.follow_parts()?;
        Ok(watch)
    }

    /// Reads the folder again and again.
    fn polling(root: &Path) -> notify::Result<Watch> {
        let (tell, events) = channel();
        let config = Config::default().with_poll_interval(POLL).with_compare_contents(true);
        let mut watcher = Box::new(PollWatcher::new(tell, config)?);
        watcher.watch(root, RecursiveMode::NonRecursive)?;
        let (root, watched) = (root.to_path_buf(), Vec::new());
        let mut watch = Watch { root, watcher, events, watched, is_told: false };
        watch.follow_parts()?;
        Ok(watch)
    }

    /// Reads the folder again and again from now on: the system does not tell of changes behind links.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub(crate) fn poll(&mut self) -> notify::Result<()> {
        if self.is_told {
            *self = Watch::polling(&self.root)?;
        }
        Ok(())
    }

    /// Watches the parts that are there now, and no longer those that are gone; where the system has no
    /// room for more watches, the folder is read again and again.
    fn follow_parts(&mut self) -> notify::Result<()> {
        for part in PARTS.map(|part| self.root.join(part)) {
            if !part.exists() {
                let _ = self.watcher.unwatch(&part);
                self.watched.retain(|other| *other != part);
            } else if !self.watched.contains(&part) {
                match self.watcher.watch(&part, RecursiveMode::Recursive) {
                    Ok(()) => self.watched.push(part),
                    Err(_) if self.is_told && part.exists() => return self.poll(),
                    // It has gone just now, or is looked for again with the next change.
                    Err(_) => {}
                }
            }
        }
        Ok(())
    }

    /// Waits for a change, at most for `patience`, and then until it is quiet again. `concerns` says
    /// which paths matter.
    pub(crate) fn next(&mut self, patience: Duration, concerns: impl Fn(&Path) -> bool) -> Change {
        let mut paths: Vec<PathBuf> = Vec::new();
        let mut until = Instant::now() + patience;
        let mut latest = until;
        let mut is_lost = false;
        let mut has_no_room = false;
        let mut has_moved = false;
        let mut has_new_folder = false;
        loop {
            let now = Instant::now();
            match self.events.recv_timeout(until.min(latest).saturating_duration_since(now)) {
                Ok(Ok(event)) => {
                    let count = paths.len();
                    is_lost |= event.need_rescan();
                    if is_change(&event.kind) {
                        has_moved |= event.paths.iter().any(|path| self.is_part(path));
                        has_new_folder |= is_new_folder(&event);
                        paths.extend(event.paths.into_iter().filter(|path| concerns(path)));
                    }
                    if count == 0 && (is_lost || !paths.is_empty()) {
                        latest = Instant::now() + LONGEST;
                    }
                    if is_lost || paths.len() > count {
                        until = Instant::now() + QUIET;
                    }
                }
                Ok(Err(error)) => {
                    is_lost = true;
                    has_no_room |= matches!(error.kind, ErrorKind::MaxFilesWatch);
                    until = Instant::now() + QUIET;
                }
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
            }
        }
        if has_new_folder {
            self.settle();
        }
        if has_no_room {
            // A folder that came is not watched, and nobody would tell of what is in it.
            let _ = self.poll();
        }
        if has_moved || is_lost {
            // What was written into a new folder before it was watched was not told.
            self.watched.retain(|part| part.is_dir() && !has_moved);
            // A folder that cannot even be read is one whose change is told with the next.
            let _ = self.follow_parts();
            return Change::Anywhere;
        }
        paths.sort();
        paths.dedup();
        if paths.is_empty() { Change::Nothing } else { Change::At(paths) }
    }

    /// Waits until new folders are watched. What is written into one before that is told by nobody, so
    /// that they must be read after it; the watcher's thread begins to watch a folder only after it
    /// has told of it, and answers this after both.
    fn settle(&mut self) {
        if RecommendedWatcher::kind() == WatcherKind::Inotify {
            let _ = self.watcher.watch(&self.root, RecursiveMode::NonRecursive);
        }
    }

    /// Whether a path is that of a whole part: it came, went or was moved.
    fn is_part(&self, path: &Path) -> bool {
        path.parent() == Some(&self.root) && PARTS.iter().any(|part| path.ends_with(part))
    }
}

/// Whether something changed: files are also opened and read, not least by this program.
fn is_change(kind: &EventKind) -> bool {
    match kind {
        EventKind::Access(access) => *access == AccessKind::Close(AccessMode::Write),
        _ => true,
    }
}

/// Whether a folder came, by being made or moved.
fn is_new_folder(event: &Event) -> bool {
    let has_come = match &event.kind {
        EventKind::Create(CreateKind::Folder) => return true,
        EventKind::Create(kind) => *kind != CreateKind::File,
        EventKind::Modify(ModifyKind::Name(_)) => true,
        _ => false,
    };
    has_come && event.paths.iter().any(|path| path.is_dir())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::{Arc, Mutex};

    use super::*;

    /// Notes what is to be watched, and refuses some of it.
    #[derive(Default)]
    struct Notes {
        asked: Arc<Mutex<Vec<PathBuf>>>,
        refused: Option<PathBuf>,
    }

    impl Watcher for Notes {
        fn new<F: notify::EventHandler>(_: F, _: Config) -> notify::Result<Self> {
            Ok(Notes::default())
        }
        fn watch(&mut self, path: &Path, _: RecursiveMode) -> notify::Result<()> {
            self.asked.lock().unwrap().push(path.to_path_buf());
            match &self.refused {
                Some(refused) if refused == path => {
                    Err(notify::Error::new(ErrorKind::MaxFilesWatch))
                }
                _ => Ok(()),
            }
        }
        fn unwatch(&mut self, _: &Path) -> notify::Result<()> {
            Ok(())
        }
        fn kind() -> WatcherKind {
            WatcherKind::Inotify
        }
    }

    /// Long enough for any machine.
    const PATIENCE: Duration = Duration::from_secs(30);

    fn folder() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        fs::create_dir(root.join("content")).unwrap();
        (folder, root)
    }

    /// All paths told until one of them is `last`.
    fn until(watch: &mut Watch, last: &Path) -> Vec<PathBuf> {
        let mut told = Vec::new();
        loop {
            match watch.next(PATIENCE, |_| true) {
                Change::At(paths) => told.extend(paths),
                Change::Anywhere => told.push(last.to_path_buf()),
                Change::Nothing => panic!("nothing was told, only {told:?}"),
            }
            if told.iter().any(|path| path == last) {
                return told;
            }
        }
    }

    #[test]
    fn a_change_is_told_and_reading_is_none() {
        let (_keep, root) = folder();
        let file = root.join("content/a.md");
        fs::write(&file, "one").unwrap();
        let mut watch = Watch::start(&root).unwrap();
        fs::read(&file).unwrap();
        fs::write(root.join("content/b.md"), "two").unwrap();
        let told = until(&mut watch, &root.join("content/b.md"));
        assert!(!told.contains(&file), "{told:?}");
    }

    #[test]
    fn reading_the_folders_is_no_change() {
        let (_keep, root) = folder();
        let mut watch = Watch::start(&root).unwrap();
        assert_eq!(fs::read_dir(root.join("content")).unwrap().count(), 0);
        assert_eq!(watch.next(Duration::from_millis(200), |_| true), Change::Nothing);
    }

    #[test]
    fn a_hundred_files_are_told_together() {
        let (_keep, root) = folder();
        let mut watch = Watch::start(&root).unwrap();
        for number in 0..100 {
            fs::write(root.join(format!("content/{number}.md")), "text").unwrap();
        }
        fs::write(root.join("site.yaml"), "title: x").unwrap();
        let told = until(&mut watch, &root.join("site.yaml"));
        assert!(told.len() >= 101, "{}", told.len());
    }

    #[test]
    fn a_folder_that_is_moved_away_and_back_is_watched_still() {
        let (_keep, root) = folder();
        let mut watch = Watch::start(&root).unwrap();
        fs::rename(root.join("content"), root.join("aside")).unwrap();
        assert_eq!(watch.next(PATIENCE, |_| true), Change::Anywhere);
        fs::rename(root.join("aside"), root.join("content")).unwrap();
        assert_eq!(watch.next(PATIENCE, |_| true), Change::Anywhere);
        fs::write(root.join("content/a.md"), "one").unwrap();
        until(&mut watch, &root.join("content/a.md"));
    }

    /// Folders that come with a file, each a moment after its folder: either the folder is watched by
    /// then, or the file is there when the folder is read.
    #[test]
    fn what_is_written_into_a_new_folder_is_never_missed() {
        let (_keep, root) = folder();
        let mut watch = Watch::start(&root).unwrap();
        for round in 0..60 {
            let place = root.join(format!("content/{round}"));
            let file = place.join("inner/a.md");
            std::thread::scope(|scope| {
                scope.spawn(|| {
                    fs::create_dir_all(place.join("inner")).unwrap();
                    std::thread::sleep(Duration::from_micros(round * 97 % 4000));
                    fs::write(&file, "one").unwrap();
                });
                // After each change all is read again.
                while !file.exists() || fs::read(&file).unwrap().is_empty() {
                    assert_ne!(watch.next(PATIENCE, |_| true), Change::Nothing, "{round}");
                }
            });
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_new_folder_is_waited_for_until_it_is_watched() {
        let (_keep, root) = folder();
        let (tell, events) = channel();
        let notes = Notes::default();
        let (asked, watcher) = (Arc::clone(&notes.asked), Box::new(notes));
        let watched = Vec::new();
        let mut watch = Watch { root: root.clone(), watcher, events, watched, is_told: true };
        let place = root.join("content/new");
        for (kind, waits) in [(CreateKind::File, false), (CreateKind::Folder, true)] {
            tell.send(Ok(Event::new(EventKind::Create(kind)).add_path(place.clone()))).unwrap();
            assert_eq!(watch.next(PATIENCE, |_| true), Change::At(vec![place.clone()]));
            assert_eq!(asked.lock().unwrap().contains(&root), waits, "{kind:?}");
        }
    }

    #[test]
    fn a_folder_that_the_system_has_no_room_to_watch_is_read_again_and_again() {
        let (_keep, root) = folder();
        let (_tell, events) = channel();
        let notes = Notes { refused: Some(root.join("content")), ..Notes::default() };
        let (watcher, watched) = (Box::new(notes), Vec::new());
        let mut watch = Watch { root: root.clone(), watcher, events, watched, is_told: true };
        watch.follow_parts().unwrap();
        assert!(!watch.is_told);
        fs::write(root.join("content/a.md"), "one").unwrap();
        until(&mut watch, &root.join("content/a.md"));
    }

    #[test]
    fn a_folder_that_comes_when_there_is_no_room_is_read_again_and_again() {
        let (_keep, root) = folder();
        let (tell, events) = channel();
        let (watcher, watched) = (Box::new(Notes::default()), Vec::new());
        let mut watch = Watch { root: root.clone(), watcher, events, watched, is_told: true };
        fs::create_dir(root.join("content/new")).unwrap();
        tell.send(Err(notify::Error::new(ErrorKind::MaxFilesWatch))).unwrap();
        assert_eq!(watch.next(PATIENCE, |_| true), Change::Anywhere);
        assert!(!watch.is_told);
        fs::write(root.join("content/new/a.md"), "one").unwrap();
        until(&mut watch, &root.join("content/new/a.md"));
    }

    #[test]
    fn an_error_of_the_watcher_is_answered_at_once() {
        let (_keep, root) = folder();
        let (tell, events) = channel();
        let (watcher, watched) = (Box::new(Notes::default()), Vec::new());
        let mut watch = Watch { root, watcher, events, watched, is_told: true };
        tell.send(Err(notify::Error::generic("lost"))).unwrap();
        let asked = Instant::now();
        assert_eq!(watch.next(PATIENCE, |_| true), Change::Anywhere);
        assert!(asked.elapsed() < PATIENCE);
    }

    #[cfg(unix)]
    #[test]
    fn what_changes_behind_a_link_is_told() {
        let (_keep, root) = folder();
        let (target, link) = (root.join("shared/x.md"), root.join("content/x.zh.md"));
        fs::create_dir(root.join("shared")).unwrap();
        fs::write(&target, "one").unwrap();
        std::os::unix::fs::symlink(&target, &link).unwrap();
        let mut watch = Watch::start(&root).unwrap();
        watch.poll().unwrap();
        fs::write(&target, "another").unwrap();
        until(&mut watch, &link);
    }
}
