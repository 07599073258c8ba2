//! What a page gets on its way to the browser, and never in the built site: the script that hears
//! of changes, and leave to hear of them.

use shushuo::render::view::escape;

/// The policy that theme pages bring must let the script be loaded and ask the server.
const NEEDED: [&str; 2] = ["script-src", "connect-src"];

/// The page with the script of [`super`] in it.
pub(crate) fn inject(html: &str, path: &str, digest: &str) -> String {
    let script = format!(
        "<script src=\"/_shushuo/serve.js\" data-page=\"{}\" data-digest=\"{digest}\" defer></script>\n",
        escape(path)
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
        let shown = inject(page, "a\"b.html", "12");
        assert_eq!(
            shown,
            "<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
             script-src 'self' x; img-src *; connect-src 'self'\"><script src=\"/_shushuo/serve.js\" \
             data-page=\"a&quot;b.html\" data-digest=\"12\" defer></script>\n</head><body>"
        );
    }

    #[test]
    fn a_policy_without_scripts_is_widened() {
        let page = "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'none'\">";
        let shown = inject(page, "a.html", "12");
        assert!(shown.contains("content=\"script-src 'self'; connect-src 'self'\""), "{shown}");
        assert!(inject("<p>", "a.html", "1").ends_with("</script>\n<p>"));
    }
}
