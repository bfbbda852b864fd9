//! The words of other logs for statuses and reasons.

use circletake_domain::reason::RejectionReason;
use circletake_domain::status::Status;

/// Lower case, with one `_` for whatever stands between letters and digits: `Cost (USD)` is `cost_usd`, `reviewTime` is
/// `review_time`.
pub(super) fn normalise(text: &str) -> String {
    let mut normal = String::with_capacity(text.len());
    let mut after_lower = false;
    for c in text.trim().chars() {
        if c.is_alphanumeric() {
            if c.is_uppercase() && after_lower {
                normal.push('_');
            }
            normal.extend(c.to_lowercase());
            after_lower = c.is_lowercase();
        } else {
            if !normal.is_empty() && !normal.ends_with('_') {
                normal.push('_');
            }
            after_lower = false;
        }
    }
    normal.truncate(normal.trim_end_matches('_').len());
    normal
}

/// The status that a word stands for. A reason says which kind of reject it is, and that something "done" or "failed" was judged;
/// being published says that something kept or done is out.
///
/// "Approved" alone is kept in review, not approved to publish: that takes a signature, and a log cannot sign. Who knows better says
/// so in the mapping.
pub(super) fn status(word: &str, reason: Option<RejectionReason>, published: bool) -> Option<Status> {
    let word = normalise(word);
    let own = Status::ALL.iter().copied().find(|status| status.as_str() == word);
    let status = own.or_else(|| foreign_status(&word, reason))?;
    let kept = matches!(status, Status::ApprovedForEdit | Status::ReviewPending) && reason.is_none();
    let may_be_out = status.is_usable() || (own.is_none() && kept);
    Some(if published && may_be_out {
        Status::Published
    } else {
        status
    })
}

fn foreign_status(word: &str, reason: Option<RejectionReason>) -> Option<Status> {
    let rejected = reason.map(RejectionReason::creative_reject_status);
    Some(match word {
        "rejected" | "reject" | "declined" | "discarded" | "discard" | "trashed" | "killed" | "cut" | "unusable"
        | "not_usable" | "not_approved" | "bad" | "no" | "dismissed" => rejected.unwrap_or(Status::RejectedQuality),
        "rejected_brand" | "brand_rejected" | "rejected_by_brand" | "off_brand" => Status::RejectedBrandFit,
        "rejected_rights" | "rights_risk" | "rejected_legal" => Status::RejectedRightsRisk,
        "rejected_product" | "inaccurate" => Status::RejectedAccuracy,
        "failed" | "failure" | "fail" | "error" | "errored" | "generation_error" | "timeout" | "timed_out"
        | "cancelled" | "canceled" | "crashed" => rejected.unwrap_or(Status::GenerationFailed),
        "approved" | "approve" | "accepted" | "kept" | "keep" | "selected" | "picked" | "circled" | "good" | "yes"
        | "ok" | "shortlisted" | "needs_edit" | "needs_editing" | "to_edit" | "in_edit" | "editing" | "edit" => {
            Status::ApprovedForEdit
        }
        "usable" | "final" | "signed_off" | "signed" | "ready_to_publish" | "approved_final" | "cleared" => {
            Status::ApprovedToPublish
        }
        "done" | "complete" | "completed" | "success" | "succeeded" | "finished" | "ready" | "rendered" | "pending"
        | "pending_review" | "review" | "in_review" | "to_review" | "needs_review" | "for_review"
        | "awaiting_review" | "unreviewed" | "new" => rejected.unwrap_or(Status::ReviewPending),
        "running" | "in_progress" | "processing" | "generating" | "started" | "submitted" | "queued" => {
            Status::GenerationStarted
        }
        "revise" | "revision" | "changes_requested" | "needs_changes" | "rework" | "redo" | "sent_back" => {
            Status::NeedsRevision
        }
        "with_brand" | "in_brand_review" | "brand_check" | "legal_review" => Status::BrandReview,
        "published" | "live" | "posted" | "out" | "released" | "shipped" => Status::Published,
        "planned" | "todo" | "to_do" | "draft" | "idea" | "backlog" => Status::DraftBrief,
        _ => return None,
    })
}

/// The reason that a word stands for.
pub(super) fn reason(word: &str) -> Option<RejectionReason> {
    use RejectionReason as R;
    let word = normalise(word);
    let own = R::ALL.iter().copied().find(|reason| reason.as_str() == word);
    own.or_else(|| {
        Some(match word.as_str() {
            "artifact" | "artifacts" | "artefact" | "artefacts" | "distortion" | "distorted" | "glitch"
            | "glitches" | "flicker" | "morphing" | "warping" | "deformed" | "quality" | "low_quality"
            | "bad_quality" | "poor_quality" | "anatomy" => R::ArtifactOrDistortion,
            "product" | "product_wrong" | "wrong_product" | "product_detail" | "product_accuracy" | "accuracy"
            | "inaccurate" => R::ProductDetailWrong,
            "brand" | "off_brand" | "brand_fit" | "not_on_brand" | "wrong_brand" | "brand_look" => R::BrandMismatch,
            "generic" | "boring" | "bland" | "stock" | "looks_like_stock" => R::TooGeneric,
            "prompt" | "off_prompt" | "ignored_prompt" | "prompt_ignored" | "prompt_adherence" | "not_as_prompted"
            | "off_brief" => R::PromptNotFollowed,
            "rights" | "rights_risk" | "likeness" | "likeness_risk" | "copyright" | "trademark" | "logo" | "ip"
            | "legal" => R::RightsOrLikenessRisk,
            "unsafe" | "safety" | "policy" | "policy_risk" | "nsfw" | "compliance" => R::UnsafeOrPolicyRisk,
            "needs_edit" | "edit" | "editing" | "fixable" | "needs_fix" => R::NeedsEditing,
            "misc" | "miscellaneous" | "various" | "something_else" | "unknown" => R::Other,
            _ => return None,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Cost (USD)", "cost_usd")]
    #[case("reviewTime", "review_time")]
    #[case("  REVIEW  time[min] ", "review_time_min")]
    #[case("generation_cost_usd", "generation_cost_usd")]
    #[case("briefID", "brief_id")]
    fn names_are_compared_without_their_dress(#[case] text: &str, #[case] normal: &str) {
        assert_eq!(normalise(text), normal);
    }

    #[rstest]
    #[case("rejected", Some("product_detail_wrong"), false, "rejected_accuracy")]
    #[case("Rejected", Some("too generic"), false, "rejected_quality")]
    #[case("failed", None, false, "generation_failed")]
    #[case("failed", Some("likeness"), false, "rejected_rights_risk")]
    #[case("approved", None, false, "approved_for_edit")]
    #[case("usable", None, false, "approved_to_publish")]
    #[case("approved", Some("needs edit"), false, "approved_for_edit")]
    #[case("approved", None, true, "published")]
    #[case("done", None, false, "review_pending")]
    #[case("done", None, true, "published")]
    #[case("done", Some("artifacts"), false, "rejected_quality")]
    #[case("Approved to publish", None, false, "approved_to_publish")]
    #[case("review_pending", None, true, "review_pending")]
    fn a_word_is_read_with_the_help_of_its_reason(
        #[case] word: &str,
        #[case] why: Option<&str>,
        #[case] published: bool,
        #[case] expected: &str,
    ) {
        let read = status(word, why.and_then(reason), published);
        assert_eq!(read.map(Status::as_str), Some(expected));
    }

    #[test]
    fn an_unheard_word_is_nothing() {
        assert_eq!(status("purple", None, false), None);
        assert_eq!(reason("purple"), None);
    }
}
