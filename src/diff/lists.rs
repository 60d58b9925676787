//! The items of a list in two inventories: which are in one of them only, and which say something else.

use std::collections::BTreeMap;

use crate::model::cause::Alteration;

/// What differs, by what it is called.
pub(super) type Subjects = Vec<(String, Alteration)>;

/// The items of a list of either inventory, by what they are called.
pub(super) type Sides<'a, T> = BTreeMap<String, (Option<&'a T>, Option<&'a T>)>;

/// The items of two lists, by what they are called.
pub(super) fn sides<'a, T>(old: &'a [T], new: &'a [T], name: impl Fn(&'a T) -> String) -> Sides<'a, T> {
    let mut sides: Sides<'a, T> = BTreeMap::new();
    for item in old {
        sides.entry(name(item)).or_default().0 = Some(item);
    }
    for item in new {
        sides.entry(name(item)).or_default().1 = Some(item);
    }
    sides
}

/// What of the items of two lists was added, removed or changed.
pub(super) fn merged<T>(sides: Sides<'_, T>, same: impl Fn(&T, &T) -> bool) -> Subjects {
    let of = |(name, sides): (String, (Option<&T>, Option<&T>))| match sides {
        (None, _) => Some((name, Alteration::Added)),
        (_, None) => Some((name, Alteration::Removed)),
        (Some(a), Some(b)) => (!same(a, b)).then_some((name, Alteration::Changed)),
    };
    sides.into_iter().filter_map(of).collect()
}
