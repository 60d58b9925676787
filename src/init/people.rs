//! Who answers for what: roles, and the people who hold them in a team of some size.

use serde::Deserialize;

use crate::init::answers::{Answers, Name};
use crate::init::slug::Ids;
use crate::model::area::Area;
use crate::text::capital::capital;

/// What somebody answers for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The whole.
    Head,
    /// What is built.
    Engineering,
    /// That it is safe.
    Security,
    /// That it runs.
    Operations,
    /// Who works here.
    People,
    /// Personal and confidential data.
    Privacy,
    /// What customers hear and say.
    Customers,
    /// Oversight from above.
    Board,
    /// Oversight from within.
    Audit,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 9] = [
        Self::Head,
        Self::Engineering,
        Self::Security,
        Self::Operations,
        Self::People,
        Self::Privacy,
        Self::Customers,
        Self::Board,
        Self::Audit,
    ];

    /// The word for it in the descriptions of reference controls.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Head => "head",
            Self::Engineering => "engineering",
            Self::Security => "security",
            Self::Operations => "operations",
            Self::People => "people",
            Self::Privacy => "privacy",
            Self::Customers => "customers",
            Self::Board => "board",
            Self::Audit => "audit",
        }
    }

    /// Who holds a role where nobody else does.
    const fn falls_to(self) -> Self {
        match self {
            Self::Security | Self::Operations => Self::Engineering,
            _ => Self::Head,
        }
    }

    /// The areas whose loose ends fall to whoever holds it.
    const fn areas(self) -> &'static [Area] {
        match self {
            Self::Head => &[Area::RiskManagement, Area::Vendor],
            Self::Engineering => &[Area::ChangeManagement, Area::ProcessingIntegrity],
            Self::Security => &[Area::Security, Area::Access, Area::VulnerabilityManagement, Area::Monitoring],
            Self::Operations => &[Area::Availability, Area::IncidentResponse],
            Self::People => &[Area::EmployeeTraining],
            Self::Privacy => &[Area::Privacy, Area::Confidentiality, Area::DataProtection],
            Self::Customers | Self::Board | Self::Audit => &[],
        }
    }

    /// Words in somebody's title that tell this role.
    const fn told_by(self) -> &'static [&'static str] {
        match self {
            Self::Head => &["ceo", "founder", "managing", "executive", "president", "owner", "head"],
            Self::Engineering => &["cto", "engineering", "engineer", "developer", "technology", "technical", "tech"],
            Self::Security => &["ciso", "security"],
            Self::Operations => &["operations", "ops", "devops", "sre", "platform", "infrastructure", "coo"],
            Self::People => &["people", "hr", "human", "talent", "office"],
            Self::Privacy => &["privacy", "dpo", "legal", "counsel"],
            Self::Customers => &["customer", "customers", "support", "success", "product", "sales"],
            Self::Board => &["board", "chair", "director"],
            Self::Audit => &["audit", "auditor"],
        }
    }
}

/// A place in the team that somebody fills.
#[derive(Clone, Debug)]
pub(super) struct Post {
    /// The id of the person.
    pub id: String,
    /// Their name, or what they are where no name was given.
    pub name: String,
    /// What they are, as it stands in a sentence after `the`.
    pub title: String,
    /// What they answer for.
    pub roles: Vec<Role>,
    /// Whether a person was named for it.
    pub named: bool,
}

impl Post {
    /// The areas whose loose ends fall to them.
    pub(super) fn areas(&self) -> Vec<Area> {
        self.roles.iter().flat_map(|role| role.areas()).copied().collect()
    }
}

/// The people of a team who answer for something.
#[derive(Clone, Debug)]
pub(super) struct Posts(pub Vec<Post>);

/// The posts of a team: the id, the title, and the roles. A role that is missing falls to another.
type Draft = (&'static str, &'static str, &'static [Role]);

const ALONE: &[Draft] = &[("founder", "founder", &Role::ALL)];
const PAIR: &[Draft] = &[("ceo", "chief executive", &[Role::Head]), ("cto", "CTO", &[Role::Engineering])];
const SMALL: &[Draft] = &[
    ("ceo", "chief executive", &[Role::Head]),
    ("cto", "CTO", &[Role::Engineering, Role::Security]),
    ("operations", "operations engineer", &[Role::Operations]),
];
const MEDIUM: &[Draft] = &[
    ("ceo", "chief executive", &[Role::Head]),
    ("cto", "CTO", &[Role::Engineering]),
    ("security", "security lead", &[Role::Security]),
    ("operations", "operations lead", &[Role::Operations]),
    ("people", "people lead", &[Role::People]),
    ("support", "support lead", &[Role::Customers]),
    ("privacy", "privacy lead", &[Role::Privacy]),
];
const LARGE: &[Draft] = &[
    ("ceo", "chief executive", &[Role::Head]),
    ("cto", "CTO", &[Role::Engineering]),
    ("security", "security lead", &[Role::Security]),
    ("operations", "operations lead", &[Role::Operations]),
    ("people", "people lead", &[Role::People]),
    ("support", "support lead", &[Role::Customers]),
    ("privacy", "privacy lead", &[Role::Privacy]),
    ("board", "chair of the risk committee", &[Role::Board]),
    ("audit", "internal auditor", &[Role::Audit]),
];

impl Posts {
    /// The posts of the team that the answers tell of. People named take the posts their titles tell, then those still
    /// free; posts left over stay, for somebody to be named, where there are more people than names.
    pub(super) fn of(answers: &Answers) -> Self {
        let drafts = match answers.people {
            0 | 1 => ALONE,
            2 => PAIR,
            3..=5 => SMALL,
            6..=50 => MEDIUM,
            51.. => LARGE,
        };
        let mut ids = Ids::default();
        let mut taken: Vec<Option<&Name>> = vec![None; drafts.len()];
        let mut others: Vec<&Name> = Vec::new();
        for name in &answers.names {
            let told = roles_told(name);
            let fits = |(at, draft): (usize, &Draft)| {
                let is_free = taken.get(at).is_some_and(Option::is_none);
                (is_free && draft.2.iter().any(|role| told.contains(role))).then_some(at)
            };
            match drafts.iter().enumerate().find_map(fits).and_then(|at| taken.get_mut(at)) {
                Some(post) => *post = Some(name),
                None => others.push(name),
            }
        }
        let mut others = others.into_iter();
        for post in taken.iter_mut().filter(|post| post.is_none()) {
            *post = others.next();
        }
        let all_named = usize::try_from(answers.people).is_ok_and(|people| people <= answers.names.len());
        let filled = drafts.iter().zip(taken).filter(|(_, name)| name.is_some() || !all_named);
        let mut posts: Vec<Post> = filled.map(|(draft, name)| post(draft, name, &mut ids)).collect();
        posts.extend(others.map(|name| colleague(name, &mut ids)));
        hand_out(&mut posts);
        Self(posts)
    }

    /// Who holds a role.
    pub(super) fn holder(&self, role: Role) -> Option<&Post> {
        self.0.iter().find(|post| post.roles.contains(&role)).or_else(|| self.0.first())
    }
}

/// The roles that somebody's title tells, by its words.
fn roles_told(name: &Name) -> Vec<Role> {
    let title = name.title.as_deref().unwrap_or_default().to_lowercase();
    let words: Vec<&str> = title.split(|c: char| !c.is_alphanumeric()).collect();
    let told = |role: &Role| role.told_by().iter().any(|word| words.contains(word));
    let roles: Vec<Role> = Role::ALL.into_iter().filter(told).collect();
    // A head of something is that something first.
    if roles.len() > 1 { roles.into_iter().filter(|role| *role != Role::Head).collect() } else { roles }
}

fn post((id, title, roles): &Draft, name: Option<&Name>, ids: &mut Ids) -> Post {
    let roles = roles.to_vec();
    match name {
        Some(name) => Post {
            id: ids.give(&name.name, id),
            name: name.name.clone(),
            title: name.title.clone().unwrap_or_else(|| (*title).to_owned()),
            roles,
            named: true,
        },
        None => Post { id: ids.give(id, id), name: capital(title), title: (*title).to_owned(), roles, named: false },
    }
}

/// Somebody named beyond the posts there are.
fn colleague(name: &Name, ids: &mut Ids) -> Post {
    let title = name.title.clone().unwrap_or_else(|| "colleague".to_owned());
    Post { id: ids.give(&name.name, "colleague"), name: name.name.clone(), title, roles: Vec::new(), named: true }
}

/// Gives every role that nobody holds to whoever it falls to.
fn hand_out(posts: &mut [Post]) {
    for role in Role::ALL {
        let held = |posts: &[Post], role: Role| posts.iter().position(|post| post.roles.contains(&role));
        if held(posts, role).is_some() {
            continue;
        }
        let next = role.falls_to();
        let at = held(posts, next).or_else(|| held(posts, next.falls_to())).unwrap_or(0);
        if let Some(post) = posts.get_mut(at) {
            post.roles.push(role);
        }
    }
}
