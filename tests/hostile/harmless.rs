//! A strict reader of the HTML that shushuo writes: it knows the few elements and attributes that
//! a page has, and panics at anything that could run, ask or imitate.

/// The elements of a page; those that need a closer look are handled apart.
const ELEMENTS: [&str; 73] = [
    "a",
    "abbr",
    "address",
    "article",
    "aside",
    "b",
    "blockquote",
    "body",
    "br",
    "button",
    "caption",
    "circle",
    "cite",
    "code",
    "dd",
    "del",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "em",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "g",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "img",
    "input",
    "label",
    "legend",
    "li",
    "line",
    "main",
    "mark",
    "nav",
    "ol",
    "p",
    "path",
    "pre",
    "rect",
    "script",
    "search",
    "section",
    "small",
    "span",
    "strong",
    "style",
    "sub",
    "summary",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "text",
    "th",
    "thead",
    "time",
    "title",
    "tr",
    "ul",
];

/// Elements without a text of their own, in the head.
const HEAD: [&str; 2] = ["link", "meta"];

/// Attributes that name an address.
const ADDRESSES: [&str; 4] = ["href", "src", "action", "xlink:href"];

/// One tag: its name and its attributes with their values, entities still in them.
struct Tag<'h> {
    name: &'h str,
    attributes: Vec<(&'h str, &'h str)>,
}

/// A page of the built site.
pub(crate) fn page(html: &str) {
    let policy = html.split("http-equiv=\"Content-Security-Policy\" content=\"").nth(1);
    let policy = policy.and_then(|rest| rest.split('"').next()).expect("a page has a policy");
    let rules: Vec<(&str, &str)> =
        policy.split(';').filter_map(|rule| rule.trim().split_once(' ')).collect();
    assert!(rules.contains(&("default-src", "'none'")), "{policy}");
    for (kind, sources) in rules {
        let styles = kind == "style-src" && sources == "'unsafe-inline'";
        let images = kind == "img-src" && sources == "data:";
        let own = sources.split(' ').all(|source| matches!(source, "'self'" | "'none'"));
        let own_images = kind == "img-src" && sources == "'self' data:";
        assert!(own || styles || images || own_images, "{policy}");
    }
    fragment(html);
}

/// A part of a page.
pub(crate) fn fragment(html: &str) {
    let mut rest = html.strip_prefix("<!DOCTYPE html>").unwrap_or(html);
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        if let Some(end) = rest.strip_prefix('/') {
            let (name, behind) = end.split_once('>').expect("an end tag ends");
            assert!(ELEMENTS.contains(&name), "</{name}>");
            rest = behind;
            continue;
        }
        let tag;
        (tag, rest) = read_tag(rest);
        judge(&tag);
        if matches!(tag.name, "script" | "style") {
            let end = format!("</{}>", tag.name);
            let (inside, behind) = rest.split_once(&end).expect("a script or style ends");
            assert!(!inside.contains('<'), "<{}> holds a `<`: {inside}", tag.name);
            rest = behind;
        }
    }
}

fn read_tag(html: &str) -> (Tag<'_>, &str) {
    let shown = || html.chars().take(80).collect::<String>();
    let end = html.find(|letter: char| !letter.is_ascii_alphanumeric()).expect("a tag ends");
    let mut tag = Tag { name: &html[..end], attributes: Vec::new() };
    let mut rest = &html[end..];
    loop {
        let inner = rest.trim_start_matches([' ', '\n', '/']);
        if let Some(behind) = inner.strip_prefix('>') {
            return (tag, behind);
        }
        assert!(inner.len() < rest.len(), "no space before an attribute: <{}", shown());
        let word = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | ':');
        let end = inner.find(|letter| !word(letter)).expect("a tag ends");
        assert!(end > 0, "no attribute: <{}", shown());
        let name = &inner[..end];
        rest = &inner[end..];
        let mut value = "";
        if let Some(quoted) = rest.strip_prefix("=\"") {
            (value, rest) = quoted.split_once('"').expect("a value ends");
        }
        assert!(!rest.starts_with('='), "a value without quotation marks: <{}", shown());
        tag.attributes.push((name, value));
    }
}

fn judge(tag: &Tag<'_>) {
    let name = tag.name;
    assert!(ELEMENTS.contains(&name) || HEAD.contains(&name), "<{name}>");
    let of = |wanted: &str| {
        tag.attributes.iter().find(|(name, _)| *name == wanted).map(|(_, value)| *value)
    };
    assert!(name != "form" || of("action").is_none(), "a form is sent nowhere");
    for (attribute, value) in &tag.attributes {
        assert!(!attribute.starts_with("on"), "<{name} {attribute}>");
        assert!(!matches!(*attribute, "style" | "srcdoc" | "formaction" | "ping"), "{attribute}");
        assert!(!value.contains('<'), "<{name} {attribute}=\"{value}\">");
        if ADDRESSES.contains(attribute) {
            address(name, value);
        }
    }
    match name {
        "script" => {
            let data = of("type") == Some("application/ld+json") && of("src").is_none();
            assert!(data || of("src").is_some_and(|src| src.contains("assets/")), "a script");
        }
        "meta" => assert!(matches!(of("http-equiv"), None | Some("Content-Security-Policy"))),
        "form" => assert!(of("action").is_none() && of("method").is_none_or(|to| to == "dialog")),
        "img" | "input" => assert!(of("srcset").is_none()),
        _ => {}
    }
}

/// An address leads to the web, to mail, to a call or to a page of the site.
fn address(element: &str, value: &str) {
    if (element, value) == ("link", "data:,") {
        return; // An icon of nothing, so that the browser asks for none.
    }
    let value = value.replace("&amp;", "&").replace("&#39;", "'").replace("&quot;", "\"");
    // Browsers drop these before they look for a scheme.
    let seen: String =
        value.chars().filter(|letter| !matches!(letter, '\t' | '\n' | '\r')).collect();
    let seen = seen.trim_start_matches(|letter: char| letter <= ' ').to_ascii_lowercase();
    let scheme = seen.split([':', '/', '?', '#']).next().unwrap_or_default();
    let has_scheme = seen[scheme.len()..].starts_with(':');
    let is_known = matches!(scheme, "http" | "https" | "mailto" | "tel");
    assert!(!has_scheme || is_known, "<{element}> leads to {value}");
    let foreign = has_scheme || seen.starts_with("//") || seen.starts_with("\\");
    assert!(!foreign || matches!(element, "a" | "link"), "<{element}> asks for {value}");
    assert!(has_scheme || !foreign, "<{element}> leads to {value}");
}

/// A table for spreadsheets: no cell is a formula.
pub(crate) fn spreadsheet(csv: &str) {
    let csv = csv.strip_prefix('\u{feff}').expect("a mark tells spreadsheets that it is UTF-8");
    let mut cell = String::new();
    let mut quoted = false;
    let mut letters = csv.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            // Two quotation marks inside a cell are one of its own (RFC 4180).
            '"' if quoted && letters.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' => quoted = !quoted,
            ',' | '\r' | '\n' if !quoted => {
                no_formula(&cell);
                cell.clear();
            }
            letter => cell.push(letter),
        }
    }
    assert!(!quoted && cell.is_empty(), "a cell is not closed");
}

fn no_formula(cell: &str) {
    let is_number = cell.parse::<rust_decimal::Decimal>().is_ok();
    // Spreadsheets skip white space and invisible characters before they look.
    let seen = cell.trim_start_matches(|letter: char| {
        letter.is_whitespace() || matches!(letter, '\u{feff}' | '\u{200b}')
    });
    let is_formula = seen.starts_with(['=', '+', '-', '@', '\t', '＝', '＋', '－', '＠']);
    assert!(is_number || !is_formula, "{cell:?} is a formula");
}
