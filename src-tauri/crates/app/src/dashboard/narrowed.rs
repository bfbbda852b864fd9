//! Which attempts count: the filter of the page, in keys of the library.

use crate::view::dashboard::{DashboardFilter, PromptVersion};
use circletake_domain::day::Day;
use circletake_store::{DashboardNames, Lot, LotFilter};
use std::collections::HashSet;

/// The filter in keys. A name that does not occur lets nothing through; no name at all lets everything.
#[derive(Debug, Clone, Default)]
pub(super) struct Narrowed {
    models: Option<HashSet<i64>>,
    prompts: Option<HashSet<i64>>,
    from: Option<Day>,
    to: Option<Day>,
    by_person: bool,
}

impl Narrowed {
    pub(super) fn to(filter: &DashboardFilter, names: &DashboardNames) -> Self {
        let models = (!filter.models.is_empty()).then(|| {
            let of_name = |(key, name): (&i64, &_)| filter.models.contains(name).then_some(*key);
            names.models.iter().filter_map(of_name).collect()
        });
        let prompts = (!filter.prompts.is_empty()).then(|| {
            let wanted = |id: &_, version: &str| {
                let same = |one: &PromptVersion| one.id == *id && one.version == version;
                filter.prompts.iter().any(same)
            };
            names
                .prompts
                .iter()
                .filter(|(_, name)| wanted(&name.id, &name.version))
                .map(|(key, _)| *key)
                .collect()
        });
        Self {
            models,
            prompts,
            from: filter.from,
            to: filter.to,
            by_person: filter.person.is_some(),
        }
    }

    /// Whether nothing is left out.
    pub(super) fn is_everything(&self) -> bool {
        self.models.is_none() && self.prompts.is_none() && self.from.is_none() && self.to.is_none() && !self.by_person
    }

    /// The same, as the library is asked.
    pub(super) fn filter(&self) -> LotFilter {
        let listed = |keys: &Option<HashSet<i64>>| keys.as_ref().map(|keys| keys.iter().copied().collect());
        LotFilter {
            models: listed(&self.models),
            prompts: listed(&self.prompts),
            from: self.from,
            to: self.to,
        }
    }

    /// Whether attempts of a lot count.
    pub(super) fn lets(&self, lot: &Lot) -> bool {
        let in_set = |set: &Option<HashSet<i64>>, key: Option<i64>| {
            set.as_ref().is_none_or(|set| key.is_some_and(|key| set.contains(&key)))
        };
        in_set(&self.models, lot.model)
            && in_set(&self.prompts, lot.prompt)
            && self.from.is_none_or(|from| lot.day >= from)
            && self.to.is_none_or(|to| lot.day <= to)
    }
}
