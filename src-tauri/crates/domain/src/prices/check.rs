//! What to look at in a catalogue before it is trusted.

use crate::day::Day;
use crate::id::RecordUid;
use crate::prices::audio::{AudioRate, Covers};
use crate::prices::catalogue::Catalogue;
use crate::prices::entry::{Confidence, EntryStatus, ListedEntry, Origin, PriceEntry};
use rust_decimal::Decimal;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// Something to look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CatalogueFinding {
    /// What it is.
    pub kind: FindingKind,
    /// Which entry.
    pub uid: RecordUid,
    /// The entry in words.
    pub entry: String,
    /// What it means, in a sentence.
    pub message: String,
}

/// What there is to look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// Another entry is for the same request, and neither goes before.
    Ambiguous,
    /// Its last day is over, but it does not say that it is retired.
    Expired,
    /// The model is no longer made.
    Retired,
    /// Whether the model is still made is not known.
    StatusUnknown,
    /// It was seen long ago.
    Stale,
    /// Nobody wrote down when it was seen.
    AgeUnknown,
    /// Nobody could confirm it.
    LowConfidence,
    /// The source converted it from other money.
    ConvertedBySource,
    /// It says that nothing is charged.
    Free,
}

impl Catalogue {
    /// Everything to look at on a day, the most important first.
    pub fn check(&self, today: Day) -> Vec<CatalogueFinding> {
        let mut findings: Vec<CatalogueFinding> = self.ambiguities();
        for listed in &self.entries {
            let entry = &listed.entry;
            let found = [
                entry
                    .valid_to
                    .filter(|last| *last < today && entry.status != EntryStatus::Retired)
                    .map(|last| (FindingKind::Expired, format!("Its last day was {last}."))),
                (entry.status == EntryStatus::Retired).then(|| {
                    let since = entry.valid_to.map_or_else(String::new, |last| format!(" since {last}"));
                    (
                        FindingKind::Retired,
                        format!("The model is retired{since}; nothing can be planned with it."),
                    )
                }),
                (entry.status == EntryStatus::Unknown).then(|| {
                    (
                        FindingKind::StatusUnknown,
                        "Whether the model is still offered is not known.".to_owned(),
                    )
                }),
                entry
                    .as_of
                    .age_on(today)
                    .filter(|_| entry.is_stale_on(today))
                    .map(|age| (FindingKind::Stale, format!("It was seen {age} days ago."))),
                entry.as_of.earliest().is_none().then(|| {
                    (
                        FindingKind::AgeUnknown,
                        "Nobody wrote down when it was seen.".to_owned(),
                    )
                }),
                (entry.confidence == Some(Confidence::Low))
                    .then(|| (FindingKind::LowConfidence, "Nobody could confirm it.".to_owned())),
                entry.converted_from.as_ref().map(|from| {
                    (
                        FindingKind::ConvertedBySource,
                        format!(
                            "The list is in {}; the source converted it at {}.",
                            from.currency,
                            from.rate.normalize()
                        ),
                    )
                }),
                (entry.billing.best_per_second() == Some(Decimal::ZERO))
                    .then(|| (FindingKind::Free, "It says that nothing is charged.".to_owned())),
            ];
            findings.extend(
                found
                    .into_iter()
                    .flatten()
                    .map(|(kind, message)| finding(kind, listed, message)),
            );
        }
        findings.sort_by_key(|finding| finding.kind);
        findings
    }

    /// Pairs of entries that would both price a request.
    fn ambiguities(&self) -> Vec<CatalogueFinding> {
        let mut by_model: BTreeMap<(String, String), Vec<&ListedEntry>> = BTreeMap::new();
        for listed in &self.entries {
            let model = (
                listed.entry.provider.to_lowercase(),
                listed.entry.model.as_str().to_lowercase(),
            );
            by_model.entry(model).or_default().push(listed);
        }
        let mut findings = Vec::new();
        for entries in by_model.values() {
            for (place, one) in entries.iter().enumerate() {
                let other = entries.iter().skip(place + 1).find(|other| collide(one, other));
                findings.extend(other.map(|other| {
                    let message = format!(
                        "{} is for the same request, and neither goes before.",
                        other.entry.words()
                    );
                    finding(FindingKind::Ambiguous, one, message)
                }));
            }
        }
        findings
    }
}

fn finding(kind: FindingKind, listed: &ListedEntry, message: String) -> CatalogueFinding {
    CatalogueFinding {
        kind,
        uid: listed.uid,
        entry: listed.entry.words(),
        message,
    }
}

fn collide(one: &ListedEntry, other: &ListedEntry) -> bool {
    let own = |listed: &ListedEntry| listed.origin != Origin::Shipped;
    // A person's entry goes before a shipped one, and the later of two of theirs for the same settings before the earlier.
    own(one) == own(other)
        && !(own(one) && one.entry.covers_the_same(&other.entry))
        && overlap(&one.entry, &other.entry)
}

fn overlap(one: &PriceEntry, other: &PriceEntry) -> bool {
    let resolutions = match (one.resolutions.as_slice(), other.resolutions.as_slice()) {
        ([], []) => true,
        // A special entry goes before a general one.
        ([], _) | (_, []) => false,
        (one, other) => one.iter().any(|resolution| other.contains(resolution)),
    };
    let audio = [None, Some(true), Some(false)]
        .into_iter()
        .any(|wanted| covers(one.audio, wanted) && covers(other.audio, wanted));
    let starts_before_end = |one: &PriceEntry, other: &PriceEntry| match (one.valid_from, other.valid_to) {
        (Some(first), Some(last)) => first <= last,
        _ => true,
    };
    resolutions
        && audio
        && one.mode == other.mode
        && one.status != EntryStatus::Retired
        && other.status != EntryStatus::Retired
        && starts_before_end(one, other)
        && starts_before_end(other, one)
}

fn covers(rate: AudioRate, wanted: Option<bool>) -> bool {
    rate.covers(wanted) == Covers::Yes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(findings: &[CatalogueFinding], kind: FindingKind) -> usize {
        findings.iter().filter(|finding| finding.kind == kind).count()
    }

    #[test]
    fn the_shipped_catalogue_is_nowhere_ambiguous_and_says_what_to_look_at() {
        let findings = Catalogue::shipped().check(Day::parse("2026-11-20").unwrap());
        let counts: Vec<usize> = [
            FindingKind::Ambiguous,
            FindingKind::Expired,
            FindingKind::Retired,
            FindingKind::StatusUnknown,
            FindingKind::AgeUnknown,
            FindingKind::LowConfidence,
            FindingKind::ConvertedBySource,
            FindingKind::Free,
        ]
        .into_iter()
        .map(|kind| count(&findings, kind))
        .collect();
        assert_eq!(counts, [0, 0, 31, 22, 6, 24, 11, 0]);
    }

    #[test]
    fn two_entries_for_one_request_are_named() {
        let mut catalogue = Catalogue::shipped();
        let mut twin = catalogue.entries[0].clone();
        twin.entry.notes = Some("again".to_owned());
        twin.uid = twin.entry.shipped_uid();
        catalogue.entries.push(twin);
        assert_eq!(
            count(
                &catalogue.check(Day::parse("2026-11-20").unwrap()),
                FindingKind::Ambiguous
            ),
            1
        );
    }
}
