//! What can be asked for. The words of the help are data, in `words/`.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::builder::TypedValueParser;
use clap::{Arg, ArgAction, Args, Command, CommandFactory, Parser, Subcommand, ValueEnum};

use shushuo::lang::Lang;

use super::words::Words;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "shushuo", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true, subcommand_required = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Task,
    #[command(flatten)]
    pub(crate) common: Common,
}

/// What every command takes.
#[derive(Debug, Args)]
pub(crate) struct Common {
    /// The site folder.
    #[arg(long, value_name = "DIR", global = true, display_order = 100)]
    pub(crate) site: Option<PathBuf>,
    /// The language of messages.
    #[arg(long, value_name = "zh|en", global = true, value_parser = language())]
    #[arg(hide_possible_values = true, display_order = 101)]
    pub(crate) lang: Option<Lang>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Task {
    /// Builds the site.
    Build(Build),
    /// Checks the site without writing it.
    Check(Check),
    /// Shows the site while it is edited.
    Serve(Serve),
    /// Lists the numbers of texts.
    Extract(Extract),
    /// Explains a check.
    Explain(Explain),
    /// Makes a new site.
    Init(Init),
    /// Drafts a section from a source.
    Draft(Draft),
    /// Makes a section or a figure to fill in.
    New(New),
    /// Prints the schema of the YAML.
    Schema(Schema),
}

/// `shushuo build`.
#[derive(Debug, Args)]
pub(crate) struct Build {
    /// Where the site goes.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Where it will be published.
    #[arg(long, value_name = "URL")]
    pub(crate) base_url: Option<String>,
    /// Publishes with errors, what is in doubt marked.
    #[arg(long)]
    pub(crate) allow_errors: bool,
    /// Prints problems only.
    #[arg(long, short, conflicts_with = "verbose")]
    pub(crate) quiet: bool,
    /// Prints each phase with its time.
    #[arg(long, short)]
    pub(crate) verbose: bool,
}

/// `shushuo check`.
#[derive(Debug, Args)]
pub(crate) struct Check {
    /// For whom the report is.
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    #[arg(hide_default_value = true, hide_possible_values = true)]
    pub(crate) format: CheckFormat,
    /// Mends what is certain.
    #[arg(long)]
    pub(crate) fix: bool,
    /// Shows what would be mended.
    #[arg(long, requires = "fix")]
    pub(crate) dry_run: bool,
}

/// For whom a report is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    /// For people.
    #[default]
    Text,
    /// For tools.
    Json,
    /// For pull requests.
    Github,
}

/// `shushuo serve`.
#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// Opens the browser.
    #[arg(long)]
    pub(crate) open: bool,
    /// Where it listens.
    #[arg(long, value_name = "N", default_value_t = 3210, hide_default_value = true)]
    pub(crate) port: u16,
    /// For whom it listens.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1", hide_default_value = true)]
    pub(crate) host: String,
}

/// `shushuo extract`.
#[derive(Debug, Args)]
pub(crate) struct Extract {
    /// The texts; `-` is standard input.
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<PathBuf>,
    /// How the numbers are printed.
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    #[arg(hide_default_value = true, hide_possible_values = true)]
    pub(crate) format: ExtractFormat,
    /// Lists dates, ordinals and names too.
    #[arg(long)]
    pub(crate) all: bool,
}

/// How extracted numbers are printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExtractFormat {
    /// For people.
    #[default]
    Table,
    /// For tools.
    Json,
    /// For spreadsheets.
    Csv,
}

/// `shushuo explain`.
#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// The check.
    #[arg(value_name = "CODE")]
    pub(crate) code: Option<String>,
    /// Prints every check as one page of Markdown.
    #[arg(long, conflicts_with = "code")]
    pub(crate) markdown: bool,
}

/// `shushuo init`.
#[derive(Debug, Args)]
pub(crate) struct Init {
    /// Where the site goes.
    #[arg(value_name = "DIR")]
    pub(crate) dir: PathBuf,
    /// The report that the site is about.
    #[arg(long, value_name = "FILE")]
    pub(crate) source: Option<PathBuf>,
}

/// `shushuo draft`.
#[derive(Debug, Args)]
pub(crate) struct Draft {
    /// The source: its name or its file.
    #[arg(value_name = "SOURCE")]
    pub(crate) source: PathBuf,
    /// The section to make.
    #[arg(long, value_name = "NAME")]
    pub(crate) section: Option<String>,
    /// The lines of the source to look at.
    #[arg(long, value_name = "A-B")]
    pub(crate) lines: Option<String>,
}

/// `shushuo new`.
#[derive(Debug, Args)]
pub(crate) struct New {
    #[command(subcommand)]
    pub(crate) what: Scaffold,
}

/// What `shushuo new` makes.
#[derive(Debug, Subcommand)]
pub(crate) enum Scaffold {
    /// A section.
    Section(NewSection),
    /// A figure in a section.
    Figure(NewFigure),
}

/// `shushuo new section`.
#[derive(Debug, Args)]
pub(crate) struct NewSection {
    /// Its name in addresses.
    #[arg(value_name = "NAME")]
    pub(crate) name: String,
}

/// `shushuo new figure`.
#[derive(Debug, Args)]
pub(crate) struct NewFigure {
    /// Its id.
    #[arg(value_name = "ID")]
    pub(crate) id: Option<String>,
    /// The section that declares it.
    #[arg(long, value_name = "NAME")]
    pub(crate) section: Option<String>,
}

/// `shushuo schema`.
#[derive(Debug, Args)]
pub(crate) struct Schema {
    /// Which one.
    #[arg(value_name = "NAME")]
    pub(crate) name: Option<String>,
    /// Prints every key as one page of Markdown.
    #[arg(long, conflicts_with_all = ["name", "write"])]
    pub(crate) markdown: bool,
    /// Puts the schemas into the site folder.
    #[arg(long, conflicts_with = "name")]
    pub(crate) write: bool,
}

fn language() -> impl TypedValueParser<Value = Lang> {
    PossibleValuesParser::new(Lang::ALL.map(Lang::code))
        .map(|code| Lang::from_code(&code).expect("the parser lets only codes through"))
}

/// The command line with its help in the language of `words`.
pub(crate) fn command(words: &Words) -> Command {
    let flag = |id: &'static str, short: char, action| {
        Arg::new(id).long(id).short(short).action(action).global(id == "help").display_order(102)
    };
    let command = Arguments::command().arg(flag("help", 'h', ArgAction::Help)).arg(flag(
        "version",
        'V',
        ArgAction::Version,
    ));
    in_words(command, "help", words)
}

/// Gives a command and those below it their help; `id` is where their words are.
fn in_words(command: Command, id: &str, words: &Words) -> Command {
    let template = format!(
        "{{about-with-newline}}\n{}\n  {{usage}}\n\n{{all-args}}",
        words.get("heading-usage")
    );
    command
        .about(words.get(id).to_owned())
        .help_template(template)
        .subcommand_help_heading(words.get("heading-commands").to_owned())
        .mut_args(|arg| {
            let (own, common) =
                (format!("{id}-{}", arg.get_id()), format!("help-{}", arg.get_id()));
            let heading = match arg.is_positional() {
                true => words.get("heading-arguments"),
                false => words.get("heading-options"),
            };
            let help = if words.has(&own) { words.get(&own) } else { words.get(&common) };
            arg.help(help.to_owned()).help_heading(heading.to_owned())
        })
        .mut_subcommands(|below| {
            let id = format!("{id}-{}", below.get_name());
            in_words(below, &id, words)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(command: &Command, id: &str, found: &mut Vec<String>) {
        found.push(id.to_owned());
        for arg in command.get_arguments() {
            let common = ["site", "lang", "help", "version"].contains(&arg.get_id().as_str());
            let above = if common { "help" } else { id };
            found.push(format!("{above}-{}", arg.get_id()));
        }
        for below in command.get_subcommands() {
            ids(below, &format!("{id}-{}", below.get_name()), found);
        }
    }

    #[test]
    fn every_command_and_option_has_its_words() {
        for lang in Lang::ALL {
            let words = Words::new(lang);
            let command = command(&words);
            command.clone().debug_assert();
            let mut found = Vec::new();
            ids(&command, "help", &mut found);
            assert!(found.len() > 5, "{found:?}");
            for id in found {
                assert!(words.has(&id), "{}: no words for {id}", lang.code());
            }
        }
    }
}
