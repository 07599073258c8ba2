//! JSON as it stands in a script element, written as it is made.

/// An object being written.
pub(super) struct Json(String);

/// One object.
pub(super) fn write(fields: impl FnOnce(&mut Json)) -> String {
    let mut json = Json(String::with_capacity(1024));
    json.braced(fields);
    json.0
}

impl Json {
    /// A field that is text.
    pub(super) fn text(&mut self, key: &str, text: &str) {
        self.key(key);
        self.string(text);
    }

    /// A field that is text, if there is any.
    pub(super) fn text_of(&mut self, key: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(key, text);
        }
    }

    /// A field that is an object.
    pub(super) fn object(&mut self, key: &str, fields: impl FnOnce(&mut Json)) {
        self.key(key);
        self.braced(fields);
    }

    /// A field that is a list of objects.
    pub(super) fn list<T>(&mut self, key: &str, items: &[T], fields: impl Fn(&mut Json, &T)) {
        self.key(key);
        self.0.push('[');
        for item in items {
            self.separate();
            self.braced(|json| fields(json, item));
        }
        self.0.push(']');
    }

    fn braced(&mut self, fields: impl FnOnce(&mut Json)) {
        self.0.push('{');
        fields(self);
        self.0.push('}');
    }

    fn key(&mut self, key: &str) {
        self.separate();
        self.string(key);
        self.0.push(':');
    }

    /// A comma, unless an object or list has just begun. Text ends in its quotation mark.
    fn separate(&mut self) {
        if !self.0.ends_with(['{', '[']) {
            self.0.push(',');
        }
    }

    /// Text in quotation marks (RFC 8259, section 7), and no `<`, which would end the element.
    fn string(&mut self, text: &str) {
        use std::fmt::Write;
        self.0.push('"');
        let mut copied = 0;
        for (place, byte) in text.bytes().enumerate() {
            if byte >= b' ' && !matches!(byte, b'"' | b'\\' | b'<') {
                continue;
            }
            self.0.push_str(&text[copied..place]);
            copied = place + 1;
            // Writing to a string cannot fail.
            let _ = match byte {
                b'"' | b'\\' => write!(self.0, "\\{}", char::from(byte)),
                _ => write!(self.0, "\\u{byte:04x}"),
            };
        }
        self.0.push_str(&text[copied..]);
        self.0.push('"');
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::write;

    #[test]
    fn what_is_written_is_read_back() {
        let awkward = "公园 \"90亿\" \\ \u{0} \u{1f} \n \t </script><b>";
        let written = write(|data| {
            data.text("name", awkward);
            data.text_of("none", None);
            data.object("object", |data| data.text(awkward, "{"));
            data.list("list", &[1, 2], |data, item| data.text("item", &item.to_string()));
            data.list("empty", &[0; 0], |_, _| {});
            data.object("nothing", |_| {});
        });
        assert!(!written.contains('<'), "{written}");
        assert_eq!(
            serde_json::from_str::<Value>(&written).unwrap(),
            json!({
                "name": awkward,
                "object": { awkward: "{" },
                "list": [{ "item": "1" }, { "item": "2" }],
                "empty": [],
                "nothing": {},
            })
        );
    }
}
