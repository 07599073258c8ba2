//! Tables: alignment by class, because a page's policy allows no inline styles; in a box that can
//! be scrolled and focused, because a wide table must not make the page scroll sideways.

use std::ops::Range;

use pulldown_cmark::{Alignment, Event, Tag};

use super::body::BlockKind;
use super::writer::Writer;

/// Where the writer is in a table.
#[derive(Default)]
pub(super) struct Columns {
    alignments: Vec<Alignment>,
    next: usize,
    in_head: bool,
}

impl<'e> Writer<'_, 'e> {
    pub(super) fn open_table(&mut self, alignments: &[Alignment]) {
        self.columns.alignments = alignments.to_vec();
        self.depth += 1;
        self.raw("<div class=\"table\" tabindex=\"0\"><table>");
    }

    pub(super) fn open_row(&mut self, event: Event<'e>) {
        self.columns.next = 0;
        self.columns.in_head = matches!(event, Event::Start(Tag::TableHead));
        self.depth += 1;
        self.raw(if self.columns.in_head { "<thead><tr>" } else { "<tr>" });
    }

    pub(super) fn open_cell(&mut self, range: &Range<usize>) {
        let class = match self.columns.alignments.get(self.columns.next) {
            Some(Alignment::Right) => " class=\"right\"",
            Some(Alignment::Center) => " class=\"center\"",
            _ => "",
        };
        let tag = if self.columns.in_head { "th scope=\"col\"" } else { "td" };
        self.raw(format!("<{tag}{class}>"));
        self.columns.next += 1;
        self.depth += 1;
        self.begin_block(BlockKind::Cell, range);
    }

    pub(super) fn close_cell(&mut self) {
        self.end_block();
        self.raw(if self.columns.in_head { "</th>" } else { "</td>" });
        self.leave();
    }

    pub(super) fn close_row(&mut self) {
        self.raw(if self.columns.in_head { "</tr></thead><tbody>" } else { "</tr>" });
        self.columns.in_head = false;
        self.leave();
    }

    pub(super) fn close_table(&mut self) {
        self.raw("</tbody></table></div>\n");
        self.leave();
    }
}
