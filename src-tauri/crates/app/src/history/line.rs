//! A move as one readable line.

use circletake_domain::status::Status;
use circletake_store::HistoryMove;

/// `Ada rejected gen_00042 for accuracy: product detail wrong, too generic ("the handle")`.
pub(super) fn of(found: &HistoryMove) -> String {
    let step = &found.step;
    let who = match (&step.person_name, step.actor.as_str()) {
        (Some(name), _) => name.as_str(),
        (None, "import") => "An import",
        (None, _) => "Circletake",
    };
    let mut line = format!("{who} {}", what(found));
    if !step.reasons.is_empty() {
        let reasons: Vec<String> = step.reasons.iter().map(|reason| spelled(reason.as_str())).collect();
        line.push_str(": ");
        line.push_str(&reasons.join(", "));
    }
    if let Some(note) = &step.note {
        // One line, whatever was typed.
        let note = note.split_whitespace().collect::<Vec<_>>().join(" ");
        line.extend([" (\u{201c}", &note, "\u{201d})"]);
    }
    line
}

fn spelled(word: &str) -> String {
    word.replace('_', " ")
}

fn what(found: &HistoryMove) -> String {
    let (id, step) = (&found.generation, &found.step);
    if step.undoes {
        return format!(
            "took a decision on {id} back: it is {} again",
            spelled(step.to.as_str())
        );
    }
    let Some(from) = step.from else {
        return format!("brought {id} in as {}", spelled(step.to.as_str()));
    };
    match step.to {
        Status::RejectedQuality => format!("rejected {id} for quality"),
        Status::RejectedAccuracy => format!("rejected {id} for accuracy"),
        Status::RejectedRightsRisk => format!("rejected {id} for a risk to rights"),
        Status::RejectedBrandFit => format!("rejected {id} for the brand"),
        Status::ApprovedForEdit => format!("kept {id}"),
        Status::Edited if from == Status::NeedsRevision => format!("finished the revision of {id}"),
        Status::Edited => format!("finished the edit of {id}"),
        Status::BrandReview if from.is_usable() => format!("put {id} back to brand review"),
        Status::BrandReview => format!("handed {id} to brand review"),
        Status::NeedsRevision => format!("sent {id} back for revision"),
        Status::ApprovedToPublish => format!("approved {id} to publish"),
        Status::Scheduled => format!("scheduled {id}"),
        Status::Published => format!("marked {id} as published"),
        Status::GenerationFailed => format!("noted that {id} failed"),
        Status::Generated => format!("received the clip of {id}"),
        Status::ReviewPending => format!("put {id} into review"),
        Status::GenerationStarted => format!("started {id}"),
        Status::DraftBrief | Status::PromptReady => format!("moved {id} to {}", spelled(step.to.as_str())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use circletake_domain::id::{BriefId, GenerationId};
    use circletake_domain::reason::RejectionReason;
    use circletake_domain::timestamp::Timestamp;
    use circletake_store::{MoveKey, StoredMove};
    use rstest::rstest;

    fn made(actor: &str, from: Option<Status>, to: Status) -> HistoryMove {
        HistoryMove {
            key: MoveKey::from_number(1),
            generation: GenerationId::new("gen_00042").unwrap(),
            brief: BriefId::new("bf").unwrap(),
            step: StoredMove {
                at: Timestamp::parse("2026-11-20T08:37:00Z").unwrap(),
                actor: actor.into(),
                person: None,
                person_name: (actor == "person").then(|| "Ada".into()),
                from,
                to,
                reasons: Vec::new(),
                note: None,
                content_hash: None,
                undoes: false,
                hash: String::new(),
            },
            host: "desk".into(),
            clock_was_at: None,
        }
    }

    #[rstest]
    #[case("person", Some(Status::ReviewPending), Status::ApprovedForEdit, "Ada kept gen_00042")]
    #[case(
        "person",
        Some(Status::ApprovedForEdit),
        Status::Edited,
        "Ada finished the edit of gen_00042"
    )]
    #[case(
        "person",
        Some(Status::NeedsRevision),
        Status::Edited,
        "Ada finished the revision of gen_00042"
    )]
    #[case(
        "app",
        Some(Status::ApprovedToPublish),
        Status::BrandReview,
        "Circletake put gen_00042 back to brand review"
    )]
    #[case("import", None, Status::Published, "An import brought gen_00042 in as published")]
    fn a_move_reads_as_a_sentence(
        #[case] actor: &str,
        #[case] from: Option<Status>,
        #[case] to: Status,
        #[case] line: &str,
    ) {
        assert_eq!(of(&made(actor, from, to)), line);
    }

    #[test]
    fn reasons_and_a_note_of_many_lines_stay_on_one() {
        let mut reject = made("person", Some(Status::ReviewPending), Status::RejectedAccuracy);
        reject.step.reasons = vec![RejectionReason::ProductDetailWrong, RejectionReason::TooGeneric];
        reject.step.note = Some("the handle\r\nis gone".into());
        assert_eq!(
            of(&reject),
            "Ada rejected gen_00042 for accuracy: product detail wrong, too generic (\u{201c}the handle is gone\u{201d})"
        );
        reject.step.undoes = true;
        assert!(of(&reject).starts_with("Ada took a decision on gen_00042 back: it is rejected accuracy again"));
    }
}
