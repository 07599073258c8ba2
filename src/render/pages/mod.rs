//! One file for each kind of page: what goes into its view.

mod figure;
mod home;
mod methods;
mod missing;
mod section;
mod source;
mod tag;

use super::duty::Duty;
use super::index::{Index, PAGE_LENGTH};
use super::outline::View;
use super::scope::Scope;
use super::search;
use super::view::{
    AlternateView, EntryView, Html, LinkView, PageView, PagerView, SwitchView, Words,
};
use crate::figure::SectionIndex;
use crate::lang::Lang;
use crate::site::{Address, Page, encode};

/// More sources than these are not listed on every page.
const MOST_SOURCES: usize = 5;
/// Figures shown with a section in a list.
const SMALL_FIGURES: usize = 4;

/// Every page of the site, in both languages.
pub(super) fn all(index: &Index<'_>) -> Vec<Address> {
    let site = index.site;
    let mut addresses = Vec::new();
    for lang in Lang::ALL {
        let mut pages: Vec<Page> = Vec::new();
        pages.extend((1..=page_count(index.order.get(lang).len())).map(Page::Home));
        pages.extend(
            index
                .order
                .get(lang)
                .iter()
                .map(|section| Page::Section(index.section(*section).slug.clone())),
        );
        pages.extend(
            index.headlines.iter().map(|figure| Page::Figure(index.figure(*figure).id.clone())),
        );
        pages.extend(site.sources.iter().map(|source| Page::Source(source.name.clone())));
        for id in site.tags.keys() {
            let count = page_count(index.tagged(id, lang).len());
            pages.extend((1..=count).map(|number| Page::Tag(id.clone(), number)));
        }
        pages.push(Page::Methods);
        pages.push(Page::NotFound);
        addresses.extend(pages.into_iter().map(|page| index.address(page, lang)));
    }
    addresses
}

/// How many pages a list takes; an empty one takes one.
fn page_count(entries: usize) -> usize {
    entries.div_ceil(PAGE_LENGTH).max(1)
}

/// A page's template and what goes into it.
pub(super) struct Assembled {
    pub(super) template: &'static str,
    pub(super) page: PageView,
    /// What the page has of its own: in templates by the name of the page's kind.
    pub(super) view: Box<dyn View>,
    pub(super) duties: Vec<Duty>,
}

/// What a page has of its own, before it is joined with what every page has.
struct Content {
    kind: &'static str,
    template: &'static str,
    view: Box<dyn View>,
    /// What it must show of its cards.
    duties: Vec<Duty>,
    /// The title of the page.
    name: String,
    /// What the page says, in a sentence.
    description: String,
    /// What search engines read.
    json_ld: String,
}

/// Assembles the page at an address; `None` for a page that the site does not have.
pub(super) fn assemble(scope: &Scope<'_>) -> Option<Assembled> {
    let content = match &scope.address.page {
        Page::Home(number) => home::content(scope, (*number).max(1)),
        Page::Section(slug) => section::content(scope, slug)?,
        Page::Figure(id) => figure::content(scope, id)?,
        Page::Source(name) => source::content(scope, name)?,
        Page::Methods => methods::content(scope),
        Page::Tag(id, number) => tag::content(scope, id, (*number).max(1))?,
        Page::NotFound => missing::content(scope),
    };
    let Content { kind, template, view, duties, name, description, json_ld } = content;
    Some(Assembled { template, page: page(scope, kind, name, description, json_ld), view, duties })
}

fn page(
    scope: &Scope<'_>,
    kind: &'static str,
    name: String,
    description: String,
    json_ld: String,
) -> PageView {
    let site = scope.site.config.title.get(scope.lang);
    let title = if name == *site {
        site.clone()
    } else {
        scope.say("window-title", &[("page", &name), ("site", site)])
    };
    let base = scope.site.config.base_url.as_deref();
    let lasting = scope.address.page != Page::NotFound;
    let canonical = base.filter(|_| lasting).map(|base| absolute(base, &scope.path));
    let folder = |file: &str| scope.link(file).as_str().trim_end_matches('x').into();
    PageView {
        kind,
        lang: scope.lang.tag(),
        entry: scope.address.page == Page::Home(1) && scope.lang == scope.site.original(),
        title: title.into(),
        name: name.into(),
        description: description.into(),
        home: scope.link(&scope.path(Page::Home(1), scope.lang)),
        methods: scope.link(&scope.path(Page::Methods, scope.lang)),
        assets: folder("assets/x"),
        data: folder("data/x"),
        search: scope.link(&search::path(scope.lang)),
        feed: scope.link(&feed_path(scope.index, scope.lang)),
        switch: switch(scope),
        sources: sources(scope),
        alternates: base.map_or_else(Vec::new, |base| alternates(scope, base)),
        json_ld: Html::new(&json_ld),
        canonical: canonical.map(Words::from),
    }
}

/// Links to the sources; where there are many, the methods page lists them.
fn sources(scope: &Scope<'_>) -> Vec<LinkView> {
    let sources = &scope.site.sources;
    let shown = if sources.len() > MOST_SOURCES { &[] } else { sources.as_slice() };
    shown
        .iter()
        .map(|source| LinkView {
            name: scope.html(source.title.get(scope.lang)),
            href: scope.link(&scope.path(Page::Source(source.name.clone()), scope.lang)),
        })
        .collect()
}

/// The feed of a language.
pub(super) fn feed_path(index: &Index<'_>, lang: Lang) -> String {
    index.path(Page::Home(1), lang).replace("index.html", "feed.xml")
}

/// The full address of a path; the home page's is the folder itself.
pub(super) fn absolute(base: &str, path: &str) -> String {
    let (path, fragment) = path.split_once('#').map_or((path, None), |(path, id)| (path, Some(id)));
    let folder =
        path.strip_suffix("index.html").filter(|folder| folder.is_empty() || folder.ends_with('/'));
    let mut address = [base, &encode(folder.unwrap_or(path))].concat();
    if let Some(fragment) = fragment {
        address.push('#');
        address.push_str(&encode(fragment));
    }
    address
}

/// The same page in the other language, if it is there.
pub(super) fn counterpart(index: &Index<'_>, address: &Address) -> Option<Address> {
    let other = address.lang.other();
    let exists = match &address.page {
        Page::Section(slug) => index
            .section_index(slug)
            .is_some_and(|section| index.section(section).documents.get(other).is_some()),
        Page::Home(number) => *number <= page_count(index.order.get(other).len()),
        Page::Tag(id, number) => *number <= page_count(index.tagged(id, other).len()),
        Page::Figure(_) | Page::Source(_) | Page::Methods | Page::NotFound => true,
    };
    exists.then(|| index.address(address.page.clone(), other))
}

fn switch(scope: &Scope<'_>) -> SwitchView {
    let other = scope.lang.other();
    let target = counterpart(scope.index, &scope.address)
        .unwrap_or_else(|| scope.index.address(Page::Home(1), other));
    SwitchView {
        lang: other.tag(),
        name: other.endonym(),
        title: scope.strings.get(other).phrase("switch"),
        locale: scope.strings.get(other).phrase("og-locale"),
        href: scope.link(&target.path()),
    }
}

fn alternates(scope: &Scope<'_>, base: &str) -> Vec<AlternateView> {
    let Some(other) = counterpart(scope.index, &scope.address) else { return Vec::new() };
    if scope.address.page == Page::NotFound {
        return Vec::new();
    }
    let own = (scope.lang, scope.path.clone());
    let other = (other.lang, other.path());
    let mut pair = [own, other];
    pair.sort_by_key(|(lang, _)| *lang != scope.site.original());
    let mut alternates: Vec<AlternateView> = pair
        .iter()
        .map(|(lang, path)| AlternateView { lang: lang.tag(), href: absolute(base, path).into() })
        .collect();
    alternates.push(AlternateView { lang: "x-default", href: absolute(base, &pair[0].1).into() });
    alternates
}

/// The way through a list; `page` gives the address of each of its pages.
fn pager(
    scope: &Scope<'_>,
    number: usize,
    count: usize,
    page: impl Fn(usize) -> Page,
) -> Option<PagerView> {
    let link = |number: usize| scope.link(&scope.path(page(number), scope.lang));
    (count > 1).then(|| PagerView {
        position: scope
            .say("pager-position", &[("page", &number.to_string()), ("pages", &count.to_string())])
            .into(),
        previous: (number > 1).then(|| link(number - 1)),
        next: (number < count).then(|| link(number + 1)),
    })
}

/// A section as lists show it, under a heading of a level.
fn entry(scope: &Scope<'_>, index: SectionIndex, level: usize) -> EntryView {
    let section = scope.section(index);
    let documents = &section.documents;
    let front = documents
        .get(scope.lang)
        .as_ref()
        .or(documents.get(scope.lang.other()).as_ref())
        .map(|document| &document.front);
    let own: Vec<_> =
        section.figures.iter().copied().filter(|figure| scope.host(*figure) == *figure).collect();
    EntryView {
        title: scope.html(scope.section_title(index)),
        summary: front
            .and_then(|front| front.summary.as_ref())
            .map(|summary| scope.html(&summary.value)),
        date: front.and_then(|front| front.date.as_ref()).map(|date| Words::from(&date.value)),
        href: scope.link(scope.section_path(index, scope.lang)),
        figures: own
            .iter()
            .take(SMALL_FIGURES)
            .map(|figure| super::card::companion(scope, *figure, false))
            .collect(),
        more: section.figures.len().saturating_sub(SMALL_FIGURES.min(own.len())),
        level,
    }
}

#[cfg(test)]
mod tests {
    use super::absolute;

    #[test]
    fn a_home_page_is_its_folder() {
        assert_eq!(absolute("https://a.b/c/", "index.html"), "https://a.b/c/");
        assert_eq!(absolute("https://a.b/c/", "en/index.html"), "https://a.b/c/en/");
        assert_eq!(absolute("https://a.b/", "en/x.html#y"), "https://a.b/en/x.html#y");
        assert_eq!(absolute("https://a.b/", "my-index.html"), "https://a.b/my-index.html");
    }
}
