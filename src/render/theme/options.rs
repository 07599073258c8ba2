//! The theme's options: the defaults of `theme.yaml`, changed by `site.yaml`, as SCSS variables.

use super::files::ThemeFiles;
use crate::diag::{Code, Diagnostic, Sink, Span, Text};
use crate::source::shape::did_you_mean;
use crate::source::yaml::Node;
use crate::source::{Config, ThemeOption};

/// The options as SCSS, and for each of its lines the place in `site.yaml` that set it.
#[derive(Debug, Default, Clone)]
pub(super) struct Options {
    /// One variable a line.
    pub(super) scss: String,
    /// Where the value of each line was set; `None` for a default.
    pub(super) places: Vec<Option<Span>>,
}

/// Reads the options. One that the theme does not have, and a value that is not of the kind of the
/// theme's own, is reported where `site.yaml` says it; the default stands in for it.
pub(super) fn load(
    theme: &ThemeFiles<'_>,
    node: &Node,
    config: &Config,
    sink: &mut Sink,
) -> Options {
    let known = node.get("options").map_or(&[][..], Node::entries);
    let mut options = Options::default();
    for (name, value) in known {
        let standard = value.as_text().map(|text| text.value).unwrap_or_default();
        let set = config.theme_options.get(&name.value).map(|option| &option.value);
        let set = set.filter(|set| match mistake(&set.value, &standard) {
            Some((message, hint)) => {
                sink.push(Diagnostic::new(Code::InvalidValue, set.span, message).hint(hint));
                false
            }
            None => true,
        });
        let value = set.map_or(&standard, |set| &set.value);
        options.scss.push_str(&format!("${}: {value};\n", name.value));
        options.places.push(set.map(|set| set.span));
    }
    let names = || known.iter().map(|(name, _)| name.value.as_str());
    for (name, ThemeOption { name: place, .. }) in &config.theme_options {
        if !names().any(|known| known == name) {
            let list = names().collect::<Vec<_>>().join(", ");
            let hint = did_you_mean(name, names())
                .unwrap_or_else(|| text!("theme-error.options", names = list));
            let mut found =
                theme.mistake("theme.yaml", 1, text!("theme-error.option", name = name));
            found.span = Some(*place);
            sink.push(found.hint(hint));
        }
    }
    options
}

/// What is wrong with a value in the place of the theme's own: a colour is for a colour, and nothing
/// goes on behind its end.
fn mistake(value: &str, standard: &str) -> Option<(Text, Text)> {
    if is_colour(standard) {
        return (!is_colour(value)).then(|| {
            let hint = text!("invalid-value.colour-hint", example = standard);
            (text!("invalid-value.colour", value = value), hint)
        });
    }
    let breaks_out =
        value.contains(|sign: char| ";{}\\@<>\n".contains(sign)) || value.contains("/*");
    breaks_out.then(|| {
        let hint = text!("hint.write", example = standard);
        (text!("invalid-value.option", value = value), hint)
    })
}

/// Whether a text is a colour of CSS (Color Module Level 4): a hexadecimal one, a function of numbers
/// or a name.
fn is_colour(text: &str) -> bool {
    let text = text.trim().to_ascii_lowercase();
    if let Some(digits) = text.strip_prefix('#') {
        let is_hexadecimal = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        return is_hexadecimal && matches!(digits.len(), 3 | 4 | 6 | 8);
    }
    if let Some((function, inner)) = text.strip_suffix(')').and_then(|text| text.split_once('(')) {
        let letter = |letter: char| letter.is_ascii_alphanumeric() || " .,%/+-".contains(letter);
        return FUNCTIONS.contains(&function)
            && inner.chars().all(letter)
            && inner.contains(|digit: char| digit.is_ascii_digit());
    }
    NAMES.split_whitespace().any(|name| name == text)
}

const FUNCTIONS: &[&str] =
    &["rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color"];

/// The names of colours (CSS Color Module Level 4, 6.1), and the transparent one.
const NAMES: &str = "aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond \
    blue blueviolet brown burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk \
    crimson cyan darkblue darkcyan darkgoldenrod darkgray darkgreen darkgrey darkkhaki darkmagenta \
    darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen darkslateblue darkslategray \
    darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue firebrick \
    floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow grey \
    honeydew hotpink indianred indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon \
    lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen lightgrey lightpink \
    lightsalmon lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue lightyellow \
    lime limegreen linen magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple \
    mediumseagreen mediumslateblue mediumspringgreen mediumturquoise mediumvioletred midnightblue \
    mintcream mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid \
    palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum \
    powderblue purple rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown seagreen \
    seashell sienna silver skyblue slateblue slategray slategrey snow springgreen steelblue tan teal \
    thistle tomato transparent turquoise violet wheat white whitesmoke yellow yellowgreen";

#[cfg(test)]
mod tests {
    use super::mistake;
    use crate::diag::{Code, FileId, Sink, Span, Spanned};
    use crate::render::fixture::{render, report, site, theme};
    use crate::source::ThemeOption;

    fn option(name: &str, value: &str) -> (String, ThemeOption) {
        let place = |at: usize| Span::new(FileId(0), at..at);
        let value = Spanned { value: value.to_owned(), span: place(2) };
        (name.to_owned(), ThemeOption { name: place(1), value })
    }

    #[test]
    fn options_reach_the_styles_and_mistakes_are_reported_at_their_places() {
        let mut site = site();
        site.config.theme_options = [option("accent", "#123456")].into();
        let output = render(&site, &theme(&[]), &report(), &mut Sink::new());
        let styles = output.iter().find(|file| file.path == "assets/site.css").unwrap();
        assert!(String::from_utf8_lossy(&styles.bytes).contains("#123456"));
        for (name, value, code, place) in [
            ("acent", "#123456", Code::ThemeError, 1),
            ("accent", "red}body{display:none", Code::InvalidValue, 2),
        ] {
            site.config.theme_options = [option(name, value)].into();
            let mut sink = Sink::new();
            render(&site, &theme(&[]), &report(), &mut sink);
            let [found] = sink.diagnostics() else { panic!("{:?}", sink.diagnostics()) };
            assert_eq!((found.code, found.span.map(Span::start)), (code, Some(place)));
            assert_eq!(found.hints.len(), 1);
        }
    }

    #[test]
    fn a_value_is_of_the_kind_of_the_themes_own() {
        for good in [
            "#123",
            "#A30D18",
            "#a30d18cc",
            "darkred",
            "Teal",
            "rgb(10 20 30 / 50%)",
            "hsl(120deg, 50%, 30%)",
        ] {
            assert!(mistake(good, "#a30d18").is_none(), "{good}");
        }
        for bad in [
            "red dish",
            "red}body{display:none",
            "#12345",
            "rgb(1;2)",
            "rgb()",
            "url(1)",
            "12px",
            "",
        ] {
            assert!(mistake(bad, "#a30d18").is_some(), "{bad}");
        }
        for good in ["16px", "\"Noto Serif\", serif", "calc(1rem + 2px)"] {
            assert!(mistake(good, "12px").is_none(), "{good}");
        }
        for bad in ["1px; color: red", "1px}", "1px /*"] {
            assert!(mistake(bad, "12px").is_some(), "{bad}");
        }
    }
}
