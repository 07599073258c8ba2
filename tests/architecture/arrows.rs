//! Which module uses which, read from the source, held against the order in `lib.rs`.

use std::collections::BTreeMap;

use crate::tokens::{Placed, Token, tokens};

/// A module that `lib.rs` declares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Module {
    /// Its name.
    pub(crate) name: String,
    /// Whether the library shows it to others.
    pub(crate) is_public: bool,
}

/// A path that leaves its own module: the name after the crate's root, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Use {
    /// What is named directly beneath the root of the crate.
    pub(crate) root_item: String,
    /// The line, counted from 1.
    pub(crate) line: usize,
    /// Every word of the path or use tree, the root item first.
    pub(crate) words: Vec<String>,
}

/// The modules of a `lib.rs`, in the order in which it declares them.
pub(crate) fn declared_modules(lib: &str) -> Vec<Module> {
    let tokens = tokens(lib);
    let is_word =
        |at: usize, word: &str| matches!(tokens.get(at), Some((Token::Word(w), _)) if w == word);
    (0..tokens.len())
        .filter(|&at| is_word(at, "mod"))
        .filter_map(|at| match tokens.get(at + 1..at + 3) {
            Some([(Token::Word(name), _), (Token::Mark(';' | '{'), _)]) => {
                Some(Module { name: name.clone(), is_public: at > 0 && is_word(at - 1, "pub") })
            }
            _ => None,
        })
        .filter(|module| module.name != "tests")
        .collect()
}

/// Every path in `source` that starts at the crate's root. `module_path` is where the file stands,
/// for example `["figure", "resolve"]`, so that chains of `super` can be followed.
pub(crate) fn uses(source: &str, module_path: &[&str]) -> Vec<Use> {
    let tokens = tokens(source);
    let mut found = Vec::new();
    let mut depth = 0;
    // Inline modules that are open here, as the depth of their braces.
    let mut inline: Vec<usize> = Vec::new();
    for at in 0..tokens.len() {
        match &tokens[at].0 {
            Token::Mark('{') => {
                depth += 1;
                if opens_module(&tokens, at) {
                    inline.push(depth);
                }
            }
            Token::Mark('}') => {
                inline.pop_if(|opened_at| *opened_at == depth);
                depth -= 1;
            }
            Token::Word(word) if !follows_separator(&tokens, at) => {
                let reach = module_path.len() + inline.len();
                if let Some(after) = path_from_root(&tokens, at, word, reach) {
                    found.extend(root_items(&tokens, after));
                }
            }
            _ => {}
        }
    }
    found
}

fn opens_module(tokens: &[Placed], at: usize) -> bool {
    at >= 2 && tokens[at - 2].0 == Token::Word("mod".into())
}

fn follows_separator(tokens: &[Placed], at: usize) -> bool {
    at > 0 && tokens[at - 1].0 == Token::Separator
}

/// Where the path continues behind its root, when the path at `at` starts at the crate's root.
fn path_from_root(tokens: &[Placed], at: usize, word: &str, reach: usize) -> Option<usize> {
    let is = |at: usize, token: &Token| tokens.get(at).is_some_and(|(found, _)| found == token);
    if word == "crate" || word == "shushuo" {
        return is(at + 1, &Token::Separator).then_some(at + 2);
    }
    let mut next = at;
    if word == "self" && is(at + 1, &Token::Separator) {
        next += 2;
    }
    let mut climbed = 0;
    while is(next, &Token::Word("super".into())) && is(next + 1, &Token::Separator) {
        climbed += 1;
        next += 2;
    }
    (climbed > 0 && climbed == reach).then_some(next)
}

/// The use tree or path that starts at `at`: one item, or one for each branch of a group.
fn root_items(tokens: &[Placed], at: usize) -> Vec<Use> {
    let mut items: Vec<Use> = Vec::new();
    let is_group = tokens.get(at).is_some_and(|(token, _)| *token == Token::Mark('{'));
    let mut depth = 0;
    let mut starts_branch = true;
    let mut previous = &Token::Separator;
    for (token, line) in &tokens[at..] {
        let continues = match token {
            Token::Word(_) | Token::Mark('{' | '*') => depth > 0 || *previous == Token::Separator,
            Token::Separator => matches!(previous, Token::Word(_)),
            Token::Mark(mark) => depth > 0 && matches!(mark, ',' | '}'),
        };
        if !continues {
            break;
        }
        previous = token;
        match token {
            Token::Mark('{') => depth += 1,
            Token::Mark('}') => depth -= 1,
            Token::Mark(',') if depth == 1 && is_group => starts_branch = true,
            Token::Word(_) | Token::Mark('*') => {
                let word = if let Token::Word(word) = token { word.as_str() } else { "*" };
                if std::mem::take(&mut starts_branch) {
                    items.push(Use { root_item: word.into(), line: *line, words: Vec::new() });
                }
                items.last_mut().expect("a branch is open").words.push(word.into());
            }
            _ => {}
        }
    }
    items
}

/// The names that a file keeps within the crate: what `pub(crate)` and its like declare.
pub(crate) fn hidden_names(source: &str) -> Vec<String> {
    let tokens = tokens(source);
    let declares = ["fn", "struct", "enum", "trait", "type", "const", "static", "mod"];
    (0..tokens.len())
        .filter(|&at| {
            matches!(tokens.get(at..at + 2), Some([(Token::Word(word), _), (Token::Mark('('), _)]) if word == "pub")
        })
        .filter_map(|at| {
            let mut words = tokens[at..].iter().skip_while(|(token, _)| *token != Token::Mark(')'));
            words.find(|(token, _)| matches!(token, Token::Word(word) if declares.contains(&word.as_str())))?;
            words.find_map(|(token, _)| match token {
                Token::Word(word) if !declares.contains(&word.as_str()) => Some(word.clone()),
                _ => None,
            })
        })
        .collect()
}

/// What is wrong with one file's use of the crate, one sentence each. `module` is the top module
/// that the file belongs to.
pub(crate) fn upward(modules: &[Module], module: &str, uses: &[Use]) -> Vec<String> {
    let place = |name: &str| modules.iter().position(|module| module.name == name);
    let Some(own) = place(module) else {
        return vec![format!("{module} is not declared in lib.rs")];
    };
    let last = modules.len() - 1;
    uses.iter()
        .filter_map(|found| match place(&found.root_item) {
            Some(other) if other <= own => None,
            Some(_) => Some(format!(
                "line {}: {module} uses {}, which lib.rs declares below it",
                found.line, found.root_item
            )),
            // What stands in lib.rs itself is above nothing but the command line.
            None if own == last && module == "cli" => None,
            None => Some(format!(
                "line {}: {module} uses {} of the crate's root instead of the module that has it",
                found.line, found.root_item
            )),
        })
        .collect()
}

/// Where the command line reaches for more than the library shows to everyone. `hidden` holds, for
/// each module, the names that it keeps within the crate.
pub(crate) fn beyond_public(
    modules: &[Module],
    hidden: &BTreeMap<String, Vec<String>>,
    uses: &[Use],
) -> Vec<String> {
    let mut problems = Vec::new();
    for found in uses.iter().filter(|found| found.root_item != "cli") {
        let module = modules.iter().find(|module| module.name == found.root_item);
        if module.is_some_and(|module| !module.is_public) {
            problems.push(format!("line {}: {} is a private module", found.line, found.root_item));
        }
        let kept = hidden.get(&found.root_item);
        let is_kept = |word: &&String| kept.is_some_and(|names| names.contains(word));
        for word in found.words.iter().skip(1).filter(is_kept) {
            problems
                .push(format!("line {}: {word} of {} is not public", found.line, found.root_item));
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Module, beyond_public, declared_modules, hidden_names, upward, uses};

    const LIB: &str =
        "//! The map.\npub mod lang;\nmod source;\npub mod site; // pub mod ghost;\npub mod cli;\n";

    fn complaints(module: &str, path: &[&str], source: &str) -> Vec<String> {
        upward(&declared_modules(LIB), module, &uses(source, path))
    }

    #[test]
    fn the_order_is_that_of_lib() {
        let module = |name: &str, is_public| Module { name: name.into(), is_public };
        let expected = [
            module("lang", true),
            module("source", false),
            module("site", true),
            module("cli", true),
        ];
        assert_eq!(declared_modules(LIB), expected);
    }

    #[test]
    fn downward_and_inner_arrows_pass() {
        let source = "use crate::lang::Lang;\nuse crate::{lang::{self, Lang}, source};\n\
            use super::pairs;\nuse crate::lang::{Lang, cli};\npub(crate) fn f(l: crate::site::Site) {}\n/// [`crate::cli`]\n\
            mod tests { use super::*; fn g() { super::super::neighbour::h() } }\nuse std::cli::x;";
        assert_eq!(complaints("site", &["site", "links"], source), [""; 0]);
    }

    #[test]
    fn each_way_of_pointing_upward_is_seen() {
        for source in [
            "use crate::site::Site;",
            "fn f() -> crate::site::Site { x }",
            "use crate::{lang::Lang, site::{Page, Site}};",
            "use shushuo::site;",
            "use super::super::site::Site;",
            "use self::super::super::site::Site;",
            "mod tests { use super::super::super::site::Site; }",
            "mod tests { fn f() { if x { } } use super::super::super::{lang, site}; }",
        ] {
            let found = complaints("source", &["source", "walk"], source);
            assert_eq!(found.len(), 1, "{source}: {found:?}");
            assert!(found[0].contains("source uses site"), "{source}: {found:?}");
        }
    }

    #[test]
    fn the_root_is_no_way_around() {
        for source in ["use crate::Site;", "use crate::*;", "use super::super::compile;"] {
            assert_eq!(complaints("source", &["source", "walk"], source).len(), 1, "{source}");
        }
        assert_eq!(complaints("cli", &["cli"], "use crate::compile;"), [""; 0]);
    }

    #[test]
    fn an_undeclared_module_is_told() {
        assert_eq!(complaints("ghost", &["ghost"], ""), ["ghost is not declared in lib.rs"]);
    }

    #[test]
    fn the_command_line_gets_only_what_is_public() {
        let names = hidden_names(
            "pub(crate) const fn pair() {}\npub fn open() {}\npub(super) struct Inner;",
        );
        assert_eq!(names, ["pair", "Inner"]);
        let hidden = BTreeMap::from([("site".to_owned(), names)]);
        let told =
            |source: &str| beyond_public(&declared_modules(LIB), &hidden, &uses(source, &["cli"]));
        assert_eq!(
            told("use crate::site::{open, pages::Inner};"),
            ["line 1: Inner of site is not public"]
        );
        assert_eq!(
            told("fn f() { shushuo::site::pair(1) }"),
            ["line 1: pair of site is not public"]
        );
        assert_eq!(told("use crate::source;"), ["line 1: source is a private module"]);
        assert_eq!(told("use crate::{lang, compile, cli::args};\nfn f() { pair(1) }"), [""; 0]);
    }
}
