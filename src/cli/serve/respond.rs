//! What each address of the server answers.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Serialize;

use shushuo::diag::{Severity, Span};
use shushuo::render::view::escape;

use super::findings::{Teller, editor_url};
use super::inject::{Made, inject};
use super::request::{Request, decode};
use super::side;
use super::stage::{Answer, Edition, Stage, digest};
use crate::cli::report::Cursor;
use crate::cli::words::Words;

/// Everything of the server's own is below this folder, whose name no page can have.
const OWN: &str = "_shushuo/";
const SCRIPT: &str = include_str!("page/serve.js");
const STYLES: &str = include_str!("page/serve.css");
const HTML: &str = "text/html; charset=utf-8";
const JSON: &str = "application/json; charset=utf-8";

/// An answer.
#[derive(Debug)]
pub(crate) struct Response {
    /// The status line's number and words.
    pub(crate) status: &'static str,
    /// The media type.
    pub(crate) kind: &'static str,
    /// What is sent.
    pub(crate) body: Vec<u8>,
}

/// What a request leads to.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// An answer.
    Answer(Response),
    /// The page waits to be told of changes.
    Listen,
}

/// The server's knowledge: the site, and in which words it is told.
#[derive(Debug)]
pub(crate) struct Desk {
    /// The site.
    pub(crate) stage: Stage,
    /// The site folder, for links to an editor.
    pub(crate) root: PathBuf,
    /// The words.
    pub(crate) words: Words,
}

/// How a page stands, and what there is to say over it.
#[derive(Serialize)]
struct PageState<'a> {
    digest: String,
    errors: usize,
    warnings: usize,
    /// The findings as HTML; empty where there are none.
    findings: String,
    /// The files that the page's words are in.
    files: Vec<Link>,
    /// The address of the side-by-side view; `None` for pages without words of their own.
    side: Option<String>,
    words: BTreeMap<&'a str, String>,
}

/// A place in a file.
#[derive(Debug, Serialize)]
struct Link {
    name: String,
    href: String,
}

impl Desk {
    /// Answers a request.
    pub(crate) fn answer(&self, request: &Request) -> Outcome {
        let response = match request.path.strip_prefix(OWN) {
            Some("events") => return Outcome::Listen,
            Some("serve.js") => ok("text/javascript; charset=utf-8", SCRIPT.into()),
            Some("serve.css") => ok("text/css; charset=utf-8", STYLES.into()),
            Some("page") => self.page_state(&argument(&request.query, "path")),
            Some("places") => self.places(&argument(&request.query, "ids")),
            Some(other) => match other.strip_prefix("side/") {
                Some(page) => self.side(page),
                None => self.missing(&request.path),
            },
            None => self.file(&request.path),
        };
        Outcome::Answer(response)
    }

    /// A file of the site.
    fn file(&self, path: &str) -> Response {
        let path = whole(path);
        let (_, shown) = self.stage.editions();
        if shown.is_none() {
            return self.waiting(&path);
        }
        let answer = self.stage.file(&path);
        match answer.bytes {
            Some(bytes) if path.ends_with(".html") => {
                ok(HTML, self.page(&path, &bytes, &digest(Some(&bytes))))
            }
            Some(bytes) => ok(media_type(&path), bytes.to_vec()),
            None if !answer.diagnostics.is_empty() => self.waiting(&path),
            None => self.missing(&path),
        }
    }

    /// A page of the site as the browser gets it.
    fn page(&self, path: &str, bytes: &[u8], digest: &str) -> Vec<u8> {
        let made = Made { path, digest, style: &self.stage.style() };
        inject(&String::from_utf8_lossy(bytes), made).into_bytes()
    }

    /// The site's own page for addresses that do not exist; it hears when there is a page after all.
    fn missing(&self, path: &str) -> Response {
        let body = match self.stage.file("404.html").bytes {
            Some(bytes) => self.page(path, &bytes, &digest(None)),
            None => Vec::new(),
        };
        Response { status: "404 Not Found", kind: HTML, body }
    }

    /// A page that says what is wrong, where there is nothing else to show.
    fn waiting(&self, path: &str) -> Response {
        let say = |id: &'static str| escape(self.words.get(id));
        let html = format!(
            "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta \
             name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n\
             <link rel=\"stylesheet\" href=\"/_shushuo/serve.css\">\n</head>\n<body class=\"waiting\">\n\
             <main>\n<h1>{}</h1>\n<p>{}</p>\n{}\n</main>\n</body>\n</html>\n",
            self.words.lang.tag(),
            say("serve-errors-title"),
            say("serve-errors-title"),
            say("serve-waiting"),
            self.findings(path).1,
        );
        let body = inject(&html, Made { path, digest: "waiting", style: "" }).into_bytes();
        Response { status: "500 Internal Server Error", kind: HTML, body }
    }

    /// What is wrong with the site and with a page of it: the errors and warnings counted, and all of
    /// them told.
    fn findings(&self, path: &str) -> ([usize; 2], String) {
        let (latest, shown) = self.stage.editions();
        let compilation = latest.compilation();
        let mut list = compilation.diagnostics.clone();
        let mut told = String::new();
        let of_page = match &shown {
            Some(_) => self.stage.file(path).diagnostics,
            None => Vec::new(),
        };
        // What making the page showed stands in the files of the site that is shown.
        let is_same = shown.as_ref().is_some_and(|shown| std::sync::Arc::ptr_eq(shown, &latest));
        if is_same {
            list.extend(of_page);
        }
        if !list.is_empty() {
            told = self.teller(&latest).list(&list);
        }
        let of = |severity| list.iter().filter(|found| found.severity == severity).count();
        ([of(Severity::Error), of(Severity::Warning)], told)
    }

    fn teller<'a>(&'a self, edition: &'a Edition) -> Teller<'a> {
        let files = &edition.compilation().files;
        Teller { root: &self.root, files, words: &self.words }
    }

    fn page_state(&self, path: &str) -> Response {
        let path = whole(path);
        let (latest, shown) = self.stage.editions();
        let own = path.strip_prefix(OWN);
        let digest = match (&shown, own) {
            (None, None) => "waiting".to_owned(),
            (_, Some(own)) => self.side_digest(own.strip_prefix("side/").unwrap_or(own)),
            (Some(_), None) => match self.stage.file(&path) {
                Answer { bytes: None, diagnostics } if !diagnostics.is_empty() => {
                    "waiting".to_owned()
                }
                Answer { bytes, .. } => digest(bytes.as_deref()),
            },
        };
        let ([errors, warnings], findings) = self.findings(&path);
        let state = PageState {
            digest,
            errors,
            warnings,
            findings,
            files: self.files_of(&path),
            side: (own.is_none() && latest.pair(&path).is_some())
                .then(|| format!("/{OWN}side/{}", shushuo::site::encode(&path))),
            words: self.words_for(errors, warnings, shown.is_some()),
        };
        json(&state)
    }

    fn words_for(&self, errors: usize, warnings: usize, is_shown: bool) -> BTreeMap<&str, String> {
        let count =
            |id: &'static str, count: usize| self.words.fill(id, &[("count", &count.to_string())]);
        let say = |id: &'static str| self.words.get(id).to_owned();
        BTreeMap::from([
            ("title", say("serve-errors-title")),
            ("beneath", say(if is_shown { "serve-beneath" } else { "serve-waiting" })),
            ("errors", count("serve-errors", errors)),
            ("warnings", count("serve-warnings", warnings)),
            ("close", say("serve-close")),
            ("copy", say("serve-copy")),
            ("copied", say("serve-copied")),
            ("side", say("serve-side")),
            ("lost", say("serve-lost")),
        ])
    }

    /// The files that a page's words are in.
    fn files_of(&self, path: &str) -> Vec<Link> {
        let (latest, _) = self.stage.editions();
        let own = latest.pair(path).and_then(|(lang, pair)| pair.get(lang).as_ref());
        own.map(|document| self.link(&latest, Span::whole(document.file))).into_iter().collect()
    }

    /// Where figures are declared, by their ids.
    fn places(&self, ids: &str) -> Response {
        let (latest, _) = self.stage.editions();
        let figures = latest.compilation().site.as_ref().map(|site| &site.figures);
        let places: BTreeMap<&str, Link> = ids
            .split(',')
            .filter_map(|id| Some((id, self.link(&latest, figures?.get(id)?.span))))
            .collect();
        json(&places)
    }

    fn link(&self, edition: &Edition, span: Span) -> Link {
        let file = edition.compilation().files.get(span.file);
        let at = Cursor::new(file.text()).at(span.start());
        Link {
            name: format!("{}:{}", file.path, at.line),
            href: editor_url(&self.root, &file.path, at.line, at.column),
        }
    }

    /// Both languages of a page beside each other, as they are now, errors and all.
    fn side(&self, path: &str) -> Response {
        let (latest, _) = self.stage.editions();
        let page = side::Page { teller: self.teller(&latest), compilation: latest.compilation() };
        let address = format!("{OWN}side/{path}");
        let Some(html) = page.html(path) else { return self.missing(&address) };
        let own = digest(Some(&html.clone().into_bytes()));
        let made = Made { path: &address, digest: &own, style: "" };
        ok(HTML, inject(&html, made).into_bytes())
    }

    /// The digest of a side-by-side view.
    fn side_digest(&self, path: &str) -> String {
        let (latest, _) = self.stage.editions();
        let page = side::Page { teller: self.teller(&latest), compilation: latest.compilation() };
        digest(page.html(path).map(String::into_bytes).as_ref())
    }
}

/// The path of a page; a folder's is its index.
fn whole(path: &str) -> String {
    match path {
        "" => "index.html".to_owned(),
        folder if folder.ends_with('/') => format!("{folder}index.html"),
        file => file.to_owned(),
    }
}

/// An argument of a query, decoded; empty where there is none.
fn argument(query: &str, name: &str) -> String {
    let mut arguments = query.split('&').filter_map(|pair| pair.split_once('='));
    let found = arguments.find(|(known, _)| *known == name);
    found.and_then(|(_, value)| decode(value)).unwrap_or_default()
}

fn ok(kind: &'static str, body: Vec<u8>) -> Response {
    Response { status: "200 OK", kind, body }
}

fn json(value: &impl Serialize) -> Response {
    ok(JSON, serde_json::to_vec(value).expect("text and numbers are always JSON"))
}

/// The media type of a file, by its ending; browsers may not guess.
fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" | "htm" => HTML,
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => JSON,
        "csv" => "text/csv; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "pdf" => "application/pdf",
        "webmanifest" => "application/manifest+json",
        "mp4" => "video/mp4",
        "mp3" => "audio/mpeg",
        _ => "application/octet-stream",
    }
}
