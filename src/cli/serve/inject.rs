//! What a page gets on its way to the browser, and never in the built site: the script that hears
//! of changes, and leave to hear of them.

use shushuo::render::view::escape;

/// The policy that theme pages bring must let the script be loaded and ask the server.
const NEEDED: [&str; 2] = ["script-src", "connect-src"];

/// What a page is of: by these it knows later that it is out of date.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Made<'a> {
    /// The page's path in the site.
    pub(crate) path: &'a str,
    /// What it held, in short.
    pub(crate) digest: &'a str,
    /// The styles it was made with, in short; empty where it has none of the site's.
    pub(crate) style: &'a str,
}

/// The page with the script of [`super`] in it.
pub(crate) fn inject(html: &str, made: Made<'_>) -> String {
    let script = format!(
        "<script src=\"/_shushuo/serve.js\" data-page=\"{}\" data-digest=\"{}\" \
         data-style=\"{}\" defer></script>\n",
        escape(made.path),
        made.digest,
        made.style
    );
    let html = allow(html);
    match html.find("</head>") {
        Some(place) => format!("{}{script}{}", &html[..place], &html[place..]),
        None => format!("{script}{html}"),
    }
}

/// Lets the page's own policy, if it has one, admit the server.
fn allow(html: &str) -> String {
    let Some(start) = html.find("http-equiv=\"Content-Security-Policy\" content=\"") else {
        return html.to_owned();
    };
    let start = start + "http-equiv=\"Content-Security-Policy\" content=\"".len();
    let end = html[start..].find('"').map_or(html.len(), |end| start + end);
    let mut policy: Vec<String> =
        html[start..end].split(';').map(|directive| directive.trim().to_owned()).collect();
    for needed in NEEDED {
        let own = policy.iter_mut().find(|directive| {
            directive.split_whitespace().next().is_some_and(|name| name == needed)
        });
        match own {
            Some(directive) if directive.contains("'self'") => {}
            Some(directive) if directive.ends_with("'none'") => {
                *directive = format!("{needed} 'self'");
            }
            Some(directive) => directive.push_str(" 'self'"),
            None => policy.push(format!("{needed} 'self'")),
        }
    }
    policy.retain(|directive| !directive.is_empty());
    format!("{}{}{}", &html[..start], policy.join("; "), &html[end..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_stands_in_the_head_and_is_allowed() {
        let page = "<head><meta http-equiv=\"Content-Security-Policy\" \
                    content=\"default-src 'none'; script-src 'self' x; img-src *\"></head><body>";
        let made = Made { path: "a\"b.html", digest: "12", style: "34" };
        let shown = inject(page, made);
        assert_eq!(
            shown,
            "<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
             script-src 'self' x; img-src *; connect-src 'self'\"><script src=\"/_shushuo/serve.js\" \
             data-page=\"a&quot;b.html\" data-digest=\"12\" data-style=\"34\" defer></script>\n</head><body>"
        );
    }

    #[test]
    fn a_policy_without_scripts_is_widened() {
        let page = "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'none'\">";
        let made = Made { path: "a.html", digest: "12", style: "" };
        let shown = inject(page, made);
        assert!(shown.contains("content=\"script-src 'self'; connect-src 'self'\""), "{shown}");
        assert!(inject("<p>", made).ends_with("</script>\n<p>"));
    }
}
