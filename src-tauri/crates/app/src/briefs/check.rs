//! What is to be said of a brief as it is written.

use crate::view::brief::{BriefCheck, FieldNote, GateCause, OpenGate};
use circletake_domain::brief::{Brief, BriefForm, BriefProblem, Level, UseAdvice};
use circletake_domain::gate::GateRules;

/// What is to be said of a form that was begun on a brief.
pub(super) fn check(form: &BriefForm, current: &Brief, rules: &GateRules) -> BriefCheck {
    let read = form.read(current);
    let remarks = read.as_ref().map(Brief::remarks).unwrap_or_default();
    BriefCheck {
        is_draft: !form.says(current),
        problems: read.err().unwrap_or_default().iter().map(note).collect(),
        remarks: remarks
            .into_iter()
            .map(|remark| FieldNote {
                field: remark.field.to_owned(),
                words: remark.words,
            })
            .collect(),
        advice: UseAdvice::for_levels(form.risk_level, form.consistency_requirement),
        gates: gates(form, current, rules),
    }
}

fn note(problem: &BriefProblem) -> FieldNote {
    FieldNote {
        field: problem.field.replace('.', "_"),
        words: format!("Expected {}; this is {}.", problem.expected, problem.found),
    }
}

/// The gates follow from what is chosen, not typed, so they are known whatever else does not read yet.
fn gates(form: &BriefForm, current: &Brief, rules: &GateRules) -> Vec<OpenGate> {
    let chosen = Brief {
        risk_level: form.risk_level,
        paid: form.paid,
        sensitive_categories: form.sensitive_categories.clone(),
        ..Brief::bare(current.brief_id.clone())
    };
    let opened = rules.opened_by(&chosen).into_iter().map(|gate| {
        let condition = rules.condition(gate);
        let causes = [
            (condition.always, GateCause::Always),
            (
                condition.high_risk && chosen.risk_level == Level::High,
                GateCause::HighRisk,
            ),
            (condition.paid && chosen.paid, GateCause::Paid),
            (
                condition.sensitive && !chosen.sensitive_categories.is_empty(),
                GateCause::Sensitive,
            ),
        ];
        OpenGate {
            gate,
            because: causes
                .into_iter()
                .filter(|(holds, _)| *holds)
                .map(|(_, cause)| cause)
                .collect(),
        }
    });
    opened.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use circletake_domain::gate::Gate;
    use circletake_domain::id::BriefId;

    #[test]
    fn gates_are_told_while_the_length_still_makes_no_sense() {
        let form = BriefForm {
            duration_seconds: "six".into(),
            paid: true,
            risk_level: Level::High,
            ..BriefForm::default()
        };
        let told = check(
            &form,
            &Brief::bare(BriefId::new("bf_1").unwrap()),
            &GateRules::shipped(),
        );
        assert_eq!(told.problems[0].field, "duration_seconds");
        assert_eq!(told.advice, UseAdvice::StrictReviewOnly);
        let claims = told
            .gates
            .iter()
            .find(|open| open.gate == Gate::ClaimsAndDisclaimers)
            .unwrap();
        assert_eq!(claims.because, [GateCause::HighRisk, GateCause::Paid]);
        assert!(told.is_draft);
    }
}
