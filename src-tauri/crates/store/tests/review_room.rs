//! The lists of the review room, holds, the good part of a take, what was seen, time put right.
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod common;

use circletake_domain::clip_flag::ClipFlag;
use circletake_domain::frame::{FrameIndex, Microseconds};
use circletake_domain::frame_range::{FrameRange, FrameSet};
use circletake_domain::id::{BriefId, GenerationId, PersonId};
use circletake_domain::person::Role;
use circletake_domain::reason::RejectionReason;
use circletake_domain::status::Status;
use circletake_store::{
    QueueList, QueueOrder, QueueQuestion, Scope, SpentTime, Step, TimeKind, TimeSource, Watcher, new_clip_uid,
};
use common::{Sandbox, now, sign};
use rust_decimal::Decimal;

fn asked(list: QueueList) -> QueueQuestion {
    QueueQuestion {
        scope: Scope::Library,
        mine: None,
        list,
        order: QueueOrder::OldestFirst,
        after: None,
        limit: 100,
    }
}

async fn listed(sandbox: &Sandbox, question: &QueueQuestion) -> Vec<GenerationId> {
    let page = sandbox.library.queue_page(question).await.unwrap();
    page.rows.into_iter().map(|row| row.row.id).collect()
}

fn range(first: u32, last: u32) -> FrameRange {
    FrameRange::new(FrameIndex(first), FrameIndex(last)).unwrap()
}

fn reject(reasons: &[RejectionReason]) -> [Step; 1] {
    [Step {
        to: Status::RejectedQuality,
        reasons: reasons.to_vec(),
        note: Some("said".into()),
    }]
}

async fn hold(sandbox: &Sandbox, take: &GenerationId, person: &PersonId) -> Result<(), circletake_store::StoreError> {
    let mut write = sandbox.library.write().await.unwrap();
    write.hold(take, person, now()).await?;
    write.commit().await
}

#[tokio::test]
async fn a_held_take_is_in_a_list_of_its_own_until_it_is_judged_or_let_go() {
    let sandbox = Sandbox::new().await;
    let (ada, ben) = (
        sandbox.person("Ada", Role::Owner).await,
        sandbox.person("Ben", Role::Owner).await,
    );
    let takes = [
        sandbox.take("bf").await,
        sandbox.take("bf").await,
        sandbox.take("bf").await,
    ];
    hold(&sandbox, &takes[0], &ada).await.unwrap();
    hold(&sandbox, &takes[1], &ben).await.unwrap();
    assert_eq!(listed(&sandbox, &asked(QueueList::Pending)).await, [takes[2].clone()]);
    assert_eq!(listed(&sandbox, &asked(QueueList::Held)).await, takes[..2]);
    let second = hold(&sandbox, &takes[0], &ben).await.unwrap_err();
    assert_eq!(second.code(), "held");
    assert!(second.to_string().contains("held by Ada since 2026-11-20"), "{second}");
    let counts = sandbox.library.queue_counts(&Scope::Library, None).await.unwrap();
    assert_eq!((counts.pending, counts.held, counts.judged), (1, 2, 0));

    let mut write = sandbox.library.write().await.unwrap();
    write.let_go(&takes[1]).await.unwrap();
    write
        .decide(&takes[0], &ben, None, &reject(&[RejectionReason::TooGeneric]), now())
        .await
        .unwrap();
    write.commit().await.unwrap();
    assert_eq!(listed(&sandbox, &asked(QueueList::Held)).await, []);
    assert_eq!(listed(&sandbox, &asked(QueueList::Pending)).await, takes[1..]);
    assert_eq!(
        sandbox.library.hold_of(&takes[0]).await.unwrap(),
        None,
        "a hold ends with the decision"
    );
    assert_eq!(
        hold(&sandbox, &takes[0], &ada).await.unwrap_err().code(),
        "status_conflict"
    );
}

#[tokio::test]
async fn a_queue_is_read_page_by_page_while_it_is_judged() {
    let sandbox = Sandbox::new().await;
    let ada = sandbox.person("Ada", Role::Owner).await;
    let mut takes = Vec::new();
    for _ in 0..7 {
        takes.push(sandbox.take("bf").await);
    }
    for order in [QueueOrder::OldestFirst, QueueOrder::FlaggedFirst] {
        let mut question = QueueQuestion {
            order,
            limit: 3,
            ..asked(QueueList::Pending)
        };
        let (mut read, mut more) = (Vec::new(), true);
        while more {
            let page = sandbox.library.queue_page(&question).await.unwrap();
            more = page.more;
            read.extend(page.rows.into_iter().map(|row| row.row.id));
            question.after = read.last().cloned();
        }
        assert_eq!(read, takes, "{order:?}");
    }
    // The take that a page ended with is judged: the next page begins behind it all the same.
    let mut write = sandbox.library.write().await.unwrap();
    write
        .decide(&takes[2], &ada, None, &reject(&[RejectionReason::TooGeneric]), now())
        .await
        .unwrap();
    write.commit().await.unwrap();
    let question = QueueQuestion {
        after: Some(takes[2].clone()),
        ..asked(QueueList::Pending)
    };
    assert_eq!(listed(&sandbox, &question).await, takes[3..]);
    assert_eq!(listed(&sandbox, &asked(QueueList::Judged)).await, [takes[2].clone()]);
}

#[tokio::test]
async fn what_checks_flagged_most_comes_first_where_it_is_asked_for() {
    let sandbox = Sandbox::new().await;
    let takes = [
        sandbox.take("bf").await,
        sandbox.take("bf").await,
        sandbox.take("bf").await,
    ];
    for (take, flags) in [(1, vec![ClipFlag::Black]), (2, vec![ClipFlag::Black, ClipFlag::Frozen])] {
        let clip = sandbox.library.current_clip(&takes[take]).await.unwrap().unwrap();
        let mut write = sandbox.library.write().await.unwrap();
        write.flag_clip(clip.uid, &flags, now()).await.unwrap();
        write.commit().await.unwrap();
    }
    let question = QueueQuestion {
        order: QueueOrder::FlaggedFirst,
        ..asked(QueueList::Pending)
    };
    let [plain, black, worst] = takes;
    assert_eq!(listed(&sandbox, &question).await, [worst, black, plain]);
}

#[tokio::test]
async fn my_queue_is_the_briefs_that_i_judge_and_what_i_hold() {
    let sandbox = Sandbox::new().await;
    let (ada, ben) = (
        sandbox.person("Ada", Role::Owner).await,
        sandbox.person("Ben", Role::Owner).await,
    );
    let (first, second) = (sandbox.take("bf_1").await, sandbox.take("bf_1").await);
    let other = sandbox.take("bf_2").await;
    let mine = QueueQuestion {
        mine: Some(ada.clone()),
        ..asked(QueueList::Pending)
    };
    assert_eq!(listed(&sandbox, &mine).await, [], "nobody's before the first decision");
    let mut write = sandbox.library.write().await.unwrap();
    write
        .decide(&first, &ada, None, &reject(&[RejectionReason::Other]), now())
        .await
        .unwrap();
    write.commit().await.unwrap();
    assert_eq!(listed(&sandbox, &mine).await, std::slice::from_ref(&second));
    hold(&sandbox, &other, &ada).await.unwrap();
    hold(&sandbox, &second, &ben).await.unwrap();
    let held = QueueQuestion {
        list: QueueList::Held,
        ..mine.clone()
    };
    assert_eq!(listed(&sandbox, &held).await, [other]);
    let counts = sandbox.library.queue_counts(&Scope::Library, Some(&ada)).await.unwrap();
    assert_eq!((counts.pending, counts.held, counts.judged), (0, 1, 1));
    assert_eq!((counts.other.rejected, counts.other.other), (1, 1));
    let brief = QueueQuestion {
        scope: Scope::Brief(BriefId::new("bf_2").unwrap()),
        ..asked(QueueList::Judged)
    };
    assert_eq!(listed(&sandbox, &brief).await, []);
}

#[tokio::test]
async fn the_good_part_comes_and_goes_with_the_keep_and_counts_as_usable_seconds() {
    let sandbox = Sandbox::new().await;
    let ada = sandbox.person("Ada", Role::Owner).await;
    let (take, whole) = (sandbox.take("bf").await, sandbox.take("bf").await);
    let way = [Status::ApprovedForEdit, Status::Edited, Status::BrandReview].map(Step::to);
    let part = async |take: &GenerationId| sandbox.library.current_clip(take).await.unwrap().unwrap().good_part;

    let mut write = sandbox.library.write().await.unwrap();
    let kept = write.decide(&take, &ada, None, &way, now()).await.unwrap();
    let past = write
        .mark_good_part(&kept, &ada, range(100, 144), now())
        .await
        .unwrap_err();
    assert!(past.to_string().contains("the clip has 144 frames"), "{past}");
    write.mark_good_part(&kept, &ada, range(24, 71), now()).await.unwrap();
    write.commit().await.unwrap();
    assert_eq!(part(&take).await, Some(range(24, 71)));

    let mut write = sandbox.library.write().await.unwrap();
    write.undo_last(&ada, now()).await.unwrap();
    write.commit().await.unwrap();
    assert_eq!(part(&take).await, None, "taken back with the keep");

    let mut write = sandbox.library.write().await.unwrap();
    let kept = write.decide(&take, &ada, None, &way, now()).await.unwrap();
    write.mark_good_part(&kept, &ada, range(0, 23), now()).await.unwrap();
    write.decide(&whole, &ada, None, &way, now()).await.unwrap();
    for id in [&take, &whole] {
        sign(&mut write, id, &ada, now()).await.unwrap();
    }
    write.commit().await.unwrap();
    let sums = sandbox.library.sums(&Scope::Library).await.unwrap();
    assert_eq!(
        (sums.usable_seconds, sums.usable_of_unknown_length),
        (Decimal::from(7), 0),
        "1 s marked and 6 s whole"
    );
}

#[tokio::test]
async fn every_reason_is_kept_and_the_first_is_the_primary_one() {
    let sandbox = Sandbox::new().await;
    let ada = sandbox.person("Ada", Role::Owner).await;
    let take = sandbox.take("bf").await;
    let reasons = [
        RejectionReason::PromptNotFollowed,
        RejectionReason::ArtifactOrDistortion,
    ];
    let mut write = sandbox.library.write().await.unwrap();
    let decided = write.decide(&take, &ada, None, &reject(&reasons), now()).await.unwrap();
    write.commit().await.unwrap();
    assert_eq!(decided.reason, Some(reasons[0]));
    assert_eq!(sandbox.library.history(&take).await.unwrap()[0].reasons, reasons);
    assert_eq!(sandbox.library.verify_history(Watcher::nobody()).await.unwrap(), []);
}

#[tokio::test]
async fn what_was_seen_adds_up_per_clip_and_person() {
    let sandbox = Sandbox::new().await;
    let (ada, ben) = (
        sandbox.person("Ada", Role::Owner).await,
        sandbox.person("Ben", Role::Owner).await,
    );
    let take = sandbox.take("bf").await;
    let clip = sandbox.library.current_clip(&take).await.unwrap().unwrap().uid;
    for (first, last) in [(0, 47), (40, 60), (140, 900)] {
        let mut write = sandbox.library.write().await.unwrap();
        write
            .add_seen_frames(clip, &ada, &FrameSet::from(vec![range(first, last)]), now())
            .await
            .unwrap();
        write.commit().await.unwrap();
    }
    let seen = sandbox.library.seen_frames(clip, &ada).await.unwrap();
    assert_eq!(
        seen.ranges(),
        [range(0, 60), range(140, 143)],
        "no more than the clip has"
    );
    assert_eq!(
        sandbox.library.seen_frames(clip, &ben).await.unwrap(),
        FrameSet::default()
    );
}

#[tokio::test]
async fn time_put_right_says_so_and_keeps_what_was_measured() {
    let sandbox = Sandbox::new().await;
    let ada = sandbox.person("Ada", Role::Owner).await;
    let take = sandbox.take("bf").await;
    let measured = SpentTime {
        generation: take.clone(),
        person: ada.clone(),
        kind: TimeKind::Review,
        duration: Microseconds(90_000_000),
        source: TimeSource::Measured,
        sitting: None,
    };
    let mut write = sandbox.library.write().await.unwrap();
    write.add_time(&measured, now()).await.unwrap();
    let absurd = SpentTime {
        duration: Microseconds(4_000_000_000),
        ..measured.clone()
    };
    assert_eq!(
        write.add_time(&absurd, now()).await.unwrap_err().code(),
        "invalid",
        "a clock that jumped"
    );
    let backwards = SpentTime {
        duration: Microseconds(-1),
        ..measured
    };
    assert_eq!(
        write.add_time(&backwards, now()).await.unwrap_err().code(),
        "invalid",
        "a clock set back"
    );
    write
        .correct_time(&take, &ada, TimeKind::Review, Microseconds(60_000_000), now())
        .await
        .unwrap();
    write.commit().await.unwrap();
    let spent = sandbox.library.time_spent(&take).await.unwrap();
    assert_eq!(
        (spent[0].duration, spent[0].corrected),
        (Microseconds(60_000_000), true)
    );
    let raw = sandbox.raw().await;
    let pieces: Vec<i64> = sqlx::query_scalar("SELECT duration_us FROM time_entries ORDER BY key")
        .fetch_all(&raw)
        .await
        .unwrap();
    assert_eq!(pieces, [90_000_000, -30_000_000]);
}

#[tokio::test]
async fn time_is_told_by_sitting_and_what_was_put_right_belongs_to_none() {
    let sandbox = Sandbox::new().await;
    let ada = sandbox.person("Ada", Role::Owner).await;
    let take = sandbox.take("bf").await;
    let [morning, evening] = [new_clip_uid(), new_clip_uid()];
    let mut write = sandbox.library.write().await.unwrap();
    for (sitting, microseconds) in [(morning, 30), (evening, 7), (morning, 12)] {
        let measured = SpentTime {
            generation: take.clone(),
            person: ada.clone(),
            kind: TimeKind::Review,
            duration: Microseconds(microseconds),
            source: TimeSource::Measured,
            sitting: Some(sitting),
        };
        write.add_time(&measured, now()).await.unwrap();
    }
    write
        .correct_time(&take, &ada, TimeKind::Review, Microseconds(40), now())
        .await
        .unwrap();
    write.commit().await.unwrap();
    let spent = sandbox.library.time_spent(&take).await.unwrap();
    assert_eq!((spent.len(), spent[0].duration), (1, Microseconds(40)));
    assert!(spent[0].corrected);
    let mut sittings: Vec<_> = spent[0].sittings.iter().map(|sitting| sitting.duration.0).collect();
    sittings.sort_unstable();
    assert_eq!(sittings, [7, 42]);
}
