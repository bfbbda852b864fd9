//! The table of what opens a gate: shipped here, and every line of it a library may say otherwise.

use super::Gate;
use crate::brief::{Brief, Level};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// What of a brief opens a gate: any one of these. None of them: the gate never opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "a line of the table: each is a box that is ticked or not"
)]
pub struct GateCondition {
    /// Every brief.
    pub always: bool,
    /// A brief where a small error costs much.
    pub high_risk: bool,
    /// A brief of a paid campaign.
    pub paid: bool,
    /// A brief with a sensitive category.
    pub sensitive: bool,
}

impl GateCondition {
    /// Whether a brief meets it.
    pub fn is_met_by(self, brief: &Brief) -> bool {
        self.always
            || (self.high_risk && brief.risk_level == Level::High)
            || (self.paid && brief.paid)
            || (self.sensitive && !brief.sensitive_categories.is_empty())
    }
}

/// What opens each gate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GateRules(BTreeMap<Gate, GateCondition>);

impl GateRules {
    /// The table as it is shipped.
    pub fn shipped() -> Self {
        Self(Gate::ALL.iter().map(|gate| (*gate, shipped(*gate))).collect())
    }
    /// Says a line of the table anew.
    pub fn set(&mut self, gate: Gate, condition: GateCondition) {
        self.0.insert(gate, condition);
    }
    /// What opens a gate.
    pub fn condition(&self, gate: Gate) -> GateCondition {
        self.0.get(&gate).copied().unwrap_or_else(|| shipped(gate))
    }
    /// The gates that a brief opens, in the order of the desk.
    pub fn opened_by(&self, brief: &Brief) -> Vec<Gate> {
        let opened = Gate::ALL.iter().copied();
        opened.filter(|gate| self.condition(*gate).is_met_by(brief)).collect()
    }
}

fn shipped(gate: Gate) -> GateCondition {
    let never = GateCondition::default();
    match gate {
        Gate::BrandFit | Gate::ProductAccuracy | Gate::CopyrightAndMusic | Gate::TrademarksAndLogos => {
            GateCondition { always: true, ..never }
        }
        Gate::ClaimsAndDisclaimers => GateCondition {
            high_risk: true,
            paid: true,
            sensitive: true,
            ..never
        },
        Gate::LikenessRights => GateCondition {
            high_risk: true,
            ..never
        },
        Gate::PlatformAdPolicy | Gate::PaidCampaignApproval => GateCondition { paid: true, ..never },
        Gate::SensitiveCategory => GateCondition {
            sensitive: true,
            ..never
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::SensitiveCategory;
    use crate::id::BriefId;
    use proptest::prelude::*;

    fn brief(risky: bool, paid: bool, sensitive: Option<SensitiveCategory>) -> Brief {
        let mut brief = Brief::bare(BriefId::new("bf_2025_001").unwrap());
        brief.risk_level = if risky { Level::High } else { Level::Low };
        brief.paid = paid;
        brief.sensitive_categories.extend(sensitive);
        brief
    }

    #[test]
    fn a_paid_health_ad_opens_every_gate_but_likeness_and_an_unpaid_harmless_one_opens_four() {
        let rules = GateRules::shipped();
        assert_eq!(rules.opened_by(&brief(false, false, None)).len(), 4);
        let ad = rules.opened_by(&brief(false, true, Some(SensitiveCategory::Health)));
        assert_eq!(ad.len(), 8);
        assert!(!ad.contains(&Gate::LikenessRights));
        let all = rules.opened_by(&brief(true, true, Some(SensitiveCategory::Health)));
        assert_eq!(all, Gate::ALL);
    }

    #[test]
    fn a_line_that_was_said_anew_counts_and_the_others_stay_as_shipped() {
        let mut rules = GateRules::shipped();
        rules.set(Gate::BrandFit, GateCondition::default());
        let opened = rules.opened_by(&brief(false, false, None));
        assert_eq!(opened.len(), 3);
        assert!(!opened.contains(&Gate::BrandFit));
    }

    fn conditions() -> impl Strategy<Value = GateCondition> {
        any::<[bool; 4]>().prop_map(|[always, high_risk, paid, sensitive]| GateCondition {
            always,
            high_risk,
            paid,
            sensitive,
        })
    }

    proptest! {
        #[test]
        fn a_riskier_brief_never_opens_fewer_gates(
            conditions in proptest::collection::vec(conditions(), Gate::ALL.len()),
            risky: bool, paid: bool, category in proptest::option::of(proptest::sample::select(SensitiveCategory::ALL)),
        ) {
            let mut rules = GateRules::shipped();
            for (gate, condition) in Gate::ALL.iter().zip(conditions) {
                rules.set(*gate, condition);
            }
            let opened = rules.opened_by(&brief(risky, paid, category));
            for riskier in [brief(true, paid, category), brief(risky, true, category)] {
                let more = rules.opened_by(&riskier);
                prop_assert!(opened.iter().all(|gate| more.contains(gate)));
            }
        }

        #[test]
        fn a_condition_reads_back_as_it_was_written(condition in conditions()) {
            let json = serde_json::to_string(&condition).unwrap();
            prop_assert_eq!(serde_json::from_str::<GateCondition>(&json).unwrap(), condition);
        }
    }
}
