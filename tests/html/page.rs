//! A page as a parser of HTML sees it, as far as the tests ask: its elements with their attributes, and its text.

/// Every value of an attribute, in order.
pub(crate) fn attributes<'t>(html: &'t str, name: &str) -> Vec<&'t str> {
    let begins = format!(" {name}=\"");
    html.split(&begins).skip(1).map(|rest| rest.split('"').next().expect("an end")).collect()
}

/// The section of an id, without its end.
pub(crate) fn section<'t>(html: &'t str, id: &str) -> &'t str {
    let begins = format!("<section id=\"{id}\"");
    let (_, rest) = html.split_once(&begins).unwrap_or_else(|| panic!("no section {id}"));
    rest.split_once("</section>").expect("an end").0
}

/// The table of an id, without its end.
pub(crate) fn table<'t>(html: &'t str, id: &str) -> &'t str {
    let begins = format!("<table id=\"{id}\"");
    let (_, rest) = html.split_once(&begins).unwrap_or_else(|| panic!("no table {id}"));
    rest.split_once("</table>").expect("an end").0
}

/// The rows of a table without its head, each cell as its text.
pub(crate) fn rows(table: &str) -> Vec<Vec<String>> {
    let body = table.split_once("<tbody>").expect("a body").1;
    let row = |row: &str| {
        let cells = row.replace("<th", "<td").replace("</th>", "</td>");
        let cells = cells.split("<td").skip(1).map(|cell| cell.split_once('>').expect("a tag").1.to_owned());
        cells.map(|cell| text(cell.split("</td>").next().expect("an end"))).collect()
    };
    body.split("<tr").skip(1).map(row).collect()
}

/// The text between tags, in one line.
pub(crate) fn text(html: &str) -> String {
    let mut out = String::new();
    let mut within = false;
    for c in html.chars() {
        match c {
            '<' => within = true,
            '>' => within = false,
            _ if !within => out.push(c),
            _ => {}
        }
    }
    let out = out.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    out.replace("&#58;", ":")
        .replace("&#35;", "#")
        .replace("&amp;", "&")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Every tag as its name and the names of its attributes; what an attribute holds is left out.
pub(crate) fn tags(html: &str) -> Vec<String> {
    // Within style and script there are no tags.
    let markup = html.split("<style>").filter_map(|part| part.split("</style>").last());
    let markup: String =
        markup.flat_map(|part| part.split("<script>").map(|part| part.split("</script>").last().unwrap())).collect();
    let tag = |rest: &str| {
        let mut quoted = false;
        let tag = rest.chars().take_while(|c| {
            quoted ^= *c == '"';
            quoted || *c != '>'
        });
        let tag: String = tag.collect();
        tag.split('"').step_by(2).collect::<String>()
    };
    markup.split('<').skip(1).map(tag).collect()
}
