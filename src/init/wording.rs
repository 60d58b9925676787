//! The words that differ from one organisation to the next, put where a description leaves room for them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::init::answers::Answers;
use crate::init::people::{Posts, Role};
use crate::init::stack::Surroundings;
use crate::text::capital::capital;

/// The words by the names that stand in braces.
#[derive(Clone, Debug)]
pub(super) struct Words(BTreeMap<&'static str, Word>);

/// A word, and whether it is ours: then it grows a capital where a sentence begins. Names stay as their owners write them.
#[derive(Clone, Debug)]
struct Word {
    text: String,
    ours: bool,
}

impl Words {
    pub(super) fn of(answers: &Answers, posts: &Posts, surroundings: &Surroundings) -> Self {
        let ours = |text: &str| Word { text: text.to_owned(), ours: true };
        let name = |text: &str| Word { text: text.to_owned(), ours: false };
        let or = |known: &str, otherwise: &str| if known.is_empty() { ours(otherwise) } else { name(known) };
        let reviewer = match answers.people {
            0 | 1 => "an outside reviewer",
            2..=5 => "a second person or an outside reviewer",
            6.. => "a second person",
        };
        let mut words = BTreeMap::from([
            ("organization", name(&answers.organization)),
            ("system", name(&answers.system)),
            ("cloud", or(&surroundings.cloud, "the server platform")),
            ("identity provider", or(&surroundings.identity_provider, "the identity provider")),
            ("code host", or(&surroundings.code_host, "the code store")),
            ("hr", or(&surroundings.hr, "the staff file")),
            ("reviewer", ours(reviewer)),
        ]);
        words.extend(Role::ALL.into_iter().map(|role| (role.word(), ours(&called(posts, role)))));
        Self(words)
    }

    /// A description with its braces filled; `{owner}` is whoever holds a role.
    pub(super) fn fill(&self, text: &str, owner: Role) -> String {
        let mut out = String::new();
        let mut rest = text;
        while let Some((before, behind)) = rest.split_once('{') {
            let (key, after) = behind.split_once('}').unwrap_or((behind, ""));
            out.push_str(before);
            out.push_str(&self.word(key, owner));
            rest = after;
        }
        out.push_str(rest);
        out
    }

    fn word(&self, key: &str, owner: Role) -> Cow<'_, str> {
        let lower = key.to_lowercase();
        let named = if lower == "owner" { owner.word() } else { &lower };
        match self.0.get(named) {
            Some(word) if word.ours && lower != key => Cow::Owned(capital(&word.text)),
            Some(word) => Cow::Borrowed(&word.text),
            None => Cow::Owned(format!("({lower})")),
        }
    }
}

/// How whoever holds a role is called in a sentence.
fn called(posts: &Posts, role: Role) -> String {
    posts.holder(role).map_or_else(|| "somebody".to_owned(), |post| format!("the {}", post.title))
}
