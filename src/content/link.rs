//! Links and images: where they may lead, and how they are written.

use std::ops::Range;

use pulldown_cmark_escape::{escape_href, escape_html};

use super::body::SlotKind;
use super::emphasis::JOINT;
use super::writer::Writer;
use crate::diag::{Code, Diagnostic};

impl Writer<'_, '_> {
    pub(super) fn open_link(&mut self, address: &str, title: &str, range: &Range<usize>) {
        self.depth += 1;
        match destination(address) {
            Destination::Web => self.raw(format!("<a href=\"{}\"", href(address))),
            Destination::Site => {
                self.raw("<a href=\"");
                self.slot(SlotKind::Address(address.to_owned()), range);
                self.raw("\"");
            }
            Destination::Forbidden => {
                let message = text!("broken-link.scheme", address = address);
                let span = self.span(range);
                self.sink.push(
                    Diagnostic::new(Code::BrokenLink, span, message)
                        .hint(text!("broken-link.scheme-hint")),
                );
                self.raw("<a");
            }
        }
        let title =
            if title.is_empty() { String::new() } else { format!(" title=\"{}\"", html(title)) };
        self.raw(format!("{title}>"));
    }

    pub(super) fn close_link(&mut self) {
        self.raw("</a>");
        self.leave();
    }

    pub(super) fn image(&mut self, address: &str, title: &str, alt: &str, range: &Range<usize>) {
        self.join(None);
        let alt = alt.replace(JOINT, "");
        if alt.trim().is_empty() {
            let message = text!("missing-description.image", address = address);
            let span = self.span(range);
            self.sink.push(
                Diagnostic::new(Code::MissingDescription, span, message)
                    .hint(text!("missing-description.image-hint", address = address)),
            );
        }
        if !matches!(destination(address), Destination::Site) {
            let message = text!("missing-file.remote-image", address = address);
            let span = self.span(range);
            self.sink.push(
                Diagnostic::new(Code::MissingFile, span, message)
                    .hint(text!("missing-file.remote-image-hint")),
            );
            return;
        }
        self.raw("<img src=\"");
        self.slot(SlotKind::Address(address.to_owned()), range);
        let title =
            if title.is_empty() { String::new() } else { format!(" title=\"{}\"", html(title)) };
        self.raw(format!("\" alt=\"{}\"{title} loading=\"lazy\">", html(&alt)));
    }
}

/// Where an address in Markdown leads.
enum Destination {
    /// Another site, or a program for mail or calls.
    Web,
    /// A file or page of this site.
    Site,
    /// Somewhere a page must not send its readers: scripts, data, the reader's own disk.
    Forbidden,
}

fn destination(address: &str) -> Destination {
    let scheme_end = address.find([':', '/', '?', '#']);
    let scheme = match scheme_end {
        Some(end) if address[end..].starts_with(':') => address[..end].to_ascii_lowercase(),
        _ if address.starts_with("//") || address.starts_with('\\') => {
            return Destination::Forbidden;
        }
        _ => return Destination::Site,
    };
    match scheme.as_str() {
        "http" | "https" | "mailto" | "tel" => Destination::Web,
        _ => Destination::Forbidden,
    }
}

fn html(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    // Writing to a string cannot fail.
    let _ = escape_html(&mut escaped, text);
    escaped
}

fn href(address: &str) -> String {
    let mut escaped = String::with_capacity(address.len());
    // Writing to a string cannot fail.
    let _ = escape_href(&mut escaped, &address.replace(JOINT, ""));
    escaped
}
