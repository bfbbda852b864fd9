//! What ten thousand simulated pilots showed: whether the ranges hold as often as they say, and whether plans are kept.
//!
//! Each pilot draws its true usable rate evenly from 5 to 60 %, sees 20, 50 or 100 generations, and is shown the interval of
//! what it saw. Then it plans ten usable clips at 90 %, once from what it saw and once as if it knew the rate, and runs both
//! plans. The draws are fixed (seed 20,261,120); `tests/simulation.rs` repeats them and holds this table against what comes out.

/// How many pilots were drawn.
pub const PILOTS: u32 = 10_000;

/// The number of usable clips each of them planned.
pub const USABLE_WANTED: u64 = 10;

/// The confidence it planned them with.
pub const CONFIDENCE: f64 = 0.9;

/// The pilots of one band of true rates, and how often a promise was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    /// Where the band begins, in percent.
    pub from_percent: u32,
    /// Where it ends.
    pub to_percent: u32,
    /// Pilots in it.
    pub pilots: u32,
    /// How many had their true rate in the Wilson 95 % interval.
    pub covered: u32,
    /// How many plans made from what was seen gave the usable clips they were made for.
    pub kept_from_history: u32,
    /// How many plans made with the rate known did.
    pub kept_at_known_rate: u32,
}

/// Every band, in the order of its rates.
pub const BANDS: [Band; 4] = [
    Band {
        from_percent: 5,
        to_percent: 10,
        pilots: 892,
        covered: 847,
        kept_from_history: 792,
        kept_at_known_rate: 820,
    },
    Band {
        from_percent: 10,
        to_percent: 20,
        pilots: 1868,
        covered: 1781,
        kept_from_history: 1695,
        kept_at_known_rate: 1678,
    },
    Band {
        from_percent: 20,
        to_percent: 40,
        pilots: 3696,
        covered: 3530,
        kept_from_history: 3378,
        kept_at_known_rate: 3321,
    },
    Band {
        from_percent: 40,
        to_percent: 60,
        pilots: 3544,
        covered: 3374,
        kept_from_history: 3230,
        kept_at_known_rate: 3222,
    },
];

/// All bands together.
pub fn whole() -> Band {
    let mut whole = Band {
        from_percent: BANDS[0].from_percent,
        to_percent: BANDS[BANDS.len() - 1].to_percent,
        pilots: 0,
        covered: 0,
        kept_from_history: 0,
        kept_at_known_rate: 0,
    };
    for band in BANDS {
        whole.pilots += band.pilots;
        whole.covered += band.covered;
        whole.kept_from_history += band.kept_from_history;
        whole.kept_at_known_rate += band.kept_at_known_rate;
    }
    whole
}
