//! What a rule says to who never heard of it: as text, and as Markdown.

use serde::Serialize;

use crate::model::catalog::Criterion;
use crate::model::rule::RuleInfo;
use crate::report::markdown::words;

/// The help of a rule.
#[derive(Serialize)]
pub(super) struct Help {
    text: String,
    markdown: String,
}

/// What a criterion asks, what an auditor usually asks to see, what usually addresses it, what to do.
pub(super) fn of_criterion(criterion: &Criterion) -> Help {
    let lists = [
        ("What an auditor usually asks to see", &criterion.evidence),
        ("What usually addresses it", &criterion.controls),
        ("What to do where nothing is in place", &criterion.remediation),
    ];
    let wording = criterion.wording();
    let text = lists.iter().map(|(title, items)| format!("\n\n{title}:\n- {}", items.join("\n- ")));
    let markdown = lists.iter().map(|(title, items)| {
        let items: Vec<String> = items.iter().map(|item| format!("- {}", words::sentence(item))).collect();
        format!("\n\n**{title}**\n\n{}", items.join("\n"))
    });
    Help {
        text: format!("{wording}{}", text.collect::<String>()),
        markdown: format!("**{}** {}{}", criterion.id, words::sentence(wording), markdown.collect::<String>()),
    }
}

/// What a rule of gapcheck finds, why it matters, and the way out.
pub(super) fn of_rule(rule: &RuleInfo) -> Help {
    let (why, remedy) = (section(rule, "Why it matters"), section(rule, "Remedy"));
    let summary = rule.summary();
    Help {
        text: format!("{summary}\n\n{why}\n\n{remedy}"),
        // Pages of rules are Markdown already, and ours.
        markdown: format!("{summary}\n\n**Why it matters.** {why}\n\n**Remedy.** {remedy}"),
    }
}

/// The section of a rule's page under a heading, each paragraph as one line.
pub(super) fn section(rule: &RuleInfo, heading: &str) -> String {
    let mut lines = rule.page.lines().map(str::trim);
    lines.by_ref().find(|line| line.strip_prefix("## ") == Some(heading));
    let mut out = String::new();
    for line in lines.take_while(|line| !line.starts_with("## ")) {
        match (line, out.as_str()) {
            ("", "") => {}
            ("", _) => out.push('\n'),
            (line, _) => {
                let within = !out.is_empty() && !out.ends_with('\n');
                let paragraph = out.ends_with('\n') && !out.ends_with("\n\n");
                out.push_str(if within {
                    " "
                } else if paragraph {
                    "\n"
                } else {
                    ""
                });
                out.push_str(line);
            }
        }
    }
    out.trim_end().to_owned()
}
