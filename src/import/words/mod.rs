//! The words people write into cells, as the words of an inventory. What is not understood stays unsaid; nothing flatters.

mod cron;
pub mod date;
pub mod frequency;
pub mod kind;
mod plain;
pub mod status;
