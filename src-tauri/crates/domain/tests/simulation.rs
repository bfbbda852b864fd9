//! Ten thousand pilots, drawn with a fixed seed: what a 95 % interval and a "90 % needed" plan promise is kept.
//!
//! Their table is part of the product: it stands on the method page of every report. Only a change of the statistics changes it.
#![expect(clippy::unwrap_used, reason = "a pilot that cannot be drawn must fail the test")]

use circletake_domain::statistics::calibration::{BANDS, Band, CONFIDENCE, PILOTS, USABLE_WANTED, whole};
use circletake_domain::statistics::{Tries, generations_needed_at_rate, generations_needed_from_history, wilson_95};
use std::collections::HashMap;

const SEED: u64 = 20_261_120;
/// How many generations a pilot has seen before it plans.
const SEEN: [u64; 3] = [20, 50, 100];

/// `SplitMix64`: a few lines that give the same numbers on every machine for ever.
struct Draws(u64);

impl Draws {
    /// A number between 0 and 1.
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^= bits >> 31;
        let top = u32::try_from(bits >> 32).unwrap();
        (f64::from(top) + 0.5) / 4_294_967_296.0
    }
    fn usable(&mut self, generations: u64, rate: f64) -> u64 {
        (0..generations).map(|_| u64::from(self.next() < rate)).sum()
    }
    /// Whether a run of so many generations gives the clips it was planned for.
    fn keeps(&mut self, generations: u64, rate: f64) -> bool {
        self.usable(generations, rate) >= USABLE_WANTED
    }
}

/// Plans are made for the same history again and again.
#[derive(Default)]
struct Plans(HashMap<(u64, u64), u64>);

impl Plans {
    fn made_after(&mut self, usable: u64, total: u64) -> u64 {
        *self.0.entry((usable, total)).or_insert_with(|| {
            let seen = Tries::new(usable, total).unwrap();
            generations_needed_from_history(seen, USABLE_WANTED, CONFIDENCE).unwrap()
        })
    }
}

fn simulated() -> Vec<Band> {
    let mut bands = BANDS.map(|band| Band {
        pilots: 0,
        covered: 0,
        kept_from_history: 0,
        kept_at_known_rate: 0,
        ..band
    });
    let mut draws = Draws(SEED);
    let mut plans = Plans::default();
    for pilot in 0..PILOTS {
        let rate = 0.05 + 0.55 * draws.next();
        let total = SEEN[pilot as usize % SEEN.len()];
        let usable = draws.usable(total, rate);
        let interval = wilson_95(Tries::new(usable, total).unwrap()).unwrap();
        let from_history = draws.keeps(plans.made_after(usable, total), rate);
        let known = generations_needed_at_rate(rate, USABLE_WANTED, CONFIDENCE).unwrap();
        let at_known_rate = draws.keeps(known, rate);
        let band = bands
            .iter_mut()
            .find(|band| rate * 100.0 < f64::from(band.to_percent))
            .unwrap();
        band.pilots += 1;
        band.covered += u32::from(interval.low <= rate && rate <= interval.high);
        band.kept_from_history += u32::from(from_history);
        band.kept_at_known_rate += u32::from(at_known_rate);
    }
    bands.to_vec()
}

#[test]
fn the_table_of_the_method_page_is_what_ten_thousand_pilots_show() {
    assert_eq!(simulated(), BANDS);
}

#[test]
fn intervals_hold_and_plans_are_kept_as_often_as_promised() {
    let all = whole();
    assert_eq!(all.pilots, PILOTS);
    let share = |kept: u32| f64::from(kept) / f64::from(all.pilots);
    assert!(share(all.covered) >= 0.94, "{all:?}");
    for kept in [all.kept_from_history, all.kept_at_known_rate] {
        assert!((0.88..=0.95).contains(&share(kept)), "{all:?}");
    }
}
