//! What the columns of a foreign table are about, by what stands over them and what stands in them.

mod asked;
mod candidates;
mod choice;
mod content;
mod header;
mod layout;
mod vocabulary;

pub use crate::import::columns::asked::check;
pub use crate::import::columns::choice::understand;
pub use crate::import::columns::content::is_blank;
pub use crate::import::columns::layout::Layout;
pub use crate::import::columns::layout::Wishes;
