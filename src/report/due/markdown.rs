//! What is due, in Markdown: a table for each owner, to go into a ticket or a message.

use crate::model::due::{Agenda, DueItem};
use crate::report::due::DueFormat;
use crate::report::due::words as said;
use crate::report::markdown::page::Column::Words;
use crate::report::markdown::page::{Column, Page};
use crate::report::markdown::words;
use crate::text::capital::capital;

/// The format `markdown`.
pub(super) static FORMAT: DueFormat = DueFormat {
    name: "markdown",
    extension: "md",
    summary: "a table for each owner, as GitHub shows it",
    styled: false,
    render,
};

const COLUMNS: [Column; 6] =
    [Words("Due"), Words("Time left"), Words("What"), Words("What to collect"), Words("Kind"), Words("Criteria")];

fn render(agenda: &Agenda<'_>, _: usize) -> String {
    let mut page = Page::default();
    let inventory = agenda.inventory;
    let names = [Some(&inventory.organization), inventory.scope.system.as_ref()].into_iter().flatten();
    let names: Vec<String> = names.map(|name| words::plain(name)).collect();
    page.heading(1, &format!("{}: evidence due", names.join(" · ")));
    page.block(&format!("{}.", said::scope(agenda).join(" · ")));
    page.block(&format!("**{}**", words::plain(&said::headline(agenda))));
    for group in said::groups(agenda) {
        let owner = group.owner.map_or_else(|| "Nobody".to_owned(), words::plain);
        page.heading(2, &format!("{owner}: {}", said::load(&group)));
        page.table(&COLUMNS, group.items.iter().map(|item| row(agenda, item)));
    }
    if let Some((_, gate)) = said::gate(agenda) {
        page.block(&format!("**{}.**", capital(&gate)));
    }
    if let Some(missed) = said::missed(agenda) {
        page.block(missed);
    }
    page.block(said::CONVENTIONS);
    let (then, command) =
        if agenda.items.is_empty() { ("To look further ahead:", said::FURTHER) } else { (said::THEN, said::LOCK) };
    page.block(&format!("{then} `{command}`"));
    page.into_text()
}

fn row(agenda: &Agenda<'_>, item: &DueItem) -> Vec<String> {
    let left = said::left(agenda, item);
    let left = if item.overdue { format!("**{left}**") } else { left };
    let mut name = words::code(&item.subject);
    if item.name != item.subject {
        name = format!("{name} {}", words::sentence(&item.name));
    }
    let from = said::collect_from(agenda, item).map(|from| format!(", {from}")).unwrap_or_default();
    let performer = said::performer(agenda, item).map(|name| format!(", done by {}", words::plain(name)));
    vec![
        item.due.to_string(),
        left,
        name,
        words::sentence(&item.collect),
        format!("{}{from}{}", item.kind, performer.unwrap_or_default()),
        said::criteria(item),
    ]
}
