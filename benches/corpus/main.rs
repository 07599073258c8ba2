//! Writes a made-up archive of N sections: for this program, and the same for Hugo and Zola.
//!
//! `cargo run --release --example corpus -- SECTIONS FOLDER [SEED]`

#[allow(clippy::duplicate_mod, reason = "the benchmarks use the same generator")]
#[path = "mod.rs"]
mod corpus;

use std::io::Write;
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let number = |place: usize| arguments.get(place).and_then(|text| text.parse::<u64>().ok());
    let (Some(count), Some(folder)) = (number(0), arguments.get(1)) else {
        return Err(io::Error::other("usage: corpus SECTIONS FOLDER [SEED]"));
    };
    let count = usize::try_from(count).map_err(io::Error::other)?;
    let sections = corpus::sections(count, number(2).unwrap_or(1));
    for (name, files) in [
        ("shushuo", corpus::site::files(&sections)),
        ("hugo", corpus::peers::hugo(&sections)),
        ("zola", corpus::peers::zola(&sections)),
    ] {
        let folder = Path::new(folder).join(name);
        let bytes: usize = files.iter().map(|(_, text)| text.len()).sum();
        writeln!(io::stdout(), "{}: {} files, {bytes} bytes", folder.display(), files.len())?;
        for (path, text) in files {
            let place = folder.join(path);
            fs::create_dir_all(place.parent().unwrap_or(&folder))?;
            fs::write(place, text)?;
        }
    }
    Ok(())
}
