//! Rust source as a list of tokens: enough of it to follow paths, without comments and literals.

/// One token: a word, the path separator `::`, or any other character.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Token {
    /// An identifier, a keyword, a number or a lifetime's name.
    Word(String),
    /// `::`
    Separator,
    /// Any other visible character.
    Mark(char),
}

/// A token and the line it stands on, counted from 1.
pub(crate) type Placed = (Token, usize);

/// Splits source text into tokens; comments, strings and characters are left out.
pub(crate) fn tokens(source: &str) -> Vec<Placed> {
    let mut reader = Reader { chars: source.chars().collect(), at: 0, line: 1, found: Vec::new() };
    while reader.at < reader.chars.len() {
        reader.step();
    }
    reader.found
}

struct Reader {
    chars: Vec<char>,
    at: usize,
    line: usize,
    found: Vec<Placed>,
}

impl Reader {
    fn peek(&self, ahead: usize) -> char {
        self.chars.get(self.at + ahead).copied().unwrap_or('\0')
    }

    fn advance(&mut self, count: usize) {
        for _ in 0..count {
            if self.peek(0) == '\n' {
                self.line += 1;
            }
            self.at += 1;
        }
    }

    fn step(&mut self) {
        match (self.peek(0), self.peek(1)) {
            ('/', '/') => self.skip_while(|c| c != '\n'),
            ('/', '*') => self.skip_block_comment(),
            ('"', _) => self.skip_quoted(),
            ('\'', _) => self.skip_character_or_lifetime(),
            ('r' | 'b' | 'c', _) if self.raw_string_hashes().is_some() => self.skip_raw_string(),
            (':', ':') => {
                self.found.push((Token::Separator, self.line));
                self.advance(2);
            }
            (c, _) if is_word(c) => self.take_word(),
            (c, _) => {
                if !c.is_whitespace() {
                    self.found.push((Token::Mark(c), self.line));
                }
                self.advance(1);
            }
        }
    }

    fn skip_while(&mut self, keep: impl Fn(char) -> bool) {
        while self.at < self.chars.len() && keep(self.peek(0)) {
            self.advance(1);
        }
    }

    fn skip_block_comment(&mut self) {
        let mut depth = 0;
        while self.at < self.chars.len() {
            match (self.peek(0), self.peek(1)) {
                ('/', '*') => depth += 1,
                ('*', '/') => depth -= 1,
                _ => {
                    self.advance(1);
                    continue;
                }
            }
            self.advance(2);
            if depth == 0 {
                return;
            }
        }
    }

    fn skip_quoted(&mut self) {
        self.advance(1);
        while self.at < self.chars.len() && self.peek(0) != '"' {
            self.advance(if self.peek(0) == '\\' { 2 } else { 1 });
        }
        self.advance(1);
    }

    fn skip_character_or_lifetime(&mut self) {
        if self.peek(1) == '\\' {
            self.advance(3);
            self.skip_while(|c| c != '\'');
            self.advance(1);
        } else if self.peek(2) == '\'' {
            self.advance(3);
        } else {
            self.advance(1);
        }
    }

    /// The number of `#` of the raw string that starts here, or `None` where none does.
    fn raw_string_hashes(&self) -> Option<usize> {
        let prefix = if self.peek(0) == 'r' { 1 } else { 2 };
        if prefix == 2 && self.peek(1) != 'r' {
            return None;
        }
        let hashes = (0..).take_while(|&n| self.peek(prefix + n) == '#').count();
        (self.peek(prefix + hashes) == '"').then_some(hashes)
    }

    fn skip_raw_string(&mut self) {
        let hashes = self.raw_string_hashes().unwrap_or(0);
        self.skip_while(|c| c != '"');
        self.advance(1);
        while self.at < self.chars.len() {
            let closes = self.peek(0) == '"' && (1..=hashes).all(|n| self.peek(n) == '#');
            self.advance(1);
            if closes {
                self.advance(hashes);
                return;
            }
        }
    }

    fn take_word(&mut self) {
        let (from, line) = (self.at, self.line);
        self.skip_while(is_word);
        let word = self.chars[from..self.at].iter().collect();
        self.found.push((Token::Word(word), line));
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[test]
fn comments_and_literals_are_left_out() {
    let source = r####"// crate::a
/* crate::b /* crate::c */ */ "crate::d \" crate::e" r#"crate::f " "# b"x" 'c' '\'' &'life x::y"####;
    let words: Vec<_> = tokens(source)
        .into_iter()
        .filter_map(|(token, line)| match token {
            Token::Word(word) => Some((word, line)),
            _ => None,
        })
        .collect();
    let expected = ["b", "life", "x", "y"].map(|word| (word.to_owned(), 2));
    assert_eq!(words, expected);
}
