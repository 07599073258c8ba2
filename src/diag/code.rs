//! The stable names of everything that can be found.

use serde::{Serialize, Serializer};

use super::Severity;

macro_rules! codes {
    ($($(#[doc = $doc:literal])* $variant:ident = $name:literal $severity:ident;)*) => {
        /// The stable name of a finding, as `site.yaml` and waivers write it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[doc = $doc])* $variant,)*
        }

        impl Code {
            /// Every code, in the order of the documentation.
            pub const ALL: &[Code] = &[$(Code::$variant),*];

            /// The name that authors write.
            pub fn name(self) -> &'static str {
                match self { $(Code::$variant => $name,)* }
            }

            /// How bad the finding is unless `site.yaml` says otherwise.
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    /// A file cannot be read.
    FileUnreadable = "file-unreadable" Error;
    /// A text file is not UTF-8.
    NotUtf8 = "not-utf8" Error;
    /// A file is larger than any text of this kind can be.
    FileTooLarge = "file-too-large" Error;
    /// A symbolic link leads out of the site folder, or nowhere.
    LinkOutside = "link-outside" Error;
    /// A file stands where no file of its kind belongs.
    MisplacedFile = "misplaced-file" Warning;
    /// A file name that cannot be a page.
    BadName = "bad-name" Error;
    /// The YAML cannot be read.
    YamlSyntax = "yaml-syntax" Error;
    /// A content file has no front matter, or it is not closed.
    FrontMatterMissing = "front-matter-missing" Error;
    /// Full-width punctuation where YAML needs the half-width kind.
    FullwidthPunctuation = "fullwidth-punctuation" Error;
    /// A key that nothing reads.
    UnknownKey = "unknown-key" Error;
    /// A key that must be there is not.
    MissingKey = "missing-key" Error;
    /// A value of the wrong type.
    WrongType = "wrong-type" Error;
    /// A key that stands twice in one map.
    DuplicateKey = "duplicate-key" Error;
    /// A value that is none of those allowed.
    InvalidValue = "invalid-value" Error;
    /// An id, slug or rank that is used twice.
    DuplicateId = "duplicate-id" Error;
    /// A reference to a figure that does not exist.
    UnknownFigure = "unknown-figure" Error;
    /// A link to a page, section or anchor that does not exist.
    BrokenLink = "broken-link" Error;
    /// An image, download or source that does not exist.
    MissingFile = "missing-file" Error;
    /// A quote that does not stand in its source.
    QuoteNotFound = "quote-not-found" Error;
    /// A quote that stands in several places that give different values.
    QuoteAmbiguous = "quote-ambiguous" Error;
    /// A quote that cannot be checked, because its source has no text.
    QuoteUnchecked = "quote-unchecked" Warning;
    /// A value that its quote does not contain.
    ValueNotInQuote = "value-not-in-quote" Error;
    /// The same fact with two values.
    FigureConflict = "figure-conflict" Error;
    /// A derived number that its formula does not give.
    DerivedMismatch = "derived-mismatch" Error;
    /// A formula that cannot be computed.
    FormulaInvalid = "formula-invalid" Error;
    /// A number in prose that neither a figure nor the source has.
    NumberUnsourced = "number-unsourced" Warning;
    /// A number of the original that the translation lacks.
    NumberMissing = "number-missing" Error;
    /// A number of the translation that the original lacks.
    NumberAdded = "number-added" Error;
    /// A number that the translation has at another scale.
    NumberScale = "number-scale" Error;
    /// Two numbers that stand in each other's place in the translation.
    NumberSwapped = "number-swapped" Error;
    /// A hedge that was dropped or turned.
    HedgeLost = "hedge-lost" Error;
    /// A rise that became a fall, or the other way round.
    DirectionChanged = "direction-changed" Error;
    /// A unit that was changed.
    UnitChanged = "unit-changed" Error;
    /// A time in whose place the translation has another.
    DateChanged = "date-changed" Warning;
    /// A rank in whose place the translation has another.
    RankChanged = "rank-changed" Warning;
    /// A name of letters and digits in whose place the translation has another.
    NameChanged = "name-changed" Warning;
    /// A word in whose place the translation has its opposite.
    WordTurned = "word-turned" Warning;
    /// A number that the translation gives in another unit, rightly converted.
    NumberConverted = "number-converted" Warning;
    /// A section without its translation.
    TranslationMissing = "translation-missing" Error;
    /// A label or other words of a figure in one language only.
    LabelMissing = "label-missing" Error;
    /// Words that a scaffold or a draft leaves to the author.
    WordsMissing = "words-missing" Error;
    /// An invisible character that changes what is read.
    HiddenCharacter = "hidden-character" Error;
    /// A number in digits that are not read.
    ForeignDigits = "foreign-digits" Error;
    /// A picture that does not suit its figure.
    FormUnsuited = "form-unsuited" Error;
    /// A picture without a text that describes it.
    MissingDescription = "missing-description" Error;
    /// A waiver that waives nothing.
    UnusedWaiver = "unused-waiver" Warning;
    /// A mistake in a theme.
    ThemeError = "theme-error" Error;
}

impl Code {
    /// Reads a name as authors write it.
    pub fn from_name(name: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|code| code.name() == name)
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}
