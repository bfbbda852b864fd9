//! Which role may make which move of the workflow.
//!
//! `TABLE` names every move of [`Status::next`] once, with the roles that may make it; an owner may make them all. Moves of the app itself
//! and taking one's own decision back are nobody's role.

use crate::person::Role;
use crate::status::Status;
use thiserror::Error;

use Status as S;

/// From, to, and who may beside an owner.
type Row = (Status, Status, &'static [Role]);

const PLANS: &[Role] = &[Role::Producer, Role::CreativeDirector];
const JUDGES: &[Role] = &[Role::CreativeDirector, Role::Reviewer];
/// Whoever keeps a take that needs no edit passes it on in the same breath.
const PASSES_ON: &[Role] = &[Role::Editor, Role::CreativeDirector, Role::Reviewer];
const MENDS: &[Role] = &[Role::Editor, Role::CreativeDirector];
const ANSWERS_FOR_THE_BRAND: &[Role] = &[Role::BrandReviewer];
const PUBLISHES: &[Role] = &[Role::Producer];

const TABLE: &[Row] = &[
    (S::DraftBrief, S::PromptReady, PLANS),
    (S::PromptReady, S::GenerationStarted, PLANS),
    (S::GenerationStarted, S::Generated, PLANS),
    (S::GenerationStarted, S::GenerationFailed, PLANS),
    (S::Generated, S::ReviewPending, PLANS),
    (S::ReviewPending, S::ApprovedForEdit, JUDGES),
    (S::ReviewPending, S::RejectedQuality, JUDGES),
    (S::ReviewPending, S::RejectedAccuracy, JUDGES),
    (S::ReviewPending, S::RejectedRightsRisk, JUDGES),
    (S::ApprovedForEdit, S::Edited, PASSES_ON),
    (S::NeedsRevision, S::Edited, MENDS),
    (S::Edited, S::BrandReview, PASSES_ON),
    (S::BrandReview, S::ApprovedToPublish, ANSWERS_FOR_THE_BRAND),
    (S::BrandReview, S::RejectedBrandFit, ANSWERS_FOR_THE_BRAND),
    (S::BrandReview, S::NeedsRevision, ANSWERS_FOR_THE_BRAND),
    (S::ApprovedToPublish, S::Scheduled, PUBLISHES),
    (S::Scheduled, S::Published, PUBLISHES),
];

/// The roles that may make a move, the owner first; nobody makes a move that the workflow does not have.
pub fn who_may_move(from: Status, to: Status) -> Vec<Role> {
    let row = TABLE.iter().find(|row| (row.0, row.1) == (from, to));
    row.map(|(_, _, roles)| [&[Role::Owner], *roles].concat())
        .unwrap_or_default()
}

impl Role {
    /// Whether this role may make a move of the workflow.
    pub fn may_move(self, from: Status, to: Status) -> bool {
        who_may_move(from, to).contains(&self)
    }
    /// Whether this role may make a move; the error says which roles may.
    pub fn check_move(self, from: Status, to: Status) -> Result<(), RoleMayNot> {
        if self.may_move(from, to) {
            Ok(())
        } else {
            Err(RoleMayNot { role: self, from, to })
        }
    }
    /// Whether this role answers gates and signs.
    pub fn may_sign(self) -> bool {
        self.may_move(Status::BrandReview, Status::ApprovedToPublish)
    }
    /// The role in a sentence, with its article.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Owner => "an owner",
            Self::Producer => "a producer",
            Self::CreativeDirector => "a creative director",
            Self::Reviewer => "a reviewer",
            Self::Editor => "an editor",
            Self::BrandReviewer => "a brand reviewer",
        }
    }
}

/// A move that is another role's.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{} may not move a clip from {from} to {to}; {} may", .role.in_words(), either(&who_may_move(*.from, *.to)))]
pub struct RoleMayNot {
    /// Who tried.
    pub role: Role,
    /// Where the clip stands.
    pub from: Status,
    /// Where it was to go.
    pub to: Status,
}

fn either(roles: &[Role]) -> String {
    match roles {
        [] => "nobody".to_owned(),
        [only] => only.in_words().to_owned(),
        [first @ .., last] => {
            let first: Vec<_> = first.iter().map(|role| role.in_words()).collect();
            format!("{} or {}", first.join(", "), last.in_words())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_every_move_of_the_workflow_once_and_no_other() {
        let mut workflow: Vec<_> = Status::ALL
            .iter()
            .flat_map(|from| from.next().iter().map(move |to| (*from, *to)))
            .collect();
        let mut table: Vec<_> = TABLE.iter().map(|(from, to, _)| (*from, *to)).collect();
        workflow.sort();
        table.sort();
        assert_eq!(table, workflow);
    }

    /// Written out by role, against the table that is written out by move: all 6 x 17 x 17 answers.
    #[test]
    fn each_role_moves_what_is_its_own_and_nothing_else() {
        let planning = [
            (S::DraftBrief, S::PromptReady),
            (S::PromptReady, S::GenerationStarted),
            (S::GenerationStarted, S::Generated),
            (S::GenerationStarted, S::GenerationFailed),
            (S::Generated, S::ReviewPending),
        ];
        let judging = [
            (S::ReviewPending, S::ApprovedForEdit),
            (S::ReviewPending, S::RejectedQuality),
            (S::ReviewPending, S::RejectedAccuracy),
            (S::ReviewPending, S::RejectedRightsRisk),
        ];
        let passing_on = [(S::ApprovedForEdit, S::Edited), (S::Edited, S::BrandReview)];
        let mending = [(S::NeedsRevision, S::Edited)];
        let signing = [
            (S::BrandReview, S::ApprovedToPublish),
            (S::BrandReview, S::RejectedBrandFit),
            (S::BrandReview, S::NeedsRevision),
        ];
        let publishing = [(S::ApprovedToPublish, S::Scheduled), (S::Scheduled, S::Published)];
        let may = |role| match role {
            Role::Owner => [
                planning.as_slice(),
                &judging,
                &passing_on,
                &mending,
                &signing,
                &publishing,
            ]
            .concat(),
            Role::Producer => [planning.as_slice(), &publishing].concat(),
            Role::CreativeDirector => [planning.as_slice(), &judging, &passing_on, &mending].concat(),
            Role::Reviewer => [judging.as_slice(), &passing_on].concat(),
            Role::Editor => [passing_on.as_slice(), &mending].concat(),
            Role::BrandReviewer => signing.to_vec(),
        };
        for role in Role::ALL {
            for from in Status::ALL {
                for to in Status::ALL {
                    let expected = may(*role).contains(&(*from, *to));
                    assert_eq!(role.may_move(*from, *to), expected, "{role}: {from} to {to}");
                }
            }
        }
    }

    #[test]
    fn only_a_brand_reviewer_or_an_owner_signs() {
        let signers: Vec<_> = Role::ALL.iter().filter(|role| role.may_sign()).collect();
        assert_eq!(signers, [&Role::Owner, &Role::BrandReviewer]);
    }

    #[test]
    fn a_refused_move_says_which_role_may() {
        let refused = Role::Reviewer
            .check_move(Status::BrandReview, Status::ApprovedToPublish)
            .unwrap_err();
        assert_eq!(
            refused.to_string(),
            "a reviewer may not move a clip from brand_review to approved_to_publish; an owner or a brand reviewer may"
        );
    }
}
