//! The inventory an import goes into: a new one, or one that is there.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::cli::inventory::{Told, inventory};
use crate::edit;
use crate::io::text::STDIN;
use crate::io::{clock, memory, output};
use crate::model::catalog::Catalog;
use crate::model::criterion_id::CriterionRef;
use crate::model::edit::{Edit, Record, Written};
use crate::model::import_update::{Memory, Update};
use crate::model::inventory::Inventory;
use crate::model::words::Category;
use crate::report::problems;
use crate::source::file::Sources;

/// What stands for the name of an organisation that nobody gave.
const UNNAMED: &str = "Our organisation";

/// The inventory an import goes into.
pub(super) struct Target {
    path: PathBuf,
    there: Option<(Sources, Inventory)>,
}

impl Target {
    /// Opens the inventory; `None` where it is there and has problems, which were told.
    ///
    /// # Errors
    ///
    /// When it cannot be read, or is a folder.
    pub(super) fn open(path: &Path, catalog: &Catalog) -> Result<Option<Self>> {
        if path.is_dir() {
            bail!("{} is a folder; name the file in it that is to hold the controls", path.display());
        }
        let path = path.to_path_buf();
        if path.as_os_str() == STDIN || !path.exists() {
            return Ok(Some(Self { path, there: None }));
        }
        match inventory(std::slice::from_ref(&path), catalog, clock::today())? {
            Told::Read(there) => Ok(Some(Self { path, there: Some(there) })),
            Told::Problems => Ok(None),
        }
    }

    pub(super) fn inventory(&self) -> Option<&Inventory> {
        self.there.as_ref().map(|(_, inventory)| inventory)
    }

    /// Its name, as it was given.
    pub(super) fn name(&self) -> String {
        if self.is_standard_output() { "inventory.yaml".to_owned() } else { self.path.display().to_string() }
    }

    pub(super) fn is_standard_output(&self) -> bool {
        self.path.as_os_str() == STDIN
    }

    /// What earlier imports wrote into it; of an inventory that is no longer there, nothing is remembered.
    pub(super) fn memory(&self) -> Result<Memory> {
        if self.there.is_some() { memory::read(&self.path) } else { Ok(Memory::default()) }
    }

    /// Its text with the changes.
    ///
    /// # Errors
    ///
    /// When they cannot be made without changing something else.
    pub(super) fn text(&self, edits: &[Edit], opening: &Opening<'_>) -> Result<String> {
        let Some((sources, _)) = &self.there else { return Ok(new(edits, opening)) };
        let text = sources.iter().next().map_or("", |(_, file)| file.text.as_str());
        edit::edited(text, edits).map_err(|problem| {
            let help = problem.help.map(|help| format!("; {help}")).unwrap_or_default();
            anyhow::anyhow!("{}: {}{help}", self.path.display(), problem.message)
        })
    }

    /// Makes sure that what is to be written can be read.
    ///
    /// # Errors
    ///
    /// When it cannot: then nothing is written.
    pub(super) fn check(&self, text: &str, catalog: &Catalog) -> Result<()> {
        let sources = crate::load::inventory::single(&self.name(), text);
        if let Err(problems) = crate::read(&sources, catalog, clock::today()) {
            output::tell(&problems::render_with(&problems, &sources, "nothing was written"));
            bail!("what the import makes of {} would not be a sound inventory", self.name());
        }
        Ok(())
    }

    /// Writes it where something changes, and keeps what was there beside it; and remembers what was written.
    ///
    /// # Errors
    ///
    /// When one of them cannot be written.
    pub(super) fn write(&self, text: &str, update: &Update) -> Result<()> {
        match (&self.there, update.edits.is_empty()) {
            (_, true) => {}
            (Some(_), false) => output::write_over(&self.path, text)?,
            (None, false) => output::write(&self.path, text.as_bytes())?,
        }
        memory::write(&self.path, &update.memory)
    }
}

/// What a new inventory begins with.
pub(super) struct Opening<'a> {
    /// The name of the organisation, where it was given.
    pub(super) organization: Option<&'a str>,
    /// The files it is from.
    pub(super) from: &'a BTreeSet<String>,
    /// The criteria there are.
    pub(super) catalog: &'a Catalog,
}

/// A new inventory.
fn new(edits: &[Edit], opening: &Opening<'_>) -> String {
    let remarks = [
        format!("Imported by gapcheck from {}.", crate::text::list::some(opening.from, 5)),
        "Nothing here was looked at by anybody yet: say how far each control has come (status), whose it is (owner),"
            .to_owned(),
        "how often it runs (frequency) and what shows it (evidence). `gapcheck assess` says what is missing."
            .to_owned(),
    ];
    let controls = edits.iter().filter_map(|edit| match edit {
        Edit::Add(record) => Some(record.clone()),
        _ => None,
    });
    let controls: Vec<Record> = controls.collect();
    let mut head = Record::default();
    head.put("version", Some(Written::Word("1".to_owned())));
    head.put("organization", Some(Written::Text(opening.organization.unwrap_or(UNNAMED).to_owned())));
    if opening.organization.is_none() {
        head.remark("its name");
    }
    let categories = categories(&controls, opening.catalog);
    if categories.len() > 1 {
        let mut scope = Record::default();
        scope.put("categories", Some(Written::Words(categories)));
        head.put("scope", Some(Written::Mapping(scope)));
        head.remark("those whose criteria the controls name");
    }
    edit::new::inventory(&remarks, &head, &controls)
}

/// The categories of the criteria that controls name, and security, which belongs to every report: what somebody mapped is meant
/// to be looked at, and more in scope never flatters.
fn categories(controls: &[Record], catalog: &Catalog) -> Vec<String> {
    let named = controls.iter().filter_map(|control| match control.get("criteria") {
        Some(Written::Words(criteria)) => Some(criteria),
        _ => None,
    });
    let ids = named.flatten().filter_map(|text| text.parse::<CriterionRef>().ok());
    let known = ids.filter_map(|named| catalog.criterion(named.criterion).map(|criterion| criterion.category));
    let known: BTreeSet<Category> = known.chain([Category::Security]).collect();
    known.iter().map(ToString::to_string).collect()
}
