//! A sheet as it is worked out, once for every format. Here alone it is decided what goes out to a buyer: a sheet for a buyer
//! holds nothing else.

use crate::model::enterprise::Enterprise;
use crate::report::account;
use crate::report::enterprise::answer;
use crate::report::enterprise::guard::Guard;
use crate::report::enterprise::options::Options;
use crate::report::enterprise::row;
use crate::report::enterprise::sheet::Sheet;
use crate::report::enterprise::words;

impl<'a> Sheet<'a> {
    /// The sheet of what an organisation has to show.
    #[must_use]
    pub fn of(enterprise: &'a Enterprise<'a>, options: &Options) -> Self {
        let (assessment, inventory) = (enterprise.assessment, enterprise.assessment.inventory);
        let guard = Guard::of(inventory);
        let guard = options.for_buyers.then_some(&guard);
        let themes = answer::themes(enterprise, options, guard);
        let documents = row::documents(enterprise, guard);
        let answered = themes.iter().flat_map(|theme| &theme.answers).filter(|answer| answer.state.is_some()).count();
        let headline = match guard {
            None => words::headline(enterprise),
            Some(_) => words::for_buyers(answered, themes.iter().map(|theme| theme.answers.len()).sum()),
        };
        Self {
            organization: &inventory.organization,
            system: inventory.scope.system.as_deref(),
            as_of: assessment.as_of,
            scope: account::scope_line(assessment),
            for_buyers: options.for_buyers,
            headline,
            left_out: words::left_out(enterprise, options),
            documents_in: words::documents_in(enterprise).into_iter().filter(|_| guard.is_none()).collect(),
            answers_in: words::answers_in(enterprise).into_iter().filter(|_| guard.is_none()).collect(),
            questions: enterprise.answers.len(),
            documents,
            sub_processors: row::sub_processors(enterprise, guard),
            unsaid: row::unsaid(enterprise, guard),
            themes,
            gate: options.fail_on.filter(|_| guard.is_none()).map(|on| words::gate(enterprise, on)),
            notes: words::notes(options.for_buyers),
        }
    }
}
