//! The command line.

use std::path::PathBuf;
use std::process::ExitCode;

/// temporary
#[must_use]
#[expect(clippy::disallowed_methods, reason = "temporary")]
pub fn main() -> ExitCode {
    let paths: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let today = crate::io::clock::today();
    let catalog = crate::load::catalog::bundled().unwrap();
    let input = crate::io::input::read(&paths).unwrap();
    match crate::read(&input.sources, &catalog, today) {
        Err(problems) => {
            for p in problems.sorted() {
                let at = p.place.map(|p| input.sources.position(p));
                println!("{at:?} {} | {} | {:?}", p.message, p.label, p.help);
            }
            ExitCode::from(2)
        }
        Ok(inventory) => {
            let files = crate::io::evidence::look_up(&inventory, &input.sources);
            let a = crate::assess(
                &input.sources,
                &inventory,
                &catalog,
                &files,
                &crate::Request { as_of: today, fail_on: None, baseline: None },
            );
            println!("{:#?}", a.summary);
            for g in a.gaps.iter().take(15) {
                println!("{} {} {:?}", g.number, g.id(), g.risk);
            }
            ExitCode::SUCCESS
        }
    }
}
