//! Pages without Tera: what a template makes of one [shape](Outline) is cut at its holes once, and
//! filled with the texts of every page and part of that shape.
//!
//! That is sound for templates that print texts and ask nothing of them but whether they are empty.
//! The default theme's are such; a site's own may be others, and are filled in page by page.

use std::io;
use std::sync::{Arc, PoisonError, RwLock};

use foldhash::fast::RandomState;
use indexmap::IndexMap;
use memchr::memmem;
use tera::{Context, Map, Tera, Value};

use super::page::LONGEST;
use crate::render::outline::{Hole, MARK, Outline};

/// So many bytes of skeletons are kept; where there are more, all are forgotten.
const MOST_KEPT: usize = 8 << 20;

/// The skeletons of one language.
#[derive(Debug, Default)]
pub(super) struct Skeletons(RwLock<Kept>);

#[derive(Debug, Default)]
struct Kept {
    by_shape: IndexMap<Vec<u8>, Arc<Skeleton>, RandomState>,
    bytes: usize,
}

/// What a template makes of a shape: text, with the number of a hole behind each piece of it.
#[derive(Debug)]
struct Skeleton {
    text: String,
    /// Where a piece ends, and the hole behind it.
    pieces: Vec<(usize, usize)>,
}

impl Skeletons {
    /// Writes a page or a part of one. Fails where a template does or a page is too long, which filling
    /// it in without skeletons tells.
    pub(super) fn fill(
        &self,
        tera: &Tera,
        outline: &Outline,
        texts: &str,
        page: &mut String,
    ) -> io::Result<()> {
        let skeleton = self.skeleton(tera, outline)?;
        let mut start = 0;
        for (end, hole) in &skeleton.pieces {
            page.push_str(&skeleton.text[start..*end]);
            start = *end;
            match outline.holes.get(*hole) {
                Some(Hole::Text(range)) => page.push_str(&texts[range.clone()]),
                Some(Hole::Part(part)) => self.fill(tera, part, texts, page)?,
                None => return Err(io::ErrorKind::InvalidData.into()),
            }
        }
        page.push_str(&skeleton.text[start..]);
        if page.len() > LONGEST { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(()) }
    }

    fn skeleton(&self, tera: &Tera, outline: &Outline) -> io::Result<Arc<Skeleton>> {
        let kept = self.0.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(skeleton) = kept.by_shape.get(&outline.shape) {
            return Ok(Arc::clone(skeleton));
        }
        drop(kept);
        let skeleton = Arc::new(Skeleton::new(tera, outline)?);
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let bytes = outline.shape.len() + skeleton.text.len() + 16 * skeleton.pieces.len();
        if kept.bytes + bytes > MOST_KEPT {
            *kept = Kept::default();
        }
        if bytes <= MOST_KEPT {
            kept.bytes += bytes;
            kept.by_shape.insert(outline.shape.clone(), Arc::clone(&skeleton));
        }
        Ok(skeleton)
    }
}

impl Skeleton {
    fn new(tera: &Tera, outline: &Outline) -> io::Result<Self> {
        let made = match outline.arguments() {
            Some(arguments) => {
                let mut around = Context::new();
                let kind = Value::from(outline.kind);
                around.insert_value("page", Map::from_iter([("kind".into(), kind)]).into());
                tera.render_component_with_implicits(outline.name, &arguments, &around, None, true)
            }
            None => tera.render(outline.name, &outline.page_context()),
        };
        Ok(Skeleton::cut(&made.map_err(io::Error::other)?))
    }

    /// Cuts what a template made at its marks.
    fn cut(made: &str) -> Self {
        let marks = [MARK.0, MARK.1].map(|mark| mark.to_string());
        let mut skeleton = Skeleton { text: String::with_capacity(made.len()), pieces: Vec::new() };
        let mut copied = 0;
        for start in memmem::find_iter(made.as_bytes(), &marks[0]) {
            let rest = &made[start + marks[0].len()..];
            let mark = rest.split_once(marks[1].as_str());
            let Some((hole, number)) =
                mark.and_then(|(number, _)| Some((number.parse().ok()?, number)))
            else {
                continue;
            };
            skeleton.text.push_str(&made[copied..start]);
            skeleton.pieces.push((skeleton.text.len(), hole));
            copied = start + marks[0].len() + number.len() + marks[1].len();
        }
        skeleton.text.push_str(&made[copied..]);
        skeleton
    }
}

#[cfg(test)]
mod tests {
    use std::sync::PoisonError;

    use super::Skeleton;
    use crate::diag::Sink;
    use crate::lang::Lang;
    use crate::render::fixture::{report, site, theme};
    use crate::render::render_each;
    use crate::render::theme::Theme;

    /// How many shapes a theme with these templates of its own keeps of a site.
    fn shapes(own: &[(&str, &str)]) -> usize {
        let (site, files) = (site(), theme(own));
        let theme = Theme::load(&files, &site.config, &mut Sink::new()).unwrap();
        render_each(&site, &files, &report(), &theme, &mut Sink::new(), &|_: &str, _: &[u8]| {});
        let kept = |lang| {
            let skeletons = theme.skeletons.as_ref().map(|skeletons| skeletons.get(lang));
            let kept = skeletons.map(|kept| kept.0.read().unwrap_or_else(PoisonError::into_inner));
            kept.map_or(0, |kept| kept.by_shape.len())
        };
        Lang::ALL.into_iter().map(kept).sum()
    }

    #[test]
    fn only_the_templates_of_the_default_theme_leave_skeletons() {
        assert!(shapes(&[]) > 20);
        assert_eq!(shapes(&[("templates/own.html", "x")]), 0);
    }

    #[test]
    fn what_a_template_made_is_cut_at_its_marks() {
        let skeleton = Skeleton::cut("a \u{FDD0}1\u{FDD1}文\u{FDD0}0\u{FDD1}\u{FDD0}x\u{FDD1} b");
        assert_eq!(skeleton.text, "a 文\u{FDD0}x\u{FDD1} b");
        assert_eq!(skeleton.pieces, [(2, 1), (5, 0)]);
    }
}
