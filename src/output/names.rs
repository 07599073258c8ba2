//! Which paths a built site may have: those that every system can hold.

use std::collections::BTreeMap;

use super::{NameFault, OutputError, marker};

/// Names that Windows keeps for devices, with any extension.
const RESERVED: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// The longest name of one file or folder, in bytes, that common file systems hold.
const LONGEST_NAME: usize = 255;

/// The paths of a site so far.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// The files by their paths in lower case: systems differ in whether case tells files apart.
    files: BTreeMap<String, String>,
    /// The folders, the same, each with a file in it.
    folders: BTreeMap<String, String>,
}

impl Names {
    /// Refuses a path that leaves the site or cannot stand beside the others.
    pub(super) fn admit(&mut self, path: &str) -> Result<(), OutputError> {
        if let Some(fault) = fault(path) {
            return Err(OutputError::BadName { path: path.to_owned(), fault });
        }
        let lower = path.to_lowercase();
        if let Some(other) = self.files.get(&lower).or_else(|| self.folders.get(&lower)) {
            return Err(clash(path, other));
        }
        let mut folder = lower.as_str();
        while let Some((above, _)) = folder.rsplit_once('/') {
            folder = above;
            if self.folders.contains_key(folder) {
                break;
            }
            if let Some(other) = self.files.get(folder) {
                return Err(clash(path, other));
            }
            self.folders.insert(folder.to_owned(), path.to_owned());
        }
        self.files.insert(lower, path.to_owned());
        Ok(())
    }
}

fn clash(path: &str, other: &str) -> OutputError {
    OutputError::BadName { path: path.to_owned(), fault: NameFault::Clash(other.to_owned()) }
}

fn fault(path: &str) -> Option<NameFault> {
    if path.to_lowercase() == marker::NAME {
        return Some(NameFault::Reserved);
    }
    path.split('/').find_map(|name| {
        if name.is_empty() || name == "." || name == ".." {
            return Some(NameFault::Outside);
        }
        if name.len() > LONGEST_NAME {
            return Some(NameFault::TooLong);
        }
        let awkward = |c: char| {
            c.is_control()
                || "\\:*?\"<>|".contains(c)
                // Names that are seen in another direction than they are written in: a name that ends in exe and seems to end in png.
                || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
        };
        if name.contains(awkward) || name.ends_with(['.', ' ']) {
            return Some(NameFault::Awkward);
        }
        let stem = name.split('.').next().unwrap_or(name).trim_end().to_ascii_lowercase();
        RESERVED.contains(&stem.as_str()).then_some(NameFault::Reserved)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(paths: &[&str]) -> Option<NameFault> {
        let mut names = Names::default();
        match paths.iter().try_for_each(|path| names.admit(path)) {
            Err(OutputError::BadName { fault, .. }) => Some(fault),
            Err(other) => panic!("{other:?}"),
            Ok(()) => None,
        }
    }

    #[test]
    fn ordinary_paths_pass() {
        assert_eq!(verdict(&["index.html", "en/index.html", "tags/公园.html", ".nojekyll"]), None);
        assert_eq!(verdict(&["a", "a.html", "a-b/c", "console.html", "com10"]), None);
    }

    #[test]
    fn paths_that_leave_the_site_are_refused() {
        for path in ["", "/etc/passwd", "../x", "a/../b", "a//b", "a/", "./a", ".."] {
            assert_eq!(verdict(&[path]), Some(NameFault::Outside), "{path:?}");
        }
    }

    #[test]
    fn names_that_some_system_cannot_hold_are_refused() {
        for path in ["a\0b", "a\nb", "a\\b", "c:x", "what?.html", "a./b", "a ", "a\u{202E}gnp.exe"]
        {
            assert_eq!(verdict(&[path]), Some(NameFault::Awkward), "{path:?}");
        }
        for path in ["nul", "en/CON.html", "Lpt1.tar.gz", ".shushuo"] {
            assert_eq!(verdict(&[path]), Some(NameFault::Reserved), "{path:?}");
        }
        assert_eq!(verdict(&["长".repeat(86).as_str()]), Some(NameFault::TooLong));
        assert_eq!(verdict(&["长".repeat(85).as_str()]), None);
    }

    #[test]
    fn paths_that_clash_are_refused() {
        assert_eq!(verdict(&["a.html", "A.html"]), Some(NameFault::Clash("a.html".into())));
        assert_eq!(verdict(&["a.html", "a.html"]), Some(NameFault::Clash("a.html".into())));
        assert_eq!(verdict(&["a/b", "A/B/c"]), Some(NameFault::Clash("a/b".into())));
        assert_eq!(verdict(&["a/b/c", "A/b"]), Some(NameFault::Clash("a/b/c".into())));
    }
}
