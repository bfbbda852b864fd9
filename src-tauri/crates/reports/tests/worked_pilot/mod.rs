//! The worked pilot of the product's page, as a report is made from it.

use circletake_domain::brief::Level;
use circletake_domain::cost_parts::CostPartName;
use circletake_domain::day::Day;
use circletake_domain::decision::{Benchmark, LargestShare, Loop, PilotDecision, PilotFacts, QualityBar, Stretch};
use circletake_domain::id::GenerationId;
use circletake_domain::metrics::Tally;
use circletake_domain::money::{CostBasis, Currency};
use circletake_domain::reason::RejectionReason;
use circletake_domain::statistics::Tries;
use circletake_domain::status::Status;
use circletake_domain::timestamp::Timestamp;
use circletake_reports::pilot_report::{PilotReport, ReportedCost, ReportedRate, ReportedSettings, ReportedStill};
use image::{ExtendedColorType, codecs::jpeg::JpegEncoder};
use rust_decimal::Decimal;

fn tries(usable: u64, total: u64) -> Tries {
    Tries::new(usable, total).unwrap()
}

fn stretch(name: &str, usable: u64, total: u64) -> Stretch {
    Stretch {
        name: name.to_owned(),
        decided: tries(usable, total),
    }
}

fn tally() -> Tally {
    Tally {
        total: 50,
        failed: 3,
        usable: 8,
        published: 5,
        usable_seconds: Decimal::from(48),
        model_cost: Decimal::from(30),
        review_minutes: Decimal::from(180),
        editing_minutes: Decimal::from(120),
        human_cost: Decimal::from(300),
        ..Tally::default()
    }
}

/// What the decision about it stands on.
pub fn facts() -> PilotFacts {
    PilotFacts {
        format: "social_broll".to_owned(),
        channel: "instagram_reel".to_owned(),
        currency: Currency::new("USD").unwrap(),
        benchmark: Some(Benchmark {
            amount: "55".parse().unwrap(),
            what: Some("stock footage, licensed and cut".to_owned()),
        }),
        bar: QualityBar::suggested(Level::Low),
        risk: Some(Level::Low),
        tally: tally(),
        minutes_without_rate: Decimal::ZERO,
        undecided: 14,
        open_rights_rejections: 0,
        rights_rejections: 2,
        wrong_product: 3,
        unsigned_usable: 0,
        weeks: vec![stretch("week of 2 Nov", 3, 20), stretch("week of 9 Nov", 5, 16)],
        briefs: vec![stretch("bf_2025_001", 4, 20), stretch("bf_2025_002", 4, 16)],
        longest_loop: Some(Loop {
            brief: "bf_2025_001".to_owned(),
            attempts: 8,
        }),
        largest_share: Some(LargestShare {
            name: "Maya Lindqvist".to_owned(),
            share: Decimal::new(6, 1),
        }),
        minutes_by_usable: vec![Decimal::from(12); 8],
    }
}

/// A grey picture, the same on every machine.
fn picture() -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 60)
        .encode(&[120_u8; 9 * 16 * 3], 9, 16, ExtendedColorType::Rgb8)
        .unwrap();
    bytes
}

fn rate(name: &str, usable: u64, total: u64, cents: i64) -> ReportedRate {
    ReportedRate {
        name: Some(name.to_owned()),
        tries: tries(usable, total),
        cost_per_usable: (usable > 0).then(|| Decimal::new(cents, 2)),
    }
}

/// The worked pilot: 50 attempts, 8 usable, 5 published, $30 for models, 180 and 120 minutes at $60 an hour.
pub fn worked() -> PilotReport {
    let course = [(10, 1), (20, 3), (30, 5), (40, 7), (50, 8)].map(|(attempts, usable)| {
        let part = Tally {
            total: attempts,
            usable,
            human_cost: Decimal::from(attempts) * Decimal::new(66, 1),
            ..Tally::default()
        };
        let interval = part.cost_per_usable_interval().unwrap();
        ReportedCost {
            attempts,
            cost: part.cost_per_usable(),
            low: Some(interval.low),
            high: interval.high,
        }
    });
    PilotReport {
        library: "Sample pilot".to_owned(),
        pilot: "pl_0001".to_owned(),
        name: "Lake house, autumn reels".to_owned(),
        written_at: Timestamp::parse("2026-11-20T12:00:00Z").unwrap(),
        currency: Currency::new("USD").unwrap(),
        settings: ReportedSettings {
            format: "social_broll".to_owned(),
            channel: "instagram_reel".to_owned(),
            target: Some(50),
            shortest: Some(Decimal::from(5)),
            longest: Some(Decimal::from(8)),
            models: vec!["sketch-1".to_owned(), "hero-2".to_owned()],
            templates: Vec::new(),
            benchmark: Some(Decimal::from(55)),
            benchmark_what: Some("stock footage, licensed and cut".to_owned()),
            benchmark_source: Some("invoices of last quarter".to_owned()),
            budget: Some(Decimal::from(500)),
            bar: QualityBar::suggested(Level::Low),
        },
        decision: PilotDecision::of(&facts()),
        tally: tally(),
        minutes_without_rate: Decimal::ZERO,
        statuses: vec![
            (Status::GenerationFailed, 3),
            (Status::ReviewPending, 8),
            (Status::RejectedQuality, 18),
            (Status::RejectedAccuracy, 3),
            (Status::RejectedRightsRisk, 2),
            (Status::ApprovedForEdit, 2),
            (Status::BrandReview, 3),
            (Status::RejectedBrandFit, 2),
            (Status::NeedsRevision, 1),
            (Status::ApprovedToPublish, 2),
            (Status::Scheduled, 1),
            (Status::Published, 5),
        ],
        reasons: vec![
            (RejectionReason::ArtifactOrDistortion, 9),
            (RejectionReason::PromptNotFollowed, 5),
            (RejectionReason::TooGeneric, 4),
            (RejectionReason::ProductDetailWrong, 3),
            (RejectionReason::BrandMismatch, 2),
            (RejectionReason::RightsOrLikenessRisk, 2),
            (RejectionReason::NeedsEditing, 1),
        ],
        costs: vec![
            (CostPartName::Model, Decimal::from(30)),
            (CostPartName::Review, Decimal::from(180)),
            (CostPartName::Edit, Decimal::from(120)),
        ],
        cost_basis: vec![(Some(CostBasis::Reported), 50, Some(Decimal::from(30)))],
        course: course.to_vec(),
        by_model: vec![rate("sketch-1", 4, 34, 5400), rate("hero-2", 4, 16, 2850)],
        by_prompt: vec![
            rate("pr_00001 v1", 1, 15, 9900),
            rate("pr_00001 v2", 3, 15, 3300),
            rate("pr_00001 v3", 4, 20, 3300),
        ],
        by_week: vec![rate("week of 2 Nov", 3, 22, 4840), rate("week of 9 Nov", 5, 28, 3696)],
        spend: [
            ("2026-11-02", 40),
            ("2026-11-05", 120),
            ("2026-11-09", 210),
            ("2026-11-13", 330),
        ]
        .map(|(day, spent)| (Day::parse(day).unwrap(), Decimal::from(spent)))
        .to_vec(),
        advice: vec![(
            "9 of 26 rejects are artifacts or distortion.".to_owned(),
            "Try a calmer camera or another model.".to_owned(),
        )],
        stills: ["gen_00009", "gen_00016", "gen_00022"]
            .map(|id| ReportedStill {
                generation: GenerationId::new(id).unwrap(),
                status: Status::Published,
                model: Some("hero-2".to_owned()),
                jpeg: picture(),
            })
            .to_vec(),
    }
}
